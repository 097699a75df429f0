//! An article as it goes out: what every format takes its words from.

use std::collections::HashMap;

use chancery_model::{ArticleId, Confidence, Published, TopicId};
use chancery_store::{ArticleDetail, FieldName, Moment, Reader};

use super::date::{self, Stamp};
use super::people::{self, Name};
use crate::Result;

/// Slug and English label of every topic.
pub(super) struct Labels(HashMap<TopicId, (String, String)>);

impl Labels {
    pub(super) fn read(reader: &Reader<'_>) -> Result<Self> {
        let rows = reader.topics()?.into_iter();
        Ok(Self(rows.map(|row| (row.id, (row.topic.slug, row.topic.label.en))).collect()))
    }
}

/// What is told of an article. Every text but `text` stands on one line; empty is unknown.
#[derive(Clone, Debug, Default)]
pub(super) struct Item {
    /// What it is cited by, in every format the same: unlike outlet and date it is not changed by corrections.
    pub(super) key: String,
    pub(super) id: i64,
    pub(super) uid: String,
    pub(super) title: String,
    pub(super) outlet: String,
    pub(super) byline: String,
    /// The byline as names.
    pub(super) authors: Vec<Name>,
    pub(super) published: Option<Stamp>,
    pub(super) confidence: &'static str,
    pub(super) modified: Option<Stamp>,
    /// ISO 639-1.
    pub(super) language: String,
    pub(super) url: String,
    pub(super) section: String,
    /// Tags: slug and label.
    pub(super) topics: Vec<(String, String)>,
    /// The text without its furniture.
    pub(super) text: String,
    /// When it was imported, UTC.
    pub(super) captured: String,
    /// The file it came from.
    pub(super) file: String,
    pub(super) sha256: String,
}

impl Item {
    pub(super) fn read(reader: &Reader<'_>, id: ArticleId, labels: &Labels) -> Result<Self> {
        let detail = reader.article(id)?;
        let fields = &detail.fields;
        let said = |words: Option<&String>| words.map(|words| one_line(words)).unwrap_or_default();
        let outlet = detail.row.outlet.as_ref().map(|(_, name)| one_line(name)).unwrap_or_default();
        let byline = said(fields.byline.value.as_ref());
        let stamp = |published: &Published, sure: bool| Stamp::of(published, sure);
        Ok(Self {
            key: key(&detail),
            id: id.0,
            uid: detail.uid.to_string(),
            title: one_line(&detail.row.title),
            authors: people::names(&byline, &outlet),
            outlet,
            byline,
            published: detail
                .row
                .published
                .as_ref()
                .map(|published| stamp(published, detail.row.confidence == Confidence::High)),
            confidence: confidence(detail.row.confidence),
            modified: fields
                .modified
                .value
                .as_ref()
                .map(|modified| stamp(modified, fields.modified.confidence == Confidence::High)),
            language: detail.row.language.map(|language| language.code()).unwrap_or_default(),
            url: said(fields.url.value.as_ref()),
            section: said(fields.section.value.as_ref()),
            topics: detail.row.tags.iter().filter_map(|topic| labels.0.get(topic).cloned()).collect(),
            text: chancery_text::body(&detail.text, &detail.furniture),
            captured: captured(detail.row.captured_at),
            file: one_line(&detail.source_name),
            sha256: hex(&detail.original.sha256),
        })
    }

    /// The date as EDTF; empty where unknown.
    pub(super) fn date(&self) -> String {
        self.published.as_ref().map(|stamp| stamp.date.to_string()).unwrap_or_default()
    }
}

/// The outlet as first read, and 56 random bits of the UUID: of a million articles two share a key in one dossier of a
/// hundred thousand.
fn key(detail: &ArticleDetail) -> String {
    let outlet = &detail.fields.outlet;
    let corrected = detail.by_analyst.contains(&FieldName::Outlet);
    let read =
        if corrected { outlet.alternatives.first().map(|one| &one.value) } else { outlet.value.as_ref() };
    let word: String = read
        .map_or("", String::as_str)
        .chars()
        .take_while(|c| c.is_alphanumeric())
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    let uid: String = detail.uid.to_string().chars().filter(char::is_ascii_hexdigit).collect();
    let tail = uid.get(uid.len().saturating_sub(14)..).unwrap_or(&uid);
    format!("{}-{tail}", if word.is_empty() { "article" } else { &word })
}

fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::None => "none",
        Confidence::Low => "low",
        Confidence::Medium => "medium",
        Confidence::High => "high",
    }
}

fn captured(at: Moment) -> String {
    date::utc(at).map(|at| at.format("%Y-%m-%dT%H:%M:%SZ").to_string()).unwrap_or_default()
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An item with every field, for the tests of the formats.
#[cfg(test)]
pub(super) fn example(title: &str, date: &str, sure: bool) -> Item {
    let published = chancery_model::Edtf::parse(date)
        .map(|date| Stamp::of(&Published { date, time: None, zone: None }, sure))
        .ok();
    let byline = "Анна Петрова, Jan van der Berg";
    Item {
        key: "belta-00c0ffee00c0ff".to_owned(),
        id: 7,
        uid: "0190a5c0-0000-7000-8000-00c0ffee00c0".to_owned(),
        title: title.to_owned(),
        outlet: "БелТА & Co".to_owned(),
        byline: byline.to_owned(),
        authors: people::names(byline, ""),
        published,
        confidence: if sure { "high" } else { "medium" },
        language: "ru".to_owned(),
        url: "https://news.example/a_b?c=1%20d#e".to_owned(),
        topics: vec![("energy-gas-and-oil".to_owned(), "Energy: gas, oil".to_owned())],
        text: "First.\n\nSecond.".to_owned(),
        captured: "2026-11-21T12:00:00Z".to_owned(),
        file: "a.html".to_owned(),
        sha256: "ab".repeat(32),
        ..Item::default()
    }
}
