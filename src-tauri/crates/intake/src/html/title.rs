//! The title of a page: the heading a reader sees, else what the page gives other sites, without the site's own name.

use std::collections::HashSet;

use chancery_model::{Field, Place};

use super::dom::{Dom, Node};
use super::given::Given;
use super::roles::{self, Role};
use super::said::{Said, settle};
use super::seen::is_unseen;
use super::sites::{self, Stripper, words_only};

/// Longest title, in characters.
const LONGEST: usize = 300;

/// Reads the title. Rules: `heading`, `og-title`, `linked-data`, `microdata`, `meta-title`, `page-title`.
pub(crate) fn read(dom: &Dom, given: &Given, root: Node<'_>) -> Field<String> {
    let sites = sites::names(given);
    let headings = headings(dom, root);
    let mut said = stated(given, &sites, &headings);
    if let Some(heading) = choose(&headings, &said, given, &sites) {
        said.insert(
            0,
            Said {
                value: heading.text.clone(),
                words: heading.text.clone(),
                place: Place::Title,
                rule: "heading",
            },
        );
    }
    settle(&said)
}

/// What the page states, best first, without the site's name.
fn stated(given: &Given, sites: &HashSet<String>, headings: &[Heading]) -> Vec<Said> {
    let mut said = Vec::new();
    let stripper = Stripper::new(given, sites, headings.iter().map(|heading| heading.text.as_str()));
    let mut push = |words: &str, rule: &'static str, loose: bool| {
        let value = stripper.strip(words, loose);
        let is_site = sites.contains(&words_only(value));
        if !value.is_empty() && value.chars().count() <= LONGEST && !is_site {
            said.push(Said { value: value.to_owned(), ..Said::in_metadata(words, rule) });
        }
    };
    given.meta("og:title").take(1).for_each(|words| push(words, "og-title", false));
    for thing in given.things.iter().filter(|thing| thing.is_article() && thing.depth < 2).take(3) {
        thing.text("headline").iter().for_each(|words| push(words, "linked-data", false));
    }
    let headlines = given.item("headline").filter(|item| !item.kind.contains("comment"));
    headlines.take(1).for_each(|item| push(&item.value, "microdata", false));
    for key in [
        "twitter:title",
        "citation_title",
        "dc.title",
        "dcterms.title",
        "parsely-title",
        "sailthru.title",
        "title",
        "headline",
    ] {
        given.meta(key).take(1).for_each(|words| push(words, "meta-title", false));
    }
    given.title.iter().for_each(|words| push(words, "page-title", true));
    said
}

/// A heading of the page.
struct Heading {
    text: String,
    level: u8,
    in_root: bool,
    /// Named as the title by its class or property.
    named: bool,
    beside: bool,
}

/// Most headings looked at.
const MOST: usize = 60;

fn headings(dom: &Dom, root: Node<'_>) -> Vec<Heading> {
    let mut found = Vec::new();
    for node in dom.all() {
        let level = match node.name() {
            "h1" => 1,
            "h2" => 2,
            "h3" => 3,
            "div" | "span" | "p" | "td" | "a" | "strong" | "header" => 9,
            _ => continue,
        };
        let property = node.attribute("itemprop").is_some_and(|value| value.eq_ignore_ascii_case("headline"));
        let class = format!(
            "{} {}",
            node.attribute("class").unwrap_or_default(),
            node.attribute("id").unwrap_or_default()
        )
        .to_lowercase();
        let named = property
            || ["title", "headline", "titel", "titre", "titulo"].iter().any(|word| class.contains(word));
        if level == 9 && !(named && node.end() - node.index() < 12) || is_unseen(node) {
            continue;
        }
        let text = node.text();
        let count = text.chars().count();
        if text.chars().filter(|c| c.is_alphabetic()).count() < 2 || count > LONGEST {
            continue;
        }
        let beside = node.ancestors().any(|up| {
            matches!(up.name(), "nav" | "aside" | "footer")
                || is_unseen(up)
                || !matches!(up.name(), "" | "html" | "body" | "header") && roles::of(up) == Role::Beside
        });
        let in_root = node.index() >= root.index() && node.index() < root.end();
        found.push(Heading { text, level, in_root, named, beside });
        if found.len() >= MOST {
            break;
        }
    }
    found
}

/// The heading that is the title: the one that agrees best with what the page states, first of all an `h1`.
fn choose<'h>(
    headings: &'h [Heading],
    said: &[Said],
    given: &Given,
    sites: &HashSet<String>,
) -> Option<&'h Heading> {
    let stated: Vec<HashSet<String>> =
        said.iter().map(|one| one.value.as_str()).chain(given.title.as_deref()).map(word_set).collect();
    let alone = headings.iter().filter(|heading| heading.level == 1 && !heading.beside).count() == 1;
    let mut best: Option<(f64, &Heading)> = None;
    for heading in headings {
        let folded = words_only(&heading.text);
        if sites.contains(&folded) || folded.is_empty() {
            continue;
        }
        let words = word_set(&heading.text);
        let agreement = stated.iter().map(|other| overlap(&words, other)).fold(0.0, f64::max);
        let many = words.len() >= 3;
        let enough = match heading.level {
            1 if alone && many && !heading.beside => 0.0,
            1 => 0.45,
            2 | 3 => 0.7,
            _ => 0.85,
        };
        if agreement < enough {
            continue;
        }
        let rank = match heading.level {
            1 => 0.6,
            2 => 0.25,
            3 => 0.15,
            _ => 0.0,
        };
        let score = agreement
            + rank
            + if heading.named { 0.1 } else { 0.0 }
            + if heading.in_root { 0.1 } else { 0.0 }
            - if heading.beside { 0.5 } else { 0.0 };
        if best.as_ref().is_none_or(|(most, _)| score > *most + 1e-9) {
            best = Some((score, heading));
        }
    }
    best.map(|(_, heading)| heading)
}

fn word_set(text: &str) -> HashSet<String> {
    words_only(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Words in both over words in either.
#[allow(clippy::cast_precision_loss)]
fn overlap(one: &HashSet<String>, other: &HashSet<String>) -> f64 {
    let both = one.intersection(other).count();
    let either = one.len() + other.len() - both;
    if either == 0 { 0.0 } else { both as f64 / either as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        let dom = Dom::parse(html);
        let field = read(&dom, &Given::read(&dom), dom.root());
        assert_eq!(field.value.as_deref().unwrap_or_default(), expected, "{html}");
    }

    #[test]
    fn the_heading_that_agrees_with_what_is_stated_is_the_title() {
        check(
            "<title>Gas talks go on | Post</title><h1>Post</h1><h1>Gas talks go on</h1><h1>Most read</h1>",
            "Gas talks go on",
        );
        check(
            "<title>Gas talks go on | Post</title><h2>News</h2><h2>Gas talks go on</h2>",
            "Gas talks go on",
        );
        check("<title>Post</title><h1>Talks about gas go on</h1>", "Talks about gas go on");
        check(
            "<meta property=og:title content='Gas talks'><title>Post</title><h1>Subscribe</h1>",
            "Gas talks",
        );
        check("<title>Gas talks go on and on | Post</title><p>Text", "Gas talks go on and on");
        check("<p>Text", "");
    }
}
