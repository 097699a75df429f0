//! Belarusian in Latin letters (łacinka), read as if written in Cyrillic ones.

/// The word in Cyrillic letters; both are in lower case.
pub(super) fn in_cyrillic(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let mut cyrillic = String::with_capacity(word.len() * 2);
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        let next = letters.get(at + 1).copied().unwrap_or(' ');
        let (written, taken) = match (letter, next) {
            ('c', 'h') => ("х", 2),
            ('d', 'ź') => ("дзь", 2),
            ('d', 'ž') => ("дж", 2),
            ('d', 'z') => ("дз", 2),
            // After a consonant i softens it before a vowel; j stands at the start and after a vowel.
            ('j' | 'i', 'a') => ("я", 2),
            ('j' | 'i', 'e') => ("е", 2),
            ('j' | 'i', 'o') => ("ё", 2),
            ('j' | 'i', 'u') => ("ю", 2),
            ('l', 'a') => ("ля", 2),
            ('l', 'e') => ("ле", 2),
            ('l', 'o') => ("лё", 2),
            ('l', 'u') => ("лю", 2),
            ('l', 'i') => ("л", 1),
            _ => (single(letter), 1),
        };
        if written.is_empty() {
            cyrillic.push(letter);
        }
        cyrillic.push_str(written);
        at += taken;
    }
    cyrillic
}

fn single(letter: char) -> &'static str {
    match letter {
        'a' => "а",
        'b' => "б",
        'c' => "ц",
        'ć' => "ць",
        'č' => "ч",
        'd' => "д",
        'e' => "э",
        'f' => "ф",
        'g' => "ґ",
        'h' => "г",
        'i' => "і",
        'j' => "й",
        'k' => "к",
        'l' => "ль",
        'ł' => "л",
        'm' => "м",
        'n' => "н",
        'ń' => "нь",
        'o' => "о",
        'p' => "п",
        'r' => "р",
        's' => "с",
        'ś' => "сь",
        'š' => "ш",
        't' => "т",
        'u' => "у",
        'ŭ' => "ў",
        'v' => "в",
        'y' => "ы",
        'z' => "з",
        'ź' => "зь",
        'ž' => "ж",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::in_cyrillic;

    #[test]
    fn words_come_out_as_they_are_written_in_cyrillic() {
        let check = |latin: &str, cyrillic: &str| {
            let words: Vec<_> = latin.split(' ').map(in_cyrillic).collect();
            assert_eq!(words.join(" "), cyrillic);
        };
        check("biełaruś ščyry haspadar", "беларусь шчыры гаспадар");
        check("jaŭhien kupała lubić pieśni", "яўген купала любіць песьні");
        check("miensk dziaržava dźvinskija", "менск дзяржава дзьвінскія");
    }
}
