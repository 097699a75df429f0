//! Slugs of words in Latin and Cyrillic script.

/// Longest slug made of words; one that is given may be longer.
const LONGEST: usize = 60;

/// A slug of words: small Latin letters, digits and hyphens; empty where there is neither letter nor digit of those
/// scripts.
pub(crate) fn of(words: &str) -> String {
    let mut slug = String::new();
    for c in words.chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            '\'' | '’' | 'ь' | 'ъ' => {}
            _ => match latin(c) {
                Some(letters) => slug.push_str(letters),
                None if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
                None => {}
            },
        }
    }
    if slug.len() > LONGEST {
        // At a word's end where there is one: all bytes are ASCII here.
        let end = slug[..LONGEST].rfind('-').filter(|end| *end > LONGEST / 2).unwrap_or(LONGEST);
        slug.truncate(end);
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// Whether a notation can be a slug as it stands: what a query, a command line and a link can name.
pub(super) fn stands(notation: &str) -> bool {
    let mut chars = notation.chars();
    chars.next().is_some_and(char::is_alphanumeric)
        && chars.all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
}

/// One Cyrillic letter by the usual romanisation, or a Latin one without its mark.
fn latin(c: char) -> Option<&'static str> {
    Some(match c {
        'а' | 'á' | 'à' | 'â' | 'ä' | 'ą' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'д' => "d",
        'е' | 'э' | 'é' | 'è' | 'ê' | 'ę' => "e",
        'ё' => "yo",
        'є' => "ye",
        'ж' => "zh",
        'з' | 'ź' | 'ż' | 'ž' => "z",
        'и' | 'і' | 'í' => "i",
        'ї' => "yi",
        'й' | 'ы' => "y",
        'к' => "k",
        'л' | 'ł' => "l",
        'м' => "m",
        'н' | 'ń' | 'ñ' => "n",
        'о' | 'ó' | 'ö' | 'ô' => "o",
        'п' => "p",
        'р' => "r",
        'с' | 'ś' | 'š' => "s",
        'т' => "t",
        'у' | 'ў' | 'ú' | 'ü' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' | 'č' => "ch",
        'ć' | 'ç' => "c",
        'ш' => "sh",
        'щ' => "shch",
        'ю' => "yu",
        'я' => "ya",
        'ß' => "ss",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_three_languages_make_slugs() {
        assert_eq!(of("Energy: gas & oil"), "energy-gas-oil");
        assert_eq!(of("Объединённый рынок"), "obedinyonnyy-rynok");
        assert_eq!(of("Саюз і суверэнітэт"), "sayuz-i-suverenitet");
        assert_eq!(of(" … "), "");
        assert_eq!(of(&"слово ".repeat(40)), "slovo-".repeat(10).trim_end_matches('-'));
    }

    #[test]
    fn a_notation_with_blanks_is_no_slug() {
        assert!(stands("energy-gas-and-oil") && stands("12.01") && stands("Нефть"));
        assert!(!stands("1 2") && !stands("") && !stands("-x") && !stands("a\"b"));
    }
}
