//! Fields of a query: what is known of an article, asked for beside its words.

use chancery_model::{Day, Edtf, Language};
use chancery_text::dates::typed;

use super::Unread;

/// One field with what is asked of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryField {
    /// Tagged with a topic, or a suggestion of it waits; topics under it count. By slug or label, or how either begins.
    Topic(String),
    /// Tagged with a topic.
    Tag(String),
    /// Published by an outlet: by name or domain, or a part of either.
    Outlet(String),
    /// In a language.
    Language(Language),
    /// Published before the first day a date may mean.
    Before(Edtf),
    /// Published on the first day a date may mean, or later.
    After(Edtf),
    /// Published within a date, as far as both dates can mean that.
    On(Edtf),
    /// There is something of this kind.
    Has(Has),
    /// A passage of it is evidence for a milestone: by number, slug or words of its title.
    Milestone(String),
}

/// What an article may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Has {
    /// A note about it.
    Note,
    /// A tag.
    Tag,
    /// A suggestion that waits.
    Suggestion,
    /// A coded passage.
    Coding,
    /// A passage that is evidence.
    Evidence,
    /// A date of publication.
    Date,
    /// A date of publication known to the day.
    Day,
    /// A date of publication known to the month, or to the day.
    Month,
    /// A date of publication known to the year, or finer.
    Year,
    /// An outlet.
    Outlet,
    /// Copies or reprints.
    Copies,
}

impl Has {
    const ALL: [(Self, &[&str]); 11] = [
        (Self::Note, &["note", "notes", "заметка", "нататка"]),
        (Self::Tag, &["tag", "tags", "topic", "topics", "тема", "тэма"]),
        (Self::Suggestion, &["suggestion", "suggestions", "предложение", "прапанова"]),
        (Self::Coding, &["coding", "codings", "passage", "фрагмент"]),
        (Self::Evidence, &["evidence", "milestone", "milestones", "веха", "вяха"]),
        (Self::Date, &["date", "дата"]),
        (Self::Day, &["day", "день", "дзень"]),
        (Self::Month, &["month", "месяц"]),
        (Self::Year, &["year", "год"]),
        (Self::Outlet, &["outlet", "издание", "выданне"]),
        (Self::Copies, &["copies", "copy", "копии", "копіі"]),
    ];

    /// Its word in a query.
    #[must_use]
    pub fn word(self) -> &'static str {
        let names = Self::ALL.iter().find(|(has, _)| *has == self).map_or(&[][..], |(_, names)| names);
        names.first().copied().unwrap_or_default()
    }
}

/// The fields there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum QueryFieldName {
    /// [`QueryField::Topic`]
    Topic,
    /// [`QueryField::Tag`]
    Tag,
    /// [`QueryField::Outlet`]
    Outlet,
    /// [`QueryField::Language`]
    Language,
    /// [`QueryField::Before`]
    Before,
    /// [`QueryField::After`]
    After,
    /// [`QueryField::On`]
    On,
    /// [`QueryField::Has`]
    Has,
    /// [`QueryField::Milestone`]
    Milestone,
}

/// How a field may be typed; the first is how it is printed.
const NAMES: [(QueryFieldName, &[&str]); 9] = [
    (QueryFieldName::Topic, &["topic", "тема", "тэма"]),
    (QueryFieldName::Tag, &["tag", "тег", "тэг"]),
    (QueryFieldName::Outlet, &["outlet", "издание", "выданне"]),
    (QueryFieldName::Language, &["lang", "language", "язык", "мова"]),
    (QueryFieldName::Before, &["before", "до", "да"]),
    (QueryFieldName::After, &["after", "после", "пасля"]),
    (QueryFieldName::On, &["on", "date", "дата"]),
    (QueryFieldName::Has, &["has", "есть", "ёсць"]),
    (QueryFieldName::Milestone, &["milestone", "веха", "вяха"]),
];

const LANGUAGES: [(Language, &[&str]); 4] = [
    (Language::En, &["english", "английский", "англійская"]),
    (Language::Ru, &["russian", "русский", "руская"]),
    (Language::Be, &["belarusian", "белорусский", "беларуская"]),
    (Language::Uk, &["ukrainian", "украинский", "украінская"]),
];

impl QueryFieldName {
    /// The field typed so.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        let word = word.to_lowercase();
        NAMES.iter().find(|(_, words)| words.contains(&word.as_str())).map(|(name, _)| *name)
    }

    /// Its word in a query, without the colon.
    #[must_use]
    pub fn word(self) -> &'static str {
        let words = NAMES.iter().find(|(name, _)| *name == self).map_or(&[][..], |(_, words)| words);
        words.first().copied().unwrap_or_default()
    }
}

impl QueryField {
    /// Reads what is asked of a field.
    pub(super) fn read(name: QueryFieldName, value: &str, today: Day) -> Result<Self, Unread> {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        if !value.chars().any(char::is_alphanumeric) {
            return Err(Unread::NoValue);
        }
        match name {
            QueryFieldName::Topic => Ok(Self::Topic(value)),
            QueryFieldName::Tag => Ok(Self::Tag(value)),
            QueryFieldName::Outlet => Ok(Self::Outlet(value)),
            QueryFieldName::Milestone => Ok(Self::Milestone(value)),
            QueryFieldName::Language => language(&value).ok_or(Unread::NotALanguage).map(Self::Language),
            QueryFieldName::Before => date(&value, today).map(Self::Before),
            QueryFieldName::After => date(&value, today).map(Self::After),
            QueryFieldName::On => date(&value, today).map(Self::On),
            QueryFieldName::Has => {
                let word = value.to_lowercase();
                let found = Has::ALL.iter().find(|(_, names)| names.contains(&word.as_str()));
                found.map(|(has, _)| Self::Has(*has)).ok_or(Unread::NotHad)
            }
        }
    }

    /// Which field it is.
    #[must_use]
    pub fn name(&self) -> QueryFieldName {
        match self {
            Self::Topic(_) => QueryFieldName::Topic,
            Self::Tag(_) => QueryFieldName::Tag,
            Self::Outlet(_) => QueryFieldName::Outlet,
            Self::Language(_) => QueryFieldName::Language,
            Self::Before(_) => QueryFieldName::Before,
            Self::After(_) => QueryFieldName::After,
            Self::On(_) => QueryFieldName::On,
            Self::Has(_) => QueryFieldName::Has,
            Self::Milestone(_) => QueryFieldName::Milestone,
        }
    }

    /// What is asked of it, as it is printed.
    #[must_use]
    pub fn value(&self) -> String {
        match self {
            Self::Topic(value) | Self::Tag(value) | Self::Outlet(value) | Self::Milestone(value) => {
                value.clone()
            }
            Self::Language(language) => language.code(),
            Self::Before(date) | Self::After(date) | Self::On(date) => date.to_string(),
            Self::Has(has) => has.word().to_owned(),
        }
    }
}

fn language(value: &str) -> Option<Language> {
    let word = value.to_lowercase();
    let by_name = LANGUAGES.iter().find(|(_, names)| names.contains(&word.as_str()));
    by_name.map(|(language, _)| *language).or_else(|| Language::from_code(&word))
}

/// A date as people type it. What has neither a first nor a last day parts nothing.
fn date(value: &str, today: Day) -> Result<Edtf, Unread> {
    let date = today.to_chrono().and_then(|today| typed(value, today)).ok_or(Unread::NotADate)?;
    match (date.earliest(), date.latest()) {
        (None, None) => Err(Unread::NotADate),
        _ => Ok(date),
    }
}
