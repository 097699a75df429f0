//! Datelines: "MOSCOW, September 9. /TASS/.", "МИНСК, 11 февраля. /ТАСС/.", "KYIV (Reuters) - ", "Minsk, 9 May (BelTA) –".

use chancery_model::{
    Basis, Confidence, Dateline, Day, Edtf, Field, Furniture, Place, Point, Published, Span,
};

use crate::dates::{Core, Grammar, Kind, Role, Token, YearRef, each_token, tokens};
use crate::furniture::holds;
use crate::lines;

/// The rule by which place and day of a dateline are read.
pub(crate) const RULE: &str = "dateline";

/// How many lines that are no furniture are looked at: datelines open the story.
const LINES: usize = 14;
/// How much of a line is looked at, in bytes.
const HEAD: usize = 240;

/// A dateline as found: what it says and where its parts stand, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Place and date; the year is there only where printed.
    pub dateline: Dateline,
    /// Month and day, where a day is printed.
    pub(crate) month_day: Option<(u8, u8)>,
    /// Byte range of place and date: "SOCHI, May 28".
    pub(crate) range: (usize, usize),
    /// Span of the same.
    pub span: Span,
    /// The words of the same.
    pub words: String,
    /// The agency named, its span and its words: "/TASS/".
    pub agency: Option<Agency>,
}

/// An agency named in a dateline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agency {
    /// Its usual name: TASS for ТАСС.
    pub name: String,
    /// As printed.
    pub words: String,
    /// Where.
    pub span: Span,
}

/// Agencies by how they are printed, folded, and the one name each goes by.
const AGENCIES: &[(&str, &str)] = &[
    ("tass", "TASS"),
    ("тасс", "TASS"),
    ("itar-tass", "ITAR-TASS"),
    ("итар-тасс", "ITAR-TASS"),
    ("reuters", "Reuters"),
    ("рейтер", "Reuters"),
    ("ap", "AP"),
    ("associated press", "AP"),
    ("afp", "AFP"),
    ("dpa", "dpa"),
    ("pap", "PAP"),
    ("belta", "BelTA"),
    ("белта", "BelTA"),
    ("ria novosti", "RIA Novosti"),
    ("риа новости", "RIA Novosti"),
    ("рия новости", "RIA Novosti"),
    ("рыа навіны", "RIA Novosti"),
    ("interfax", "Interfax"),
    ("интерфакс", "Interfax"),
    ("інтэрфакс", "Interfax"),
    ("interfax-west", "Interfax-West"),
    ("интерфакс-запад", "Interfax-West"),
    ("sputnik", "Sputnik"),
    ("xinhua", "Xinhua"),
    ("синьхуа", "Xinhua"),
    ("unian", "UNIAN"),
    ("ukrinform", "Ukrinform"),
    ("belapan", "BelaPAN"),
    ("белапан", "BelaPAN"),
    ("regnum", "Regnum"),
    ("прайм", "Prime"),
    ("bloomberg", "Bloomberg"),
    ("upi", "UPI"),
    ("ansa", "ANSA"),
    ("efe", "EFE"),
    ("anadolu", "Anadolu"),
    ("rfe/rl", "RFE/RL"),
    ("bbc", "BBC"),
];

/// Words in small letters that stand inside the name of a place.
const JOINING: &[&str] = &["of", "the", "de", "la", "on", "на", "upon", "am", "and", "и", "і"];

/// Finds the dateline among the first lines of `text`.
#[must_use]
pub fn find(text: &str, furniture: &[Furniture]) -> Option<Found> {
    let points = chancery_model::CodePoints::new(text);
    lines(text).filter(|line| !line.is_blank() && !holds(furniture, &points, line)).take(LINES).find_map(
        |line| {
            let mut end = line.text.len().min(HEAD);
            while !line.text.is_char_boundary(end) {
                end -= 1;
            }
            let head = &line.text[..end];
            if goes_on_in_small_letters(head) {
                return None;
            }
            let raw = Reader { tokens: &tokens(head, line.start), text }.read()?;
            let span = |(from, to): (usize, usize)| {
                Span::new(points.position_of_byte(from), points.position_of_byte(to))
            };
            let words = |(from, to): (usize, usize)| text.get(from..to).unwrap_or_default().to_owned();
            Some(Found {
                dateline: Dateline {
                    place: raw.place,
                    date: raw.date,
                    date_words: raw.date_range.map(words),
                },
                month_day: raw.month_day,
                range: raw.range,
                span: span(raw.range),
                words: words(raw.range),
                agency: raw.agency.map(|(name, range)| Agency {
                    name,
                    words: words(range),
                    span: span(range),
                }),
            })
        },
    )
}

