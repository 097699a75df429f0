//! BibTeX by the rules of BibLaTeX: UTF-8, dates in EDTF.

use super::item::Item;
use super::people::Name;

/// One entry.
pub(super) fn entry(item: &Item) -> Vec<u8> {
    let kind = match (item.outlet.is_empty(), item.url.is_empty()) {
        (false, _) => "article",
        (true, false) => "online",
        (true, true) => "misc",
    };
    let mut out = format!("@{kind}{{{},\n", item.key);
    let mut field = |name: &str, value: &str| {
        if !value.is_empty() {
            out.push_str(&format!("  {name} = {{{value}}},\n"));
        }
    };
    let authors: Vec<String> = item.authors.iter().map(author).collect();
    field("author", &authors.join(" and "));
    // In braces of its own no style changes its capitals.
    let title = escaped(&item.title);
    field("title", &if title.is_empty() { title } else { format!("{{{title}}}") });
    field("journaltitle", &escaped(&item.outlet));
    if !item.outlet.is_empty() {
        field("entrysubtype", "newspaper");
    }
    field("date", &item.date());
    match babel(&item.language) {
        Some(name) => field("langid", name),
        None => field("language", &item.language),
    }
    field("url", &address(&item.url));
    let slugs: Vec<&str> = item.topics.iter().map(|(slug, _)| slug.as_str()).collect();
    field("keywords", &slugs.join(", "));
    field("usera", &item.sha256);
    out.push_str("}\n");
    out.into_bytes()
}

fn author(name: &Name) -> String {
    match name {
        Name::Person { given, particle, family } => {
            let family = format!("{particle} {family}");
            format!("{}, {}", escaped(family.trim()), escaped(given))
        }
        Name::Literal(literal) => format!("{{{}}}", escaped(literal)),
    }
}

/// Words as TeX reads them. Braces are named: BibTeX counts escaped ones too.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut before = ' ';
    for c in words.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '$' | '&' | '%' | '#' | '_' => out.extend(['\\', c]),
            // Two of these in a row would become one sign.
            '-' | '`' | '\'' if c == before => out.extend(['{', '}', c]),
            _ => out.push(c),
        }
        before = c;
    }
    out
}

/// An address is read as it stands, but for what would end its field.
fn address(url: &str) -> String {
    url.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C").replace(' ', "%20")
}

/// What babel and polyglossia call a language.
fn babel(code: &str) -> Option<&'static str> {
    Some(match code {
        "en" => "english",
        "ru" => "russian",
        "be" => "belarusian",
        "uk" => "ukrainian",
        "pl" => "polish",
        "de" => "german",
        "fr" => "french",
        "es" => "spanish",
        "it" => "italian",
        "lt" => "lithuanian",
        "lv" => "latvian",
        _ => return None,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::out::item::example;

    #[test]
    fn an_entry_is_as_biblatex_wants_it() {
        let entry = entry(&example("Цена газа: 5 % & {налог} -- что дальше", "2020-10-29", false));
        assert_eq!(
            String::from_utf8(entry).unwrap(),
            "@article{belta-00c0ffee00c0ff,\n  author = {Петрова, Анна and van der Berg, Jan},\n  \
             title = {{Цена газа: 5 \\% \\& \\textbraceleft{}налог\\textbraceright{} -{}- что дальше}},\n  \
             journaltitle = {БелТА \\& Co},\n  entrysubtype = {newspaper},\n  date = {2020-10-29?},\n  langid = {russian},\n  \
             url = {https://news.example/a_b?c=1%20d#e},\n  keywords = {energy-gas-and-oil},\n  \
             usera = {abababababababababababababababababababababababababababababababab},\n}\n"
        );
    }
}
