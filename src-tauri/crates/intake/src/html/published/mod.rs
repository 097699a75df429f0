//! When a page was published and when it was changed: what it states for machines weighed against what a reader sees on it.
//!
//! Every day the page gives is a clue with a weight. Clues for one day add up, the second and third of a kind for less; the day
//! with the most is taken. How sure that is depends on what agrees with it and on the strongest other day.

mod cues;
mod marks;
mod months;
mod order;
mod stated;
mod visible;
mod weigh;
mod written;
mod zones;

use chancery_model::{CodePoints, Day, Edtf, Field, Place, Published, Span};
use chancery_text::publication;

use super::dom::Dom;
use super::given::Given;
use cues::Says;

/// When a page was published and changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Dated {
    /// When it was published. Where the page tells only of a change, that day, never as certain.
    pub(crate) published: Field<Published>,
    /// When it was last changed, where it says so.
    pub(crate) modified: Field<Published>,
}

/// Where a clue comes from. Clues of different sources support each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    Stated,
    Address,
    Visible,
    Title,
    Script,
}

/// A day the page gives.
#[derive(Clone, Debug)]
struct Clue {
    day: Day,
    /// With day and month the other way round, where that is open.
    turned: Option<Day>,
    published: Published,
    source: Source,
    says: Says,
    weight: i32,
    words: String,
    place: Place,
    rule: &'static str,
}

/// Reads both dates. `captured` is the day of the import: nothing was published after it, but for the zones of the earth.
pub(crate) fn read(dom: &Dom, given: &Given, captured: Day) -> Dated {
    let language = given.language.as_deref();
    let mut clues = stated::clues(dom, given, language);
    let titles: Vec<&str> = given.meta("og:title").chain(given.title.as_deref()).collect();
    let seen = visible::seen(dom, &titles, language);
    let month_first = order::month_first(&seen, given);
    clues.extend(seen.iter().map(Clue::of));
    order::settle(&mut clues, month_first);
    clues.retain(|clue| clue.is_possible(captured));
    zones::to_local(&mut clues, language);
    if let Some(folders) = stated::folders(given) {
        clues.iter_mut().for_each(|clue| clue.compare(folders));
    }
    weigh::dated(clues)
}

impl Clue {
    fn of(seen: &visible::Seen) -> Self {
        let written = seen.written;
        let plain = Published { date: Edtf::day(written.day), time: None, zone: None };
        let timed = if seen.attribute {
            written::stamp(&format!("{}{}", written.day, seen.after), None).map(|(timed, _)| timed)
        } else {
            // The clock time behind a day is read as behind one in figures, which every language has.
            publication::stamp(&format!("{}{}", written.day, seen.after))
        };
        let rule = match (seen.says, seen.attribute) {
            (Says::Modified, _) => "updated-line",
            (_, true) => "time-element",
            (_, false) => "posted-line",
        };
        Self {
            day: written.day,
            turned: written.turned,
            published: timed.filter(|timed| timed.date == plain.date).unwrap_or(plain),
            source: if seen.attribute { Source::Stated } else { Source::Visible },
            says: seen.says,
            weight: if seen.weight > 0 { 8 + seen.weight * 4 } else { (8 + seen.weight).max(0) },
            words: seen.words.clone(),
            place: Place::Metadata,
            rule,
        }
    }

    /// Whether an article can be of the day: clocks that were never set say 1970, and the web is younger than its oldest days.
    fn is_possible(&self, captured: Day) -> bool {
        let tomorrow = captured.to_chrono().and_then(|day| day.succ_opt()).map_or(captured, Day::from_chrono);
        let first = if self.source == Source::Stated { 1900 } else { 1995 };
        let unset = (self.day.month, self.day.day) == (1, 1) && [1900, 1970].contains(&self.day.year);
        self.day.year >= first && self.day <= tomorrow && !unset
    }

    /// Counts for or against a day seen that its address has folders for its year and month.
    fn compare(&mut self, (year, month): (i64, Option<u8>)) {
        if self.source != Source::Visible || self.weight == 0 {
            return;
        }
        let firm = self.weight >= 8;
        self.weight += match month {
            Some(month) if (self.day.year, self.day.month) == (year, month) => 12,
            None if self.day.year == year && firm => 4,
            _ if firm => -4,
            _ => 0,
        };
    }

    fn set_day(&mut self, day: Day) {
        self.day = day;
        self.published.date = Edtf::day(day);
    }
}

