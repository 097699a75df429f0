//! BibTeX and BibLaTeX: one record an entry, with what it inherits from the entries it refers to.

mod latex;
mod signs;
mod syntax;

use std::collections::HashMap;

use super::record::{Dated, Record, one_line};
use super::{Given, dates, names};

pub(super) use syntax::is_bibtex;

/// How many entries one takes from, one after the other.
const ANCESTORS: usize = 4;

/// Kinds that hold data for other entries and are none themselves.
const DATA: &[&str] = &["xdata"];

/// Reads all entries of `text`.
pub(super) fn each<'t>(text: &'t str, give: &mut dyn FnMut(Given<'t>) -> bool) {
    let items = syntax::read(text);
    let by_key: HashMap<String, &syntax::Entry<'_>> = items
        .iter()
        .flatten()
        .filter(|entry| !entry.key.is_empty())
        .map(|entry| (entry.key.to_lowercase(), entry))
        .collect();
    for item in &items {
        let given = match item {
            Ok(entry) if DATA.contains(&entry.kind.as_str()) => continue,
            Ok(entry) => {
                Given { name: entry.key.to_owned(), source: entry.source, record: Ok(record(entry, &by_key)) }
            }
            Err(source) => Given {
                name: String::new(),
                source,
                record: Err("its braces or quotation marks are not closed"),
            },
        };
        if !give(given) {
            return;
        }
    }
}

/// The fields of an entry, and where they are missing those of the entries it names.
struct Fields<'e> {
    lines: Vec<&'e syntax::Entry<'e>>,
}

impl<'e> Fields<'e> {
    fn of(entry: &'e syntax::Entry<'e>, by_key: &HashMap<String, &'e syntax::Entry<'e>>) -> Self {
        let mut lines = vec![entry];
        let mut next = Some(entry);
        while let Some(entry) = next.take().filter(|_| lines.len() <= ANCESTORS) {
            let named = ["crossref", "xref", "xdata"].into_iter().find_map(|name| entry.fields.get(name));
            let key = named.and_then(|keys| keys.split(',').next()).map(|key| key.trim().to_lowercase());
            next = key.and_then(|key| by_key.get(&key).copied());
            lines.extend(next);
        }
        Self { lines }
    }

    /// A field of the entry itself, as it stands.
    fn own(&self, name: &str) -> Option<&'e str> {
        self.lines.first().and_then(|entry| entry.fields.get(name)).map(String::as_str)
    }

    /// The first of `names` that the entry has, or one it takes from.
    fn raw(&self, names: &[&str]) -> &'e str {
        let found = self.lines.iter().find_map(|entry| names.iter().find_map(|name| entry.fields.get(*name)));
        found.map_or("", String::as_str)
    }

    fn plain(&self, names: &[&str]) -> String {
        latex::plain(self.raw(names))
    }
}

fn record<'e>(entry: &'e syntax::Entry<'e>, by_key: &HashMap<String, &'e syntax::Entry<'e>>) -> Record {
    let fields = Fields::of(entry, by_key);
    let own = |name: &str| fields.own(name).map(latex::plain).unwrap_or_default();
    let mut record = Record::new("bibtex");
    record.title = match (own("title"), own("subtitle")) {
        (title, subtitle) if title.is_empty() || subtitle.is_empty() => [title, subtitle, own("shorttitle")]
            .into_iter()
            .find(|title| !title.is_empty())
            .unwrap_or_default(),
        (title, subtitle) => format!("{title}: {subtitle}"),
    };
    record.authors = people(fields.own("author").unwrap_or_default());
    record.editors = people(fields.own("editor").unwrap_or_default());
    record.outlets = ["journal", "journaltitle", "booktitle", "maintitle", "publisher"]
        .iter()
        .chain(&["institution", "school", "organization", "howpublished", "eventtitle"])
        .map(|name| match (*name, fields.own(name)) {
            // A collection is named by the title of the entry that was referred to.
            ("booktitle", None) => {
                fields.lines.get(1).and_then(|parent| parent.fields.get("title")).map(String::as_str)
            }
            (_, Some(own)) => Some(own),
            _ => Some(fields.raw(&[name])).filter(|value| !value.is_empty()),
        })
        .map(|value| latex::plain(value.unwrap_or_default()))
        .filter(|outlet| !outlet.starts_with("http") && !outlet.is_empty())
        .collect();
    record.url =
        latex::verbatim(fields.own("url").or_else(|| fields.own("howpublished")).unwrap_or_default());
    record.doi = latex::verbatim(fields.own("doi").unwrap_or_default());
    record.language = fields.plain(&["language", "langid"]);
    record.published = published(&fields);
    let text = ["abstract", "content"].into_iter().map(own).find(|text| !text.is_empty());
    record.text = paragraphs(&text.unwrap_or_default());
    let notes = ["annotation", "annote", "note", "comment"].map(own).map(|note| paragraphs(&note));
    record.or_note(notes.iter().map(String::as_str));
    record.details = vec![own("volume"), own("number"), own("issue"), own("pages")];
    record
}

fn published(fields: &Fields<'_>) -> Option<Dated> {
    // In a date `~` is no blank: EDTF stands as it is.
    let raw = fields.raw(&["date"]);
    let date = latex::plain(raw);
    if let Some(published) = dates::read_edtf(raw).or_else(|| dates::read(&date)) {
        return Some(Dated { words: one_line(&date), published });
    }
    let year = fields.plain(&["year"]);
    let (month, day) = (fields.plain(&["month", "season"]), fields.plain(&["day"]));
    let month = if month.is_empty() { date } else { month };
    let words = [day.as_str(), month.as_str(), year.as_str()].into_iter().map(one_line);
    let words = words.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    dates::joined(&year, &month, &day).map(|published| Dated { words, published })
}

