//! The time axis: its years, its ticks, and where on it each milestone begins and ends.

use chancery_model::{Day, Edtf, Status};

use crate::{Dated, Support};

/// One milestone on the time axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineItem {
    /// Its title.
    pub label: String,
    /// Titles of its parts, where the item stands for those and not for the milestone itself.
    pub parts: Vec<String>,
    /// When.
    pub date: Dated,
    /// The lane it belongs to, in the briefing's language; items of a lane stand together.
    pub lane: Option<String>,
    /// How far it has come.
    pub status: Option<Status>,
    /// What the dossier's own ladder calls that, in the briefing's language.
    pub own: Option<String>,
    /// What it rests on.
    pub support: Support,
}

/// Where a milestone lies on the axis, as parts of its whole length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Where it begins, 0–1.
    pub from: f64,
    /// Where it ends, `from`–1; at least as wide as a day.
    pub to: f64,
    /// The beginning is about: drawn soft.
    pub soft_from: bool,
    /// The end is about: drawn soft.
    pub soft_to: bool,
    /// How far to the left it fades out, where its beginning is open or unknown; else `from`.
    pub reach_from: f64,
    /// How far to the right it fades out, where its end is open or unknown; else `to`.
    pub reach_to: f64,
}

/// A year marked on the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// The year.
    pub year: i64,
    /// Where its first day lies, 0–1.
    pub at: f64,
}

/// Milestones along time: sorted, with their places on an axis of whole years.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    items: Vec<TimelineItem>,
    bars: Vec<Bar>,
    ticks: Vec<Tick>,
    axis: Option<Axis>,
}

/// How much of the axis an open end fades over, where there is room.
const FADE: f64 = 0.14;

/// At most this many years are labelled, so that labels stay apart.
const MOST_TICKS: i64 = 9;

impl Timeline {
    /// Lays the items out. Lanes keep the order in which they first appear; in a lane items stand by date.
    #[must_use]
    pub fn new(mut items: Vec<TimelineItem>) -> Self {
        let mut lanes: Vec<Option<String>> = Vec::new();
        for item in &items {
            if !lanes.contains(&item.lane) {
                lanes.push(item.lane.clone());
            }
        }
        items.sort_by_cached_key(|item| {
            (lanes.iter().position(|lane| *lane == item.lane), item.date.date.order(), item.label.clone())
        });
        let days = |item: &TimelineItem| ends(&item.date.date);
        let first = items.iter().map(|item| days(item).0.year).min();
        let last = items.iter().map(|item| days(item).1.year).max();
        let (Some(first), Some(last)) = (first, last) else { return Self::default() };
        let axis = Axis { first, years: last.saturating_sub(first).saturating_add(1) };
        let bars = items.iter().map(|item| axis.bar(&item.date)).collect();
        Self { items, bars, ticks: axis.ticks(), axis: Some(axis) }
    }

    /// The items, sorted.
    #[must_use]
    pub fn items(&self) -> &[TimelineItem] {
        &self.items
    }

    /// The place of each item, in the same order.
    #[must_use]
    pub fn bars(&self) -> &[Bar] {
        &self.bars
    }

    /// Where a day lies, 0–1; `None` outside the axis.
    #[must_use]
    pub fn place(&self, day: Day) -> Option<f64> {
        let axis = self.axis?;
        (axis.first..axis.first.saturating_add(axis.years))
            .contains(&day.year)
            .then(|| axis.position(day, false))
    }

    /// The years marked.
    #[must_use]
    pub fn ticks(&self) -> &[Tick] {
        &self.ticks
    }
}

/// First and last day drawn: where one end is open or unknown, the other end's date stands for both.
fn ends(date: &Edtf) -> (Day, Day) {
    let (first, last) = date.order();
    let first_known = date.earliest().unwrap_or(first);
    let last_known = date.latest().unwrap_or_else(|| match date {
        Edtf::Interval(chancery_model::Bound::At(point), _) => point.latest(),
        _ => last,
    });
    (first_known, last_known)
}

/// An axis of whole years.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Axis {
    first: i64,
    years: i64,
}

impl Axis {
    fn position(&self, day: Day, after: bool) -> f64 {
        // Months as twelfths and days as parts of 31: a day's error is far under a line's width.
        let within = f64::from(day.month.saturating_sub(1)) / 12.0
            + (f64::from(day.day.saturating_sub(1)) + f64::from(u8::from(after))) / 31.0 / 12.0;
        let years = day.year.saturating_sub(self.first) as f64 + within;
        (years / self.years as f64).clamp(0.0, 1.0)
    }

