//! Tokens to blocks: what words go where, in which encoding, and where paragraphs end.

use std::collections::HashMap;

use encoding_rs::{Encoding, UTF_8};

use super::fonts::{Fonts, of_page};
use super::state::{Goes, Holds, NOT_TEXT, Paragraph, State};
use super::tokens::{Token, Tokens};
use super::told::{Told, style};
use crate::office::blocks::Kind;

/// How many styles are kept.
const MOST_STYLES: usize = 10_000;
/// Longest property, in bytes.
const LONGEST: usize = 2_000;
/// How many groups are kept in each other.
const DEEPEST: usize = 10_000;

pub(super) struct Reader<'b> {
    tokens: Tokens<'b>,
    told: Told,
    fonts: Fonts,
    /// Styles of titles and headings by their numbers.
    styles: HashMap<i32, Kind>,
    state: State,
    outer: Vec<State>,
    /// Groups open beyond what is kept.
    unkept: usize,
    /// The item's mark was seen in this paragraph.
    marked: bool,
    /// Whether a row is open.
    row: bool,
    /// The same, around the notes and boxes that are open.
    rows: Vec<bool>,
    /// Bytes not yet decoded, all in one encoding.
    bytes: Vec<u8>,
    encoding: &'static Encoding,
    /// The first half of a character that takes two numbers.
    half: Option<u16>,
    /// Characters still to be passed over after one that was written by number.
    pass: u8,
    /// Raw bytes beyond ASCII are UTF-8, whatever the file says of its code page.
    is_utf8: bool,
    /// The style or font being named.
    naming: i32,
    name: String,
}

