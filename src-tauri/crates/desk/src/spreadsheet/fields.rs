//! What a column can hold, and the words by which heads in English, Russian and Belarusian say so.

use chancery_model::Language;

/// What a column of a spreadsheet holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum SheetField {
    /// The milestone's id across files, by which it is known again.
    Uid,
    /// Its number in the file, by which other rows name it as their parent.
    Number,
    /// Its title; the one in English is what the register shows where it has no other.
    Title(Language),
    Kind,
    Lane,
    /// What it is a part of: by number, title or UUID.
    Parent,
    Date,
    Deadline,
    Status,
    /// Since when the status is so.
    Since,
    /// Why the analyst judges so.
    Reason,
    Who,
    Role,
    Description,
}

const IDS: [(SheetField, &str); 16] = [
    (SheetField::Uid, "uid"),
    (SheetField::Number, "number"),
    (SheetField::Title(Language::En), "title"),
    (SheetField::Title(Language::Ru), "title-ru"),
    (SheetField::Title(Language::Be), "title-be"),
    (SheetField::Kind, "kind"),
    (SheetField::Lane, "lane"),
    (SheetField::Parent, "parent"),
    (SheetField::Date, "date"),
    (SheetField::Deadline, "deadline"),
    (SheetField::Status, "status"),
    (SheetField::Since, "since"),
    (SheetField::Reason, "reason"),
    (SheetField::Who, "who"),
    (SheetField::Role, "role"),
    (SheetField::Description, "description"),
];

impl SheetField {
    /// Every field, in the order of the columns.
    pub fn all() -> impl Iterator<Item = Self> {
        IDS.iter().map(|(field, _)| *field)
    }

    /// The word used in JSON and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        IDS.iter().find(|(field, _)| *field == self).map_or("", |(_, id)| id)
    }

    /// The field of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        IDS.iter().find(|(_, known)| *known == id).map(|(field, _)| *field)
    }

    /// The field a head speaks of; `None` where it says nothing known.
    pub(super) fn of_head(head: &str) -> Option<Self> {
        let head = plain(head);
        HEADS.iter().find(|(_, words)| words.contains(&head.as_str())).map(|(field, _)| *field)
    }
}

/// Words without case, marks and doubled blanks: "Title (RU):" is "title ru".
pub(super) fn plain(words: &str) -> String {
    let spaced: String =
        words.to_lowercase().chars().map(|c| if c.is_alphanumeric() || c == '№' { c } else { ' ' }).collect();
    spaced.replace('ё', "е").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Heads without case and marks, `ё` as `е`.
const HEADS: &[(SheetField, &[&str])] = &[
    (SheetField::Uid, &["uid", "uuid"]),
    (SheetField::Number, &["number", "no", "nr", "id", "№", "n", "№ п п", "номер", "нумар", "n п п"]),
    (
        SheetField::Title(Language::En),
        &[
            "title",
            "title en",
            "name",
            "milestone",
            "event",
            "what",
            "commitment",
            "promise",
            "measure",
            "название",
            "наименование",
            "веха",
            "событие",
            "мероприятие",
            "обязательство",
            "обещание",
            "заголовок",
            "что",
            "назва",
            "вяха",
            "падзея",
            "мерапрыемства",
            "абавязацельства",
            "абяцанне",
            "загаловак",
            "што",
        ],
    ),
    (
        SheetField::Title(Language::Ru),
        &["title ru", "title russian", "russian title", "название ru", "название по русски"],
    ),
    (
        SheetField::Title(Language::Be),
        &["title be", "title belarusian", "belarusian title", "назва be", "назва па беларуску"],
    ),
    (SheetField::Kind, &["kind", "type", "category", "вид", "тип", "категория", "від", "тып", "катэгорыя"]),
    (
        SheetField::Lane,
        &[
            "lane",
            "area",
            "track",
            "theme",
            "sector",
            "field",
            "policy area",
            "дорожка",
            "направление",
            "сфера",
            "область",
            "тема",
            "отрасль",
            "дарожка",
            "кірунак",
            "вобласць",
            "тэма",
            "галіна",
        ],
    ),
    (
        SheetField::Parent,
        &[
            "parent",
            "part of",
            "belongs to",
            "programme",
            "program",
            "часть",
            "входит в",
            "часть чего",
            "родитель",
            "программа",
            "частка",
            "уваходзіць у",
            "бацькоўская",
            "праграма",
        ],
    ),
    (SheetField::Date, &["date", "when", "day", "edtf", "дата", "когда", "день", "калі", "дзень"]),
    (
        SheetField::Deadline,
        &[
            "deadline",
            "due",
            "due by",
            "due date",
            "by when",
            "срок",
            "крайний срок",
            "срок исполнения",
            "дедлайн",
            "тэрмін",
            "крайні тэрмін",
            "тэрмін выканання",
            "дэдлайн",
        ],
    ),
    (
        SheetField::Status,
        &["status", "state", "progress", "stage", "статус", "состояние", "стадия", "этап", "стан", "стадыя"],
    ),
    (
        SheetField::Since,
        &[
            "since",
            "status since",
            "since when",
            "с какого времени",
            "статус с",
            "с когда",
            "з якога часу",
            "статус з",
        ],
    ),
    (
        SheetField::Reason,
        &[
            "reason",
            "judgement",
            "judgment",
            "basis",
            "why",
            "justification",
            "comment",
            "основание",
            "обоснование",
            "причина",
            "комментарий",
            "почему",
            "падстава",
            "абгрунтаванне",
            "прычына",
            "каментар",
            "чаму",
        ],
    ),
    (
        SheetField::Who,
        &[
            "who",
            "actor",
            "by whom",
            "responsible",
            "body",
            "кто",
            "исполнитель",
            "ответственный",
            "орган",
            "хто",
            "выканаўца",
            "адказны",
        ],
    ),
    (SheetField::Role, &["role", "роль", "роля"]),
    (
        SheetField::Description,
        &[
            "description",
            "about",
            "notes",
            "note",
            "details",
            "описание",
            "примечание",
            "заметки",
            "апісанне",
            "заўвага",
            "нататкі",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_known_in_three_languages_and_no_head_means_two_things() {
        for (head, id) in [
            ("Title", "title"),
            ("Название:", "title"),
            ("СРОК исполнения", "deadline"),
            ("Тэрмін", "deadline"),
            ("№ п/п", "number"),
            ("Title (ru)", "title-ru"),
            ("policy_area", "lane"),
            ("Уваходзіць у", "parent"),
        ] {
            assert_eq!(SheetField::of_head(head).map(SheetField::id), Some(id), "{head}");
        }
        assert_eq!(SheetField::of_head("Latitude"), None);
        let mut words: Vec<&str> = HEADS.iter().flat_map(|(_, words)| words.iter().copied()).collect();
        assert!(words.iter().all(|word| plain(word) == *word));
        words.sort_unstable();
        assert!(words.windows(2).all(|pair| pair[0] != pair[1]));
        assert!(IDS.iter().all(|(field, id)| SheetField::from_id(id) == Some(*field)));
    }
}
