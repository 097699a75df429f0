//! The days a page states for machines: JSON-LD, `meta` elements, microdata, its address, the data of its scripts.

use chancery_model::{Day, Place};

use super::cues::Says;
use super::written::{days, stamp};
use super::{Clue, Source};
use crate::html::dom::Dom;
use crate::html::given::{Given, Thing};

/// Kinds of things that are on a page without being it.
const BESIDE: &[&str] = &[
    "comment",
    "review",
    "userreview",
    "answer",
    "event",
    "person",
    "organization",
    "imageobject",
    "offer",
    "product",
    "musicevent",
    "sportsevent",
    "broadcastevent",
    "jobposting",
    "usercomments",
    "message",
    "dataset",
];

/// What a statement of a kind says, and how much that counts.
#[derive(Clone, Copy)]
struct Kind {
    says: Says,
    weight: i32,
    rule: &'static str,
}

impl Kind {
    const fn published(weight: i32, rule: &'static str) -> Self {
        Self { says: Says::Published, weight, rule }
    }

    /// A date, of what is not said.
    const fn plain(weight: i32, rule: &'static str) -> Self {
        Self { says: Says::Nothing, weight, rule }
    }

    const fn modified(rule: &'static str) -> Self {
        Self { says: Says::Modified, weight: 40, rule }
    }
}

/// Collects them.
pub(super) fn clues(dom: &Dom, given: &Given, language: Option<&str>) -> Vec<Clue> {
    let mut clues = Vec::new();
    things(given, language, &mut clues);
    metas(given, language, &mut clues);
    items(given, language, &mut clues);
    addresses(given, &mut clues);
    if let Some(title) = &given.title
        && let [one] = days(title, language).as_slice()
    {
        let words = title.get(one.start..one.end).unwrap_or_default();
        clues.extend(clue(words, language, Source::Title, Kind::plain(20, "day-in-title")));
    }
    scripts(dom, language, &mut clues);
    clues
}

fn clue(words: &str, language: Option<&str>, source: Source, kind: Kind) -> Option<Clue> {
    let (published, turned) = stamp(words, language)?;
    let day = published.date.only_day()?;
    let place = match source {
        Source::Address => Place::Url,
        Source::Title => Place::Title,
        _ => Place::Metadata,
    };
    // The first of January without a time is what systems write where only a year is known.
    let vague = (day.month, day.day) == (1, 1) && published.time.is_none();
    let weight = if vague { kind.weight / 2 } else { kind.weight };
    let Kind { says, rule, .. } = kind;
    Some(Clue { day, turned, published, source, says, weight, words: words.to_owned(), place, rule })
}

/// Properties of JSON-LD.
const LINKED: &[(&str, Kind)] = &[
    ("datePublished", Kind::published(80, "json-ld-published")),
    ("dateCreated", Kind::published(40, "json-ld-created")),
    ("uploadDate", Kind::published(25, "json-ld-uploaded")),
    ("dateModified", Kind::modified("json-ld-modified")),
];

fn things(given: &Given, language: Option<&str>, clues: &mut Vec<Clue>) {
    let usable = |thing: &&Thing| {
        !BESIDE.iter().any(|kind| thing.is(kind)) && !thing.is("website") && thing.role != "itemListElement"
    };
    let mut dated: Vec<&Thing> = given.things.iter().filter(usable).collect();
    // The article itself before the page it stands on, the outer before the nested.
    dated.sort_by_key(|thing| (!thing.is_article(), thing.depth));
    let mut first: Option<Day> = None;
    for thing in dated {
        for (property, kind) in LINKED {
            let Some(words) = thing.text(property) else { continue };
            let Some(mut clue) = clue(&words, language, Source::Stated, *kind) else { continue };
            if !thing.is_article() && *property != "uploadDate" {
                clue.weight = clue.weight * 3 / 4;
            }
            // Further articles with other days are those of a list.
            if *property == "datePublished" && *first.get_or_insert(clue.day) != clue.day {
                clue.weight = 15;
            }
            clues.push(clue);
        }
    }
}