impl<'b> Reader<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Self {
            tokens: Tokens::new(bytes),
            told: Told::new(),
            fonts: Fonts::new(),
            styles: HashMap::new(),
            state: State::new(),
            outer: Vec::new(),
            unkept: 0,
            marked: false,
            row: false,
            rows: Vec::new(),
            bytes: Vec::new(),
            encoding: UTF_8,
            half: None,
            pass: 0,
            is_utf8: std::str::from_utf8(bytes).is_ok(),
            naming: 0,
            name: String::new(),
        }
    }

    /// Reads it all; what is garbled costs no more than itself.
    pub(super) fn read(mut self) -> Told {
        while let Some(token) = self.tokens.next() {
            match token {
                Token::Open => self.open(),
                Token::Close => self.close(),
                Token::Hex(_) if self.pass > 0 => self.pass -= 1,
                Token::Hex(byte) => {
                    let encoding = self.fonts.encoding(self.state.font);
                    self.push(&[byte], encoding);
                }
                Token::Bytes(bytes) => {
                    let passed = usize::from(self.pass).min(bytes.len());
                    self.pass -= u8::try_from(passed).unwrap_or(self.pass);
                    let raw = self.is_utf8 && !bytes.is_ascii();
                    let encoding = if raw { UTF_8 } else { self.fonts.encoding(self.state.font) };
                    self.push(bytes.get(passed..).unwrap_or_default(), encoding);
                }
                Token::Symbol(symbol) => self.symbol(symbol),
                Token::Word("bin", count) => {
                    self.flush();
                    self.tokens.pass(usize::try_from(count.unwrap_or(0)).unwrap_or(0));
                    self.pass = self.pass.saturating_sub(1);
                }
                Token::Word(_, _) if self.pass > 0 => self.pass -= 1,
                Token::Word(word, number) => self.word(word, number),
            }
        }
        self.flush();
        while !self.outer.is_empty() {
            self.close();
        }
        self.end_paragraph();
        self.end_row();
        self.told
    }

    fn open(&mut self) {
        self.flush();
        self.pass = 0;
        if self.outer.len() < DEEPEST {
            self.outer.push(self.state);
            self.state = self.state.inner();
        } else {
            self.unkept += 1;
        }
    }

    fn close(&mut self) {
        self.flush();
        self.pass = 0;
        if self.unkept > 0 {
            self.unkept -= 1;
            return;
        }
        if self.state.holds != Holds::Nothing {
            self.end_paragraph();
            self.end_row();
            self.row = self.rows.pop().unwrap_or(false);
        }
        match self.state.holds {
            Holds::Nothing => {}
            Holds::Note => self.told.blocks.end_note(),
            Holds::Aside => self.told.blocks.end_aside(),
        }
        if let Some(state) = self.outer.pop() {
            self.state = state;
        }
    }

    /// Adds bytes of text; those of different encodings are decoded apart.
    fn push(&mut self, bytes: &[u8], encoding: &'static Encoding) {
        if bytes.is_empty() {
            return;
        }
        if encoding != self.encoding {
            self.flush();
            self.encoding = encoding;
        }
        self.bytes.extend_from_slice(bytes);
    }

    /// Decodes the bytes that wait and puts them where they go.
    fn flush(&mut self) {
        if self.half.take().is_some() {
            self.put("\u{fffd}");
        }
        if !self.bytes.is_empty() {
            let bytes = std::mem::take(&mut self.bytes);
            let words = self.encoding.decode_without_bom_handling(&bytes).0;
            self.put(&words);
        }
    }

    fn put(&mut self, words: &str) {
        let shown = !self.state.hidden && !self.state.deleted;
        let add = |to: &mut String| {
            if to.len() < LONGEST {
                to.push_str(words);
            }
        };
        match self.state.goes {
            Goes::Text if shown => self.text(words),
            Goes::Title => add(&mut self.told.title),
            Goes::Author => add(&mut self.told.author),
            Goes::Styles => {
                add(&mut self.name);
                if self.name.contains(';') {
                    self.named();
                }
            }
            Goes::Text | Goes::Nowhere | Goes::Around | Goes::Info | Goes::Changed | Goes::FontTable => {}
        }
    }

    /// Adds words to the text; the first ones of a row open it.
    fn text(&mut self, words: &str) {
        match (self.state.paragraph.in_table, self.row) {
            (true, false) => {
                self.told.blocks.row();
                self.told.blocks.cell();
                self.row = true;
            }
            (false, true) if !words.trim().is_empty() => self.end_row(),
            _ => {}
        }
        self.told.blocks.words(words);
    }

    /// A style has its name.
    fn named(&mut self) {
        let name = std::mem::take(&mut self.name);
        let Some(kind) = style(&name) else { return };
        if self.styles.len() < MOST_STYLES {
            self.styles.insert(self.naming, kind);
        }
        self.naming = -1;
    }

    fn symbol(&mut self, symbol: u8) {
        if self.pass > 0 {
            self.pass -= 1;
            return;
        }
        self.flush();
        match symbol {
            b'*' => self.state.starred = true,
            b'~' => self.put(" "),
            b'_' => self.put("-"),
            b'{' => self.put("{"),
            b'}' => self.put("}"),
            b'\\' => self.put("\\"),
            b'\r' | b'\n' => self.end_paragraph(),
            b'\t' => self.put(" "),
            _ => {}
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        if word == "u" {
            self.character(number.unwrap_or(0));
            return;
        }
        self.flush();
        let starred = std::mem::take(&mut self.state.starred);
        if self.destination(word, starred) {
            return;
        }
        match self.state.goes {
            Goes::FontTable => self.font_table(word, number.unwrap_or(0)),
            Goes::Styles if word == "s" => {
                self.naming = number.unwrap_or(0);
                self.name.clear();
            }
            Goes::Changed => self.told.changed(word, number.unwrap_or(0)),
            _ => {}
        }
        let on = number != Some(0);
        match word {
            "ansicpg" => self.fonts.file = number.and_then(of_page).unwrap_or(self.fonts.file),
            "mac" => self.fonts.file = encoding_rs::MACINTOSH,
            "deff" => {
                self.fonts.default = number.unwrap_or(0);
                self.state.font = number;
            }
            "uc" => self.state.replaced = number.and_then(|count| u8::try_from(count).ok()).unwrap_or(1),
            "f" if self.state.goes != Goes::FontTable => self.state.font = number,
            "plain" => {
                self.state.font = Some(self.fonts.default);
                (self.state.hidden, self.state.deleted) = (false, false);
            }
            "v" => self.state.hidden = on,
            "deleted" => self.state.deleted = on,
            _ if self.state.goes == Goes::Text => self.layout(word, number),
            _ => {}
        }
    }

    /// Whether the word says where the words of its group go.
    fn destination(&mut self, word: &str, starred: bool) -> bool {
        match word {
            // A text that stands twice, the second time in full.
            "upr" => (self.state.before, self.state.goes) = (self.state.goes, Goes::Nowhere),
            "ud" => self.state.goes = self.state.before,
            _ if self.state.goes == Goes::Nowhere => {}
            "fonttbl" => self.state.goes = Goes::FontTable,
            "stylesheet" => self.state.goes = Goes::Styles,
            "info" => self.state.goes = Goes::Info,
            "title" if self.state.goes == Goes::Info => self.state.goes = Goes::Title,
            "author" if self.state.goes == Goes::Info => self.state.goes = Goes::Author,
            "revtim" if self.state.goes == Goes::Info => self.state.goes = Goes::Changed,
            "shp" | "shpinst" | "do" | "object" => self.state.goes = Goes::Around,
            "result" if self.state.goes == Goes::Around => self.state.goes = Goes::Text,
            "shptxt" | "dptxbxtext" => {
                self.told.blocks.aside();
                self.hold(Holds::Aside);
            }
            "footnote" if self.state.goes == Goes::Text => {
                self.told.blocks.note();
                self.hold(Holds::Note);
            }
            "listtext" | "pntext" => {
                self.marked = true;
                self.state.goes = Goes::Nowhere;
            }
            "shppict" | "fldrslt" => {}
            _ if starred || NOT_TEXT.contains(&word) => self.state.goes = Goes::Nowhere,
            _ => return false,
        }
        true
    }

    /// The group has a frame of its own.
    fn hold(&mut self, what: Holds) {
        if self.state.holds == Holds::Nothing {
            self.rows.push(std::mem::take(&mut self.row));
        }
        self.state.goes = Goes::Text;
        self.state.holds = what;
        self.state.paragraph = Paragraph::default();
    }

    fn font_table(&mut self, word: &str, number: i32) {
        match word {
            "f" => self.naming = number,
            "fcharset" => self.fonts.charset(self.naming, number),
            "cpg" => self.fonts.page(self.naming, number),
            _ => {}
        }
    }

    /// A character by its number, signed and in halves where it takes two.
    fn character(&mut self, number: i32) {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let unit = number as u16;
        let first = self.half.take();
        self.flush();
        self.pass = self.state.replaced;
        if number > i32::from(u16::MAX) {
            // Against the rules, but meant in one way only.
            let c = u32::try_from(number).ok().and_then(char::from_u32).unwrap_or('\u{fffd}');
            return self.put(c.encode_utf8(&mut [0; 4]));
        }
        match (first, unit) {
            (None, 0xd800..=0xdbff) => self.half = Some(unit),
            _ => {
                let units = first.into_iter().chain([unit]);
                let words: String = char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect();
                self.put(&words);
            }
        }
    }

    fn layout(&mut self, word: &str, number: Option<i32>) {
        match word {
            "par" | "sect" | "page" | "column" => self.end_paragraph(),
            "line" | "softline" | "lbr" => self.told.blocks.line_break(),
            "tab" | "emspace" | "enspace" | "qmspace" => self.put(" "),
            "emdash" => self.put("—"),
            "endash" => self.put("–"),
            "lquote" => self.put("‘"),
            "rquote" => self.put("’"),
            "ldblquote" => self.put("“"),
            "rdblquote" => self.put("”"),
            "bullet" => self.put("•"),
            "pard" => self.state.paragraph = Paragraph::default(),
            "s" => self.state.paragraph.kind = number.and_then(|style| self.styles.get(&style)).copied(),
            "outlinelevel" if number.is_some_and(|level| (0..9).contains(&level)) => {
                self.state.paragraph.kind = self.state.paragraph.kind.or(Some(Kind::Heading));
            }
            "ls" => self.state.paragraph.listed = number != Some(0),
            "intbl" => self.state.paragraph.in_table = true,
            "cell" | "nestcell" => self.end_cell(),
            "row" | "nestrow" => self.end_row(),
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let listed = std::mem::take(&mut self.marked) || self.state.paragraph.listed;
        let otherwise = if listed { Kind::Item } else { Kind::Paragraph };
        self.told.blocks.end(self.state.paragraph.kind.unwrap_or(otherwise));
    }

    fn end_cell(&mut self) {
        if self.row {
            self.end_paragraph();
            self.told.blocks.end_cell();
            self.told.blocks.cell();
        } else {
            self.end_paragraph();
        }
    }

    fn end_row(&mut self) {
        if std::mem::take(&mut self.row) {
            self.told.blocks.end_row();
        }
    }
}
