//! Fields with their basis, and the blocks of a briefing, as the JSON kept in the dossier.

use chancery_model::{
    Alternative, Basis, Block, ClockTime, Confidence, Dateline, Edtf, EvidenceId, Language, MilestoneId,
    NoteId, Place, Published, SavedSearchId, Span, Zone,
};
use serde::Serialize;
use serde_json::{Value, json};

/// A value of a field that can be kept as JSON.
pub(crate) trait FieldValue: Sized {
    fn to_json(&self) -> impl Serialize + '_;
    fn from_json(value: &Value) -> Option<Self>;
}

impl FieldValue for String {
    fn to_json(&self) -> impl Serialize + '_ {
        self
    }
    fn from_json(value: &Value) -> Option<Self> {
        value.as_str().map(str::to_owned)
    }
}

impl FieldValue for Language {
    fn to_json(&self) -> impl Serialize + '_ {
        self.code()
    }
    fn from_json(value: &Value) -> Option<Self> {
        Self::from_code(value.as_str()?)
    }
}

#[derive(Serialize)]
struct KeptPublished {
    date: String,
    time: Option<String>,
    zone: Option<i16>,
}

impl FieldValue for Published {
    fn to_json(&self) -> impl Serialize + '_ {
        KeptPublished {
            date: self.date.to_string(),
            time: self.time.map(|time| time.to_string()),
            zone: self.zone.map(|zone| zone.0),
        }
    }
    fn from_json(value: &Value) -> Option<Self> {
        Some(Self {
            date: Edtf::parse(value.get("date")?.as_str()?).ok()?,
            time: value.get("time").and_then(Value::as_str).and_then(clock_time),
            zone: value
                .get("zone")
                .and_then(Value::as_i64)
                .and_then(|zone| i16::try_from(zone).ok())
                .map(Zone),
        })
    }
}

#[derive(Serialize)]
struct KeptDateline<'v> {
    date: Option<String>,
    place: &'v str,
    words: Option<&'v str>,
}

impl FieldValue for Dateline {
    fn to_json(&self) -> impl Serialize + '_ {
        KeptDateline {
            date: self.date.as_ref().map(ToString::to_string),
            place: &self.place,
            words: self.date_words.as_deref(),
        }
    }
    fn from_json(value: &Value) -> Option<Self> {
        Some(Self {
            place: value.get("place")?.as_str()?.to_owned(),
            date: value.get("date").and_then(Value::as_str).and_then(|date| Edtf::parse(date).ok()),
            date_words: value.get("words").and_then(Value::as_str).map(str::to_owned),
        })
    }
}

/// Reads `17:42` or `17:42:00`.
pub(crate) fn clock_time(text: &str) -> Option<ClockTime> {
    let mut parts = text.split(':');
    let hour = parts.next()?.parse().ok().filter(|hour| *hour < 24)?;
    let minute = parts.next()?.parse().ok().filter(|minute| *minute < 60)?;
    let second = match parts.next() {
        Some(second) => Some(second.parse().ok().filter(|second| *second < 61)?),
        None => None,
    };
    Some(ClockTime { hour, minute, second })
}

pub(crate) fn confidence_id(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::None => "none",
        Confidence::Low => "low",
        Confidence::Medium => "medium",
        Confidence::High => "high",
    }
}

pub(crate) fn confidence(id: &str) -> Option<Confidence> {
    [Confidence::None, Confidence::Low, Confidence::Medium, Confidence::High]
        .into_iter()
        .find(|confidence| confidence_id(*confidence) == id)
}

#[derive(Serialize)]
struct KeptBasis<'b> {
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<u32>,
    rule: &'b str,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<u32>,
    #[serde(rename = "where")]
    place: &'static str,
    words: &'b str,
}

/// What a value rests on, written as JSON at once: it is done some ten times an article.
pub(crate) fn basis_to_json(basis: &[Basis]) -> impl Serialize + '_ {
    fn kept(basis: &Basis) -> KeptBasis<'_> {
        let (place, span) = match basis.place {
            Place::Text(span) => ("text", Some(span)),
            Place::Title => ("title", None),
            Place::Metadata => ("metadata", None),
            Place::Url => ("url", None),
            Place::File => ("file", None),
            Place::Batch => ("batch", None),
        };
        let Basis { rule, words, .. } = basis;
        KeptBasis { end: span.map(|span| span.end), rule, start: span.map(|span| span.start), place, words }
    }
    basis.iter().map(kept).collect::<Vec<_>>()
}

pub(crate) fn basis_from_json(value: &Value) -> Option<Vec<Basis>> {
    let position =
        |object: &Value, key: &str| object.get(key)?.as_u64().and_then(|at| u32::try_from(at).ok());
    let one = |object: &Value| {
        let place = match object.get("where")?.as_str()? {
            "text" => Place::Text(Span::new(position(object, "start")?, position(object, "end")?)),
            "title" => Place::Title,
            "metadata" => Place::Metadata,
            "url" => Place::Url,
            "file" => Place::File,
            "batch" => Place::Batch,
            _ => return None,
        };
        let text = |key: &str| object.get(key)?.as_str().map(str::to_owned);
        Some(Basis { words: text("words")?, place, rule: text("rule")? })
    };
    value.as_array()?.iter().map(one).collect()
}

