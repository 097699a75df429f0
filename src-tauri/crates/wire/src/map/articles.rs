//! Articles, their fields and what stands beside them.

use std::collections::HashMap;

use chancery_desk::stored::{
    ArticleFilter, ArticleRow, ArticleSort, Backlink, EmptiedBin, FieldName, Review,
};
use chancery_desk::{Desk, DeskError, FieldValue};
use chancery_model::{
    Alternative, ArticleId, Basis, ClockTime, Confidence, Dateline, Edtf, Field, Language, OutletId, Place,
    Published, Span, TopicId, Verdict, Zone,
};

use super::learning::{parts, words};
use super::outlets::of_article;
use super::{count, evidence, grade, note_row, reasons};
use crate::dto::*;

/// Slug and colour of every topic.
pub(super) struct TopicNames(HashMap<TopicId, (String, u8)>);

impl TopicNames {
    pub(super) fn of(desk: &Desk) -> Result<Self, DeskError> {
        let topics = desk.read(|reader| reader.topics())?;
        Ok(Self(
            topics
                .into_iter()
                .map(|row| (row.id, (row.topic.slug, u8::try_from(row.colour).unwrap_or(0))))
                .collect(),
        ))
    }

    fn get(&self, id: TopicId) -> Option<(String, u8)> {
        self.0.get(&id).cloned()
    }
}

pub(crate) fn articles(ids: &[i64]) -> Vec<ArticleId> {
    ids.iter().copied().map(ArticleId).collect()
}

fn sort(dto: ArticleSortDto) -> ArticleSort {
    match dto {
        ArticleSortDto::Newest => ArticleSort::Newest,
        ArticleSortDto::Oldest => ArticleSort::Oldest,
        ArticleSortDto::Title => ArticleSort::Title,
        ArticleSortDto::Relevance => ArticleSort::Relevance,
        ArticleSortDto::Captured => ArticleSort::Captured,
    }
}

pub(crate) fn article_ids(desk: &Desk, args: &ArticlesArgs) -> Result<ArticleIdsDto, DeskError> {
    let filter = filter(desk, &args.filter)?;
    let words = args.filter.query.as_deref();
    let ids = desk.article_ids(words, filter, sort(args.sort), args.offset.into(), args.limit)?;
    Ok(ArticleIdsDto { ids: ids.into_iter().map(|id| id.0).collect() })
}

pub(crate) fn article_page(desk: &Desk, args: &ArticlesArgs) -> Result<ArticlePageDto, DeskError> {
    let sort = sort(args.sort);
    let filter = filter(desk, &args.filter)?;
    let page = desk.articles(args.filter.query.as_deref(), filter, sort, args.offset.into(), args.limit)?;
    let names = TopicNames::of(desk)?;
    let grades = desk.read(|reader| reader.grades())?;
    let rows = page
        .rows
        .into_iter()
        .map(|row| {
            let given = row.outlet.as_ref().and_then(|(id, _)| grades.get(id).copied());
            Ok(ArticleRowDto { grade: given.map(grade), ..article_row(desk, row, &names)? })
        })
        .collect::<Result<_, DeskError>>()?;
    Ok(ArticlePageDto { rows, total: count(page.total) })
}

/// The filter without its words, which are parsed where they are used.
pub(super) fn filter(desk: &Desk, dto: &ArticleFilterDto) -> Result<ArticleFilter, DeskError> {
    let topics = match dto.topic.as_deref() {
        Some(slug) => vec![desk.topic_named(slug)?],
        None => Vec::new(),
    };
    let language = match dto.language.as_deref() {
        Some(code) => vec![
            Language::from_code(code)
                .ok_or_else(|| DeskError::NoSuchWord { what: "language", word: code.to_owned() })?,
        ],
        None => Vec::new(),
    };
    let day = |text: &Option<String>| match text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
        Some(text) => Edtf::parse(text)
            .ok()
            .and_then(|date| date.exact_day())
            .map(Some)
            .ok_or_else(|| DeskError::NotADate(text.to_owned())),
        None => Ok(None),
    };
    Ok(ArticleFilter {
        tagged: topics.clone(),
        suggested: topics,
        outlets: dto.outlet.map(OutletId).into_iter().collect(),
        languages: language,
        review: dto.review.map(|review| match review {
            ReviewDto::NeedsALook => Review::NeedsALook,
            ReviewDto::ToReview => Review::Undecided,
            ReviewDto::Reviewed => Review::Decided,
        }),
        from: day(&dto.after)?,
        to: day(&dto.before)?,
        query: None,
        as_typed: dto.as_typed,
        stories: dto.stories,
        came_after: dto.came_after.map(ArticleId),
        in_bin: dto.in_bin,
    })
}

