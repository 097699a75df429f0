//! The language of a text and of its paragraphs: how likely letters are after each other in each language, its commonest words, and
//! the letters it does not write.

mod basis;
mod elsewhere;
mod evidence;
mod latin_belarusian;
mod paragraphs;
mod small_words;
mod table;

use std::cell::RefCell;

use chancery_model::{Alternative, Confidence, Field, Language};

use crate::Memory;
use evidence::{Evidence, Script, Verdict, Word};

/// How many letters say what language a text is in: it does not change on page ten.
const SAMPLE: usize = 6_000;
/// A text that is this far ahead for a language, in nats, is certainly in it; one half as far probably.
const CERTAIN: f32 = 12.0;

thread_local! {
    static SAID: RefCell<Memory<Word>> = RefCell::default();
}

/// Reads the language of `text`. Rules: `letters` (letters only this language has), `trigrams` (what follows what).
///
/// A text that fits none of the languages known has no value.
#[must_use]
pub fn language_of(text: &str) -> Field<Language> {
    Languages::of(text).whole
}

/// The languages of a text: as a whole, and of its paragraphs.
pub struct Languages {
    /// As [`language_of`].
    pub whole: Field<Language>,
    lines: Vec<paragraphs::Told>,
}

impl Languages {
    /// Reads the letters of `text` once for both.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut letters = Letters::none();
        let lines = paragraphs::read(text, &mut letters);
        Self { whole: letters.field(text), lines }
    }
}

/// What the letters of a text say.
struct Letters {
    total: usize,
    cyrillic: Evidence,
    latin: Evidence,
    /// The text as Belarusian in Latin letters; only where ŭ stands in it.
    latin_belarusian: Option<Evidence>,
}

enum Found {
    Table(Verdict),
    LatinBelarusian,
}

impl Letters {
    fn none() -> Self {
        Self {
            total: 0,
            cyrillic: Evidence::none(Script::Cyrillic),
            latin: Evidence::none(Script::Latin),
            latin_belarusian: None,
        }
    }

    /// Of so many letters of a text at most.
    fn of(text: &str, most: usize) -> Self {
        let mut letters = Self::none();
        SAID.with_borrow_mut(|said| {
            for (_, form) in crate::word_indices(text) {
                let word = said.of(form, Word::of);
                letters.total += word.letters;
                letters.cyrillic.add(word);
                letters.latin.add(word);
                if letters.total > most {
                    break;
                }
            }
        });
        let latin = letters.latin.letters * 2 > letters.total;
        if latin && !text.is_ascii() && text.contains(['ŭ', 'Ŭ']) {
            let mut evidence = Evidence::none(Script::Cyrillic);
            for (_, form) in crate::word_indices(text).take(most / 5) {
                evidence.add_form(&latin_belarusian::in_cyrillic(&form.to_lowercase()));
            }
            letters.latin_belarusian = Some(evidence);
        }
        letters
    }

    /// Adds those of another part of the text.
    fn add(&mut self, other: &Self) {
        self.total += other.total;
        self.cyrillic.add_all(&other.cyrillic);
        self.latin.add_all(&other.latin);
        if let Some(other) = &other.latin_belarusian {
            let ours = self.latin_belarusian.get_or_insert_with(|| Evidence::none(Script::Cyrillic));
            ours.add_all(other);
        }
    }

    /// What they tell of the text they were read from.
    fn field(&self, text: &str) -> Field<Language> {
        match self.verdict() {
            Some(Found::Table(verdict)) => {
                let confidence = if verdict.ahead >= CERTAIN && self.total >= 24 {
                    Confidence::High
                } else if verdict.ahead >= CERTAIN / 2.0 {
                    Confidence::Medium
                } else {
                    Confidence::Low
                };
                let basis = basis::of(text, verdict.language, verdict.next);
                let mut field = Field::known(verdict.language, confidence, basis);
                if confidence == Confidence::Low {
                    let basis = vec![basis::of(text, verdict.next, verdict.language)];
                    field.alternatives.push(Alternative { value: verdict.next, confidence, basis });
                }
                field
            }
            Some(Found::LatinBelarusian) => {
                let shown = crate::word_indices(text).find(|(_, form)| form.contains(['ŭ', 'Ŭ']));
                let basis =
                    shown.map_or_else(|| basis::of_runs(text), |(at, form)| basis::of_word(text, at, form));
                Field::known(Language::Be, Confidence::Medium, basis)
            }
            None => elsewhere::read(text, self.total)
                .map_or_else(Field::default, |(language, confidence)| {
                    Field::known(language, confidence, basis::of_runs(text))
                }),
        }
    }