/// Lines of a value belong together; an empty one parts paragraphs.
fn paragraphs(text: &str) -> String {
    let lines = text.replace("\r\n", "\n");
    let mut out = String::with_capacity(lines.len());
    for paragraph in lines.split("\n\n").map(one_line).filter(|paragraph| !paragraph.is_empty()) {
        if !out.is_empty() {
            out.push_str("\n\n");
        }
        out.push_str(&paragraph);
    }
    out
}

/// People and bodies parted by "and"; a name in braces of its own is a body's and is not taken apart.
fn people(source: &str) -> Vec<String> {
    let mut people: Vec<String> = Vec::new();
    let mut depth = 0_i32;
    let mut name = String::new();
    let words = source.split_inclusive(char::is_whitespace);
    let mut flush = |name: &mut String| {
        let taken = std::mem::take(name);
        let plain = person(taken.trim());
        people.extend(plain.into_iter().filter(|name| !name.is_empty()));
    };
    for word in words {
        if depth <= 0 && word.trim().eq_ignore_ascii_case("and") && word.trim().len() != word.len() {
            flush(&mut name);
            continue;
        }
        depth += word.bytes().fold(0, |depth, byte| match byte {
            b'{' => depth + 1,
            b'}' => depth - 1,
            _ => depth,
        });
        name.push_str(word);
    }
    flush(&mut name);
    people
}

fn person(source: &str) -> Vec<String> {
    if source.eq_ignore_ascii_case("others") {
        return vec!["et al.".to_owned()];
    }
    if is_one_group(source) {
        return vec![one_line(&latex::plain(source))];
    }
    // Commas inside braces part nothing.
    let mut depth = 0_i32;
    let shielded: String = source
        .chars()
        .map(|c| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            match c {
                ',' if depth > 0 => '\u{e000}',
                ';' if depth > 0 => '\u{e001}',
                _ => c,
            }
        })
        .collect();
    let plain = one_line(&latex::plain(&shielded));
    let said = if plain.contains(';') { names::semicolons(&plain) } else { vec![names::said(&plain)] };
    said.into_iter().map(|name| name.replace('\u{e000}', ",").replace('\u{e001}', ";")).collect()
}

/// Whether all of it stands in one pair of braces.
fn is_one_group(source: &str) -> bool {
    let mut depth = 0_i32;
    let mut ends = source.char_indices().filter_map(|(at, c)| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        (depth == 0).then_some(at)
    });
    source.starts_with('{')
        && !source.starts_with("{\\")
        && ends.next() == Some(source.len().saturating_sub(1))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::draft::Draft;

    fn drafts(text: &str) -> Vec<Draft> {
        let mut drafts = Vec::new();
        each(text, &mut |given| {
            drafts.extend(given.record.ok().and_then(Record::draft));
            true
        });
        drafts
    }

    fn said(field: &chancery_model::Field<String>) -> &str {
        field.value.as_deref().unwrap_or_default()
    }

    #[test]
    fn an_entry_becomes_a_draft() {
        let drafts = drafts(
            r#"@string{ns = {Новости Союза}}
            @article{kov, author = {Kov{\'a}{\v{c}}, Ján and {Union State, Standing Committee} and van der Berg, Jr., Jan and others},
              title = "The {Union} State: 20~years", subtitle = {What is left}, journal = ns, year = 2019, month = 12 # "~8",
              url = {https://news.example/a\_b}, language = {russian}, abstract = {First
              line.

              Second \& last.}, volume = 3}"#,
        );
        let draft = &drafts[0];
        assert_eq!(said(&draft.title), "The Union State: 20 years: What is left");
        assert_eq!(
            said(&draft.byline),
            "Ján Kováč, Union State, Standing Committee, Jan van der Berg Jr., et al."
        );
        assert_eq!(said(&draft.outlet), "Новости Союза");
        assert_eq!(said(&draft.url), "https://news.example/a_b");
        assert_eq!(draft.published.value.as_ref().unwrap().date.to_string(), "2019-12-08");
        assert_eq!(draft.language.value.unwrap().code(), "ru");
        assert_eq!(draft.text, "First line.\n\nSecond & last.");
    }

    #[test]
    fn a_chapter_takes_from_its_book() {
        let drafts = drafts(
            "@incollection{ch, author={Анна Петрова}, title={Дарожныя карты}, crossref={Book}, pages={4--9}}\n\
             @xdata{d, publisher={Example Press}}\n\
             @collection{book, editor={Lee, Ann}, title={Essays}, date={2018/2019}, xdata={d}}",
        );
        assert_eq!(drafts.len(), 2);
        assert_eq!(said(&drafts[0].outlet), "Essays");
        assert_eq!(drafts[0].outlet.alternatives[0].value, "Example Press");
        assert_eq!(drafts[0].published.value.as_ref().unwrap().date.to_string(), "2018/2019");
        assert_eq!(drafts[0].text, "Анна Петрова: Дарожныя карты. Essays, 4–9, 2018/2019.");
        assert_eq!(said(&drafts[1].byline), "Ann Lee");
    }

    #[test]
    fn entries_that_name_each_other_end() {
        assert_eq!(drafts("@misc{a, title={A}, crossref={b}} @misc{b, title={B}, crossref={a}}").len(), 2);
    }
}
