//! LaTeX to Unicode, as far as it stands in titles, names and abstracts.

use unicode_normalization::UnicodeNormalization as _;

use super::signs::{SIGNS, accent, cyrillic};

/// Deepest nesting followed; what is deeper keeps its words and loses its commands.
const DEEPEST: usize = 24;

/// The words of `source`: accents and signs as characters, commands and braces gone, mathematics as it stands.
pub(crate) fn plain(source: &str) -> String {
    if !source.contains(['\\', '{', '}', '~', '-', '`', '\'', '$']) {
        return source.to_owned();
    }
    let mut out = String::with_capacity(source.len());
    write(source, &mut out, 0);
    out.nfc().collect()
}

/// A web address or an id: nothing but its escapes undone.
pub(crate) fn verbatim(source: &str) -> String {
    let inner = source.trim().strip_prefix("\\url").unwrap_or(source.trim());
    let mut out = String::with_capacity(inner.len());
    let mut chars = inner.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' if chars.peek().is_some_and(|next| "%#&_{}$~".contains(*next)) => out.extend(chars.next()),
            '{' | '}' => {}
            _ => out.push(c),
        }
    }
    out.trim().to_owned()
}

fn write(source: &str, out: &mut String, depth: usize) {
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        rest = match c {
            '\\' => command(after, out, depth),
            '{' | '}' => after,
            '~' => {
                out.push('\u{a0}');
                after
            }
            '$' => match after.find('$') {
                Some(end) => {
                    out.push_str(rest.get(..end + 2).unwrap_or_default());
                    after.get(end + 1..).unwrap_or_default()
                }
                None => {
                    out.push('$');
                    after
                }
            },
            _ => {
                let (sign, length) = LIGATURES
                    .iter()
                    .find(|(written, _)| rest.starts_with(written))
                    .map_or((c, c.len_utf8()), |(written, sign)| (*sign, written.len()));
                out.push(sign);
                rest.get(length..).unwrap_or_default()
            }
        };
    }
}

const LIGATURES: &[(&str, char)] = &[("---", '—'), ("--", '–'), ("``", '“'), ("''", '”')];

/// Writes what the command at the start of `rest` (its backslash is gone) stands for, and gives what follows it.
fn command<'a>(rest: &'a str, out: &mut String, depth: usize) -> &'a str {
    let Some(first) = rest.chars().next() else { return rest };
    if !first.is_ascii_alphabetic() {
        let after = rest.get(first.len_utf8()..).unwrap_or_default();
        if let Some(mark) = accent(rest.get(..first.len_utf8()).unwrap_or_default()) {
            return accented(after, mark, out, depth);
        }
        match first {
            '-' | '/' | '@' | '(' | ')' | '[' | ']' => {}
            '\\' | ',' | ';' | ':' | '!' => out.push(' '),
            _ => out.push(first),
        }
        return after;
    }
    let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (name, after) = rest.split_at(length);
    // The star of `\section*` belongs to the name; blanks after a name only end it.
    let argument = after.strip_prefix('*').unwrap_or(after).trim_start();
    if let Some(mark) = accent(name) {
        return accented(argument, mark, out, depth);
    }
    if let Some((_, sign)) = SIGNS.iter().find(|(command, _)| *command == name) {
        out.push_str(sign);
        return argument.strip_prefix("{}").unwrap_or(argument);
    }
    if let Some(letter) = cyrillic(name) {
        out.push(letter);
        return argument.strip_prefix("{}").unwrap_or(argument);
    }
    match name {
        // The first argument is an address or a colour, not words.
        "href" | "textcolor" | "foreignlanguage" | "color" => {
            taken(argument).map_or(argument, |(_, rest)| rest)
        }
        "mkbibquote" | "enquote" => match taken(argument) {
            Some((words, rest)) if depth < DEEPEST => {
                out.push('“');
                write(words, out, depth + 1);
                out.push('”');
                rest
            }
            _ => argument,
        },
        _ => argument,
    }
}

/// Puts `mark` on the first character of the argument at the start of `rest`.
fn accented<'a>(rest: &'a str, mark: char, out: &mut String, depth: usize) -> &'a str {
    let trimmed = rest.trim_start();
    let Some(first) = trimmed.chars().next() else { return trimmed };
    let mut letter = String::new();
    let after = match first {
        '{' => match taken(trimmed) {
            Some((words, after)) if depth < DEEPEST => {
                write(words, &mut letter, depth + 1);
                after
            }
            _ => trimmed.get(1..).unwrap_or_default(),
        },
        '\\' if depth < DEEPEST => command(trimmed.get(1..).unwrap_or_default(), &mut letter, depth + 1),
        '}' => trimmed,
        _ => {
            letter.push(first);
            trimmed.get(first.len_utf8()..).unwrap_or_default()
        }
    };
    let mut letters = letter.chars();
    if let Some(base) = letters.next() {
        out.push(match base {
            'ı' => 'i',
            'ȷ' => 'j',
            _ => base,
        });
        out.push(mark);
        out.extend(letters);
    }
    after
}

/// The braced group at the start of `rest`: its inside, and what follows.
fn taken(rest: &str) -> Option<(&str, &str)> {
    let mut depth = 0_usize;
    if !rest.starts_with('{') {
        return None;
    }
    let mut escaped = false;
    for (at, byte) in rest.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'{' => depth += 1,
            b'}' => {
                depth -= 1;
                if depth == 0 {
                    return Some((rest.get(1..at)?, rest.get(at + 1..)?));
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(source: &str, expected: &str) {
        assert_eq!(plain(source), expected, "{source}");
    }

    #[test]
    fn accents_become_letters() {
        check(
            r#"{\"O}zge Aks{\i}n, {\c{C}}etin, M\"uller, Or{\l}owski"#,
            "Özge Aksın, Çetin, Müller, Orłowski",
        );
        check(
            r#"Caf\'e, Caf\'{e}, na{\"\i}ve, D\v{z}, \v Sv\'{\i}ca, \AA ngstr\o m"#,
            "Café, Café, naïve, Dž, Švíca, Ångstrøm",
        );
        check(r"{\CYRS}{\cyro}{\cyryu}{\cyrz} \cyrushrt\cyrii", "Союз ўі");
        check(r"\u{\CYRU}", "Ў");
    }

    #[test]
    fn commands_leave_their_words() {
        check(r"The \emph{Union} {State} \& \textbf{its} tariff: 5\%", "The Union State & its tariff: 5%");
        check(r"pages 1--2 --- ``quoted''", "pages 1–2 — “quoted”");
        check(r"$x_1^{2}$ and \$5", "$x_1^{2}$ and $5");
        check(r"\enquote{Союз} \href{https://a.example}{here}", "“Союз” here");
        check("ends in \\", "ends in ");
        check(r"\'", "");
        check("Союзное~государство", "Союзное\u{a0}государство");
        assert_eq!(verbatim(r"\url{https://a.example/b\_c~d\%20e}"), "https://a.example/b_c~d%20e");
    }

    proptest! {
        #[test]
        fn no_source_stops_it(source in r#"([\\{}$~"'`a-zА-я ]|\\[a-z]|\\c\{){0,80}"#) {
            let _ = (plain(&source), verbatim(&source));
        }
    }

    #[test]
    fn deep_nesting_ends() {
        let _ = plain(&r"\'{".repeat(20_000));
        let _ = plain(&r"\'".repeat(20_000));
        let _ = plain(&format!("{}{}", r"\'{".repeat(2_000), "}".repeat(2_000)));
    }
}