/// Whether a line begins with one word that is neither in capitals nor part of a date, and a word in small letters that joins no
/// names: most lines of prose do, and no dateline.
fn goes_on_in_small_letters(line: &str) -> bool {
    let mut tokens = each_token(line, 0);
    let (Some(first), Some(second)) = (tokens.next(), tokens.next()) else { return false };
    let plain = |token: &Token<'_>| token.is_word() && token.role == Role::None;
    plain(&first)
        && !is_capitals(first.text)
        && plain(&second)
        && !second.starts_upper()
        && !second.is_any(JOINING)
}

/// The dateline as a field. Rule: `dateline`.
#[must_use]
pub fn field(found: Option<&Found>) -> Field<Dateline> {
    found.map_or_else(Field::default, |found| {
        let basis =
            Basis { words: found.words.clone(), place: Place::Text(found.span), rule: RULE.to_owned() };
        Field::known(found.dateline.clone(), Confidence::High, basis)
    })
}

/// Gives the dateline the year that lies nearest the day of publication, once that is known.
///
/// The day then rests on what dates the article, so it is no surer than that, and says so in its basis.
pub fn settle_year(field: &mut Field<Dateline>, found: Option<&Found>, published: &Field<Published>) {
    let day = published.value.as_ref().and_then(|published| published.date.only_day());
    let (Some(dateline), Some(found), Some(day)) = (field.value.as_mut(), found, day) else { return };
    if dateline.date.is_some() {
        return;
    }
    dateline.date = nearest_day(found, day).map(Edtf::day);
    if dateline.date.is_some() {
        field.confidence = field.confidence.min(published.confidence);
        let others = published.basis.iter().filter(|basis| basis.rule != RULE);
        field.basis.extend(others.cloned());
    }
}

/// The day of the dateline in the year in which it lies nearest `published`.
pub(crate) fn nearest_day(found: &Found, published: Day) -> Option<Day> {
    let (month, day) = found.month_day?;
    let published = published.to_chrono()?;
    let year = i64::from(chrono::Datelike::year(&published));
    (year - 1..=year + 1)
        .filter_map(|year| Day::new(year, month, day))
        .filter_map(|day| Some((day, (day.to_chrono()? - published).num_days().abs())))
        .min_by_key(|(_, distance)| *distance)
        .map(|(day, _)| day)
}

/// What one line says.
struct Raw {
    place: String,
    date: Option<Edtf>,
    month_day: Option<(u8, u8)>,
    date_range: Option<(usize, usize)>,
    range: (usize, usize),
    agency: Option<(String, (usize, usize))>,
}

struct Reader<'t, 'a> {
    tokens: &'t [Token<'a>],
    text: &'a str,
}

impl Reader<'_, '_> {
    fn read(&self) -> Option<Raw> {
        self.place_first().or_else(|| self.date_first())
    }