impl Dated {
    /// The same, with the words of visible lines at their place in `text`, the article's, where they stand there once. Lines of
    /// the page outside the article keep [`Place::Metadata`]: the article's text has no place for them.
    #[must_use]
    pub(crate) fn placed_in(mut self, text: &str) -> Self {
        let points = CodePoints::new(text);
        for field in [&mut self.published, &mut self.modified] {
            let others = field.alternatives.iter_mut().flat_map(|other| &mut other.basis);
            for basis in field.basis.iter_mut().chain(others) {
                let seen = ["posted-line", "updated-line"].contains(&basis.rule.as_str());
                let mut found = text.match_indices(basis.words.as_str()).take(2);
                if let (true, Some((at, words)), None) = (seen, found.next(), found.next()) {
                    let end = at + words.len();
                    basis.place =
                        Place::Text(Span::new(points.position_of_byte(at), points.position_of_byte(end)));
                }
            }
        }
        self
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use chancery_model::Confidence;

    fn dated(html: &str) -> Dated {
        let dom = Dom::parse(html);
        let given = Given::read(&dom);
        read(&dom, &given, Day::new(2026, 6, 1).unwrap())
    }

    /// Day and confidence of both fields, as `2021-11-03 High / 2021-11-05 Medium`.
    #[track_caller]
    fn check(html: &str, expected: &str) {
        let dated = dated(html);
        let show = |field: &Field<Published>| match &field.value {
            Some(value) => format!("{} {:?}", value.date, field.confidence),
            None => "-".to_owned(),
        };
        assert_eq!(format!("{} / {}", show(&dated.published), show(&dated.modified)), expected, "{html}");
    }

    fn page(head: &str, body: &str) -> String {
        format!("<html lang=de><head><title>Gas wird billiger</title>{head}</head><body>{body}</body></html>")
    }

    const TEXT: &str = "<p>Der Preis sinkt im kommenden Jahr um ein Zehntel, teilte der Versorger am Montag in Minsk mit.</p>";

    #[test]
    fn what_machines_and_readers_are_told_alike_is_certain() {
        let linked = r#"<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-11-03T08:00:00+01:00",
            "dateModified":"2021-11-05T08:00:00+01:00"}</script>"#;
        let line = "<h1>Gas wird billiger</h1><p class=byline>Von A. Lehmann, 3. November 2021</p>";
        check(&page(linked, &format!("{line}{TEXT}")), "2021-11-03 High / 2021-11-05 Medium");
        check(
            &page(linked, &format!("<h1>Gas wird billiger</h1>{TEXT}")),
            "2021-11-03 Medium / 2021-11-05 Medium",
        );
        check(&page("", &format!("{line}{TEXT}")), "2021-11-03 High / -");
    }

    #[test]
    fn an_updated_line_is_no_day_of_publication_but_the_best_there_is() {
        let both = "<h1>Gas wird billiger</h1><p>Veröffentlicht: 03.11.2021, aktualisiert: 05.11.2021</p>";
        check(&page("", &format!("{both}{TEXT}")), "2021-11-03 High / 2021-11-05 High");
        let one = "<h1>Gas wird billiger</h1><p>Aktualisiert: 05.11.2021</p>";
        let dated = dated(&page("", &format!("{one}{TEXT}")));
        assert_eq!(dated.published.value, dated.modified.value);
        assert!(dated.published.confidence < Confidence::High);
    }

    #[test]
    fn comments_teasers_events_and_the_day_of_reading_are_of_something_else() {
        let body = format!(
            "<div class=topbar>Freitag, 12. November 2021</div><h1>Gas wird billiger</h1><span class=date>3. November 2021</span>{TEXT}
            <p>Messe vom 8.11.2021 bis 10.11.2021 in Minsk</p>
            <div class=comments><p>Karl, 4. November 2021</p><p>Eva, 5. November 2021</p></div>
            <aside><ul><li>Öl 6.11.2021</li><li>Strom 7.11.2021</li></ul></aside>"
        );
        check(&page("", &body), "2021-11-03 High / -");
    }

    #[test]
    fn pages_that_disagree_with_themselves_keep_both_days() {
        let head = "<meta property='article:published_time' content='2021-11-01T10:00:00+01:00'>";
        let body = format!("<h1>Gas wird billiger</h1><p class=date>9. November 2021</p>{TEXT}");
        let dated = dated(&page(head, &body));
        assert_ne!(dated.published.confidence, Confidence::High);
        assert_eq!(dated.published.alternatives.first().unwrap().value.date.to_string(), "2021-11-09");
    }

