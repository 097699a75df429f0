//! Sets any one file with the Typst and the fonts of this crate: `… --example compile -- FILE.typ FILE.pdf`.
//! The lab prints articles with it where no `typst` is installed.
#![allow(clippy::unwrap_used)]

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

struct One {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    source: Source,
}

impl World for One {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main() { Ok(self.source.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn main() {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(from), Some(to)) = (arguments.next(), arguments.next()) else {
        return eprintln!("say which file to set and where to write it");
    };
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let faces = files.iter().filter(|path| path.extension().is_some_and(|end| end == "ttf"));
    let fonts: Vec<Font> =
        faces.filter_map(|face| Font::new(Bytes::new(std::fs::read(face).unwrap()), 0)).collect();
    let id = RootedPath::new(VirtualRoot::Project, VirtualPath::new("/main.typ").unwrap()).intern();
    let world = One {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        source: Source::new(id, std::fs::read_to_string(from).unwrap()),
    };
    let document = typst::compile::<PagedDocument>(&world).output.unwrap();
    std::fs::write(to, typst_pdf::pdf(&document, &PdfOptions::default()).unwrap()).unwrap();
}
