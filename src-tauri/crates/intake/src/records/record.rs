//! A record of a reference list or a feed: what its fields are before they are a draft.

use chancery_model::{Alternative, Basis, Confidence, Field, Place, Published};

use super::{dates, languages};
use crate::draft::{Draft, stated};
use crate::normalise;

/// What a record states, in whatever format it stood.
#[derive(Clone, Debug, Default)]
pub(super) struct Record {
    /// Id of the rule its fields are read by: the format's, such as `ris`.
    pub(super) rule: &'static str,
    pub(super) title: String,
    /// Names as they are said, "Ann Lee".
    pub(super) authors: Vec<String>,
    /// Editors, where nobody is named as author.
    pub(super) editors: Vec<String>,
    /// The journal, newspaper, collection or publisher, likeliest first.
    pub(super) outlets: Vec<String>,
    pub(super) url: String,
    pub(super) doi: String,
    pub(super) section: String,
    pub(super) language: String,
    pub(super) published: Option<Dated>,
    pub(super) modified: Option<Dated>,
    /// Abstract, content, or a note long enough to be read.
    pub(super) text: String,
    /// Volume, number and pages, for the citation line.
    pub(super) details: Vec<String>,
}

/// A date with the words it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dated {
    pub(super) words: String,
    pub(super) published: Published,
}

/// Fewest characters of a note that counts as a text.
const NOTE: usize = 60;

impl Record {
    pub(super) fn new(rule: &'static str) -> Self {
        Self { rule, ..Self::default() }
    }

    /// Takes the first of `notes` that says something as the text, where there is none.
    pub(super) fn or_note<'n>(&mut self, notes: impl IntoIterator<Item = &'n str>) {
        if self.text.is_empty() {
            let note = notes.into_iter().find(|note| note.chars().count() >= NOTE && note.contains(' '));
            self.text = note.unwrap_or_default().to_owned();
        }
    }

    /// Takes the date the words state, where none is known yet.
    pub(super) fn dated(&mut self, words: &str) {
        if self.published.is_none() {
            self.published = dates::read(words).map(|published| Dated { words: one_line(words), published });
        }
    }

    /// The draft of an article; `None` where the record has neither title, text nor anything to cite.
    pub(super) fn draft(self) -> Option<Draft> {
        let rule = self.rule;
        let title = one_line(&self.title);
        let (names, named) = if self.authors.is_empty() {
            (&self.editors, Confidence::Medium)
        } else {
            (&self.authors, Confidence::High)
        };
        let names: Vec<String> =
            names.iter().map(|name| one_line(name)).filter(|name| !name.is_empty()).collect();
        let outlets = self.outlets.iter().map(|outlet| one_line(outlet)).filter(|outlet| !outlet.is_empty());
        let outlets: Vec<String> = outlets.fold(Vec::new(), |mut kept, outlet| {
            if !kept.contains(&outlet) {
                kept.push(outlet);
            }
            kept
        });
        let mut text = normalise(&self.text);
        let bare = text.is_empty();
        if bare {
            text = self.citation(&title, &names, &outlets);
        }
        if text.is_empty() {
            return None;
        }
        let mut byline = stated(&names.join(", "), rule);
        if byline.value.is_some() {
            byline.confidence = named;
        }
        let mut outlet = stated(outlets.first().map_or("", String::as_str), rule);
        outlet.alternatives = outlets.iter().skip(1).filter_map(|other| alternative(other, rule)).collect();
        let mut url = stated(&web_address(&self.url), rule);
        if url.value.is_none() && !self.doi.is_empty() {
            url = stated(&format!("https://doi.org/{}", doi(&self.doi)), rule);
        }
        // A line of names and titles shows less of the article's language than the record says.
        let trusted = if bare { Confidence::High } else { Confidence::Medium };
        let language = languages::read(&self.language).map_or_else(Field::default, |language| {
            Field::known(language, trusted, basis(self.language.trim(), rule))
        });
        Some(Draft {
            text,
            is_normal: !bare,
            title: stated(&title, rule),
            byline,
            outlet,
            url,
            section: stated(&one_line(&self.section), rule),
            language,
            published: known(self.published, rule),
            modified: known(self.modified, rule),
            notes: Vec::new(),
        })
    }

    /// "Ann Lee: The Union State. The Example Post, 12 (3), 4–9, 2019-11." — what an analyst gets to read of a bare record.
    fn citation(&self, title: &str, names: &[String], outlets: &[String]) -> String {
        let mut line = names.join(", ");
        if !title.is_empty() {
            if !line.is_empty() {
                line.push_str(": ");
            }
            line.push_str(title);
        }
        let details = self.details.iter().map(|detail| one_line(detail)).filter(|detail| !detail.is_empty());
        let date = self.published.as_ref().map(|dated| dated.published.date.to_string());
        let rest: Vec<String> = outlets.first().cloned().into_iter().chain(details).chain(date).collect();
        if title.is_empty() && outlets.is_empty() {
            return String::new();
        }
        if !rest.is_empty() {
            if !line.is_empty() {
                line.push_str(if line.ends_with(['.', '?', '!', '…']) { " " } else { ". " });
            }
            line.push_str(&rest.join(", "));
        }
        if !line.ends_with(['.', '?', '!', '…']) {
            line.push('.');
        }
        normalise(&line)
    }
}

fn basis(words: &str, rule: &str) -> Basis {
    Basis { words: words.to_owned(), place: Place::Metadata, rule: rule.to_owned() }
}

fn alternative(words: &str, rule: &str) -> Option<Alternative<String>> {
    let Field { value, confidence, basis, .. } = stated(words, rule);
    value.map(|value| Alternative { value, confidence, basis })
}

fn known(dated: Option<Dated>, rule: &str) -> Field<Published> {
    dated.map_or_else(Field::default, |dated| {
        Field::known(dated.published, Confidence::High, basis(&dated.words, rule))
    })
}

/// `text` normalised, on one line.
pub(super) fn one_line(text: &str) -> String {
    normalise(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first web address of `words`; empty for what no browser opens.
fn web_address(words: &str) -> String {
    let first = words.split_whitespace().next().unwrap_or_default().trim_end_matches([',', ';']);
    let scheme = first.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    match scheme.as_deref() {
        Some("http" | "https" | "ftp") => first.to_owned(),
        None if first.starts_with("www.") => first.to_owned(),
        _ => String::new(),
    }
}

/// A DOI without what stands before it.
fn doi(words: &str) -> &str {
    words.trim().find("10.").and_then(|at| words.trim().get(at..)).unwrap_or(words.trim())
}
