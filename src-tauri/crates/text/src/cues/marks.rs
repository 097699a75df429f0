//! What of a sentence is the same in every language: its numbers and its names.

use chancery_model::{Language, Span};

use crate::dates::Positions;
use crate::learn::hash;
use crate::{fold, stem, word_indices};

/// Hashes of the numbers and names of a sentence, each once, ascending; `without` are words that are neither (its date).
pub(super) fn marks(sentence: &str, without: &[Span], language: Option<Language>) -> Vec<u32> {
    let mut positions = Positions::new(sentence);
    let mut marks = Vec::new();
    for (number, (at, form)) in word_indices(sentence).enumerate() {
        let start = positions.of(at);
        if without.iter().any(|span| span.start <= start && start < span.end) {
            continue;
        }
        if form.chars().all(|c| c.is_ascii_digit()) {
            marks.push(hash(2, form.trim_start_matches('0')));
        } else if number > 0 && form.starts_with(char::is_uppercase) {
            let folded = fold(form);
            let language = if folded.is_ascii() { Language::En } else { language.unwrap_or(Language::Ru) };
            let name = match language {
                Language::Ru | Language::Be => stem(&folded, language),
                _ => folded.trim_end_matches("'s").to_owned(),
            };
            let skeleton = skeleton(&name);
            if skeleton.len() > 1 {
                marks.push(hash(3, &skeleton));
            }
        }
    }
    marks.sort_unstable();
    marks.dedup();
    marks
}

/// The consonants of a name, in Latin and with those alike made one: Lukashenko, Лукашенко and Лукашэнка have the same.
fn skeleton(name: &str) -> String {
    let mut out = String::new();
    let mut letters = name.chars().peekable();
    while let Some(c) = letters.next() {
        let next = letters.peek().copied();
        let (sound, two) = match (c, next) {
            ('s', Some('h')) | ('c', Some('z')) => ('š', true),
            ('c' | 'z', Some('h')) => ('š', true),
            ('k', Some('h')) => ('h', true),
            ('t', Some('s')) | ('д' | 'd', Some('z' | 'з')) => ('t', true),
            ('ш' | 'щ' | 'ч' | 'ж' | 'š' | 'č' | 'ž', _) => ('š', false),
            ('ц' | 'т', _) => ('t', false),
            ('б' | 'b', _) => ('b', false),
            ('в' | 'ў' | 'v' | 'w', _) => ('v', false),
            ('г' | 'х' | 'h' | 'g', _) => ('h', false),
            ('д' | 'd', _) => ('t', false),
            ('з' | 'с' | 'z', _) => ('s', false),
            ('к' | 'k' | 'q' | 'c', _) => ('k', false),
            ('л' | 'l', _) => ('l', false),
            ('м' | 'm', _) => ('m', false),
            ('н' | 'n', _) => ('n', false),
            ('п' | 'p', _) => ('p', false),
            ('р' | 'r', _) => ('r', false),
            ('ф' | 'f', _) => ('f', false),
            ('s' | 't', _) => (c, false),
            _ => continue,
        };
        if two {
            letters.next();
        }
        if !out.ends_with(sound) {
            out.push(sound);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(sentence: &str, language: Language) -> Vec<u32> {
        marks(sentence, &[], Some(language))
    }

    #[test]
    fn names_and_numbers_are_the_same_in_three_languages() {
        let english = of("Then Putin and Lukashenko agreed on 28 programmes in Moscow", Language::En);
        let russian = of("Тогда Путин и Лукашенко согласовали 28 программ в Москве", Language::Ru);
        let belarusian = of("Тады Пуцін і Лукашэнка ўзгаднілі 28 праграм у Маскве", Language::Be);
        assert_eq!(english.len(), 4);
        assert_eq!((&russian, &belarusian), (&english, &english));
        assert_ne!(of("Then Rapota agreed on 28", Language::En), english);
    }

    #[test]
    fn the_first_word_and_what_is_left_out_are_no_names() {
        let sentence = "Yesterday the parties met";
        assert_eq!(of(sentence, Language::En), []);
        let dated = "They met on 9 September 2021";
        assert_eq!(marks(dated, &[Span::new(12, 28)], Some(Language::En)), []);
    }
}
