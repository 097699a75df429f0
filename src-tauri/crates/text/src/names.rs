//! The forms a name may have in other letters: Lukashenko, Łukašenka, Лукашенко and Лукашэнка are one to a reader.
//!
//! Several romanisations of Russian and Belarusian are taken backwards and forwards at once, so a name has many forms that nobody writes.
//! Who asks knows which words there are, and what no word begins with is not followed.

/// Letters and what they may stand for.
type Sounds = [(&'static str, &'static [&'static str])];

/// BGN/PCGN, the Library of Congress, ISO 9, Łacinka and the habits of newsrooms; marks over letters are folded away before.
const TO_CYRILLIC: &Sounds = &[
    ("shch", &["щ", "шч"]),
    ("sch", &["щ", "ш"]),
    ("tch", &["ч"]),
    ("kh", &["х"]),
    ("zh", &["ж"]),
    ("ch", &["ч", "х"]),
    ("sh", &["ш"]),
    ("ts", &["ц", "тс"]),
    ("tz", &["ц"]),
    ("dz", &["дз", "д"]),
    ("iy", &["ий", "и", "ы", "і"]),
    ("yy", &["ый", "ы"]),
    ("ya", &["я", "ья"]),
    ("ia", &["я", "ия", "иа", "ья", "ія"]),
    ("ja", &["я", "ья"]),
    ("yu", &["ю"]),
    ("iu", &["ю", "иу"]),
    ("ju", &["ю"]),
    ("yo", &["е", "йо"]),
    ("io", &["е", "ио", "ьо"]),
    ("jo", &["е"]),
    ("ye", &["е"]),
    ("ie", &["е", "ье", "ие"]),
    ("je", &["е"]),
    ("ck", &["к"]),
    ("ph", &["ф"]),
    ("a", &["а", "о", "я"]),
    ("b", &["б"]),
    ("c", &["ц", "к", "ч", "ць"]),
    ("d", &["д", "дз"]),
    ("e", &["е", "э", "я", "ье"]),
    ("f", &["ф"]),
    ("g", &["г"]),
    ("h", &["г", "х"]),
    ("i", &["и", "і", "й", "ы"]),
    ("j", &["й", "дж", "ж"]),
    ("k", &["к"]),
    ("l", &["л", "ль"]),
    ("m", &["м"]),
    ("n", &["н", "нь"]),
    ("o", &["о", "а", "е"]),
    ("p", &["п"]),
    ("q", &["к"]),
    ("r", &["р"]),
    ("s", &["с", "ш", "сь"]),
    ("t", &["т", "ц", "ть"]),
    ("u", &["у", "ў"]),
    ("v", &["в", "ў"]),
    ("w", &["в", "ў"]),
    ("x", &["кс"]),
    ("y", &["и", "ы", "й", "і", "ий", "ый"]),
    ("z", &["з", "ж", "зь"]),
    ("'", &["ь", ""]),
];

const TO_LATIN: &Sounds = &[
    ("дз", &["dz", "d"]),
    ("шч", &["shch", "sc"]),
    ("ий", &["y", "iy", "ii", "ij", "i"]),
    ("ый", &["y", "yy", "yi", "yj"]),
    ("кс", &["x", "ks"]),
    ("ья", &["ya", "ia", "ja", "'ya"]),
    ("ье", &["ye", "ie", "je", "e", "'ye"]),
    ("а", &["a", "o"]),
    ("б", &["b"]),
    ("в", &["v", "w"]),
    ("г", &["g", "h"]),
    ("ґ", &["g"]),
    ("д", &["d"]),
    ("е", &["e", "ye", "ie", "je", "yo", "o", "io", "jo"]),
    ("ж", &["zh", "z", "j"]),
    ("з", &["z", "s"]),
    ("и", &["i", "y"]),
    ("і", &["i"]),
    ("ї", &["yi", "i", "ji"]),
    ("є", &["ye", "ie", "je"]),
    ("й", &["y", "i", "j", ""]),
    ("к", &["k", "c"]),
    ("л", &["l"]),
    ("м", &["m"]),
    ("н", &["n"]),
    ("о", &["o", "a"]),
    ("п", &["p"]),
    ("р", &["r"]),
    ("с", &["s"]),
    ("т", &["t"]),
    ("у", &["u"]),
    ("ў", &["u", "w", "v"]),
    ("ф", &["f", "ph"]),
    ("х", &["kh", "h", "ch"]),
    ("ц", &["ts", "c", "tz", "t"]),
    ("ч", &["ch", "c", "tch"]),
    ("ш", &["sh", "s", "sch"]),
    ("щ", &["shch", "sc", "sch"]),
    ("ъ", &["", "'"]),
    ("ы", &["y", "i"]),
    ("ь", &["", "'", "i"]),
    ("э", &["e"]),
    ("ю", &["yu", "iu", "ju", "u"]),
    ("я", &["ya", "ia", "ja", "a", "ie", "ye", "je", "e"]),
    ("'", &["", "'"]),
];

/// From Russian to Belarusian and back.
const TO_OTHER_CYRILLIC: &Sounds = &[
    ("шч", &["щ"]),
    ("дз", &["д"]),
    ("а", &["а", "о"]),
    ("в", &["в", "ў"]),
    ("ў", &["в", "у"]),
    ("д", &["д", "дз"]),
    ("е", &["е", "э", "я"]),
    ("и", &["и", "і", "ы"]),
    ("і", &["и"]),
    ("л", &["л"]),
    ("о", &["о", "а"]),
    ("т", &["т", "ц"]),
    ("ц", &["ц", "т"]),
    ("щ", &["шч"]),
    ("ы", &["ы", "и"]),
    ("э", &["э", "е"]),
    ("я", &["я", "е"]),
    ("ъ", &["'", ""]),
    ("ь", &["ь", ""]),
];

/// Forms looked at for one name: enough for a long one, and no name takes longer.
const LOOKED_AT: usize = 20_000;

/// Letters after which it is asked whether any word begins so; ends differ by case and language.
const ASKED_FROM: usize = 2;
/// Letters at the end of a name for which it is not asked.
const END: usize = 3;

/// The forms a folded word may have in other letters, those first whose letters are the likeliest. `begins` tells whether any
/// word begins so; what it denies is left out.
pub fn in_other_letters(folded: &str, mut begins: impl FnMut(&str) -> bool) -> Vec<String> {
    let cyrillic = folded.chars().any(|c| matches!(c, '\u{400}'..='\u{52f}'));
    let mut forms = Vec::new();
    let ways: &[&Sounds] = if cyrillic { &[TO_LATIN, TO_OTHER_CYRILLIC] } else { &[TO_CYRILLIC] };
    for sounds in ways {
        let mut walk = Walk { sounds, begins: &mut begins, left: LOOKED_AT, forms: &mut forms };
        walk.on(folded, &mut String::new());
    }
    forms.retain(|form| form != folded);
    let mut seen = rustc_hash::FxHashSet::default();
    forms.retain(|form| seen.insert(form.clone()));
    forms
}

struct Walk<'w> {
    sounds: &'w Sounds,
    begins: &'w mut dyn FnMut(&str) -> bool,
    left: usize,
    forms: &'w mut Vec<String>,
}

impl Walk<'_> {
    fn on(&mut self, rest: &str, form: &mut String) {
        if self.left == 0 {
            return;
        }
        self.left -= 1;
        let Some(first) = rest.chars().next() else {
            self.forms.push(form.clone());
            return;
        };
        let taken: Vec<_> = self.sounds.iter().filter(|(letters, _)| rest.starts_with(letters)).collect();
        // Two letters are often one sound, and sometimes two.
        for (letters, others) in &taken {
            for other in *others {
                self.add(other, rest.get(letters.len()..).unwrap_or_default(), form);
            }
        }
        if taken.is_empty() {
            let mut buffer = [0; 4];
            self.add(first.encode_utf8(&mut buffer), rest.get(first.len_utf8()..).unwrap_or_default(), form);
        }
    }

    fn add(&mut self, other: &str, rest: &str, form: &mut String) {
        let before = form.len();
        form.push_str(other);
        let asked = form.chars().count() >= ASKED_FROM && rest.chars().count() >= END;
        if !asked || (self.begins)(form) {
            self.on(rest, form);
        }
        form.truncate(before);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The forms there are of a word where only `words` are written.
    fn found<'w>(word: &str, words: &[&'w str]) -> Vec<&'w str> {
        let forms = in_other_letters(&crate::fold(word), |start| {
            words.iter().any(|word| crate::fold(word).starts_with(start))
        });
        words.iter().copied().filter(|word| forms.contains(&crate::fold(word))).collect()
    }

    /// Each finds all others but, from Latin letters, those in Latin letters.
    #[track_caller]
    fn meet(words: &[&str]) {
        let latin = |word: &str| word.chars().all(|c| c < '\u{400}');
        for word in words {
            let others: Vec<&str> = words
                .iter()
                .copied()
                .filter(|other| other != word && !(latin(word) && latin(other)))
                .collect();
            assert_eq!(found(word, &others), others, "{word}");
        }
    }

    #[test]
    fn a_name_meets_itself_in_other_letters() {
        meet(&["Lukashenko", "Lukashenka", "Łukašenka", "Лукашенко", "Лукашэнка"]);
        meet(&["Putin", "Путин", "Пуцін"]);
        meet(&["Tsikhanouskaya", "Ціханоўская"]);
        meet(&["Tikhanovskaya", "Тихановская"]);
        meet(&["Makei", "Makey", "Макей"]);
        meet(&["Mishustin", "Мишустин", "Мішусцін"]);
        meet(&["Grodno", "Гродно", "Гродна"]);
        meet(&["Hrodna", "Гродна"]);
        meet(&["Mogilev", "Могилёв", "Магілёў"]);
        meet(&["Belneftekhim", "Белнефтехим"]);
        meet(&["Gazprom", "Газпром", "Газпрам"]);
        meet(&["Rapota", "Рапота"]);
        meet(&["Zhukov", "Жуков", "Жукаў"]);
    }

    #[test]
    fn what_no_word_begins_with_is_not_followed() {
        let mut asked = 0;
        let forms = in_other_letters("lukashenko", |_| {
            asked += 1;
            false
        });
        assert!(forms.is_empty() && asked < 20, "{asked}");
        assert!(in_other_letters("", |_| true).iter().all(String::is_empty));
        assert!(in_other_letters(&"shch".repeat(200), |_| true).len() <= LOOKED_AT);
    }
}
