//! A light stemmer for Belarusian: strips the endings of nouns, adjectives and verbs, then evens out the consonants
//! that change before them (горад, у горадзе; суд, суддзя). Vowels that shift with the stress are left alone.

/// Endings, longest first within each length so that the longest one wins. Adjectives and participles, nouns, verbs.
const ENDINGS: &[&str] = &[
    // six and more
    "аваннямі",
    "аваннях", // five
    "ейшымі",
    "ейшага",
    "эйшага",
    "ейшаму", // four
    "ьнымі",
    "ацца",
    "ецца",
    "уцца",
    "юцца",
    "іцца",
    "ыцца",
    "лася",
    "лося",
    "ліся", // three
    "ымі",
    "імі",
    "амі",
    "ямі",
    "ага",
    "яга",
    "ога",
    "аму",
    "яму",
    "ому",
    "ыць",
    "іць",
    "аць",
    "яць",
    "уць",
    "юць",
    "ешь",
    "еце",
    "эце",
    "іце",
    "ыце",
    "аеш",
    "яеш",
    "ала",
    "яла",
    "іла",
    "ыла",
    "алі",
    "ялі",
    "ілі",
    "ылі",
    "аны",
    "ены",
    "ына",
    "аўшы",
    "іўшы",
    "ацы",
    "ецы",
    "емы",
    "аем",
    "яем", // two
    "ая",
    "яя",
    "ое",
    "ае",
    "яе",
    "ую",
    "юю",
    "ыя",
    "ія",
    "ых",
    "іх",
    "ым",
    "ім",
    "ай",
    "яй",
    "ой",
    "ей",
    "эй",
    "ам",
    "ям",
    "ом",
    "ем",
    "ах",
    "ях",
    "аў",
    "яў",
    "оў",
    "еў",
    "ыю",
    "ію",
    "ою",
    "ею",
    "ью",
    "ла",
    "лі",
    "ло",
    "ць",
    "ся",
    "ца",
    "ыў",
    "іў",
    "ню",
    "еш",
    "эш",
    "ец", // one
    "а",
    "я",
    "о",
    "е",
    "э",
    "ы",
    "і",
    "у",
    "ю",
    "ў",
    "й",
    "ь",
];

/// The stem of a folded Belarusian word.
pub(crate) fn stem(folded: &str) -> String {
    let letters: Vec<char> = folded.chars().filter(|&c| c != '\'').collect();
    if letters.len() < 4 || letters.iter().any(char::is_ascii_digit) {
        return letters.into_iter().collect();
    }
    let mut kept = letters.len();
    for ending in ENDINGS {
        let length = ending.chars().count();
        let Some(rest) = letters.len().checked_sub(length) else { continue };
        let stays = letters.get(..rest).unwrap_or_default();
        if stays.len() >= 3
            && stays.iter().any(|&c| is_vowel(c))
            && letters.iter().skip(rest).copied().eq(ending.chars())
        {
            kept = rest;
            break;
        }
    }
    let mut stem = letters;
    stem.truncate(kept);
    even_out(&mut stem);
    stem.into_iter().collect()
}

/// Undoes what softening does to the last consonants: дз → д, ц → т, doubled consonants single, soft sign dropped.
fn even_out(stem: &mut Vec<char>) {
    while stem.len() > 3 && matches!(stem.last(), Some('ь' | 'й')) {
        stem.pop();
    }
    if stem.len() > 3 && stem.ends_with(&['д', 'з']) {
        stem.pop();
    }
    if let &[.., before, last] = stem.as_slice()
        && before == last
        && stem.len() > 3
    {
        stem.pop();
    }
    if let Some(last) = stem.last_mut() {
        *last = match *last {
            'ц' => 'т',
            'ў' => 'в',
            same => same,
        };
    }
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'а' | 'я' | 'о' | 'е' | 'э' | 'ы' | 'і' | 'у' | 'ю' | 'ё')
}
