//! What Typst may see: the template, the data and the fonts of this crate. No disk, no packages, no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

const TEMPLATE: &str = include_str!("template.typ");

pub(crate) const FACES: [&[u8]; 7] = [
    include_bytes!("../fonts/SourceSerif4_400Regular.ttf"),
    include_bytes!("../fonts/SourceSerif4_400Regular_Italic.ttf"),
    include_bytes!("../fonts/SourceSerif4_600SemiBold.ttf"),
    include_bytes!("../fonts/SourceSerif4_700Bold.ttf"),
    include_bytes!("../fonts/Inter_400Regular.ttf"),
    include_bytes!("../fonts/Inter_500Medium.ttf"),
    include_bytes!("../fonts/Inter_600SemiBold.ttf"),
];

/// What is the same for every document; made once.
struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    template: Source,
    data: FileId,
}

static SHARED: LazyLock<Option<Shared>> = LazyLock::new(|| {
    let id = |path: &str| Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?).intern());
    let fonts: Vec<Font> = FACES.iter().filter_map(|face| Font::new(Bytes::new(*face), 0)).collect();
    Some(Shared {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        template: Source::new(id("/template.typ")?, TEMPLATE.to_owned()),
        data: id("/data.json")?,
    })
});

/// The world of one document.
pub(crate) struct Desk {
    shared: &'static Shared,
    data: Bytes,
}

impl Desk {
    /// A world whose `data.json` holds `data`; `None` never happens with the paths above.
    pub(crate) fn new(data: Vec<u8>) -> Option<Self> {
        Some(Self { shared: SHARED.as_ref()?, data: Bytes::new(data) })
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shared.book
    }

    fn main(&self) -> FileId {
        self.shared.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main() { Ok(self.shared.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.shared.data { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_is_read_and_has_the_letters_of_the_three_languages() {
        for face in FACES {
            let font = Font::new(Bytes::new(face), 0).map(|font| {
                "AzЯяЁёЎўІіҐґ№„“”«»–—…"
                    .chars()
                    .filter(|c| !font.info().coverage.contains(*c as u32))
                    .collect::<String>()
            });
            assert_eq!(font.as_deref(), Some(""));
        }
    }
}
