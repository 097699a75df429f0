//! The names of a site, and titles without them.

use std::collections::HashSet;

use chancery_text::fold;

use super::given::Given;

/// What stands between a title and the name of the site.
const SEPARATORS: &[&str] = &[
    " | ", " - ", " – ", " — ", " » ", " « ", " › ", " :: ", " · ", " • ", " ~ ", " / ", "| ", " |", "- ",
    "—", "｜", "_", "-",
];

/// Names of the site, folded.
pub(crate) fn names(given: &Given) -> HashSet<String> {
    let mut sites: HashSet<String> = [
        "og:site_name",
        "application-name",
        "publisher",
        "dc.publisher",
        "apple-mobile-web-app-title",
        "al:android:app_name",
        "twitter:site",
    ]
    .iter()
    .flat_map(|key| given.meta(key))
    .map(words_only)
    .collect();
    for thing in &given.things {
        if thing.role == "publisher"
            || thing.is("website")
            || thing.is("newsmediaorganization")
            || thing.is("organization") && thing.depth == 0
        {
            sites.extend(thing.texts("name").iter().map(|name| words_only(name)));
        }
    }
    sites.remove("");
    sites
}

/// `text` folded, its words parted by single blanks.
pub(crate) fn words_only(text: &str) -> String {
    fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Takes the site's name off the ends of titles.
pub(super) struct Stripper<'g> {
    sites: &'g HashSet<String>,
    /// The telling part of the page's host.
    host: String,
    /// Words of the headings: a title that is one of them holds no site's name.
    headings: Vec<String>,
    /// Words of what the page gives other sites as its title.
    stated: Vec<String>,
}

impl<'g> Stripper<'g> {
    pub(super) fn new<'h>(
        given: &Given,
        sites: &'g HashSet<String>,
        headings: impl Iterator<Item = &'h str>,
    ) -> Self {
        let stated =
            ["og:title", "twitter:title"].iter().flat_map(|key| given.meta(key)).map(words_only).collect();
        let host = given.canonical.as_deref().and_then(host).unwrap_or_default();
        Self { sites, host, headings: headings.map(words_only).collect(), stated }
    }

    /// `title` without it. `loose`: from a `title` element, where something of the site nearly always stands.
    pub(super) fn strip<'t>(&self, title: &'t str, loose: bool) -> &'t str {
        let mut rest = title.trim();
        for _ in 0..3 {
            let folded = words_only(rest);
            if self.headings.contains(&folded) || loose && self.stated.contains(&folded) {
                break;
            }
            let Some(shorter) = self.cut(rest, loose) else { break };
            rest = shorter.trim();
        }
        rest
    }

    /// What stays of `title` after one cut at a separator.
    fn cut<'t>(&self, title: &'t str, loose: bool) -> Option<&'t str> {
        let mut guess = None;
        for separator in SEPARATORS {
            let spaced = separator.starts_with(' ') || separator.ends_with(' ');
            if let Some((before, after)) = title.rsplit_once(separator)
                && !before.trim().is_empty()
            {
                if self.is_site(after)
                    || self.is_told(before)
                    || self.stated.contains(&words_only(before)) && before.len() > 8
                {
                    return Some(before);
                }
                let (long, short) = (before.split_whitespace().count(), after.split_whitespace().count());
                if loose && spaced && guess.is_none() && short <= 4 && long >= 3 && long > short {
                    guess = Some(before);
                }
            }
            if let Some((before, after)) = title.split_once(separator)
                && !after.trim().is_empty()
                && (self.is_site(before) || self.is_told(after))
            {
                return Some(after);
            }
        }
        guess
    }

    /// Whether a heading says the same.
    fn is_told(&self, part: &str) -> bool {
        let part = words_only(part);
        part.len() > 8 && self.headings.contains(&part)
    }

    fn is_site(&self, part: &str) -> bool {
        let part = words_only(part);
        let joined = part.replace(' ', "");
        let in_host =
            joined.len() > 3 && self.host.starts_with(&joined) && joined.len() * 2 > self.host.len();
        let longer = |site: &String| {
            site.len() > 3 && (part.starts_with(&format!("{site} ")) || site.starts_with(&format!("{part} ")))
        };
        self.sites.contains(&part) || in_host || part.len() > 3 && self.sites.iter().any(longer)
    }
}

/// The telling part of an address's host: `www.example.co.uk` → `example`.
fn host(url: &str) -> Option<String> {
    let host = url.split("//").nth(1)?.split(['/', ':', '?']).next()?;
    let mut parts: Vec<&str> = host.split('.').filter(|part| !part.is_empty() && *part != "www").collect();
    parts.pop()?;
    let longest = parts.into_iter().rev().find(|part| part.len() > 3)?;
    Some(longest.replace('-', "").to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::dom::Dom;

    #[track_caller]
    fn check(head: &str, title: &str, expected: &str) {
        let given = Given::read(&Dom::parse(head));
        let sites = names(&given);
        assert_eq!(Stripper::new(&given, &sites, std::iter::empty()).strip(title, true), expected, "{title}");
    }

    #[test]
    fn the_name_of_the_site_goes_and_the_title_stays() {
        let site = "<meta property=og:site_name content='Example Post'>";
        check(site, "Gas talks go on - Example Post", "Gas talks go on");
        check(site, "Example Post » Gas talks go on", "Gas talks go on");
        check(site, "Gas - the talks go on | World | Example Post", "Gas - the talks go on");
        check("<link rel=canonical href=https://www.example-post.by/1>", "Газ | Example Post", "Газ");
        check(
            "<meta property=og:title content='Gas talks go on'>",
            "Gas talks go on :: a site of ours",
            "Gas talks go on",
        );
        check("", "Gas", "Gas");
    }
}
