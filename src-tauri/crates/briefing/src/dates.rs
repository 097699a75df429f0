//! EDTF dates in words: "by November 2019", "ок. 1995 г. – ок. 1999 г.", "29 кастрычніка 2020 г. (па кантэксце)".

use chancery_model::{Bound, Choice, Day, Edtf, Point};

use crate::Dated;
use crate::words::Words;

/// A date in its forms: standing alone, and after a preposition.
struct Forms {
    alone: String,
    /// The genitive.
    of: String,
    /// The accusative; differs from `alone` in seasons only.
    acc: String,
}

impl Forms {
    fn same(both: String) -> Self {
        Self { alone: both.clone(), of: both.clone(), acc: both }
    }

    fn map(self, wrap: impl Fn(&str) -> String) -> Self {
        Self { alone: wrap(&self.alone), of: wrap(&self.of), acc: wrap(&self.acc) }
    }
}

impl Words {
    /// A date in words, marked where it was inferred.
    pub(crate) fn dated(&self, dated: &Dated) -> String {
        let (plain, marked) = self.forms(&dated.date);
        if dated.inferred && !marked {
            return self.with("doc-date-inferred", &[("date", &plain.alone)]);
        }
        plain.alone
    }

    /// A day in words.
    pub(crate) fn day(&self, day: Day) -> String {
        self.point(&Point::day(day)).alone
    }

    /// "since …" with the date in the form the language wants there.
    pub(crate) fn since(&self, dated: &Dated) -> String {
        match &dated.date {
            Edtf::Date(point) => {
                let of = self.phrase("doc-since", point);
                if dated.inferred && !is_marked(point) {
                    self.with("doc-date-inferred", &[("date", &of)])
                } else {
                    of
                }
            }
            // "By November 2019" is a phrase of its own and takes no "since".
            Edtf::Interval(..) | Edtf::OneOf(_) => self.dated(dated),
        }
    }

    /// "captured …".
    pub(crate) fn captured(&self, day: Day) -> String {
        let forms = self.point(&Point::day(day));
        self.with("doc-captured", &[("date", &forms.alone), ("of", &forms.of)])
    }

    /// The words, and whether they already say that the day was inferred.
    fn forms(&self, date: &Edtf) -> (Forms, bool) {
        let phrase = |key: &str, point: &Point| Forms::same(self.phrase(key, point));
        let forms = match date {
            Edtf::Date(point) => return (self.point(point), is_marked(point)),
            Edtf::Interval(Bound::At(from), Bound::At(to))
                if is_year(from) && is_year(to) && same_doubt(from, to) =>
            {
                let years = self.years(from.year, to.year);
                self.doubted(Forms::same(years), from)
            }
            Edtf::Interval(Bound::At(from), Bound::At(to)) => Forms::same(self.range(from, to)),
            Edtf::Interval(Bound::Unknown, Bound::At(to)) => phrase("doc-date-by", to),
            Edtf::Interval(Bound::Open, Bound::At(to)) => phrase("doc-date-until", to),
            Edtf::Interval(Bound::At(from), Bound::Unknown) => phrase("doc-date-from", from),
            Edtf::Interval(Bound::At(from), Bound::Open) => phrase("doc-date-onwards", from),
            Edtf::Interval(..) => Forms::same(self.get("doc-date-unknown")),
            Edtf::OneOf(choices) => Forms::same(self.one_of(choices)),
        };
        (forms, false)
    }

    fn range(&self, from: &Point, to: &Point) -> String {
        let (from, to) = (self.point(from).alone, self.point(to).alone);
        self.with("doc-date-range", &[("from", &from), ("to", &to)])
    }

    /// "7 December 2019, 9 December 2019 or 20 December 2019".
    fn one_of(&self, choices: &[Choice]) -> String {
        let words = |choice: &Choice| match choice {
            Choice::One(point) => self.point(point).alone,
            Choice::Run(Some(from), Some(to)) => self.range(from, to),
            Choice::Run(None, Some(to)) => self.phrase("doc-date-until", to),
            Choice::Run(Some(from), None) => self.phrase("doc-date-onwards", from),
            Choice::Run(None, None) => self.get("doc-date-unknown"),
        };
        match choices {
            [] => self.get("doc-date-unknown"),
            [only] => words(only),
            [others @ .., last] => {
                let others: Vec<String> = others.iter().map(words).collect();
                self.with("doc-date-or", &[("others", &others.join(", ")), ("last", &words(last))])
            }
        }
    }

