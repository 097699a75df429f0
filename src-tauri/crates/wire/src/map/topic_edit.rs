//! Drafts of topics, what a change would do, versions.

use std::time::Duration;

use chancery_desk::stored::{ArticleRow, DecidedUnder, Fold};
use chancery_desk::{
    Changing, Desk, DeskError, Merged, NewPart, PreviewArticle, PreviewAsk, PreviewPart, Removed, TextField,
    TopicChange, TopicDraft, TopicHistory,
};
use chancery_model::{ArticleId, InLanguages, Language, Term, TermKind, TopicId};

use super::articles::{confidence, span, state};
use super::count;
use crate::dto::*;

pub(crate) fn draft(draft: TopicDraftDto) -> Result<TopicDraft, DeskError> {
    Ok(TopicDraft {
        group: draft.group,
        label: in_languages(draft.label),
        definition: in_languages(draft.definition),
        include: in_languages(draft.include),
        exclude: in_languages(draft.exclude),
        threshold: draft.threshold,
        colour: draft.colour,
        terms: draft.terms.into_iter().map(term).collect::<Result<_, _>>()?,
    })
}

fn in_languages(labels: LabelsDto) -> InLanguages {
    InLanguages { en: labels.en, ru: labels.ru, be: labels.be }
}

fn term(term: TermDto) -> Result<Term, DeskError> {
    let no_such = |what, word: &str| DeskError::NoSuchWord { what, word: word.to_owned() };
    Ok(Term {
        language: Language::from_code(&term.language).ok_or_else(|| no_such("language", &term.language))?,
        kind: TermKind::from_id(&term.kind).ok_or_else(|| no_such("kind of term", &term.kind))?,
        text: term.text,
        weight: term.weight,
        facet: term.facet,
    })
}

pub(super) fn term_out(term: &Term) -> TermDto {
    TermDto {
        language: term.language.code(),
        text: term.text.clone(),
        kind: term.kind.id(),
        weight: term.weight,
        facet: term.facet.clone(),
    }
}

pub(crate) fn merged(merged: Merged) -> MergedDto {
    MergedDto {
        fold: fold(&merged.fold),
        terms: merged.terms.iter().map(term_out).collect(),
        same_terms: count(merged.same_terms),
        notes: count(merged.notes),
        children: count(merged.children),
    }
}

pub(crate) fn removed(removed: Removed) -> RemovedTopicDto {
    RemovedTopicDto {
        tags: count(removed.rests.tags),
        rejected: count(removed.rests.rejected),
        codings: count(removed.rests.codings),
        notes: count(removed.rests.notes),
        children: count(removed.rests.children),
        fold: removed.fold.as_ref().map(fold),
    }
}

fn fold(fold: &Fold) -> FoldDto {
    FoldDto {
        newly_tagged: count(fold.newly_tagged.len()),
        follow: count(fold.follow.len()),
        yield_to: count(fold.yield_to.len()),
        replaced: count(fold.replaced.len()),
        reopened: count(fold.reopened.len()),
        codings: count(fold.codings),
        same_passage: count(fold.same_passage.len()),
    }
}

pub(crate) fn split_look(desk: &Desk, args: &SplitLookArgs) -> Result<Vec<SplitArticleDto>, DeskError> {
    let articles = desk.split_foretold(TopicId(args.topic), &places(&args.terms))?;
    let ids: Vec<ArticleId> = articles.iter().map(|one| one.article).collect();
    let rows = desk.read(|reader| reader.article_rows(&ids))?;
    let title = |id: ArticleId| rows.iter().find(|row| row.id == id).map(|row| row.title.clone());
    let dto = |one: chancery_desk::SplitArticle| SplitArticleDto {
        article: one.article.0,
        title: title(one.article).unwrap_or_default(),
        state: one.verdict.map(state),
        codings: count(one.codings),
        goes: one.goes,
        stays: one.stays,
    };
    Ok(articles.into_iter().map(dto).collect())
}

pub(crate) fn new_part(args: SplitTopicArgs) -> NewPart {
    NewPart {
        label: in_languages(args.label),
        terms: places(&args.terms),
        articles: args.articles.into_iter().map(ArticleId).collect(),
    }
}

