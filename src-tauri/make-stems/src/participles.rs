//! Participles are words of their own in the dictionary; they belong to the verb one of whose forms they are made from.

use std::collections::{BTreeMap, BTreeSet};

use crate::dictionary::Word;

/// The verbs each form may be one of.
pub fn verbs(words: &[Word]) -> BTreeMap<&str, BTreeSet<usize>> {
    let mut verbs: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (place, word) in words.iter().enumerate().filter(|(_, word)| is_verb(word)) {
        for form in &word.forms {
            verbs.entry(form).or_default().insert(place);
        }
    }
    verbs
}

/// The verbs a word may be a participle of.
pub fn verbs_of(word: &Word, verbs: &BTreeMap<&str, BTreeSet<usize>>) -> BTreeSet<usize> {
    if is_verb(word) {
        return BTreeSet::new();
    }
    made_from(&word.base).iter().filter_map(|form| verbs.get(form.as_str())).flatten().copied().collect()
}

fn is_verb(word: &Word) -> bool {
    ["ть", "ти", "чь", "ться", "тись", "чься"].iter().any(|ending| word.base.ends_with(ending))
        && word.forms.iter().any(|form| form.ends_with('л') || form.ends_with("лся"))
}

/// Forms of verbs a participle may be made from: читают → читающий, читал → читавший, написать → написанный …
fn made_from(participle: &str) -> Vec<String> {
    let (body, reflexive) = match participle.strip_suffix("ся") {
        Some(body) => (body, true),
        None => (participle, false),
    };
    let mut forms = Vec::new();
    let mut from = |ending: &str, others: &[&str]| {
        if let Some(kept) = body.strip_suffix(ending) {
            forms.extend(others.iter().map(|other| format!("{kept}{other}")));
        }
    };
    from("щий", &["т"]);
    from("вший", &["л"]);
    if !body.ends_with("вший") {
        from("ший", &["", "л"]);
    }
    from("анный", &["ать"]);
    from("янный", &["ять"]);
    from("енный", &["у", "ю", "ут", "ют", "ит"]);
    from("тый", &["ть"]);
    from("емый", &["ем"]);
    from("имый", &["им"]);
    from("омый", &["ом"]);
    if reflexive {
        return forms.iter().flat_map(|form| [format!("{form}ся"), form.clone()]).collect();
    }
    forms
}
