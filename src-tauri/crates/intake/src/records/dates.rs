//! Dates as records state them: figures in any usual order, months in words, seasons, ranges, and what machines write.

use chancery_model::{Bound, ClockTime, Day, Edtf, Point, Published, Zone};

/// Reads the date that `words` state and nothing else. What can be read two ways is read to the year both have.
pub(super) fn read(words: &str) -> Option<Published> {
    if words.len() > 120 {
        return None;
    }
    // RIS: year/month/day/what else there is to say, which may be the date with its doubt.
    let slashed = words.trim().get(..5).is_some_and(|head| {
        head.starts_with("///")
            || head.ends_with('/') && head.bytes().take(4).all(|byte| byte.is_ascii_digit())
    });
    if slashed && let Some((at, _)) = words.match_indices('/').nth(2) {
        return match Edtf::parse(words.get(at + 1..)?.trim()) {
            Ok(date) => Some(plain(date)),
            Err(_) => read(words.get(..at)?),
        };
    }
    let words = words.trim().trim_end_matches(['.', ',', ';', '/']).trim();
    if words.is_empty() {
        return None;
    }
    if let Ok(date) = Edtf::parse(words) {
        return Some(plain(date));
    }
    machine(words).or_else(|| parts(words).map(plain))
}

/// As [`read`], where EDTF is written: there an end that is open is no slip of the pen.
pub(super) fn read_edtf(words: &str) -> Option<Published> {
    Edtf::parse(words.trim()).ok().map(plain).or_else(|| read(words))
}

/// The date that year, month and day in fields of their own make; each but the year may be missing or say nothing.
pub(super) fn joined(year: &str, month: &str, day: &str) -> Option<Published> {
    // Year first, so that figures are month and day in this order.
    read(&format!("{year} {month} {day}")).or_else(|| read(year))
}

fn plain(date: Edtf) -> Published {
    Published { date, time: None, zone: None }
}

