//! Words before a day that say what it is the day of.

use chancery_text::fold;

/// What the words around a day say of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    Published,
    Nothing,
    Modified,
}

impl Says {
    /// This, or `other` where this says nothing.
    pub(super) fn or(self, other: Self) -> Self {
        if self == Self::Nothing { other } else { self }
    }

    pub(super) fn weight(self) -> i32 {
        match self {
            Self::Published => 4,
            Self::Nothing => 0,
            Self::Modified => -1,
        }
    }
}

/// Beginnings of words that say a date of publication follows, folded.
const PUBLISHED: &[&str] = &[
    "publish",
    "posted",
    "written",
    "created",
    "issued",
    "released",
    "veroffentlicht",
    "erschienen",
    "erstellt",
    "geschrieben",
    "publie",
    "mis en ligne",
    "paru",
    "publicado",
    "publicada",
    "publicat",
    "pubblicat",
    "opublikowan",
    "dodano",
    "publikovan",
    "publikovat",
    "zverejnen",
    "vydano",
    "опубликован",
    "размещен",
    "добавлен",
    "апублікаван",
    "размешчан",
    "опублікован",
    "публикация",
    "публікацыя",
    "julkaistu",
    "gepubliceerd",
    "geplaatst",
    "publicerad",
    "publisert",
    "udgivet",
    "objavljeno",
    "yayin",
    "datum",
    "date:",
    "дата",
    "data:",
    "fecha",
    "geposted",
    "gespeichert",
    "eingestellt",
    "online seit",
];
/// Beginnings of words that say a date of change follows, folded.
const MODIFIED: &[&str] = &[
    "updat",
    "modif",
    "revis",
    "edited",
    "last change",
    "aktualisier",
    "geandert",
    "uberarbeitet",
    "bearbeitet",
    "mis a jour",
    "mise a jour",
    "maj ",
    "actualiz",
    "aggiornat",
    "zaktualizowan",
    "aktualizov",
    "aktualizac",
    "upraven",
    "обновлен",
    "изменен",
    "отредактирован",
    "абноўлен",
    "зменен",
    "оновлен",
    "paivitetty",
    "bijgewerkt",
    "gewijzigd",
    "oppdatert",
    "uppdaterad",
    "opdateret",
    "guncelle",
    "atualizad",
];
/// Longest line that can be the label of the next, in bytes.
const LABEL: usize = 48;
/// How far before a day its label can stand, in characters.
const REACH: usize = 48;

/// What the words `before` a day on its line say, or the line before where they are none.
pub(super) fn says(before: &str, previous: &str) -> Says {
    let near = fold(tail(before));
    let labelled = before.trim().is_empty() && previous.len() <= LABEL;
    let words = if labelled { format!("{} {near}", fold(previous)) } else { near };
    let last = |stems: &[&str]| stems.iter().filter_map(|stem| words.rfind(stem)).max();
    match (last(PUBLISHED), last(MODIFIED)) {
        (Some(published), Some(modified)) if published > modified => Says::Published,
        (_, Some(_)) => Says::Modified,
        (Some(_), None) => Says::Published,
        (None, None) => Says::Nothing,
    }
}

/// Words that make a day the beginning or the end of something.
const BOUNDS: &[&str] = &[
    "seit", "ab", "bis", "zum", "since", "from", "until", "till", "by", "before", "after", "through",
    "depuis", "jusqu'au", "des", "desde", "hasta", "ate", "dal", "fino", "entro", "od", "do", "с", "до",
    "по", "к", "з", "да", "від", "vanaf", "tot", "born", "geboren",
];

/// Whether the word right before a day makes it a bound of something: "seit 4. August 2014".
pub(super) fn bounds(before: &str) -> bool {
    let last = before.split_whitespace().next_back().map(fold);
    last.is_some_and(|last| BOUNDS.contains(&last.trim_matches(|c: char| !c.is_alphanumeric())))
}

/// Whether what stands between two days makes them a stretch.
pub(super) fn joins_days(between: &str) -> bool {
    ["-", "–", "—", "bis", "to", "until", "au", "al", "до", "по", "do"].contains(&fold(between).trim())
}

/// The last characters of `text`, from the beginning of a word.
pub(super) fn tail(text: &str) -> &str {
    let count = text.chars().count();
    if count <= REACH {
        return text;
    }
    let cut = text.char_indices().nth(count - REACH).map_or(0, |(at, _)| at);
    let rest = text.get(cut..).unwrap_or_default();
    rest.find(' ').and_then(|at| rest.get(at + 1..)).unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_nearest_before_a_day_says_what_it_is() {
        assert_eq!(says("Veröffentlicht am ", ""), Says::Published);
        assert_eq!(says("Published 3 May, updated ", ""), Says::Modified);
        assert_eq!(says("Обновлено: ", ""), Says::Modified);
        assert_eq!(says("", "Апублікавана:"), Says::Published);
        assert_eq!(says("Minsk, ", "Updated"), Says::Nothing);
    }

    #[test]
    fn bounds_and_stretches_are_those_of_events() {
        assert!(bounds("Die Messe läuft bis ") && bounds("from ") && bounds("(с "));
        assert!(!bounds("Von A. Lehmann, ") && !bounds(""));
        assert!(joins_days(" – ") && joins_days(" bis ") && !joins_days(", "));
    }
}
