//! The seam to the languages: what becomes of a word before it is put into, or looked for in, the search index.
//!
//! One folded stem per position. A word in Latin letters is stemmed as English whatever the article's language; a word in
//! Cyrillic letters as the article's language has it. A query does not know the article's language, so it asks for each.

use std::{cell::RefCell, collections::BTreeSet, rc::Rc};

use chancery_model::{CodePoints, Furniture, Language, Span};
use chancery_text::{
    Memory, OF_DEGREE, fold, is_letter_or_digit, stem, stems_short_of, word_indices, word_spans,
};

/// Version of what goes into the index: of `text`'s analysis, and of this seam (the hundreds).
pub(crate) const VERSION: u32 = 100 + chancery_text::ANALYSIS_VERSION;

/// A word as the index knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// Its folded form, for prefixes.
    pub(crate) folded: String,
    /// Its folded stem.
    pub(crate) stem: String,
}

impl Word {
    /// Whether the word or its stem does: a stem stands for all its forms.
    pub(crate) fn begins(&self, beginning: &str) -> bool {
        self.folded.starts_with(beginning) || self.stem.starts_with(beginning)
    }
}

/// A word of a text, and where it stands in code points.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub(crate) span: Span,
    /// The number of the word.
    pub(crate) place: u32,
    pub(crate) word: Rc<Word>,
}

thread_local! {
    /// Words of articles of Belarusian, Ukrainian and any other language.
    static WORDS: RefCell<[Memory<Rc<Word>>; 3]> = RefCell::default();
    /// Their stems alone, for what is fed to the index.
    static STEMS: RefCell<[Memory<String>; 3]> = RefCell::default();
}

fn of_language<T>([belarusian, ukrainian, other]: &mut [T; 3], language: Option<Language>) -> &mut T {
    match language {
        Some(Language::Be) => belarusian,
        Some(Language::Uk) => ukrainian,
        _ => other,
    }
}

/// A word as the index knows it in an article of a language.
pub(crate) fn word(form: &str, language: Option<Language>) -> Rc<Word> {
    WORDS.with_borrow_mut(|words| {
        let read = |form: &str| {
            let (folded, stem) = read(form, language);
            Rc::new(Word { folded, stem })
        };
        Rc::clone(of_language(words, language).of(form, read))
    })
}

fn read(form: &str, language: Option<Language>) -> (String, String) {
    let folded = fold(form);
    let stemmed = match (is_cyrillic(&folded), language) {
        (false, _) => stem(&folded, Language::En),
        (true, Some(language @ (Language::Be | Language::Uk))) => stem(&folded, language),
        (true, _) => stem(&folded, Language::Ru),
    };
    (plain(folded), plain(stemmed))
}

/// Every stem a query word may have in the index.
pub(crate) fn stems_asked(form: &str) -> Vec<String> {
    let mut stems: Vec<String> = [Some(Language::Ru), Some(Language::Be), Some(Language::Uk)]
        .into_iter()
        .map(|language| word(form, language).stem.clone())
        .filter(|stem| !stem.is_empty())
        .collect();
    stems.dedup();
    stems
}

/// Stems of words that begin with a folded prefix, which themselves do not, and maybe some of no such word.
pub(crate) fn stems_not_beginning(prefix: &str) -> BTreeSet<String> {
    let languages: &[Language] =
        if is_cyrillic(prefix) { &[Language::Ru, Language::Be] } else { &[Language::En] };
    let stems = languages.iter().flat_map(|language| stems_short_of(prefix, *language)).map(plain);
    stems.filter(|stem| !stem.is_empty()).collect()
}

/// The languages a Cyrillic query is asked in, one after another.
pub(crate) const ASKED: [Language; 3] = [Language::Ru, Language::Be, Language::Uk];

/// The letters that the words asked for begin with. What begins with no such letter need not be stemmed: stems begin as their
/// words do.
#[derive(Clone, Debug)]
pub(crate) struct Beginnings {
    /// Of the letters of each script, whether a word that begins with it may be one.
    ascii: [bool; 128],
    cyrillic: [bool; 128],
}

