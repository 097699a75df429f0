//! What a topic is, in the one text a code of another program has: the definition, then paragraphs that say what they are.

use chancery_model::{InLanguages, Language, Topic};

use super::draft::{Draft, clean};
use super::{set, tagged};

/// Heads of paragraphs; a language other than English follows in brackets: `Includes [ru]: …`.
const HEADS: [&str; 4] = ["Label", "Definition", "Includes", "Excludes"];

/// Definition, what belongs, what does not; then the other languages.
pub(super) fn write(topic: &Topic) -> String {
    let texts = [&topic.label, &topic.definition, &topic.include, &topic.exclude];
    let mut paragraphs = Vec::new();
    for language in [Language::En, Language::Ru, Language::Be] {
        for (head, text) in HEADS.iter().zip(texts) {
            let Some((_, words)) = tagged(text).find(|(one, _)| *one == language) else { continue };
            let words = clean(words);
            paragraphs.push(match (language, *head) {
                // The name of the code.
                (Language::En, "Label") => continue,
                (Language::En, "Definition") => words,
                (Language::En, head) => format!("{head}: {words}"),
                (language, head) => format!("{head} [{language}]: {words}"),
            });
        }
    }
    paragraphs.join("\n\n")
}

/// Takes a description apart again; what has no head belongs to what stands before it, and first of all to the definition.
pub(super) fn read(description: &str, draft: &mut Draft) {
    let mut sections: Vec<(&str, Language, String)> = Vec::new();
    for paragraph in description.split("\n\n") {
        match (headed(paragraph), sections.last_mut()) {
            (Some((head, language, words)), _) => sections.push((head, language, words.to_owned())),
            (None, Some((_, _, words))) => {
                words.push_str("\n\n");
                words.push_str(paragraph);
            }
            (None, None) => sections.push(("Definition", Language::En, paragraph.to_owned())),
        }
    }
    for (head, language, words) in sections {
        let into: &mut InLanguages = match head {
            "Label" => &mut draft.label,
            "Definition" => &mut draft.definition,
            "Includes" => &mut draft.include,
            _ => &mut draft.exclude,
        };
        set(into, language, words);
    }
}

fn headed(paragraph: &str) -> Option<(&'static str, Language, &str)> {
    let (head, words) = paragraph.split_once(": ")?;
    let (head, language) = match head.split_once(" [") {
        Some((head, code)) => (head, Language::from_code(code.strip_suffix(']')?)?),
        None => (head, Language::En),
    };
    let known = HEADS.into_iter().find(|known| *known == head)?;
    let meant = matches!(language, Language::Ru | Language::Be)
        || (language == Language::En && matches!(known, "Includes" | "Excludes"));
    meant.then_some((known, language, words))
}
