//! The text of a plain mail as paragraphs: lines that were broken to fit a screen joined, quotations set apart, the
//! signature left off.

/// Lines are thought broken by a program where the longest has a length between these, in characters.
const BROKEN_AT: std::ops::RangeInclusive<usize> = 50..=80;

/// How a plain text part says its lines are broken (RFC 3676).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Flow {
    /// A line that ends with a space goes on in the next.
    pub(crate) flowed: bool,
    /// That space is none of the text's.
    pub(crate) drop_space: bool,
}

/// A line without the marks of quotation, and how many there were.
fn unquoted(line: &str) -> (usize, &str) {
    let (mut depth, mut rest) = (0, line);
    loop {
        let inner =
            rest.strip_prefix(' ').filter(|inner| depth > 0 && inner.starts_with('>')).unwrap_or(rest);
        match inner.strip_prefix('>') {
            Some(after) => (depth, rest) = (depth + 1, after),
            None => break,
        }
    }
    (depth, if depth > 0 { rest.strip_prefix(' ').unwrap_or(rest) } else { rest })
}

/// The item of a list, without its mark.
fn item(line: &str) -> Option<&str> {
    let line = line.trim_start();
    ["- ", "* ", "• ", "– ", "· "].iter().find_map(|mark| line.strip_prefix(mark))
}

/// Paragraphs with an empty line between them.
pub(crate) fn paragraphs(text: &str, flow: Flow) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<(usize, &str)> =
        text.split('\n').map(unquoted).take_while(|&(depth, line)| depth > 0 || line != "-- ").collect();
    let width = lines.iter().map(|(_, line)| line.trim_end().chars().count()).max().unwrap_or(0);
    let broken = BROKEN_AT.contains(&width);
    let mut out: Vec<String> = Vec::new();
    // The line before, while its paragraph is open.
    let mut before: Option<(usize, &str)> = None;
    for (depth, line) in lines {
        // A space put before what would look like a mark.
        let line = if flow.flowed { line.strip_prefix(' ').unwrap_or(line) } else { line };
        let words = line.trim();
        if words.is_empty() {
            before = None;
            continue;
        }
        let starts_anew = item(line).is_some();
        match (before.filter(|&(level, _)| level == depth && !starts_anew), out.last_mut()) {
            (Some((_, above)), Some(open)) => {
                let soft = flow.flowed && above.ends_with(' ');
                let next = words.split_whitespace().next().map_or(0, |word| word.chars().count());
                let filled = broken && above.trim_end().chars().count() + 1 + next > width;
                match (soft && flow.drop_space, soft || filled) {
                    (true, _) => {}
                    (_, true) => open.push(' '),
                    _ => open.push('\n'),
                }
                open.push_str(words);
            }
            _ => out.push(item(line).map_or_else(|| words.to_owned(), |item| format!("- {}", item.trim()))),
        }
        before = Some((depth, line));
    }
    out.join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(given: &str, text: &str) {
        assert_eq!(paragraphs(given, Flow::default()), text);
    }

    #[test]
    fn broken_lines_are_joined_and_short_ones_left() {
        check(
            "The ministers of energy of the two countries met in Minsk on Friday and\r\nagreed on the price of gas for the\r\n\
             coming year.\r\n\r\nNext meeting:\r\n12 December\r\n",
            "The ministers of energy of the two countries met in Minsk on Friday and agreed on the price of gas for the\n\
             coming year.\n\nNext meeting:\n12 December",
        );
        check("Один\nдва\n\n* газ\n* нефть", "Один\nдва\n\n- газ\n\n- нефть");
    }

    #[test]
    fn quotations_stand_apart_and_the_signature_goes() {
        check(
            "I agree.\n> He said so.\n>> She asked.\nEnd\n-- \nAnn\n+375",
            "I agree.\n\nHe said so.\n\nShe asked.\n\nEnd",
        );
    }

    #[test]
    fn flowing_lines_are_joined_where_they_say_so() {
        let flow = Flow { flowed: true, drop_space: false };
        assert_eq!(paragraphs("Саюзная \nдзяржава\nплан", flow), "Саюзная дзяржава\nплан");
        let flow = Flow { flowed: true, drop_space: true };
        assert_eq!(paragraphs("ab \ncd", flow), "abcd");
    }
}
