//! Which column a stem has, and how much a rare one counts.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::features::Features;

/// A word said ten times counts some three times: 1 + ln(count).
static OFTEN: LazyLock<[f32; 256]> =
    LazyLock::new(|| std::array::from_fn(|count| if count == 0 { 0.0 } else { 1.0 + (count as f32).ln() }));

/// The stems of the articles decided on. What each counts for is settled at times and stays until then, so that a decision
/// changes no other article's vector.
#[derive(Clone, Debug, Default)]
pub(super) struct Vocabulary {
    columns: FxHashMap<u32, u32>,
    /// ln((1 + articles) / (1 + articles with it)) + 1, by column.
    rarity: Vec<f32>,
    /// Articles it was settled on.
    settled_on: usize,
}

impl Vocabulary {
    pub(super) fn len(&self) -> usize {
        self.rarity.len()
    }

    /// Columns for what the article has of new stems. They count as those of one article do.
    pub(super) fn admit(&mut self, features: &Features) {
        for (hash, _) in features.iter() {
            let next = u32::try_from(self.rarity.len()).unwrap_or(u32::MAX);
            if *self.columns.entry(hash).or_insert(next) == next {
                self.rarity.push(rarity(self.settled_on, 1));
            }
        }
    }

    /// Counts anew in how many of all articles each stem occurs.
    pub(super) fn settle(&mut self, articles: &[Features]) {
        let mut having = vec![0_usize; self.rarity.len()];
        let seen = articles.iter().flat_map(Features::iter).filter_map(|(hash, _)| self.columns.get(&hash));
        for &column in seen {
            if let Some(having) = having.get_mut(column as usize) {
                *having += 1;
            }
        }
        self.settled_on = articles.len();
        self.rarity = having.into_iter().map(|having| rarity(articles.len(), having)).collect();
    }

    pub(super) fn settled_on(&self) -> usize {
        self.settled_on
    }

    /// The columns of an article and their values before they are brought to length 1, with that length. Unknown stems are left out.
    pub(super) fn values(&self, features: &Features) -> (impl Iterator<Item = (u32, f32)>, f32) {
        let of = move |(hash, count): (u32, u8)| {
            let column = *self.columns.get(&hash)?;
            let often = OFTEN.get(usize::from(count))?;
            Some((column, often * self.rarity.get(column as usize)?))
        };
        let square: f32 = features.iter().filter_map(of).map(|(_, value)| value * value).sum();
        (features.iter().filter_map(of), square.sqrt())
    }

    /// The article as a vector of length 1, or of length 0 where nothing in it is known.
    pub(super) fn vector(&self, features: &Features) -> Vec<(u32, f32)> {
        let (values, length) = self.values(features);
        values.map(|(column, value)| (column, value / length)).collect()
    }

    pub(super) fn column(&self, hash: u32) -> Option<u32> {
        self.columns.get(&hash).copied()
    }
}

fn rarity(articles: usize, having: usize) -> f32 {
    ((1 + articles) as f32 / (1 + having) as f32).ln() + 1.0
}
