//! The press: compiles a document once, keeps the last one, and gives it out as PDF or as pictures of its pages.

use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use chancery_briefing::{Document, Pages, Sheet, Typesetter, TypesettingError};
use typst::comemo;
use typst::foundations::Smart;
use typst::utils::hash128;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_svg::SvgOptions;

use crate::data::data;
use crate::error::refused;
use crate::fit::fit;
use crate::world::Desk;

/// Typst lays out recursively; callers may run on threads with small stacks.
const STACK: usize = 32 << 20;

/// Compiled pages are kept for this many further compilations by Typst's cache.
const CACHE_AGE: usize = 8;

/// A document's data with the pages made of it.
type Set = (Arc<[u8]>, Arc<PagedDocument>);

/// Sets documents with Typst.
#[derive(Default)]
pub struct Press {
    last: Mutex<Option<Set>>,
}

impl Press {
    /// A press with nothing set yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The pages of a document; those of the last document are kept, so that scrolling through a preview is cheap.
    fn set(&self, document: &Document) -> Result<Set, TypesettingError> {
        let sheet = Sheet::of(document);
        let refused_json = |error: serde_json::Error| TypesettingError::Refused(error.to_string());
        let mut data = serde_json::to_value(data(&sheet)).map_err(refused_json)?;
        fit(&mut data, &sheet.shortened);
        let data: Arc<[u8]> = serde_json::to_vec(&data).map_err(refused_json)?.into();
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((before, pages)) = &*last
            && *before == data
        {
            return Ok((data, Arc::clone(pages)));
        }
        let world = Desk::new(data.to_vec())
            .ok_or_else(|| TypesettingError::Refused("the template has no path".to_owned()))?;
        let compiled = apart(move || {
            let compiled = typst::compile::<PagedDocument>(&world).output;
            comemo::evict(CACHE_AGE);
            compiled
        })?;
        let pages = Arc::new(compiled.map_err(|diagnostics| refused(&diagnostics))?);
        let set = (data, pages);
        *last = Some(set.clone());
        Ok(set)
    }
}

/// Runs on a thread with a deep stack; a panic in Typst comes back as an error.
fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, TypesettingError> {
    let failed = |what: String| TypesettingError::Refused(what);
    let thread = std::thread::Builder::new().name("press".to_owned()).stack_size(STACK).spawn(work);
    let thread = thread.map_err(|error| failed(error.to_string()))?;
    thread.join().map_err(|_| failed("Typst stopped unexpectedly".to_owned()))
}

impl Typesetter for Press {
    /// PDF/UA-1 where the document can be that; a document with characters our fonts lack can't, and is tagged PDF.
    fn pdf(&self, document: &Document) -> Result<Vec<u8>, TypesettingError> {
        let (data, pages) = self.set(document)?;
        // The document's id says which content it has, and nothing of when or where it was made.
        let ident = format!("{:032x}", hash128(&data));
        apart(move || {
            let accessible = PdfStandards::new(&[PdfStandard::Ua_1]);
            let standards = accessible.into_iter().chain([PdfStandards::default()]);
            let mut result = Err(TypesettingError::Refused("no PDF standard".to_owned()));
            for standards in standards {
                let options = PdfOptions {
                    ident: Smart::Custom(ident.clone()),
                    creator: Smart::Custom(Some("Chancery".to_owned())),
                    standards,
                    ..PdfOptions::default()
                };
                result = typst_pdf::pdf(&pages, &options).map_err(|diagnostics| refused(&diagnostics));
                if result.is_ok() {
                    break;
                }
            }
            result
        })?
    }

    fn png(&self, svg: &str) -> Result<Vec<u8>, TypesettingError> {
        let svg = svg.to_owned();
        apart(move || crate::picture::png(&svg))?
    }

    fn pages_svg(&self, document: &Document, range: Range<usize>) -> Result<Pages, TypesettingError> {
        let (_, pages) = self.set(document)?;
        apart(move || {
            let asked = pages.pages().iter().enumerate().skip(range.start).take(range.len());
            let options = SvgOptions { render_bleed: false, pretty: false };
            Pages {
                count: pages.pages().len(),
                svgs: asked.map(|(index, page)| (index, typst_svg::svg(page, &options))).collect(),
            }
        })
    }
}