    #[test]
    fn a_moment_in_utc_is_of_the_day_its_readers_saw() {
        let head = "<meta property='article:published_time' content='2021-11-02T23:40:00Z'>";
        let body = format!("<h1>Gas wird billiger</h1><p class=date>3. November 2021</p>{TEXT}");
        check(&page(head, &body), "2021-11-03 High / -");
        let midnight = "<meta property='article:published_time' content='2021-11-02T23:00:00.000Z'>";
        check(&page(midnight, TEXT), "2021-11-03 Medium / -");
    }

    #[test]
    fn the_month_stands_where_page_and_language_put_it() {
        let english = |lang: &str, body: &str| {
            format!(
                "<html lang={lang}><title>Gas gets cheaper</title><h1>Gas gets cheaper</h1>{body}<p>Prices fall by a tenth.</p>"
            )
        };
        check(&english("en-US", "<p class=date>03/11/2021</p>"), "2021-03-11 High / -");
        check(&english("en-GB", "<p class=date>03/11/2021</p>"), "2021-11-03 Low / -");
        check(&english("fr", "<p class=date>03/11/2021</p>"), "2021-11-03 High / -");
        check(&english("de", "<p class=date>03/11/2021</p>"), "2021-11-03 Low / -");
        let told = "<p class=date>03/11/2021</p><div class=comments>Ann 03/25/2021</div>";
        check(&english("en", told), "2021-03-11 High / -");
        let open = dated(&english("en", "<p class=date>03/11/2021</p>"));
        assert_eq!(open.published.alternatives.first().unwrap().value.date.to_string(), "2021-11-03");
    }

    #[test]
    fn a_list_that_holds_the_article_tells_its_day_and_quotations_do_not() {
        let body = format!(
            "<h1>Gas wird billiger im Jahr</h1>{TEXT}<blockquote>Anna (@anna), 9. November 2021</blockquote><aside><ul>
            <li><a>Öl bleibt teuer</a> 5. November 2021</li><li><a>Gas wird billiger im Jahr</a> 3. November 2021</li>
            <li><a>Strom auch</a> 1. November 2021</li></ul></aside>"
        );
        let dated = dated(&page("", &body));
        assert_eq!(dated.published.value.unwrap().date.to_string(), "2021-11-03");
    }

    #[test]
    fn addresses_and_archives_tell_days() {
        let link = |url: &str| format!("<link rel=canonical href='{url}'>");
        check(&page(&link("https://example.by/2021/11/03/gas/"), TEXT), "2021-11-03 Medium / -");
        check(
            &page(
                &link("https://web.archive.org/web/20220218174457/http://example.by/2021/11/03/gas/"),
                TEXT,
            ),
            "2021-11-03 Medium / -",
        );
        check(&page(&link("https://example.by/gas-2021/"), TEXT), "- / -");
    }

    #[test]
    fn no_day_after_capture_and_none_of_a_clock_never_set() {
        for day in ["2031-01-05", "1970-01-01", "0001-01-01"] {
            check(&page(&format!("<meta name=date content='{day}T00:00:00'>"), TEXT), "- / -");
        }
        check(&page("", "<h1>Gas wird billiger</h1><p>© 2021</p>"), "- / -");
    }

    #[test]
    fn time_and_zone_are_kept_and_words_placed_in_the_text() {
        let head = "<meta property='article:published_time' content='2021-11-03T08:15:00+01:00'>";
        let body = format!("<h1>Gas wird billiger</h1><p class=date>Am 3. November 2021</p>{TEXT}");
        let dated = dated(&page(head, &body)).placed_in("Am 3. November 2021\nDer Preis sinkt.");
        let value = dated.published.value.unwrap();
        assert_eq!(value.time.unwrap().to_string(), "08:15:00");
        assert_eq!(value.zone.unwrap().to_string(), "+01:00");
        let seen = dated.published.basis.iter().find(|basis| basis.rule == "posted-line").unwrap();
        assert_eq!((seen.words.as_str(), seen.place), ("Am 3. November 2021", Place::Text(Span::new(0, 19))));
    }

    proptest::proptest! {
        #[test]
        fn no_page_stops_the_reading(body in "[<>/=\"a-c0-9 .:年月|\\-\u{301}é]{0,200}") {
            let _ = dated(&format!("<time datetime='{body}'></time><meta name=date content='{body}'><p>{body}</p><script>publishDate:{body}")).placed_in(&body);
        }
    }
}
