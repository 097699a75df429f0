//! Articles read again from their originals with the readers of today. What the analyst corrected stays; passages are found
//! again, or told as lost.

mod change;
mod read;

use std::collections::BTreeMap;

use chancery_intake::READER_VERSION;
use chancery_model::{ArticleId, NoteId, OperationKind, OutletId, Span};
use chancery_store::{PassageKind, Writer};
use serde_json::json;

pub use change::{FieldChange, PassageChange, PassageFate, ReadAgain, ReadAgainReport, WordsChange};
use read::Planned;

use crate::passages::relink;
use crate::{Desk, DeskError, Done, Progress, Result, Step, inspect};

/// Which articles are read again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Again {
    /// These.
    Articles(Vec<ArticleId>),
    /// All of an outlet.
    Outlet(OutletId),
    /// All that an older Chancery read.
    Older,
    /// All.
    All,
}

/// Characters of texts, old and new, that one operation changes at most: its inverse is held in memory.
const AT_ONCE: usize = 32 << 20;

impl Desk {
    /// Tells what reading articles again would change.
    ///
    /// # Errors
    /// `no-such`; `cancelled`.
    pub fn look_read_again(&self, which: &Again, progress: &mut Progress<'_>) -> Result<ReadAgainReport> {
        let mut report = ReadAgainReport::default();
        let ids = self.again_ids(which)?;
        for (done, id) in ids.iter().enumerate() {
            report.take(self.plan(*id)?.told);
            if !progress.step(Step { done: done + 1, total: ids.len(), ..Step::default() }) {
                return Err(DeskError::Cancelled);
            }
        }
        Ok(report)
    }

    /// Reads articles again. Very many are several operations; cancelled, what was done stays and can be undone.
    ///
    /// # Errors
    /// `no-such`; when the dossier can't be written.
    pub fn read_again(&self, which: &Again, progress: &mut Progress<'_>) -> Result<Done<ReadAgainReport>> {
        let ids = self.again_ids(which)?;
        let mut report = ReadAgainReport::default();
        let mut done = Done { value: (), operation: None, changed: Default::default() };
        let (mut plans, mut size): (Vec<Planned>, usize) = (Vec::new(), 0);
        for (at, id) in ids.iter().enumerate() {
            let plan = self.plan(*id)?;
            report.take(plan.told.clone());
            size += plan.size;
            plans.push(plan);
            let last = at + 1 == ids.len();
            let on = progress.step(Step { done: at + 1, total: ids.len(), ..Step::default() });
            if size > AT_ONCE || last || !on {
                let some = self.make_again(&std::mem::take(&mut plans))?;
                size = 0;
                done.operation = some.operation.or(done.operation);
                done.changed.extend(some.changed);
            }
            if !on {
                report.cancelled = true;
                break;
            }
        }
        Ok(Done { value: report, operation: done.operation, changed: done.changed })
    }

    fn again_ids(&self, which: &Again) -> Result<Vec<ArticleId>> {
        match which {
            Again::Articles(ids) => Ok(ids.clone()),
            Again::Outlet(outlet) => {
                self.read(|reader| reader.outlet_name(*outlet))?;
                self.read(|reader| reader.articles_of_outlet(*outlet))
            }
            Again::Older => self.read(|reader| reader.read_before(READER_VERSION)),
            Again::All => self.read(|reader| reader.article_ids(None, u32::MAX)),
        }
    }

    /// Does what was planned, as one operation, and derives anew what follows from it.
    fn make_again(&self, plans: &[Planned]) -> Result<Done<()>> {
        let changing: Vec<&Planned> = plans.iter().filter(|plan| plan.new.is_some()).collect();
        let count = |fate: fn(&PassageFate) -> bool| -> usize {
            let passages = changing.iter().flat_map(|plan| &plan.told.passages);
            passages.filter(|passage| fate(&passage.fate)).count()
        };
        let title = match changing.as_slice() {
            [only] => Some(only.told.title.clone()),
            _ => None,
        };
        let args = json!({
            "articles": changing.len(),
            "title": title,
            "moved": count(|fate| matches!(fate, PassageFate::Moved(_))),
            "lost": count(|fate| *fate == PassageFate::Lost),
        });
        let done = self.perform(OperationKind::ReadAgain, args, |writer| {
            for plan in &changing {
                apply(writer, plan)?;
            }
            Ok(())
        })?;
        let ids: Vec<ArticleId> = changing.iter().map(|plan| plan.told.article).collect();
        if done.operation.is_some() {
            self.derive_anew(&ids)?;
        }
        let read: Vec<ArticleId> =
            plans.iter().filter(|plan| plan.told.refused.is_none()).map(|plan| plan.told.article).collect();
        self.store.derive(|deriver| deriver.note_reader(&read, READER_VERSION))?;
        Ok(done)
    }

    /// What follows from the words of articles, after they became others, or those they were.
    pub(crate) fn derive_anew(&self, articles: &[ArticleId]) -> Result<()> {
        let matcher = self.matcher()?;
        let mut derived = Vec::with_capacity(articles.len());
        for &id in articles {
            let article = self.read(|reader| reader.article(id))?;
            let topics =
                matcher.suggest(&article.row.title, &article.text, &article.furniture, article.row.language);
            derived.push((id, inspect::mentions(&article), topics));
        }
        self.store.derive(|deriver| {
            for (id, dates, topics) in &derived {
                deriver.set_date_mentions(*id, dates)?;
                deriver.set_suggestions(*id, topics)?;
            }
            Ok::<_, chancery_store::Error>(())
        })?;
        // What is remembered of texts was of others.
        self.known.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clear();
        *self.compared() = None;
        self.words_changed(articles)?;
        self.keep_in_stories(articles);
        self.follow_decisions(None);
        Ok(())
    }
}

fn apply(writer: &Writer<'_>, plan: &Planned) -> Result<()> {
    let Some(new) = &plan.new else { return Ok(()) };
    writer.read_anew(new)?;
    let mut moved: BTreeMap<i64, BTreeMap<(ArticleId, Span), Span>> = BTreeMap::new();
    for (row, anchor) in &plan.anchors {
        writer.put_passage(row.id, anchor)?;
        if let (PassageKind::NoteLink, Some(note)) = (row.id.kind, row.of)
            && row.anchor.span != anchor.span
        {
            moved.entry(note).or_default().insert((row.article, row.anchor.span), anchor.span);
        }
    }
    for (note, moved) in &moved {
        relink(writer, NoteId(*note), moved)?;
    }
    Ok(())
}