    fn get(&self, i: usize) -> Option<&Token<'_>> {
        self.tokens.get(i)
    }

    fn mark(&self, i: usize, marks: &str) -> bool {
        self.get(i).is_some_and(|token| token.is_mark(marks))
    }

    /// "MOSCOW, September 9. /TASS/." and the like.
    fn place_first(&self) -> Option<Raw> {
        let (place_end, place) = self.place(0)?;
        // "TASS, November 24" names no place.
        if canonical(&place).is_some() {
            return None;
        }
        let start = self.get(0)?.start;
        let place_stop = self.get(place_end - 1)?.end();
        let capitals = is_capitals(self.get(0)?.text);
        let mut i = place_end;
        while self.mark(i, ",.") {
            i += 1;
        }
        let date = self.date(i);
        let (mut after, range_end) = match &date {
            Some(date) => (date.to, date.range.1),
            None => (place_end, place_stop),
        };
        while self.mark(after, ".,") {
            after += 1;
        }
        let agency = self.agency(after, date.is_some() || capitals);
        let dashed = self.mark(after, "—–-")
            && !self
                .get(after)
                .is_some_and(|dash| dash.glued && self.get(after + 1).is_some_and(|next| next.glued));
        let enough = match (&date, &agency) {
            (_, Some(_)) => true,
            // A story follows: "CNN, 02.11.2004" alone on its line names a source.
            (Some(_), None) => (dashed || capitals) && self.get(after).is_some(),
            (None, None) => {
                // "MOSCOW — The president": the story begins after the dash.
                let begins =
                    self.get(after + 1).is_some_and(|next| next.starts_upper() || next.is_mark("\"“«"));
                dashed
                    && is_capitals(&place)
                    && begins
                    && place.split_whitespace().count() <= 2
                    && place.chars().count() > 3
                    && !self.mark(place_end, ",.")
            }
        };
        if !enough {
            return None;
        }
        Some(Raw {
            place: ordinary_capitals(&place),
            date: date.as_ref().and_then(|date| date.full.clone()),
            month_day: date.as_ref().map(|date| date.month_day),
            date_range: date.as_ref().map(|date| date.range),
            range: (start, range_end),
            agency,
        })
    }

    /// "9 мая, Минск /Корр. БЕЛТА/." as BelTA prints it.
    fn date_first(&self) -> Option<Raw> {
        let date = self.date(0)?;
        let mut i = date.to;
        while self.mark(i, ",.") {
            i += 1;
        }
        let (place_end, place) = self.place(i)?;
        let agency = self.agency(place_end, true)?;
        let range = (self.get(0)?.start, self.get(place_end - 1)?.end());
        Some(Raw {
            place: ordinary_capitals(&place),
            date: date.full,
            month_day: Some(date.month_day),
            date_range: Some(date.range),
            range,
            agency: Some(agency),
        })
    }

    /// One to four capitalised words, which may be joined by hyphens, slashes or a comma before a country.
    fn place(&self, from: usize) -> Option<(usize, String)> {
        let mut i = from;
        let mut end = from;
        let mut words = 0;
        while let Some(token) = self.get(i) {
            let name = token.is_word()
                && token.starts_upper()
                && !matches!(token.role, Role::Month(_) | Role::ShortMonth(_) | Role::Weekday(_));
            let small = token.is_word()
                && words > 0
                && token.is_any(JOINING)
                && self.get(i + 1).is_some_and(|next| next.is_word() && next.starts_upper());
            if name || small {
                words += 1;
                i += 1;
                end = i;
                if words > 6 {
                    return None;
                }
                // "St. Petersburg", "г. Минск", "D.C."
                if self.mark(i, ".")
                    && token.text.chars().count() <= 3
                    && self.get(i + 1).is_some_and(|next| {
                        next.is_word()
                            && next.starts_upper()
                            && !matches!(next.role, Role::Month(_) | Role::ShortMonth(_))
                    })
                {
                    i += 1;
                }
                continue;
            }
            let glued_joint = token.is_mark("-–/") && token.glued && words > 0;
            let country = token.is_mark(",") && words > 0 && words <= 3;
            let next_is_name = self.get(i + 1).is_some_and(|next| {
                next.is_word()
                    && next.starts_upper()
                    && !matches!(next.role, Role::Month(_) | Role::ShortMonth(_) | Role::Weekday(_))
            });
            if (glued_joint || country) && next_is_name {
                i += 1;
                continue;
            }
            break;
        }
        if words == 0 {
            return None;
        }
        let start = self.get(from)?.start;
        let stop = self.get(end - 1)?.end();
        let place = self.text.get(start..stop)?;
        (place.chars().count() <= 48).then(|| (end, place.to_owned()))
    }

    fn date(&self, i: usize) -> Option<Date> {
        let grammar = Grammar { tokens: self.tokens };
        let found = grammar.expression(i)?;
        if found.from != i || found.part.is_some() {
            return None;
        }
        let Core::Day { year, month, day, .. } = found.core else { return None };
        let full = match year {
            Some(YearRef::Stated(year)) => Some(Edtf::Date(Point::day(Day::new(year, month, day)?))),
            _ => None,
        };
        let range = (self.get(i)?.start, self.get(found.to - 1)?.end());
        Some(Date { month_day: (month, day), full, range, to: found.to })
    }

    /// "/TASS/", "(Reuters)", "— РИА Новости", "INTERFAX.RU -"; with the byte range of its words.
    fn agency(&self, i: usize, dated: bool) -> Option<(String, (usize, usize))> {
        let open = self.get(i)?;
        let close = match open.kind {
            Kind::Mark('/') => '/',
            Kind::Mark('(') => ')',
            Kind::Mark('[') => ']',
            Kind::Mark('—' | '–' | '-') if dated => return self.known_agency(i + 1),
            Kind::Word if dated => return self.known_agency(i),
            _ => return None,
        };
        let mut end = i + 1;
        while self.get(end).is_some_and(|token| token.kind != Kind::Mark(close)) && end - i <= 10 {
            end += 1;
        }
        let last = self.get(end).filter(|token| token.kind == Kind::Mark(close))?;
        let inner = self.text.get(open.end()..last.start)?.trim();
        let plain = ["Корр.", "корр.", "Кар.", "кар.", "Corr."]
            .iter()
            .fold(inner, |inner, prefix| inner.strip_prefix(prefix).unwrap_or(inner).trim());
        let range = (open.start, last.end());
        if let Some(name) = canonical(plain) {
            return Some((name, range));
        }
        // An agency nobody told us of: slashes or brackets right after place and date say that it is one.
        let named = dated
            && !plain.is_empty()
            && plain.split_whitespace().count() <= 3
            && plain.chars().next().is_some_and(char::is_uppercase)
            && plain.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '.'));
        named.then(|| (plain.to_owned(), range))
    }

    /// One or two words that name an agency of the list.
    fn known_agency(&self, i: usize) -> Option<(String, (usize, usize))> {
        let start = self.get(i)?.start;
        (1..=3).rev().find_map(|words| {
            let end = self.get(i + words - 1)?.end();
            let printed = self.text.get(start..end)?;
            canonical(printed).map(|name| (name, (start, end)))
        })
    }
}

