//! Finding the passages of an article again in another reading of it.

use chancery_model::{Anchor, CodePoints};

use crate::codings::incoming::{IncomingCoding, Place};
use crate::codings::place::{Seen, seen};

/// Words that are fewer characters than this prove little: something around them must be the same, too.
const FEW: usize = 24;
/// How much of what stood around few words.
const AROUND: usize = 8;

/// A text in which passages are looked for.
pub(crate) struct Finder<'t> {
    points: CodePoints<'t>,
    seen: Seen,
}

impl<'t> Finder<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { points: CodePoints::new(text), seen: Seen::new(text) }
    }

    /// The passage as it stands in this text: at its place, or where its words stand, between the words that stood around
    /// them if there are several. `None` where that is nowhere.
    pub(crate) fn find(&self, anchor: &Anchor) -> Option<Anchor> {
        if !anchor.is_lost() && self.points.slice(anchor.span) == Some(anchor.exact.as_str()) {
            return Anchor::take(&self.points, anchor.span);
        }
        let wanted = IncomingCoding {
            exact: anchor.exact.clone(),
            prefix: anchor.prefix.clone(),
            suffix: anchor.suffix.clone(),
            place: Place::At(anchor.span.start),
            ..IncomingCoding::default()
        };
        let found = Anchor::take(&self.points, self.seen.find(&wanted).ok()?)?;
        let told = seen(&anchor.exact).len() >= FEW || around(anchor, &found) >= AROUND;
        // What has nothing around it, as what a proposal was decided on, has its words alone.
        let bare = anchor.prefix.is_empty() && anchor.suffix.is_empty();
        (told || bare).then_some(found)
    }
}

/// How many characters right before and after are the same.
fn around(one: &Anchor, other: &Anchor) -> usize {
    let same = |left: &[char], right: &[char]| left.iter().zip(right).take_while(|(a, b)| a == b).count();
    let back = |words: &str| seen(words).into_iter().rev().collect::<Vec<_>>();
    same(&back(&one.prefix), &back(&other.prefix)) + same(&seen(&one.suffix), &seen(&other.suffix))
}

#[cfg(test)]
mod tests {
    use chancery_model::Span;

    use super::*;

    const BEFORE: &str =
        "Menu\nМинск, 10 сентября. Стороны согласовали все 28 программ.\nОб этом сообщили в Минске.";

    /// What becomes of the passage with these words where the text is read so.
    #[track_caller]
    fn check(words: &str, after: &str, expected: Option<&str>) {
        let anchor = Anchor::locate(&CodePoints::new(BEFORE), words, "", "").unwrap();
        let found = Finder::new(after).find(&anchor);
        let points = CodePoints::new(after);
        let stands = found.as_ref().map(|found| points.slice(found.span).unwrap().to_owned());
        assert_eq!(stands.as_deref(), expected);
        assert_eq!(found.map(|found| found.exact).as_deref(), expected);
    }

    #[test]
    fn a_passage_is_found_by_its_words_whatever_stands_before_and_however_lines_are_broken() {
        let whole = "Стороны согласовали все 28 программ.";
        check(whole, BEFORE, Some(whole));
        check(whole, "Минск, 10 сентября. Стороны согласовали все 28 программ.", Some(whole));
        check(
            whole,
            "Минск. Стороны согласовали\nвсе 28 программ. Конец.",
            Some("Стороны согласовали\nвсе 28 программ."),
        );
        check(whole, "Минск, 10 сентября. Стороны согласовали 28 программ.", None);
    }

    #[test]
    fn few_words_are_found_only_between_the_words_that_stood_around_them() {
        check("28", "Минск. Стороны согласовали все 28 программ.", Some("28"));
        check("28", "Минск. Встреча шла 28 минут.", None);
        check("28", "Бюджет 28 млн. Стороны согласовали все 28 программ.", Some("28"));
    }

    #[test]
    fn what_was_lost_is_found_where_it_comes_back() {
        let anchor = Anchor::locate(&CodePoints::new(BEFORE), "согласовали все 28 программ", "", "").unwrap();
        let lost = anchor.clone().lost();
        assert!(lost.is_lost() && lost.exact == anchor.exact);
        assert_eq!(Finder::new("Ничего.").find(&lost), None);
        assert_eq!(Finder::new(BEFORE).find(&lost).unwrap().span, Span::new(33, 60));
    }
}