    /// A date after a preposition. "About" would be a second preposition there, so it follows in brackets.
    fn phrase(&self, key: &str, point: &Point) -> String {
        let about = point.qualifier.approximate && !is_marked(point);
        let mut plain = *point;
        plain.qualifier.approximate &= !about;
        let forms = self.point(&plain);
        // Belarusian says "са студзеня" but "з лютага", and "з 5 студзеня".
        let month = point
            .month
            .filter(|_| !matches!(point.day, Some(1..)))
            .map_or_else(String::new, |m| format!("m{m}"));
        let arguments =
            [("date", &*forms.alone), ("of", &*forms.of), ("acc", &*forms.acc), ("month", &*month)];
        let words = self.with(key, &arguments);
        if about { self.with("doc-date-roughly", &[("date", &words)]) } else { words }
    }

    fn point(&self, point: &Point) -> Forms {
        self.doubted(self.unmarked(point), point)
    }

    /// The words with what the source leaves in doubt about them.
    fn doubted(&self, mut forms: Forms, point: &Point) -> Forms {
        if is_marked(point) {
            // A day is not "about": it was worked out.
            forms = forms.map(|date| self.with("doc-date-inferred", &[("date", date)]));
        } else if point.qualifier.approximate {
            forms = Forms::same(self.with("doc-date-circa", &[("date", &forms.alone), ("of", &forms.of)]));
        }
        if point.qualifier.uncertain {
            forms = forms.map(|date| self.with("doc-date-uncertain", &[("date", date)]));
        }
        forms
    }

    fn unmarked(&self, point: &Point) -> Forms {
        let year = self.year(point);
        let Some(month) = point.month else { return year };
        if month == 0 {
            return year.map(|date| self.with("doc-date-month-unknown", &[("date", date)]));
        }
        // The seasons of either half of the Earth have the names of those of neither.
        let named = if (25..=32).contains(&month) { 21 + (month - 25) % 4 } else { month };
        let name = |form: &str| self.get(&format!("doc-month-{named}{form}"));
        let name_of = name("-of");
        let of_year = |month: String| self.with("doc-date-month", &[("month", &month), ("year", &year.of)]);
        let in_month = Forms {
            alone: of_year(name("")),
            of: of_year(name_of.clone()),
            acc: of_year(name(if month > 12 { "-acc" } else { "" })),
        };
        match point.day {
            None => in_month,
            Some(0) => in_month.map(|date| self.with("doc-date-day-unknown", &[("date", date)])),
            Some(day) => {
                Forms::same(self.with(
                    "doc-date-day",
                    &[("day", &day.to_string()), ("month", &name_of), ("year", &year.of)],
                ))
            }
        }
    }

    fn year(&self, point: &Point) -> Forms {
        let forms = |key: &str, year: &str| Forms {
            alone: self.with(key, &[("year", year)]),
            of: self.with(&format!("{key}-of"), &[("year", year)]),
            acc: self.with(key, &[("year", year)]),
        };
        match (point.unknown.0, point.year) {
            // Astronomical year 0 is 1 BC.
            (0, year @ ..=0) => forms("doc-date-year-bc", &(1 - year).to_string()),
            (0, year) => forms("doc-date-year", &year.to_string()),
            (1, year @ 1..) => forms("doc-date-decade", &year.to_string()),
            (4.., _) => Forms::same(self.get("doc-date-year-unknown")),
            // A century that is unknown, or a decade before our era: its first and last year.
            (unknown, year) => {
                let more = 10_i64.pow(u32::from(unknown)) - 1;
                Forms::same(if year < 0 {
                    self.years(year - more, year)
                } else {
                    self.years(year, year + more)
                })
            }
        }
    }

    fn years(&self, first: i64, last: i64) -> String {
        let (key, from, to) = match (first, last) {
            (_, ..=0) => ("doc-date-years-bc", 1 - first, 1 - last),
            // Astronomical year 0 is 1 BC; what spans the eras begins with ours.
            _ => ("doc-date-years", first.max(1), last),
        };
        self.with(key, &[("from", &from.to_string()), ("to", &to.to_string())])
    }
}

/// Whether it is a year with all its digits and nothing more.
fn is_year(point: &Point) -> bool {
    point.month.is_none() && point.unknown.0 == 0 && point.year > 0
}

fn same_doubt(one: &Point, other: &Point) -> bool {
    one.qualifier == other.qualifier
}

