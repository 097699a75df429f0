//! How a program counts positions in a text: told by trying, because the files do not say.
//!
//! The standard counts code points of the text as it is stored. ATLAS.ti and QualCoder count a line end of two characters as one,
//! programs written for Windows count UTF-16 units, and some count the byte order mark.

/// A position in the stored text for every position of a program.
pub(super) type Ruler = Vec<usize>;

/// A selection as the file has it: start, end, and what it is named by, which often are its first words.
pub(super) type Named<'a> = (usize, usize, &'a str);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Counting {
    units: bool,
    line_end_is_one: bool,
    mark: bool,
}

/// Selections looked at; enough to tell.
const LOOKED_AT: usize = 400;

/// The positions of `text`, which is without its byte order mark, as its program counts them. Where several ways explain the
/// selections alike, it is that of the standard.
pub(super) fn ruler(text: &[char], had_mark: bool, selections: &[Named<'_>]) -> Ruler {
    let crlf = text.windows(2).any(|pair| pair == ['\r', '\n']);
    let wide = text.iter().any(|c| c.len_utf16() > 1);
    let ways = |differ: bool| if differ { &[false, true][..] } else { &[false][..] };
    let mut best: Option<(i64, Ruler)> = None;
    for &line_end_is_one in ways(crlf) {
        for &units in ways(wide) {
            for &mark in ways(had_mark) {
                let marks = marks(text, Counting { units, line_end_is_one, mark });
                let fit = selections.iter().take(LOOKED_AT).map(|named| fit(text, &marks, *named)).sum();
                if best.as_ref().is_none_or(|(known, _)| fit > *known) {
                    best = Some((fit, marks));
                }
            }
        }
    }
    best.map(|(_, marks)| marks).unwrap_or_default()
}

fn marks(text: &[char], counting: Counting) -> Ruler {
    let mut marks = Vec::with_capacity(text.len() + 1);
    if counting.mark {
        marks.push(0);
    }
    for (at, &c) in text.iter().enumerate() {
        if counting.line_end_is_one && c == '\r' && text.get(at + 1) == Some(&'\n') {
            continue;
        }
        let units = if counting.units { c.len_utf16() } else { 1 };
        marks.extend(std::iter::repeat_n(at, units));
    }
    marks.push(text.len());
    marks
}

/// How well a selection fits: its words are those it is named by, and it begins and ends between words.
fn fit(text: &[char], marks: &Ruler, (start, end, name): Named<'_>) -> i64 {
    let (Some(&from), Some(&to)) = (marks.get(start), marks.get(end)) else { return -8 };
    let Some(words) = text.get(from..to).filter(|words| !words.is_empty()) else { return -8 };
    let inside = |at: usize| {
        let letter = |at: usize| text.get(at).is_some_and(|c| c.is_alphanumeric());
        at > 0 && letter(at - 1) && letter(at)
    };
    let mut fit = i64::from(!inside(from)) + i64::from(!inside(to));
    fit += i64::from(!words[0].is_whitespace()) + i64::from(!words[words.len() - 1].is_whitespace());
    let plain = |c: &char| !c.is_whitespace();
    let mut named = name.trim().trim_end_matches(['.', '…']).chars().filter(plain).peekable();
    if named.peek().is_some() {
        let mut there = words.iter().filter(|c| plain(c));
        fit += if named.all(|c| there.next() == Some(&c)) { 8 } else { -1 };
    }
    fit
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where a selection of `words` is found that a program counted by `counting`.
    #[track_caller]
    fn check(text: &str, words: &str, counting: Counting, name: &str) {
        let text: Vec<char> = text.chars().collect();
        let wanted: Vec<char> = words.chars().collect();
        let at = text.windows(wanted.len()).position(|window| window == wanted).unwrap_or_default();
        let told = marks(&text, counting);
        let position = |at: usize| told.iter().rposition(|&mark| mark == at).unwrap_or_default();
        let (start, end) = (position(at), position(at + wanted.len()));
        let ruler = ruler(&text, counting.mark, &[(start, end, name)]);
        assert_eq!((ruler[start], ruler[end]), (at, at + wanted.len()), "{counting:?} {name:?}");
    }

    #[test]
    fn every_way_of_counting_is_told_by_the_selections() {
        let text =
            "🇧🇾 Саюзная дзяржава\r\nАдзіная валюта — не абмяркоўвалася 🤝 ніколі.\r\n\r\nПраграмы ўзгоднены.";
        for (units, line_end_is_one, mark) in
            [(false, false, false), (false, true, false), (true, false, false), (true, true, true)]
        {
            let counting = Counting { units, line_end_is_one, mark };
            check(text, "Праграмы ўзгоднены", counting, "");
            check(text, "раграм", counting, "раграм");
            check(text, "валюта — не абмяркоўвалася", counting, "валюта — не...");
        }
    }

    #[test]
    fn without_a_telling_selection_the_standard_holds() {
        let text: Vec<char> = "a\r\nb".chars().collect();
        assert_eq!(ruler(&text, false, &[]), [0, 1, 2, 3, 4]);
    }
}
