//! Names of authors: taken out of a byline, told from what is no name.

use chancery_text::fold;

/// Stand before the name and need no colon (folded).
const OPENINGS: &str = "by|written by|posted by|published by|reported by|words by|story by|text by|article by|\
    edited by|von|vom|verfasst von|geschrieben von|gespeichert von|erstellt von|veroffentlicht von|publiziert von|\
    ein beitrag von|ein artikel von|eine analyse von|ein kommentar von|ein gastbeitrag von|ein interview von|\
    blog beitrag von|beitrag von|beitragvon|artikel von|text von|kommentar von|par|ecrit par|publie par|propos recueillis par|\
    por|escrito por|escribe|publicado por|di|a cura di|scritto da|pubblicato da|door|geschreven door|av|af|przez|napisal|\
    написал|подготовил|подготовила";
/// Stand before the name with a colon after them (folded).
const LABELS: &str = "author|authors|autor|autorin|autoren|autor/in|auteur|auteurs|autore|autori|text|texte|text & fotos|\
    text und fotos|text und bilder|words|redaktion|redakteur|redacteur|tekst|verfasser|von|by|par|por|автор|авторы|автор текста|\
    текст|аўтар|аўтары|тэкст|автори|interview|artikel von|ein artikel von|fonte|written by|posted by|作者|记者|责任编辑";
/// Words a name may hold in small letters (folded).
const SMALL: &str = "and und y e et en i и і ды de da do di del della den der des du la le van von vom zu zum al bin ibn ter ten dos das af av";
/// No author's name (folded): the roles, labels and blanks of publishing systems.
const NO_NAMES: &str = "admin|administrator|author|autor|authors|unknown author|no author|user|guest|gast|webmaster|anonymous|\
    anonym|null|undefined|none|byline|comments|kommentare|about the author|view all posts|mehr von|weitere artikel|name|datum|\
    quelle|date|share|teilen|redactor|contributor|posted|published|profile|profil|follow|website|home|wordpressadmin|uncategorized|stand|montag|dienstag|mittwoch|donnerstag|\
    freitag|samstag|sonntag|monday|tuesday|wednesday|thursday|friday|saturday|sunday|publicado|redaccion online|uhr|ca";
/// Begin what is no name (folded).
const NO_STARTS: &str = "publiziert|publicado el|publicado em|publie le|veroffentlicht|zuletzt|stand:|stand |datum|date:|updated|published|posted on|\
    photograph|foto|photo|bild:|image|quelle|aktualisiert|erstellt am|last modified|read more|more from|uber den|about the|opinion";

/// Longest name, in words and characters.
const MOST_WORDS: usize = 12;
const LONGEST: usize = 120;

fn is_in(list: &str, words: &str) -> bool {
    list.split('|').any(|one| one == words)
}

/// What follows an opening such as "By" or "Автор:" in `words`; nothing where none opens it.
pub(crate) fn after_opening(words: &str) -> Option<&str> {
    let folded = fold(words);
    let mut longest = 0;
    for (list, colon) in [(OPENINGS, false), (LABELS, true)] {
        for opening in list.split('|') {
            let Some(after) = folded.strip_prefix(opening) else { continue };
            let after = after.strip_prefix(' ').filter(|_| colon).unwrap_or(after);
            let opens = if colon { after.starts_with([':', '：']) } else { after.starts_with([' ', ':']) };
            if opens {
                longest = longest.max(opening.chars().count());
            }
        }
    }
    if longest == 0 {
        return None;
    }
    // Folding may change lengths; the words of openings it leaves alone but for accents.
    let cut = words.char_indices().nth(longest).map_or(words.len(), |(at, _)| at);
    Some(words.get(cut..).unwrap_or_default().trim_start_matches([':', '：', ' ']))
}

