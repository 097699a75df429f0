//! Blocks become a resolved document: quotations, register, timeline and sources, every line with its passage.

mod facts;
mod finds;
mod resolve;
mod timeline;

use std::ops::Range;
use std::path::{Path, PathBuf};

use chancery_briefing::{Document, Head, Locale, Pages};
use chancery_model::{AsOf, BriefingDraft, BriefingId, Day, Tlp};

use crate::{Desk, DeskError, Result, briefings, write_whole};

pub use chancery_briefing::Format;
pub(crate) use resolve::language;

/// What the head of a briefing says where it differs from what is kept.
#[derive(Clone, Debug, Default)]
pub struct BriefHead {
    /// Another title.
    pub title: Option<String>,
    /// Another handling mark.
    pub tlp: Option<Tlp>,
    /// Another date; today where neither is given.
    pub date: Option<Day>,
    /// The language of headings and fixed words.
    pub locale: Locale,
    /// The day everything is told as of, on one of the two axes.
    pub as_of: Option<AsOf>,
}

/// A file written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// Where.
    pub path: PathBuf,
    /// How many bytes.
    pub bytes: usize,
}

impl Desk {
    /// Writes a briefing kept in the dossier to a file; one that is there is replaced whole.
    ///
    /// # Errors
    /// `no-such`, `typeset`, or when the file can't be written.
    pub fn export_briefing(
        &self,
        id: BriefingId,
        as_of: Option<AsOf>,
        format: Format,
        path: &Path,
    ) -> Result<Exported> {
        self.export(Some(id), &BriefHead { as_of, ..BriefHead::default() }, format, path)
    }

    /// Writes a briefing, or the standard one over the whole register where none is named.
    ///
    /// # Errors
    /// `no-such`, `typeset`, or when the file can't be written.
    pub fn export(
        &self,
        id: Option<BriefingId>,
        head: &BriefHead,
        format: Format,
        path: &Path,
    ) -> Result<Exported> {
        let document = self.resolve(&self.draft(id)?, head)?;
        let bytes = chancery_briefing::export(&document, format, self.typesetter.as_ref())?;
        write_whole(path, &bytes)?;
        Ok(Exported { path: path.to_owned(), bytes: bytes.len() })
    }

    /// Pages of a briefing as they will print.
    ///
    /// # Errors
    /// `no-such`, `typeset`.
    pub fn preview_briefing(
        &self,
        id: BriefingId,
        as_of: Option<AsOf>,
        pages: Range<usize>,
    ) -> Result<Pages> {
        let head = BriefHead { as_of, ..BriefHead::default() };
        let document = self.resolve(&self.draft(Some(id))?, &head)?;
        Ok(self.typesetter.pages_svg(&document, pages)?)
    }

    fn draft(&self, id: Option<BriefingId>) -> Result<BriefingDraft> {
        match id {
            Some(id) => Ok(self.read(|reader| reader.briefing(id))?.1),
            None => Ok(briefings::standard("")),
        }
    }

    fn resolve(&self, draft: &BriefingDraft, head: &BriefHead) -> Result<Document> {
        let dossier =
            self.read(|reader| reader.dossier())?.name.get(resolve::language(head.locale)).to_owned();
        let kept = match draft.date.as_deref().map(str::trim).filter(|date| !date.is_empty()) {
            Some(text) => Some(day(text)?),
            None => None,
        };
        let head = Head {
            title: head.title.clone().unwrap_or_else(|| draft.title.clone()),
            tlp: head.tlp.unwrap_or(draft.tlp),
            audience: draft.audience.clone(),
            date: head.date.or(kept).unwrap_or_else(|| self.clock.today()),
            locale: head.locale,
            as_of: head.as_of,
            dossier,
        };
        let finds = finds::Finds::of_blocks(self, &draft.blocks, head.as_of)?;
        let found = finds.articles();
        let mut facts = self.read(|reader| facts::Facts::read(reader, &found))?;
        if let Some(as_of) = head.as_of {
            facts.keep(self.register()?.standings(as_of), as_of);
        }
        resolve::document(facts, head, &draft.blocks, &finds)
    }
}

/// Reads an ISO day.
///
/// # Errors
/// `not-a-date`.
pub(crate) fn day(text: &str) -> Result<Day> {
    chancery_model::Edtf::parse(text)
        .ok()
        .and_then(|date| date.exact_day())
        .ok_or_else(|| DeskError::NotADate(text.to_owned()))
}
