//! Names of files in archives: the words of a name whatever wrote it, and a path that leads nowhere but into the archive.

/// Longest path shown, in characters.
const LONGEST: usize = 500;

/// A name's words: UTF-8, else as Windows writes Russian names. Without steps out of the archive, roots and drives.
pub(super) fn words(raw: &[u8]) -> String {
    let words = match std::str::from_utf8(raw) {
        Ok(words) => words.into(),
        Err(_) => encoding_rs::IBM866.decode_without_bom_handling(raw).0,
    };
    let steps = words.split(['/', '\\']).map(|step| {
        let step: String = step.chars().filter(|c| !c.is_control() && !is_hidden(*c)).collect();
        step.trim().to_owned()
    });
    let is_drive = |step: &str| step.len() == 2 && step.ends_with(':');
    let inside = steps
        .filter(|step| !step.is_empty() && step != "." && step != ".." && !is_drive(step))
        .collect::<Vec<_>>();
    inside.join("/").chars().take(LONGEST).collect()
}

/// Marks that make a name look other than it is written.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Whether a file is something a system or program put beside the others.
pub(super) fn is_beside(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    path.starts_with("__MACOSX/")
        || name.starts_with("._")
        || matches!(name, ".DS_Store" | "Thumbs.db" | "desktop.ini" | "SHA256SUMS")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_nowhere_but_into_the_archive() {
        let check = |raw: &[u8], name: &str| assert_eq!(words(raw), name);
        check(b"../../etc/passwd", "etc/passwd");
        check(b"/etc/a.txt", "etc/a.txt");
        check(b"C:\\news\\a.txt", "news/a.txt");
        check("нарады/./газ.txt".as_bytes(), "нарады/газ.txt");
        check("a\u{202e}txt.exe".as_bytes(), "atxt.exe");
        check(&encoding_rs::IBM866.encode("Договор.txt").0, "Договор.txt");
        check(b"..", "");
    }
}