#[derive(Serialize)]
struct KeptAlternative<B, V> {
    basis: B,
    confidence: &'static str,
    value: V,
}

pub(crate) fn alternatives_to_json<T: FieldValue>(alternatives: &[Alternative<T>]) -> impl Serialize + '_ {
    fn kept<T: FieldValue>(alternative: &Alternative<T>) -> impl Serialize + '_ {
        KeptAlternative {
            basis: basis_to_json(&alternative.basis),
            confidence: confidence_id(alternative.confidence),
            value: alternative.value.to_json(),
        }
    }
    alternatives.iter().map(kept).collect::<Vec<_>>()
}

/// The text of what is kept as JSON; nothing of ours can't be written.
pub(crate) fn text_of(kept: &impl Serialize) -> String {
    serde_json::to_string(kept).unwrap_or_default()
}

pub(crate) fn alternatives_from_json<T: FieldValue>(value: &Value) -> Option<Vec<Alternative<T>>> {
    let one = |object: &Value| {
        Some(Alternative {
            value: T::from_json(object.get("value")?)?,
            confidence: confidence(object.get("confidence")?.as_str()?)?,
            basis: basis_from_json(object.get("basis")?)?,
        })
    };
    value.as_array()?.iter().map(one).collect()
}

pub(crate) fn blocks_to_json(blocks: &[Block]) -> Value {
    let milestones = |kind: &str, ids: &[MilestoneId]| json!({ "block": kind, "milestones": ids.iter().map(|id| id.0).collect::<Vec<_>>() });
    let one = |block: &Block| match block {
        Block::Heading(text) => json!({ "block": "heading", "text": text }),
        Block::Text(markdown) => json!({ "block": "text", "text": markdown }),
        Block::KeyPoints(ids) => milestones("key-points", ids),
        Block::Timeline(ids) => milestones("timeline", ids),
        Block::Register(ids) => milestones("register", ids),
        Block::Quotations(ids) => {
            json!({ "block": "quotations", "evidence": ids.iter().map(|id| id.0).collect::<Vec<_>>() })
        }
        Block::Found(search, most) => json!({ "block": "found", "search": search.0, "most": most }),
        Block::Note(id) => json!({ "block": "note", "note": id.0 }),
        Block::Sources => json!({ "block": "sources" }),
    };
    Value::Array(blocks.iter().map(one).collect())
}

pub(crate) fn blocks_from_json(value: &Value) -> Option<Vec<Block>> {
    let one = |object: &Value| {
        let text = || Some(object.get("text")?.as_str()?.to_owned());
        let numbers =
            |key: &str| object.get(key)?.as_array()?.iter().map(Value::as_i64).collect::<Option<Vec<_>>>();
        let milestones = || Some(numbers("milestones")?.into_iter().map(MilestoneId).collect());
        Some(match object.get("block")?.as_str()? {
            "heading" => Block::Heading(text()?),
            "text" => Block::Text(text()?),
            "key-points" => Block::KeyPoints(milestones()?),
            "timeline" => Block::Timeline(milestones()?),
            "register" => Block::Register(milestones()?),
            "quotations" => Block::Quotations(numbers("evidence")?.into_iter().map(EvidenceId).collect()),
            "found" => Block::Found(
                SavedSearchId(object.get("search")?.as_i64()?),
                u32::try_from(object.get("most")?.as_u64()?).ok()?,
            ),
            "note" => Block::Note(NoteId(object.get("note")?.as_i64()?)),
            "sources" => Block::Sources,
            _ => return None,
        })
    };
    value.as_array()?.iter().map(one).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_block_comes_back_as_it_was() {
        let blocks = vec![
            Block::Heading("Итог".into()),
            Block::Text("*plain*".into()),
            Block::KeyPoints(vec![]),
            Block::Timeline(vec![MilestoneId(3)]),
            Block::Register(vec![MilestoneId(1), MilestoneId(2)]),
            Block::Quotations(vec![EvidenceId(9)]),
            Block::Found(SavedSearchId(2), 20),
            Block::Note(NoteId(4)),
            Block::Sources,
        ];
        assert_eq!(blocks_from_json(&blocks_to_json(&blocks)), Some(blocks));
    }

    #[test]
    fn alternatives_keep_value_confidence_and_every_place_of_their_basis() {
        let places = [
            Place::Text(Span::new(4, 9)),
            Place::Title,
            Place::Metadata,
            Place::Url,
            Place::File,
            Place::Batch,
        ];
        let basis = places.map(|place| Basis { words: "28 мая".into(), place, rule: "day-month".into() });
        let alternatives = vec![Alternative {
            value: Published {
                date: Edtf::parse("2021-05-28~").unwrap(),
                time: Some(ClockTime { hour: 17, minute: 42, second: Some(0) }),
                zone: Some(Zone(180)),
            },
            confidence: Confidence::Medium,
            basis: basis.to_vec(),
        }];
        let kept = serde_json::from_str(&text_of(&alternatives_to_json(&alternatives))).unwrap();
        assert_eq!(alternatives_from_json(&kept), Some(alternatives));
    }
}
