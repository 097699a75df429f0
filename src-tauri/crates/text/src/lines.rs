//! The lines of a text, by byte and with what stands on them.

/// One line without its line end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// Byte offset of its first character.
    pub start: usize,
    /// What stands on it.
    pub text: &'a str,
}

impl Line<'_> {
    /// Byte offset right after its last character.
    #[must_use]
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether nothing but blanks stands on it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }

    /// Whether it reads as a paragraph rather than a heading, label or list item: long, or ended like a sentence.
    pub(crate) fn is_prose(&self) -> bool {
        let mut words = self.text.split_whitespace();
        let first_eight = words.by_ref().take(8).count();
        if first_eight < 8 {
            return false;
        }
        self.text.trim_end().ends_with(['.', '!', '?', '…', '"', '”', '»', ':']) || words.count() >= 17
    }
}

/// All lines of `text`, the blank ones too.
pub fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let rest = text.get(start..)?;
        let length = memchr::memchr(b'\n', rest.as_bytes());
        next = length.map(|length| start + length + 1);
        Some(Line { start, text: rest.get(..length.unwrap_or(rest.len()))? })
    })
}
