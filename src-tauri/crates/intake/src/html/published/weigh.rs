//! Clues weighed against each other: one day taken, the others kept, and how sure that is.

use std::collections::{BTreeMap, HashSet};

use chancery_model::{Alternative, Basis, Confidence, Day, Edtf, Field, Published};

use super::cues::Says;
use super::{Clue, Dated, Source};

/// All that speaks for one day.
struct Case<'a> {
    day: Day,
    /// Strongest first.
    clues: Vec<&'a Clue>,
    total: i32,
}

impl Case<'_> {
    /// The strongest clue of a source that is not one of a change.
    fn most(&self, source: Source) -> i32 {
        let of = self.clues.iter().filter(|clue| clue.source == source && clue.says != Says::Modified);
        of.map(|clue| clue.weight).max().unwrap_or(0)
    }

    /// The day it is with day and month the other way round, where everything that speaks for it leaves that open.
    fn turned(&self) -> Option<Day> {
        let counted = self.clues.iter().filter(|clue| clue.says != Says::Modified && clue.weight >= 8);
        let turned: Option<Vec<Day>> = counted.map(|clue| clue.turned).collect();
        turned?.first().copied()
    }
}

/// Least total that is believed at all.
const LEAST: i32 = 4;
/// Least total that is more than a guess.
const FIRM: i32 = 20;
/// Most other days kept as alternatives.
const MOST_OTHERS: usize = 4;

/// Weighs them.
pub(super) fn dated(mut clues: Vec<Clue>) -> Dated {
    clues.retain(|clue| clue.weight > 0);
    doubt_restated(&mut clues);
    // Among themselves the clues of a change count in full.
    let changes = clues.iter().filter(|clue| clue.says == Says::Modified);
    let changes: Vec<Clue> = changes.map(|clue| Clue { says: Says::Nothing, ..clue.clone() }).collect();
    Dated { published: field(&cases(&clues)), modified: field(&cases(&changes)) }
}

/// Least weight of a day seen on the page that a moment of publication is doubted for.
const SEEN: i32 = 36;

/// A page that states one moment for its publication and its last change tells when it was saved, where an older day is seen.
fn doubt_restated(clues: &mut [Clue]) {
    let of = |says: Says| clues.iter().filter(move |clue| clue.source == Source::Stated && clue.says == says);
    let changed: HashSet<Day> = of(Says::Modified).map(|clue| clue.day).collect();
    let seen = clues
        .iter()
        .filter(|clue| clue.source == Source::Visible && clue.weight >= SEEN && clue.says != Says::Modified);
    let Some(oldest) = seen.map(|clue| clue.day).min() else { return };
    for clue in clues.iter_mut().filter(|clue| clue.source == Source::Stated && clue.says == Says::Published)
    {
        if changed.contains(&clue.day) && oldest < clue.day {
            clue.weight /= 2;
        }
    }
}

/// What counts for a day in a source: a change is made on the day of publication as a rule of thumb only.
fn share(clue: &Clue) -> i32 {
    match (clue.says, clue.source) {
        (Says::Modified, Source::Visible) => clue.weight / 2,
        (Says::Modified, _) => clue.weight * 3 / 10,
        _ => clue.weight,
    }
}

/// The clues by their days, the weightiest day first; of days of one weight the earlier.
fn cases(clues: &[Clue]) -> Vec<Case<'_>> {
    let mut days: BTreeMap<Day, Vec<&Clue>> = BTreeMap::new();
    for clue in clues {
        days.entry(clue.day).or_default().push(clue);
    }
    let mut cases: Vec<Case<'_>> = days
        .into_iter()
        .map(|(day, mut clues)| {
            clues.sort_by_key(|clue| -share(clue));
            let mut best: BTreeMap<(Source, bool), i32> = BTreeMap::new();
            for clue in &clues {
                let most = best.entry((clue.source, clue.says == Says::Modified)).or_default();
                *most = share(clue).max(*most);
            }
            let mut shares: Vec<i32> = best.into_values().collect();
            shares.sort_unstable_by_key(|share| -share);
            let total = shares.iter().zip(1..).map(|(share, rank)| share / rank).sum();
            Case { day, clues, total }
        })
        .collect();
    cases.sort_by_key(|case| -case.total);
    cases
}

/// Certain is what a reader sees on the page and something else agrees with, or what stands where dates of publication stand
/// and nothing speaks against. What machines alone are told is often the day of a change or of another page.
fn is_certain(best: &Case<'_>, second: Option<&Case<'_>>) -> bool {
    let rival = second.map_or(0, |second| second.total);
    let seen = best.most(Source::Visible);
    let stated =
        [Source::Stated, Source::Address].into_iter().map(|source| best.most(source)).max().unwrap_or(0);
    let agreed = seen >= 20 && stated >= 34;
    (agreed || seen >= 40) && rival * 5 < best.total * 3
}

fn field(cases: &[Case<'_>]) -> Field<Published> {
    let Some(best) = cases.first().filter(|best| best.total >= LEAST) else { return Field::default() };
    let value = value(best);
    let turned = best.turned().map(|day| Alternative {
        value: Published { date: Edtf::day(day), ..value.clone() },
        confidence: Confidence::Low,
        basis: basis(best),
    });
    let others = cases.iter().skip(1).filter(|case| case.total >= LEAST).take(MOST_OTHERS).map(|case| {
        Alternative { value: self::value(case), confidence: Confidence::Low, basis: basis(case) }
    });
    let confidence = if turned.is_some() || best.total < FIRM {
        Confidence::Low
    } else if is_certain(best, cases.get(1)) {
        Confidence::High
    } else {
        Confidence::Medium
    };
    Field {
        value: Some(value),
        confidence,
        basis: basis(best),
        alternatives: turned.into_iter().chain(others).collect(),
    }
}

/// The day with the clock time of the strongest clue that has one.
fn value(case: &Case<'_>) -> Published {
    let timed = case.clues.iter().find(|clue| clue.published.time.is_some());
    timed.or(case.clues.first()).map_or_else(
        || Published { date: Edtf::day(case.day), time: None, zone: None },
        |clue| clue.published.clone(),
    )
}

fn basis(case: &Case<'_>) -> Vec<Basis> {
    let mut basis: Vec<Basis> = Vec::new();
    for clue in &case.clues {
        let one = Basis { words: clue.words.clone(), place: clue.place, rule: clue.rule.to_owned() };
        if basis.len() < 4 && !basis.iter().any(|known| known.rule == one.rule) {
            basis.push(one);
        }
    }
    basis
}
