//! Promises about which nothing new was told for months: "on hold" is proposed, with the day of the last evidence; the analyst
//! accepts it as a judgement, or dismisses it until there is newer evidence.

use chancery_model::{Day, MilestoneId, OperationKind, Status};
use chancery_store::day_number;
use serde_json::json;

use crate::clock::day_of;
use crate::{AsOf, Desk, DeskError, Done, Result};

/// A promise that may rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stalled {
    /// Which.
    pub milestone: MilestoneId,
    /// The day of its last evidence, or of the last judgement on it.
    pub last: Day,
}

impl Desk {
    /// Promises begun, or not yet, of which no evidence is newer than the rule's months; none where the rule is off, or the ladder
    /// has no step for what rests. As of a day only what was told by then counts.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn stalled(&self, as_of: Option<AsOf>) -> Result<Vec<Stalled>> {
        let months = self.stall_months()?;
        if months == 0 {
            return Ok(Vec::new());
        }
        let register = self.register()?;
        if register.ladder().of_sense(Status::OnHold).is_none() {
            return Ok(Vec::new());
        }
        let (standings, day) = match as_of {
            Some(as_of) => (register.standings(as_of).milestones, as_of.day),
            None => (register.now(), self.clock.today()),
        };
        let mut stalled = Vec::new();
        for one in &standings {
            if !matches!(one.row.status, Some(Status::NotBegun | Status::Begun | Status::Partly)) {
                continue;
            }
            let told = register.days_told(one.row.id).filter(|told| *told <= day);
            // Who judged lately has looked at it.
            let judged = one.changes.iter().filter(|step| step.change.judgement.is_some());
            let judged = judged.map(|step| day_of(step.decided_at)).filter(|judged| *judged <= day);
            let Some(last) = told.chain(judged).max() else { continue };
            let rests = months_after(last, months) <= day;
            if rests && one.row.stall_dismissed != Some(day_number(last)) {
                stalled.push(Stalled { milestone: one.row.id, last });
            }
        }
        Ok(stalled)
    }

    /// After how many months without evidence a promise is thought to rest; 0 where that is never proposed.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn stall_months(&self) -> Result<u32> {
        self.read(|reader| reader.stall_months())
    }

    /// Changes that number; 0 switches the rule off.
    ///
    /// # Errors
    /// `missing` where it is more than a hundred years.
    pub fn set_stall_months(&self, months: u32) -> Result<Done<()>> {
        if months > 1200 {
            return Err(DeskError::Missing("a number of months up to 1200"));
        }
        let args = json!({ "months": months });
        self.perform(OperationKind::SetStallRule, args, |writer| Ok(writer.set_stall_months(months)?))
    }

    /// Takes the proposal back until there is evidence newer than the last.
    ///
    /// # Errors
    /// `no-such` where nothing is proposed for the milestone.
    pub fn dismiss_stall(&self, milestone: MilestoneId) -> Result<Done<()>> {
        let stalled = self.stalled(None)?.into_iter().find(|stalled| stalled.milestone == milestone);
        let stalled = stalled.ok_or_else(|| self.no_such("proposal for milestone", milestone))?;
        let title = self.read(|reader| reader.milestone(milestone))?.milestone.title.en;
        let args = json!({ "milestone": milestone.0, "title": title });
        self.perform(OperationKind::DismissStall, args, |writer| {
            Ok(writer.dismiss_stall(milestone, stalled.last)?)
        })
    }
}

/// The same day so many months later, or the last of its month.
fn months_after(day: Day, months: u32) -> Day {
    let month = i64::from(day.month) - 1 + i64::from(months);
    let (year, month) =
        (day.year + month.div_euclid(12), u8::try_from(month.rem_euclid(12) + 1).unwrap_or(12));
    (0..4).find_map(|less| Day::new(year, month, day.day.saturating_sub(less))).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_end_where_they_end() {
        let day = |year, month, day| Day::new(year, month, day).unwrap();
        assert_eq!(months_after(day(2021, 5, 28), 9), day(2022, 2, 28));
        assert_eq!(months_after(day(2021, 5, 31), 9), day(2022, 2, 28));
        assert_eq!(months_after(day(2021, 12, 1), 1), day(2022, 1, 1));
        assert_eq!(months_after(day(2021, 1, 31), 12), day(2022, 1, 31));
    }
}
