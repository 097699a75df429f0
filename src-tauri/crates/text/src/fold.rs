//! Folding: what must be equal for a reader is made equal for a comparison.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::letters::in_lower_case;

/// NFKC, lower case, Latin accents and stress marks dropped, ё as е, every apostrophe as `'`.
///
/// Cyrillic letters that carry a mark of their own (й, ў, ї) stay: they are letters, not accents.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    if text.chars().all(is_plain) {
        text.chars().for_each(|c| folded.push(lower_plain(c)));
        return if folded.contains('i') { with_cyrillic_i(&folded) } else { folded };
    }
    for c in text.nfkc().flat_map(in_lower_case).nfc() {
        match c {
            'ё' | 'ѐ' => folded.push('е'),
            'ѝ' => folded.push('и'),
            '’' | 'ʼ' | '‘' | '`' | '´' | 'ʹ' | '′' | '＇' => folded.push('\''),
            'ł' => folded.push('l'),
            'ø' => folded.push('o'),
            'đ' => folded.push('d'),
            'ı' => folded.push('i'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            '\u{300}'..='\u{36f}' => {}
            'а'..='џ' | 'ґ' => folded.push(c),
            _ if c.is_ascii() => folded.push(c),
            _ => folded.extend(std::iter::once(c).nfd().filter(|&part| !is_combining_mark(part))),
        }
    }
    if folded.contains('i') { with_cyrillic_i(&folded) } else { folded }
}

/// Typed on the wrong keyboard, Belarusian і is often a Latin i: beside Cyrillic letters it becomes what it stands for.
fn with_cyrillic_i(folded: &str) -> String {
    let cyrillic = |c: char| matches!(c, 'а'..='џ' | 'ґ');
    let mut corrected = String::with_capacity(folded.len());
    let mut rest = folded;
    while let Some(at) = rest.find('i') {
        let (before, from) = rest.split_at(at);
        corrected.push_str(before);
        let run = from.len() - from.trim_start_matches('i').len();
        let after = from.get(run..).unwrap_or_default();
        let beside = corrected.ends_with(cyrillic) || after.starts_with(cyrillic);
        corrected.extend(std::iter::repeat_n(if beside { 'і' } else { 'i' }, run));
        rest = after;
    }
    corrected + rest
}

/// Cyrillic letters, ASCII and the signs of prose: each folds by itself, by case alone or to an apostrophe.
fn is_plain(c: char) -> bool {
    matches!(c, '\0'..='\x7f' | 'А'..='я' | 'ё' | 'Ё' | 'ў' | 'Ў' | 'і' | 'І' | '’' | '‘')
        || matches!(c, '«' | '»' | '–' | '—' | '“' | '”' | '„')
}

fn lower_plain(c: char) -> char {
    match c {
        '`' | '’' | '‘' => '\'',
        '\0'..='\x7f' => c.to_ascii_lowercase(),
        'А'..='Я' => char::from_u32(c as u32 + 32).unwrap_or(c),
        'Ё' | 'ё' => 'е',
        'Ў' => 'ў',
        'І' => 'і',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, folded: &str) {
        assert_eq!(fold(text), folded, "{text:?}");
    }

    #[test]
    fn case_accents_and_apostrophes_fold() {
        check("Lukašenka", "lukasenka");
        check("Łukašenka", "lukasenka");
        check("ŽIŹŃ", "zizn");
        check("Ёлка ещё", "елка еще");
        check("СУВЕРЕНИТЕ́Т", "суверенитет");
        check("Аб’яднанне", "аб'яднанне");
        check("аб\u{2bc}яднанне", "аб'яднанне");
        check("Ўлада ІНТЭГРАЦЫІ", "ўлада інтэграцыі");
        check("Край Україна Ґедзь", "край україна ґедзь");
        check("ﬁnance Ⅳ", "finance iv");
        check("Straße", "strasse");
        check("незалежнасцi i Мiнск ii", "незалежнасці i мінск ii");
    }

    #[test]
    fn what_is_plain_folds_as_the_tables_fold_it() {
        for c in ('\0'..=char::MAX).filter(|&c| is_plain(c) && c != 'i' && c != 'I') {
            // The ohm has nothing in common with what is plain: with it, each is folded by the tables.
            let by_tables = fold(&format!("д{c}д Ω"));
            assert_eq!(by_tables.strip_suffix(" ω").unwrap_or_default(), fold(&format!("д{c}д")), "{c:?}");
        }
        check("Мiнск, “Iх” i its", "мінск, “іх” i its");
        check("Мiнск, “Iх” i its Ω", "мінск, “іх” i its ω");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "[a-zA-ZА-Яа-яёЁўЎіІéüñł’ ]{0,60}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn folding_takes_anything(text in "\\PC{0,80}") {
            let _ = fold(&text);
        }
    }
}
