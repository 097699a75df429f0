//! What one topic has learned: the decisions on it, its plane, and how sure a margin makes.

use rustc_hash::FxHashMap;

use super::calibration::Calibration;
use super::svm::{Cost, Example, Plane, solve};
use super::vectors::Vectors;

/// Parts the decisions are dealt into. Each part is judged by a plane made of the others, as a new article would be.
const PARTS: usize = 3;

/// The decisions on one topic and what follows from them.
#[derive(Clone, Debug, Default)]
pub(super) struct Topic {
    examples: Vec<Example>,
    /// The part of each example; dealt so that each has as many of either side.
    parts: Vec<u8>,
    /// Examples in each part, of no and of yes.
    sizes: [[usize; PARTS]; 2],
    places: FxHashMap<u32, usize>,
    /// What each example gives to the plane of all, and to the plane of all parts but one: where training goes on from.
    shares: Vec<f32>,
    shares_without: [Vec<f32>; PARTS],
    pub(super) learned: Option<Learned>,
}

/// Both sides have been seen: there is a plane.
#[derive(Clone, Debug)]
pub(super) struct Learned {
    pub(super) plane: Plane,
    /// Length of the plane's weights.
    pub(super) length: f32,
    pub(super) calibration: Calibration,
}

impl Topic {
    pub(super) fn examples(&self) -> &[Example] {
        &self.examples
    }

    /// Notes a decision, or with `None` that it was taken back.
    pub(super) fn note(&mut self, vector: u32, verdict: Option<bool>) {
        let before =
            self.places.get(&vector).and_then(|&at| self.examples.get(at)).map(|example| example.yes);
        if before == verdict {
            return;
        }
        if let Some(at) = self.places.remove(&vector) {
            self.drop_at(at);
        }
        if let Some(yes) = verdict {
            let part = self.deal(yes);
            self.parts.push(part);
            self.places.insert(vector, self.examples.len());
            self.examples.push(Example { vector, yes });
            self.every_share(|shares| shares.push(0.0));
        }
    }

    fn drop_at(&mut self, at: usize) {
        let example = self.examples.swap_remove(at);
        let part = self.parts.swap_remove(at);
        let side = self.sizes.get_mut(usize::from(example.yes));
        if let Some(size) = side.and_then(|sizes| sizes.get_mut(usize::from(part))) {
            *size -= 1;
        }
        self.every_share(|shares| {
            if at < shares.len() {
                shares.swap_remove(at);
            }
        });
        if let Some(moved) = self.examples.get(at) {
            self.places.insert(moved.vector, at);
        }
    }

    fn every_share(&mut self, act: impl Fn(&mut Vec<f32>)) {
        act(&mut self.shares);
        self.shares_without.iter_mut().for_each(act);
    }

    /// The first part with the fewest examples of a side, which has one more now.
    fn deal(&mut self, yes: bool) -> u8 {
        let [no_sizes, yes_sizes] = &mut self.sizes;
        let sizes = if yes { yes_sizes } else { no_sizes };
        let smallest = (0_u8..).zip(sizes).min_by_key(|(_, size)| **size);
        smallest.map_or(0, |(part, size)| {
            *size += 1;
            part
        })
    }

    /// Learns anew from all decisions, starting from what was learned before.
    pub(super) fn train(&mut self, vectors: &Vectors) {
        let fresh = self.learned.is_none();
        self.learned = None;
        let Some(cost) = cost_of(&self.examples) else { return };
        let plane = solve(vectors, &self.examples, cost, &mut self.shares);
        if fresh {
            self.shares_without = std::array::from_fn(|_| self.shares.clone());
        }
        let mut unseen: Vec<(f32, bool)> = Vec::with_capacity(self.examples.len());
        for (part, shares) in (0_u8..).zip(&mut self.shares_without) {
            unseen.extend(margins_of_part(vectors, &self.examples, &self.parts, part, shares));
        }
        let length = plane.weights.iter().map(|weight| weight * weight).sum::<f32>().sqrt();
        self.learned = Some(Learned { plane, length, calibration: Calibration::fit(&unseen) });
    }
}

/// The margins of one part of the examples, by a plane made of the others. None where the others are all of one side.
fn margins_of_part(
    vectors: &Vectors,
    examples: &[Example],
    parts: &[u8],
    part: u8,
    shares: &mut [f32],
) -> Vec<(f32, bool)> {
    let is_seen = |&(_, &of): &(usize, &u8)| of != part;
    let seen: Vec<usize> = parts.iter().enumerate().filter(is_seen).map(|(at, _)| at).collect();
    let others: Vec<Example> = seen.iter().filter_map(|&at| examples.get(at).copied()).collect();
    let Some(cost) = cost_of(&others) else { return Vec::new() };
    let mut others_shares: Vec<f32> = seen.iter().filter_map(|&at| shares.get(at).copied()).collect();
    let plane = solve(vectors, &others, cost, &mut others_shares);
    shares.fill(0.0);
    for (at, share) in seen.into_iter().zip(others_shares) {
        if let Some(place) = shares.get_mut(at) {
            *place = share;
        }
    }
    let of_part = examples.iter().zip(parts).filter(|&(_, &of)| of == part);
    of_part.map(|(example, _)| (plane.margin(vectors, example.vector), example.yes)).collect()
}

/// `None` where one side is missing.
fn cost_of(examples: &[Example]) -> Option<Cost> {
    let yes = examples.iter().filter(|example| example.yes).count();
    let no = examples.len() - yes;
    (yes > 0 && no > 0).then(|| Cost::between(yes, no))
}
