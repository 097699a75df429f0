//! What the names a page gives to its parts tell of them: classes, ids, roles.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::dom::Node;

/// What an element is for, judged by its own names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Named as the text of the article.
    Body,
    /// Named as something beside the article.
    Beside,
    Unknown,
}

type Words = LazyLock<HashSet<&'static str>>;

/// Words that, anywhere in a name, say the element is no part of the article's text.
static BESIDE: Words = LazyLock::new(|| {
    "legend nav navi navbar navigation menu submenu breadcrumb breadcrumbs crumb crumbs footer sidebar \
    sitemap pagination pager paging pagenavi toolbar skip toc topbar masthead prevnext navlinks \
    comment comments commentlist commentform respond disqus kommentar kommentare commentaires share \
    shares sharing sharebar sharedaddy sharethis shariff social socials socialmedia addthis addtoany \
    facebook twitter whatsapp pinterest likes rating ratings vote voting votes poll feedback login \
    signup signin register loginform searchform related relatedposts relatedarticles similar \
    recommended recommendation recommendations recirc trending popular mostread readmore seealso \
    outbrain taboola plista yarpp teaserlist teasers morefrom ligatus rss widgets ad ads adv advert \
    advertisement advertising adsense adbox adslot banner sponsor sponsored promo promotion \
    newsletter subscribe subscription donate donation anzeige werbung affiliate cta cookie cookies \
    cookiebar consent gdpr privacy popup modal overlay lightbox copyright imprint impressum \
    disclaimer screenreader noprint byline bylines authorbox authorinfo bio biography vcard credit \
    credits captions tags taglist tagcloud keywords postmeta entrymeta articlemeta metadata fancybox \
    bildunterschrift slideshow editsection catlinks jumptonav"
        .split(' ')
        .collect()
});

/// Two words in a row that say so only together.
static BESIDE_PAIRS: Words = LazyLock::new(|| {
    "read-more read-next see-also more-articles more-stories more-news more-posts also-like most-read \
    screen-reader sr-only visually-hidden author-box author-bio author-info about-author \
    author-description post-author entry-author article-author author-name author-card \
    author-profile the-author post-meta entry-meta article-meta meta-data meta-info byline-author \
    post-tags entry-tags tag-list tag-links cat-links tag-cloud post-navigation post-footer \
    entry-footer article-footer post-date entry-date next-post prev-post next-article \
    previous-article article-tags latest-news latest-posts recent-posts image-source photo-credit \
    side-bar right-column right-col page-header site-header page-footer site-footer opt-in \
    mailing-list article-info article-date table-contents print-only link-list teaser-list post-info \
    post-details no-print news-rate wp-caption caption-text widget-area news-letter view-more related-links \
    contact-teaser side-categories link-box"
        .split(' ')
        .collect()
});

/// Names of the text itself: both words stand in one class or id, or the name is one word.
static BODY_PAIRS: Words = LazyLock::new(|| {
    "article-body article-content article-text post-content post-body post-text post-entry \
    entry-content entry-body entry-text story-body story-content story-text news-text news-content \
    news-body blog-content blog-text single-content content-body content-article body-text \
    field-body page-content article-main main-content text-content content-text detail-text \
    wysiwyg-content post-bodycopy theme-content rich-text node-content article-copy body-copy"
        .split(' ')
        .collect()
});
static BODY: Words = LazyLock::new(|| {
    "articlebody articlecontent articletext artikeltext artikelinhalt storybody storytext \
    storycontent postcontent postbody posttext entrycontent newstext fulltext bodytext hnews \
    richtext textcontent"
        .split(' ')
        .collect()
});

/// The words of a name: parted at marks and at capitals inside, in small letters.
fn words(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut small = false;
    for c in name.chars() {
        if (!c.is_alphabetic() || c.is_uppercase() && small) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if c.is_alphabetic() {
            word.extend(c.to_lowercase());
        }
        small = c.is_lowercase();
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// The classes and the id of an element. Classes that file an article under its subject are about that, not the element.
fn names<'d>(node: Node<'d>) -> impl Iterator<Item = &'d str> {
    // Ids of headings are what tables of contents lead to; a quoted tweet has the classes of its site.
    let is_quoted = matches!(node.name(), "blockquote" | "q");
    let is_heading = matches!(node.name(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6");
    let classes = node.attribute("class").filter(|_| !is_quoted).unwrap_or_default();
    let id =
        node.attribute("id").filter(|id| !is_heading && !is_quoted || matches!(*id, "comments" | "respond"));
    let parts = ["data-testid", "data-component"].into_iter().filter_map(move |name| node.attribute(name));
    classes.split_whitespace().take(30).chain(id).chain(parts).filter(|name| !files(name))
}

/// Whether a class tells the subject or the state of what has it.
fn files(name: &str) -> bool {
    const STARTS: &str = "category- tag- status- format- type- has- with- no- js- js_ is- author-";
    const OTHERS: &str = "no-print tag-list tag-links author-box author-bio author-info";
    STARTS.split(' ').any(|start| name.starts_with(start)) && !OTHERS.split(' ').any(|other| other == name)
}

/// What the names of `node` make of it.
pub(crate) fn of(node: Node<'_>) -> Role {
    if matches!(node.name(), "nav" | "menu") {
        return Role::Beside;
    }
    if let Some(role) = node.attribute("role") {
        let beside = [
            "navigation",
            "search",
            "complementary",
            "contentinfo",
            "banner",
            "menu",
            "menubar",
            "dialog",
            "alert",
            "toolbar",
            "tablist",
        ];
        if beside.contains(&role) {
            return Role::Beside;
        }
    }
    if node.attribute("itemprop").is_some_and(|value| value.to_lowercase().contains("articlebody")) {
        return Role::Body;
    }
    let mut role = Role::Unknown;
    for name in names(node) {
        let words = words(name);
        // "caption" alone or at the end is one; "caption-s5" is a size of type.
        if words.last().is_some_and(|word| word == "caption" || word.starts_with("related") && word.len() > 7)
        {
            return Role::Beside;
        }
        let has = |list: &Words| words.iter().any(|word| list.contains(word.as_str()));
        let has_pair = |list: &Words| {
            words
                .iter()
                .zip(words.iter().skip(1))
                .any(|(one, two)| list.contains(format!("{one}-{two}").as_str()))
        };
        if has(&BESIDE) || has_pair(&BESIDE_PAIRS) {
            return Role::Beside;
        }
        if has(&BODY) || has_pair(&BODY_PAIRS) {
            role = Role::Body;
        }
    }
    role
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::dom::Dom;

    #[track_caller]
    fn check(tag: &str, expected: Role) {
        let dom = Dom::parse(&format!("<{tag}>"));
        let node = dom.all().find(|node| !matches!(node.name(), "" | "html" | "head" | "body"));
        assert_eq!(node.map(of), Some(expected), "{tag}");
    }

    #[test]
    fn names_tell_what_an_element_is_for() {
        check("div class=entry-content", Role::Body);
        check("div class='c-articleBody'", Role::Body);
        check("section itemprop='articleBody text'", Role::Body);
        check("div class='article-body__newsletter-box'", Role::Beside);
        check("div id=shareBar class=left", Role::Beside);
        check("div id=share-bar", Role::Beside);
        check("div class='post category-social-media has-sidebar'", Role::Unknown);
        check("div class=address", Role::Unknown);
        check("div role=navigation", Role::Beside);
        check("nav", Role::Beside);
    }
}
