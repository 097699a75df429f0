//! The language of a text: letters that only one language has, then whatlang's trigrams.

use chancery_model::{Alternative, Basis, CodePoints, Confidence, Field, Language, Place, Span};
use whatlang::{Lang, Script};

/// How much of a text is looked at: languages do not change on page ten.
const SAMPLE: usize = 24_000;

/// Reads the language of `text`. Rules: `letters` (letters only this language has), `trigrams`.
#[must_use]
pub fn language_of(text: &str) -> Field<Language> {
    let sample = sample(text);
    let letters = Letters::count(sample);
    if letters.total < 3 {
        return Field::default();
    }
    let guess = whatlang::detect(sample);
    if letters.cyrillic * 2 > letters.total {
        let by_letters = letters.language();
        let by_trigrams = guess.as_ref().and_then(|info| from_whatlang(info.lang()));
        return match (by_letters, by_trigrams) {
            // Letters tell the three East Slavic languages apart better than trigrams; other languages written in
            // Cyrillic lack the letters those three share.
            (Some((language, share, letter)), _) => {
                let confidence = if share > 0.9 && letters.cyrillic >= 20 {
                    Confidence::High
                } else if share > 0.6 {
                    Confidence::Medium
                } else {
                    Confidence::Low
                };
                let mut field = Field::known(language, confidence, letter_basis(sample, letter));
                if let Some(other) =
                    by_trigrams.filter(|&other| other != language && confidence < Confidence::High)
                {
                    field.alternatives.push(Alternative {
                        value: other,
                        confidence: Confidence::Low,
                        basis: vec![trigram_basis(sample)],
                    });
                }
                field
            }
            (None, Some(language @ Language::Other(_))) if letters.foreign == 0 && speaks_russian(sample) => {
                let mut field = Field::known(Language::Ru, Confidence::Low, trigram_basis(sample));
                let basis = vec![trigram_basis(sample)];
                field.alternatives.push(Alternative { value: language, confidence: Confidence::Low, basis });
                field
            }
            (None, Some(language)) => {
                Field::known(language, trust(guess.as_ref(), letters.total), trigram_basis(sample))
            }
            (None, None) => Field::default(),
        };
    }
    match guess {
        // A caron over the u is written in the Latin Belarusian alphabet and, of what whatlang knows, in Esperanto.
        Some(info)
            if info.script() == Script::Latin && letters.short_u_latin > 0 && info.lang() != Lang::Epo =>
        {
            Field::known(Language::Be, Confidence::Low, letter_basis(sample, 'ŭ'))
        }
        Some(info) => match from_whatlang(info.lang()) {
            Some(language) => {
                Field::known(language, trust(Some(&info), letters.total), trigram_basis(sample))
            }
            None => Field::default(),
        },
        None => Field::default(),
    }
}

