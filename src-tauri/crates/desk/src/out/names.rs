//! Names of files that every system can write, each once.

use std::collections::HashSet;

/// Longest name in bytes: Linux ends at 255, and leaves room for what unpackers add.
const LONGEST: usize = 200;

/// What Windows keeps for devices, whatever the ending.
const DEVICES: &[&str] = &["con", "prn", "aux", "nul", "conin$", "conout$", "com", "lpt"];

/// Gives out names, each once, also where capitals don't count.
#[derive(Default)]
pub(crate) struct Names {
    taken: HashSet<String>,
}

impl Names {
    /// A name nobody was given, as near to `wished` as it can be; `ending` where that has none.
    pub(crate) fn give(&mut self, wished: &str, ending: &str) -> String {
        let name = safe(wished);
        let (stem, ending) = match name.rsplit_once('.') {
            Some((stem, end)) if !stem.is_empty() && !end.is_empty() && end.len() <= 16 => {
                (stem.to_owned(), end.to_owned())
            }
            _ => (name, ending.to_owned()),
        };
        let stem = if stem.is_empty() { "original".to_owned() } else { stem };
        let mut number = 1_usize;
        loop {
            let mark = if number == 1 { String::new() } else { format!(" ({number})") };
            let room = LONGEST.saturating_sub(mark.len() + ending.len() + 1);
            let stem =
                stem.get(..stem.floor_char_boundary(room)).unwrap_or_default().trim_end_matches([' ', '.']);
            let name =
                if ending.is_empty() { format!("{stem}{mark}") } else { format!("{stem}{mark}.{ending}") };
            if self.taken.insert(name.to_lowercase()) {
                return name;
            }
            number += 1;
        }
    }
}

/// The last step of a path without what a system refuses, hides or reads as something else.
fn safe(wished: &str) -> String {
    let last = wished.rsplit(['/', '\\']).find(|step| !step.trim().is_empty()).unwrap_or_default();
    let is_hidden = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let written: String = last
        .chars()
        .filter(|c| !c.is_control() && !is_hidden(*c))
        .map(|c| if "<>:\"|?*".contains(c) { '_' } else { c })
        .collect();
    let name = written.trim_start_matches([' ', '.', '-']).trim_end_matches([' ', '.']);
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let device = stem.trim_end_matches(|c: char| c.is_ascii_digit() || "¹²³".contains(c));
    let is_device = DEVICES.contains(&device)
        && (stem.chars().count() == device.chars().count() + usize::from(["com", "lpt"].contains(&device)));
    if is_device { format!("_{name}") } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(wished: &str, expected: &str) {
        assert_eq!(Names::default().give(wished, "txt"), expected, "{wished}");
    }

    #[test]
    fn names_are_safe_everywhere_and_keep_their_letters() {
        check("Дорожные карты.html", "Дорожные карты.html");
        check("архив.zip/папка/Што далей?.html", "Што далей_.html");
        check("C:\\news\\a<b>|\"c\"*.txt", "a_b___c__.txt");
        check("https://news.example/a/b/", "b.txt");
        check("../../..", "original.txt");
        check("", "original.txt");
        check(".hidden.", "hidden.txt");
        check("-rf.html", "rf.html");
        check("con.txt", "_con.txt");
        check("LPT1.log", "_LPT1.log");
        check("lpt10.log", "lpt10.log");
        check("command.txt", "command.txt");
        check("a\u{202e}txt.exe", "atxt.exe");
        let long = Names::default().give(&"я".repeat(300), "html");
        assert!(long.len() <= LONGEST && long.ends_with("я.html"));
    }

    #[test]
    fn no_name_is_given_twice() {
        let mut names = Names::default();
        let given = ["a.txt", "A.TXT", "a.txt", "a (2).txt"].map(|wished| names.give(wished, ""));
        assert_eq!(given, ["a.txt", "A (2).TXT", "a (3).txt", "a (2) (2).txt"]);
    }
}
