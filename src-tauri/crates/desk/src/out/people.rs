//! The byline as names: a person's is taken apart for lists that sort by family name, anything else stays as it stands.

/// A name of a byline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// "Jan van der Berg": given, particle (may be empty), family.
    Person { given: String, particle: String, family: String },
    /// A body, or what is not surely a person.
    Literal(String),
}

/// Words of desks and bodies: whoever has one in the name is no person.
const BODIES: &[&str] = &[
    "agency",
    "agencies",
    "and",
    "board",
    "bureau",
    "by",
    "center",
    "centre",
    "committee",
    "correspondent",
    "correspondents",
    "council",
    "desk",
    "editor",
    "editorial",
    "editors",
    "group",
    "institute",
    "media",
    "ministry",
    "network",
    "news",
    "newsroom",
    "office",
    "press",
    "radio",
    "reporter",
    "reporters",
    "service",
    "staff",
    "state",
    "team",
    "telegraph",
    "times",
    "tv",
    "union",
    "university",
    "агентство",
    "агенцтва",
    "бюро",
    "институт",
    "інстытут",
    "корреспондент",
    "карэспандэнт",
    "министерство",
    "міністэрства",
    "новости",
    "новостей",
    "отдел",
    "пресс-служба",
    "прэс-служба",
    "радио",
    "радыё",
    "редакция",
    "рэдакцыя",
    "служба",
    "центр",
    "цэнтр",
];

/// The names of a byline. Where one part of it is no person's name it is one literal: a comma may then part anything.
pub(super) fn names(byline: &str, outlet: &str) -> Vec<Name> {
    if byline.is_empty() {
        return Vec::new();
    }
    let persons: Option<Vec<Name>> = byline
        .split(',')
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(" и "))
        .flat_map(|part| part.split(" і "))
        .map(|part| person(part.trim()))
        .collect();
    match persons {
        Some(persons) if !byline.eq_ignore_ascii_case(outlet) => persons,
        _ => vec![Name::Literal(byline.to_owned())],
    }
}

fn person(name: &str) -> Option<Name> {
    let words: Vec<&str> = name.split(' ').collect();
    let is_word = |word: &&str| {
        word.starts_with(char::is_alphabetic)
            && word.chars().all(|c| c.is_alphabetic() || "-'’.".contains(c))
            && !BODIES.contains(&word.to_lowercase().as_str())
    };
    let is_name = |word: &&str| word.starts_with(char::is_uppercase);
    // Capitals throughout are an agency's, unless they are initials.
    let shouts = |word: &&str| word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    let sound = (2..=5).contains(&words.len()) && words.iter().all(|word| is_word(word) && !shouts(word));
    let ends = words.last().is_some_and(|last| is_name(last) && !last.ends_with('.'));
    if !sound || !ends || !words.first().is_some_and(is_name) {
        return None;
    }
    let first = words.iter().position(|word| !is_name(word));
    let (given, particle, family) = match first {
        None => (words.get(..words.len() - 1)?, &[][..], words.get(words.len() - 1..)?),
        Some(from) => {
            let to = words.iter().rposition(|word| !is_name(word))? + 1;
            (words.get(..from)?, words.get(from..to)?, words.get(to..)?)
        }
    };
    // A capital between small letters is no particle.
    if particle.iter().any(is_name) {
        return None;
    }
    Some(Name::Person { given: given.join(" "), particle: particle.join(" "), family: family.join(" ") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(byline: &str, expected: &[&str]) {
        let told = names(byline, "Example Post").into_iter().map(|name| match name {
            Name::Person { given, particle, family } => format!("{given}|{particle}|{family}"),
            Name::Literal(name) => name,
        });
        assert_eq!(told.collect::<Vec<_>>(), expected, "{byline}");
    }

    #[test]
    fn persons_are_taken_apart_and_nobody_else() {
        check("Ann Lee", &["Ann||Lee"]);
        check("Иван Иванович Петров, Ганна Кавалёк", &["Иван Иванович||Петров", "Ганна||Кавалёк"]);
        check("Jan van der Berg and A. J. Lee", &["Jan|van der|Berg", "A. J.||Lee"]);
        check("Анна Петрова и Jean-Luc O’Brien", &["Анна||Петрова", "Jean-Luc||O’Brien"]);
        check("Associated Press", &["Associated Press"]);
        check("Ann Lee, BelTA correspondent", &["Ann Lee, BelTA correspondent"]);
        check("TASS", &["TASS"]);
        check("Example Post", &["Example Post"]);
        check("Henry Ford Jr.", &["Henry Ford Jr."]);
        check("Отдел политики", &["Отдел политики"]);
        check("", &[]);
    }
}
