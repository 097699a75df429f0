//! What it is measured beside: a linear support vector machine on the words as they stand, weighed by TF-IDF as scikit-learn does
//! (`TfidfVectorizer(sublinear_tf=True)`, `LinearSVC()`), and a topic told from margin 0 on.

use std::collections::{BTreeMap, HashMap};

use chancery_text::learn::{Cost, Example, Vectors, solve};
use chancery_text::word_indices;

use super::{Method, Story, Told};

pub(super) struct Plain;

impl Method for Plain {
    fn told(&self, labelled: &[&Story], topics: &[String], asked: &[&Story]) -> Vec<Vec<Told>> {
        let counted: Vec<BTreeMap<String, u32>> = labelled.iter().map(|story| count(story)).collect();
        let mut words: HashMap<&str, (u32, u32)> = HashMap::new();
        for word in counted.iter().flat_map(BTreeMap::keys) {
            let column = u32::try_from(words.len()).unwrap_or(u32::MAX);
            words.entry(word).or_insert((column, 0)).1 += 1;
        }
        let mut vectors = Vectors::default();
        counted.iter().for_each(|counts| vectors.push(&vector(counts, &words, labelled.len())));
        asked.iter().for_each(|story| vectors.push(&vector(&count(story), &words, labelled.len())));

        let mut told: Vec<Vec<Told>> = asked.iter().map(|_| Vec::with_capacity(topics.len())).collect();
        for topic in topics {
            let stories = (0..).zip(labelled);
            let examples: Vec<Example> = stories
                .map(|(vector, story)| Example { vector, yes: story.topics.contains(topic) })
                .collect();
            let known = examples.iter().any(|example| example.yes);
            let plane = solve(&vectors, &examples, Cost { yes: 1.0, no: 1.0 }, &mut Vec::new());
            for (number, told) in (labelled.len()..).zip(&mut told) {
                let margin = plane.margin(&vectors, u32::try_from(number).unwrap_or(u32::MAX));
                let is_told = known && margin > 0.0;
                told.push(Told {
                    fits: known.then_some(f64::from(margin)),
                    probability: f64::from(u8::from(is_told)),
                    told: is_told,
                });
            }
        }
        told
    }
}

/// Words of two letters or more, in lower case.
fn count(story: &Story) -> BTreeMap<String, u32> {
    let mut counts = BTreeMap::new();
    for text in [&story.title, &story.body] {
        for (_, word) in word_indices(text).filter(|(_, word)| word.chars().nth(1).is_some()) {
            *counts.entry(word.to_lowercase()).or_default() += 1;
        }
    }
    counts
}

fn vector(
    counts: &BTreeMap<String, u32>,
    words: &HashMap<&str, (u32, u32)>,
    stories: usize,
) -> Vec<(u32, f32)> {
    let values = counts.iter().filter_map(|(word, &count)| {
        let &(column, having) = words.get(word.as_str())?;
        let rarity = ((1 + stories) as f32 / (1 + having) as f32).ln() + 1.0;
        Some((column, (1.0 + (count as f32).ln()) * rarity))
    });
    let mut vector: Vec<(u32, f32)> = values.collect();
    let length = vector.iter().map(|(_, value)| value * value).sum::<f32>().sqrt();
    vector.iter_mut().for_each(|(_, value)| *value /= length);
    vector
}
