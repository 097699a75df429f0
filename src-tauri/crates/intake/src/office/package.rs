//! Office documents and books as ZIP files of parts, unpacked within bounds.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use encoding_rs::{Encoding, UTF_8};
use zip::ZipArchive;

use super::xml::{Piece, Xml};
use crate::Refusal;

/// What all parts read of one document may unpack to, in bytes.
const MOST: u64 = 256 << 20;

/// A document's parts.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    looks_like: &'static str,
    left: u64,
}

impl<'b> Package<'b> {
    /// Opens `bytes`, which are thought to be `looks_like`.
    ///
    /// # Errors
    /// Where the list of parts can't be read.
    pub(super) fn open(bytes: &'b [u8], looks_like: &'static str) -> Result<Self, Refusal> {
        let archive = ZipArchive::new(Cursor::new(bytes))
            .map_err(|_| Refusal::Damaged { looks_like, why: "its list of parts is missing" })?;
        Ok(Self { archive, looks_like, left: MOST })
    }

    /// The names of its parts.
    pub(super) fn names(&self) -> impl Iterator<Item = &[u8]> {
        self.archive.file_names_raw()
    }

    /// The bytes of a part; `None` where there is no such part.
    ///
    /// # Errors
    /// Where it can't be unpacked or unpacks into more than a document can be.
    pub(super) fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(at) = self.archive.index_for_name(name.trim_start_matches('/')) else { return Ok(None) };
        let looks_like = self.looks_like;
        let damaged = |why| Refusal::Damaged { looks_like, why };
        let part = self.archive.by_index(at).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(zip::result::ZipError::PASSWORD_REQUIRED) => {
                Refusal::Locked { looks_like }
            }
            _ => damaged("a part can't be unpacked"),
        })?;
        // What a part says of its size is not believed.
        let mut bytes = Vec::new();
        let limit = self.left;
        part.take(limit.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|_| damaged("a part can't be unpacked"))?;
        let taken = bytes.len() as u64;
        if taken > limit {
            return Err(Refusal::TooLarge { bytes: MOST.saturating_add(1), limit: MOST });
        }
        self.left -= taken;
        Ok(Some(bytes))
    }

    /// A part as text: UTF-8 or what its mark says.
    ///
    /// # Errors
    /// As [`Package::bytes`].
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        Ok(self.bytes(name)?.map(|bytes| {
            let (encoding, mark) = Encoding::for_bom(&bytes).unwrap_or((UTF_8, 0));
            let bytes = bytes.get(mark..).unwrap_or_default();
            encoding.decode_without_bom_handling(bytes).0.into_owned()
        }))
    }

    /// A part without which there is no document.
    ///
    /// # Errors
    /// As [`Package::bytes`], and where there is no such part.
    pub(super) fn needed(&mut self, name: &str) -> Result<String, Refusal> {
        self.text(name)?.ok_or_else(|| self.damaged("a part is missing"))
    }

    /// Why this document can't be read.
    pub(super) fn damaged(&self, why: &'static str) -> Refusal {
        Refusal::Damaged { looks_like: self.looks_like, why }
    }

    /// Where a part's relationships lead: the last word of each kind (`officeDocument`, `styles`) and the part it names.
    ///
    /// # Errors
    /// As [`Package::bytes`].
    pub(super) fn related(&mut self, part: &str) -> Result<BTreeMap<String, String>, Refusal> {
        let (folder, file) = part.rsplit_once('/').map_or(("", part), |(folder, file)| (folder, file));
        let slash = if folder.is_empty() { "" } else { "/" };
        let Some(list) = self.text(&format!("{folder}{slash}_rels/{file}.rels"))? else {
            return Ok(BTreeMap::new());
        };
        let mut related = BTreeMap::new();
        let mut xml = Xml::new(&list);
        while let Ok(Some(piece)) = xml.next() {
            if let Piece::Open(tag) = piece
                && let (Some(kind), Some(target)) = (tag.attribute("Type"), tag.attribute("Target"))
                && tag.attribute("TargetMode").as_deref() != Some("External")
            {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                related.entry(kind).or_insert_with(|| beside(part, &target));
            }
        }
        Ok(related)
    }
}

/// The part that `target` names when it stands in `part`: `styles.xml` in `word/document.xml` is `word/styles.xml`.
pub(super) fn beside(part: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut folders: Vec<&str> = part.split('/').collect();
    folders.pop();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                folders.pop();
            }
            _ => folders.push(step),
        }
    }
    folders.join("/")
}

#[cfg(test)]
pub(super) mod testing {
    use std::io::{Cursor, Write as _};

    use zip::write::SimpleFileOptions;
    use zip::{CompressionMethod, ZipWriter};

    /// A ZIP of these parts, the one named `mimetype` not packed.
    #[allow(clippy::unwrap_used)]
    pub(crate) fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, words) in parts {
            let method =
                if *name == "mimetype" { CompressionMethod::Stored } else { CompressionMethod::Deflated };
            zip.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
            zip.write_all(words.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::testing::zipped;
    use super::*;

    #[test]
    fn parts_are_named_from_where_they_are_named() {
        assert_eq!(beside("word/document.xml", "styles.xml"), "word/styles.xml");
        assert_eq!(beside("OEBPS/content.opf", "../text/./a.xhtml"), "text/a.xhtml");
        assert_eq!(beside("a/b", "/word/c.xml"), "word/c.xml");
        assert_eq!(beside("a", "../../../etc/passwd"), "etc/passwd");
    }

    #[test]
    fn unpacking_ends_where_a_document_must() {
        let large = " ".repeat(3 << 20);
        let bytes = zipped(&[("a.xml", &large)]);
        assert!(bytes.len() < 10_000);
        let mut package = Package::open(&bytes, "a test").unwrap();
        package.left = 1 << 20;
        assert!(matches!(package.text("a.xml"), Err(Refusal::TooLarge { .. })));
        assert_eq!(package.text("b.xml").unwrap(), None);
    }
}
