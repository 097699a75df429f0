//! What makes the evidence of a milestone weaker than it looks: all of it from one story, one outlet or one camp, sources that
//! tell other dates, passages that stand there no more. Nothing of it is stored.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chancery_model::{
    Anchor, ArticleId, CodePoints, Edtf, EvidenceId, MilestoneId, OutletId, Proves, Published, Span, Stance,
    StatusChangeId,
};
use chancery_store::{ArticleRow, EvidenceRow, OutletKind};
use chancery_text::times::{Ranges, TimeKind, times};

use crate::{AsOf, Desk, Result, Standing};

/// What is weak about the evidence of a milestone or of a step of its ladder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// All passages are from copies and reprints of one article, or from it alone.
    OneStory,
    /// All passages are from one outlet.
    OneOutlet(String),
    /// All passages are from what one state, or the states together, publish.
    OneCamp(Camp),
    /// Passages that tell a date the milestone's can't be, with their words.
    OtherDate(Vec<(EvidenceId, String, Edtf)>),
    /// Passages whose words stand nowhere in their article any more, or in several places.
    Lost(Vec<EvidenceId>),
}

/// Whose voice an outlet is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Camp {
    /// Agencies, media and bodies of a state, by its country.
    State(String),
    /// Bodies of states together.
    Interstate,
}

/// A milestone with what is weak about its evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warned {
    /// Which.
    pub milestone: MilestoneId,
    /// Of the milestone as a whole.
    pub warnings: Vec<Warning>,
    /// Of steps of its ladder.
    pub steps: Vec<(StatusChangeId, Vec<Warning>)>,
}

/// What is remembered of an article: the dates it names, and where passages of it stand. Forgotten where a text
/// is read anew; what dates are counted from can change before.
#[derive(Debug)]
pub(crate) struct Known {
    published: Option<Published>,
    dates: Vec<(Span, String, Edtf)>,
    places: HashMap<(u32, u32), Option<Span>>,
}

/// What of each article was looked at.
pub(crate) type KnownArticles = HashMap<ArticleId, Known>;

impl Desk {
    /// What is weak about the evidence of the register, now or as it stood on a day. Milestones without a warning are left out.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn warnings(&self, as_of: Option<AsOf>) -> Result<Vec<Warned>> {
        let register = self.register()?;
        let standings = match as_of {
            Some(as_of) => register.standings(as_of).milestones,
            None => register.now(),
        };
        let mut ids: Vec<ArticleId> =
            standings.iter().flat_map(|one| one.evidence.iter().map(|row| row.evidence.article)).collect();
        ids.sort_unstable();
        ids.dedup();
        let (rows, outlets) =
            self.read(|reader| Ok((reader.article_rows(&ids)?, reader.known_outlets()?)))?;
        let articles: HashMap<ArticleId, ArticleRow> = rows.into_iter().map(|row| (row.id, row)).collect();
        let camps: HashMap<OutletId, Camp> = outlets
            .iter()
            .filter_map(|row| Some((row.id, camp(row.outlet.kind?, &row.outlet.country)?)))
            .collect();
        let mut known = self.known.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        self.look_at(&standings, &articles, &mut known)?;
        let sources = Sources { articles: &articles, camps: &camps, known: &known };
        Ok(standings.iter().filter_map(|standing| sources.warned(standing)).collect())
    }

    /// Where a passage stands now: found again by its words and those around them where its article was read anew; `None` where
    /// they stand nowhere, or in several places.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn place_of(&self, row: &EvidenceRow) -> Result<Option<Span>> {
        if row.evidence.anchor.is_lost() {
            return Ok(None);
        }
        let text = self.read(|reader| reader.readable(row.evidence.article))?.text;
        Ok(place(&CodePoints::new(&text), &row.evidence.anchor))
    }

    /// Reads the dates and passages of articles that were not looked at before.
    fn look_at(
        &self,
        standings: &[Standing],
        articles: &HashMap<ArticleId, ArticleRow>,
        known: &mut KnownArticles,
    ) -> Result<()> {
        let mut wanted: HashMap<ArticleId, Vec<&Anchor>> = HashMap::new();
        for row in standings.iter().flat_map(|one| &one.evidence) {
            wanted.entry(row.evidence.article).or_default().push(&row.evidence.anchor);
        }
        for (id, anchors) in wanted {
            let Some(article) = articles.get(&id) else { continue };
            let fresh = known.get(&id).is_some_and(|known| {
                known.published == article.published
                    && anchors.iter().all(|anchor| known.places.contains_key(&key(anchor)))
            });
            if fresh {
                continue;
            }
            let read = self.read(|reader| reader.readable(id))?;
            let points = CodePoints::new(&read.text);
            let places = anchors.iter().map(|anchor| (key(anchor), place(&points, anchor))).collect();
            let published = article.published.as_ref();
            let mentions = times(&read.text, &read.furniture, read.language, published, None, Ranges::Whole);
            let dates = mentions
                .into_iter()
                .filter(|mention| mention.kind == TimeKind::Date)
                .filter_map(|mention| Some((mention.span, mention.words, mention.value?)))
                .collect();
            known.insert(id, Known { published: article.published.clone(), dates, places });
        }
        Ok(())
    }
}