fn places(terms: &[u32]) -> std::collections::BTreeSet<usize> {
    terms.iter().filter_map(|at| usize::try_from(*at).ok()).collect()
}

/// The first part is soon there, those after it are worth the asking.
const FIRST: Duration = Duration::from_millis(60);
const LATER: Duration = Duration::from_millis(150);

pub(crate) fn topic_preview(desk: &Desk, args: PreviewTopicArgs) -> Result<PreviewPartDto, DeskError> {
    let ask = PreviewAsk {
        topic: args.topic.map(TopicId),
        from: args.from,
        turn: args.turn.map(u64::from),
        budget: if args.turn.is_none() { FIRST } else { LATER },
    };
    Ok(preview_part(desk.topic_preview(ask, &draft(args.draft)?)?))
}

fn preview_part(part: PreviewPart) -> PreviewPartDto {
    let faults = part
        .faults
        .into_iter()
        .map(|fault| fault.map(|fault| TermFaultDto { id: fault.id().to_owned(), why: fault.to_string() }));
    PreviewPartDto {
        turn: count(part.turn),
        read: part.read,
        total: part.total,
        superseded: part.superseded,
        suggested: part.suggested,
        now: part.now,
        newly: changing(part.newly),
        no_longer: changing(part.no_longer),
        terms: part.terms.into_iter().map(term_hits).collect(),
        faults: faults.collect(),
    }
}

fn changing(changing: Changing) -> ChangingDto {
    let article = |one: PreviewArticle| {
        let ArticleRow { id, title, outlet, published, confidence: sure, .. } = one.row;
        PreviewArticleDto {
            article: id.0,
            title,
            outlet: outlet.map(|(_, name)| name),
            published: published.map(|published| published.date.to_string()),
            published_confidence: confidence(sure),
            score: one.score,
            state: one.verdict.map(state),
            words: one.words,
        }
    };
    ChangingDto { number: changing.number, articles: changing.articles.into_iter().map(article).collect() }
}

fn term_hits(term: chancery_desk::TermHits) -> TermHitsDto {
    let passage = |one: chancery_desk::TermPassage| TermPassageDto {
        article: one.article.0,
        title: one.title,
        span: one.span.map(span),
        before: one.before,
        words: one.words,
        after: one.after,
        counts: one.counts,
    };
    TermHitsDto {
        hits: term.hits,
        counted: term.counted,
        articles: term.articles,
        passages: term.passages.into_iter().map(passage).collect(),
    }
}

pub(crate) fn topic_history(history: TopicHistory) -> TopicHistoryDto {
    let decided =
        |one: DecidedUnder| DecidedUnderDto { tags: count(one.tags), rejected: count(one.rejected) };
    let versions = history.versions.into_iter().map(|entry| TopicVersionDto {
        id: entry.version.id.0,
        at: entry.version.at.0,
        operation: entry
            .version
            .operation
            .map(|(_, kind, args)| VersionOperationDto { kind: kind.id().to_owned(), args }),
        changes: entry.changes.into_iter().map(change).collect(),
        decided: decided(entry.version.decided),
        threshold: entry.version.topic.threshold,
        terms: entry.version.topic.terms.iter().map(term_out).collect(),
    });
    TopicHistoryDto { versions: versions.collect(), elsewhere: decided(history.elsewhere) }
}

fn change(change: TopicChange) -> TopicChangeDto {
    match change {
        TopicChange::Text(field, language, before, after) => {
            let field = match field {
                TextField::Label => "label",
                TextField::Definition => "definition",
                TextField::Include => "include",
                TextField::Exclude => "exclude",
            };
            TopicChangeDto::Text { field: field.to_owned(), language: language.code(), before, after }
        }
        TopicChange::Threshold(before, after) => TopicChangeDto::Threshold { before, after },
        TopicChange::Parent(before, after) => TopicChangeDto::Parent { before, after },
        TopicChange::Heading(after) => TopicChangeDto::Heading { after },
        TopicChange::TermAdded(term) => TopicChangeDto::TermAdded { term: term_out(&term) },
        TopicChange::TermRemoved(term) => TopicChangeDto::TermRemoved { term: term_out(&term) },
        TopicChange::TermChanged(before, after) => {
            TopicChangeDto::TermChanged { before: term_out(&before), after: term_out(&after) }
        }
    }
}
