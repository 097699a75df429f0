//! EDTF dates in words: "by November 2019", "ок. 1995 г. – ок. 1999 г.", "29 кастрычніка 2020 г. (па кантэксце)".

use chancery_model::{Bound, Day, Edtf, Point};

use crate::Dated;
use crate::words::Words;

/// A date in its two forms: standing alone, and after a preposition.
struct Forms {
    alone: String,
    of: String,
}

impl Forms {
    fn same(both: String) -> Self {
        Self { alone: both.clone(), of: both }
    }

    fn map(self, wrap: impl Fn(&str) -> String) -> Self {
        Self { alone: wrap(&self.alone), of: wrap(&self.of) }
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
                let forms = self.point(point);
                let of = self.with("doc-since", &[("date", &forms.alone), ("of", &forms.of)]);
                if dated.inferred && !is_marked(point) {
                    self.with("doc-date-inferred", &[("date", &of)])
                } else {
                    of
                }
            }
            // "By November 2019" is a phrase of its own and takes no "since".
            Edtf::Interval(..) => self.dated(dated),
        }
    }

    /// "captured …".
    pub(crate) fn captured(&self, day: Day) -> String {
        let forms = self.point(&Point::day(day));
        self.with("doc-captured", &[("date", &forms.alone), ("of", &forms.of)])
    }

    /// The words, and whether they already say that the day was inferred.
    fn forms(&self, date: &Edtf) -> (Forms, bool) {
        let phrase = |key: &str, point: &Point| {
            let forms = self.point(point);
            Forms::same(self.with(key, &[("date", &forms.alone), ("of", &forms.of)]))
        };
        let forms = match date {
            Edtf::Date(point) => return (self.point(point), is_marked(point)),
            Edtf::Interval(Bound::At(from), Bound::At(to)) => {
                let (from, to) = (self.point(from).alone, self.point(to).alone);
                Forms::same(self.with("doc-date-range", &[("from", &from), ("to", &to)]))
            }
            Edtf::Interval(Bound::Unknown, Bound::At(to)) => phrase("doc-date-by", to),
            Edtf::Interval(Bound::Open, Bound::At(to)) => phrase("doc-date-until", to),
            Edtf::Interval(Bound::At(from), Bound::Unknown) => phrase("doc-date-from", from),
            Edtf::Interval(Bound::At(from), Bound::Open) => phrase("doc-date-onwards", from),
            Edtf::Interval(..) => Forms::same(self.get("doc-date-unknown")),
        };
        (forms, false)
    }

    fn point(&self, point: &Point) -> Forms {
        let mut forms = self.unmarked(point);
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
        let (name, name_of) =
            (self.get(&format!("doc-month-{month}")), self.get(&format!("doc-month-{month}-of")));
        let in_month = Forms {
            alone: self.with("doc-date-month", &[("month", &name), ("year", &year.of)]),
            of: self.with("doc-date-month", &[("month", &name_of), ("year", &year.of)]),
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
        };
        match (point.unknown.0, point.year) {
            // Astronomical year 0 is 1 BC.
            (0, year @ ..=0) => forms("doc-date-year-bc", &(1 - year).to_string()),
            (0, year) => forms("doc-date-year", &year.to_string()),
            (1, year @ 1..) => forms("doc-date-decade", &year.to_string()),
            // A century or more that is unknown: its first and last year.
            (unknown, year) => {
                let last = year + 10_i64.pow(u32::from(unknown.min(4))) - 1;
                forms("doc-date-year", &format!("{year}–{last}"))
            }
        }
    }
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
        check(
            "1995~/1999~",
            false,
            ["c. 1995 – c. 1999", "ок. 1995 г. – ок. 1999 г.", "каля 1995 г. – каля 1999 г."],
        );
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
        check("19XX", false, ["1900–1999", "1900–1999 г.", "1900–1999 г."]);
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
    fn since_takes_the_form_the_language_wants() {
        let since = |text: &str| {
            let dated = Dated::stated(Edtf::parse(text).unwrap());
            Locale::ALL
                .iter()
                .map(|locale| Words::new(*locale).since(&dated).replace('\u{a0}', " "))
                .collect::<Vec<_>>()
        };
        assert_eq!(since("2019-11"), ["since November 2019", "с ноября 2019 г.", "з лістапада 2019 г."]);
        assert_eq!(since("/2019-11")[0], "by November 2019");
    }
}