fn key(anchor: &Anchor) -> (u32, u32) {
    (anchor.span.start, anchor.span.end)
}

/// Where the words of a passage stand: at their place, or else where they stand once, between the same words if need be.
fn place(text: &CodePoints<'_>, anchor: &Anchor) -> Option<Span> {
    if anchor.is_lost() {
        return None;
    }
    if text.slice(anchor.span) == Some(anchor.exact.as_str()) {
        return Some(anchor.span);
    }
    let found = Anchor::locate(text, &anchor.exact, "", "")
        .or_else(|_| Anchor::locate(text, &anchor.exact, &anchor.prefix, &anchor.suffix));
    found.ok().map(|anchor| anchor.span)
}

fn camp(kind: OutletKind, country: &str) -> Option<Camp> {
    match kind {
        OutletKind::Interstate => Some(Camp::Interstate),
        OutletKind::StateAgency | OutletKind::StateMedia | OutletKind::Government
            if !country.trim().is_empty() =>
        {
            Some(Camp::State(country.trim().to_owned()))
        }
        _ => None,
    }
}

struct Sources<'s> {
    articles: &'s HashMap<ArticleId, ArticleRow>,
    camps: &'s HashMap<OutletId, Camp>,
    known: &'s KnownArticles,
}

impl Sources<'_> {
    fn warned(&self, standing: &Standing) -> Option<Warned> {
        let supports = |row: &&Arc<EvidenceRow>| row.evidence.stance == Stance::Supports;
        let mut warnings: Vec<Warning> =
            self.narrow(standing.evidence.iter().filter(supports)).into_iter().collect();
        let others = self.other_dates(standing);
        if !others.is_empty() {
            warnings.push(Warning::OtherDate(others));
        }
        let lost: Vec<EvidenceId> =
            standing.evidence.iter().filter(|row| self.lost(row)).map(|row| row.id).collect();
        if !lost.is_empty() {
            warnings.push(Warning::Lost(lost));
        }
        let steps: Vec<(StatusChangeId, Vec<Warning>)> = standing
            .changes
            .iter()
            .filter_map(|step| {
                let proofs =
                    standing.evidence.iter().filter(|row| row.evidence.status_change == Some(step.id));
                Some((step.id, vec![self.narrow(proofs.filter(supports))?]))
            })
            .collect();
        let any = !warnings.is_empty() || !steps.is_empty();
        any.then_some(Warned { milestone: standing.row.id, warnings, steps })
    }

    /// The narrowest circle all the passages come from.
    fn narrow<'e>(&self, passages: impl Iterator<Item = &'e Arc<EvidenceRow>>) -> Option<Warning> {
        let articles: Vec<&ArticleRow> =
            passages.filter_map(|row| self.articles.get(&row.evidence.article)).collect();
        let stories: HashSet<ArticleId> =
            articles.iter().map(|article| article.story.unwrap_or(article.id)).collect();
        if stories.len() <= 1 {
            return (!articles.is_empty()).then_some(Warning::OneStory);
        }
        let outlets: Option<HashMap<OutletId, &str>> = articles
            .iter()
            .map(|article| article.outlet.as_ref().map(|(id, name)| (*id, name.as_str())))
            .collect();
        let outlets = outlets?;
        if let [name] = outlets.values().copied().collect::<Vec<_>>().as_slice() {
            return Some(Warning::OneOutlet((*name).to_owned()));
        }
        let camps: Option<HashSet<&Camp>> = outlets.keys().map(|id| self.camps.get(id)).collect();
        match camps?.into_iter().collect::<Vec<_>>().as_slice() {
            [camp] => Some(Warning::OneCamp((*camp).clone())),
            _ => None,
        }
    }

    /// Passages said to prove the date, or that it happened, which name days and months, none of which it can have been.
    fn other_dates(&self, standing: &Standing) -> Vec<(EvidenceId, String, Edtf)> {
        let Some(date) = &standing.row.milestone.date else { return Vec::new() };
        let (from, to) = (date.earliest(), date.latest());
        let mut others = Vec::new();
        for row in &standing.evidence {
            let proof = &row.evidence;
            let dates_it = proof.proves.contains(&Proves::Date);
            let tells = proof.stance == Stance::Supports
                && proof.status_change.is_none()
                && (dates_it || proof.proves.contains(&Proves::Milestone));
            let (true, Some(known)) = (tells, self.known.get(&proof.article)) else { continue };
            let span = proof.anchor.span;
            let named: Vec<&(Span, String, Edtf)> = known
                .dates
                .iter()
                .filter(|(at, _, told)| {
                    at.start >= span.start && at.end <= span.end && (dates_it || exact(told))
                })
                .collect();
            if named.iter().any(|(_, _, told)| told.overlaps(from, to)) {
                continue;
            }
            if let Some((_, words, told)) = named.first() {
                others.push((row.id, words.clone(), told.clone()));
            }
        }
        others
    }

    fn lost(&self, row: &EvidenceRow) -> bool {
        let known = self.known.get(&row.evidence.article);
        known.and_then(|known| known.places.get(&key(&row.evidence.anchor))).is_some_and(Option::is_none)
    }
}