/// The first letter of [`Beginnings`]' `cyrillic`; those 128 have two bytes each, the first of them 0xd0 or 0xd1.
const CYRILLIC: u32 = 0x400;

impl Default for Beginnings {
    fn default() -> Self {
        let whole = |c| first_letter(c).is_none();
        Self { ascii: letters_from(0).map(whole), cyrillic: letters_from(CYRILLIC).map(whole) }
    }
}

fn letters_from(first: u32) -> [char; 128] {
    let mut next = first..;
    [(); 128].map(|()| next.next().and_then(char::from_u32).unwrap_or_default())
}

impl Beginnings {
    /// Adds that of a folded word or stem.
    pub(crate) fn add(&mut self, word: &str) {
        let Some(letter) = word.chars().next().map(|c| first_letter(c).unwrap_or(c)) else { return };
        for (first, script) in [(0, &mut self.ascii), (CYRILLIC, &mut self.cyrillic)] {
            for (c, may_be) in letters_from(first).into_iter().zip(script) {
                *may_be |= first_letter(c) == Some(letter);
            }
        }
    }

    /// Whether a word as it is written may be one of those.
    fn may_be(&self, form: &str) -> bool {
        let known = match *form.as_bytes() {
            [first, ref rest @ ..] if first.is_ascii() => self.ascii.get(usize::from(first)).zip(Some(rest)),
            [first @ (0xd0 | 0xd1), second, ref rest @ ..] => {
                let letter = usize::from(first & 1) << 6 | usize::from(second & 0x3f);
                self.cyrillic.get(letter).zip(Some(rest))
            }
            _ => None,
        };
        match known {
            // With a mark that follows it (U+0300 and on) the letter may be another.
            Some((false, rest)) => matches!(rest, [0xcc | 0xcd, ..]) || is_of_degree(form),
            _ => true,
        }
    }
}

fn is_of_degree(form: &str) -> bool {
    OF_DEGREE.iter().any(|start| {
        let mut letters = form.chars().map(first_letter);
        start.chars().all(|letter| letters.next().flatten() == first_letter(letter))
    })
}

/// What the fold and stem of a word begin with where it begins with this; `None` where it takes the whole word to know. The
/// two that stand for each other are one: у and ў, і and i.
fn first_letter(c: char) -> Option<char> {
    Some(match c {
        'і' | 'І' | 'i' | 'I' => 'i',
        'ў' | 'Ў' => 'у',
        'ё' | 'Ё' => 'е',
        'А'..='Я' => char::from_u32(u32::from(c) + 32)?,
        'а'..='я' => c,
        _ if c.is_ascii_alphanumeric() => c.to_ascii_lowercase(),
        _ => return None,
    })
}

/// The tokens of a text that may be one of the words asked for by how they begin. Those that reach into furniture are not, and
/// are not counted.
pub(crate) fn tokens<'t>(
    text: &'t str,
    language: Option<Language>,
    furniture: &'t [Furniture],
    asked: &'t Beginnings,
) -> impl Iterator<Item = Token> + 't {
    let mut words = 0;
    let mut ahead = furniture.iter().map(|piece| piece.span).peekable();
    word_spans(text).filter_map(move |(span, form)| {
        while ahead.next_if(|piece| piece.end <= span.start).is_some() {}
        if ahead.peek().is_some_and(|piece| piece.overlaps(&span)) {
            return None;
        }
        let place = words;
        words += 1;
        if !asked.may_be(form) {
            return None;
        }
        let word = word(form, language);
        if word.stem.is_empty() {
            words = place;
            return None;
        }
        Some(Token { span, place, word })
    })
}

