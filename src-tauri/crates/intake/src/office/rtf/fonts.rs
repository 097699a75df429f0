//! Which encoding the bytes of a text are in: that of the file, and that of the font.

use std::collections::HashMap;

use encoding_rs::{Encoding, WINDOWS_1252};

/// How many fonts are kept.
const MOST: usize = 10_000;

/// The encodings of a file.
#[derive(Debug)]
pub(super) struct Fonts {
    /// That of the file, `\ansicpg`.
    pub(super) file: &'static Encoding,
    fonts: HashMap<i32, &'static Encoding>,
    /// The font that `\plain` goes back to.
    pub(super) default: i32,
}

impl Fonts {
    pub(super) fn new() -> Self {
        Self { file: WINDOWS_1252, fonts: HashMap::new(), default: 0 }
    }

    /// The encoding of text in a font.
    pub(super) fn encoding(&self, font: Option<i32>) -> &'static Encoding {
        font.and_then(|font| self.fonts.get(&font)).copied().unwrap_or(self.file)
    }

    /// What the font table says: `\fcharset`.
    pub(super) fn charset(&mut self, font: i32, charset: i32) {
        if let Some(encoding) = of_charset(charset)
            && self.fonts.len() < MOST
        {
            self.fonts.insert(font, encoding);
        }
    }

    /// What the font table says more exactly: `\cpg`.
    pub(super) fn page(&mut self, font: i32, page: i32) {
        if let Some(encoding) = of_page(page)
            && self.fonts.len() < MOST
        {
            self.fonts.insert(font, encoding);
        }
    }
}

/// The encoding of a Windows code page.
pub(super) fn of_page(page: i32) -> Option<&'static Encoding> {
    let label = match page {
        866 => "ibm866".to_owned(),
        874 => "windows-874".to_owned(),
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        1250..=1258 => format!("windows-{page}"),
        10_000 => "macintosh".to_owned(),
        10_007 | 10_017 => "x-mac-cyrillic".to_owned(),
        20_866 => "koi8-r".to_owned(),
        21_866 => "koi8-u".to_owned(),
        28_595 => "iso-8859-5".to_owned(),
        65_001 => "utf-8".to_owned(),
        _ => return None,
    };
    Encoding::for_label(label.as_bytes())
}

/// The encoding of a font's charset. That of 0, the Western one, is the file's: programs that say nothing better write
/// it for every font of a Russian file, and what Western text has beyond ASCII stands at the same places or as `\u`.
fn of_charset(charset: i32) -> Option<&'static Encoding> {
    of_page(match charset {
        77 => 10_000,
        89 => 10_007,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    })
}
