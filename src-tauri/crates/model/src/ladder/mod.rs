//! Status ladders: named, ordered steps a promise can stand on. Each step has one of the six senses, by which colours, roll-ups,
//! the stall rule and warnings work, and words of its own.

mod presets;

use crate::{InLanguages, Status};

/// A step of a ladder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Holds when the step is renamed.
    pub id: String,
    /// What it is called.
    pub words: InLanguages,
    /// Up to three characters for where words have no room; may be empty.
    pub mark: String,
    /// What it means, whatever it is called.
    pub sense: Status,
}

/// The steps a promise can stand on, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    /// What it is called.
    pub name: InLanguages,
    /// Its steps.
    pub steps: Vec<Step>,
}

/// Why steps are no ladder.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LadderFault {
    /// It has no name.
    #[error("the ladder has no name")]
    NoName,
    /// Fewer than two steps.
    #[error("a ladder has at least two steps")]
    TooFew,
    /// More than [`Ladder::MOST_STEPS`].
    #[error("a ladder has at most {} steps", Ladder::MOST_STEPS)]
    TooMany,
    /// A step without an id or without English words.
    #[error("step {0} has no English words")]
    NoWords(usize),
    /// Words or a mark longer than there is room for.
    #[error("step {0:?}: words have at most {words} characters, a mark at most {mark}", words = Ladder::LONGEST_WORDS, mark = Ladder::LONGEST_MARK)]
    TooLong(String),
    /// Two steps that could not be told apart where they are typed.
    #[error("two steps are called or marked alike: {0:?}")]
    Twice(String),
    /// What stands on a step was to go to one that is not there.
    #[error("there is no step {0:?} to go to")]
    NoTarget(String),
}

impl LadderFault {
    /// The word on the wire.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Self::NoName => "no-name",
            Self::TooFew => "too-few",
            Self::TooMany => "too-many",
            Self::NoWords(_) => "no-words",
            Self::TooLong(_) => "too-long",
            Self::Twice(_) => "twice",
            Self::NoTarget(_) => "no-target",
        }
    }

    /// The step it is about, by its words or its place.
    #[must_use]
    pub fn step(&self) -> Option<String> {
        match self {
            Self::NoWords(place) => Some(place.to_string()),
            Self::TooLong(words) | Self::Twice(words) | Self::NoTarget(words) => Some(words.clone()),
            _ => None,
        }
    }
}

/// The ladder of the senses: what a dossier has that chose no other.
impl Default for Ladder {
    fn default() -> Self {
        presets::usual()
    }
}

impl Ladder {
    /// More can't be told apart by anyone.
    pub const MOST_STEPS: usize = 24;
    /// Characters the words of a step may have.
    pub const LONGEST_WORDS: usize = 60;
    /// Characters a mark may have.
    pub const LONGEST_MARK: usize = 3;

    /// The ladders that come with Chancery, by their ids; the first is the default.
    #[must_use]
    pub fn presets() -> Vec<(&'static str, Self)> {
        presets::all()
    }

    /// Whether it is the one of the senses, whose words are the interface's own.
    #[must_use]
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// The step of an id.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == id)
    }

    /// The first step of a sense: the least that can be said.
    #[must_use]
    pub fn of_sense(&self, sense: Status) -> Option<&Step> {
        self.steps.iter().find(|step| step.sense == sense)
    }

    /// The step someone means who types its words in some language, its mark, its id, or its sense.
    #[must_use]
    pub fn named(&self, typed: &str) -> Option<&Step> {
        let typed = folded(typed);
        let called = |step: &&Step| all_words(step).any(|words| folded(words) == typed);
        let marked = |step: &&Step| !step.mark.is_empty() && folded(&step.mark) == typed;
        let by = |test: &dyn Fn(&&Step) -> bool| self.steps.iter().find(test);
        by(&called)
            .or_else(|| by(&marked))
            .or_else(|| by(&|step| step.id == typed))
            .or_else(|| self.of_sense(Status::from_id(&typed)?))
    }

    /// The step that says most nearly what a step of another ladder says, and rather less than more: the same step, the one at the
    /// same place among those of its sense, or one of the nearest sense. `None` only where there are no steps.
    #[must_use]
    pub fn counterpart(&self, step: &Step, of: &Self) -> Option<&Step> {
        if let Some(same) = self.step(&step.id) {
            return Some(same);
        }
        let alike: Vec<&Step> = self.steps.iter().filter(|one| one.sense == step.sense).collect();
        let siblings: Vec<&Step> = of.steps.iter().filter(|one| one.sense == step.sense).collect();
        let place = siblings.iter().position(|one| one.id == step.id).unwrap_or(0);
        let at = match siblings.len() {
            0 | 1 => 0,
            many => place * alike.len().saturating_sub(1) / (many - 1),
        };
        alike.get(at).copied().or_else(|| nearest(step.sense).iter().find_map(|sense| self.of_sense(*sense)))
    }

    /// Looks it over before it is kept.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self) -> Result<(), LadderFault> {
        if self.name.en.trim().is_empty() {
            return Err(LadderFault::NoName);
        }
        match self.steps.len() {
            0 | 1 => return Err(LadderFault::TooFew),
            many if many > Self::MOST_STEPS => return Err(LadderFault::TooMany),
            _ => {}
        }
        let mut taken: Vec<(String, &str)> = Vec::new();
        for (place, step) in (1..).zip(&self.steps) {
            if step.id.is_empty() || all_words(step).any(|words| words.trim().is_empty()) {
                return Err(LadderFault::NoWords(place));
            }
            let long = all_words(step).any(|words| words.chars().count() > Self::LONGEST_WORDS)
                || step.mark.chars().count() > Self::LONGEST_MARK;
            if long {
                return Err(LadderFault::TooLong(step.words.en.clone()));
            }
            let twice = || LadderFault::Twice(step.words.en.clone());
            if self.steps.iter().filter(|other| other.id == step.id).count() > 1 {
                return Err(twice());
            }
            let mark = Some(folded(&step.mark)).filter(|mark| !mark.is_empty());
            for name in all_words(step).map(folded).chain(mark) {
                if taken.iter().any(|(known, of)| *known == name && *of != step.id) {
                    return Err(twice());
                }
                taken.push((name, &step.id));
            }
        }
        Ok(())
    }
}

