//! The order of day and month as a rule of an outlet, and the dates it is about.

use chancery_model::{ArticleId, DateOrder, Field, OutletId, Published};
use rusqlite::OptionalExtension as _;

use crate::{Error, Reader, Result, Writer, access::one_row, article, row};

impl Reader<'_> {
    /// The order of day and month of every outlet that has one, by each name it goes by.
    ///
    /// # Errors
    /// `Damaged`.
    pub fn date_orders(&self) -> Result<Vec<(String, DateOrder)>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT name, date_order FROM outlet WHERE date_order IS NOT NULL UNION \
                 SELECT n.name, o.date_order FROM outlet_name n JOIN outlet o ON o.id = n.outlet_id \
                 WHERE o.date_order IS NOT NULL",
            )?;
            let rows =
                statement.query_map((), |row| Ok((row.get(0)?, row::word(row, 1, DateOrder::from_id)?)))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// An outlet's name.
    ///
    /// # Errors
    /// `NoSuch`.
    pub fn outlet_name(&self, id: OutletId) -> Result<String> {
        self.within(|conn| {
            conn.prepare_cached("SELECT name FROM outlet WHERE id = ?1")?
                .query_row([id.0], |row| row.get(0))
                .optional()?
                .ok_or_else(|| Error::no_such("outlet", id))
        })
    }

    /// Publication dates of an outlet's articles that the analyst did not set, without the bin.
    ///
    /// # Errors
    /// `Damaged`.
    pub fn machine_dates(&self, outlet: OutletId) -> Result<Vec<(ArticleId, Field<Published>)>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT id FROM article WHERE outlet_id = ?1 AND removed_by IS NULL ORDER BY id",
            )?;
            let ids: Vec<ArticleId> = statement
                .query_map([outlet.0], |row| row.get(0).map(ArticleId))?
                .collect::<rusqlite::Result<_>>()?;
            let mut dates = Vec::new();
            for id in ids {
                if let Some(field) = article::machine_date(conn, id)? {
                    dates.push((id, field));
                }
            }
            Ok(dates)
        })
    }
}

impl Writer<'_> {
    /// Makes the order of day and month a rule of an outlet, or takes the rule back.
    ///
    /// # Errors
    /// `NoSuch`.
    pub fn set_date_order(&self, outlet: OutletId, order: Option<DateOrder>) -> Result<()> {
        self.within(|conn| {
            let touched = conn
                .prepare_cached("UPDATE outlet SET date_order = ?2 WHERE id = ?1")?
                .execute((outlet.0, order.map(DateOrder::id)))?;
            one_row(touched, "outlet", outlet)
        })
    }

    /// Writes a publication date as the machine reads it now.
    ///
    /// # Errors
    /// `NoSuch`.
    pub fn redate(&self, id: ArticleId, published: &Field<Published>) -> Result<()> {
        self.within(|conn| {
            article::must_exist(conn, id)?;
            article::redate(conn, id, published)?;
            self.to_index.borrow_mut().insert(id);
            Ok(())
        })
    }
}
