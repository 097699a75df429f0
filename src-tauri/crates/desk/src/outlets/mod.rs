//! Outlets: who published, of what sort, how reliable in the analyst's eyes; and outlets that are one.

mod hints;
mod known;

use std::collections::BTreeSet;

use chancery_model::{OperationKind, OutletId};
use chancery_store::{KnownOutlet, Outlet, OutletRow};
use serde_json::json;

use crate::{Desk, DeskError, Done, Result};

pub use hints::{Because, Hint, HintedField};

/// Addresses looked at to tell an outlet's domain.
const ADDRESSES: u32 = 50;

impl Desk {
    /// One outlet, and what the machine would say where the analyst has said nothing. It never grades.
    ///
    /// # Errors
    /// `no-such`.
    pub fn outlet(&self, id: OutletId) -> Result<(OutletRow, Vec<Hint>)> {
        let (rows, addresses) =
            self.read(|reader| Ok((reader.outlets()?, reader.addresses_of_outlet(id, ADDRESSES)?)))?;
        let row = rows.into_iter().find(|row| row.id == id).ok_or_else(|| self.no_such("outlet", id))?;
        let hints = hints::of(&row.outlet, &row.names, &addresses);
        Ok((row, hints))
    }

    /// Changes what is known of an outlet. Nothing is recorded where nothing changed.
    ///
    /// # Errors
    /// `no-such`, `missing` for an empty name, `name-taken` where another outlet goes by it.
    pub fn edit_outlet(&self, id: OutletId, outlet: &Outlet) -> Result<Done<()>> {
        let outlet = Outlet {
            name: outlet.name.trim().to_owned(),
            domain: outlet.domain.trim().to_lowercase(),
            country: outlet.country.trim().to_owned(),
            ..outlet.clone()
        };
        if outlet.name.is_empty() {
            return Err(DeskError::Missing("name"));
        }
        let rows = self.read(|reader| reader.known_outlets())?;
        let goes_by = |row: &KnownOutlet| row.outlet.name == outlet.name || row.names.contains(&outlet.name);
        if let Some(other) = rows.iter().find(|row| row.id != id && goes_by(row)) {
            return Err(DeskError::NameTaken { name: outlet.name, by: other.outlet.name.clone() });
        }
        let before =
            rows.into_iter().find(|row| row.id == id).ok_or_else(|| self.no_such("outlet", id))?.outlet;
        if before == outlet {
            return Ok(Done { value: (), operation: None, changed: BTreeSet::new() });
        }
        let what = match () {
            () if before.name != outlet.name => "name",
            () if before.grade != outlet.grade => "grade",
            () if before.kind != outlet.kind => "kind",
            () if before.country != outlet.country => "country",
            () => "domain",
        };
        let grade = outlet.grade.map_or("none", |grade| grade.id());
        let args = json!({ "outlet": id.0, "title": outlet.name, "what": what, "grade": grade });
        self.perform(OperationKind::EditOutlet, args, |writer| Ok(writer.edit_outlet(id, &outlet)?))
    }

    /// Makes outlets one: their articles and names become those of `into`, and what is read under their names later too.
    ///
    /// # Errors
    /// `no-such`; nothing is merged then.
    pub fn merge_outlets(&self, from: &[OutletId], into: OutletId) -> Result<Done<()>> {
        let rows = self.read(|reader| reader.known_outlets())?;
        let name = |id: OutletId| {
            let row = rows.iter().find(|row| row.id == id);
            row.map(|row| row.outlet.name.clone()).ok_or_else(|| self.no_such("outlet", id))
        };
        let others = from.iter().copied().filter(|id| *id != into).collect::<BTreeSet<_>>();
        if others.is_empty() {
            return Ok(Done { value: (), operation: None, changed: BTreeSet::new() });
        }
        let names = others.iter().map(|id| name(*id)).collect::<Result<Vec<_>>>()?;
        let args = json!({ "title": name(into)?, "from": names.join(", "), "outlets": names.len() });
        let others: Vec<OutletId> = others.into_iter().collect();
        self.perform(OperationKind::MergeOutlets, args, |writer| Ok(writer.merge_outlets(&others, into)?))
    }
}