/// What people take for the same word: without case and outer blanks, `ё` as `е`.
fn folded(words: &str) -> String {
    words.trim().to_lowercase().replace('ё', "е")
}

fn all_words(step: &Step) -> impl Iterator<Item = &str> {
    let InLanguages { en, ru, be } = &step.words;
    std::iter::once(en.as_str()).chain(ru.as_deref()).chain(be.as_deref())
}

/// Other senses, the nearest first; never one that claims more while one that claims less is left.
fn nearest(sense: Status) -> [Status; 5] {
    use Status::{Begun, Done, NotBegun, OnHold, Partly, Withdrawn};
    match sense {
        NotBegun => [Begun, OnHold, Partly, Withdrawn, Done],
        Begun => [NotBegun, OnHold, Partly, Withdrawn, Done],
        Partly => [Begun, NotBegun, OnHold, Done, Withdrawn],
        Done => [Partly, Begun, NotBegun, OnHold, Withdrawn],
        OnHold => [Begun, NotBegun, Partly, Withdrawn, Done],
        Withdrawn => [OnHold, NotBegun, Begun, Partly, Done],
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn preset(wanted: &str) -> Ladder {
        Ladder::presets().into_iter().find(|(id, _)| *id == wanted).unwrap().1
    }

    fn counterparts(from: &Ladder, to: &Ladder) -> Vec<String> {
        from.steps.iter().map(|step| to.counterpart(step, from).unwrap().id.clone()).collect()
    }

    #[test]
    fn presets_are_ladders_and_the_first_is_that_of_the_senses() {
        for (id, ladder) in Ladder::presets() {
            assert_eq!(ladder.check(), Ok(()), "{id}");
            assert!(Status::ALL.iter().all(|sense| ladder.of_sense(*sense).is_some()), "{id}");
        }
        let ids: Vec<String> = Ladder::default().steps.into_iter().map(|step| step.id).collect();
        assert_eq!(ids, Status::ALL.iter().map(|sense| sense.id()).collect::<Vec<_>>());
        assert!(preset("peace-accords-matrix").is_default() && !preset("eu-train").is_default());
    }

    #[test]
    fn a_step_is_known_by_what_people_type() {
        let train = preset("eu-train");
        for (typed, id) in [
            ("tabled", "tabled"),
            (" Close to Adoption ", "close"),
            ("заблокировано", "blocked"),
            ("t", "tabled"),
            ("done", "adopted"),
            ("not-begun", "initiative"),
        ] {
            assert_eq!(train.named(typed).map(|step| step.id.as_str()), Some(id), "{typed}");
        }
        assert_eq!(train.named("kept"), None);
        assert_eq!(preset("promise-meter").named("Еще не оценено").unwrap().id, "unrated");
    }

    #[test]
    fn a_step_of_another_ladder_claims_rather_less_than_more() {
        let (matrix, train, meter) = (Ladder::default(), preset("eu-train"), preset("promise-meter"));
        assert_eq!(
            counterparts(&matrix, &train),
            ["initiative", "tabled", "close", "adopted", "blocked", "withdrawn"]
        );
        assert_eq!(
            counterparts(&train, &meter),
            ["unrated", "unrated", "in-the-works", "compromise", "kept", "stalled", "broken"]
        );
        let yes_or_no = Ladder {
            steps: train
                .steps
                .iter()
                .filter(|step| ["tabled", "adopted"].contains(&step.id.as_str()))
                .cloned()
                .collect(),
            ..train.clone()
        };
        assert_eq!(
            counterparts(&matrix, &yes_or_no),
            ["tabled", "tabled", "tabled", "adopted", "tabled", "tabled"]
        );
        let mut renamed = matrix.clone();
        for step in &mut renamed.steps {
            step.words = InLanguages::english(format!("my {}", step.words.en));
        }
        assert_eq!(counterparts(&matrix, &renamed), counterparts(&matrix, &matrix));
    }

    #[test]
    fn what_cant_be_told_apart_is_no_ladder() {
        let fault = |change: &dyn Fn(&mut Ladder)| {
            let mut ladder = Ladder::default();
            change(&mut ladder);
            ladder.check().unwrap_err().id()
        };
        let words = |place: usize, words: &'static str| {
            move |ladder: &mut Ladder| ladder.steps[place].words = InLanguages::english(words)
        };
        assert_eq!(fault(&|ladder| ladder.name = InLanguages::english(" ")), "no-name");
        assert_eq!(fault(&|ladder| ladder.steps.truncate(1)), "too-few");
        assert_eq!(fault(&words(1, " ")), "no-words");
        assert_eq!(fault(&words(1, "Not Begun")), "twice");
        assert_eq!(fault(&|ladder| ladder.steps[1].mark = "0".to_owned()), "twice");
        assert_eq!(fault(&|ladder| ladder.steps[1].id = "done".to_owned()), "twice");
        assert_eq!(fault(&|ladder| ladder.steps[1].mark = "1234".to_owned()), "too-long");
        assert_eq!(
            fault(&|ladder| {
                let step = ladder.steps[0].clone();
                ladder.steps.extend((0..30).map(|number| Step { id: number.to_string(), ..step.clone() }));
            }),
            "too-many"
        );
    }
}
