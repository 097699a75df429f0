//! The text of a source as it is stored in a project, and the words of its selections.

use std::collections::HashMap;

use roxmltree::Node;

use super::elements::{each, position, value};
use super::ruler::ruler;
use crate::codings::incoming::{IncomingCoding, Place};
use crate::codings::place::seen;

/// Code points of context taken from the text.
const CONTEXT: usize = 48;

/// A stored text with the positions of its program.
#[derive(Default)]
pub(super) struct Stored {
    pub(super) text: String,
    chars: Vec<char>,
    marks: Vec<usize>,
    /// Characters to be seen before the start of each selection.
    before: HashMap<usize, u32>,
}

impl Stored {
    /// `bytes`: the text before it was decoded, which may begin with a byte order mark.
    pub(super) fn new(text: &str, bytes: &[u8], source: Node<'_, '_>) -> Self {
        let marks: [&[u8]; 3] = [&[0xef, 0xbb, 0xbf], &[0xff, 0xfe], &[0xfe, 0xff]];
        let marked = marks.iter().any(|mark| bytes.starts_with(mark));
        let text = text.trim_start_matches('\u{feff}');
        let chars: Vec<char> = text.chars().collect();
        let named: Vec<(usize, usize, String)> = each(source, "PlainTextSelection")
            .filter_map(|one| {
                Some((
                    position(one, "startPosition")?,
                    position(one, "endPosition")?,
                    value(one, "name").unwrap_or_default(),
                ))
            })
            .collect();
        let named: Vec<_> = named.iter().map(|(start, end, name)| (*start, *end, name.as_str())).collect();
        let marks = ruler(&chars, marked, &named);
        let mut starts: Vec<usize> =
            named.iter().filter_map(|(start, ..)| marks.get(*start).copied()).collect();
        starts.sort_unstable();
        starts.dedup();
        let (mut from, mut shown) = (0, 0);
        let mut before = HashMap::new();
        for start in starts {
            shown += seen(&chars[from..start].iter().collect::<String>()).len();
            from = start;
            before.insert(start, u32::try_from(shown).unwrap_or(u32::MAX));
        }
        Self { text: text.to_owned(), chars, marks, before }
    }

    /// The words of a selection with those around them; where the text did not come along, those it is named by.
    pub(super) fn words(&self, selection: Node<'_, '_>) -> Option<IncomingCoding> {
        if self.chars.is_empty() {
            let name = value(selection, "name")?;
            let exact = name.trim().trim_end_matches(['.', '…']).to_owned();
            return (!exact.is_empty()).then(|| IncomingCoding { exact, ..IncomingCoding::default() });
        }
        let start = *self.marks.get(position(selection, "startPosition")?)?;
        let end = *self.marks.get(position(selection, "endPosition")?)?;
        let words =
            |from: usize, to: usize| -> Option<String> { Some(self.chars.get(from..to)?.iter().collect()) };
        let exact = words(start, end).filter(|words| !words.trim().is_empty())?;
        Some(IncomingCoding {
            exact,
            prefix: words(start.saturating_sub(CONTEXT), start)?,
            suffix: words(end, (end + CONTEXT).min(self.chars.len()))?,
            place: Place::AfterSeen(self.before.get(&start).copied().unwrap_or(0)),
            ..IncomingCoding::default()
        })
    }
}
