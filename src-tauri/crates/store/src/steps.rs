//! The dossier's status ladder, kept as JSON, what stands on its steps, and the change to another.

use std::collections::BTreeMap;

use chancery_model::{InLanguages, Ladder, Status, Step};
use serde_json::{Value, json};

use crate::{Error, Reader, Result, Writer, row};

/// What stands on a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepUse {
    /// The id of the step.
    pub step: String,
    /// How often it was reached.
    pub changes: u32,
    /// By how many milestones.
    pub milestones: u32,
}

/// The id of a step on whatever ladder.
const STEP: &str = "coalesce(c.step, c.status)";

impl Reader<'_> {
    /// The ladder promises stand on.
    ///
    /// # Errors
    /// `Damaged` where it can't be read.
    pub fn ladder(&self) -> Result<Ladder> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached("SELECT ladder FROM dossier WHERE id = 1")?;
            let own = statement.query_row((), |row| row::word_or_none(row, 0, from_json))?;
            Ok(own.unwrap_or_default())
        })
    }

    /// Steps that were reached, by id; without those of milestones removed.
    ///
    /// # Errors
    /// `Sql`.
    pub fn steps_in_use(&self) -> Result<Vec<StepUse>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(&format!(
                "SELECT {STEP}, count(*), count(DISTINCT c.milestone_id) FROM status_change c \
                 JOIN milestone m ON m.id = c.milestone_id WHERE m.removed_at IS NULL GROUP BY 1 ORDER BY 1"
            ))?;
            let rows = statement.query_map((), |row| {
                Ok(StepUse { step: row.get(0)?, changes: row.get(1)?, milestones: row.get(2)? })
            })?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }
}

impl Writer<'_> {
    /// Puts another ladder under every step ever reached, also of removed milestones, which undo can bring back. `moves` says
    /// where a step goes; what it does not name keeps its id.
    ///
    /// # Errors
    /// `Refused` where a step would have no place on the ladder.
    pub fn set_ladder(&self, ladder: &Ladder, moves: &BTreeMap<String, String>) -> Result<()> {
        self.within(|conn| {
            let own = !ladder.is_default();
            conn.prepare_cached("UPDATE dossier SET ladder = ?1 WHERE id = 1")?
                .execute([own.then(|| to_json(ladder))])?;
            let mut statement = conn.prepare_cached(&format!(
                "SELECT c.id, {STEP}, c.status, c.step FROM status_change c ORDER BY c.id"
            ))?;
            let rows =
                statement.query_map((), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
            let rows: Vec<(i64, String, String, Option<String>)> = rows.collect::<rusqlite::Result<_>>()?;
            let mut change =
                conn.prepare_cached("UPDATE status_change SET status = ?2, step = ?3 WHERE id = ?1")?;
            for (id, before, status, step) in rows {
                let after = ladder.step(moves.get(&before).unwrap_or(&before));
                let after = after.ok_or_else(|| {
                    Error::refused(format!("the step {before:?} has no place on the ladder"))
                })?;
                let kept = own.then_some(after.id.as_str());
                if status != after.sense.id() || step.as_deref() != kept {
                    change.execute((id, after.sense.id(), kept))?;
                }
            }
            Ok(())
        })
    }
}

fn to_json(ladder: &Ladder) -> String {
    let words = |words: &InLanguages| json!({ "en": words.en, "ru": words.ru, "be": words.be });
    let steps = ladder.steps.iter().map(|step| {
        json!({ "id": step.id, "words": words(&step.words), "mark": step.mark, "sense": step.sense.id() })
    });
    json!({ "name": words(&ladder.name), "steps": steps.collect::<Vec<_>>() }).to_string()
}

