//! Words with their forms, from a Hunspell dictionary whose affixes are suffixes only.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;

use regex::Regex;

/// An entry of the dictionary with its forms, folded.
pub struct Word {
    pub base: String,
    /// The suffix classes it takes.
    pub classes: String,
    pub forms: Vec<String>,
}

struct Suffix {
    strip: String,
    add: String,
    condition: Regex,
}

/// Reads `PATH.aff` and `PATH.dic`; names are left out.
pub fn read(path: &str) -> Result<Vec<Word>, Box<dyn Error>> {
    let mut suffixes: BTreeMap<char, Vec<Suffix>> = BTreeMap::new();
    for line in fs::read_to_string(format!("{path}.aff"))?.lines() {
        let parts: Vec<&str> = line.split_whitespace().collect();
        let ["SFX", class, strip, add, condition, ..] = parts[..] else { continue };
        let some = |part: &str| if part == "0" { String::new() } else { part.to_owned() };
        let Some(class) = class.chars().next() else { continue };
        let condition = Regex::new(&format!("{condition}$"))?;
        suffixes.entry(class).or_default().push(Suffix { strip: some(strip), add: some(add), condition });
    }
    let mut words = Vec::new();
    for line in fs::read_to_string(format!("{path}.dic"))?.lines().skip(1) {
        let (base, classes) = line.trim().split_once('/').unwrap_or((line.trim(), ""));
        if base.is_empty() || !base.chars().all(|c| matches!(c, 'а'..='я' | 'ё')) {
            continue;
        }
        let mut forms = vec![fold(base)];
        for suffix in classes.chars().filter_map(|class| suffixes.get(&class)).flatten() {
            if let Some(kept) = base.strip_suffix(suffix.strip.as_str()).filter(|_| suffix.condition.is_match(base)) {
                forms.push(fold(&format!("{kept}{}", suffix.add)));
            }
        }
        words.push(Word { base: fold(base), classes: classes.to_owned(), forms });
    }
    Ok(words)
}

fn fold(word: &str) -> String {
    word.replace('ё', "е")
}