fn metas(given: &Given, language: Option<&str>, clues: &mut Vec<Clue>) {
    for meta in &given.metas {
        let key: String = meta.key.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
        let Some(kind) = kind_of_meta(&key) else { continue };
        // A sentence that names a day is a description.
        if meta.content.len() <= 60 {
            clues.extend(clue(&meta.content, language, Source::Stated, kind));
        }
    }
}

/// Parts of keys (letters and figures only) that hold no day of the article.
const OTHER_KEYS: &[&str] = &[
    "expir",
    "publisher",
    "valid",
    "event",
    "start",
    "enddate",
    "birth",
    "viewport",
    "refresh",
    "accessed",
    "template",
    "generat",
];
const MODIFIED_KEYS: &[&str] = &["modif", "updat", "revis", "lastmod", "changed"];
const PUBLISHED_KEYS: &[&str] = &[
    "publish",
    "pubdate",
    "publicationdate",
    "issued",
    "releasedate",
    "articledate",
    "sailthrudate",
    "posted",
    "available",
];
const CREATED_KEYS: &[&str] = &["created", "creationdate", "createdate"];
/// Whole keys of dates that are as often those of a change.
const PLAIN_KEYS: &[&str] = &[
    "date",
    "dcdate",
    "dctermsdate",
    "citationdate",
    "articledateoriginal",
    "dcdatesubmitted",
    "uploaddate",
];

/// What a `meta` element of a key (letters and figures only) says.
fn kind_of_meta(key: &str) -> Option<Kind> {
    let has = |words: &[&str]| words.iter().any(|word| key.contains(word));
    let dated = has(&["date", "time", "published", "issued", "available"]) || key.len() < 14;
    if has(OTHER_KEYS) {
        None
    } else if has(MODIFIED_KEYS) {
        Some(Kind::modified("meta-modified"))
    } else if has(PUBLISHED_KEYS) && dated {
        Some(Kind::published(80, "meta-published"))
    } else if has(CREATED_KEYS) {
        Some(Kind::published(42, "meta-created"))
    } else {
        PLAIN_KEYS.contains(&key).then_some(Kind::plain(34, "meta-date"))
    }
}

fn items(given: &Given, language: Option<&str>, clues: &mut Vec<Clue>) {
    let usable = |kind: &str| !BESIDE.contains(&kind);
    let mut first: Option<Day> = None;
    for item in given.items.iter().filter(|item| usable(&item.kind) && item.value.len() <= 80) {
        let kind = match item.property.as_str() {
            "datepublished" => Kind::published(75, "microdata-published"),
            "published" | "issued" | "published_time" => Kind::published(60, "microdata-published"),
            "datecreated" | "created" => Kind::published(50, "microdata-created"),
            "date" => Kind::plain(45, "microdata-date"),
            "datemodified" | "modified" | "modified_time" => Kind::modified("microdata-modified"),
            _ => continue,
        };
        let Some(mut clue) = clue(&item.value, language, Source::Stated, kind) else { continue };
        if kind.says != Says::Modified && *first.get_or_insert(clue.day) != clue.day {
            clue.weight = 12;
        }
        clues.push(clue);
    }
}

fn addresses(given: &Given, clues: &mut Vec<Clue>) {
    let mut addresses = given.canonical.as_deref().into_iter().chain(given.meta("og:url"));
    if let Some((words, weight)) = addresses.find_map(|address| dated_address(own_address(address))) {
        clues.extend(clue(&words, None, Source::Address, Kind::published(weight, "dated-address")));
    }
}

