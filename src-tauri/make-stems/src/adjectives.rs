//! Forms of adjectives that the dictionary leaves out or has as words of their own: short ones, comparatives, superlatives.

use std::collections::{BTreeMap, BTreeSet};

use crate::dictionary::Word;

/// Endings of a superlative.
const ENDINGS: [&str; 13] =
    ["ий", "его", "ему", "им", "ем", "ая", "ей", "ею", "ую", "ее", "ие", "их", "ими"];

/// Gives adjectives those forms. Of what adjectives each comparative and superlative is one.
pub fn complete(words: &mut [Word]) -> BTreeMap<String, BTreeSet<usize>> {
    let mut degrees: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (place, word) in words.iter_mut().enumerate() {
        let Some(kept) = ["ый", "ой", "ий"].iter().find_map(|ending| word.base.strip_suffix(ending)) else { continue };
        if word.classes.contains('A') {
            let compared = compared(kept);
            for form in &compared {
                degrees.entry(form.clone()).or_default().insert(place);
            }
            word.forms.extend(short(kept));
            word.forms.extend(compared);
        }
    }
    degrees
}

fn short(kept: &str) -> Vec<String> {
    let mut forms: Vec<String> = ["", "а", "о", "ы"].iter().map(|ending| format!("{kept}{ending}")).collect();
    let (Some(last), Some(before)) = (kept.chars().last(), kept.chars().rev().nth(1)) else { return forms };
    // A vowel comes between two consonants at the end: долж(е)н, кре(пок).
    if "аеиоуыэюя".contains(before) {
        return forms;
    }
    let end = kept.len() - last.len_utf8();
    let soft = end - before.len_utf8();
    let softened = kept.get(..if "ьй".contains(before) { soft } else { end }).unwrap_or_default();
    match last {
        'н' => forms.push(format!("{softened}ен")),
        'к' if before == 'ь' => forms.push(format!("{softened}ек")),
        'к' => forms.push(format!("{softened}ок")),
        _ => {}
    }
    forms
}

fn compared(kept: &str) -> Vec<String> {
    if kept.ends_with("ск") || kept.ends_with("цк") || kept.ends_with(['щ', 'ш']) {
        return Vec::new();
    }
    let changed = [('к', 'ч'), ('г', 'ж'), ('х', 'ш')].iter().find_map(|(from, to)| Some(format!("{}{to}", kept.strip_suffix(*from)?)));
    let (comparatives, superlative) = match changed {
        Some(changed) => (vec![format!("{changed}е")], format!("{changed}айш")),
        None => (vec![format!("{kept}ее"), format!("{kept}ей")], format!("{kept}ейш")),
    };
    let more = comparatives.iter().flat_map(|form| [form.clone(), format!("по{form}")]);
    let most = ENDINGS.iter().flat_map(|ending| [format!("{superlative}{ending}"), format!("наи{superlative}{ending}")]);
    more.chain(most).collect()
}
