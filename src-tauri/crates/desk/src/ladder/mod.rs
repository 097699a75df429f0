//! The dossier's status ladder: what would become of the steps reached if it were another, and the change as one operation.

mod file;

use std::collections::BTreeMap;

use chancery_model::{InLanguages, Ladder, LadderFault, OperationKind, Status, Step};
use serde_json::json;

pub use file::{LadderFormat, read_ladder, write_ladder};

use crate::codebook::slug;
use crate::{Desk, DeskError, Done, Result};

/// What becomes of a step that was reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepMove {
    /// The step as it is.
    pub from: Step,
    /// How often it was reached.
    pub changes: u32,
    /// By how many milestones.
    pub milestones: u32,
    /// The id of the step it becomes.
    pub to: String,
    /// It does not mean the same then.
    pub differs: bool,
}

/// A ladder as it would be, and what it would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LadderLook {
    /// The ladder, each step with its id.
    pub ladder: Ladder,
    /// The steps that were reached, in the order of the ladder that is.
    pub moves: Vec<StepMove>,
}

/// A step as it is kept: its sense, and its id where the ladder is the dossier's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reached {
    pub(crate) status: Status,
    pub(crate) step: Option<String>,
}

impl Reached {
    pub(crate) fn on(ladder: &Ladder, step: &Step) -> Self {
        Self { status: step.sense, step: (!ladder.is_default()).then(|| step.id.clone()) }
    }
}

impl Desk {
    /// The ladder promises stand on.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn ladder(&self) -> Result<Ladder> {
        self.read(|reader| reader.ladder())
    }

    /// The step of an id, or the one someone means by its words, its mark or its sense.
    ///
    /// # Errors
    /// `no-such-word` naming the steps there are.
    pub(crate) fn step_named(&self, typed: &str) -> Result<(Reached, Step)> {
        let ladder = self.ladder()?;
        let step = ladder.step(typed).or_else(|| ladder.named(typed)).ok_or_else(|| {
            let there: Vec<&str> = ladder.steps.iter().map(|step| step.words.en.as_str()).collect();
            DeskError::NoSuchWord { what: "status", word: format!("{typed}: write {}", there.join(", ")) }
        })?;
        Ok((Reached::on(&ladder, step), step.clone()))
    }

    /// What changing the ladder would do. Steps without an id are new; `chosen` says where steps go that were reached, by their ids,
    /// and what it leaves out goes to the step that says most nearly the same.
    ///
    /// # Errors
    /// `ladder` where it can't be one, or a step is to go nowhere.
    pub fn ladder_look(&self, draft: Ladder, chosen: &BTreeMap<String, String>) -> Result<LadderLook> {
        let after = completed(draft);
        after.check()?;
        let (before, used) = self.read(|reader| Ok((reader.ladder()?, reader.steps_in_use()?)))?;
        let moves = moves(&before, &after, chosen)?;
        let moves = before.steps.iter().filter_map(|step| {
            let used = used.iter().find(|one| one.step == step.id)?;
            let to = after.step(moves.get(&step.id)?)?;
            Some(StepMove {
                from: step.clone(),
                changes: used.changes,
                milestones: used.milestones,
                differs: to.sense != step.sense,
                to: to.id.clone(),
            })
        });
        Ok(LadderLook { moves: moves.collect(), ladder: after })
    }

    /// Changes the ladder. Every status ever set goes to a step of the new one and keeps its day, passages and reason; the operation
    /// keeps which step became which.
    ///
    /// # Errors
    /// As [`Self::ladder_look`].
    pub fn set_ladder(&self, draft: Ladder, chosen: &BTreeMap<String, String>) -> Result<Done<LadderLook>> {
        let before = self.ladder()?;
        let look = self.ladder_look(draft, chosen)?;
        let moves = moves(&before, &look.ladder, chosen)?;
        let words = |id: &str| look.ladder.step(id).map(|step| step.words.en.clone());
        let told = look
            .moves
            .iter()
            .map(|one| json!({ "from": one.from.words.en, "to": words(&one.to), "changes": one.changes }));
        let args = json!({
            "ladder": look.ladder.name.en,
            "before": before.name.en,
            "changes": look.moves.iter().map(|one| one.changes).sum::<u32>(),
            "moves": told.collect::<Vec<_>>(),
        });
        let done = self
            .perform(OperationKind::SetLadder, args, |writer| Ok(writer.set_ladder(&look.ladder, &moves)?))?;
        Ok(Done { value: look, operation: done.operation, changed: done.changed })
    }
}

/// Where each step of a ladder goes on another.
fn moves(
    before: &Ladder,
    after: &Ladder,
    chosen: &BTreeMap<String, String>,
) -> Result<BTreeMap<String, String>, LadderFault> {
    if let Some(nowhere) = chosen.values().find(|to| after.step(to).is_none()) {
        return Err(LadderFault::NoTarget(nowhere.clone()));
    }
    let to = |step: &Step| {
        let proposed = || after.counterpart(step, before).map(|to| to.id.clone());
        chosen.get(&step.id).cloned().or_else(proposed)
    };
    Ok(before.steps.iter().filter_map(|step| Some((step.id.clone(), to(step)?))).collect())
}

/// A ladder as it is kept: words without outer blanks, each step with an id of its own.
fn completed(mut ladder: Ladder) -> Ladder {
    tidy(&mut ladder.name);
    for step in &mut ladder.steps {
        tidy(&mut step.words);
        step.mark = step.mark.trim().to_owned();
    }
    for place in 0..ladder.steps.len() {
        let taken = |id: &str| ladder.steps.iter().any(|step| step.id == id);
        let Some(step) = ladder.steps.get(place).filter(|step| step.id.is_empty()) else { continue };
        let base = Some(slug::of(&step.words.en))
            .filter(|slug| !slug.is_empty())
            .unwrap_or_else(|| "step".to_owned());
        let numbered = (2..).map(|number| format!("{base}-{number}"));
        let id = std::iter::once(base.clone()).chain(numbered).find(|id| !taken(id)).unwrap_or_default();
        if let Some(step) = ladder.steps.get_mut(place) {
            step.id = id;
        }
    }
    ladder
}

fn tidy(words: &mut InLanguages) {
    words.en = one_line(&words.en);
    for other in [&mut words.ru, &mut words.be] {
        *other = other.as_deref().map(one_line).filter(|words| !words.is_empty());
    }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
