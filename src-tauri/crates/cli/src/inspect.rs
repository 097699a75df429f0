//! The JSON of `inspect`: what would be read from a file, with the basis of every field. Documented in docs/cli.md.

use chancery_desk::Inspected;
use chancery_model::{Alternative, Basis, Confidence, Dateline, Field, Place, Published, Span, Suggestion};
use serde::Serialize;

/// One file. A refused file has `path` and `refused` only.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum FileJson {
    Read(Box<ReadJson>),
    Refused { path: String, refused: RefusedJson },
}

#[derive(Serialize)]
pub(crate) struct RefusedJson {
    code: String,
    detail: String,
}

#[derive(Serialize)]
pub(crate) struct ReadJson {
    path: String,
    format: String,
    text: String,
    body: String,
    furniture: Vec<FurnitureJson>,
    title: FieldJson<String>,
    outlet: FieldJson<String>,
    byline: FieldJson<String>,
    dateline: FieldJson<DatelineJson>,
    published: FieldJson<PublishedJson>,
    language: FieldJson<String>,
    /// Paragraphs in other languages than the text.
    language_runs: Vec<LanguageRunJson>,
    modified: FieldJson<PublishedJson>,
    url: FieldJson<String>,
    section: FieldJson<String>,
    dates: Vec<DateJson>,
    topics: Vec<TopicJson>,
    needs_a_look: bool,
    sha256: String,
}

#[derive(Serialize)]
struct FurnitureJson {
    start: u32,
    end: u32,
    kind: &'static str,
}

#[derive(Serialize)]
struct LanguageRunJson {
    start: u32,
    end: u32,
    language: String,
    paragraphs: u32,
}

#[derive(Serialize)]
struct FieldJson<T> {
    value: Option<T>,
    confidence: &'static str,
    basis: Vec<BasisJson>,
    alternatives: Vec<AlternativeJson<T>>,
}

#[derive(Serialize)]
struct AlternativeJson<T> {
    value: T,
    confidence: &'static str,
    basis: Vec<BasisJson>,
}

#[derive(Serialize)]
struct BasisJson {
    words: String,
    #[serde(rename = "where")]
    place: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<u32>,
    rule: String,
}

#[derive(Serialize)]
struct DatelineJson {
    place: String,
    date: Option<String>,
}

#[derive(Serialize)]
struct PublishedJson {
    date: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    zone: Option<String>,
}

#[derive(Serialize)]
struct DateJson {
    start: u32,
    end: u32,
    text: String,
    value: Option<String>,
    anchor: &'static str,
}

#[derive(Serialize)]
struct TopicJson {
    id: String,
    score: f64,
    reasons: Vec<ReasonJson>,
}

/// `start` and `end` are null where the words stand in the title, which is no part of the text.
#[derive(Serialize)]
struct ReasonJson {
    start: Option<u32>,
    end: Option<u32>,
    text: String,
    weight: f64,
    term: String,
}

impl From<&Inspected> for FileJson {
    fn from(inspected: &Inspected) -> Self {
        let path = inspected.path.display().to_string();
        let read = match &inspected.outcome {
            Ok(read) => read,
            Err(refused) => {
                let refused = RefusedJson { code: refused.code().to_owned(), detail: refused.to_string() };
                return Self::Refused { path, refused };
            }
        };
        let document = &read.document;
        Self::Read(Box::new(ReadJson {
            path,
            format: document.format.clone(),
            body: read.body(),
            text: document.text.clone(),
            furniture: document
                .furniture
                .iter()
                .map(|one| FurnitureJson { start: one.span.start, end: one.span.end, kind: one.kind.id() })
                .collect(),
            title: field(&document.title, String::clone),
            outlet: field(&document.outlet, String::clone),
            byline: field(&document.byline, String::clone),
            dateline: field(&document.dateline, dateline),
            published: field(&document.published, published),
            language: field(&document.language, |language| language.code()),
            language_runs: document
                .foreign_runs()
                .map(|run| LanguageRunJson {
                    start: run.span.start,
                    end: run.span.end,
                    language: run.language.code(),
                    paragraphs: run.paragraphs,
                })
                .collect(),
            modified: field(&document.modified, published),
            url: field(&document.url, String::clone),
            section: field(&document.section, String::clone),
            dates: read
                .dates
                .iter()
                .map(|date| DateJson {
                    start: date.span.start,
                    end: date.span.end,
                    text: date.words.clone(),
                    value: date.value.as_ref().map(ToString::to_string),
                    anchor: date.anchor.id(),
                })
                .collect(),
            topics: read.topics.iter().map(topic).collect(),
            needs_a_look: document.title.value.is_none() || document.published.needs_a_look(),
            sha256: document.sha256.iter().map(|byte| format!("{byte:02x}")).collect(),
        }))
    }
}

