//! A topic as it is being written: tidied, checked, made one of the codebook.

use std::collections::HashSet;

use chancery_model::{InLanguages, Language, Term, Topic};
use chancery_text::topics::term_fault;

use super::TopicFault;
use crate::codebook::clean;

/// What the analyst writes of a topic.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TopicDraft {
    /// A heading: has no terms and is never suggested.
    pub group: bool,
    /// What it is called; English is needed.
    pub label: InLanguages,
    /// What it is.
    pub definition: InLanguages,
    /// What belongs to it, in doubt.
    pub include: InLanguages,
    /// What does not.
    pub exclude: InLanguages,
    /// Score from which it is suggested, 0–1.
    pub threshold: f64,
    /// Index of its colour; counts where nothing lies above it.
    pub colour: u32,
    /// What in a text speaks for it or against it.
    pub terms: Vec<Term>,
}

/// Terms weigh so much at most, for or against.
const HEAVIEST: f64 = 10.0;

impl TopicDraft {
    /// A topic as it stands, to be written on.
    #[must_use]
    pub fn of(topic: &Topic, colour: u32) -> Self {
        let topic = topic.clone();
        Self {
            group: topic.group,
            label: topic.label,
            definition: topic.definition,
            include: topic.include,
            exclude: topic.exclude,
            threshold: topic.threshold,
            colour,
            terms: topic.terms,
        }
    }

    /// The topic it makes, with its words as the dossier keeps them.
    ///
    /// # Errors
    /// The first fault, in the order of the fields.
    pub(super) fn topic(&self, slug: String, parent: Option<String>) -> Result<Topic, TopicFault> {
        if !(0.0..=1.0).contains(&self.threshold) {
            return Err(TopicFault::Threshold);
        }
        let mut topic = Topic {
            slug,
            parent,
            group: self.group,
            label: tidy(&self.label),
            definition: tidy(&self.definition),
            include: tidy(&self.include),
            exclude: tidy(&self.exclude),
            threshold: self.threshold,
            terms: self.terms.iter().map(tidy_term).collect(),
        };
        for text in [Some(&mut topic.label.en), topic.label.ru.as_mut(), topic.label.be.as_mut()] {
            // A label is one line wherever it is shown.
            text.into_iter().for_each(|text| *text = text.replace(['\n', '\t'], " "));
        }
        if topic.label.en.is_empty() {
            return Err(TopicFault::NoLabel);
        }
        if topic.group && !topic.terms.is_empty() {
            return Err(TopicFault::HeadingWithTerms);
        }
        match term_faults(&topic.terms).into_iter().flatten().next() {
            Some(fault) => Err(fault),
            None => Ok(topic),
        }
    }
}

/// What is wrong with each of some terms, if anything.
pub(super) fn term_faults(terms: &[Term]) -> Vec<Option<TopicFault>> {
    let mut seen = HashSet::new();
    let fault = |term: &Term| {
        let text = term.text.clone();
        if let Some(fault) = term_fault(term.kind, &term.text) {
            return Some(TopicFault::Term { text, fault });
        }
        if !matches!(term.language, Language::En | Language::Ru | Language::Be) {
            return Some(TopicFault::Language { text });
        }
        if !(-HEAVIEST..=HEAVIEST).contains(&term.weight) {
            return Some(TopicFault::Weight { text });
        }
        let twice = !seen.insert((term.language, term.kind, term.text.to_lowercase()));
        twice.then_some(TopicFault::TermTwice { text })
    };
    terms.iter().map(fault).collect()
}

fn tidy(text: &InLanguages) -> InLanguages {
    let other = |text: &Option<String>| text.as_deref().map(clean).filter(|text| !text.is_empty());
    InLanguages { en: clean(&text.en), ru: other(&text.ru), be: other(&text.be) }
}

pub(super) fn tidy_term(term: &Term) -> Term {
    Term {
        text: clean(&term.text).replace(['\n', '\t'], " "),
        facet: term.facet.as_deref().map(clean).filter(|facet| !facet.is_empty()),
        ..term.clone()
    }
}
