//! What a topic would find as it is being written: part by part, newest articles first, so that the first answers are there
//! while one types. Nothing is kept of it.

use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};

use chancery_model::{ArticleId, CodePoints, Span, Topic, TopicId, Verdict};
use chancery_store::{ArticleRow, Readable};
use chancery_text::Matcher;
use chancery_text::learn::Features;
use chancery_text::topics::{Hit, Looked};

use super::draft::{term_faults, tidy_term};
use super::{TopicDraft, TopicFault};
use crate::learning::Plan;
use crate::{Desk, Result};

/// Which part of a preview is asked for.
#[derive(Clone, Copy, Debug)]
pub struct PreviewAsk {
    /// The topic that is edited; `None` for a new one.
    pub topic: Option<TopicId>,
    /// How many articles were read for earlier parts.
    pub from: u32,
    /// The number the first part gave; `None` for the first. A first part ends every other preview under way.
    pub turn: Option<u64>,
    /// How long to read.
    pub budget: Duration,
}

/// A part of a preview: counts and lists are those of the articles of this part.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PreviewPart {
    /// The preview's number, to ask for its next part.
    pub turn: u64,
    /// Articles read so far, with earlier parts.
    pub read: u32,
    /// Articles to read.
    pub total: u32,
    /// Whether another preview began meanwhile: there are no further parts of this one.
    pub superseded: bool,
    /// Articles it would be suggested for.
    pub suggested: u32,
    /// Articles it is suggested for now.
    pub now: u32,
    /// Articles it would be suggested for and is not now.
    pub newly: Changing,
    /// Articles it is suggested for now and would not be.
    pub no_longer: Changing,
    /// What each term finds, in their order.
    pub terms: Vec<TermHits>,
    /// What is wrong with each term, if anything.
    pub faults: Vec<Option<TopicFault>>,
}

/// Articles on which the suggestion changes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changing {
    /// How many.
    pub number: u32,
    /// The first of them.
    pub articles: Vec<PreviewArticle>,
}

/// An article on which the suggestion changes.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewArticle {
    /// The article.
    pub row: ArticleRow,
    /// What it would score, where anything speaks for it.
    pub score: Option<f64>,
    /// What was decided: such an article stays as it is.
    pub verdict: Option<Verdict>,
    /// The heaviest passages of the draft, or what is lost.
    pub words: Vec<String>,
}

/// What a term finds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TermHits {
    /// How often.
    pub hits: u32,
    /// How many of them count: no other term excludes or encloses them.
    pub counted: u32,
    /// In how many articles.
    pub articles: u32,
    /// The first of them, with the words around.
    pub passages: Vec<TermPassage>,
}

/// A passage a term finds.
#[derive(Clone, Debug, PartialEq)]
pub struct TermPassage {
    /// The article.
    pub article: ArticleId,
    /// Its title.
    pub title: String,
    /// Where; `None` in the title.
    pub span: Option<Span>,
    /// The words before.
    pub before: String,
    /// The words found.
    pub words: String,
    /// The words after.
    pub after: String,
    /// Whether it counts.
    pub counts: bool,
}

/// The preview under way.
pub(crate) struct Previewing {
    turn: u64,
    topic: Topic,
    looks: Arc<Looks>,
}

/// What a preview looks with.
pub(crate) struct Looks {
    matcher: Matcher,
    /// How the topic is suggested by rules and decisions together; `None` for a new one, which has only rules.
    plan: Option<Plan>,
}

/// Articles read at once; the time is looked at after each.
const AT_ONCE: u32 = 64;
/// Articles and passages given with a part, of each sort and each term.
const LISTED: usize = 100;
const PASSAGES: usize = 5;
/// Code points of the words around a passage, on either side.
const AROUND: u32 = 60;
/// Heaviest passages told of an article.
const HEAVIEST: usize = 3;

