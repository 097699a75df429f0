//! Dated sentences that speak of a step of an integration, in English, Russian and Belarusian: which cues are in them, which date
//! they are about, and how surely they tell of a milestone. A sentence without a cue or without a date is none of them.

mod lexicon;
mod marks;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
mod title;

use std::sync::LazyLock;

use chancery_model::{
    CodePoints, DateMention, Edtf, Furniture, InLanguages, Language, MilestoneKind, Span, Status, Term,
    TermKind, Topic,
};

use crate::learn::{Features, Prose};
use crate::{Matcher, sentences};

pub use lexicon::{CUES, Cue};
pub use title::title;

/// Version of what is found in a text. Another one reads every article anew.
pub const CUES_VERSION: u32 = 1;

/// What a cue speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// What was done: signed, put off.
    Deed,
    /// What it is about: a treaty, the common market.
    Matter,
    /// What takes from it: "if", "would".
    Doubt,
}

impl Sort {
    /// The word used in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Deed => "deed",
            Self::Matter => "matter",
            Self::Doubt => "doubt",
        }
    }
}

/// A cue where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CueHit {
    /// Which cue.
    pub id: &'static str,
    /// Where in the text.
    pub span: Span,
}

/// A dated sentence with its cues.
#[derive(Clone, Debug, PartialEq)]
pub struct CuedSentence {
    /// The sentence.
    pub span: Span,
    /// The date it is about, where it stands in it.
    pub date: DateMention,
    /// Its cues, each once, in the order of the table.
    pub cues: Vec<CueHit>,
    /// Its stems.
    pub stems: Features,
    /// Hashes of its numbers and names, which are the same in every language; ascending.
    pub marks: Vec<u32>,
}

/// The cue of an id.
#[must_use]
pub fn cue(id: &str) -> Option<&'static Cue> {
    CUES.iter().find(|cue| cue.id == id)
}

