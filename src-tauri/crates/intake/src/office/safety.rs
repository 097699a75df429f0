//! No bytes, however broken, stop the reading of office documents or make it run on.

use std::io::{Cursor, Read as _, Write as _};

use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::{Kind, docx, epub, kind, odt, read, rtf};

const RTF: &str = "{\\rtf1\\ansi\\ansicpg1251\\deff0{\\fonttbl{\\f0\\fcharset204 Arial;}}{\\stylesheet{\\s1 heading 1;}}\
    {\\info{\\title T}{\\author A}}\\pard\\s1 Gas\\par\\pard\\intbl \\'e3\\cell\\u1075?\\cell\\row\\pard a{\\footnote b}\
    {\\shp{\\*\\shpinst{\\shptxt c\\par}}}{\\field{\\*\\fldinst x}{\\fldrslt y}}\\bin3 abc\\par}";

fn samples() -> Vec<(Kind, Vec<u8>)> {
    let body = "<w:p><w:pPr><w:pStyle w:val='1'/></w:pPr><w:ins><w:r><w:t>Договор</w:t></w:r></w:ins><w:r><w:footnoteReference w:id='2'/></w:r></w:p>\
         <w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:txbxContent><w:p/></w:txbxContent></w:tc></w:tr></w:tbl>\
         <mc:AlternateContent><mc:Choice/><mc:Fallback/></mc:AlternateContent><w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>";
    let notes = "<w:footnote w:id='2'><w:p><w:r><w:t>note</w:t></w:r></w:p></w:footnote>";
    let text = "<text:h>Газ</text:h><text:p>a<text:note><text:note-body><text:p>b</text:p></text:note-body></text:note></text:p>\
         <table:table-row><table:table-cell><text:p>c</text:p></table:table-cell></table:table-row><text:list><text:p>d<text:s text:c='9'/></text:p></text:list>";
    let chapters =
        [("a.xhtml", "<h1>Газ</h1><p>a<a role='doc-noteref'>1</a></p><table><tr><td>b</td></tr></table>")];
    vec![
        (Kind::Docx, docx::testing::document(body, notes, "<dc:title>T</dc:title>")),
        (Kind::Odt, odt::testing::document(text, "", "<dc:title>T</dc:title>")),
        (Kind::Epub, epub::testing::book("<dc:title>T</dc:title>", &chapters, &[])),
        (Kind::Rtf, RTF.as_bytes().to_vec()),
    ]
}

/// The same archive with every part changed: what is inside is broken, and the archive is not.
fn repacked(bytes: &[u8], mut change: impl FnMut(Vec<u8>) -> Vec<u8>) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).ok()?;
        let name = part.name().ok()?.into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).ok()?;
        let bytes = if name == "mimetype" { bytes } else { change(bytes) };
        zip.start_file(name, SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored))
            .ok()?;
        zip.write_all(&bytes).ok()?;
    }
    Some(zip.finish().ok()?.into_inner())
}

/// Cuts, overwrites and repeats pieces.
fn changed(mut bytes: Vec<u8>, changes: &[(usize, u8, u8)]) -> Vec<u8> {
    for (at, how, byte) in changes {
        if bytes.is_empty() {
            break;
        }
        let at = at % bytes.len();
        match how % 4 {
            0 => bytes.truncate(at.max(1)),
            1 => {
                if let Some(place) = bytes.get_mut(at) {
                    *place = *byte;
                }
            }
            2 => {
                let end = (at + usize::from(*byte)).min(bytes.len());
                bytes.drain(at..end);
            }
            _ => {
                let end = (at + usize::from(*byte)).min(bytes.len());
                let piece = bytes.get(at..end).unwrap_or_default().to_vec();
                bytes.splice(at..at, piece);
            }
        }
    }
    bytes
}

#[test]
fn the_samples_are_sound() {
    for (expected, bytes) in samples() {
        assert_eq!(kind(&bytes), Some(Ok(expected)));
        let text = read(expected, &bytes).map(|draft| draft.text);
        assert!(text.as_ref().is_ok_and(|text| !text.is_empty()), "{expected:?}: {text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let _ = kind(&bytes);
        for one in [Kind::Docx, Kind::Odt, Kind::Epub, Kind::Rtf] {
            let _ = read(one, &bytes);
        }
        let _ = rtf::read(&[b"{\\rtf1 ".as_slice(), &bytes].concat());
    }

    #[test]
    fn broken_files_are_read_or_refused(
        changes in proptest::collection::vec((any::<usize>(), any::<u8>(), any::<u8>()), 1..6),
    ) {
        for (one, bytes) in samples() {
            if let Some(inside) = repacked(&bytes, |part| changed(part, &changes)) {
                let _ = read(one, &inside);
            }
            let broken = changed(bytes, &changes);
            let _ = kind(&broken);
            let _ = read(one, &broken);
        }
    }

    #[test]
    fn any_control_words_are_read(
        words in proptest::collection::vec(
            prop_oneof![
                Just("{"), Just("}"), Just("\\*"), Just("\\par "), Just("\\cell "), Just("\\row "), Just("\\intbl "),
                Just("\\pard "), Just("\\trowd "), Just("{\\footnote "), Just("{\\shptxt "), Just("\\u-10179?"),
                Just("\\'e3"), Just("\\f7 "), Just("\\uc3 "), Just("\\bin9 "), Just("word"), Just("{\\upr{"), Just("\\ud "),
            ],
            0..80,
        )
    ) {
        let rtf = format!("{{\\rtf1 {}", words.concat());
        let _ = rtf::read(rtf.as_bytes());
    }
}