fn article_row(desk: &Desk, row: ArticleRow, names: &TopicNames) -> Result<ArticleRowDto, DeskError> {
    let chip = |id: &TopicId, state: TopicStateDto| {
        names.get(*id).map(|(slug, colour)| TopicChipDto { id: id.0, slug, colour, state })
    };
    let mut topics: Vec<TopicChipDto> =
        row.tags.iter().filter_map(|id| chip(id, TopicStateDto::Accepted)).collect();
    topics.extend(row.suggested.iter().filter_map(|id| chip(id, TopicStateDto::Suggested)));
    let (evidence, notes) = desk.read(|reader| {
        Ok((reader.evidence_in_article(row.id)?.len(), reader.notes_about(Backlink::Article(row.id))?.len()))
    })?;
    Ok(ArticleRowDto {
        id: row.id.0,
        copies: count(row.copies),
        is_copy: row.is_copy(),
        title: row.title,
        outlet: row.outlet.map(|(_, name)| name),
        grade: None,
        published: row.published.as_ref().map(|published| published.date.to_string()),
        time: row.published.as_ref().and_then(|published| published.time).map(|time| time.to_string()),
        published_confidence: confidence(row.confidence),
        language: row.language.map(|language| language.code()),
        topics,
        needs_a_look: row.needs_a_look,
        to_review: count(row.suggested.len()),
        evidence: count(evidence),
        notes: count(notes),
    })
}

pub(crate) fn article(desk: &Desk, id: ArticleId) -> Result<ArticleDto, DeskError> {
    let detail = desk.article(id)?;
    let by_analyst = |name: FieldName| detail.by_analyst.contains(&name);
    let fields = &detail.fields;
    let text = |text: &String| FieldValueDto { text: Some(text.clone()), ..FieldValueDto::empty() };
    let fields = vec![
        field(FieldNameDto::Title, &fields.title, text, by_analyst(FieldName::Title)),
        field(FieldNameDto::Outlet, &fields.outlet, text, by_analyst(FieldName::Outlet)),
        field(FieldNameDto::Byline, &fields.byline, text, by_analyst(FieldName::Byline)),
        field(FieldNameDto::Dateline, &fields.dateline, dateline, by_analyst(FieldName::Dateline)),
        field(FieldNameDto::Published, &fields.published, published, by_analyst(FieldName::Published)),
        field(
            FieldNameDto::Language,
            &fields.language,
            |language| FieldValueDto { text: Some(language.code()), ..FieldValueDto::empty() },
            by_analyst(FieldName::Language),
        ),
        field(FieldNameDto::Modified, &fields.modified, published, by_analyst(FieldName::Modified)),
        field(FieldNameDto::Url, &fields.url, text, by_analyst(FieldName::Url)),
        field(FieldNameDto::Section, &fields.section, text, by_analyst(FieldName::Section)),
    ];
    let topics = article_topics(desk, id)?;
    let (evidence_rows, notes) = desk
        .read(|reader| Ok((reader.evidence_in_article(id)?, reader.notes_about(Backlink::Article(id))?)))?;
    Ok(ArticleDto {
        id: id.0,
        uid: detail.uid.to_string(),
        title: detail.row.title,
        outlet: of_article(desk, detail.row.outlet.as_ref().map(|(id, _)| *id))?,
        fields,
        text: detail.text,
        language: detail.row.language.map(|language| language.code()),
        furniture: detail
            .furniture
            .iter()
            .map(|one| FurnitureDto { span: span(one.span), kind: one.kind.id().to_owned() })
            .collect(),
        language_runs: detail
            .language_runs
            .iter()
            .flatten()
            .map(|run| LanguageRunDto {
                span: span(run.span),
                language: run.language.code(),
                paragraphs: run.paragraphs,
            })
            .collect(),
        dates: detail
            .dates
            .into_iter()
            .map(|date| DateMentionDto {
                span: span(date.span),
                words: date.words,
                value: date.value.map(|value| value.to_string()),
                anchor: date.anchor.id().to_owned(),
            })
            .collect(),
        topics,
        codings: super::codings::codings_in(desk, id)?,
        evidence: evidence(desk, evidence_rows)?,
        notes: notes.into_iter().map(|row| note_row(desk, row)).collect::<Result<_, _>>()?,
        story: super::stories::story(desk, id)?,
        original: OriginalDto {
            file_name: detail.source_name,
            format: detail.format,
            bytes: count(detail.original.size),
            sha256: detail.original.sha256.iter().map(|byte| format!("{byte:02x}")).collect(),
        },
        captured_at: detail.row.captured_at.0,
        in_bin: detail.row.in_bin,
    })
}

