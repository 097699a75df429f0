//! Stems: Snowball for English and Russian, a light stemmer of our own for Belarusian.

use std::sync::LazyLock;

use chancery_model::Language;
use rust_stemmers::{Algorithm, Stemmer};

use crate::belarusian;

static ENGLISH: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));
static RUSSIAN: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::Russian));

/// Longer than any word of prose: what is longer is data, and is left as it is.
const LONGEST: usize = 128;

/// The stem of a folded word. Languages without a stemmer keep the word.
#[must_use]
pub fn stem(folded: &str, language: Language) -> String {
    if folded.len() > LONGEST {
        return folded.to_owned();
    }
    match language {
        Language::En => ENGLISH.stem(folded).into_owned(),
        Language::Ru => RUSSIAN.stem(folded).into_owned(),
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