fn dateline(dateline: &Dateline) -> DatelineJson {
    DatelineJson { place: dateline.place.clone(), date: dateline.date.as_ref().map(ToString::to_string) }
}

fn published(published: &Published) -> PublishedJson {
    PublishedJson {
        date: published.date.to_string(),
        time: published.time.map(|time| time.to_string()),
        zone: published.zone.map(|zone| zone.to_string()),
    }
}

fn topic(suggestion: &Suggestion) -> TopicJson {
    let reasons = suggestion.reasons.iter().map(|reason| ReasonJson {
        start: reason.span.map(|span| span.start),
        end: reason.span.map(|span| span.end),
        text: reason.words.clone(),
        weight: reason.weight,
        term: reason.term.clone(),
    });
    TopicJson { id: suggestion.topic.clone(), score: suggestion.score, reasons: reasons.collect() }
}

fn field<T, J>(field: &Field<T>, json: impl Fn(&T) -> J) -> FieldJson<J> {
    let alternative = |one: &Alternative<T>| AlternativeJson {
        value: json(&one.value),
        confidence: confidence(one.confidence),
        basis: one.basis.iter().map(basis).collect(),
    };
    FieldJson {
        value: field.value.as_ref().map(&json),
        confidence: confidence(field.confidence),
        basis: field.basis.iter().map(basis).collect(),
        alternatives: field.alternatives.iter().map(alternative).collect(),
    }
}

fn basis(basis: &Basis) -> BasisJson {
    let (place, span): (_, Option<Span>) = match basis.place {
        Place::Text(span) => ("text", Some(span)),
        Place::Title => ("title", None),
        Place::Metadata => ("metadata", None),
        Place::Url => ("url", None),
        Place::File => ("file", None),
        Place::Batch => ("batch", None),
    };
    BasisJson {
        words: basis.words.clone(),
        place,
        start: span.map(|span| span.start),
        end: span.map(|span| span.end),
        rule: basis.rule.clone(),
    }
}

fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::None => "none",
        Confidence::Low => "low",
        Confidence::Medium => "medium",
        Confidence::High => "high",
    }
}

/// What was read, laid out for a person.
pub(crate) fn in_words(inspected: &Inspected) -> String {
    let path = inspected.path.display();
    let read = match &inspected.outcome {
        Ok(read) => read,
        Err(refused) => return format!("{path}: refused: {refused}"),
    };
    let document = &read.document;
    let mut out = format!("{path} ({})\n", document.format);
    let mut line = |name: &str, value: Option<String>, sure: Confidence, basis: &[Basis]| {
        let basis: Vec<String> = basis.iter().map(|one| format!("“{}” ({})", one.words, one.rule)).collect();
        let value = value.unwrap_or_else(|| "–".to_owned());
        out.push_str(&format!("  {name}: {value} [{}] {}\n", confidence(sure), basis.join("; ")));
    };
    let title = &document.title;
    line("title", title.value.clone(), title.confidence, &title.basis);
    line("outlet", document.outlet.value.clone(), document.outlet.confidence, &document.outlet.basis);
    line("byline", document.byline.value.clone(), document.byline.confidence, &document.byline.basis);
    let dateline = document.dateline.value.as_ref().map(|dateline| {
        let date = dateline.date.as_ref().map(|date| format!(", {date}")).unwrap_or_default();
        format!("{}{date}", dateline.place)
    });
    line("dateline", dateline, document.dateline.confidence, &document.dateline.basis);
    let published = document.published.value.as_ref().map(|published| {
        let time = published.time.map(|time| format!(" {time}")).unwrap_or_default();
        format!("{}{time}", published.date)
    });
    line("published", published, document.published.confidence, &document.published.basis);
    for other in &document.published.alternatives {
        line("  or", Some(other.value.date.to_string()), other.confidence, &other.basis);
    }
    let language = document.language.value.map(|language| language.code());
    line("language", language, document.language.confidence, &document.language.basis);
    for run in document.foreign_runs() {
        let told = format!("{} in paragraphs: {}", run.language, run.paragraphs);
        line("  also", Some(told), Confidence::High, &[]);
    }
    for (name, field) in [("address", &document.url), ("section", &document.section)] {
        if field.value.is_some() {
            line(name, field.value.clone(), field.confidence, &field.basis);
        }
    }
    for topic in &read.topics {
        let words: Vec<String> = topic.reasons.iter().map(|reason| format!("“{}”", reason.words)).collect();
        out.push_str(&format!("  topic {} {:.2}: {}\n", topic.topic, topic.score, words.join(", ")));
    }
    out
}