impl Desk {
    /// A part of what a topic written so would find.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn topic_preview(&self, ask: PreviewAsk, draft: &TopicDraft) -> Result<PreviewPart> {
        let began = Instant::now();
        let (turn, looks) = self.previewing(ask, draft)?;
        let total = self.read(|reader| reader.count_articles())?;
        let mut part = PreviewPart {
            turn,
            read: ask.from,
            total: u32::try_from(total).unwrap_or(u32::MAX),
            terms: vec![TermHits::default(); draft.terms.len()],
            faults: term_faults(&draft.terms.iter().map(tidy_term).collect::<Vec<_>>()),
            ..PreviewPart::default()
        };
        let Some(looks) = looks else {
            part.superseded = true;
            return Ok(part);
        };
        let suggested = match ask.topic {
            Some(topic) => self.read(|reader| reader.suggested_on(topic))?,
            None => Vec::new(),
        };
        let goes_on = || self.previews.load(Ordering::SeqCst) == turn;
        loop {
            let ids = self.read(|reader| reader.newest_ids(part.read, AT_ONCE))?;
            if ids.is_empty() {
                part.total = part.read;
                break;
            }
            let mut stems = match &looks.plan {
                Some(plan) if plan.learned() => self.stems_of(&ids)?,
                _ => Default::default(),
            };
            for id in ids {
                let article = self.read(|reader| reader.readable(id))?;
                let looked =
                    looks.matcher.look(&article.title, &article.text, &article.furniture, article.language);
                let seen = Seen {
                    would: looks.would(id, &looked, stems.remove(&id).as_ref()),
                    is_now: suggested.binary_search(&id).is_ok(),
                };
                self.take(&mut part, ask.topic, &article, &looked, seen)?;
                part.read += 1;
                if !goes_on() {
                    part.superseded = true;
                    return Ok(part);
                }
                if began.elapsed() >= ask.budget {
                    return Ok(part);
                }
            }
        }
        Ok(part)
    }

    /// The number of a preview and what it looks with; nothing where another began meanwhile.
    fn previewing(&self, ask: PreviewAsk, draft: &TopicDraft) -> Result<(u64, Option<Arc<Looks>>)> {
        let topic = Topic {
            slug: String::new(),
            parent: None,
            group: false,
            label: Default::default(),
            definition: Default::default(),
            include: Default::default(),
            exclude: Default::default(),
            threshold: draft.threshold,
            terms: draft.terms.iter().map(tidy_term).collect(),
        };
        if let Some(turn) = ask.turn {
            let kept = self.previewing.lock().unwrap_or_else(PoisonError::into_inner);
            let same = kept.as_ref().filter(|kept| kept.turn == turn && kept.topic == topic);
            return Ok((turn, same.map(|kept| Arc::clone(&kept.looks))));
        }
        let turn = self.previews.fetch_add(1, Ordering::SeqCst) + 1;
        let has_terms = !topic.terms.is_empty();
        let plan = match ask.topic {
            Some(id) => self.plan_of_draft(id, draft.threshold, has_terms)?,
            None => None,
        };
        let looks = Arc::new(Looks { matcher: Matcher::new(std::slice::from_ref(&topic)), plan });
        let kept = Previewing { turn, topic, looks: Arc::clone(&looks) };
        *self.previewing.lock().unwrap_or_else(PoisonError::into_inner) = Some(kept);
        Ok((turn, Some(looks)))
    }

    fn take(
        &self,
        part: &mut PreviewPart,
        topic: Option<TopicId>,
        article: &Readable,
        looked: &Looked,
        seen: Seen,
    ) -> Result<()> {
        count_terms(&mut part.terms, article, &looked.hits);
        part.suggested += u32::from(seen.would.1);
        part.now += u32::from(seen.is_now);
        let into = match (seen.is_now, seen.would.1) {
            (false, true) => &mut part.newly,
            (true, false) => &mut part.no_longer,
            _ => return Ok(()),
        };
        into.number += 1;
        if into.articles.len() == LISTED {
            return Ok(());
        }
        let (row, decided, before) = self.read(|reader| {
            let row = reader.article_rows(&[article.id])?.pop();
            let before = if seen.is_now { reader.suggestions(article.id)? } else { Vec::new() };
            Ok((row, reader.decisions(article.id)?, before))
        })?;
        let Some(row) = row else { return Ok(()) };
        let verdict = decided.into_iter().find(|one| Some(one.topic) == topic).map(|one| one.verdict);
        let lost = before.into_iter().find(|one| Some(one.topic) == topic).map(|one| one.suggestion);
        let weighed = looked.weighed.as_ref().map(|weighed| &weighed.suggestion);
        let mut reasons = lost.as_ref().or(weighed).map_or_else(Vec::new, |one| one.reasons.clone());
        reasons.sort_by(|one, other| other.weight.abs().total_cmp(&one.weight.abs()));
        let words = reasons.into_iter().take(HEAVIEST).map(|reason| reason.words).collect();
        into.articles.push(PreviewArticle { row, score: seen.would.0, verdict, words });
        Ok(())
    }
}

