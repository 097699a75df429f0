//! The file: what `text/src/russian.rs` reads.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use fst::MapBuilder;

/// Changed stems.
#[derive(Default)]
pub struct Table {
    /// By Snowball's stem.
    pub stems: BTreeMap<String, String>,
    /// By form, before the stem is asked for.
    pub forms: BTreeMap<String, String>,
}

/// Begins the key of a form; letters follow from 1 on.
const FORM: u8 = 0;

impl Table {
    pub fn to_bytes(&self) -> Result<Vec<u8>, Box<dyn Error>> {
        let mut changes: BTreeMap<Vec<u8>, (u64, String)> = BTreeMap::new();
        for (stem, other) in &self.stems {
            changes.insert(letters(stem)?, change(stem, other));
        }
        for (form, other) in &self.forms {
            let mut key = vec![FORM];
            key.extend(letters(form)?);
            changes.insert(key, change(form, other));
        }
        let endings: BTreeSet<&str> = changes.values().map(|(_, ending)| ending.as_str()).collect();
        let number: BTreeMap<&str, u64> = endings.iter().copied().zip(0..).collect();
        let mut map = MapBuilder::memory();
        for (key, (taken, ending)) in &changes {
            map.insert(key, number[ending.as_str()] << 8 | taken)?;
        }
        let joined = endings.into_iter().collect::<Vec<_>>().join("\n");
        let mut bytes = u32::try_from(joined.len())?.to_le_bytes().to_vec();
        bytes.extend(joined.as_bytes());
        bytes.extend(map.into_inner()?);
        Ok(bytes)
    }
}

fn letters(word: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    word.chars().map(|c| Ok(u8::try_from(u32::from(c) - u32::from('а') + 1)?)).collect()
}

/// How many letters to take off the end, and what to put there.
fn change(from: &str, to: &str) -> (u64, String) {
    let same = from.chars().zip(to.chars()).take_while(|(one, other)| one == other).count();
    ((from.chars().count() - same) as u64, to.chars().skip(same).collect())
}
