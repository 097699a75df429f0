//! Which office format bytes are in, told by their content.

use super::package::Package;
use crate::Refusal;

/// A format that is read here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Word since 2007, and its templates and those with macros, which are not run.
    Docx,
    /// OpenDocument text.
    Odt,
    Rtf,
    /// A book.
    Epub,
}

impl Kind {
    /// The id kept with the article.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Rtf => "rtf",
            Self::Epub => "epub",
        }
    }
}

/// Tells an office format: `None` for bytes that are none, a plain archive among them; a refusal that names the format
/// for those that are not read.
pub(crate) fn kind(bytes: &[u8]) -> Option<Result<Kind, Refusal>> {
    if bytes.starts_with(b"{\\rtf") || bytes.starts_with(b"\xef\xbb\xbf{\\rtf") {
        return Some(Ok(Kind::Rtf));
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Some(Err(compound(bytes)));
    }
    if bytes.starts_with(b"PK\x03\x04") { zip(bytes) } else { None }
}

const fn save_as(looks_like: &'static str, instead: &'static str) -> Refusal {
    Refusal::SaveAs { looks_like, instead }
}

/// The first of a ZIP's parts that tells what it is: its `mimetype`, its content types, or a name only one format has.
fn zip(bytes: &[u8]) -> Option<Result<Kind, Refusal>> {
    let mut package = Package::open(bytes, "an office document").ok()?;
    if let Ok(Some(mime)) = package.text("mimetype") {
        match mime.trim() {
            "application/epub+zip" => return Some(Ok(Kind::Epub)),
            "application/vnd.oasis.opendocument.text"
            | "application/vnd.oasis.opendocument.text-template" => return Some(Ok(Kind::Odt)),
            mime if mime.starts_with("application/vnd.oasis.opendocument.spreadsheet") => {
                return Some(Err(save_as("a spreadsheet (ODS)", "CSV or text (.txt)")));
            }
            mime if mime.starts_with("application/vnd.oasis.opendocument.presentation") => {
                return Some(Err(save_as("a presentation (ODP)", "PDF or text (.txt)")));
            }
            mime if mime.starts_with("application/vnd.oasis.opendocument.") => {
                return Some(Err(save_as("an OpenDocument file without text", "a text document (ODT)")));
            }
            _ => {}
        }
    }
    if let Ok(Some(types)) = package.text("[Content_Types].xml") {
        let says = |word: &str| types.contains(word);
        // Documents hold sheets in them: what the main part is decides.
        if says("wordprocessingml.document.main+xml")
            || says("wordprocessingml.template.main+xml")
            || says("ms-word.document.macroEnabled.main+xml")
            || says("ms-word.template.macroEnabledTemplate.main+xml")
        {
            return Some(Ok(Kind::Docx));
        }
        if says("presentationml.") || says("ms-powerpoint.") {
            return Some(Err(save_as("a presentation (PPTX)", "PDF or text (.txt)")));
        }
        if says("spreadsheetml.") || says("ms-excel.") {
            return Some(Err(save_as("a spreadsheet (XLSX)", "CSV or text (.txt)")));
        }
    }
    let (mut docx, mut epub, mut pages) = (false, false, false);
    for name in package.names() {
        docx |= name == b"word/document.xml";
        epub |= name == b"META-INF/container.xml";
        pages |= name == b"Index/Document.iwa" || name == b"index.apxl" || name == b"index.xml.gz";
    }
    if docx {
        Some(Ok(Kind::Docx))
    } else if epub {
        Some(Ok(Kind::Epub))
    } else if pages {
        Some(Err(save_as("a document of Apple's Pages, Numbers or Keynote", "a Word document (DOCX)")))
    } else {
        None
    }
}

/// Streams of compound files (OLE) that tell what they are, and what to do about it.
const STREAMS: &[(&str, Refusal)] = &[
    ("EncryptedPackage", Refusal::Locked { looks_like: "an office document" }),
    ("WordDocument", save_as("an old Word document (DOC)", "a Word document (DOCX)")),
    ("PowerPoint Document", save_as("an old presentation (PPT)", "PDF or text (.txt)")),
    ("Workbook", save_as("an old spreadsheet (XLS)", "CSV or text (.txt)")),
    ("Book", save_as("an old spreadsheet (XLS)", "CSV or text (.txt)")),
    ("__properties_version1.0", save_as("an Outlook message (MSG)", "an e-mail file (EML)")),
];