/// Year and, where it has one, month of the folders of the page's own address.
pub(super) fn folders(given: &Given) -> Option<(i64, Option<u8>)> {
    let year = |part: &str| part.parse().ok().filter(|year| part.len() == 4 && (1995..2100).contains(year));
    let month = |part: &str| part.parse().ok().filter(|month| part.len() == 2 && (1..=12).contains(month));
    let mut parts = own_address(given.canonical.as_deref()?).split('/').skip(3);
    while let Some(part) = parts.next() {
        if let Some(year) = year(part) {
            return Some((year, parts.next().and_then(month)));
        }
        if let Some((first, second)) = part.split_once('-')
            && let (Some(year), Some(month)) = (year(first), month(second))
        {
            return Some((year, Some(month)));
        }
    }
    None
}

/// An archive's address begins with the moment of capture; the page's own follows.
fn own_address(address: &str) -> &str {
    address
        .get(8..)
        .and_then(|rest| rest.rfind("http"))
        .and_then(|at| address.get(8 + at..))
        .unwrap_or(address)
}

/// The day in an address as year-month-day: `/2019/10/19/`, `/2019-10-19-`, `/20191019/`, `-19-10-2019`.
fn dated_address(address: &str) -> Option<(String, i32)> {
    let path = address.split_once("://").map_or(address, |(_, rest)| rest);
    let path = path.split_once('/').map(|(_, path)| path)?;
    let path = path.split(['?', '#']).next().unwrap_or(path);
    let numbers = numbers(path);
    let year = |text: &str| text.len() == 4 && ("1995".."2100").contains(&text);
    let glued = |one: (usize, &str), next: (usize, &str), marks: &str| {
        next.0 == one.0 + one.1.len() + 1
            && path.get(next.0 - 1..next.0).is_some_and(|mark| marks.contains(mark))
    };
    for three in numbers.windows(3) {
        let [one, two, three] = three else { continue };
        if year(one.1)
            && two.1.len() <= 2
            && three.1.len() <= 2
            && glued(*one, *two, "/-_.")
            && glued(*two, *three, "/-_.")
        {
            let folders = path.get(two.0 - 1..two.0) == Some("/");
            return Some((format!("{}-{}-{}", one.1, two.1, three.1), if folders { 60 } else { 40 }));
        }
        if year(three.1)
            && two.1.len() == 2
            && one.1.len() == 2
            && glued(*one, *two, "-_.")
            && glued(*two, *three, "-_.")
        {
            return Some((format!("{}-{}-{}", three.1, two.1, one.1), 35));
        }
    }
    for pair in numbers.windows(2) {
        let [one, two] = pair else { continue };
        // /2019/1019/ and /2019-10/19/
        if year(one.1) && two.1.len() == 4 && glued(*one, *two, "/-") {
            return Some((format!("{}-{}-{}", one.1, two.1.get(..2)?, two.1.get(2..)?), 45));
        }
    }
    numbers
        .iter()
        .find(|(_, run)| run.len() == 8 && run.get(..4).is_some_and(year))
        .map(|(_, run)| ((*run).to_owned(), 35))
}

/// The runs of figures in `text` with the bytes they begin at.
fn numbers(text: &str) -> Vec<(usize, &str)> {
    let mut numbers = Vec::new();
    let mut from = 0;
    while let Some(start) = text.get(from..).and_then(|rest| rest.find(|c: char| c.is_ascii_digit())) {
        let start = from + start;
        let rest = text.get(start..).unwrap_or_default();
        let length = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        numbers.push((start, rest.get(..length).unwrap_or_default()));
        from = start + length;
    }
    numbers
}

/// Keys of script data that hold when the article was published, as they begin.
const KEYS: &[&str] = &[
    "datePublished",
    "date_published",
    "publishDate",
    "publish_date",
    "publishedDate",
    "published_date",
    "publishedAt",
    "published_at",
    "publicationDate",
    "publication_date",
    "pubDate",
    "pub_date",
    "publishedFirst",
    "published_time",
    "publishTime",
    "publish_time",
    "articleDate",
    "firstPublished",
    "first_published",
    "datePosted",
];
/// Most script text that is searched, in bytes.
const MOST_SCRIPT: usize = 1 << 20;

