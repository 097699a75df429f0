//! Languages of texts and labels.

use std::fmt;

use crate::Span;

/// The language of a text. Languages the desk does not read are kept by their ISO 639-1 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English
    En,
    /// Russian
    Ru,
    /// Belarusian, either orthography
    Be,
    /// Ukrainian, told apart so that it is not taken for Russian or Belarusian
    Uk,
    /// Any other language, by its two letters
    Other([u8; 2]),
}

impl Language {
    /// The ISO 639-1 code.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Self::En => "en".to_owned(),
            Self::Ru => "ru".to_owned(),
            Self::Be => "be".to_owned(),
            Self::Uk => "uk".to_owned(),
            Self::Other(letters) => letters.iter().map(|&byte| char::from(byte)).collect(),
        }
    }

    /// Reads an ISO 639-1 code; anything that is not two ASCII letters is `None`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "en" => Some(Self::En),
            "ru" => Some(Self::Ru),
            "be" => Some(Self::Be),
            "uk" => Some(Self::Uk),
            _ => match code.as_bytes() {
                &[a, b] if a.is_ascii_lowercase() && b.is_ascii_lowercase() => Some(Self::Other([a, b])),
                _ => None,
            },
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code())
    }
}

/// Neighbouring paragraphs of a text that are in another language than the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LanguageRun {
    /// From the start of the first to the end of the last.
    pub span: Span,
    /// Their language.
    pub language: Language,
    /// How many they are.
    pub paragraphs: u32,
}

/// A text in the analyst's three languages; English is the one that is always there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InLanguages {
    /// English
    pub en: String,
    /// Russian, where given
    pub ru: Option<String>,
    /// Belarusian, where given
    pub be: Option<String>,
}

impl InLanguages {
    /// A text that is given in English only.
    #[must_use]
    pub fn english(text: impl Into<String>) -> Self {
        Self { en: text.into(), ru: None, be: None }
    }

    /// The text in `language`, or in English where that is missing.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Ru => self.ru.as_deref(),
            Language::Be => self.be.as_deref(),
            _ => None,
        }
        .unwrap_or(&self.en)
    }
}