/// `2019-11-12T10:00:00+03:00`, `20191112`, `2019/11/12 10:00`, `Tue, 12 Nov 2019 10:00:00 +0300`.
fn machine(words: &str) -> Option<Published> {
    if words.len() == 8 && words.bytes().all(|byte| byte.is_ascii_digit()) {
        let split = format!("{}-{}-{}", words.get(..4)?, words.get(4..6)?, words.get(6..)?);
        return Edtf::parse(&split).ok().map(plain);
    }
    let colon = words.find(':')?;
    let hour = words.get(..colon)?.rfind(|c: char| !c.is_ascii_digit()).map_or(0, |at| at + 1);
    let date = words.get(..hour)?.trim_end_matches(['T', 't', ' ', ',']);
    let clock = words.get(hour..)?;
    let length = clock.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(clock.len());
    let time = ClockTime::parse(clock.get(..length)?)?;
    let after = clock
        .get(length..)?
        .strip_prefix('.')
        .map_or(clock.get(length..)?, |rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    let after = after.trim();
    let zone = match after {
        "GMT" | "UTC" | "UT" | "z" => Some(Zone(0)),
        "MSK" => Some(Zone(180)),
        _ => Zone::parse(after),
    };
    let date = Edtf::parse(date).ok().or_else(|| parts(date))?;
    Some(Published { date, time: Some(time), zone })
}

/// Years, months, seasons and days in whatever order.
fn parts(words: &str) -> Option<Edtf> {
    let mut found = Found::default();
    let token = |c: char| !c.is_alphanumeric();
    for word in words.split(token).filter(|word| !word.is_empty()) {
        found.take(word)?;
    }
    // `2013/07/22`, `12.11.2019`
    found.edtf(words)
}

#[derive(Default)]
struct Found {
    years: Vec<i64>,
    /// Months and seasons said in words.
    months: Vec<u8>,
    small: Vec<u8>,
    /// Whether a year came before anything else.
    year_first: bool,
}

impl Found {
    fn take(&mut self, word: &str) -> Option<()> {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        match (digits, word.len()) {
            (4, 4) => {
                self.year_first |= self.small.is_empty() && self.months.is_empty();
                self.years.push(word.parse().ok()?);
            }
            (1 | 2, _) if ["", "st", "nd", "rd", "th"].contains(&word.get(digits..)?) => {
                self.small.push(word.get(..digits)?.parse().ok()?);
            }
            (0, _) => {
                if let Some(month) = month(word) {
                    self.months.push(month);
                } else if !is_filler(word) {
                    return None;
                }
            }
            _ => return None,
        }
        (self.years.len() <= 2 && self.months.len() <= 2 && self.small.len() <= 4).then_some(())
    }

    fn edtf(&self, words: &str) -> Option<Edtf> {
        let &year = self.years.first()?;
        let last_year = *self.years.last()?;
        let point = |year: i64, month: Option<u8>, day: Option<u8>| match (month, day) {
            (Some(month @ 1..=12), Some(day)) => Day::new(year, month, day).map(Point::day),
            (Some(month), None) if (1..=12).contains(&month) || (21..=24).contains(&month) => {
                Some(Point::month(year, month))
            }
            (None, None) => Some(Point::year(year)),
            _ => None,
        };
        let interval = |from: Option<Point>, to: Option<Point>| {
            let range = Edtf::Interval(Bound::At(from?), Bound::At(to?));
            (range.earliest() <= range.latest()).then_some(range)
        };
        let year_alone = || Some(Edtf::Date(Point::year(year)));
        match (self.months.as_slice(), self.small.as_slice()) {
            ([], []) if self.years.len() == 2 => {
                interval(point(year, None, None), point(last_year, None, None))
            }
            ([], []) => year_alone(),
            ([one], []) if self.years.len() == 1 => point(year, Some(*one), None).map(Edtf::Date),
            ([one, two], []) => interval(point(year, Some(*one), None), point(last_year, Some(*two), None)),
            ([one], [day]) => point(year, Some(*one), Some(*day)).map(Edtf::Date),
            ([one], [from, to]) => {
                interval(point(year, Some(*one), Some(*from)), point(last_year, Some(*one), Some(*to)))
            }
            ([one, two], [from, to]) => {
                interval(point(year, Some(*one), Some(*from)), point(last_year, Some(*two), Some(*to)))
            }
            ([], [month]) => point(year, Some(*month), None).map(Edtf::Date).or_else(year_alone),
            ([], [month, day]) if self.year_first => {
                point(year, Some(*month), Some(*day)).map(Edtf::Date).or_else(year_alone)
            }
            // Day and month in figures: only where one of them can be nothing but the day, or they part with dots.
            ([], [day, month]) if *day > 12 || day == month || words.contains('.') => {
                point(year, Some(*month), Some(*day)).map(Edtf::Date)
            }
            ([], [month, day]) if *day > 12 => point(year, Some(*month), Some(*day)).map(Edtf::Date),
            _ => year_alone(),
        }
    }
}

/// Words around a date that say nothing of it.
fn is_filler(word: &str) -> bool {
    const FILLERS: &[&str] = &[
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "c",
        "ca",
        "of",
        "the",
        "г",
        "года",
        "год",
        "гг",
        "issue",
        "published",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "cop",
        "t",
    ];
    FILLERS.contains(&word.to_lowercase().as_str())
}

/// A month 1–12 or a season 21–24 by its first letters in English, Russian, Belarusian or German.
fn month(word: &str) -> Option<u8> {
    const MONTHS: &[(u8, &[&str])] = &[
        (21, &["spring", "весна", "вясна", "frühling"]),
        (22, &["summer", "лето", "лета", "sommer"]),
        (23, &["autumn", "fall", "осень", "восень", "herbst"]),
        (24, &["winter", "зима"]),
        (1, &["jan", "янв", "студ", "jän"]),
        (2, &["feb", "фев", "лют"]),
        (3, &["mar", "мар", "сак", "mär"]),
        (4, &["apr", "апр", "крас"]),
        (5, &["may", "май", "мая", "траў", "трав", "mai"]),
        (6, &["jun", "июн", "чэр"]),
        (7, &["jul", "июл", "ліп"]),
        (8, &["aug", "авг", "жні"]),
        (9, &["sep", "сен", "вер"]),
        (10, &["oct", "окт", "кас", "okt"]),
        (11, &["nov", "ноя", "ліс"]),
        (12, &["dec", "дек", "сне", "снеж", "dez"]),
    ];
    let word = word.to_lowercase();
    MONTHS
        .iter()
        .find(|(_, starts)| starts.iter().any(|start| word.starts_with(start)))
        .map(|(month, _)| *month)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(words: &str, expected: &str) {
        let read = read(words).map(|published| {
            let time = published.time.map(|time| format!(" {time}")).unwrap_or_default();
            let zone = published.zone.map(|zone| zone.to_string()).unwrap_or_default();
            format!("{}{time}{zone}", published.date)
        });
        assert_eq!(read.unwrap_or_default(), expected, "{words}");
    }

    #[test]
    fn dates_are_read_as_far_as_they_are_stated() {
        check("2019", "2019");
        check("2019///", "2019");
        check("2013/07/22", "2013-07-22");
        check("2013/07//summer", "2013-07");
        check("2020/10/29/2020-10-29~", "2020-10-29~");
        check("2019///2019-03/2019-11", "2019-03/2019-11");
        check("////2019-11", "/2019-11");
        check("///2019-11/..", "2019-11/..");
        check("2011-12", "2011-12");
        check("20090520", "2009-05-20");
        check("2013 06 10", "2013-06-10");
        check("2013 Jan-Feb", "2013-01/2013-02");
        check("Spring 2013", "2013-21");
        check("2015-01/2015-03", "2015-01/2015-03");
        check("1999-2000", "1999/2000");
        check("12-15 March 2019", "2019-03-12/2019-03-15");
        check("Mar 3 2015", "2015-03-03");
        check("12 ноября 2019 г.", "2019-11-12");
        check("8 снежня 1999", "1999-12-08");
        check("12.11.2019", "2019-11-12");
        check("11/25/2019", "2019-11-25");
        check("10/11/2019", "2019");
        check("31 февраля 2019", "");
        check("n.d.", "");
        check("ca. 1996", "1996");
    }

    #[test]
    fn clock_times_are_kept_with_their_zone() {
        check("Tue, 12 Nov 2019 10:00:05 +0300", "2019-11-12 10:00:05+03:00");
        check("Tue, 12 Nov 2019 10:00 GMT", "2019-11-12 10:00+00:00");
        check("2019-11-12T10:00:05.123Z", "2019-11-12 10:00:05+00:00");
        check("2019-11-12 10:00", "2019-11-12 10:00");
        check("2019-11-12T10:00:05-05:00", "2019-11-12 10:00:05-05:00");
    }

    #[test]
    fn fields_of_their_own_make_one_date() {
        let joined = |year, month, day| joined(year, month, day).map(|published| published.date.to_string());
        assert_eq!(joined("2016", "oct", "").as_deref(), Some("2016-10"));
        assert_eq!(joined("2016", "06", "7").as_deref(), Some("2016-06-07"));
        assert_eq!(joined("2016", "7~июля", "").as_deref(), Some("2016-07-07"));
        assert_eq!(joined("2016", "to appear", "").as_deref(), Some("2016"));
        assert_eq!(joined("", "oct", "3"), None);
    }

    proptest! {
        #[test]
        fn no_words_stop_it(words in "\\PC{0,40}", figures in "[0-9 :/.TZ+-]{0,30}") {
            let _ = (read(&words), read(&figures), joined(&figures, &words, ""));
        }
    }
}
