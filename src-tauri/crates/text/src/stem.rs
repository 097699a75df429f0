//! Stems: Snowball for English, Snowball corrected by a dictionary for Russian, a light stemmer of our own for Belarusian.

use std::cell::RefCell;
use std::sync::LazyLock;

use chancery_model::Language;
use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

use crate::{belarusian, russian};

static ENGLISH: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));

/// Longer than any word of prose: what is longer is data, and is left as it is.
const LONGEST: usize = 128;

/// Words whose stems a thread remembers, for each language.
const REMEMBERED: usize = 10_000;

thread_local! {
    /// Prose repeats its words: looking a stem up takes a fifth of the time of finding it.
    static KNOWN: RefCell<[FxHashMap<Box<str>, Box<str>>; 3]> = RefCell::default();
}

/// The stem of a folded word. Languages without a stemmer keep the word.
#[must_use]
pub fn stem(folded: &str, language: Language) -> String {
    let slot = match language {
        Language::En => 0,
        Language::Ru => 1,
        Language::Be => 2,
        Language::Uk | Language::Other(_) => return folded.to_owned(),
    };
    if folded.len() > LONGEST {
        return folded.to_owned();
    }
    KNOWN.with_borrow_mut(|known| {
        let Some(known) = known.get_mut(slot) else { return found(folded, language) };
        if let Some(stem) = known.get(folded) {
            return stem.to_string();
        }
        let stem = found(folded, language);
        if known.len() >= REMEMBERED {
            known.clear();
        }
        known.insert(folded.into(), stem.as_str().into());
        stem
    })
}

fn found(folded: &str, language: Language) -> String {
    match language {
        Language::En => ENGLISH.stem(folded).into_owned(),
        Language::Ru => russian::stem(folded),
        Language::Be => belarusian::stem(folded),
        Language::Uk | Language::Other(_) => folded.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold;
    use proptest::prelude::*;

    /// All the words share one stem.
    #[track_caller]
    fn meet(language: Language, words: &str) {
        let stems: Vec<_> = words.split_whitespace().map(|word| stem(&fold(word), language)).collect();
        assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{words}: {stems:?}");
    }

    #[test]
    fn forms_of_a_word_meet() {
        meet(Language::En, "integration integrate integrated integrating");
        meet(Language::En, "sanction sanctions sanctioned");
        meet(Language::En, "currency currencies");
        meet(Language::Ru, "договор договора договоре договоры договоров");
        meet(Language::Ru, "союзный союзного союзном союзные");
        meet(Language::Ru, "заём заем");
        meet(Language::Ru, "писать пишу пишет писал пишущий писавшего");
        meet(Language::Ru, "требовать требует требующими требуемого требовавшая");
        meet(Language::Ru, "важный важен важнее поважнее наиважнейшие");
        meet(Language::Ru, "поставка поставок поставками");
    }

    proptest! {
        #[test]
        fn stemming_takes_anything(text in "\\PC{0,40}") {
            for language in [Language::En, Language::Ru, Language::Be, Language::Uk] {
                let _ = stem(&fold(&text), language);
            }
        }
    }
}
