//! Sources, their numbers, and the rule that nothing is said without a number or the word that it is judgement.

use std::collections::HashMap;
use std::fmt;

use chancery_model::{Day, EvidenceOrigin, Language};

use crate::Dated;

/// The number of a source, from 1. Only a [`SourceList`] hands one out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceNumber(u32);

impl SourceNumber {
    /// The number as printed, from 1.
    #[must_use]
    pub fn get(self) -> u32 {
        self.0
    }
}

impl fmt::Display for SourceNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// One article as a source.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Source {
    /// The article's title; where empty, "untitled" is printed.
    pub title: String,
    /// Who published it, where known.
    pub outlet: Option<String>,
    /// The outlet's source grade, `A`–`F`, where given.
    pub grade: Option<char>,
    /// Who wrote it, where known.
    pub byline: Option<String>,
    /// When it was published; `None` prints "date unknown".
    pub published: Option<Dated>,
    /// The language of the text, where known.
    pub language: Option<Language>,
    /// SHA-256 of the original's bytes.
    pub sha256: [u8; 32],
    /// The day it was imported.
    pub captured: Day,
}

impl Source {
    /// The hash in 64 hexadecimal digits.
    #[must_use]
    pub fn sha256_hex(&self) -> String {
        self.sha256.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// The sources of a document, numbered in the order in which they are first cited.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceList {
    sources: Vec<Source>,
    numbers: HashMap<Source, SourceNumber>,
    /// Who chose the passages cited, by source: from the bundle, by the analyst.
    origins: Vec<(bool, bool)>,
}

/// How much of what is cited from a source was chosen by whoever made the bundled dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bundled {
    /// All of it.
    All,
    /// Some of it; the analyst added to it.
    Partly,
}

impl SourceList {
    /// An empty list.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The number of a source; a source not yet listed gets the next one.
    pub fn number(&mut self, source: Source) -> SourceNumber {
        let next = SourceNumber(u32::try_from(self.sources.len()).unwrap_or(u32::MAX - 1) + 1);
        *self.numbers.entry(source).or_insert_with_key(|source| {
            self.sources.push(source.clone());
            self.origins.push((false, false));
            next
        })
    }

    /// The number of a source that evidence is cited from, and who chose that evidence.
    pub fn number_for(&mut self, source: Source, origin: EvidenceOrigin) -> SourceNumber {
        let number = self.number(source);
        if let Some((bundled, own)) = self.origins.get_mut(number.0 as usize - 1) {
            *bundled |= origin == EvidenceOrigin::Bundled;
            *own |= origin == EvidenceOrigin::Analyst;
        }
        number
    }

    /// How much of the evidence cited from a source came with the bundled dossier; `None` for none of it.
    #[must_use]
    pub fn bundled(&self, number: SourceNumber) -> Option<Bundled> {
        match self.origins.get(number.0.checked_sub(1)? as usize)? {
            (true, false) => Some(Bundled::All),
            (true, true) => Some(Bundled::Partly),
            (false, _) => None,
        }
    }

    /// The source of a number.
    #[must_use]
    pub fn get(&self, number: SourceNumber) -> Option<&Source> {
        self.sources.get(number.0.checked_sub(1)? as usize)
    }

    /// The sources with their numbers, in order.
    pub fn iter(&self) -> impl Iterator<Item = (SourceNumber, &Source)> {
        (1..).map(SourceNumber).zip(&self.sources)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.sources.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sources.is_empty()
    }
}

/// At least one source number, ascending and each once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citations(Vec<SourceNumber>);

impl Citations {
    /// A single number.
    #[must_use]
    pub fn one(number: SourceNumber) -> Self {
        Self(vec![number])
    }

    /// Several numbers; `None` where there is none.
    #[must_use]
    pub fn new(numbers: impl IntoIterator<Item = SourceNumber>) -> Option<Self> {
        let mut numbers: Vec<_> = numbers.into_iter().collect();
        numbers.sort_unstable();
        numbers.dedup();
        (!numbers.is_empty()).then_some(Self(numbers))
    }

    /// The numbers, ascending.
    pub fn numbers(&self) -> impl Iterator<Item = SourceNumber> {
        self.0.iter().copied()
    }
}

/// What a line rests on. A line without either cannot be built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Support {
    /// Passages in these sources.
    Sources(Citations),
    /// No passage: the analyst's judgement, for this reason. Without a reason only that it is judgement is printed.
    Judgement(String),
    /// No passage: a judgement that came with the bundled dossier, which the analyst has not made their own, for this reason.
    BundledJudgement(String),
}

impl Support {
    /// The sources where there are any, else judgement with its reason, told as whose it is.
    #[must_use]
    pub fn of(numbers: impl IntoIterator<Item = SourceNumber>, reason: &str, judge: EvidenceOrigin) -> Self {
        match (Citations::new(numbers), judge) {
            (Some(citations), _) => Self::Sources(citations),
            (None, EvidenceOrigin::Analyst) => Self::Judgement(reason.to_owned()),
            (None, EvidenceOrigin::Bundled) => Self::BundledJudgement(reason.to_owned()),
        }
    }

    /// The numbers; none for judgement.
    pub fn numbers(&self) -> impl Iterator<Item = SourceNumber> {
        match self {
            Self::Sources(citations) => citations.0.iter().copied(),
            Self::Judgement(_) | Self::BundledJudgement(_) => [].iter().copied(),
        }
    }
}
