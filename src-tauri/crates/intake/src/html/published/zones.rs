//! Moments stated in UTC, brought to the day of the page's own clock.

use std::collections::HashSet;

use chancery_model::{Day, Edtf, Published, Zone};

use super::cues::Says;
use super::{Clue, Source};

/// Least weight of a day seen on the page that a moment is brought to.
const SEEN: i32 = 36;

/// Gives a moment in UTC the day it has where the page is read: the one that begins at that very moment, or the one seen there.
pub(super) fn to_local(clues: &mut Vec<Clue>, language: Option<&str>) {
    let mut local = Vec::new();
    for clue in clues.iter_mut().filter(|clue| is_midnight(clue, language)) {
        if let Some(day) = clue.day.to_chrono().and_then(|day| day.succ_opt()) {
            *clue = clue.on(Day::from_chrono(day));
        }
    }
    let seen: HashSet<Day> = clues
        .iter()
        .filter(|clue| clue.source == Source::Visible && clue.weight >= SEEN && clue.says != Says::Modified)
        .map(|clue| clue.day)
        .collect();
    for clue in clues.iter_mut().filter(|clue| is_utc(clue) && !seen.contains(&clue.day)) {
        let (Some(time), Some(date)) = (clue.published.time, clue.day.to_chrono()) else { continue };
        let next = date.succ_opt().filter(|_| time.hour >= 10);
        let last = date.pred_opt().filter(|_| time.hour <= 12);
        let beside = [next, last].into_iter().flatten().map(Day::from_chrono).find(|day| seen.contains(day));
        if let Some(day) = beside {
            local.push(clue.on(day));
            // The day it has in UTC is hardly another opinion.
            clue.weight /= 4;
        }
    }
    clues.append(&mut local);
}

impl Clue {
    /// The same moment, on the day of another zone; its clock time there is not known.
    fn on(&self, day: Day) -> Self {
        let published = Published { date: Edtf::day(day), time: None, zone: None };
        Self { day, published, rule: "day-of-its-zone", ..self.clone() }
    }
}

fn is_utc(clue: &Clue) -> bool {
    clue.source == Source::Stated && clue.published.zone == Some(Zone(0))
}

/// Whether the moment is midnight in summer or winter between Lisbon and Moscow: who enters a day without a time stores that.
fn is_midnight(clue: &Clue, language: Option<&str>) -> bool {
    let abroad = |tag: &str| ["en", "es-", "pt-BR", "pt_BR"].iter().any(|start| tag.starts_with(start));
    is_utc(clue)
        && language.is_some_and(|tag| !abroad(tag))
        && clue.published.time.is_some_and(|time| {
            (21..=23).contains(&time.hour) && time.minute == 0 && time.second.unwrap_or(0) == 0
        })
}
