//! Records of lines that begin with a tag: RIS, PubMed's, EndNote's, Web of Science's and others of their family.

/// How one format of the family writes its lines.
pub(super) struct Dialect {
    /// Tag and value of a line; `None` where it goes on with the line before.
    pub(super) split: fn(&str) -> Option<(&str, &str)>,
    /// Whether a record begins with this tag.
    pub(super) begins: fn(&str) -> bool,
    /// Whether a record ends with this line.
    pub(super) ends: fn(&str) -> bool,
    /// Whether an empty line ends a record.
    pub(super) blank_ends: bool,
    /// Tags whose every line is a value of its own.
    pub(super) apart: &'static [&'static str],
}

/// A record as it stands: its tags in their order.
pub(super) struct Tagged<'t> {
    pub(super) source: &'t str,
    tags: Vec<(&'t str, String)>,
}

impl<'t> Tagged<'t> {
    /// Values of any of `tags`, in the order of the record; empty ones left out.
    pub(super) fn all(&self, tags: &[&str]) -> Vec<&str> {
        let values = self.tags.iter().filter(|(tag, value)| tags.contains(tag) && !value.is_empty());
        values.map(|(_, value)| value.as_str()).collect()
    }

    /// The first value of the first of `tags` that has one.
    pub(super) fn first(&self, tags: &[&str]) -> &str {
        let value = |wanted: &&str| {
            self.tags
                .iter()
                .find(|(tag, value)| tag == wanted && !value.is_empty())
                .map(|(_, value)| value.as_str())
        };
        tags.iter().find_map(value).unwrap_or_default()
    }

    /// The last value of any of `tags`.
    pub(super) fn last(&self, tags: &[&str]) -> &str {
        self.all(tags).last().copied().unwrap_or_default()
    }

    fn is_empty(&self) -> bool {
        self.tags.iter().all(|(_, value)| value.is_empty())
    }
}

/// Takes the records out of `text` one by one; `give` answers whether to go on.
pub(super) fn each<'t>(text: &'t str, dialect: &Dialect, give: &mut dyn FnMut(Tagged<'t>) -> bool) {
    let mut tags: Vec<(&'t str, String)> = Vec::new();
    let (mut start, mut end, mut at) = (0, 0, 0);
    for line in text.split_inclusive('\n') {
        let words = line.trim_end();
        let ends = (dialect.ends)(words) || dialect.blank_ends && words.is_empty();
        let split = (dialect.split)(words).filter(|_| !ends);
        let begins = split.is_some_and(|(tag, _)| (dialect.begins)(tag));
        if begins && !tags.is_empty() {
            let tagged = Tagged { source: slice(text, start, end), tags: std::mem::take(&mut tags) };
            if !tagged.is_empty() && !give(tagged) {
                return;
            }
        }
        if let Some((tag, value)) = split {
            if tags.is_empty() {
                start = at;
            }
            tags.push((tag, value.trim().to_owned()));
            end = at + words.len();
        } else if !words.is_empty() && !ends {
            go_on(&mut tags, words, dialect);
            end = at + words.len();
        }
        at += line.len();
        if ends && !tags.is_empty() {
            let end = if words.is_empty() { end } else { at };
            let tagged = Tagged { source: slice(text, start, end), tags: std::mem::take(&mut tags) };
            if !tagged.is_empty() && !give(tagged) {
                return;
            }
        }
    }
    let tagged = Tagged { source: slice(text, start, end), tags };
    if !tagged.is_empty() {
        give(tagged);
    }
}

fn slice(text: &str, start: usize, end: usize) -> &str {
    text.get(start..end).unwrap_or_default().trim_end()
}

fn go_on(tags: &mut Vec<(&str, String)>, words: &str, dialect: &Dialect) {
    let Some((tag, value)) = tags.last_mut() else { return };
    if dialect.apart.contains(tag) {
        let again = (*tag, words.trim().to_owned());
        tags.push(again);
        return;
    }
    if !value.is_empty() {
        value.push(' ');
    }
    value.push_str(words.trim());
}

/// A tag of capitals and digits before `mark`, padded with blanks to at most `width`.
pub(super) fn before<'l>(
    line: &'l str,
    mark: &str,
    shortest: usize,
    width: usize,
) -> Option<(&'l str, &'l str)> {
    // No tag reaches farther: prose need not be searched to its end.
    let head = line.get(..line.floor_char_boundary(width + mark.len())).unwrap_or(line);
    let tag = head.split_once(mark)?.0;
    let value = line.get(tag.len() + mark.len()..)?;
    let name = tag.trim_end();
    let sound = name.len() >= shortest
        && tag.len() <= width
        && name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    sound.then_some((name, value))
}