/// Whether a date is at most a month: a year in a sentence tells seldom when the thing itself happened.
fn exact(date: &Edtf) -> bool {
    matches!((date.earliest(), date.latest()), (Some(from), Some(to)) if from.year == to.year && from.month == to.month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_that_moved_is_found_again_by_its_words_or_by_those_around_them() {
        let before = "Пункт 1. Договор подписан. Пункт 2.";
        let passage =
            |text: &str, words: &str| Anchor::locate(&CodePoints::new(text), words, "", "").unwrap();
        let anchor = passage(before, "Договор подписан.");
        let found = |text: &str, anchor: &Anchor| {
            let points = CodePoints::new(text);
            place(&points, anchor).map(|span| points.slice(span).unwrap().to_owned())
        };
        assert_eq!(found(before, &anchor).as_deref(), Some("Договор подписан."));
        assert_eq!(found("Минск. Пункт 1. Договор подписан.", &anchor).as_deref(), Some("Договор подписан."));
        assert_eq!(found("Пункт 1. Договор не подписан.", &anchor), None);
        assert_eq!(found("Договор подписан. Договор подписан.", &anchor), None);
        let twice = "Договор подписан. Пункт 1. Договор подписан. Пункт 2. Договор подписан.";
        let points = CodePoints::new(twice);
        let found = place(&points, &anchor).unwrap();
        assert_eq!(found.start, 27);
    }
}
