//! Who wrote a page: what it states, else its byline.

use std::collections::HashSet;

use chancery_model::{Field, Place};
use chancery_text::fold;

use super::article::Sections;
use super::dom::{Dom, Node};
use super::given::Given;
use super::said::{Said, settle};
use super::seen::is_unseen;

/// Reads the author. Rules: `linked-data`, `meta-author`, `microdata`, `author-link`, `byline-element`, `byline`.
pub(crate) fn read(dom: &Dom, given: &Given, sections: &Sections<'_>) -> Field<String> {
    settle(&all(dom, given, sections))
}

pub(crate) fn all(dom: &Dom, given: &Given, sections: &Sections<'_>) -> Vec<Said> {
    let mut said = Vec::new();
    let mut push = |words: &[String], place: Place, rule: &'static str| {
        let mut names: Vec<String> = Vec::new();
        for name in words.iter().filter_map(|words| clean(words)) {
            if !names.iter().any(|known| fold(known) == fold(&name)) {
                names.push(name);
            }
        }
        if !names.is_empty() {
            said.push(Said { value: names.join("; "), words: words.join("; "), place, rule });
        }
    };
    for thing in
        given.things.iter().filter(|thing| thing.is_article() && thing.role != "itemListElement").take(4)
    {
        push(&thing.texts("author"), Place::Metadata, "linked-data");
    }
    let persons: Vec<String> = given
        .things
        .iter()
        .filter(|thing| thing.is("person") && thing.role != "founder")
        .filter_map(|thing| thing.text("name"))
        .take(1)
        .collect();
    push(&persons, Place::Metadata, "linked-person");
    for key in [
        "citation_author",
        "author",
        "article:author",
        "dc.creator",
        "dcterms.creator",
        "dc.creator.personalname",
        "parsely-author",
        "sailthru.author",
        "og:article:author",
        "og:author",
        "byl",
        "byline",
        "article.author",
        "cxenseparse:author",
        "cxense:author",
        "shareaholic:article_author_name",
        "article:author_name",
        "vr:author",
        "dcsext.author",
        "twitter:data1",
    ] {
        if key == "twitter:data1"
            && !given.meta("twitter:label1").any(|label| {
                [
                    "written by",
                    "verfasst von",
                    "escrito por",
                    "ecrit par",
                    "geschreven door",
                    "scritto da",
                    "автор",
                    "napisane przez",
                ]
                .contains(&fold(label).as_str())
            })
        {
            continue;
        }
        let words: Vec<String> = given.meta(key).map(str::to_owned).collect();
        push(&words, Place::Metadata, "meta-author");
    }
    let items: Vec<String> = given
        .item("author")
        .chain(given.item("creator"))
        .filter(|item| !item.kind.contains("comment") && !item.kind.contains("review"))
        .map(|item| item.value.clone())
        .take(3)
        .collect();
    push(&items, Place::Metadata, "microdata");
    for (rule, words) in elements(dom, sections.root) {
        push(&[words], Place::Metadata, rule);
    }
    said
}

