//! JSON Lines, an object an article with its text; and CSL-JSON, what citation programs exchange.

use chancery_model::{Bound, Edtf, Point, Qualifier};
use serde::Serialize;

use super::item::Item;
use super::people::Name;

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    outlet: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    byline: &'a str,
    /// EDTF, with the clock time where the day is sure.
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    published_confidence: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    modified: Option<String>,
    #[serde(skip_serializing_if = "str::is_empty")]
    lang: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    url: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    section: &'a str,
    topics: Vec<&'a str>,
    captured: &'a str,
    file: &'a str,
    sha256: &'a str,
    uid: &'a str,
    text: &'a str,
}

/// One line of JSON Lines.
pub(super) fn line(item: &Item) -> Vec<u8> {
    let mut out = bytes(&Line {
        id: &item.key,
        title: &item.title,
        outlet: &item.outlet,
        byline: &item.byline,
        published: item.published.as_ref().map(|stamp| stamp.to_iso()),
        published_confidence: item.confidence,
        modified: item.modified.as_ref().map(|stamp| stamp.to_iso()),
        lang: &item.language,
        url: &item.url,
        section: &item.section,
        topics: item.topics.iter().map(|(slug, _)| slug.as_str()).collect(),
        captured: &item.captured,
        file: &item.file,
        sha256: &item.sha256,
        uid: &item.uid,
        text: &item.text,
    });
    out.push(b'\n');
    out
}

#[derive(Serialize)]
struct CslItem<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    kind: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    title: &'a str,
    #[serde(rename = "container-title", skip_serializing_if = "str::is_empty")]
    container: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<CslName<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<CslDate>,
    #[serde(skip_serializing_if = "str::is_empty")]
    language: &'a str,
    #[serde(rename = "URL", skip_serializing_if = "str::is_empty")]
    url: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    section: &'a str,
    #[serde(skip_serializing_if = "String::is_empty")]
    keyword: String,
    custom: Custom<'a>,
}

/// What CSL has no variable for; its schema gives `custom` for that.
#[derive(Serialize)]
struct Custom<'a> {
    /// The date as it is known: CSL tells doubt by `circa` only, and has no open ends.
    #[serde(skip_serializing_if = "String::is_empty")]
    edtf: String,
    captured: &'a str,
    sha256: &'a str,
    uid: &'a str,
}

#[derive(Serialize)]
#[serde(untagged)]
enum CslName<'a> {
    Person {
        family: &'a str,
        given: &'a str,
        #[serde(rename = "non-dropping-particle", skip_serializing_if = "str::is_empty")]
        particle: &'a str,
    },
    Literal {
        literal: &'a str,
    },
}

#[derive(Default, Serialize)]
struct CslDate {
    #[serde(rename = "date-parts", skip_serializing_if = "Vec::is_empty")]
    parts: Vec<Vec<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    season: Option<u8>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    circa: bool,
    #[serde(skip_serializing_if = "String::is_empty")]
    literal: String,
}

/// One item of CSL-JSON.
pub(super) fn csl(item: &Item) -> Vec<u8> {
    let author = item.authors.iter().map(|name| match name {
        Name::Person { given, particle, family } => CslName::Person { family, given, particle },
        Name::Literal(literal) => CslName::Literal { literal },
    });
    let keywords: Vec<&str> = item.topics.iter().map(|(slug, _)| slug.as_str()).collect();
    bytes(&CslItem {
        id: &item.key,
        kind: match (item.outlet.is_empty(), item.url.is_empty()) {
            (false, _) => "article-newspaper",
            (true, false) => "webpage",
            (true, true) => "document",
        },
        title: &item.title,
        container: &item.outlet,
        author: author.collect(),
        issued: item.published.as_ref().map(|stamp| issued(&stamp.date)),
        language: &item.language,
        url: &item.url,
        section: &item.section,
        keyword: keywords.join(", "),
        custom: Custom { edtf: item.date(), captured: &item.captured, sha256: &item.sha256, uid: &item.uid },
    })
}

/// As far as CSL can tell it; what it can't tell is a literal, so that no style prints it surer than it is.
fn issued(date: &Edtf) -> CslDate {
    let literal = || CslDate { literal: date.to_string(), ..CslDate::default() };
    match date {
        // Quarters and halves have no word in CSL.
        Edtf::Date(point) if point.month.is_some_and(|part| part > 24) => literal(),
        Edtf::Date(point) => match parts(point) {
            Some(parts) => CslDate {
                parts: vec![parts],
                season: point.month.filter(|month| (21..=24).contains(month)).map(|month| month - 20),
                circa: point.qualifier != Qualifier::default(),
                ..CslDate::default()
            },
            None => literal(),
        },
        Edtf::Interval(Bound::At(from), Bound::At(to)) => match (parts(from), parts(to)) {
            (Some(first), Some(last)) => CslDate {
                parts: vec![first, last],
                circa: [from, to].iter().any(|point| point.qualifier != Qualifier::default()),
                ..CslDate::default()
            },
            _ => literal(),
        },
        Edtf::Interval(..) | Edtf::OneOf(_) => literal(),
    }
}

/// Year, month, day as far as known; `None` where digits of the year are unknown.
fn parts(point: &Point) -> Option<Vec<i64>> {
    if point.unknown.0 > 0 {
        return None;
    }
    let known = [point.month.filter(|month| (1..=12).contains(month)), point.day.filter(|day| *day > 0)];
    let rest = known.into_iter().map_while(|part| part.map(i64::from));
    Some(std::iter::once(point.year).chain(rest).collect())
}

/// These shapes have string keys and no floats: there is nothing that JSON can't say.
pub(super) fn bytes(shape: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(shape).unwrap_or_default()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::out::item::example;

    #[track_caller]
    fn check(date: &str, sure: bool, expected: &str) {
        let item: serde_json::Value = serde_json::from_slice(&csl(&example("T", date, sure))).unwrap();
        assert_eq!(item["issued"].to_string(), expected, "{date}");
    }

    #[test]
    fn csl_tells_dates_as_far_as_it_can() {
        check("2021-05-28", true, r#"{"date-parts":[[2021,5,28]]}"#);
        check("2021-05-28", false, r#"{"circa":true,"date-parts":[[2021,5,28]]}"#);
        check("2019-03/2019-11~", true, r#"{"circa":true,"date-parts":[[2019,3],[2019,11]]}"#);
        check("2013-21", true, r#"{"date-parts":[[2013]],"season":1}"#);
        check("2021-XX", true, r#"{"date-parts":[[2021]]}"#);
        check("201X", true, r#"{"literal":"201X"}"#);
        check("/2019-11", true, r#"{"literal":"/2019-11"}"#);
        check("no date", true, "null");
    }

    #[test]
    fn a_line_is_one_line_and_keeps_cyrillic_as_it_is() {
        let text = String::from_utf8(line(&example("Дорожные «карты»\u{2028}", "2021-05-28", true))).unwrap();
        assert_eq!(text.matches('\n').count(), 1);
        assert!(text.contains("\"title\":\"Дорожные «карты»") && text.contains("First.\\n\\nSecond."));
    }
}
