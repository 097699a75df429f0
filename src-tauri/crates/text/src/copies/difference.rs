//! How two texts differ, word by word.

use chancery_model::Furniture;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// What became of words from one text to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Both have them.
    Same,
    /// Only the second has them.
    Added,
    /// Only the first has them.
    Removed,
}

/// Words that share a fate, with the blanks that follow them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What became of them.
    pub fate: Fate,
    /// The words as the text has them; those both have as the second has them.
    pub text: String,
}

/// How a text became another: runs of words in reading order, without furniture. Blanks and line ends are not compared. Where words were replaced,
/// those removed come before those added.
#[must_use]
pub fn difference(first: (&str, &[Furniture]), second: (&str, &[Furniture])) -> Vec<Difference> {
    let (before, after) = (pieces(first.0, first.1), pieces(second.0, second.1));
    let words = |pieces: &[Piece<'_>]| pieces.iter().map(|piece| piece.word.to_owned()).collect::<Vec<_>>();
    let mut told = Told::default();
    // Myers as `similar` has it bounds its work on texts that have nothing in common.
    for op in capture_diff_slices(Algorithm::Myers, &words(&before), &words(&after)) {
        if !matches!(op, DiffOp::Equal { .. }) {
            told.put(Fate::Removed, before.get(op.old_range()));
            told.put(Fate::Added, after.get(op.new_range()));
        } else {
            told.put(Fate::Same, after.get(op.new_range()));
        }
    }
    told.0
}

/// A word with its signs, and the blanks after it.
struct Piece<'t> {
    word: &'t str,
    blanks: &'t str,
}

/// The words of a text outside its furniture.
fn pieces<'t>(text: &'t str, furniture: &[Furniture]) -> Vec<Piece<'t>> {
    let mut skipped = furniture.iter().map(|piece| piece.span).peekable();
    let (mut pieces, mut position) = (Vec::new(), 0_u32);
    let mut rest = text;
    while !rest.is_empty() {
        let (word, from) = rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len()));
        let (blanks, next) = from.split_at(from.find(|c: char| !c.is_whitespace()).unwrap_or(from.len()));
        let end = position.saturating_add(count(word));
        while skipped.next_if(|span| span.end <= position).is_some() {}
        let is_furniture = skipped.peek().is_some_and(|span| span.start < end);
        if !word.is_empty() && !is_furniture {
            pieces.push(Piece { word, blanks });
        }
        position = end.saturating_add(count(blanks));
        rest = next;
    }
    pieces
}

fn count(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

#[derive(Default)]
struct Told(Vec<Difference>);

impl Told {
    fn put(&mut self, fate: Fate, pieces: Option<&[Piece<'_>]>) {
        let text: String =
            pieces.into_iter().flatten().flat_map(|piece| [piece.word, blank(piece.blanks)]).collect();
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.fate == fate => last.text.push_str(&text),
            _ => self.0.push(Difference { fate, text }),
        }
    }
}

/// One blank, or the end of a paragraph.
fn blank(blanks: &str) -> &'static str {
    match blanks.matches('\n').count() {
        0 if blanks.is_empty() => "",
        0 | 1 => " ",
        _ => "\n\n",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chancery_model::{FurnitureKind, Span};

    #[track_caller]
    fn check(first: &str, second: &str, expected: &[(Fate, &str)]) {
        let told = difference((first, &[]), (second, &[]));
        let told: Vec<_> = told.iter().map(|one| (one.fate, one.text.as_str())).collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn words_added_removed_and_replaced_are_told_where_they_stand() {
        check(
            "Стороны подписали все 28 программ в Минске.",
            "Стороны вчера подписали 28 программ в Москве.",
            &[
                (Fate::Same, "Стороны "),
                (Fate::Added, "вчера "),
                (Fate::Same, "подписали "),
                (Fate::Removed, "все "),
                (Fate::Same, "28 программ в "),
                (Fate::Removed, "Минске."),
                (Fate::Added, "Москве."),
            ],
        );
    }

    #[test]
    fn other_line_ends_are_no_difference_and_paragraphs_stay() {
        check(
            "One two\nthree.\n\nFour five.",
            "One  two three.\n\nFour five.",
            &[(Fate::Same, "One two three.\n\nFour five.")],
        );
        check("", "", &[]);
        check("", "Аб’яднанне", &[(Fate::Added, "Аб’яднанне")]);
    }

    #[test]
    fn furniture_of_either_is_left_out() {
        let share = [Furniture { span: Span::new(8, 18), kind: FurnitureKind::Share }];
        let told = difference(("One two\nShare this\nthree four", &share), ("One two three four", &[]));
        assert_eq!(told, [Difference { fate: Fate::Same, text: "One two three four".to_owned() }]);
    }
}