/// The name alone, or nothing where `words` are no name.
pub(crate) fn clean(words: &str) -> Option<String> {
    let mut name = words.trim();
    if name.contains("://") || name.starts_with("www.") || name.starts_with(['@', '{', '[', '<']) {
        return None;
    }
    // "Datum: 19. 11. Autor: Ann Lee Quelle: …"
    for label in ["Autor: ", "Author: ", "Автор: ", "Аўтар: ", "Auteur : ", "Text: "] {
        if let Some((_, after)) = name.split_once(label) {
            name = after;
        }
    }
    // Perhaps two: "Text: Von Ann Lee".
    for _ in 0..2 {
        name = after_opening(name).unwrap_or(name);
    }
    let stops = [
        "|",
        "•",
        "·",
        "\n",
        " — ",
        " – ",
        " - ",
        "(",
        " on ",
        " am ",
        " um ",
        " vor ",
        " Uhr",
        " le ",
        " el ",
        " Updated",
        " Published",
        " Posted",
        " Follow",
        " Contactar",
        " Stand",
        " Quelle:",
        " Datum",
        " Foto",
        " @",
        " Illustration von",
        " Fotos ",
    ];
    for stop in stops {
        if let Some((before, _)) = name.split_once(stop)
            && !before.trim().is_empty()
        {
            name = before;
        }
    }
    // A date ends it.
    let digit = name.find(|c: char| c.is_ascii_digit()).filter(|at| *at > 3);
    if let Some(before) = digit
        .and_then(|at| name.get(..at))
        .filter(|before| before.trim_end().contains(' ') || before.ends_with(' '))
    {
        name = before;
    }
    let around =
        |c: char| c.is_whitespace() || matches!(c, ',' | ':' | '-' | '–' | '|' | '"' | '*' | '/' | '•' | ';');
    let name = name.trim_matches(around);
    let folded = fold(name);
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let is_bad = letters < 2
        || name.split_whitespace().count() > MOST_WORDS
        || name.chars().count() > LONGEST
        || name.contains('@')
        || name.contains("http")
        || is_in(NO_NAMES, &folded)
        || NO_STARTS.split('|').any(|start| folded.starts_with(start));
    (!is_bad).then(|| name.to_owned())
}

/// Whether `name` looks like the name of a person: two to five words with capitals, no figures.
pub(crate) fn is_person(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_capital = |word: &&str| {
        word.chars().next().is_some_and(char::is_uppercase)
            || SMALL.split(' ').any(|small| small == fold(word))
            || *word == "&"
            || *word == "/"
    };
    (2..=9).contains(&words.len())
        && words.iter().all(is_capital)
        && !name.chars().any(|c| c.is_ascii_digit() || matches!(c, '!' | '?' | ':' | '“' | '„' | '"'))
        && !is_company(name)
}

/// Whether `name` is plainly that of a company, a site or an account.
pub(crate) fn is_company(name: &str) -> bool {
    let folded = fold(name);
    let legal = [
        "gmbh",
        " e.v.",
        " e. v.",
        " ag",
        " inc.",
        " ltd",
        " llc",
        " s.a.",
        " verlag",
        " media",
        "bundesamt",
        "landesanstalt",
    ];
    let site = |word: &str| {
        word.rsplit_once('.').is_some_and(|(before, end)| {
            before.len() > 2 && (2..=4).contains(&end.len()) && end.chars().all(|c| c.is_ascii_lowercase())
        })
    };
    legal.iter().any(|word| folded.contains(word)) || folded.split_whitespace().any(site)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: &str) {
        assert_eq!(clean(words).unwrap_or_default(), expected, "{words}");
    }

    #[test]
    fn names_come_out_of_bylines() {
        check("By Ann Lee", "Ann Lee");
        check("Von Anna Groß und Jan Klein", "Anna Groß und Jan Klein");
        check("Текст: Иван Петров", "Иван Петров");
        check("Аўтар: Алесь Кавалёк", "Алесь Кавалёк");
        check("Ann Lee | 3 May 2019", "Ann Lee");
        check("Ann Lee, 21. Jan. 2015", "Ann Lee");
        check("Datum: 1.2.2021 Autor: Ann Lee Quelle: Post", "Ann Lee");
        check("Par Anne Petit le 07 Mai 2020", "Anne Petit");
        check("https://example.org/author/ann", "");
        check("Published on 3 May", "");
        check("admin", "");
        check("Byron Lee", "Byron Lee");
    }

    #[test]
    fn persons_are_told_from_companies() {
        for name in ["Ann Lee", "Ludwig van Dorn", "Алесь Кавалёк", "Ann Lee und Jan Klein"] {
            assert!(is_person(name), "{name}");
        }
        for name in ["example.org", "Example GmbH", "Ann", "the news of today", "Post 24"] {
            assert!(!is_person(name), "{name}");
        }
    }
}
