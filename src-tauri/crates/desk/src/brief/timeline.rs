//! The time axis of a briefing.

use chancery_briefing::{Citations, Support, Timeline, TimelineItem};
use chancery_model::MilestoneId;

use super::resolve::Resolver;

impl Resolver<'_> {
    /// One item a milestone; without a choice, the parts of one milestone that share lane, date and status are one item.
    pub(super) fn timeline(&mut self, ids: &[MilestoneId]) -> Timeline {
        let mut items: Vec<TimelineItem> = Vec::new();
        for row in self.chosen(ids) {
            let Some(date) = self.date(row) else { continue };
            let lane = row
                .milestone
                .lane
                .as_deref()
                .and_then(|slug| self.facts.lanes.iter().find(|lane| lane.slug == slug));
            let lane = lane.map(|lane| lane.title.get(self.language).to_owned());
            let (status, own, support) = (row.status, self.own_words(row.step.as_deref()), self.support(row));
            let whole = row.milestone.parent.filter(|_| ids.is_empty());
            let Some(whole) = whole.and_then(|id| self.facts.milestones.iter().find(|one| one.id == id))
            else {
                let parts = Vec::new();
                items.push(TimelineItem { label: self.title(row), parts, date, lane, status, own, support });
                continue;
            };
            let item = TimelineItem {
                label: self.title(whole),
                parts: vec![self.title(row)],
                date,
                lane,
                status,
                own,
                support,
            };
            match items.iter_mut().find(|known| stand_together(known, &item)) {
                Some(known) => {
                    known.parts.extend(item.parts);
                    if let Some(all) = Citations::new(known.support.numbers().chain(item.support.numbers())) {
                        known.support = Support::Sources(all);
                    }
                }
                None => items.push(item),
            }
        }
        Timeline::new(items)
    }
}

/// Whether the parts of two items are parts of one milestone that one row of the time axis can tell.
fn stand_together(one: &TimelineItem, other: &TimelineItem) -> bool {
    let rests = |item: &TimelineItem| std::mem::discriminant(&item.support);
    !one.parts.is_empty()
        && (&one.label, &one.date, &one.lane, one.status, &one.own)
            == (&other.label, &other.date, &other.lane, other.status, &other.own)
        && rests(one) == rests(other)
}