/// How surely cues with these weights speak of a milestone on this date, 0–1. Without a deed and a matter it is 0.
#[must_use]
pub fn weigh(cues: impl Iterator<Item = (&'static Cue, f64)>, date: &Edtf) -> f64 {
    let (mut deeds, mut matters, mut doubt) = (Vec::new(), Vec::new(), 1.0);
    for (cue, weight) in cues {
        match cue.sort {
            Sort::Doubt => doubt *= weight,
            Sort::Deed => deeds.push(weight),
            Sort::Matter => matters.push(weight),
        }
    }
    let (deed, matter) = (together(deeds), together(matters));
    if deed == 0.0 || matter == 0.0 {
        return 0.0;
    }
    // Much of the one does not make up for next to nothing of the other.
    let even = 0.7 + 0.3 * (deed.min(matter) / 0.4).min(1.0);
    (1.0 - (1.0 - deed) * (1.0 - matter)) * even * doubt * sharpness(date)
}

/// Several cues of one sort: the surest in full, the others by half.
fn together(mut weights: Vec<f64>) -> f64 {
    weights.sort_by(|one, other| other.total_cmp(one));
    let against =
        weights.iter().enumerate().map(|(place, weight)| 1.0 - weight * if place == 0 { 1.0 } else { 0.5 });
    1.0 - against.product::<f64>()
}

/// How much a date tells: a day most, a decade least.
fn sharpness(date: &Edtf) -> f64 {
    let days = match (date.earliest(), date.latest()) {
        (Some(first), Some(last)) => {
            last.to_chrono().zip(first.to_chrono()).map(|(last, first)| (last - first).num_days())
        }
        // "By November 2019" is as sharp as its month.
        (None, Some(_)) | (Some(_), None) => Some(30),
        (None, None) => None,
    };
    match days {
        Some(0) => 1.0,
        Some(..=31) => 0.95,
        Some(..=92) => 0.9,
        Some(..=366) => 0.85,
        _ => 0.7,
    }
}

/// The kind of milestone the cues speak of: that of the surest, with what it is about before what was done; something still ahead
/// is due by then.
#[must_use]
pub fn kind_of(cues: &[&'static Cue], is_ahead: bool) -> MilestoneKind {
    if is_ahead {
        return MilestoneKind::Deadline;
    }
    let sure = |cue: &&&'static Cue| cue.weight + if cue.sort == Sort::Matter { 0.05 } else { 0.0 };
    let telling = cues.iter().filter(|cue| cue.kind.is_some() && cue.id != "programme");
    let surest = telling.max_by(|one, other| sure(one).total_cmp(&sure(other)));
    surest.and_then(|cue| cue.kind).unwrap_or(MilestoneKind::Decision)
}

/// How far the cues say a promise has come: the surest deed that tells.
#[must_use]
pub fn status_of(cues: &[&'static Cue]) -> Option<Status> {
    let deeds = cues.iter().filter(|cue| cue.sort == Sort::Deed && cue.status.is_some());
    deeds.max_by(|one, other| one.weight.total_cmp(&other.weight)).and_then(|cue| cue.status)
}

/// The table as the rule engine takes it: a cue is a topic, its words are terms.
static MATCHER: LazyLock<Matcher> = LazyLock::new(|| {
    let topics: Vec<Topic> = CUES.iter().map(topic).collect();
    Matcher::new(&topics)
});

fn topic(cue: &Cue) -> Topic {
    let terms = [Language::En, Language::Ru, Language::Be].into_iter().zip(cue.words).flat_map(
        |(language, words)| {
            words.split('|').map(move |words| Term {
                language,
                text: words.trim_start_matches('!').to_owned(),
                kind: TermKind::Stem,
                // A term of weight 0 excludes what it overlaps.
                weight: if words.starts_with('!') { 0.0 } else { 1.0 },
                facet: None,
            })
        },
    );
    Topic {
        slug: cue.id.to_owned(),
        parent: None,
        group: false,
        label: InLanguages::default(),
        definition: InLanguages::default(),
        include: InLanguages::default(),
        exclude: InLanguages::default(),
        threshold: 0.0,
        terms: terms.collect(),
    }
}

/// The dated sentences of `text` outside furniture with a deed and a matter, in order. `dates` are those named in it, in order.
#[must_use]
pub fn cued(
    text: &str,
    furniture: &[Furniture],
    language: Option<Language>,
    dates: &[DateMention],
) -> Vec<CuedSentence> {
    if !dates.iter().any(|date| date.value.is_some()) {
        return Vec::new();
    }
    let points = CodePoints::new(text);
    let mut found = Vec::new();
    for span in sentences(text) {
        let inside = |date: &&DateMention| date.span.start >= span.start && date.span.end <= span.end;
        let first = dates.partition_point(|date| date.span.end <= span.start);
        let own: Vec<&DateMention> = dates
            .iter()
            .skip(first)
            .take_while(|date| date.span.start < span.end)
            .filter(inside)
            .filter(|date| date.value.is_some())
            .collect();
        if own.is_empty() || furniture.iter().any(|piece| piece.span.overlaps(&span)) {
            continue;
        }
        found.extend(points.slice(span).and_then(|sentence| read(sentence, span, language, &own)));
    }
    found
}

/// The cues in some words, wherever they come from.
#[must_use]
pub fn cued_words(text: &str, language: Option<Language>) -> Vec<&'static Cue> {
    MATCHER.weigh("", text, &[], language).iter().filter_map(|one| cue(&one.suggestion.topic)).collect()
}

/// Hashes of the numbers and names in some words, each once, ascending.
#[must_use]
pub fn marks(text: &str, language: Option<Language>) -> Vec<u32> {
    marks::marks(text, &[], language)
}

/// Longer than any sentence: a list or a table that was read as one.
const LONGEST: usize = 1200;

fn read(
    sentence: &str,
    span: Span,
    language: Option<Language>,
    dates: &[&DateMention],
) -> Option<CuedSentence> {
    if sentence.len() > LONGEST {
        return None;
    }
    let weighed = MATCHER.weigh("", sentence, &[], language);
    let hit = |cue: &'static Cue| {
        let of = weighed.iter().find(|one| one.suggestion.topic == cue.id)?;
        let here = of.suggestion.reasons.iter().find_map(|reason| reason.span)?;
        let within = |date: &&&DateMention| {
            date.span.start <= span.start + here.start && span.start + here.start < date.span.end
        };
        // "the 1999 agreement" dates the agreement; "the end of the programme" of a date is no cue.
        dates
            .iter()
            .find(within)
            .is_none()
            .then(|| CueHit { id: cue.id, span: Span::new(span.start + here.start, span.start + here.end) })
    };
    let cues: Vec<CueHit> = CUES.iter().filter_map(hit).collect();
    let of_sort = |sort| cues.iter().filter(move |hit| cue(hit.id).is_some_and(|cue| cue.sort == sort));
    of_sort(Sort::Matter).next()?;
    // The date nearest to the surest deed is the one it is about.
    let surest = |hit: &&CueHit| cue(hit.id).map_or(0.0, |cue| cue.weight);
    let deed = of_sort(Sort::Deed).max_by(|one, other| surest(one).total_cmp(&surest(other)))?;
    let distance = |date: &&&DateMention| {
        if date.span.end <= deed.span.start {
            deed.span.start - date.span.end
        } else {
            date.span.start.saturating_sub(deed.span.end)
        }
    };
    let date = (*dates.iter().min_by_key(distance)?).clone();
    let without: Vec<Span> = dates
        .iter()
        .map(|date| Span::new(date.span.start - span.start, date.span.end - span.start))
        .collect();
    Some(CuedSentence {
        span,
        date,
        stems: Features::of(&Prose { title: "", text: sentence, furniture: &[], language }),
        marks: marks::marks(sentence, &without, language),
        cues,
    })
}