    /// The language that most of the letters speak for, if it is one of the table's.
    fn verdict(&self) -> Option<Found> {
        let latin = self.latin.verdict();
        let as_belarusian = self.latin_belarusian.as_ref().and_then(Evidence::verdict);
        if as_belarusian.is_some_and(|verdict| {
            verdict.language == Language::Be && latin.is_none_or(|latin| verdict.fit > latin.fit)
        }) {
            return Some(Found::LatinBelarusian);
        }
        let evidence =
            [&self.cyrillic, &self.latin].into_iter().find(|script| script.letters * 2 > self.total)?;
        evidence.verdict().map(Found::Table)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chancery_model::{CodePoints, Place};
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let read = language_of(text);
        assert_eq!(
            read.value.map(|language| language.code()).unwrap_or_default(),
            expected,
            "{text:?}: {read:?}"
        );
    }

    #[test]
    fn the_three_languages_and_their_neighbours_are_told_apart() {
        check(
            "The two governments agreed on a common programme of tax harmonisation for the next three years.",
            "en",
        );
        check(
            "Правительства двух стран согласовали программу гармонизации налогов на ближайшие три года.",
            "ru",
        );
        check("Урады дзвюх краін узгаднілі праграму гарманізацыі падаткаў на бліжэйшыя тры гады.", "be");
        check("Уряди двох країн погодили програму гармонізації податків на найближчі три роки.", "uk");
        check("Саюзная дзяржава: што далей", "be");
        check("Мы договорились об этом", "ru");
        check(
            "Правителствата на двете страни се договориха за обща програма за следващите три години.",
            "bg",
        );
        check("Владе двеју земаља договориле су се о заједничком програму за наредне три године.", "sr");
        check("Екі елдің үкіметтері алдағы үш жылға арналған ортақ бағдарлама туралы келісті.", "kk");
        check(
            "Rządy obu państw uzgodniły wspólny program harmonizacji podatków na najbliższe trzy lata.",
            "pl",
        );
        check(
            "Abiejų valstybių vyriausybės susitarė dėl bendros programos ateinantiems trejiems metams.",
            "lt",
        );
        check("Die Regierungen beider Staaten haben sich auf ein gemeinsames Programm geeinigt.", "de");
    }

    #[test]
    fn belarusian_is_read_in_every_way_it_is_written() {
        check(
            "Сёньня ў Менску адбылося паседжаньне, на якім абмяркоўвалі дзяржаўныя пляны на пяць гадоў.",
            "be",
        );
        check(
            "Сёння ў Мінску адбылося пасяджэнне, на якім абмяркоўвалі дзяржаўныя планы на пяць гадоў.",
            "be",
        );
        check("Сёння нiбыта абмяркоўвалi iншыя планы: гэта праўда, але iх яшчэ няма.", "be");
        check("Siońnia ŭ Miensku adbyłosia pasiedžańnie, na jakim abmiarkoŭvali dziaržaŭnyja plany.", "be");
        check("La registaro ankaŭ decidis pri la leĝo, kiu regos la landon dum la venontaj jaroj.", "eo");
    }

    #[test]
    fn what_fits_no_language_has_none() {
        for text in [
            "",
            "12 34 56",
            "ывафп йцукен фывапр олджэ ячсмить бюъхзщ шгнеку цйфыв",
            "asdkjh qwieu zxmnb vbnqw ertyop lkjhgf dsaqw zxcvb nmpoiu",
            "Ҷумҳурии Тоҷикистон давлати соҳибихтиёр ва демократӣ мебошад. Имрӯз президент мулоқот кард.",
            "Чӑваш Республики Раҫҫей Федерацийӗн шутне кӗрекен республика. Паян хулара ҫӗнӗ шкул уҫӑлчӗ.",
            "Удмурт кун университетын туннэ выль дышетскон ар кутскиз. Студентъёс огазеяськизы но кырӟазы.",
        ] {
            check(text, "");
        }
    }

    #[test]
    fn languages_beyond_the_table_are_read_by_their_script() {
        check("საქართველოს მთავრობამ დღეს ახალი კანონი მიიღო და მოქალაქეები ქუჩაში გამოვიდნენ.", "ka");
    }

    #[test]
    fn belarusian_with_a_russian_quotation_is_still_belarusian() {
        check(
            "Паводле міністра, перамовы працягваюцца ўжо трэці дзень. «Мы ищем решение», — сказаў ён журналістам у Мінску.",
            "be",
        );
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC{0,200}") {
            let points = CodePoints::new(&text);
            for basis in language_of(&text).basis {
                let Place::Text(span) = basis.place else { continue };
                prop_assert_eq!(points.slice(span), Some(basis.words.as_str()));
            }
        }
    }
}
