//! What the names of elements and classes say about the days inside them.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::cues::Says;
use crate::html::dom::{Node, breaks_line};

/// What an element and those around it are known for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Marks {
    /// Made for a date or a byline.
    dated: bool,
    published: bool,
    modified: bool,
    time: bool,
    /// The article itself or its frame.
    article: bool,
    /// Beside the article: lists of others, boxes, teasers.
    aside: bool,
    comment: bool,
    /// What somebody else said elsewhere.
    quoted: bool,
    menu: bool,
    foot: bool,
    event: bool,
    link: bool,
    entry: bool,
    /// Of the element and its three nearest ancestors: the entries of a list have one shape.
    pub(super) shape: [u64; 4],
}

const DATED: &[&str] = &[
    "date",
    "datum",
    "time",
    "publi",
    "posted",
    "fecha",
    "stamp",
    "byline",
    "meta",
    "created",
    "submitted",
    "author",
    "autor",
    "info",
    "erschienen",
    "pubdat",
];
const PUBLISHED: &[&str] = &["publish", "pubdate", "posted-on"];
const MODIFIED: &[&str] = &[
    "modified",
    "lastmod",
    "last-updated",
    "lastupdate",
    "last-change",
    "lastchange",
    "updated-at",
    "aktualisiert",
];
const ARTICLE: &[&str] = &["articlebody", "entry-content", "post-content"];
const ASIDE: &[&str] = &[
    "sidebar",
    "related",
    "widget",
    "teaser",
    "recent",
    "popular",
    "recommend",
    "similar",
    "promo",
    "latest",
    "most-",
    "more-",
    "carousel",
    "slider",
    "swiper",
    "newsletter",
    "aside",
    "readmore",
    "see-also",
    "weitere",
    "archive-list",
    "ticker",
];
const COMMENT: &[&str] =
    &["comment", "kommentar", "respond", "leserbrief", "disqus", "reaction", "reply", "replies"];
const QUOTED: &[&str] = &["tweet", "twitter", "instagram", "fb-post", "embed"];
const MENU: &[&str] =
    &["menu", "navbar", "breadcrumb", "topbar", "top-bar", "masthead", "today", "current-date", "nav-"];
const FOOT: &[&str] = &["footer", "copyright", "imprint"];
const EVENT: &[&str] =
    &["event", "termin", "calendar", "kalender", "veranstaltung", "agenda", "match", "fixture"];

impl Marks {
    /// The marks of `node`, which stands in an element of these marks.
    pub(super) fn of(self, node: Node<'_>) -> Self {
        let name = node.name();
        let mut names = String::new();
        for key in ["class", "id", "itemprop", "data-testid", "property", "role"] {
            if let Some(value) = node.attribute(key) {
                names.push_str(&value.to_ascii_lowercase());
                names.push(' ');
            }
        }
        let has = |words: &[&str]| words.iter().any(|word| names.contains(word));
        // Names of the frame of the page say nothing of what stands far inside it.
        let frame = matches!(name, "body" | "html" | "main") || (name == "article" && !has(&["teaser"]));
        let inline = !breaks_line(name);
        let mut marks = self;
        if !frame {
            marks.aside |= name == "aside" || has(ASIDE);
            marks.comment |= has(COMMENT) && !has(&["comments-link"]);
            marks.quoted |= name == "blockquote" || has(QUOTED);
            marks.menu |= name == "nav" || has(MENU);
            let own = has(&["entry-footer", "post-footer", "article-footer"]);
            marks.foot |= (name == "footer" && !self.article || has(FOOT)) && !own;
            marks.event |= has(EVENT);
        }
        marks.article |= name == "article" || name == "main" || has(ARTICLE);
        marks.link |= name == "a";
        marks.entry |= name == "li" || name == "td";
        marks.time = name == "time" || (inline && self.time);
        marks.dated = (has(DATED) && !frame) || (inline && self.dated);
        let updated = has(&["updated"])
            && !names.split_whitespace().any(|one| one.contains("publish") || one.contains("date"));
        marks.modified = (inline && self.modified) || (!frame && (has(MODIFIED) || updated));
        marks.published = (inline && self.published) || has(PUBLISHED) || node.attribute("pubdate").is_some();
        let mut hasher = DefaultHasher::new();
        (name, node.attribute("class")).hash(&mut hasher);
        let [one, two, three, _] = self.shape;
        marks.shape = [hasher.finish(), one, two, three];
        marks
    }

    /// What they speak for a day to be the article's.
    pub(super) fn weight(&self) -> i32 {
        let of = |mark: bool, weight: i32| i32::from(mark) * weight;
        of(self.dated, 3) + of(self.time, 2) + of(self.published, 2) + of(self.article, 1)
            - of(self.aside, 5)
            - of(self.comment, 7)
            - of(self.quoted, 5)
            - of(self.menu, 6)
            - of(self.foot, 5)
            - of(self.event, 3)
            - of(self.link, 1)
            - of(self.entry, 1)
    }

    /// What they say of a day by themselves.
    pub(super) fn says(&self) -> Says {
        if self.modified { Says::Modified } else { Says::Nothing }
    }
}
