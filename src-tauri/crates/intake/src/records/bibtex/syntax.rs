//! The syntax of BibTeX: entries, their fields with abbreviations resolved, and what is broken, each alone.

use std::collections::HashMap;

/// An entry as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Entry<'a> {
    /// Its kind in small letters, such as `article`.
    pub(super) kind: String,
    pub(super) key: &'a str,
    /// Names in small letters; of one name the first counts, as for BibTeX.
    pub(super) fields: HashMap<String, String>,
    pub(super) source: &'a str,
}

/// An entry, or the source of one that can't be read.
pub(super) type Item<'a> = Result<Entry<'a>, &'a str>;

/// Whether a line of `text` begins an entry.
pub(in crate::records) fn is_bibtex(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find('@') {
        let begins =
            rest.get(..at).is_some_and(|before| before.trim_end_matches([' ', '\t']).ends_with(['\n', '\r']))
                || rest.get(..at).is_some_and(|before| before.trim().is_empty());
        rest = rest.get(at..).unwrap_or_default();
        if let Some((_, body)) = opening(rest)
            && begins
            && body.find(['=', '}']).is_some_and(|mark| mark < 400)
        {
            return true;
        }
        rest = rest.get(1..).unwrap_or_default();
    }
    false
}

/// All entries of `text`.
pub(super) fn read(text: &str) -> Vec<Item<'_>> {
    let mut items = Vec::new();
    let mut strings: HashMap<String, String> = HashMap::new();
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('@')) {
        let start = at + found;
        let rest = text.get(start..).unwrap_or_default();
        let Some((kind, body)) = opening(rest) else {
            at = start + 1;
            continue;
        };
        let kind = kind.to_ascii_lowercase();
        let mut scan = Scan { rest: body, strings: &strings };
        match kind.as_str() {
            "comment" => {
                // Comments of other programs hold anything; one without an end is only its first line.
                let end = scan
                    .group()
                    .map_or_else(|| rest.find('\n').unwrap_or(rest.len()), |_| rest.len() - scan.rest.len());
                at = start + end.max(1);
                continue;
            }
            "preamble" => {
                let _ = scan.value();
                at = start + (rest.len() - scan.rest.len()).max(1);
                continue;
            }
            _ => {}
        }
        let read = if kind == "string" { scan.fields().map(|fields| ("", fields)) } else { scan.entry() };
        let used = rest.len() - scan.rest.len();
        match read {
            Some((_, fields)) if kind == "string" => strings.extend(fields),
            Some((key, fields)) => {
                let source = rest.get(..used).unwrap_or_default();
                items.push(Ok(Entry { kind, key, fields: fields.into_iter().rev().collect(), source }));
            }
            None => {
                let end = next_entry(rest.get(1..).unwrap_or_default()).map_or(rest.len(), |next| next + 1);
                items.push(Err(rest.get(..end.max(1)).unwrap_or_default().trim_end()));
                at = start + end.max(1);
                continue;
            }
        }
        at = start + used.max(1);
    }
    items
}

/// `@kind{` or `@kind(` at the start of `rest`: the kind, and what follows the brace.
fn opening(rest: &str) -> Option<(&str, &str)> {
    let rest = rest.strip_prefix('@')?.trim_start();
    let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (kind, after) = rest.split_at(length);
    let body = after.trim_start().strip_prefix(['{', '('])?;
    (!kind.is_empty()).then_some((kind, body))
}

/// Where the next line that begins an entry starts.
fn next_entry(text: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = text.get(from..)?.find("\n@") {
        let line = from + at + 1;
        if opening(text.get(line..)?).is_some() {
            return Some(line);
        }
        from = line;
    }
    None
}

struct Scan<'a, 's> {
    rest: &'a str,
    strings: &'s HashMap<String, String>,
}

type Fields = Vec<(String, String)>;

