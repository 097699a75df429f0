//! The days a page states for machines: JSON-LD, `meta` elements, microdata, its address, the data of its scripts.

use chancery_model::Place;

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
        clues.extend(clue(
            title.get(one.start..one.end).unwrap_or_default(),
            language,
            Source::Title,
            Says::Nothing,
            20,
            "title",
        ));
    }
    scripts(dom, language, &mut clues);
    clues
}

fn clue(
    words: &str,
    language: Option<&str>,
    source: Source,
    says: Says,
    weight: i32,
    rule: &'static str,
) -> Option<Clue> {
    let (published, turned) = stamp(words, language)?;
    let day = published.date.only_day()?;
    let place = match source {
        Source::Address => Place::Url,
        Source::Title => Place::Title,
        _ => Place::Metadata,
    };
    // The first of January without a time is what systems write where only a year is known.
    let weight = if (day.month, day.day) == (1, 1) && published.time.is_none() { weight / 2 } else { weight };
    Some(Clue { day, turned, published, source, says, weight, words: words.to_owned(), place, rule })
}

fn things(given: &Given, language: Option<&str>, clues: &mut Vec<Clue>) {
    let usable = |thing: &&Thing| {
        !BESIDE.iter().any(|kind| thing.is(kind)) && !thing.is("webSite") && thing.role != "itemListElement"
    };
    let mut dated: Vec<&Thing> = given.things.iter().filter(usable).collect();
    // The article itself before the page it stands on, the outer before the nested.
    dated.sort_by_key(|thing| (!thing.is_article(), thing.depth));
    let mut first: Option<chancery_model::Day> = None;
    for thing in dated {
        for (property, says, weight, rule) in [
            ("datePublished", Says::Published, 80, "json-ld-published"),
            ("dateCreated", Says::Published, 40, "json-ld-created"),
            ("uploadDate", Says::Published, 25, "json-ld-uploaded"),
            ("dateModified", Says::Modified, 40, "json-ld-modified"),
        ] {
            let weight =
                if thing.is_article() || rule == "json-ld-uploaded" { weight } else { weight * 3 / 4 };
            let words = thing.text(property);
            let Some(mut clue) =
                words.and_then(|words| clue(&words, language, Source::Stated, says, weight, rule))
            else {
                continue;
            };
            if rule == "json-ld-published" {
                // Further articles with other days are those of a list.
                let main = *first.get_or_insert(clue.day);
                if main != clue.day {
                    clue.weight = 15;
                }
            }
            clues.push(clue);
        }
    }
}

fn metas(given: &Given, language: Option<&str>, clues: &mut Vec<Clue>) {
    for meta in &given.metas {
        let key: String = meta.key.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
        let Some((says, weight, rule)) = kind_of_meta(&key) else { continue };
        // A sentence that names a day is a description.
        if meta.content.len() <= 60 {
            clues.extend(clue(&meta.content, language, Source::Stated, says, weight, rule));
        }
    }
}

/// What a `meta` element of a key (letters and figures only) says.
fn kind_of_meta(key: &str) -> Option<(Says, i32, &'static str)> {
    let has = |words: &[&str]| words.iter().any(|word| key.contains(word));
    if has(&[
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
    ]) {
        return None;
    }
    if has(&["modif", "updat", "revis", "lastmod", "changed"]) {
        return Some((Says::Modified, 40, "meta-modified"));
    }
    let published = has(&[
        "publish",
        "pubdate",
        "publicationdate",
        "issued",
        "releasedate",
        "articledate",
        "sailthrudate",
        "posted",
        "available",
    ]);
    if published && (has(&["date", "time", "published", "issued", "available"]) || key.len() < 14) {
        return Some((Says::Published, 80, "meta-published"));
    }
    if has(&["created", "creationdate", "createdate"]) {
        return Some((Says::Published, 42, "meta-created"));
    }
    let date = key == "date"
        || key == "dcdate"
        || key == "dctermsdate"
        || key == "citationdate"
        || key == "articledateoriginal";
    (date || key == "dcdatesubmitted" || key == "uploaddate").then_some((Says::Nothing, 34, "meta-date"))
}

fn items(given: &Given, language: Option<&str>, clues: &mut Vec<Clue>) {
    let usable = |kind: &str| !BESIDE.contains(&kind);
    let mut first: Option<chancery_model::Day> = None;
    for item in given.items.iter().filter(|item| usable(&item.kind) && item.value.len() <= 80) {
        let (says, weight, rule) = match item.property.as_str() {
            "datepublished" => (Says::Published, 75, "microdata-published"),
            "published" | "issued" | "published_time" => (Says::Published, 60, "microdata-published"),
            "datecreated" | "created" => (Says::Published, 50, "microdata-created"),
            "date" => (Says::Nothing, 45, "microdata-date"),
            "datemodified" | "modified" | "modified_time" => (Says::Modified, 40, "microdata-modified"),
            _ => continue,
        };
        let Some(mut clue) = clue(&item.value, language, Source::Stated, says, weight, rule) else {
            continue;
        };
        if says != Says::Modified {
            let main = *first.get_or_insert(clue.day);
            if main != clue.day {
                clue.weight = 12;
            }
        }
        clues.push(clue);
    }
}

fn addresses(given: &Given, clues: &mut Vec<Clue>) {
    let mut addresses: Vec<&str> = given.canonical.iter().map(String::as_str).collect();
    addresses.extend(given.meta("og:url"));
    addresses.dedup();
    for address in addresses {
        if let Some((words, weight)) = dated_address(own_address(address)) {
            clues.extend(clue(&words, None, Source::Address, Says::Published, weight, "dated-address"));
            break;
        }
    }
}

/// Year and, where it has one, month of the folders of the page's own address.
pub(super) fn folders(given: &Given) -> Option<(i64, Option<u8>)> {
    let address = own_address(given.canonical.as_deref()?);
    let mut parts = address.split('/').skip(3);
    let year = parts.find_map(|part| {
        (part.len() == 4).then(|| part.parse().ok()).flatten().filter(|year| (1995..2100).contains(year))
    })?;
    let month = parts
        .next()
        .filter(|part| part.len() == 2)
        .and_then(|part| part.parse().ok())
        .filter(|month| (1..=12).contains(month));
    Some((year, month))
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
    let numbers: Vec<(usize, &str)> = path
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| !run.is_empty())
        .map(|run| (run.as_ptr() as usize - path.as_ptr() as usize, run))
        .collect();
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
            let text = text.get(..floor(text, left)).unwrap_or_default();
            left -= text.len();
            for key in KEYS {
                for (at, _) in text.match_indices(key).take(20) {
                    if let Some(value) = value_after(text, at + key.len())
                        && let Some(clue) =
                            clue(value, language, Source::Script, Says::Published, 30, "script-data")
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

fn floor(text: &str, most: usize) -> usize {
    (0..=text.len().min(most)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
