//! Scores articles for several topics at once, by itself: it can be sent to another thread.

use std::sync::Arc;

use chancery_model::TopicId;

use super::calibration::Calibration;
use super::features::Features;
use super::topic::Learned;
use super::vocabulary::Vocabulary;

/// From this probability on a topic is suggested: a little below one half finds more of the rare topics and costs next to no
/// precision (docs/reading-quality.md).
pub const SUGGESTED_FROM: f64 = 0.4;

/// How far a topic fits an article.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// The topic.
    pub topic: TopicId,
    /// 0–1, calibrated on decisions the topic was not trained on.
    pub probability: f64,
    /// Cosine of the article with the topic's words, −1–1: compares topics of few decisions more surely than their probabilities
    /// do.
    pub closeness: f64,
}

/// What topics have learned, laid out for scoring.
#[derive(Clone, Debug)]
pub struct Scorer {
    vocabulary: Arc<Vocabulary>,
    topics: Vec<Scale>,
    /// Weights of all topics by column: what an article reads of a column lies together.
    weights: Vec<f32>,
}

#[derive(Clone, Copy, Debug)]
struct Scale {
    topic: TopicId,
    bias: f32,
    length: f32,
    calibration: Calibration,
}

impl Scorer {
    pub(super) fn new<'l>(
        vocabulary: Arc<Vocabulary>,
        learned: impl Iterator<Item = (TopicId, &'l Learned)>,
    ) -> Self {
        let learned: Vec<(TopicId, &Learned)> = learned.collect();
        let mut weights = vec![0.0; vocabulary.len() * learned.len()];
        for (number, (_, topic)) in learned.iter().enumerate() {
            let places = weights.iter_mut().skip(number).step_by(learned.len());
            places.zip(&topic.plane.weights).for_each(|(place, weight)| *place = *weight);
        }
        let scale = |(topic, learned): (TopicId, &Learned)| Scale {
            topic,
            bias: learned.plane.bias,
            length: learned.length,
            calibration: learned.calibration,
        };
        Self { vocabulary, topics: learned.into_iter().map(scale).collect(), weights }
    }

    /// How far each topic fits an article, in the order the topics were asked for.
    #[must_use]
    pub fn score(&self, features: &Features) -> Vec<Score> {
        let mut sums = vec![0.0_f32; self.topics.len()];
        let (values, length) = self.vocabulary.values(features);
        for (column, value) in values {
            let from = column as usize * sums.len();
            let weights = self.weights.get(from..from + sums.len()).unwrap_or_default();
            sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += value * weight);
        }
        let scores = self.topics.iter().zip(sums).map(|(scale, sum)| {
            let along = if length > 0.0 { sum / length } else { 0.0 };
            Score {
                topic: scale.topic,
                probability: scale.calibration.probability(along + scale.bias),
                closeness: if scale.length > 0.0 { f64::from(along / scale.length) } else { 0.0 },
            }
        });
        scores.collect()
    }
}