/// `"publishedAt": "2019-10-19T…"` in the data of a script, where all of them say one day.
fn scripts(dom: &Dom, language: Option<&str>, clues: &mut Vec<Clue>) {
    let mut found: Vec<Clue> = Vec::new();
    let mut left = MOST_SCRIPT;
    for script in dom.named("script") {
        if script.attribute("type").is_some_and(|kind| kind.contains("ld+json")) {
            continue;
        }
        for text in script.children().filter_map(crate::html::dom::Node::words) {
            let text = text.get(..text.floor_char_boundary(left)).unwrap_or_default();
            left -= text.len();
            for key in KEYS {
                for (at, _) in text.match_indices(key).take(20) {
                    if let Some(value) = value_after(text, at + key.len())
                        && let Some(clue) =
                            clue(value, language, Source::Script, Kind::published(30, "script-data"))
                    {
                        found.push(clue);
                    }
                }
            }
        }
    }
    let first = found.first().map(|clue| clue.day);
    if found.iter().all(|clue| Some(clue.day) == first) {
        clues.extend(found.into_iter().next());
    }
}

/// The value of a key that ends at `at`: what stands in quotes after a colon or an equals sign.
fn value_after(text: &str, at: usize) -> Option<&str> {
    let rest = text.get(at..)?.trim_start_matches(['"', '\'', '\\', ' ']);
    let rest = rest.strip_prefix([':', '='])?.trim_start_matches([' ', '\\']);
    let rest = rest.strip_prefix(['"', '\''])?;
    let end = rest.find(['"', '\'', '\\', '<'])?;
    (end <= 40).then(|| rest.get(..end)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_address(address: &str, expected: Option<&str>) {
        let found = dated_address(own_address(address)).map(|(words, _)| words);
        assert_eq!(found.as_deref(), expected, "{address}");
    }

    #[test]
    fn days_are_read_from_addresses() {
        check_address("https://example.by/2021/11/03/gas", Some("2021-11-03"));
        check_address("https://example.by/news/2021/1103/gas.html", Some("2021-11-03"));
        check_address("https://example.by/news/20211103-gas", Some("20211103"));
        check_address("https://example.by/23-11-2021-gas/7.html", Some("2021-11-23"));
        check_address("https://web.archive.org/web/20220218174457/http://example.by/gas/", None);
        for address in [
            "https://example.by/2021/11/",
            "https://2021-11-03.by/",
            "https://example.by/a/12345678",
            "",
            "://",
        ] {
            check_address(address, None);
        }
    }

    #[test]
    fn keys_of_metas_tell_publication_from_change() {
        let says = |key: &str| kind_of_meta(key).map(|kind| kind.says);
        for key in [
            "articlepublishedtime",
            "datepublished",
            "dctermsissued",
            "parselypubdate",
            "citationpublicationdate",
        ] {
            assert_eq!(says(key), Some(Says::Published), "{key}");
        }
        for key in ["articlemodifiedtime", "ogupdatedtime", "lastmodified"] {
            assert_eq!(says(key), Some(Says::Modified), "{key}");
        }
        for key in
            ["articlepublisher", "articleexpirationtime", "viewport", "dcpublisher", "eventdate", "title"]
        {
            assert_eq!(says(key), None, "{key}");
        }
    }

    #[test]
    fn data_of_scripts_counts_where_it_is_of_one_day() {
        let day = |script: &str| {
            let dom = Dom::parse(&format!("<script>{script}</script>"));
            clues(&dom, &Given::read(&dom), None).first().map(|clue| clue.day.to_string())
        };
        assert_eq!(
            day(r#"window.data = {"publishedAt":"2021-11-03T10:00:00Z","x":1}"#).as_deref(),
            Some("2021-11-03")
        );
        assert_eq!(day(r#"{\"publishDate\":\"2021-11-03\"}"#).as_deref(), Some("2021-11-03"));
        assert_eq!(day(r#"[{"publishedAt":"2021-11-03"},{"publishedAt":"2021-11-04"}]"#), None);
    }
}