    fn bar(&self, dated: &Dated) -> Bar {
        let (first, last) = ends(&dated.date);
        let soft = |bound: Option<chancery_model::Qualifier>| {
            bound.is_some_and(|mark| mark.approximate || mark.uncertain) || dated.inferred
        };
        let doubt = chancery_model::Qualifier { uncertain: true, approximate: false };
        let (from, to) = match &dated.date {
            Edtf::Date(point) => (Some(point.qualifier), Some(point.qualifier)),
            Edtf::Interval(from, to) => (qualifier(*from), qualifier(*to)),
            // Which of them holds is not known: neither end is sure.
            date @ Edtf::OneOf(_) => (date.earliest().map(|_| doubt), date.latest().map(|_| doubt)),
        };
        let (begins, ends) = (self.position(first, false), self.position(last, true));
        Bar {
            from: begins,
            to: ends,
            soft_from: soft(from),
            soft_to: soft(to),
            reach_from: if from.is_none() { (begins - FADE).max(0.0) } else { begins },
            reach_to: if to.is_none() { (ends + FADE).min(1.0) } else { ends },
        }
    }

    fn ticks(&self) -> Vec<Tick> {
        let steps = (0..17).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_i64.pow(power)));
        let step = steps.into_iter().find(|step| self.years / step < MOST_TICKS).unwrap_or(i64::MAX);
        let end = self.first.saturating_add(self.years);
        let start = self.first + (step - self.first.rem_euclid(step)).rem_euclid(step);
        let years = std::iter::successors(Some(start), |year| year.checked_add(step));
        years
            .take_while(|year| *year < end)
            .map(|year| Tick { year, at: (year - self.first) as f64 / self.years as f64 })
            .collect()
    }
}

fn qualifier(bound: chancery_model::Bound) -> Option<chancery_model::Qualifier> {
    match bound {
        chancery_model::Bound::At(point) => Some(point.qualifier),
        chancery_model::Bound::Unknown | chancery_model::Bound::Open => None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn item(date: &str, lane: Option<&str>) -> TimelineItem {
        TimelineItem {
            label: date.to_owned(),
            parts: Vec::new(),
            date: Dated::stated(Edtf::parse(date).unwrap()),
            lane: lane.map(str::to_owned),
            status: None,
            own: None,
            support: Support::Judgement(String::new()),
        }
    }

    #[test]
    fn bars_lie_on_the_axis_and_by_a_month_is_open_to_the_left() {
        let timeline = Timeline::new(
            ["2024-08-15", "/2019-11", "1995~/1999~", "2018-12"].map(|date| item(date, None)).into(),
        );
        let labels: Vec<_> = timeline.items().iter().map(|item| item.label.as_str()).collect();
        assert_eq!(labels, ["1995~/1999~", "2018-12", "/2019-11", "2024-08-15"]);
        assert_eq!(timeline.bars()[0].from, 0.0);
        assert!(timeline.bars()[0].soft_from && timeline.bars()[0].soft_to);
        let by = timeline.bars()[2];
        assert!(by.reach_from < by.from && by.reach_to == by.to && !by.soft_to);
        assert!(timeline.bars()[1].reach_from == timeline.bars()[1].from);
        assert!(timeline.bars().iter().all(|bar| bar.from < bar.to && bar.to <= 1.0));
        assert_eq!(
            timeline.ticks().iter().map(|tick| tick.year).collect::<Vec<_>>(),
            [1995, 2000, 2005, 2010, 2015, 2020]
        );
    }

    #[test]
    fn lanes_keep_their_first_order_and_hold_together() {
        let timeline =
            Timeline::new(vec![item("2021", Some("b")), item("2019", Some("a")), item("2020", Some("b"))]);
        let lanes: Vec<_> = timeline.items().iter().map(|item| item.lane.as_deref().unwrap()).collect();
        assert_eq!(lanes, ["b", "b", "a"]);
        assert_eq!(timeline.items()[0].label, "2020");
    }

    #[test]
    fn extreme_years_neither_overflow_nor_flood_the_axis() {
        let timeline = Timeline::new(
            ["Y-99999999999", "Y99999999999", "../2020", "2020/.."].map(|date| item(date, None)).into(),
        );
        assert!(timeline.ticks().len() <= 10);
        assert!(timeline.bars().iter().all(|bar| (0.0..=1.0).contains(&bar.from)));
        assert_eq!(Timeline::new(Vec::new()), Timeline::default());
    }
}