fn sample(text: &str) -> &str {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Letters that tell Belarusian, Russian and Ukrainian apart, counted.
#[derive(Default)]
struct Letters {
    total: usize,
    cyrillic: usize,
    /// ў
    short_u: usize,
    /// і
    dotted_i: usize,
    /// и
    i: usize,
    /// щ and ъ, which Belarusian has not
    shcha: usize,
    /// ї є ґ
    ukrainian: usize,
    /// ы э ё, which Ukrainian, Bulgarian, Serbian and Macedonian have not
    yery: usize,
    /// Letters none of the three has
    foreign: usize,
    /// ь that is not before о: Bulgarian writes it only there
    soft: usize,
    /// ŭ
    short_u_latin: usize,
}

impl Letters {
    fn count(text: &str) -> Self {
        let mut counted = Self::default();
        let next = text.chars().skip(1).chain(std::iter::once(' '));
        for (c, next) in text.chars().zip(next).filter(|(c, _)| c.is_alphabetic()) {
            counted.total += 1;
            counted.cyrillic += usize::from(matches!(c, '\u{400}'..='\u{52f}'));
            match c {
                'ў' | 'Ў' => counted.short_u += 1,
                'і' | 'І' => counted.dotted_i += 1,
                'и' | 'И' => counted.i += 1,
                'щ' | 'Щ' | 'ъ' | 'Ъ' => counted.shcha += 1,
                'ї' | 'Ї' | 'є' | 'Є' | 'ґ' | 'Ґ' => counted.ukrainian += 1,
                'ы' | 'Ы' | 'э' | 'Э' | 'ё' | 'Ё' => counted.yery += 1,
                'ь' | 'Ь' if !matches!(next, 'о' | 'О') => counted.soft += 1,
                'ŭ' | 'Ŭ' => counted.short_u_latin += 1,
                // й and a few rare letters excepted, nothing else outside а–я belongs to the three.
                '\u{400}'..='\u{40f}'
                | '\u{450}'..='\u{45f}'
                | '\u{460}'..='\u{48f}'
                | '\u{492}'..='\u{52f}' => {
                    counted.foreign += 1;
                }
                _ => {}
            }
        }
        counted
    }

    /// The East Slavic language the letters speak for, their share of the evidence, and a letter that shows it.
    fn language(&self) -> Option<(Language, f64, char)> {
        if self.foreign * 50 > self.cyrillic {
            return None;
        }
        #[allow(clippy::cast_precision_loss)]
        let share = |part: usize, of: usize| part as f64 / of.max(1) as f64;
        let known = self.short_u + self.dotted_i + self.ukrainian + self.i + self.yery;
        if self.short_u > self.ukrainian && self.dotted_i >= self.i
            || self.i == 0 && self.dotted_i > 0 && self.yery > 0 && self.ukrainian == 0
        {
            // Belarusian never has и; quotations in Russian do.
            let evidence = self.short_u + self.dotted_i;
            let letter = if self.short_u > 0 { 'ў' } else { 'і' };
            return Some((Language::Be, share(evidence, evidence + self.i + self.shcha), letter));
        }
        if self.ukrainian > self.short_u && (self.yery + self.short_u) * 2 <= self.ukrainian + self.dotted_i
            || self.dotted_i > 0 && self.i > 0 && self.yery + self.short_u == 0
        {
            // Only Ukrainian has both і and и.
            let evidence = self.ukrainian + self.dotted_i;
            let letter = if self.ukrainian > 0 { 'ї' } else { 'і' };
            return Some((Language::Uk, share(evidence, evidence + self.yery + self.short_u), letter));
        }
        // Russian has neither і nor ў; Bulgarian, which shares its letters, has neither ы nor э and little ь.
        if self.i > self.dotted_i && (self.yery > 0 || self.soft > 0) || known == 0 && self.soft > 0 {
            let evidence = self.i + self.yery + self.shcha;
            let all = evidence + self.dotted_i + self.short_u + self.ukrainian;
            return Some((Language::Ru, share(evidence, all), if self.yery > 0 { 'ы' } else { 'ь' }));
        }
        None
    }
}

/// Small words that Russian has and Bulgarian has not, and the other way round, folded.
const RUSSIAN: &[&str] = &[
    "что",
    "как",
    "его",
    "ее",
    "это",
    "она",
    "он",
    "для",
    "из",
    "все",
    "уже",
    "только",
    "они",
    "был",
    "была",
    "было",
    "были",
    "бы",
    "же",
    "у",
    "об",
    "к",
    "ко",
    "или",
    "так",
    "нет",
    "еще",
    "есть",
    "этого",
    "том",
    "том",
    "меня",
    "мне",
    "тебя",
    "мой",
];
const BULGARIAN: &[&str] = &[
    "се",
    "са",
    "ще",
    "че",
    "е",
    "като",
    "го",
    "му",
    "ги",
    "той",
    "тя",
    "те",
    "беше",
    "да",
    "съм",
    "си",
    "им",
    "това",
    "тази",
    "което",
    "който",
    "които",
    "от",
    "във",
    "със",
    "през",
    "след",
];

/// Whether the small words of a text without telling letters are Russian rather than Bulgarian.
fn speaks_russian(sample: &str) -> bool {
    let mut votes = 0_i32;
    for (_, word) in crate::word_indices(sample).take(2000) {
        let folded = crate::fold(word);
        votes +=
            i32::from(RUSSIAN.contains(&folded.as_str())) - i32::from(BULGARIAN.contains(&folded.as_str()));
        // Verbs and adjectives that end so are Russian.
        votes += i32::from(
            ["ого", "его", "ому", "ему", "ют", "ую"].iter().any(|e| folded.len() > 8 && folded.ends_with(e)),
        );
    }
    votes > 0
}

/// The first word that holds the letter stands for all of them.
fn letter_basis(sample: &str, letter: char) -> Basis {
    let points = CodePoints::new(sample);
    let matches = |form: &&str| {
        let lower = form.to_lowercase();
        lower.contains(letter)
            || (letter == 'ы' && lower.contains(['э', 'ё']))
            || (letter == 'ї' && lower.contains(['є', 'ґ']))
    };
    let found = crate::word_indices(sample).find(|(_, form)| matches(form));
    let (at, form) = found.or_else(|| crate::word_indices(sample).next()).unwrap_or((0, ""));
    let span = Span::new(points.position_of_byte(at), points.position_of_byte(at + form.len()));
    Basis { words: form.to_owned(), place: Place::Text(span), rule: "letters".to_owned() }
}

/// The first words of the longest line, which is prose, stand for the trigrams, which are counted all over the text.
fn trigram_basis(sample: &str) -> Basis {
    let points = CodePoints::new(sample);
    // The first of the longest: `max_by_key` would take the last.
    let line = crate::lines(sample).min_by_key(|line| std::cmp::Reverse(line.text.len()));
    let (start, text) = line.map_or((0, ""), |line| (line.start, line.text));
    let words: Vec<_> = crate::word_indices(text).take(8).collect();
    let first = words.first().map_or(0, |(at, _)| *at);
    let last = words.last().map_or(0, |(at, form)| at + form.len());
    let span = Span::new(points.position_of_byte(start + first), points.position_of_byte(start + last));
    Basis {
        words: text.get(first..last).unwrap_or_default().to_owned(),
        place: Place::Text(span),
        rule: "trigrams".to_owned(),
    }
}

fn trust(info: Option<&whatlang::Info>, letters: usize) -> Confidence {
    match info {
        Some(info) if info.is_reliable() && letters >= 100 => Confidence::High,
        Some(info) if info.is_reliable() || letters >= 200 => Confidence::Medium,
        _ => Confidence::Low,
    }
}

/// whatlang's language as ours; languages without a two-letter code do not occur in it.
fn from_whatlang(lang: Lang) -> Option<Language> {
    let two = match lang.code() {
        "eng" => "en",
        "rus" => "ru",
        "bel" => "be",
        "ukr" => "uk",
        "epo" => "eo",
        "cmn" => "zh",
        "spa" => "es",
        "por" => "pt",
        "ita" => "it",
        "ben" => "bn",
        "fra" => "fr",
        "deu" => "de",
        "kat" => "ka",
        "ara" => "ar",
        "hin" => "hi",
        "jpn" => "ja",
        "heb" => "he",
        "yid" => "yi",
        "pol" => "pl",
        "amh" => "am",
        "jav" => "jv",
        "kor" => "ko",
        "nob" => "nb",
        "dan" => "da",
        "swe" => "sv",
        "fin" => "fi",
        "tur" => "tr",
        "nld" => "nl",
        "hun" => "hu",
        "ces" => "cs",
        "ell" => "el",
        "bul" => "bg",
        "mar" => "mr",
        "kan" => "kn",
        "ron" => "ro",
        "slv" => "sl",
        "hrv" => "hr",
        "srp" => "sr",
        "mkd" => "mk",
        "lit" => "lt",
        "lav" => "lv",
        "est" => "et",
        "tam" => "ta",
        "vie" => "vi",
        "urd" => "ur",
        "tha" => "th",
        "guj" => "gu",
        "uzb" => "uz",
        "pan" => "pa",
        "aze" => "az",
        "ind" => "id",
        "tel" => "te",
        "pes" => "fa",
        "mal" => "ml",
        "ori" => "or",
        "mya" => "my",
        "nep" => "ne",
        "sin" => "si",
        "khm" => "km",
        "tuk" => "tk",
        "aka" => "ak",
        "zul" => "zu",
        "sna" => "sn",
        "afr" => "af",
        "lat" => "la",
        "slk" => "sk",
        "cat" => "ca",
        "tgl" => "tl",
        "hye" => "hy",
        "cym" => "cy",
        _ => return None,
    };
    Language::from_code(two)
}

#[cfg(test)]
mod tests {
    use super::*;
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
        check(
            "Die Regierungen beider Staaten haben sich auf ein gemeinsames Programm geeinigt und wollen es bald unterzeichnen.",
            "de",
        );
        check("", "");
        check("12 34 56", "");
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