fn from_json(text: &str) -> Option<Ladder> {
    let value: Value = serde_json::from_str(text).ok()?;
    let words = |value: &Value| {
        let other = |language: &str| value[language].as_str().map(str::to_owned);
        Some(InLanguages { en: other("en")?, ru: other("ru"), be: other("be") })
    };
    let step = |value: &Value| {
        Some(Step {
            id: value["id"].as_str()?.to_owned(),
            words: words(&value["words"])?,
            mark: value["mark"].as_str()?.to_owned(),
            sense: Status::from_id(value["sense"].as_str()?)?,
        })
    };
    let steps = value["steps"].as_array()?.iter().map(step).collect::<Option<Vec<_>>>()?;
    Some(Ladder { name: words(&value["name"])?, steps })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use chancery_model::{Edtf, OperationKind};

    use super::*;
    use crate::testing::{AT, Bench, milestone};
    use crate::{NewOperation, StatusChange};

    fn reached(status: Status, since: &str) -> StatusChange {
        StatusChange {
            status,
            step: None,
            since: Some(Edtf::parse(since).unwrap()),
            known: None,
            judgement: Some("read it".into()),
            decided_by: String::new(),
        }
    }

    #[test]
    fn every_preset_is_read_as_it_was_written() {
        for (id, ladder) in Ladder::presets() {
            assert_eq!(from_json(&to_json(&ladder)), Some(ladder), "{id}");
        }
    }

    #[test]
    fn another_ladder_is_put_under_all_steps_and_undo_takes_it_away() {
        let bench = Bench::new();
        let tax = bench
            .perform(OperationKind::AddMilestone, |tx| {
                let tax = tx.add_milestone(&milestone("Tax code", Some("2021")))?;
                let gone = tx.add_milestone(&milestone("Given up", Some("2020")))?;
                tx.set_status(tax, &reached(Status::Begun, "2021-01"))?;
                tx.set_status(tax, &reached(Status::Done, "2021-09"))?;
                tx.set_status(gone, &reached(Status::OnHold, "2020"))?;
                tx.remove_milestone(gone)?;
                Ok(tax)
            })
            .value;
        let in_use = |bench: &Bench| {
            let all = bench.store.read(|r| r.steps_in_use()).unwrap();
            all.into_iter().map(|one| (one.step, one.changes, one.milestones)).collect::<Vec<_>>()
        };
        let standing = |bench: &Bench| {
            let row = bench.store.read(|r| r.milestone(tax)).unwrap();
            (row.status.unwrap(), row.step_id().unwrap().to_owned())
        };
        let before = [("begun".to_owned(), 1, 1), ("done".to_owned(), 1, 1)];
        assert_eq!(in_use(&bench), before);
        let meter = Ladder::presets().remove(2).1;
        let mut moves: BTreeMap<String, String> =
            [("begun", "in-the-works"), ("done", "compromise")].map(|(a, b)| (a.into(), b.into())).into();
        let new = NewOperation { kind: OperationKind::SetLadder, args: json!({}), at: AT };
        let refused = bench.store.perform(new, |tx| tx.set_ladder(&meter, &moves));
        assert!(matches!(refused, Err(Error::Refused { .. })), "a removed milestone keeps its steps, too");
        assert!(bench.store.read(|r| r.ladder()).unwrap().is_default());
        moves.insert("on-hold".into(), "stalled".into());
        bench.perform(OperationKind::SetLadder, |tx| tx.set_ladder(&meter, &moves));
        assert_eq!(bench.store.read(|r| r.ladder()).unwrap(), meter);
        assert_eq!(standing(&bench), (Status::Partly, "compromise".to_owned()));
        assert_eq!(in_use(&bench), [("compromise".to_owned(), 1, 1), ("in-the-works".to_owned(), 1, 1)]);
        bench.store.undo(AT).unwrap();
        assert!(bench.store.read(|r| r.ladder()).unwrap().is_default());
        assert_eq!((in_use(&bench), standing(&bench)), (before.into(), (Status::Done, "done".to_owned())));
        bench.store.redo(AT).unwrap();
        assert_eq!(standing(&bench), (Status::Partly, "compromise".to_owned()));
    }
}
