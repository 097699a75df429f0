//! Why a topic is suggested, as far as it was learned: the words for and against, and the decided articles most alike.

use chancery_model::{ArticleId, Span, TopicId};
use chancery_store::SuggestionRow;
use chancery_text::learn::{Near, Spoken, is_function_word};

use super::keep::prose;
use crate::{Desk, Result};

/// A suggestion with all its reasons.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggested {
    /// The suggestion, with the passages its rules rest on.
    pub row: SuggestionRow,
    /// The words it was learned from that weigh most, those of most weight first. Every one stands in the article.
    pub words: Vec<Word>,
}

/// A word that speaks for a topic, or against it.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// The form in which it first stands.
    pub form: String,
    /// What it adds to the log-odds; below 0 where it speaks against.
    pub weight: f64,
    /// Whether it stands in the title.
    pub in_title: bool,
    /// Where it stands in the text, in order.
    pub spans: Vec<Span>,
}

/// The decided articles most like one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Nearby {
    /// Those the topic was accepted on, the likest first.
    pub accepted: Vec<(ArticleId, f64)>,
    /// Those it was rejected on.
    pub rejected: Vec<(ArticleId, f64)>,
}

/// Words shown for a topic, and against it.
const FOR: usize = 8;
const AGAINST: usize = 4;
/// Articles shown on each side.
const NEAREST: usize = 3;

impl Desk {
    /// The suggestions for an article with their reasons, decided or not, best first.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn suggestions(&self, article: ArticleId) -> Result<Vec<Suggested>> {
        self.suggestions_of(article, None)
    }

    /// The same, or the one of a topic.
    pub(crate) fn suggestions_of(&self, article: ArticleId, only: Option<TopicId>) -> Result<Vec<Suggested>> {
        let mut rows = self.read(|reader| reader.suggestions(article))?;
        rows.retain(|row| only.is_none_or(|topic| topic == row.topic));
        if rows.iter().all(|row| row.learned.is_none()) {
            return Ok(rows.into_iter().map(|row| Suggested { row, words: Vec::new() }).collect());
        }
        let read = self.read(|reader| reader.readable(article))?;
        let mut suggested = Vec::with_capacity(rows.len());
        for row in rows {
            let words = match row.learned {
                Some(_) => self.words(row.topic, &read)?,
                None => Vec::new(),
            };
            suggested.push(Suggested { row, words });
        }
        Ok(suggested)
    }

    fn words(&self, topic: TopicId, article: &chancery_store::Readable) -> Result<Vec<Word>> {
        let Some(subject) = self.subjects(Some(topic))?.pop() else { return Ok(Vec::new()) };
        let Some(lesson) = self.lesson(&subject)? else { return Ok(Vec::new()) };
        let explanation = lesson.explain(&prose(article));
        let words = explanation.map(|explanation| explanation.words).unwrap_or_default();
        let (speak_for, against): (Vec<Spoken>, Vec<Spoken>) =
            words.into_iter().partition(|word| word.weight > 0.0);
        let mut words: Vec<Word> = telling(speak_for)
            .take(FOR)
            .chain(telling(against).take(AGAINST))
            .map(|word| Word {
                form: word.form,
                weight: word.weight,
                in_title: word.in_title,
                spans: word.spans,
            })
            .collect();
        words.sort_by(|one, other| other.weight.abs().total_cmp(&one.weight.abs()));
        Ok(words)
    }

    /// The articles accepted and rejected for a topic that are most like one; none where nothing was learned.
    ///
    /// # Errors
    /// `no-such`.
    pub fn nearest_decided(&self, topic: TopicId, article: ArticleId) -> Result<Nearby> {
        let Some(subject) = self.subjects(Some(topic))?.pop() else {
            return Err(self.no_such("topic", topic));
        };
        let Some(lesson) = self.lesson(&subject)? else { return Ok(Nearby::default()) };
        let stems = self.stems_of(&[article])?.remove(&article).unwrap_or_default();
        let nearest = lesson.nearest(article, &stems, NEAREST);
        let told = |near: Vec<Near>| near.into_iter().map(|near| (near.article, near.likeness)).collect();
        Ok(Nearby { accepted: told(nearest.accepted), rejected: told(nearest.rejected) })
    }
}

/// The words that tell an analyst something; all of them where none does, since no suggestion is without a reason.
fn telling(words: Vec<Spoken>) -> std::vec::IntoIter<Spoken> {
    let (function, telling): (Vec<Spoken>, Vec<Spoken>) =
        words.into_iter().partition(|word| is_function_word(&word.form));
    if telling.is_empty() { function } else { telling }.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn function_words_are_told_only_where_nothing_else_speaks() {
        let spoken =
            |form: &str| Spoken { form: form.to_owned(), weight: 1.0, in_title: false, spans: vec![] };
        let told = |forms: &[&str]| -> Vec<String> {
            telling(forms.iter().map(|form| spoken(form)).collect()).map(|word| word.form).collect()
        };
        assert_eq!(told(&["The", "gas", "і", "газ", "Также"]), ["gas", "газ"]);
        assert_eq!(told(&["the", "у"]), ["the", "у"]);
    }
}
