//! What the headers of a message state: its title, who wrote it, the newsletter it came with, and when it was sent.

use chancery_model::{Basis, ClockTime, Confidence, Day, Edtf, Field, Language, Place, Published, Zone};
use chancery_text::fold;

use super::Part;
use crate::draft::{Draft, stated};

/// What programs put before a subject when answering and forwarding, folded.
const PREFIXES: &[&str] = &[
    "re",
    "fw",
    "fwd",
    "aw",
    "wg",
    "sv",
    "vs",
    "vb",
    "tr",
    "rv",
    "ref",
    "odp",
    "pd",
    "ha",
    "на",
    "отв",
    "ответ",
    "пер",
    "пересл",
    "перасл",
    "адк",
];

/// Names of machines that send for a site.
const SENDING: &[&str] = &[
    "mail",
    "email",
    "news",
    "newsletter",
    "newsletters",
    "info",
    "e",
    "m",
    "em",
    "list",
    "lists",
    "www",
    "mailer",
];

/// A draft with the fields that stand in the headers. Rules: `subject`, `sender`, `mail-date`, `newsletter`, `address`.
pub(super) fn draft(part: &Part<'_>) -> Draft {
    let (byline, outlet) = sender(part);
    Draft {
        title: title(part),
        byline,
        outlet,
        published: published(part),
        url: part.address("Archived-At").map_or_else(Field::default, |url| stated(&url, "address")),
        language: language(part),
        ..Draft::default()
    }
}

/// The subject without "Re:" and the like.
pub(super) fn title(part: &Part<'_>) -> Field<String> {
    let subject = part.subject().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    stated(without_prefixes(&subject), "subject")
}

fn without_prefixes(subject: &str) -> &str {
    let mut rest = subject.trim();
    while let Some((before, after)) = rest.split_once(':') {
        // "Re[2]:", "RE(3):", "Re^2:"
        let word = before.trim().split(['[', '(', '^']).next().unwrap_or_default();
        if !PREFIXES.contains(&fold(word.trim()).as_str()) {
            break;
        }
        rest = after.trim();
    }
    rest
}

/// Byline and outlet. A newsletter's sender is its outlet where the name is the site's, and a person else.
fn sender(part: &Part<'_>) -> (Field<String>, Field<String>) {
    let Some((name, address)) = part.sender() else { return Default::default() };
    let name = name.map(|name| name.split(" via ").next().unwrap_or(name).trim().trim_matches(['"', '\'']));
    let name =
        name.filter(|name| !name.contains('@') && name.chars().any(char::is_alphabetic)).unwrap_or_default();
    let site = address.and_then(|address| address.rsplit_once('@')).and_then(|(_, host)| site(host));
    match site.filter(|_| part.has("List-Id")) {
        Some(site) if is_name_of(name, &site) => (Field::default(), outlet(name, Confidence::Medium)),
        Some(site) => (stated(name, "sender"), outlet(&site, Confidence::Low)),
        None => (stated(name, "sender"), Field::default()),
    }
}

fn outlet(name: &str, confidence: Confidence) -> Field<String> {
    Field { confidence, ..stated(name, "newsletter") }
}

/// The site a host belongs to: "news.mail.example.org" is "example.org".
fn site(host: &str) -> Option<String> {
    let host = host.trim().trim_end_matches(['.', '>']).to_lowercase();
    let plausible = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    if !host.contains('.') || !host.chars().all(plausible) || host.len() > 253 {
        return None;
    }
    let mut rest = host.as_str();
    while let Some((label, after)) = rest.split_once('.')
        && SENDING.contains(&label)
        && after.contains('.')
    {
        rest = after;
    }
    Some(rest.to_owned())
}

/// Whether a name is that of a site: "Example Post" and "example-post.org".
fn is_name_of(name: &str, site: &str) -> bool {
    let letters = |text: &str| fold(text).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let label = letters(site.split('.').next().unwrap_or_default());
    let name = letters(name);
    label.chars().count() > 2 && name.chars().count() > 2 && (name.contains(&label) || label.contains(&name))
}

/// The day of a message's date.
pub(super) fn day(part: &Part<'_>) -> Option<Day> {
    let date = part.date()?;
    Day::new(date.year.into(), date.month, date.day)
}

fn published(part: &Part<'_>) -> Field<Published> {
    let (Some(date), Some(day)) = (part.date(), day(part)) else { return Field::default() };
    let clock = ClockTime { hour: date.hour, minute: date.minute, second: Some(date.second) };
    let time = (date.hour < 24 && date.minute < 60 && date.second < 60).then_some(clock);
    let minutes = i16::from(date.tz_hour) * 60 + i16::from(date.tz_minute);
    // "-0000" is how mail says that it does not know.
    let known = date.tz_hour <= 14 && date.tz_minute < 60 && !(date.tz_before_gmt && minutes == 0);
    let zone = known.then_some(Zone(if date.tz_before_gmt { -minutes } else { minutes }));
    let words = part.line("Date").unwrap_or_default();
    let basis = Basis { words, place: Place::Metadata, rule: "mail-date".to_owned() };
    let published = Published { date: Edtf::day(day), time, zone: zone.filter(|_| time.is_some()) };
    Field::known(published, Confidence::High, basis)
}

fn language(part: &Part<'_>) -> Field<Language> {
    let Some(words) = part.line("Content-Language") else { return Field::default() };
    let code = words.split(['-', '_', ',']).next().unwrap_or_default().trim().to_lowercase();
    let basis = Basis { words, place: Place::Metadata, rule: "mail-language".to_owned() };
    Language::from_code(&code)
        .map_or_else(Field::default, |language| Field::known(language, Confidence::Medium, basis))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_and_forwards_leave_no_mark_on_the_title() {
        let check = |given: &str, title: &str| assert_eq!(without_prefixes(given), title);
        check("Re: FW: Gas: the price", "Gas: the price");
        check("Отв: Re[2]: Союзные программы", "Союзные программы");
        check("Minsk: talks go on", "Minsk: talks go on");
        check("Re:", "");
    }

    #[test]
    fn sites_are_told_from_the_machines_that_send_for_them() {
        assert_eq!(site("news.mail.example.org").as_deref(), Some("example.org"));
        assert_eq!(site("mail.ru").as_deref(), Some("mail.ru"));
        assert_eq!(site("localhost"), None);
        assert!(
            is_name_of("The Example Post", "example-post.org")
                || is_name_of("Example Post", "example-post.org")
        );
        assert!(!is_name_of("Ann Lee", "example.org"));
    }
}
