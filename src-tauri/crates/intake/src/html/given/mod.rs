//! What a page says about itself: JSON-LD, `meta` elements, microdata, links. Nothing is weighed here.

mod items;
mod linked;
mod loose;

pub(crate) use items::Item;
pub(crate) use linked::Thing;

use super::dom::{Dom, push_collapsed};

/// A `meta` element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Meta {
    /// Its `property`, `name`, `itemprop` or `http-equiv`, in small letters: `og:title`, `dc.creator`, `citation_author`.
    pub(crate) key: String,
    /// Its `content`, blanks made single; never empty.
    pub(crate) content: String,
}

/// All a page says about itself, in the order it says it.
#[derive(Debug, Default)]
pub(crate) struct Given {
    /// `meta` elements; one with several keys stands once for each.
    pub(crate) metas: Vec<Meta>,
    /// Objects of JSON-LD, those inside others after them.
    pub(crate) things: Vec<Thing>,
    /// Properties of microdata and RDFa in the body.
    pub(crate) items: Vec<Item>,
    /// `link rel=canonical`, else `og:url`.
    pub(crate) canonical: Option<String>,
    /// `html lang`, else what `meta` elements say.
    pub(crate) language: Option<String>,
    /// The `title` element.
    pub(crate) title: Option<String>,
}

/// Most metas and items kept of each kind: nobody means a page with more.
const MOST: usize = 2_000;

impl Given {
    /// Collects it.
    pub(crate) fn read(dom: &Dom) -> Self {
        let mut given =
            Self { metas: metas(dom), things: linked::read(dom), items: items::read(dom), ..Self::default() };
        let linked = dom.named("link").find(|link| {
            link.attribute("rel")
                .is_some_and(|rel| rel.split_whitespace().any(|one| one.eq_ignore_ascii_case("canonical")))
        });
        let canonical =
            linked.and_then(|link| link.attribute("href")).filter(|href| href.starts_with("http"));
        given.canonical = canonical.or_else(|| given.meta("og:url").next()).map(|url| url.trim().to_owned());
        let language =
            dom.named("html").find_map(|html| html.attribute("lang").or_else(|| html.attribute("xml:lang")));
        let language = language.filter(|language| !language.trim().is_empty());
        given.language = language
            .or_else(|| given.meta("content-language").next())
            .or_else(|| given.meta("og:locale").next())
            .map(|language| language.trim().to_owned());
        // A title inside a drawing is no title of the page.
        let title = dom.named("title").find(|title| !title.ancestors().any(|up| up.name() == "svg"));
        given.title = title.map(|title| collapsed(&title.raw_text())).filter(|title| !title.is_empty());
        given
    }

    /// The contents of the metas of a key (small letters), in their order.
    pub(crate) fn meta<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a str> {
        self.metas.iter().filter(move |meta| meta.key == key).map(|meta| meta.content.as_str())
    }

    /// The values of a microdata property in the body, in their order.
    pub(crate) fn item<'a>(&'a self, property: &'a str) -> impl Iterator<Item = &'a Item> {
        self.items.iter().filter(move |item| item.property == property)
    }
}

/// `text` with blanks made single and none around it.
pub(crate) fn collapsed(text: &str) -> String {
    let mut out = String::new();
    push_collapsed(&mut out, text);
    out.truncate(out.trim_end().len());
    out
}

fn metas(dom: &Dom) -> Vec<Meta> {
    let mut metas = Vec::new();
    for node in dom.named("meta").take(MOST) {
        let Some(content) = node.attribute("content").map(collapsed).filter(|content| !content.is_empty())
        else {
            continue;
        };
        let mut keys: Vec<String> = Vec::new();
        for attribute in ["property", "name", "itemprop", "http-equiv"] {
            // RDFa allows several properties in one attribute.
            for key in node.attribute(attribute).unwrap_or_default().split_whitespace().take(4) {
                let key = key.to_lowercase();
                if !keys.contains(&key) {
                    keys.push(key);
                }
            }
        }
        metas.extend(keys.into_iter().map(|key| Meta { key, content: content.clone() }));
    }
    metas
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_says_is_collected() {
        let dom = Dom::parse(
            r#"<html lang="ru"><head><title> Договор  подписан </title>
            <meta property="og:title" content="Договор подписан"><meta name="DC.Creator author" content="И. Иванов">
            <meta name=empty content=" "><link rel="canonical" href="https://example.by/a"></head><body>"#,
        );
        let given = Given::read(&dom);
        assert_eq!(given.title.as_deref(), Some("Договор подписан"));
        assert_eq!(given.meta("og:title").collect::<Vec<_>>(), ["Договор подписан"]);
        assert_eq!(given.meta("author").collect::<Vec<_>>(), ["И. Иванов"]);
        assert_eq!(given.meta("empty").next(), None);
        assert_eq!(given.canonical.as_deref(), Some("https://example.by/a"));
        assert_eq!(given.language.as_deref(), Some("ru"));
    }
}