/// What becomes of an article: the score it would have and whether it would be suggested, and whether it is now.
#[derive(Clone, Copy)]
struct Seen {
    would: (Option<f64>, bool),
    is_now: bool,
}

impl Looks {
    fn would(&self, article: ArticleId, looked: &Looked, stems: Option<&Features>) -> (Option<f64>, bool) {
        let rules = looked.weighed.as_ref().map(|weighed| weighed.suggestion.score);
        match &self.plan {
            Some(plan) => {
                let rules: Vec<(TopicId, f64)> = rules.map(|score| (plan.topic, score)).into_iter().collect();
                let fit = plan.fit(article, &rules, stems);
                (fit.has_reason.then_some(fit.scored.score), plan.suggests(&fit))
            }
            None => (rules, looked.weighed.as_ref().is_some_and(|weighed| weighed.suggested)),
        }
    }
}

fn count_terms(terms: &mut [TermHits], article: &Readable, hits: &[Hit]) {
    let mut points: Option<CodePoints<'_>> = None;
    let mut seen = std::collections::BTreeSet::new();
    for hit in hits {
        let Some(term) = terms.get_mut(hit.term) else { continue };
        term.hits += 1;
        term.counted += u32::from(hit.counts);
        term.articles += u32::from(seen.insert(hit.term));
        if term.passages.len() == PASSAGES {
            continue;
        }
        let source = if hit.span.is_some() { &article.text } else { &article.title };
        let words = source.get(hit.bytes.0..hit.bytes.1).unwrap_or_default().to_owned();
        let (before, after) = match hit.span {
            Some(span) => around(points.get_or_insert_with(|| CodePoints::new(&article.text)), span),
            None => (
                source.get(..hit.bytes.0).unwrap_or_default().to_owned(),
                source.get(hit.bytes.1..).unwrap_or_default().to_owned(),
            ),
        };
        term.passages.push(TermPassage {
            article: article.id,
            title: article.title.clone(),
            span: hit.span,
            before,
            words,
            after,
            counts: hit.counts,
        });
    }
}

/// The words around a passage, cut at blanks and at the end of its line.
fn around(points: &CodePoints<'_>, span: Span) -> (String, String) {
    let before = points.slice(Span::new(span.start.saturating_sub(AROUND), span.start)).unwrap_or_default();
    let end = span.end.saturating_add(AROUND).min(points.len());
    let after = points.slice(Span::new(span.end, end)).unwrap_or_default();
    let before = before.rsplit('\n').next().unwrap_or_default();
    let after = after.split('\n').next().unwrap_or_default();
    let cut_before =
        if span.start > AROUND { before.split_once(' ').map_or(before, |(_, rest)| rest) } else { before };
    let cut_after =
        if end < points.len() { after.rsplit_once(' ').map_or(after, |(rest, _)| rest) } else { after };
    (cut_before.to_owned(), cut_after.to_owned())
}
