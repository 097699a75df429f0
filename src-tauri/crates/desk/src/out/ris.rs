//! RIS: tagged lines, read by every reference manager.

use chancery_model::Edtf;

use super::item::Item;
use super::people::Name;

/// One record, with CR LF as the format asks.
pub(super) fn record(item: &Item) -> Vec<u8> {
    let mut out = String::new();
    let mut tag = |tag: &str, words: &str| {
        if !words.is_empty() {
            out.push_str(&format!("{tag}  - {words}\r\n"));
        }
    };
    let kind = match (item.outlet.is_empty(), item.url.is_empty()) {
        (false, _) => "NEWS",
        (true, false) => "ELEC",
        (true, true) => "GEN",
    };
    tag("TY", kind);
    tag("ID", &item.key);
    tag("TI", &item.title);
    for name in &item.authors {
        match name {
            Name::Person { given, particle, family } => {
                let family = format!("{particle} {family}");
                tag("AU", &format!("{}, {given}", family.trim()));
            }
            // With a comma at its end a name has nothing to be sorted by: it is a body's.
            Name::Literal(literal) => literal.split(", ").for_each(|part| tag("AU", &format!("{part},"))),
        }
    }
    tag("T2", &item.outlet);
    if let Some(stamp) = &item.published {
        dates(&stamp.date, &mut tag);
    }
    tag("LA", &item.language);
    tag("SE", &item.section);
    tag("UR", &item.url);
    for (_, label) in &item.topics {
        tag("KW", label);
    }
    tag("C1", &format!("SHA-256 {}", item.sha256));
    out.push_str("ER  - \r\n");
    out.into_bytes()
}

/// `year/month/day/what else there is to say`. What the three can't tell surely, or not at all, stands in the fourth as
/// EDTF.
fn dates(date: &Edtf, tag: &mut impl FnMut(&str, &str)) {
    let (first, last) = (date.earliest(), date.latest());
    let year = match (first, last) {
        (Some(first), Some(last)) if first.year == last.year && (0..10_000).contains(&first.year) => {
            Some(format!("{:04}", first.year))
        }
        _ => None,
    };
    let Some(year) = year else {
        tag("DA", &format!("///{date}"));
        return;
    };
    let (month, day) = match date {
        Edtf::Date(point) => {
            (point.month.filter(|month| (1..=12).contains(month)), point.day.filter(|day| *day > 0))
        }
        Edtf::Interval(..) | Edtf::OneOf(_) => (None, None),
    };
    let two = |part: Option<u8>| part.map(|part| format!("{part:02}")).unwrap_or_default();
    let plain = match (month, day) {
        (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year}-{month:02}"),
        _ => year.clone(),
    };
    let other = if plain == date.to_string() { String::new() } else { date.to_string() };
    let full = format!("{year}/{}/{}/{other}", two(month), two(day));
    if first
        .zip(last)
        .is_some_and(|(first, last)| (first.month, first.day, last.month, last.day) == (1, 1, 12, 31))
    {
        // The whole year: a bare `PY` beside it would drop the doubt.
        tag("PY", if other.is_empty() { &year } else { &full });
    } else {
        tag("PY", &year);
        tag("DA", &full);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::out::item::example;

    #[track_caller]
    fn check(date: &str, sure: bool, expected: &[&str]) {
        let record = String::from_utf8(record(&example("T", date, sure))).unwrap();
        let dated: Vec<&str> =
            record.lines().filter(|line| line.starts_with("PY") || line.starts_with("DA")).collect();
        assert_eq!(dated, expected, "{date}");
    }

    #[test]
    fn a_date_in_doubt_says_so_in_its_fourth_part() {
        check("2020-10-29", true, &["PY  - 2020", "DA  - 2020/10/29/"]);
        check("2020-10-29", false, &["PY  - 2020", "DA  - 2020/10/29/2020-10-29?"]);
        check("2020-10", true, &["PY  - 2020", "DA  - 2020/10//"]);
        check("2020", true, &["PY  - 2020"]);
        check("2020~", true, &["PY  - 2020///2020~"]);
        check("2019-03/2019-11", true, &["PY  - 2019", "DA  - 2019///2019-03/2019-11"]);
        check("1995~/1999~", true, &["DA  - ///1995~/1999~"]);
        check("/2019-11", true, &["DA  - ///\u{2f}2019-11"]);
    }

    #[test]
    fn a_record_begins_and_ends_as_the_format_asks() {
        let record = String::from_utf8(record(&example("Дорожные карты", "2020", true))).unwrap();
        assert!(record.starts_with("TY  - NEWS\r\n") && record.ends_with("ER  - \r\n"));
        assert!(
            record.contains("AU  - van der Berg, Jan\r\n") && record.contains("TI  - Дорожные карты\r\n")
        );
    }
}
