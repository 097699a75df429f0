//! Stems: Snowball for English, Snowball corrected by a dictionary for Russian, a light stemmer of our own for Belarusian.

use std::{
    cell::RefCell,
    collections::BTreeSet,
    ops::Bound::{Included, Unbounded},
};

use chancery_model::Language;
use rustc_hash::FxHashMap;

use crate::{belarusian, english, russian};

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
        Language::En => english::stem(folded),
        Language::Ru => russian::stem(folded),
        Language::Be => belarusian::stem(folded),
        Language::Uk | Language::Other(_) => folded.to_owned(),
    }
}

/// Stems that do not begin with `prefix` though words that begin so may have them, and maybe some that no such word has: `integrat`
/// leads to *integr*, `union` to none. The prefix is folded.
#[must_use]
pub fn stems_short_of(prefix: &str, language: Language) -> BTreeSet<String> {
    match language {
        _ if prefix.len() > LONGEST => BTreeSet::new(),
        Language::En => english::stems_short_of(prefix),
        Language::Ru => russian::stems_short_of(prefix),
        Language::Be => belarusian::stems_short_of(prefix),
        Language::Uk | Language::Other(_) => BTreeSet::new(),
    }
}

/// What the stems of words that begin with `prefix` begin with, but for those that fall short of it: у and ў stand for each other
/// at the beginning of a word.
#[must_use]
pub fn beginnings(prefix: &str) -> Vec<String> {
    let other = [('у', 'ў'), ('ў', 'у')]
        .into_iter()
        .find_map(|(one, other)| prefix.strip_prefix(one).map(|rest| format!("{other}{rest}")));
    [prefix.to_owned()].into_iter().chain(other).collect()
}

/// The endings that begin so, in order.
pub(crate) fn beginning_with<'e>(
    endings: &'e BTreeSet<String>,
    rest: &'e str,
) -> impl Iterator<Item = &'e str> {
    let from = endings.range::<str, _>((Included(rest), Unbounded)).map(String::as_str);
    from.take_while(move |ending| ending.starts_with(rest))
}

/// A prefix in two parts, neither of them empty.
#[derive(Clone, Copy)]
pub(crate) struct Cut<'p> {
    pub(crate) base: &'p str,
    pub(crate) rest: &'p str,
}

impl<'p> Cut<'p> {
    pub(crate) fn all(prefix: &'p str) -> impl Iterator<Item = Self> {
        prefix.char_indices().skip(1).filter_map(|(at, _)| {
            let (base, rest) = prefix.split_at_checked(at)?;
            Some(Self { base, rest })
        })
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

    /// Every beginning of a word leads to its stem.
    #[track_caller]
    fn leads(word: &str, language: Language) {
        let stem = stem(word, language);
        for (at, _) in word.char_indices().skip(2).chain([(word.len(), ' ')]) {
            let prefix = &word[..at];
            assert!(
                beginnings(prefix).iter().any(|beginning| stem.starts_with(beginning))
                    || stems_short_of(prefix, language).contains(&stem),
                "{prefix}* {word}: {stem}"
            );
        }
    }

    #[test]
    fn a_prefix_leads_to_the_stems_of_its_words() {
        let words = "integration hoping skies policy policies probability studying dying stopped relational agreed \
            national nationalizations classes useful unpredictably early";
        words.split_whitespace().for_each(|word| leads(word, Language::En));
        let words = "пишет договорами самостоятельностью писавшего поставок временной послов";
        words.split_whitespace().for_each(|word| leads(word, Language::Ru));
        let words = "прэзідэнце урадзе змянілася змяняецца пагадненнямі жыццё рыхтавалі незалежнасцю";
        words.split_whitespace().for_each(|word| leads(&fold(word), Language::Be));
    }

    #[test]
    fn a_prefix_leads_to_no_stem_that_no_word_has_with_it() {
        let check = |prefix: &str, language: Language, stems: &[&str]| {
            let found: Vec<String> = stems_short_of(prefix, language).into_iter().collect();
            assert_eq!(found, stems, "{prefix}");
        };
        check("integr", Language::En, &[]);
        // Of a "sanctioness". Whether the index has it is for who asks to see.
        check("sanction", Language::En, &["sanctio"]);
        check("integrat", Language::En, &["integr"]);
        check("интеграц", Language::Ru, &[]);
        check("інтэг", Language::Be, &[]);
        check("інтэгра", Language::Be, &["інтэгр"]);
    }

    #[test]
    fn a_prefix_of_a_degree_leads_to_the_adjective_unless_it_leads_to_all_of_them() {
        assert!(stems_short_of("поваж", Language::Ru).contains("важн"));
        assert!(stems_short_of("наиваж", Language::Ru).contains("важн"));
        assert!(stems_short_of("по", Language::Ru).len() < 50);
        assert!(stems_short_of("наи", Language::Ru).len() < 50);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

        #[test]
        fn every_prefix_of_an_english_word_leads_to_its_stem(word in "[a-z]{1,4}([a-z]{0,3}|at|bl|iz|og|ic|al|ie|y)(al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ism|ate|it|ous|ive|ize|sion|tion|ful|ness|ative|less|li|){1,3}(|y|ies|ied|ed|edly|ing|ingly|s|es|nning|pped|bly|lly|ly|ogy|al|e|or|ers)(|s)") {
            leads(&word, Language::En);
        }

        #[test]
        fn every_prefix_of_a_russian_word_leads_to_its_stem(word in "[а-я]{1,5}(|нн|ост|ость|ейш|ост|и|л|ем|вш|ующ|ивш|н)(|ий|ая|ого|ыми|ишь|ете|ла|ить|ивши|ов|иями|ей|а|е|ь|и|ью)(|ся|сь)") {
            leads(&word, Language::Ru);
        }

        #[test]
        fn every_prefix_of_a_belarusian_word_leads_to_its_stem(word in "[абвгдежзійклмнопрстуўфхцчшыьэюя]{1,5}(|дз|ц|цц|нн|ль|ў|й)(|а|ы|е|ай|амі|аваць|авалі|еўшы|ейшага|уецца|ыўся|алася|ілі|ць|цца|іцеся|ямі)") {
            leads(&fold(&word), Language::Be);
        }
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