/// Decided topics first, then the suggestions that wait, best first; rejected ones last.
fn article_topics(desk: &Desk, id: ArticleId) -> Result<Vec<ArticleTopicDto>, DeskError> {
    let names = TopicNames::of(desk)?;
    let suggestions = desk.suggestions(id)?;
    let decisions = desk.read(|reader| reader.decisions(id))?;
    let mut topics: Vec<ArticleTopicDto> = Vec::new();
    for suggested in suggestions {
        let row = suggested.row;
        let Some((slug, colour)) = names.get(row.topic) else { continue };
        topics.push(ArticleTopicDto {
            id: row.topic.0,
            slug,
            colour,
            state: TopicStateDto::Suggested,
            score: Some(row.suggestion.score),
            parts: parts(&row),
            reasons: reasons(row.suggestion.reasons),
            words: words(suggested.words),
            because: None,
        });
    }
    for decision in decisions {
        let Some((slug, colour)) = names.get(decision.topic) else { continue };
        let because = Some(decision.because).filter(|because| !because.is_empty());
        match topics.iter_mut().find(|topic| topic.id == decision.topic.0) {
            Some(topic) => {
                topic.state = state(decision.verdict);
                topic.because = because;
            }
            None => topics.push(ArticleTopicDto {
                id: decision.topic.0,
                slug,
                colour,
                state: state(decision.verdict),
                score: None,
                parts: None,
                reasons: Vec::new(),
                words: Vec::new(),
                because,
            }),
        }
    }
    topics.sort_by_key(|topic| match topic.state {
        TopicStateDto::Accepted | TopicStateDto::ByHand => 0,
        TopicStateDto::Suggested => 1,
        TopicStateDto::Rejected => 2,
    });
    Ok(topics)
}

pub(super) fn state(verdict: Verdict) -> TopicStateDto {
    match verdict {
        Verdict::Accepted => TopicStateDto::Accepted,
        Verdict::Rejected => TopicStateDto::Rejected,
        Verdict::ByHand => TopicStateDto::ByHand,
    }
}

pub(super) fn span(span: Span) -> SpanDto {
    SpanDto { start: span.start, end: span.end }
}

pub(super) fn confidence(confidence: Confidence) -> ConfidenceDto {
    match confidence {
        Confidence::None => ConfidenceDto::None,
        Confidence::Low => ConfidenceDto::Low,
        Confidence::Medium => ConfidenceDto::Medium,
        Confidence::High => ConfidenceDto::High,
    }
}

impl FieldValueDto {
    fn empty() -> Self {
        Self { text: None, date: None, time: None, zone: None }
    }
}

