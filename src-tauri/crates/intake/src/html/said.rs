//! A value a page gives for a field, and the choice of one among several.

use chancery_model::{Alternative, Basis, Confidence, Field, Place};

use crate::normalise;

/// One value as given somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) value: String,
    /// The words it was read from.
    pub(crate) words: String,
    pub(crate) place: Place,
    pub(crate) rule: &'static str,
}

impl Said {
    fn value(&self) -> String {
        normalise(&self.value).replace('\n', " ")
    }

    /// A value as the page's metadata gives it.
    pub(crate) fn in_metadata(words: &str, rule: &'static str) -> Self {
        Self { value: words.to_owned(), words: words.to_owned(), place: Place::Metadata, rule }
    }

    fn basis(&self) -> Basis {
        Basis { words: self.words.clone(), place: self.place, rule: self.rule.to_owned() }
    }
}

/// Most other values and reasons kept.
const MOST: usize = 3;

/// Takes the first of `said`: those that say the same are its reasons, others its alternatives. Two that agree make it sure.
pub(crate) fn settle(said: &[Said]) -> Field<String> {
    let Some(first) = said.first() else { return Field::default() };
    let key = chancery_text::fold(&first.value);
    let mut field = Field::known(first.value(), Confidence::Medium, first.basis());
    for other in said.iter().skip(1) {
        if chancery_text::fold(&other.value) == key {
            field.confidence = Confidence::High;
            if field.basis.len() < MOST && field.basis.iter().all(|basis| basis.rule != other.rule) {
                field.basis.push(other.basis());
            }
        } else if field.alternatives.len() < MOST
            && !field
                .alternatives
                .iter()
                .any(|known| chancery_text::fold(&known.value) == chancery_text::fold(&other.value))
        {
            let basis = vec![other.basis()];
            field.alternatives.push(Alternative { value: other.value(), confidence: Confidence::Low, basis });
        }
    }
    field
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_agrees_is_sure_and_what_differs_is_kept() {
        let said = ["Ann Lee", "ANN LEE", "admin"].map(|words| Said::in_metadata(words, "meta"));
        let field = settle(&said);
        assert_eq!((field.value.as_deref(), field.confidence), (Some("Ann Lee"), Confidence::High));
        assert_eq!(field.alternatives.first().map(|other| other.value.as_str()), Some("admin"));
        let hyphenated = settle(&[Said::in_metadata("Inte\u{ad}gration\u{a0}2019", "meta")]);
        assert_eq!(hyphenated.value.as_deref(), Some("Integration 2019"));
        assert_eq!(settle(&[]), Field::default());
    }
}
