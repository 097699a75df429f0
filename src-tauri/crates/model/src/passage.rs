//! Passages: spans of a text in Unicode code points, with the words around them so that they can be found again.

use thiserror::Error;

/// A half-open range of Unicode code points in a normalised text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
}

impl Span {
    /// A span from `start` up to and not including `end`.
    #[must_use]
    pub fn new(start: u32, end: u32) -> Self {
        Self { start, end: end.max(start) }
    }

    /// How many code points it holds.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.end - self.start
    }

    /// Whether it holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// Whether the two share a code point.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies inside this one.
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// The two W3C selectors of a passage in one: TextPosition (the span) and TextQuote (the words and some around them).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// Where the words stand.
    pub span: Span,
    /// The exact words.
    pub exact: String,
    /// Up to 32 code points right before.
    pub prefix: String,
    /// Up to 32 code points right after.
    pub suffix: String,
}

/// Code points of context an anchor keeps on either side.
const CONTEXT: u32 = 32;

impl Anchor {
    /// Takes the anchor of `span` from `text`; `None` where the span reaches outside the text.
    #[must_use]
    pub fn take(text: &CodePoints<'_>, span: Span) -> Option<Self> {
        Some(Self {
            span,
            exact: text.slice(span)?.to_owned(),
            prefix: text.slice(Span::new(span.start.saturating_sub(CONTEXT), span.start))?.to_owned(),
            suffix: text.slice(Span::new(span.end, (span.end + CONTEXT).min(text.len())))?.to_owned(),
        })
    }

    /// A passage whose words no longer stand in its article as it is read now: it keeps them, and an empty place where it stood.
    #[must_use]
    pub fn lost(self) -> Self {
        Self { span: Span::new(self.span.start, self.span.start), ..self }
    }

    /// Whether it stands nowhere.
    #[must_use]
    pub fn is_lost(&self) -> bool {
        self.span.is_empty()
    }

    /// Finds the one place where `exact` stands in `text` between `before` and `after`.
    ///
    /// # Errors
    /// When the words are absent, or stand in several places that the words before and after do not tell apart.
    pub fn locate(
        text: &CodePoints<'_>,
        exact: &str,
        before: &str,
        after: &str,
    ) -> Result<Self, LocateError> {
        if exact.is_empty() {
            return Err(LocateError::Absent);
        }
        let whole = text.text();
        let mut places = whole.match_indices(exact).filter(|(at, _)| {
            whole[..*at].trim_end().ends_with(before.trim_end())
                && whole[at + exact.len()..].trim_start().starts_with(after.trim_start())
        });
        let Some((at, _)) = places.next() else { return Err(LocateError::Absent) };
        let others = places.count();
        if others > 0 {
            return Err(LocateError::Ambiguous { places: others + 1 });
        }
        let span = Span::new(text.position_of_byte(at), text.position_of_byte(at + exact.len()));
        Self::take(text, span).ok_or(LocateError::Absent)
    }
}

/// Why words could not be tied to one place of a text.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum LocateError {
    /// The words are not in the text, or not between the words given as before and after.
    #[error("the words do not stand in the text")]
    Absent,
    /// The words stand in several places.
    #[error("the words stand in {places} places of the text")]
    Ambiguous {
        /// In how many.
        places: usize,
    },
}

/// A text with an index from code points to bytes, made once per text so that spans are cheap to cut.
#[derive(Clone, Debug)]
pub struct CodePoints<'a> {
    text: &'a str,
    /// Byte offset of every 64th code point.
    marks: Vec<usize>,
    len: u32,
}

/// One mark per this many code points.
const STRIDE: u32 = 64;

impl<'a> CodePoints<'a> {
    /// Indexes `text`.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STRIDE as usize + 1);
        let mut len = 0_u32;
        // A block holds no more code points than lie between two marks, so it holds one mark at most.
        for (block, bytes) in text.as_bytes().chunks(STRIDE as usize).enumerate() {
            let starts = |byte: &u8| !matches!(byte, 0x80..=0xbf);
            let before = (STRIDE - len % STRIDE) % STRIDE;
            // In a byte, so that many are counted at once.
            let inside = u32::from(bytes.iter().fold(0_u8, |inside, byte| inside + u8::from(starts(byte))));
            if inside > before {
                let mut places = bytes.iter().enumerate().filter(|(_, byte)| starts(byte));
                let is_ascii = inside as usize == bytes.len();
                let place = match is_ascii {
                    true => before as usize,
                    false => places.nth(before as usize).map_or(0, |(at, _)| at),
                };
                marks.push(block * STRIDE as usize + place);
            }
            len += inside;
        }
        Self { text, marks, len }
    }

    /// The text itself.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Length in code points.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.len
    }

    /// Whether the text is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Byte offset of a code point position; `None` past the end.
    #[must_use]
    pub fn byte_of(&self, position: u32) -> Option<usize> {
        if position == self.len {
            return Some(self.text.len());
        }
        let mark = *self.marks.get((position / STRIDE) as usize)?;
        let rest = self.text.get(mark..)?;
        rest.char_indices().nth((position % STRIDE) as usize).map(|(at, _)| mark + at)
    }

    /// Code point position of a byte offset; an offset inside a character counts as the next one.
    #[must_use]
    pub fn position_of_byte(&self, byte: usize) -> u32 {
        let index = self.marks.partition_point(|&mark| mark <= byte).saturating_sub(1);
        let Some(&mark) = self.marks.get(index) else { return 0 };
        let within = self.text[mark..].char_indices().take_while(|(at, _)| mark + at < byte).count();
        u32::try_from(index).unwrap_or(u32::MAX / STRIDE) * STRIDE + u32::try_from(within).unwrap_or(STRIDE)
    }

    /// The words of a span; `None` where it reaches outside the text.
    #[must_use]
    pub fn slice(&self, span: Span) -> Option<&'a str> {
        self.text.get(self.byte_of(span.start)?..self.byte_of(span.end)?)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn repeated_words_are_told_apart_by_the_words_before() {
        let text = CodePoints::new("в 2019 году, а потом в 2019 г.");
        assert_eq!(Anchor::locate(&text, "2019", "", ""), Err(LocateError::Ambiguous { places: 2 }));
        let anchor = Anchor::locate(&text, "2019", "потом в ", "").unwrap();
        assert_eq!(anchor.span, Span::new(23, 27));
        assert_eq!(anchor.suffix, " г.");
        assert_eq!(Anchor::locate(&text, "2020", "", ""), Err(LocateError::Absent));
    }

    proptest! {
        #[test]
        fn positions_and_bytes_are_each_others_inverse(text in ".{0,300}") {
            let points = CodePoints::new(&text);
            prop_assert_eq!(points.len() as usize, text.chars().count());
            for (position, (byte, _)) in text.char_indices().enumerate() {
                let position = position as u32;
                prop_assert_eq!(points.byte_of(position), Some(byte));
                prop_assert_eq!(points.position_of_byte(byte), position);
            }
            prop_assert_eq!(points.slice(Span::new(0, points.len())), Some(text.as_str()));
            prop_assert_eq!(points.byte_of(points.len() + 1), None);
        }
    }
}
