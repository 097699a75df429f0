//! Which of two numbers is the month: told by the other days of the page, else by its language.

use std::collections::HashSet;

use chancery_model::Day;

use super::Clue;
use super::visible::Seen;
use crate::html::given::Given;

/// What a page makes of 03/11/2021.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Order {
    /// The month stands first.
    month_first: bool,
    /// Told by something on the page, not taken for granted.
    told: bool,
}

/// Endings of hosts in countries that write English with the day first.
const DAY_FIRST_HOSTS: &[&str] =
    &[".uk", ".ie", ".au", ".nz", ".in", ".za", ".eu", ".ng", ".ke", ".pk", ".sg", ".hk"];

/// Languages that write days in figures with strokes, the day first; in others who does so may mean either.
const STROKES: &[&str] = &["fr", "es", "it", "pt", "ca", "gl", "ro", "el", "vi", "ar", "hi", "id", "he"];

/// The order the page writes.
pub(super) fn month_first(seen: &[Seen], given: &Given) -> Order {
    let told: Vec<bool> = seen.iter().filter_map(|seen| seen.written.month_first).collect();
    if let Some(first) = told.first()
        && told.iter().all(|one| one == first)
    {
        return Order { month_first: *first, told: true };
    }
    let locale = given.meta("og:locale").next();
    let regional = [given.language.as_deref(), locale].into_iter().flatten().find(|tag| tag.len() > 2);
    let language =
        regional.or(given.language.as_deref()).unwrap_or_default().to_ascii_lowercase().replace('_', "-");
    if !language.is_empty() && !language.starts_with("en") {
        let told = STROKES.iter().any(|usual| language.starts_with(usual));
        return Order { month_first: false, told };
    }
    if language == "en-us" {
        return Order { month_first: true, told: true };
    }
    let host = given
        .canonical
        .as_deref()
        .and_then(|url| url.split("://").nth(1))
        .and_then(|rest| rest.split('/').next());
    let elsewhere =
        language.len() > 2 || host.is_some_and(|host| DAY_FIRST_HOSTS.iter().any(|end| host.ends_with(end)));
    Order { month_first: language == "en" && !elsewhere, told: false }
}

/// Settles the clues that can be read two ways: by a clue that can't, else by the order of the page.
pub(super) fn settle(clues: &mut [Clue], order: Order) {
    let fixed: HashSet<Day> =
        clues.iter().filter(|clue| clue.turned.is_none() && clue.weight >= 8).map(|clue| clue.day).collect();
    for clue in clues.iter_mut() {
        let Some(turned) = clue.turned else { continue };
        let told = match (fixed.contains(&clue.day), fixed.contains(&turned)) {
            (true, false) => Some(false),
            (false, true) => Some(true),
            _ => None,
        };
        let turn = told.unwrap_or(order.month_first);
        let other = if turn { clue.day } else { turned };
        if turn {
            clue.set_day(turned);
        }
        clue.turned = (told.is_none() && !order.told).then_some(other);
    }
}
