//! Why a topic was suggested: the words that speak for and against it, and the decided articles most like the one in question.

use chancery_model::{ArticleId, Span};
use rustc_hash::FxHashMap;

use super::features::{Places, Prose, for_each_word};
use super::topic::Learned;
use super::vocabulary::Vocabulary;

/// What made the probability of a topic on an article: the log-odds are `offset` plus the weights of all words.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The stems of the article that count, those of most weight first.
    pub words: Vec<Spoken>,
    /// The log-odds of an article that says nothing.
    pub offset: f64,
}

/// A stem of the article, for or against.
#[derive(Clone, Debug, PartialEq)]
pub struct Spoken {
    /// The form in which it first stands.
    pub form: String,
    /// What it adds to the log-odds; below 0 where it speaks against.
    pub weight: f64,
    /// Whether it stands in the title.
    pub in_title: bool,
    /// Where it stands in the text, in order.
    pub spans: Vec<Span>,
}

/// Decided articles most like one, the likest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Nearest {
    /// Those that belong to the topic.
    pub accepted: Vec<Near>,
    /// Those that do not.
    pub rejected: Vec<Near>,
}

/// An article and how like it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Near {
    /// Which.
    pub article: ArticleId,
    /// Cosine of the two, 0–1.
    pub likeness: f64,
}

pub(super) fn explain(vocabulary: &Vocabulary, learned: &Learned, prose: &Prose<'_>) -> Explanation {
    let features = super::Features::of(prose);
    let vector: FxHashMap<u32, f32> = vocabulary.vector(&features).into_iter().collect();
    let weight = |hash: u32| {
        let column = vocabulary.column(hash)?;
        let weight = vector.get(&column)? * learned.plane.weights.get(column as usize)?;
        (weight != 0.0).then(|| learned.calibration.slope * f64::from(weight))
    };
    let mut words: Vec<Spoken> = Vec::new();
    let mut known: FxHashMap<u32, Option<usize>> = FxHashMap::default();
    let mut places = Places::new(prose.text);
    for_each_word(prose, |word| {
        // Titles come first: a stem that stands there is met there.
        let number = *known.entry(word.stem).or_insert_with(|| {
            let of_title = word.title.and_then(weight);
            let weight =
                weight(word.stem).map_or(of_title, |own| Some(own + of_title.unwrap_or_default()))?;
            words.push(Spoken { form: word.form.to_owned(), weight, in_title: false, spans: Vec::new() });
            Some(words.len() - 1)
        });
        let Some(spoken) = number.and_then(|number| words.get_mut(number)) else { return };
        match word.byte {
            Some(byte) => spoken.spans.push(places.of(byte, word.form)),
            None => spoken.in_title = true,
        }
    });
    words.sort_by(|one, other| other.weight.abs().total_cmp(&one.weight.abs()));
    Explanation { words, offset: learned.calibration.log_odds(learned.plane.bias) }
}

pub(super) fn nearest(others: impl Iterator<Item = (ArticleId, bool, f32)>, most: usize) -> Nearest {
    let (mut accepted, mut rejected) = (Vec::new(), Vec::new());
    for (article, yes, likeness) in others.filter(|(.., likeness)| *likeness > 0.0) {
        let side = if yes { &mut accepted } else { &mut rejected };
        side.push(Near { article, likeness: f64::from(likeness).min(1.0) });
    }
    for side in [&mut accepted, &mut rejected] {
        side.sort_by(|one: &Near, other: &Near| {
            other.likeness.total_cmp(&one.likeness).then(one.article.cmp(&other.article))
        });
        side.truncate(most);
    }
    Nearest { accepted, rejected }
}
