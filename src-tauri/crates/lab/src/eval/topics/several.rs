//! Stories that may have several topics: every topic is told or not.

use std::time::Instant;

use chancery_model::{ArticleId, TopicId};
use chancery_text::learn::{Learner, SUGGESTED_FROM};
use serde::Serialize;

use super::data::{Story, topics_of};
use super::draws::permutation;
use super::plain::Plain;
use super::score::{Counts, Score, share};
use super::{Method, Told};

const FOLDS: usize = 5;
const FOLDS_OF_ONE: &str = "5 folds";
/// Topics of fewer stories are left out.
const LEAST: usize = 5;

/// Bounds of probability between which what was told is counted.
const STEPS: [f64; 6] = [0.0, 0.05, SUGGESTED_FROM, 0.6, 0.8, 0.95];

#[derive(Serialize)]
pub(super) struct Report {
    how: &'static str,
    stories: usize,
    topics: usize,
    learned: Score,
    plain: Score,
    by_topic: Vec<ByTopic>,
    steps: Vec<Step>,
    /// Learning all topics, by wall clock.
    seconds: f64,
}

#[derive(Serialize)]
struct ByTopic {
    topic: String,
    stories: usize,
    f1: f64,
    plain_f1: f64,
}

/// How far a probability is true.
#[derive(Serialize)]
struct Step {
    from: f64,
    pairs: usize,
    mean_probability: f64,
    share_right: f64,
}

/// What the desk learns and tells.
pub(super) struct Learned;

impl Method for Learned {
    fn told(&self, labelled: &[&Story], topics: &[String], asked: &[&Story]) -> Vec<Vec<Told>> {
        let mut learner = Learner::new();
        let ids: Vec<TopicId> = (0..).zip(topics).map(|(id, _)| TopicId(id)).collect();
        for (story, article) in labelled.iter().zip((0..).map(ArticleId)) {
            for (&id, topic) in ids.iter().zip(topics) {
                let verdict = story.topics.contains(topic);
                learner.note(id, article, || story.features.clone(), Some(verdict));
            }
        }
        learner.settle();
        let scorer = learner.scorer(&ids);
        let nothing = Told { fits: None, probability: 0.0, told: false };
        let told = asked.iter().map(|story| {
            let mut told = vec![nothing; topics.len()];
            for score in scorer.score(&story.features) {
                let place = ids.iter().position(|id| *id == score.topic).and_then(|at| told.get_mut(at));
                if let Some(place) = place {
                    *place = Told {
                        fits: Some(score.closeness),
                        probability: score.probability,
                        told: score.probability >= SUGGESTED_FROM,
                    };
                }
            }
            told
        });
        told.collect()
    }
}

/// Each fifth of the stories, in the order of seed 0, told by the others.
pub(super) fn in_folds(stories: &[Story]) -> Report {
    let topics = topics_of(stories, LEAST);
    let order = permutation(0, stories.len());
    let mut parts = Vec::new();
    let mut rest = order.as_slice();
    for fold in 0..FOLDS {
        // The first ones are one longer where the number can't be parted evenly.
        let (part, others) = rest.split_at(rest.len().div_ceil(FOLDS - fold));
        let is_asked = |number: &usize| part.contains(number);
        let labelled: Vec<&Story> = order
            .iter()
            .filter(|number| !is_asked(number))
            .filter_map(|&number| stories.get(number))
            .collect();
        let asked: Vec<&Story> = part.iter().filter_map(|&number| stories.get(number)).collect();
        parts.push((labelled, asked));
        rest = others;
    }
    report(FOLDS_OF_ONE, &parts, topics)
}

/// The stories of one file told by those of another.
pub(super) fn on(labelled: &[Story], asked: &[Story]) -> Report {
    let topics = topics_of(labelled, LEAST);
    report("two files", &[(labelled.iter().collect(), asked.iter().collect())], topics)
}

fn report(how: &'static str, parts: &[(Vec<&Story>, Vec<&Story>)], topics: Vec<String>) -> Report {
    let mut seconds = 0.0;
    let mut counts = [vec![Counts::default(); topics.len()], vec![Counts::default(); topics.len()]];
    let mut sure: Vec<(f64, bool)> = Vec::new();
    for (labelled, asked) in parts {
        let started = Instant::now();
        let told = Learned.told(labelled, &topics, asked);
        seconds += started.elapsed().as_secs_f64();
        for (told, story) in told.iter().zip(asked) {
            let pairs = told.iter().zip(&topics);
            sure.extend(pairs.map(|(told, topic)| (told.probability, story.topics.contains(topic))));
        }
        for (counts, told) in counts.iter_mut().zip([told, Plain.told(labelled, &topics, asked)]) {
            for (told, story) in told.iter().zip(asked) {
                for ((count, told), topic) in counts.iter_mut().zip(told).zip(&topics) {
                    count.count(told.told, story.topics.contains(topic));
                }
            }
        }
    }
    let [learned, plain] = &counts;
    let by_topic = topics.iter().zip(learned.iter().zip(plain)).map(|(topic, (learned, plain))| ByTopic {
        topic: topic.clone(),
        stories: learned.right + learned.missed,
        f1: learned.f1(),
        plain_f1: plain.f1(),
    });
    Report {
        how,
        stories: parts.iter().map(|(_, asked)| asked.len()).sum(),
        topics: topics.len(),
        by_topic: by_topic.collect(),
        learned: Score::of(learned),
        plain: Score::of(plain),
        steps: steps(&sure),
        seconds,
    }
}

fn steps(sure: &[(f64, bool)]) -> Vec<Step> {
    let bounds = STEPS.iter().zip(STEPS.iter().skip(1).chain([&f64::INFINITY]));
    let step = |(&from, &to): (&f64, &f64)| {
        let within: Vec<_> =
            sure.iter().filter(|(probability, _)| (from..to).contains(probability)).collect();
        Step {
            from,
            pairs: within.len(),
            mean_probability: within.iter().map(|(probability, _)| probability).sum::<f64>()
                / within.len().max(1) as f64,
            share_right: share(within.iter().filter(|(_, is)| *is).count(), within.len()),
        }
    };
    bounds.map(step).collect()
}

impl Report {
    pub(super) fn print(&self) {
        println!(
            "{} stories, {} topics, {}; learning took {:.1} s\n\n| | precision | recall | micro-F1 | macro-F1 |\n|---|---|---|---|---|",
            self.stories, self.topics, self.how, self.seconds
        );
        for (name, score) in
            [("Chancery", &self.learned), ("plain linear SVM, the same stories", &self.plain)]
        {
            println!(
                "| {name} | {:.3} | {:.3} | {:.3} | {:.3} |",
                score.precision, score.recall, score.micro, score.mean
            );
        }
        if self.how == FOLDS_OF_ONE {
            println!("| scikit-learn's LinearSVC on words, measured | | | .887 | .528 |");
        }
        println!("\n| told with probability from | pairs | on average | belong |\n|---|---|---|---|");
        for step in &self.steps {
            println!(
                "| {} | {} | {:.3} | {:.3} |",
                step.from, step.pairs, step.mean_probability, step.share_right
            );
        }
        println!();
    }
}