/// Bylines as elements, the surest first.
fn elements(dom: &Dom, root: Node<'_>) -> Vec<(&'static str, String)> {
    let mut found: Vec<(u8, &'static str, String)> = Vec::new();
    let mut skip = 0;
    for node in dom.all() {
        if node.index() < skip || node.words().is_some() {
            continue;
        }
        if is_unseen(node) || is_readers(node) {
            skip = node.end();
            continue;
        }
        let rel = node.attribute("rel").is_some_and(|rel| rel.split_whitespace().any(|one| one == "author"));
        let class = node.attribute("class").unwrap_or_default().to_lowercase();
        let id = node.attribute("id").unwrap_or_default().to_lowercase();
        let has = |words: &[&str]| {
            class
                .split_whitespace()
                .chain([id.as_str()])
                .any(|name| words.iter().any(|word| name.contains(word)))
        };
        let (rank, rule) = if rel {
            (1, "author-link")
        } else if node.attribute("itemprop") == Some("author")
            || has(&[
                "author-name",
                "author_name",
                "authorname",
                "author__name",
                "byline__name",
                "byline-name",
                "byline_name",
            ])
        {
            (0, "byline-element")
        } else if has(&["byline", "author", "autor", "auteur", "autore", "writer"]) {
            (2, "byline-element")
        } else {
            continue;
        };
        if node.end() - node.index() > 40 {
            continue;
        }
        let text = node.text();
        if text.is_empty() || text.chars().count() > 120 {
            continue;
        }
        let far = node.index() > root.end();
        found.push((rank + if far { 3 } else { 0 }, rule, text));
        if found.len() > 30 {
            break;
        }
    }
    found.sort_by_key(|(rank, _, _)| *rank);
    found.into_iter().take(4).map(|(_, rule, text)| (rule, text)).collect()
}

/// Whether an element holds what readers wrote, or other articles with authors of their own.
fn is_readers(node: Node<'_>) -> bool {
    let class = format!(
        "{} {}",
        node.attribute("class").unwrap_or_default(),
        node.attribute("id").unwrap_or_default()
    )
    .to_lowercase();
    !matches!(node.name(), "body" | "html" | "article" | "main" | "")
        && ([
            "comments",
            "commentlist",
            "comment-list",
            "kommentare",
            "related",
            "sidebar",
            "recommend",
            "teaser",
        ]
        .iter()
        .any(|word| class.contains(word))
            || matches!(node.name(), "footer" | "nav" | "aside"))
}

/// Begin a byline before the name (folded); longest first where one begins another.
const OPENINGS: &[&str] = &[
    "written by",
    "posted by",
    "published by",
    "reported by",
    "words by",
    "story by",
    "text by",
    "article by",
    "by",
    "von",
    "verfasst von",
    "geschrieben von",
    "ein beitrag von",
    "ein artikel von",
    "text von",
    "text",
    "autor",
    "autorin",
    "autoren",
    "redaktion",
    "par",
    "ecrit par",
    "publie par",
    "por",
    "escrito por",
    "publicado por",
    "di",
    "a cura di",
    "scritto da",
    "door",
    "geschreven door",
    "av",
    "af",
    "autor",
    "przez",
    "автор",
    "авторы",
    "автор текста",
    "текст",
    "аўтар",
    "тэкст",
    "author",
    "authors",
    "auteur",
    "autore",
    "vom",
    "posted in",
    "beitrag von",
    "kommentar von",
    "interview",
];

/// The name alone, or nothing where `words` are no name.
pub(crate) fn clean(words: &str) -> Option<String> {
    let mut name = words.trim();
    if name.contains("://")
        || name.starts_with("www.")
        || name.starts_with('@')
        || name.starts_with('{')
        || name.starts_with("[")
    {
        return None;
    }
    // Openings, perhaps two: "Text: Von Ann Lee".
    for _ in 0..2 {
        let folded = fold(name);
        let opening = OPENINGS
            .iter()
            .filter(|opening| {
                let after = folded.strip_prefix(**opening).unwrap_or("x");
                after.starts_with(':')
                    || after.starts_with(' ')
                        && !matches!(
                            **opening,
                            "text"
                                | "autor"
                                | "redaktion"
                                | "interview"
                                | "текст"
                                | "тэкст"
                                | "author"
                                | "автор"
                        )
                    || after.starts_with(" :")
            })
            .max_by_key(|opening| opening.len());
        let Some(opening) = opening else { break };
        let cut = name.char_indices().nth(opening.chars().count()).map_or(name.len(), |(at, _)| at);
        name = name.get(cut..).unwrap_or_default().trim_start_matches([':', ' ']);
    }
    // What follows the name: a date, an agency, a role.
    let stops = [
        "|",
        "•",
        "·",
        " — ",
        " – ",
        " - ",
        "(",
        "\n",
        " on ",
        " am ",
        " um ",
        " vor ",
        " Updated",
        " Published",
        " Posted",
        "Follow ",
        " @",
        ";",
        "/ ",
    ];
    for stop in stops {
        if let Some((before, _)) = name.split_once(stop)
            && !before.trim().is_empty()
            && !(stop == ";" && name.matches(';').count() > 0)
        {
            name = before;
        }
    }
    // A date ends it, and so does a comma before a role in small letters.
    if let Some(at) = name.find(|c: char| c.is_ascii_digit())
        && name
            .get(..at)
            .is_some_and(|before| before.contains([' ', ',']) && before.split_whitespace().count() >= 2)
    {
        name = name.get(..at).unwrap_or(name).trim_end_matches(|c: char| !c.is_alphabetic() && c != '.');
        name = name.trim_end_matches([',', ' ']);
    }
    let name = name
        .trim()
        .trim_matches(|c: char| matches!(c, ',' | ':' | '-' | '–' | '|' | '"' | '*' | '/' | '•'))
        .trim();
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let count = name.split_whitespace().count();
    let no_name = [
        "admin",
        "administrator",
        "author",
        "autor",
        "redaktion online",
        "unknown author",
        "user",
        "guest",
        "gast",
        "webmaster",
        "anonymous",
        "anonym",
        "null",
        "undefined",
        "none",
        "byline",
        "comments",
        "kommentare",
        "about the author",
        "view all posts",
        "mehr von",
        "weitere artikel",
    ];
    let bad = letters < 2
        || count > 12
        || name.contains('@')
        || name.contains("http")
        || no_name.contains(&fold(name).as_str())
        || name.contains(".com") && count == 1 && name.contains('/');
    (!bad).then(|| name.to_owned())
}

/// Names folded, for comparing.
#[allow(dead_code)]
fn set(names: &str) -> HashSet<String> {
    names.split(';').map(|name| fold(name.trim())).collect()
}
