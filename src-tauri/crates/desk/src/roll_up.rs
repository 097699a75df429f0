//! How far promises have come, counted for the dossier, for each lane and for each milestone with parts.

use std::collections::{BTreeMap, HashMap, HashSet};

use chancery_model::{Day, Edtf, Ladder, MilestoneId, Status};

use crate::{AsOf, Desk, Result, Standing};

/// What is counted together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RollUpOf {
    /// Everything.
    Dossier,
    /// A lane, by its slug.
    Lane(String),
    /// What is part of a milestone, however far down.
    Parent(MilestoneId),
}

/// How many stand on a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepCount {
    /// Its id.
    pub step: String,
    /// What it means.
    pub sense: Status,
    /// How many.
    pub count: u32,
}

/// How far promises have come: milestones with a status.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RollUp {
    /// How many stand on each step, in the order of the ladder.
    pub steps: Vec<StepCount>,
    /// Those past their deadline: not done, and not withdrawn.
    pub overdue: Vec<MilestoneId>,
    /// The earliest deadline not met, past or to come.
    pub next: Option<(Edtf, MilestoneId)>,
}

impl RollUp {
    /// Milestones with a status.
    #[must_use]
    pub fn promises(&self) -> u32 {
        self.steps.iter().map(|one| one.count).sum()
    }

    /// The share that is done, of those not withdrawn; `None` where there is none.
    #[must_use]
    pub fn share_done(&self) -> Option<f64> {
        let of = |sense| self.steps.iter().filter(|one| one.sense == sense).map(|one| one.count).sum::<u32>();
        let standing = self.promises() - of(Status::Withdrawn);
        (standing > 0).then(|| f64::from(of(Status::Done)) / f64::from(standing))
    }

    fn add(&mut self, one: &Standing, day: Day, ladder: &Ladder) {
        let row = &one.row;
        if let (Some(sense), Some(step)) = (row.status, row.step_id()) {
            match self.steps.iter_mut().find(|known| known.step == step) {
                Some(known) => known.count += 1,
                None => {
                    let place = |id: &str| ladder.steps.iter().position(|step| step.id == id);
                    let at = self.steps.partition_point(|known| place(&known.step) < place(step));
                    self.steps.insert(at, StepCount { step: step.to_owned(), sense, count: 1 });
                }
            }
        }
        let Some(deadline) = unmet(one) else { return };
        if deadline.latest().is_some_and(|last| last < day) {
            self.overdue.push(row.id);
        }
        let sooner = self.next.as_ref().is_none_or(|(next, _)| last(deadline) < last(next));
        if sooner {
            self.next = Some((deadline.clone(), row.id));
        }
    }
}

/// The deadline of a promise that is neither done nor withdrawn.
fn unmet(one: &Standing) -> Option<&Edtf> {
    let settled = matches!(one.row.status, Some(Status::Done | Status::Withdrawn));
    one.row.milestone.deadline.as_ref().filter(|_| !settled)
}

fn last(date: &Edtf) -> Day {
    date.latest().unwrap_or(date.order().1)
}

impl Desk {
    /// How far promises have come, now or as of a day; where nothing is counted there is no entry.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn roll_ups(&self, as_of: Option<AsOf>) -> Result<BTreeMap<RollUpOf, RollUp>> {
        let register = self.register()?;
        let standings = match as_of {
            Some(as_of) => register.standings(as_of).milestones,
            None => register.now(),
        };
        let day = as_of.map_or(self.clock.today(), |as_of| as_of.day);
        let parents: HashMap<MilestoneId, MilestoneId> =
            standings.iter().filter_map(|one| Some((one.row.id, one.row.milestone.parent?))).collect();
        let mut all: BTreeMap<RollUpOf, RollUp> = BTreeMap::new();
        for one in standings.iter().filter(|one| one.row.status.is_some() || unmet(one).is_some()) {
            let mut add = |of: RollUpOf| all.entry(of).or_default().add(one, day, register.ladder());
            add(RollUpOf::Dossier);
            if let Some(lane) = &one.row.milestone.lane {
                add(RollUpOf::Lane(lane.clone()));
            }
            let mut above = HashSet::new();
            let mut next = parents.get(&one.row.id);
            while let Some(parent) = next.filter(|parent| above.insert(**parent)) {
                add(RollUpOf::Parent(*parent));
                next = parents.get(parent);
            }
        }
        Ok(all)
    }
}
