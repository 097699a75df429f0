//! A page read: the article's text and its fields.

use chancery_model::{Basis, CodePoints, Confidence, Day, Field, Language, Place, Span};

use super::article;
use super::dom::Dom;
use super::given::{Given, collapsed};
use super::said::{Said, settle};
use super::{author, published, title};
use crate::draft::{Draft, stated};
use crate::normalise;

/// Reads a decoded page. `captured` is the day of the import.
pub(crate) fn read(html: &str, captured: Day) -> Draft {
    let dom = Dom::parse(html);
    let given = Given::read(&dom);
    let sections = article::Sections::read(&dom);
    let title = title::read(&dom, &given, sections.root);
    let verdicts = sections.judge(title.value.as_deref());
    let byline = author::read(&dom, &given, &sections, &verdicts);
    let mut text = article::text(&sections.article(&verdicts));
    if let Some(told) = told(&given)
        && text.chars().count() * 2 < told.chars().count()
    {
        text = told;
    }
    let (outlet, language) = (outlet(&given), language(&given));
    let text = normalise(&text);
    let dated = published::read(&dom, &given, captured).placed_in(&text);
    let byline = placed(byline, &text);
    Draft {
        text,
        is_normal: true,
        title,
        byline,
        outlet,
        language,
        published: dated.published,
        modified: dated.modified,
        url: given.canonical.as_deref().map_or_else(Field::default, |url| stated(url, "canonical")),
        section: section(&given),
        notes: Vec::new(),
    }
}

/// Bylines at their place in the article's text, where they stand there once; others have no place in it.
fn placed(mut field: Field<String>, text: &str) -> Field<String> {
    let points = CodePoints::new(text);
    for basis in field.basis.iter_mut().filter(|basis| basis.rule == "byline") {
        let mut found = text.match_indices(basis.words.as_str());
        if let (Some((at, words)), None) = (found.next(), found.next()) {
            let span = Span::new(points.position_of_byte(at), points.position_of_byte(at + words.len()));
            basis.place = Place::Text(span);
        }
    }
    field
}

/// The text as the page gives it to other programs, for pages that put it together only when shown.
fn told(given: &Given) -> Option<String> {
    let article = given.things.iter().filter(|thing| thing.is_article() && thing.depth < 2);
    let body = article
        .filter_map(|thing| thing.properties.get("articleBody")?.as_str())
        .max_by_key(|body| body.len())?;
    let words = if body.contains('<') { Dom::parse(body).root().text() } else { body.to_owned() };
    let paragraphs: Vec<String> = words.split('\n').map(collapsed).filter(|line| !line.is_empty()).collect();
    let text = paragraphs.join("\n\n");
    (text.chars().count() > 400).then_some(text)
}

/// The section it stood in. Rules: `meta-section`, `linked-data`.
fn section(given: &Given) -> Field<String> {
    let article = given.things.iter().filter(|thing| thing.is_article() && thing.depth < 2);
    let told = article.filter_map(|thing| thing.text("articleSection"));
    let said = ["article:section", "parsely-section", "sailthru.section", "section"]
        .into_iter()
        .filter_map(|key| given.meta(key).next())
        .map(|name| Said::in_metadata(name, "meta-section"))
        .chain(told.map(|name| Said::in_metadata(&name, "linked-data")));
    settle(&said.filter(|one| is_name(&one.value)).collect::<Vec<_>>())
}

/// Who published it. Rules: `site-name`, `linked-data`.
fn outlet(given: &Given) -> Field<String> {
    let mut said: Vec<Said> = Vec::new();
    for key in [
        "og:site_name",
        "application-name",
        "dc.publisher",
        "dcterms.publisher",
        "citation_journal_title",
        "publisher",
    ] {
        said.extend(
            given
                .meta(key)
                .filter(|name| is_name(name))
                .take(1)
                .map(|name| Said::in_metadata(name, "site-name")),
        );
    }
    let publisher = given
        .things
        .iter()
        .filter(|thing| thing.role == "publisher" || thing.is("website") && thing.depth == 0);
    for name in publisher.filter_map(|thing| thing.text("name")).filter(|name| is_name(name)) {
        said.push(Said::in_metadata(&name, "linked-data"));
    }
    settle(&said)
}

fn is_name(name: &str) -> bool {
    name.chars().count() <= 80 && !name.contains("://") && name.chars().any(char::is_alphabetic)
}

/// The language the page says it is in. Rule: `page-language`.
fn language(given: &Given) -> Field<Language> {
    let Some(words) = &given.language else { return Field::default() };
    let code = words.split(['-', '_', ',']).next().unwrap_or_default().to_lowercase();
    let basis = Basis { words: words.clone(), place: Place::Metadata, rule: "page-language".to_owned() };
    Language::from_code(&code)
        .map_or_else(Field::default, |language| Field::known(language, Confidence::Medium, basis))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn captured() -> Day {
        Day::new(2026, 11, 21).unwrap()
    }

    const PAGE: &str = r#"<!DOCTYPE html><html lang="en-GB"><head><title>Gas talks go on | The Example Post</title>
        <meta property="og:site_name" content="The Example Post"><meta name="author" content="Ann Lee"></head><body>
        <nav><a href="/">Home</a><a href="/world">World</a></nav>
        <article><h1>Gas talks go on</h1><p class="byline">By Ann Lee</p>
        <p>The two governments met on Tuesday to discuss the price of gas, and agreed on nothing for the third time.</p>
        <figure><img src="a.jpg"><figcaption>Photo: somebody</figcaption></figure>
        <h2>What comes next</h2>
        <p>Another meeting is planned for November, the ministers said; the treaty, they added, leaves no other way.</p>
        <ul><li>The price is to be named by then, both sides told the press.</li></ul>
        <div class="share-buttons"><a href="x">Share</a></div>
        <h3>Read also</h3><ul><li><a href="/1">Oil talks go on as well, says the minister of energy</a></li></ul></article>
        <section id="comments"><p>I think that this is a very long comment about the price of gas in two countries.</p></section>
        <footer>All rights reserved</footer></body></html>"#;

    #[test]
    fn a_page_becomes_its_article() {
        let page = read(PAGE, captured());
        assert_eq!(page.title.value.as_deref(), Some("Gas talks go on"));
        assert_eq!(page.byline.value.as_deref(), Some("Ann Lee"));
        assert_eq!(page.byline.confidence, Confidence::High);
        assert_eq!(page.outlet.value.as_deref(), Some("The Example Post"));
        assert_eq!(page.language.value, Some(Language::En));
        assert_eq!(
            page.text,
            "The two governments met on Tuesday to discuss the price of gas, and agreed on nothing for the third time.\n\n\
             What comes next\n\n\
             Another meeting is planned for November, the ministers said; the treaty, they added, leaves no other way.\n\n\
             - The price is to be named by then, both sides told the press."
        );
    }

    #[test]
    fn a_page_without_words_takes_them_from_its_data() {
        let body = "The ministers met and parted without a word. ".repeat(12);
        let html = format!(
            "<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"articleBody\":\"{body}\"}}</script><div id=app></div>"
        );
        assert_eq!(read(&html, captured()).text, body.trim());
    }
}
