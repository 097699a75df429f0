//! The queue of articles that need a look, and rules an analyst makes of a correction.

use chancery_model::{ArticleId, DateOrder, Field, OperationKind, OutletId, Published};
use chancery_store::LookRow;
use chancery_text::publication::{in_order, out_of_order};
use serde_json::json;

use crate::{Desk, Done, Result, inspect};

impl Desk {
    /// The articles that need a look, in the order they came in.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn look_queue(&self) -> Result<Vec<LookRow>> {
        self.read(|reader| reader.look_queue())
    }

    /// Says that articles had their look: they leave the queue as they are.
    ///
    /// # Errors
    /// `no-such` where one is not there; none leaves then.
    pub fn settle_look(&self, articles: &[ArticleId]) -> Result<Done<()>> {
        let args = self.naming(articles)?;
        self.perform(OperationKind::SettleLook, args, |writer| Ok(writer.settle_look(articles)?))
    }

    /// Makes the order of day and month a rule of an outlet, or takes the rule back, and reads the dates of its articles anew
    /// that the analyst did not set. Tells how many have another date for it, or are surer of theirs.
    ///
    /// # Errors
    /// `no-such`.
    pub fn set_date_order(&self, outlet: OutletId, order: Option<DateOrder>) -> Result<Done<u64>> {
        let name = self.read(|reader| reader.outlet_name(outlet))?;
        let dates = self.read(|reader| reader.machine_dates(outlet))?;
        let mut read: Vec<(ArticleId, Field<Published>)> = Vec::new();
        for (article, field) in dates {
            let again = match order {
                Some(order) => in_order(&field, order),
                None => match out_of_order(&field) {
                    Some(likely) => Some(self.date_as_read(article)?.unwrap_or(likely)),
                    None => None,
                },
            };
            read.extend(again.map(|field| (article, field)));
        }
        let args = json!({ "outlet": name, "order": order.map(DateOrder::id), "articles": read.len() });
        let done = self.perform(OperationKind::SetDateOrder, args, |writer| {
            writer.set_date_order(outlet, order)?;
            for (article, field) in &read {
                writer.redate(*article, field)?;
            }
            Ok(read.len() as u64)
        })?;
        let dated: Vec<ArticleId> = read.iter().map(|(article, _)| *article).collect();
        self.date_again(&dated)?;
        // Another day may make another article the earliest of its story.
        self.keep_in_stories(&dated);
        Ok(done)
    }

    /// The publication date as an article's original gives it; `None` where its bytes are no file by themselves.
    fn date_as_read(&self, article: ArticleId) -> Result<Option<Field<Published>>> {
        let (name, bytes) = self.read(|reader| reader.original(article))?;
        let captured = self.clock.today();
        let read = chancery_intake::read(&bytes, Some(&name), captured, &chancery_intake::Limits::default());
        Ok(read.ok().map(|document| document.published))
    }

    /// Reads the dates in texts anew: what they are counted from is another.
    pub(crate) fn date_again(&self, articles: &[ArticleId]) -> Result<()> {
        let mut mentions = Vec::with_capacity(articles.len());
        for article in articles {
            let detail = self.read(|reader| reader.article(*article))?;
            mentions.push((*article, inspect::mentions(&detail)));
        }
        Ok(self.store.derive(|deriver| {
            mentions.iter().try_for_each(|(article, dates)| deriver.set_date_mentions(*article, dates))
        })?)
    }
}
