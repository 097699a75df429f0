//! A light stemmer for Belarusian: strips the endings of nouns, adjectives and verbs, then evens out the consonants
//! that change before them (горад, у горадзе; суд, судзе). Vowels that shift with the stress are left alone.

use std::{
    collections::{BTreeSet, HashMap},
    sync::LazyLock,
};

use crate::stem::{Cut, beginning_with};

/// Endings of nouns and adjectives, which leave three letters.
const NOMINAL: &str = "а я о е э ы і у ю ў й ь \
    ая яя ое ае яе ую юю ыя ія ых іх ым ім ай яй ой ей эй ам ям ом ем ах ях аў яў оў еў ыю ію ою ею ью ыі іі ый ій \
    ага яга аму яму ымі імі амі ямі ыяй іяй ыям іям ыях іях ьмі ыяў іяў \
    ыямі іямі ейшы эйшы ейшая эйшая ейшае эйшае ейшых эйшых ейшым эйшым ейшага эйшага ейшаму эйшаму ейшай эйшай \
    ейшыя эйшыя ейшую эйшую ейшымі эйшымі";

/// Endings of verbs and participles, and the -аў of surnames with its cases, which leave four letters.
const VERBAL: &str = "ць аць яць іць ыць уць юць ець аець яець ала яла іла ыла ула алі ялі ілі ылі улі ало яло іло ыло іў ыў уў \
    ае яе аю яю аеш яеш аем яем аеце яеце аюць яюць ею еюць ееш еем \
    іш ыш іце ыце айце яйце аць аючы яючы ючы учы ачы ячы аўшы яўшы іўшы ыўшы \
    аны аная анае аныя аных анага анаму аным анымі анай аную ана ано \
    ава аву аве авы авай авым авымі авых авам авах авамі ева еву еве евы евай евым евымі евых евам евах ова ову ове овы овым \
    ены еная енае еныя еных енага енаму еным енымі енай еную ена ено";

/// Endings of verbs in -аваць, long enough to be told from anything else, which leave three letters.
const VERBAL_LONG: &str = "уе юе ую юю уем юем уеш юеш уеце юеце уюць ююць уючы юючы уй уйце \
    аваць яваць аваў яваў авала явала авалі явалі авало явало аваўшы аваны аваная аванае аваныя аваных аванага аванаму \
    аваным аванымі аванай аваную авана авано яваны яваная яваных явана";

/// Endings by themselves, with how many letters must stay.
static ENDINGS: LazyLock<HashMap<&'static str, usize>> = LazyLock::new(|| {
    let verbal = VERBAL.split_whitespace().map(|ending| (ending, 4));
    let nominal = NOMINAL.split_whitespace().map(|ending| (ending, 3));
    let long = VERBAL_LONG.split_whitespace().map(|ending| (ending, 3));
    verbal.chain(nominal).chain(long).collect()
});

/// Letters in the longest ending.
const LONGEST: usize = 7;

/// The stem of a folded Belarusian word.
pub(crate) fn stem(folded: &str) -> String {
    let mut word: String = folded.chars().filter(|&c| c != '\'').collect();
    // "урад" is "ўрад" after a vowel.
    if let Some(rest) = word.strip_prefix('ў') {
        word = format!("у{rest}");
    }
    if word.bytes().any(|byte| byte.is_ascii_digit()) {
        return word;
    }
    unreflect(&mut word);
    // Byte offsets of the letters, to cut at.
    let cuts: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
    let letters = cuts.len();
    if letters < 4 {
        return word;
    }
    let cut = (1..=LONGEST.min(letters - 3)).rev().find_map(|length| {
        let at = *cuts.get(letters - length)?;
        let (stays, ending) = word.split_at_checked(at)?;
        let least = *ENDINGS.get(ending)?;
        // The ць of дзейнасць belongs to the noun.
        let noun = ending == "ць" && stays.ends_with(['с', 'ш']);
        (letters - length >= least && stays.contains(is_vowel) && !noun).then_some(at)
    });
    if let Some(at) = cut {
        word.truncate(at);
    }
    even_out(word)
}

/// Endings as they are written, with reflexive ones.
static WRITTEN: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let endings = || ENDINGS.keys().copied().chain([""]);
    let plain = endings().map(str::to_owned);
    let of_infinitives = endings().filter_map(|ending| Some([ending.strip_suffix("ць")?, "цца"].concat()));
    let reflexive = endings().map(|ending| [ending, "ся"].concat());
    plain.chain(of_infinitives).chain(reflexive).chain(["цца".to_owned()]).collect()
});

/// Endings that fit behind anything.
const ANY: [&str; 5] = ["", "а", "ы", "е", "у"];