struct Date {
    month_day: (u8, u8),
    full: Option<Edtf>,
    range: (usize, usize),
    to: usize,
}

/// The usual name of an agency as printed.
fn canonical(printed: &str) -> Option<String> {
    let folded = crate::fold(printed.trim().trim_end_matches(".RU").trim_end_matches(".ru"));
    AGENCIES.iter().find(|(form, _)| *form == folded).map(|(_, name)| (*name).to_owned())
}

fn is_capitals(words: &str) -> bool {
    let letters = words.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() > 1 && !letters.clone().any(char::is_lowercase)
}

/// "ST. PETERSBURG" as "St. Petersburg"; words already in small letters and initials stay.
fn ordinary_capitals(place: &str) -> String {
    let mut spelled = String::with_capacity(place.len());
    let mut rest = place;
    while let Some(at) = rest.find(|c: char| c.is_alphabetic()) {
        let (before, from) = rest.split_at(at);
        let stop = from.find(|c: char| !(c.is_alphabetic() || matches!(c, '\'' | '’'))).unwrap_or(from.len());
        let (word, after) = from.split_at(stop);
        spelled.push_str(before);
        let small = SMALL.iter().find(|small| !spelled.is_empty() && crate::fold(word) == **small);
        if let Some(small) = small {
            spelled.push_str(small);
        } else if is_capitals(word) && !INITIALS.contains(&word) {
            let mut letters = word.chars();
            spelled.extend(letters.next());
            spelled.extend(letters.flat_map(char::to_lowercase));
        } else {
            spelled.push_str(word);
        }
        rest = after;
    }
    spelled + rest
}

/// Words inside a place name that stay small: "Rostov-on-Don".
const SMALL: &[&str] = &["on", "of", "the", "на", "upon", "am"];
/// Countries that go by their initials.
const INITIALS: &[&str] = &["USA", "UK", "UAE", "США", "ЗША"];