/// What is fed to the index: the stems of [`tokens`] parted by blanks.
pub(crate) fn fed(text: &str, language: Option<Language>, furniture: &[Furniture]) -> String {
    let points = (!furniture.is_empty()).then(|| CodePoints::new(text));
    let bytes =
        |span: &Span| Some(points.as_ref()?.byte_of(span.start)?..points.as_ref()?.byte_of(span.end)?);
    let mut hidden = furniture.iter().filter_map(|piece| bytes(&piece.span)).peekable();
    let mut fed = String::with_capacity(text.len());
    STEMS.with_borrow_mut(|stems| {
        let stems = of_language(stems, language);
        for (at, form) in word_indices(text) {
            while hidden.next_if(|range| range.end <= at).is_some() {}
            if hidden.peek().is_some_and(|range| range.start < at + form.len()) {
                continue;
            }
            let stem = stems.of(form, |form| read(form, language).1);
            if !stem.is_empty() {
                fed.push_str(stem);
                fed.push(' ');
            }
        }
    });
    fed
}

/// Letters and digits only: the index's own tokenizer must not part what this seam holds together.
fn plain(word: String) -> String {
    if word.chars().all(is_letter_or_digit) {
        return word;
    }
    word.chars().filter(|c| is_letter_or_digit(*c)).collect()
}

fn is_cyrillic(word: &str) -> bool {
    word.chars().any(|c| matches!(c, '\u{400}'..='\u{52f}'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chancery_model::FurnitureKind;

    #[test]
    fn furniture_is_not_indexed_and_positions_stay_those_of_the_text() {
        let text = "Договор подписан.\nПоделиться\nДоговоры в силе.";
        let furniture = [Furniture { span: Span::new(18, 28), kind: FurnitureKind::Share }];
        let mut asked = Beginnings::default();
        ["договор", "подписан", "в", "силе"].into_iter().for_each(|word| asked.add(word));
        let found: Vec<_> = tokens(text, Some(Language::Ru), &furniture, &asked).collect();
        let starts: Vec<_> = found.iter().map(|token| token.span.start).collect();
        assert_eq!(starts, [0, 8, 29, 38, 40]);
        assert_eq!(found[0].word.stem, found[2].word.stem);
        let stems: String = found.iter().map(|token| format!("{} ", token.word.stem)).collect();
        assert_eq!(fed(text, Some(Language::Ru), &furniture), stems);
    }

    #[test]
    fn what_begins_as_nothing_asked_for_is_counted_and_not_stemmed() {
        let text = "Ўчора І. Лукашэнка сказал, ўвесь и\u{306}од и НАИлучший.";
        let mut asked = Beginnings::default();
        ["увесь", "йод"].into_iter().for_each(|word| asked.add(word));
        let found: Vec<_> = tokens(text, Some(Language::Be), &[], &asked).collect();
        let told: Vec<_> = found.iter().map(|token| (token.place, token.word.folded.as_str())).collect();
        assert_eq!(told, [(0, "ўчора"), (4, "ўвесь"), (5, "йод"), (7, "наилучший")]);
    }

    proptest::proptest! {
        #[test]
        fn a_word_is_never_taken_for_one_that_begins_otherwise(
            form in "[a-zа-яёўіїґёA-ZА-ЯЁЎІ’0-9\u{301}\u{306}\u{308}łšćźńß]{1,9}",
            language in 0..4_usize,
        ) {
            let language = [Some(Language::Ru), Some(Language::Be), Some(Language::Uk), None][language];
            for (_, form) in word_indices(&form) {
                let word = word(form, language);
                for part in [&word.folded, &word.stem] {
                    let mut asked = Beginnings::default();
                    asked.add(part);
                    proptest::prop_assert!(part.is_empty() || asked.may_be(form), "{form} {word:?}");
                }
                proptest::prop_assert!(!word.stem.is_empty() || Beginnings::default().may_be(form));
            }
        }
    }

    #[test]
    fn an_article_and_a_query_meet_whatever_the_language_of_the_article() {
        for language in [Some(Language::Ru), Some(Language::Be), Some(Language::Uk), None] {
            let word = word("аб’яднання", language);
            assert!(stems_asked("аб'яднання").contains(&word.stem), "{language:?}");
        }
    }
}