/// What a compound file is. Its directory is records of 128 bytes that begin with a name in UTF-16 and end it with the
/// name's length: no chain of sectors has to be followed to find one.
fn compound(bytes: &[u8]) -> Refusal {
    let names: Vec<Vec<u8>> = STREAMS
        .iter()
        .map(|(name, _)| name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect())
        .collect();
    let mut found = STREAMS.len();
    for record in bytes.chunks_exact(128) {
        let length = match (record.get(64), record.get(65)) {
            (Some(&low), Some(&high)) => usize::from(u16::from_le_bytes([low, high])),
            _ => continue,
        };
        if let Some(at) = names.iter().position(|name| name.len() == length && record.starts_with(name)) {
            found = found.min(at);
        }
    }
    STREAMS
        .get(found)
        .map_or(save_as("an old office document", "a Word document (DOCX)"), |(_, refusal)| refusal.clone())
}

#[cfg(test)]
pub(super) mod testing {
    /// A compound file with a directory of these streams.
    pub(crate) fn compound(streams: &[&str]) -> Vec<u8> {
        let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
        bytes.resize(512, 0);
        for stream in streams {
            let mut record: Vec<u8> = stream.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
            let length = u16::try_from(record.len()).unwrap_or_default();
            record.resize(64, 0);
            record.extend(length.to_le_bytes());
            record.resize(128, 0);
            bytes.extend(record);
        }
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::testing::compound;
    use super::*;
    use crate::office::package::testing::zipped;

    #[track_caller]
    fn check(bytes: &[u8], expected: Option<Result<Kind, &str>>) {
        let found = kind(bytes);
        let found = found.as_ref().map(|kind| match kind {
            Ok(kind) => Ok(*kind),
            Err(
                Refusal::SaveAs { looks_like, .. }
                | Refusal::Locked { looks_like }
                | Refusal::Damaged { looks_like, .. },
            ) => Err(*looks_like),
            Err(_) => Err("something else"),
        });
        assert_eq!(found, expected);
    }

    #[test]
    fn formats_are_told_by_what_is_in_them() {
        let types = |kind: &str| {
            zipped(&[("[Content_Types].xml", &format!("<Types><Override ContentType='{kind}'/></Types>"))])
        };
        let office = "application/vnd.openxmlformats-officedocument";
        check(&types(&format!("{office}.wordprocessingml.document.main+xml")), Some(Ok(Kind::Docx)));
        check(&types(&format!("{office}.spreadsheetml.sheet.main+xml")), Some(Err("a spreadsheet (XLSX)")));
        check(
            &types(&format!("{office}.presentationml.presentation.main+xml")),
            Some(Err("a presentation (PPTX)")),
        );
        let mime = |kind: &str| zipped(&[("mimetype", kind)]);
        check(&mime("application/vnd.oasis.opendocument.text"), Some(Ok(Kind::Odt)));
        check(&mime("application/vnd.oasis.opendocument.spreadsheet"), Some(Err("a spreadsheet (ODS)")));
        check(&mime("application/epub+zip\n"), Some(Ok(Kind::Epub)));
        check(&zipped(&[("word/document.xml", ""), ("a", "")]), Some(Ok(Kind::Docx)));
        check(&zipped(&[("articles/one.txt", "words")]), None);
        check(b"{\\rtf1 a}", Some(Ok(Kind::Rtf)));
        check(b"PK\x03\x04", None);
        check(b"plain words", None);
    }

    #[test]
    fn old_documents_are_named() {
        check(&compound(&["Root Entry", "WordDocument"]), Some(Err("an old Word document (DOC)")));
        check(&compound(&["Workbook"]), Some(Err("an old spreadsheet (XLS)")));
        check(&compound(&["PowerPoint Document"]), Some(Err("an old presentation (PPT)")));
        check(&compound(&["EncryptionInfo", "EncryptedPackage"]), Some(Err("an office document")));
        check(&compound(&["__properties_version1.0"]), Some(Err("an Outlook message (MSG)")));
        check(&compound(&["something"]), Some(Err("an old office document")));
    }
}
