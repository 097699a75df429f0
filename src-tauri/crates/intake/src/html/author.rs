//! Who wrote a page: what it states, else its byline.

use std::collections::HashSet;

use chancery_model::{Field, Place};
use chancery_text::fold;

use super::article::{Sections, Verdict};
use super::byline;
use super::dom::{Dom, Node};
use super::given::Given;
use super::names::{self, clean};
use super::said::{Said, settle};
use super::seen::is_unseen;
use super::sites::{self, words_only};

/// Reads the author. Rules: `linked-data`, `meta-author`, `microdata`, `author-link`, `byline-element`, `byline`,
/// `name-with-date`, `signature`.
pub(crate) fn read(dom: &Dom, given: &Given, sections: &Sections<'_>, verdicts: &[Verdict]) -> Field<String> {
    let mut said = all(dom, given, sections, verdicts);
    let sites = sites::names(given);
    said.sort_by_key(|one| rank(one, &sites));
    settle(&said)
}

/// How late a name comes: what readers see goes before what machines are told, an account or the site itself goes last.
fn rank(one: &Said, sites: &HashSet<String>) -> u8 {
    let folded = fold(&one.value);
    let is_account = !one.value.contains(' ') && one.value.chars().all(|c| !c.is_uppercase());
    if is_site(&one.value, sites) {
        3
    } else if is_account && !matches!(one.rule, "byline" | "byline-element")
        || folded.chars().all(|c| !c.is_alphabetic())
    {
        2
    } else {
        u8::from(one.rule != "byline" || !names::is_person(&one.value))
    }
}

fn is_site(name: &str, sites: &HashSet<String>) -> bool {
    names::is_company(name) || sites.contains(&words_only(name))
}

pub(crate) fn all(dom: &Dom, given: &Given, sections: &Sections<'_>, verdicts: &[Verdict]) -> Vec<Said> {
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
    let persons: Vec<String> = given
        .things
        .iter()
        .filter(|thing| thing.is("person") && thing.role != "founder")
        .filter_map(|thing| thing.text("name"))
        .take(1)
        .collect();
    push(&persons, Place::Metadata, "linked-person");
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
    for (name, words, rule) in byline::read(sections, verdicts) {
        said.push(Said { value: name, words, place: Place::Metadata, rule });
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