impl<'a> Scan<'a, '_> {
    fn blanks(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn eat(&mut self, marks: &[char]) -> bool {
        self.blanks();
        self.rest.strip_prefix(marks).map(|rest| self.rest = rest).is_some()
    }

    fn word(&mut self) -> &'a str {
        self.blanks();
        let stop = |c: char| c.is_whitespace() || "{}(),=#\"".contains(c);
        let (word, rest) = self.rest.split_at(self.rest.find(stop).unwrap_or(self.rest.len()));
        self.rest = rest;
        word
    }

    /// Key and fields up to the closing brace. Some programs leave out the key, with its comma or without.
    fn entry(&mut self) -> Option<(&'a str, Fields)> {
        let before = self.rest;
        let stop = self.rest.find([',', '=', '}', ')', '{', '"'])?;
        let (key, rest) = self.rest.split_at(stop);
        if rest.starts_with([',', '}', ')']) {
            self.rest = rest;
            self.eat(&[',']);
            return Some((key.trim(), self.fields()?));
        }
        self.rest = before;
        Some(("", self.fields()?))
    }

    fn fields(&mut self) -> Option<Fields> {
        let mut fields = Vec::new();
        loop {
            while self.eat(&[',']) {}
            if self.eat(&['}', ')']) {
                return Some(fields);
            }
            let name = self.word().to_lowercase();
            if name.is_empty() || !self.eat(&['=']) {
                return None;
            }
            let value = self.value()?;
            if !value.trim().is_empty() {
                fields.push((name, value));
            }
        }
    }

    /// Pieces joined with `#`.
    fn value(&mut self) -> Option<String> {
        let mut value = String::new();
        loop {
            self.blanks();
            match self.rest.chars().next()? {
                '{' => {
                    self.rest = self.rest.get(1..)?;
                    value.push_str(self.group()?);
                }
                '"' => {
                    self.rest = self.rest.get(1..)?;
                    value.push_str(self.quoted()?);
                }
                _ => {
                    let word = self.word();
                    if word.is_empty() && !self.rest.starts_with([',', '}']) {
                        return None;
                    }
                    // An abbreviation nobody explains is better than nothing.
                    let long = self.strings.get(&word.to_lowercase()).map_or(word, String::as_str);
                    value.push_str(long);
                }
            }
            if !self.eat(&['#']) {
                return Some(value);
            }
        }
    }

    /// What stands up to the brace that closes a group; `None` where another entry begins before it.
    fn group(&mut self) -> Option<&'a str> {
        self.until(b'}')
    }

    fn quoted(&mut self) -> Option<&'a str> {
        self.until(b'"')
    }

    fn until(&mut self, closing: u8) -> Option<&'a str> {
        let mut depth = 0_usize;
        let bytes = self.rest.as_bytes();
        let mut escaped = false;
        for (at, &byte) in bytes.iter().enumerate() {
            match byte {
                _ if byte == closing && depth == 0 && !(escaped && byte == b'"') => {
                    let (inside, rest) = self.rest.split_at(at);
                    self.rest = rest.get(1..)?;
                    return Some(inside);
                }
                b'{' if !escaped => depth += 1,
                b'}' if !escaped => depth = depth.checked_sub(1)?,
                b'\n' if bytes.get(at + 1) == Some(&b'@') && opening(self.rest.get(at + 1..)?).is_some() => {
                    return None;
                }
                _ => {}
            }
            escaped = byte == b'\\' && !escaped;
        }
        None
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn entries(text: &str) -> Vec<Entry<'_>> {
        read(text).into_iter().flatten().collect()
    }

    #[test]
    fn entries_are_read_with_their_abbreviations() {
        let found = entries(
            "@string{jes = \"Journal of Example\"}\n@string(full = jes # { Studies})\n% a comment\n\
             @Article{kova:2019,\n title = {The {Union} State}, year = 2019, journal = full,\n month = nov # \"~2\",}\n\
             @comment{jabref-meta: a{b}c;}\n@book{\n author = \"Ann {\"}Lee{\"}\", note = unknown}",
        );
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].kind.as_str(), found[0].key), ("article", "kova:2019"));
        assert_eq!(found[0].fields["title"], "The {Union} State");
        assert_eq!(found[0].fields["journal"], "Journal of Example Studies");
        assert_eq!(found[0].fields["month"], "nov~2");
        assert!(found[0].source.starts_with("@Article{") && found[0].source.ends_with('}'));
        assert_eq!((found[1].key, found[1].fields["author"].as_str()), ("", "Ann {\"}Lee{\"}"));
        assert_eq!(found[1].fields["note"], "unknown");
    }

    #[test]
    fn a_broken_entry_is_reported_and_the_next_is_read() {
        let items = read(
            "@article{a,\n title = {never closed,\n year = 2001\n}\n@article{b,\n title = {Sound}\n}\n@misc{c, title = {x} year {y}}",
        );
        assert_eq!(items.len(), 3);
        assert!(items[0].is_err() && items[2].is_err());
        assert_eq!(items[1].as_ref().unwrap().fields["title"], "Sound");
        assert!(items[0].as_ref().unwrap_err().ends_with("year = 2001\n}"));
    }

    #[test]
    fn of_a_field_given_twice_the_first_counts() {
        assert_eq!(entries("@misc{a, title={One}, title={Two}}")[0].fields["title"], "One");
    }

    #[test]
    fn prose_with_a_sign_is_no_bibtex() {
        assert!(!is_bibtex("Write to me@example.org {or} call.\n@someone said = yes"));
        assert!(is_bibtex("% Encoding: UTF-8\n\n@Article{x,\n title = {y}}"));
    }
}