/// Whether the words themselves say that the day was inferred.
fn is_marked(point: &Point) -> bool {
    point.qualifier.approximate && matches!(point.day, Some(1..))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::Locale;

    fn check(edtf: &str, inferred: bool, [en, ru, be]: [&str; 3]) {
        let dated = Dated { date: Edtf::parse(edtf).unwrap(), inferred };
        for (locale, expected) in [(Locale::En, en), (Locale::Ru, ru), (Locale::Be, be)] {
            // No-break spaces hold "c. 1995" and "2019 г." together.
            assert_eq!(Words::new(locale).dated(&dated).replace('\u{a0}', " "), expected, "{edtf}");
        }
    }

    #[test]
    fn dates_are_worded_in_the_three_languages() {
        check("2021-09-10", false, ["10 September 2021", "10 сентября 2021 г.", "10 верасня 2021 г."]);
        check(
            "/2019-11",
            false,
            ["by November 2019", "не позднее ноября 2019 г.", "не пазней за лістапад 2019 г."],
        );
        check("1995~/1999~", false, ["c. 1995–1999", "ок. 1995–1999 гг.", "каля 1995–1999 гг."]);
        let inferred = [
            "29 October 2020 (inferred)",
            "29 октября 2020 г. (по контексту)",
            "29 кастрычніка 2020 г. (па кантэксце)",
        ];
        check("2020-10-29~", false, inferred);
        check("2020-10-29~", true, inferred);
        check("2020-10-29", true, inferred);
        check("2018-12", false, ["December 2018", "декабрь 2018 г.", "снежань 2018 г."]);
        check("2018-12~", false, ["c. December 2018", "ок. декабря 2018 г.", "каля снежня 2018 г."]);
        check("1999", false, ["1999", "1999 г.", "1999 г."]);
        check("1999?", false, ["1999 (?)", "1999 г. (?)", "1999 г. (?)"]);
        check("199X", false, ["1990s", "1990-е гг.", "1990-я гг."]);
        check("19XX", false, ["1900–1999", "1900–1999 гг.", "1900–1999 гг."]);
        check(
            "2021-XX",
            false,
            ["2021 (month unknown)", "2021 г. (месяц неизвестен)", "2021 г. (месяц невядомы)"],
        );
        check("2021-21", false, ["spring 2021", "весна 2021 г.", "вясна 2021 г."]);
        check("../2019", false, ["until 2019", "до 2019 г. включительно", "да 2019 г. уключна"]);
        check(
            "2019-11/..",
            false,
            ["from November 2019 onwards", "начиная с ноября 2019 г.", "пачынаючы з лістапада 2019 г."],
        );
        check("-0004", false, ["5 BC", "5 г. до н. э.", "5 г. да н. э."]);
    }

    #[test]
    fn every_form_of_edtf_reads_well_in_the_three_languages() {
        let table: &[(&str, [&str; 3])] = &[
            ("1999~", ["c. 1999", "ок. 1999 г.", "каля 1999 г."]),
            ("1999%", ["c. 1999 (?)", "ок. 1999 г. (?)", "каля 1999 г. (?)"]),
            ("199X~", ["c. 1990s", "ок. 1990-х гг.", "каля 1990-х гг."]),
            ("199X?", ["1990s (?)", "1990-е гг. (?)", "1990-я гг. (?)"]),
            ("-019X", ["200–191 BC", "200–191 гг. до н. э.", "200–191 гг. да н. э."]),
            ("2018-12?", ["December 2018 (?)", "декабрь 2018 г. (?)", "снежань 2018 г. (?)"]),
            ("2018-12%", ["c. December 2018 (?)", "ок. декабря 2018 г. (?)", "каля снежня 2018 г. (?)"]),
            ("2021-02-22?", ["22 February 2021 (?)", "22 февраля 2021 г. (?)", "22 лютага 2021 г. (?)"]),
            (
                "2021-02-22%",
                [
                    "22 February 2021 (inferred) (?)",
                    "22 февраля 2021 г. (по контексту) (?)",
                    "22 лютага 2021 г. (па кантэксце) (?)",
                ],
            ),
            (
                "2021-05-XX",
                ["May 2021 (day unknown)", "май 2021 г. (день неизвестен)", "май 2021 г. (дзень невядомы)"],
            ),
            ("2021-21", ["spring 2021", "весна 2021 г.", "вясна 2021 г."]),
            ("2021-22~", ["c. summer 2021", "ок. лета 2021 г.", "каля лета 2021 г."]),
            ("2021-23", ["autumn 2021", "осень 2021 г.", "восень 2021 г."]),
            ("2021-24?", ["winter 2021 (?)", "зима 2021 г. (?)", "зіма 2021 г. (?)"]),
            ("1995/1999", ["1995–1999", "1995–1999 гг.", "1995–1999 гг."]),
            ("1995?/1999?", ["1995–1999 (?)", "1995–1999 гг. (?)", "1995–1999 гг. (?)"]),
            ("1995%/1999%", ["c. 1995–1999 (?)", "ок. 1995–1999 гг. (?)", "каля 1995–1999 гг. (?)"]),
            ("1995~/1999", ["c. 1995 – 1999", "ок. 1995 г. – 1999 г.", "каля 1995 г. – 1999 г."]),
            ("199X/200X", ["1990s – 2000s", "1990-е гг. – 2000-е гг.", "1990-я гг. – 2000-я гг."]),
            (
                "2018-12/2019-11",
                [
                    "December 2018 – November 2019",
                    "декабрь 2018 г. – ноябрь 2019 г.",
                    "снежань 2018 г. – лістапад 2019 г.",
                ],
            ),
            (
                "/1999~",
                [
                    "by 1999 (approximately)",
                    "не позднее 1999 г. (приблизительно)",
                    "не пазней за 1999 г. (прыблізна)",
                ],
            ),
            ("/2021-21", ["by spring 2021", "не позднее весны 2021 г.", "не пазней за вясну 2021 г."]),
            ("/2021-24", ["by winter 2021", "не позднее зимы 2021 г.", "не пазней за зіму 2021 г."]),
            ("/199X", ["by 1990s", "не позднее 1990-х гг.", "не пазней за 1990-я гг."]),
            ("/2021-05-28", ["by 28 May 2021", "не позднее 28 мая 2021 г.", "не пазней за 28 мая 2021 г."]),
            ("2019-12/", ["from December 2019", "с декабря 2019 г.", "са снежня 2019 г."]),
            ("2019-01-05/", ["from 5 January 2019", "с 5 января 2019 г.", "з 5 студзеня 2019 г."]),
            (
                "2019-01/..",
                ["from January 2019 onwards", "начиная с января 2019 г.", "пачынаючы са студзеня 2019 г."],
            ),
            ("2019-11/", ["from November 2019", "с ноября 2019 г.", "з лістапада 2019 г."]),
            ("1999~/", ["from 1999 (approximately)", "с 1999 г. (приблизительно)", "з 1999 г. (прыблізна)"]),
            (
                "2021-22/..",
                ["from summer 2021 onwards", "начиная с лета 2021 г.", "пачынаючы з лета 2021 г."],
            ),
            ("../2021-05", ["until May 2021", "до мая 2021 г. включительно", "да мая 2021 г. уключна"]),
            ("2021-28", ["winter 2021", "зима 2021 г.", "зіма 2021 г."]),
            ("2021-33", ["first quarter of 2021", "I квартал 2021 г.", "I квартал 2021 г."]),
            (
                "/2021-36",
                [
                    "by fourth quarter of 2021",
                    "не позднее IV квартала 2021 г.",
                    "не пазней за IV квартал 2021 г.",
                ],
            ),
            (
                "2021-38~",
                ["c. second third of 2021", "ок. второй трети 2021 г.", "каля другой траціны 2021 г."],
            ),
            (
                "2021-41/",
                ["from second half of 2021", "со второго полугодия 2021 г.", "з другога паўгоддзя 2021 г."],
            ),
            (
                "[2019-12-07,2019-12-20]",
                [
                    "7 December 2019 or 20 December 2019",
                    "7 декабря 2019 г. или 20 декабря 2019 г.",
                    "7 снежня 2019 г. або 20 снежня 2019 г.",
                ],
            ),
            (
                "[1999,2000,2002..2004]",
                [
                    "1999, 2000 or 2002 – 2004",
                    "1999 г., 2000 г. или 2002 г. – 2004 г.",
                    "1999 г., 2000 г. або 2002 г. – 2004 г.",
                ],
            ),
            ("[..1999]", ["until 1999", "до 1999 г. включительно", "да 1999 г. уключна"]),
        ];
        for (edtf, expected) in table {
            check(edtf, false, *expected);
        }
    }

    #[test]
    fn since_takes_the_form_the_language_wants() {
        let since = |text: &str| {
            let dated = Dated::stated(Edtf::parse(text).unwrap());
            Locale::ALL
                .iter()
                .map(|locale| Words::new(*locale).since(&dated).replace('\u{a0}', " "))
                .collect::<Vec<_>>()
        };
        assert_eq!(since("2019-11"), ["since November 2019", "с ноября 2019 г.", "з лістапада 2019 г."]);
        assert_eq!(
            since("1999~"),
            ["since 1999 (approximately)", "с 1999 г. (приблизительно)", "з 1999 г. (прыблізна)"]
        );
        assert_eq!(since("/2019-11")[0], "by November 2019");
    }
}