/// Stems that do not begin with `prefix`, of words that do.
pub(crate) fn stems_short_of(prefix: &str) -> BTreeSet<String> {
    let mut stems = BTreeSet::new();
    for Cut { base, rest } in Cut::all(prefix) {
        let mut take = |between: &str, ending: &str| {
            stems.insert(stem(&[base, between, ending].concat()));
        };
        // What softening makes of the end of the base: д and дз, т and ц, a letter doubled.
        let last = base.get(base.char_indices().next_back().map_or(0, |(at, _)| at)..).unwrap_or_default();
        for changed in ["", last, "ц", "ў", "цц", "ўў"] {
            for soft in ["", "з", "ь", "й", "зь"] {
                let between = [changed, soft].concat();
                match rest.strip_prefix(between.as_str()) {
                    Some(rest) => {
                        beginning_with(&WRITTEN, rest).for_each(|ending| take(&between, ending));
                    }
                    None if between.starts_with(rest) => {
                        ANY.iter().for_each(|ending| take(&between, ending));
                    }
                    None => {}
                }
            }
        }
    }
    // Every stem begins with у for ў.
    let beginning = prefix.strip_prefix('ў').map_or(prefix.to_owned(), |rest| format!("у{rest}"));
    stems.retain(|stem| !stem.starts_with(&beginning));
    stems
}

/// Takes the reflexive ending off a verb: змянілася → змяніла, мяняецца → мяняець.
fn unreflect(word: &mut String) {
    if let Some(verb) = word.strip_suffix("цца") {
        *word = format!("{verb}ць");
    } else if word.chars().count() > 5
        && ["лася", "лося", "ліся", "ўся", "шся", "мся", "йся", "цеся"]
            .iter()
            .any(|ending| word.ends_with(ending))
    {
        word.truncate(word.len() - "ся".len());
    }
}

/// Undoes what softening does to the last consonants: дз → д, ц → т, doubled consonants single, soft sign dropped.
fn even_out(mut stem: String) -> String {
    let letters = |stem: &str| stem.chars().count();
    while letters(&stem) > 3 && stem.ends_with(['ь', 'й']) {
        stem.pop();
    }
    if letters(&stem) > 3 && stem.ends_with("дз") {
        stem.pop();
    }
    let mut last_two = stem.chars().rev();
    if let (Some(last), Some(before)) = (last_two.next(), last_two.next())
        && last == before
        && letters(&stem) > 3
    {
        stem.pop();
    }
    let hardened = match stem.chars().next_back() {
        Some('ц') => 'т',
        Some('ў') => 'в',
        _ => return stem,
    };
    stem.pop();
    stem.push(hardened);
    stem
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'а' | 'я' | 'о' | 'е' | 'э' | 'ы' | 'і' | 'у' | 'ю')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold;

    /// All the forms share one stem.
    #[track_caller]
    fn meet(forms: &str) {
        let stems: Vec<_> = forms.split_whitespace().map(|form| stem(&fold(form))).collect();
        assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{forms}: {stems:?}");
    }

    /// No two of the words share a stem.
    #[track_caller]
    fn part(words: &str) {
        let stems: Vec<_> = words.split_whitespace().map(|form| stem(&fold(form))).collect();
        let unique: std::collections::BTreeSet<_> = stems.iter().collect();
        assert_eq!(unique.len(), stems.len(), "{words}: {stems:?}");
    }

    #[test]
    fn forms_of_a_noun_meet() {
        meet("саюз саюза саюзу саюзам саюзе саюзы саюзаў саюзах саюзамі");
        meet("урад урада ўрад ураду ўрадам урадзе ўрады");
        meet("дзяржава дзяржавы дзяржаву дзяржавай дзяржаў дзяржавам дзяржавах");
        meet("інтэграцыя інтэграцыі інтэграцыю інтэграцыяй інтэграцый інтэграцыямі");
        meet("незалежнасць незалежнасці незалежнасцю");
        meet("пагадненне пагаднення пагадненню пагадненнем пагадненні пагадненняў пагадненнях");
        meet("прэзідэнт прэзідэнта прэзідэнту прэзідэнтам прэзідэнце прэзідэнты прэзідэнтаў");
        meet("выбары выбараў выбарам выбарамі выбарах");
        meet("санкцыя санкцыі санкцый санкцыям санкцыямі санкцыях");
        meet("мяжа мяжы мяжу мяжой");
        meet("рубель рубелем");
        meet("горад горада гораду горадам горадзе");
        meet("Лукашэнка Лукашэнкі Лукашэнку Лукашэнкам");
        meet("Мядзведзеў Мядзведзева Мядзведзеву Мядзведзевым");
    }

    #[test]
    fn forms_of_an_adjective_meet() {
        meet("саюзны саюзная саюзнае саюзныя саюзнага саюзнай саюзнаму саюзным саюзных саюзную саюзнымі");
        meet("эканамічны эканамічная эканамічнага эканамічных эканамічнымі");
        meet("расійскі расійская расійскага расійскіх расійскімі расійскую");
    }

    #[test]
    fn forms_of_a_verb_meet() {
        meet("падпісаць падпісаў падпісала падпісалі падпісаны падпісаная");
        meet("слухаць слухае слухаюць слухаў слухалі слухайце");
        meet("рыхтаваць рыхтуе рыхтуюць рыхтавалі рыхтаваў");
        meet("змяніць змяніў змяніла змянілі змянілася змяніцца");
    }

    #[test]
    fn different_words_stay_apart() {
        part("мова мост места месяц мытня");
        part("выбар выбух выгода высылка");
        part("газ газета гара горад год");
        part("падатак падзея падтрымка палітыка");
        part("саюз савет сродак страна");
    }
}