fn dateline(dateline: &Dateline) -> FieldValueDto {
    FieldValueDto {
        text: Some(dateline.place.clone()),
        date: dateline.date.as_ref().map(ToString::to_string),
        ..FieldValueDto::empty()
    }
}

fn published(published: &Published) -> FieldValueDto {
    FieldValueDto {
        text: None,
        date: Some(published.date.to_string()),
        time: published.time.map(|time| time.to_string()),
        zone: published.zone.map(|zone| zone.to_string()),
    }
}

fn field<T>(
    name: FieldNameDto,
    field: &Field<T>,
    value: impl Fn(&T) -> FieldValueDto,
    by_analyst: bool,
) -> FieldDto {
    let alternative = |one: &Alternative<T>| AlternativeDto {
        value: value(&one.value),
        confidence: confidence(one.confidence),
        basis: one.basis.iter().map(basis).collect(),
    };
    // A text has no outlet or byline of its own right: that one is missing is no fault to look at.
    let needed = matches!(name, FieldNameDto::Title | FieldNameDto::Published);
    FieldDto {
        name,
        value: field.value.as_ref().map(&value),
        confidence: confidence(field.confidence),
        basis: field.basis.iter().map(basis).collect(),
        alternatives: field.alternatives.iter().map(alternative).collect(),
        by_analyst,
        needs_a_look: needed && !by_analyst && field.needs_a_look(),
    }
}

fn basis(basis: &Basis) -> BasisDto {
    let (place, at) = match basis.place {
        Place::Text(at) => (PlaceDto::Text, Some(span(at))),
        Place::Title => (PlaceDto::Title, None),
        Place::Metadata => (PlaceDto::Metadata, None),
        Place::Url => (PlaceDto::Url, None),
        Place::File => (PlaceDto::File, None),
        Place::Batch => (PlaceDto::Batch, None),
    };
    BasisDto { words: basis.words.clone(), place, span: at, rule: basis.rule.clone() }
}

pub(crate) fn field_name(name: FieldNameDto) -> FieldName {
    match name {
        FieldNameDto::Title => FieldName::Title,
        FieldNameDto::Outlet => FieldName::Outlet,
        FieldNameDto::Byline => FieldName::Byline,
        FieldNameDto::Dateline => FieldName::Dateline,
        FieldNameDto::Published => FieldName::Published,
        FieldNameDto::Language => FieldName::Language,
        FieldNameDto::Modified => FieldName::Modified,
        FieldNameDto::Url => FieldName::Url,
        FieldNameDto::Section => FieldName::Section,
    }
}

pub(super) fn dto_of_field(name: FieldName) -> FieldNameDto {
    match name {
        FieldName::Title => FieldNameDto::Title,
        FieldName::Outlet => FieldNameDto::Outlet,
        FieldName::Byline => FieldNameDto::Byline,
        FieldName::Dateline => FieldNameDto::Dateline,
        FieldName::Published => FieldNameDto::Published,
        FieldName::Language => FieldNameDto::Language,
        FieldName::Modified => FieldNameDto::Modified,
        FieldName::Url => FieldNameDto::Url,
        FieldName::Section => FieldNameDto::Section,
    }
}

pub(crate) fn field_value(desk: &Desk, dto: FieldValueDto) -> Result<FieldValue, DeskError> {
    let given =
        |text: Option<String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let date = match given(dto.date) {
        Some(text) => Some(desk.date_typed(&text)?),
        None => None,
    };
    let time = match given(dto.time) {
        Some(text) => Some(ClockTime::parse(&text).ok_or(DeskError::NotADate(text))?),
        None => None,
    };
    let zone = match given(dto.zone) {
        Some(text) => Some(Zone::parse(&text).ok_or(DeskError::NotADate(text))?),
        None => None,
    };
    Ok(FieldValue { text: dto.text, date, time, zone })
}

pub(crate) fn emptied(emptied: EmptiedBin) -> EmptiedDto {
    EmptiedDto { articles: count(emptied.articles), originals: count(emptied.originals) }
}
