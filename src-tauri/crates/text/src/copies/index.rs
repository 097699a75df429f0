//! Which texts may be alike: an inverted index of a part of their runs, asked before a text is put in.
//!
//! The exact way is prefix filtering (Chaudhuri et al. 2006; Xiao et al., PPJoin, 2008). All runs are put in one order, rare ones
//! first. Two texts of likeness t share at least t/(1+t) of their runs, so the first half of each must meet the other's,
//! and in it they share enough runs that the rest of both can make up for what lacks. Nothing alike is missed.
//! Beyond what memory should hold, bands of MinHash take the place of the prefixes.

use super::bands::{self, bands};
use super::{ALIKE, Fingerprint};

/// How texts are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Everything alike is found; 8 bytes for every second word.
    Exact,
    /// Of texts half alike .998 are found; 512 bytes a text, however long it is.
    Bands,
}

/// A text that may be alike to the one asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// What it was put in as.
    pub text: u32,
    /// How much of what is indexed the two share: the more, the more alike they are likely to be.
    pub shared: u32,
}

/// An index of texts by what speaks for their likeness.
#[derive(Debug)]
pub struct LikenessIndex {
    way: Way,
    /// How often runs were seen when the index was begun, by hash: never changed after, because it makes their order.
    seen: Box<[u8]>,
    texts: Vec<Kept>,
    /// The newest entry of each bucket; 0 is none.
    heads: Box<[u32]>,
    entries: Entries,
    /// What each text shares with the one asked for; nothing between questions.
    shared: Vec<Shared>,
    /// The entries of the buckets of a text's keys, as they are walked through.
    walked: Vec<Step>,
}

/// How many keys a text shares with the one asked for, and the first of them.
#[derive(Clone, Copy, Debug, Default)]
struct Shared {
    count: u32,
    first: u32,
}

/// An entry to come to, and which of a text's keys leads to it.
#[derive(Clone, Copy, Debug)]
struct Step {
    key: u32,
    entry: u32,
}

/// Text and next entry of the bucket, by number from 1 on. In pieces, because what grows as one is copied again and again.
#[derive(Debug, Default)]
struct Entries {
    pieces: Vec<Vec<(u32, u32)>>,
}

/// Entries to a piece.
const PIECE: usize = 1 << 16;

impl Entries {
    fn len(&self) -> usize {
        self.pieces.len().saturating_sub(1) * PIECE + self.pieces.last().map_or(0, Vec::len)
    }

    /// Puts an entry in and tells its number.
    fn push(&mut self, text: u32, next: u32) -> u32 {
        match self.pieces.last_mut() {
            Some(piece) if piece.len() < PIECE => piece.push((text, next)),
            _ => {
                let mut piece = Vec::with_capacity(PIECE);
                piece.push((text, next));
                self.pieces.push(piece);
            }
        }
        u32::try_from(self.len()).unwrap_or(u32::MAX)
    }

    fn get(&self, number: u32) -> Option<(u32, u32)> {
        let place = (number as usize).checked_sub(1)?;
        self.pieces.get(place / PIECE)?.get(place % PIECE).copied()
    }
}

/// What is known of a text beside its entries.
#[derive(Clone, Copy, Debug)]
struct Kept {
    runs: u32,
    /// The upper halves of the keys that end each quarter of its prefix: how far the prefix reaches.
    quarters: [u32; 4],
}

/// Counters of how often runs were seen.
const COUNTERS: usize = 1 << 20;

/// Buckets of an index of few texts, and of the largest.
const BUCKETS: (usize, usize) = (1 << 12, 1 << 24);

/// Entries to a bucket beyond which a question walks through others' entries most of its time.
const CROWDED: usize = 2;

impl LikenessIndex {
    /// An empty index for about so many texts. `sample` are texts like those to come: what is common in them is looked at
    /// last. A poor sample or number costs time, never a find.
    #[must_use]
    pub fn new(way: Way, texts: usize, sample: &[&Fingerprint]) -> Self {
        let mut seen = vec![0_u8; COUNTERS].into_boxed_slice();
        for &run in sample.iter().flat_map(|one| one.runs()) {
            if let Some(count) = seen.get_mut(counter(run)) {
                *count = count.saturating_add(1);
            }
        }
        let entries = match way {
            Way::Bands => bands::BANDS,
            Way::Exact => sample.iter().map(|one| prefix(one.len())).sum::<usize>() / sample.len().max(1),
        };
        let buckets = texts.saturating_mul(entries).clamp(BUCKETS.0, BUCKETS.1).next_power_of_two();
        Self {
            way,
            seen,
            texts: Vec::new(),
            heads: vec![0; buckets].into_boxed_slice(),
            entries: Entries::default(),
            shared: Vec::new(),
            walked: Vec::new(),
        }
    }

    /// The same, still empty, with buckets for so many entries at least.
    #[must_use]
    pub fn with_room(mut self, entries: usize) -> Self {
        let buckets = entries.clamp(BUCKETS.0, BUCKETS.1).next_power_of_two();
        if self.is_empty() && buckets > self.heads.len() {
            self.heads = vec![0; buckets].into_boxed_slice();
        }
        self
    }

    /// Whether so many entries more leave it quick. It does not grow by itself: it keeps nothing of a text but entries.
    #[must_use]
    pub fn has_room(&self, more: usize) -> bool {
        self.heads.len() >= BUCKETS.1 || self.entries.len() + more <= CROWDED * self.heads.len()
    }

    /// How many entries are in it.
    #[must_use]
    pub fn entries(&self) -> usize {
        self.entries.len()
    }

    /// How many entries a text makes in an index that looks so.
    #[must_use]
    pub fn entries_of(way: Way, text: &Fingerprint) -> usize {
        match way {
            Way::Exact => prefix(text.len()),
            Way::Bands => bands::BANDS,
        }
    }

    /// How it looks.
    #[must_use]
    pub fn way(&self) -> Way {
        self.way
    }

    /// How many texts are in it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether no text is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// Bytes it holds.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.seen.len()
            + size_of::<Kept>() * self.texts.capacity()
            + size_of::<u32>() * self.heads.len()
            + size_of::<Shared>() * self.shared.capacity()
            + size_of::<(u32, u32)>() * PIECE * self.entries.pieces.len()
    }

    /// Tells the texts that may be alike to this one, the likeliest first, and puts it in as number `len()`.
    pub fn meet(&mut self, text: &Fingerprint) -> Vec<Candidate> {
        let keys = self.keys(text);
        self.put(text.len(), &keys);
        self.find(text.len(), &keys)
    }

    /// Puts a text in as number `len()` without asking for others.
    pub fn add(&mut self, text: &Fingerprint) {
        let keys = self.keys(text);
        self.put(text.len(), &keys);
    }

    /// What of a text is indexed: the first of its runs in the common order, or its bands.
    fn keys(&self, text: &Fingerprint) -> Vec<u64> {
        if self.way == Way::Bands {
            return bands(text.runs());
        }
        let mut keys: Vec<u64> = text.runs().iter().map(|&run| self.key(run)).collect();
        let kept = prefix(keys.len());
        if kept < keys.len() {
            keys.select_nth_unstable(kept);
            keys.truncate(kept);
        }
        keys.sort_unstable();
        keys
    }

    /// Where a run stands in the common order: what was seen less comes first.
    fn key(&self, run: u64) -> u64 {
        u64::from(self.seen.get(counter(run)).copied().unwrap_or_default()) << 56 | run >> 8
    }

    /// Tells who shares keys with the text put in last.
    fn find(&mut self, runs: usize, keys: &[u64]) -> Vec<Candidate> {
        let Self { way, texts, entries, shared, walked, .. } = self;
        let own = texts.len().wrapping_sub(1);
        let mut met: Vec<u32> = Vec::new();
        // Of all buckets one entry, then of all the next: memory fetches many at a time where none waits for another.
        while !walked.is_empty() {
            walked.retain_mut(|step| {
                let Some((text, next)) = entries.get(step.entry) else { return false };
                let other = shared.get_mut(text as usize).filter(|_| text as usize != own);
                if let Some(shared) = other {
                    if shared.count == 0 {
                        met.push(text);
                    }
                    let first = if shared.count == 0 { step.key } else { shared.first.min(step.key) };
                    *shared = Shared { count: shared.count + 1, first };
                }
                step.entry = next;
                next != 0
            });
        }
        let mut found = Vec::new();
        for text in met {
            let Some(shared) = shared.get_mut(text as usize).map(std::mem::take) else { continue };
            let Some(other) = texts.get(text as usize) else { continue };
            let may_be = match way {
                Way::Bands => shared.count >= bands::SHARED && lengths_allow(runs, other.runs as usize),
                Way::Exact => other.may_be_alike(runs, keys, shared),
            };
            if may_be {
                found.push(Candidate { text, shared: shared.count });
            }
        }
        found.sort_unstable_by_key(|one| (std::cmp::Reverse(one.shared), one.text));
        found
    }

    /// Puts a text in, and notes what stood first in the buckets of its keys.
    fn put(&mut self, runs: usize, keys: &[u64]) {
        let text = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        self.texts.push(Kept::of(runs, keys));
        self.shared.push(Shared::default());
        self.walked.clear();
        let buckets = self.heads.len();
        for (number, &key) in (0..).zip(keys) {
            let Some(head) = self.heads.get_mut(bucket(key, buckets)) else { continue };
            let former = std::mem::replace(head, self.entries.push(text, *head));
            if former != 0 {
                self.walked.push(Step { key: number, entry: former });
            }
        }
    }
}

impl Kept {
    fn of(runs: usize, keys: &[u64]) -> Self {
        let quarter = |number: usize| keys.get((keys.len() * number).div_ceil(4).wrapping_sub(1));
        let quarters = [1, 2, 3, 4].map(|number| quarter(number).map_or(0, |key| upper(*key)));
        Self { runs: u32::try_from(runs).unwrap_or(u32::MAX), quarters }
    }

    /// Whether a text of so many runs, with this prefix, can be alike to this one although they share no more than this of
    /// their prefixes. Up to where the shorter-reaching prefix ends, all that the two share was met; beyond it they share at
    /// most what is left of either.
    fn may_be_alike(&self, runs: usize, keys: &[u64], shared: Shared) -> bool {
        let our_runs = self.runs as usize;
        // What is met so late has nothing before in common, and can't make up for it.
        let in_time = runs - (shared.first as usize).min(runs) >= overlap(runs + our_runs);
        if !in_time || !lengths_allow(runs, our_runs) {
            return false;
        }
        let our_prefix = prefix(our_runs);
        let their_end = keys.last().map_or(0, |key| upper(*key));
        let (theirs_before, ours_before) = if their_end <= self.quarters[3] {
            let whole = self.quarters.iter().filter(|quarter| **quarter < their_end).count();
            (keys.len(), (our_prefix * whole).div_ceil(4))
        } else {
            (keys.partition_point(|key| upper(*key) < self.quarters[3]), our_prefix)
        };
        let left = runs.saturating_sub(theirs_before).min(our_runs.saturating_sub(ours_before));
        shared.count as usize + left >= overlap(runs + our_runs)
    }
}

/// Whether two texts of so many runs can be alike: the one must hold enough of the other.
fn lengths_allow(one: usize, other: usize) -> bool {
    one.min(other) as f64 >= ALIKE * one.max(other) as f64
}

/// Runs that two alike texts with so many runs together have in common, at least.
fn overlap(together: usize) -> usize {
    ceiling(ALIKE / (1.0 + ALIKE) * together as f64)
}

/// The next whole number, without a call that every candidate would pay for.
fn ceiling(number: f64) -> usize {
    // Floats may round up past the truth.
    let number = number - 1e-9;
    let whole = number as usize;
    whole + usize::from(number > whole as f64)
}

/// How many of a text's runs, from the first in the common order, must meet those of every alike text: an alike text has at
/// least `ALIKE` of them, so not all of these can lack.
fn prefix(runs: usize) -> usize {
    let needed = ceiling(ALIKE * runs as f64);
    if runs == 0 { 0 } else { runs - needed.max(1) + 1 }
}

fn upper(key: u64) -> u32 {
    (key >> 32) as u32
}

fn counter(run: u64) -> usize {
    (run >> 20) as usize % COUNTERS
}

fn bucket(key: u64, buckets: usize) -> usize {
    key as usize & (buckets - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words made of a number, so that a seed gives the same texts everywhere.
    fn words(seed: u64, count: usize, of: u64) -> Vec<String> {
        let mut state = seed;
        (0..count)
            .map(|_| {
                state = super::super::fingerprint::finish(state);
                format!("слово{}", state % of)
            })
            .collect()
    }

    /// Texts of many lengths, half of them made of an earlier one: some words at its end changed, cut off or added.
    fn texts() -> Vec<Fingerprint> {
        let mut all: Vec<Vec<String>> = Vec::new();
        for number in 0..240_u64 {
            let fresh = words(number, 20 + (number as usize * 7) % 200, 400);
            let text = match all.get((number as usize).wrapping_sub(3)) {
                Some(before) if number % 2 == 1 => {
                    let kept = before.len() * (5 + number as usize % 6) / 10;
                    let tail = fresh.len().min(before.len() * (number as usize % 5) / 8);
                    before[..kept].iter().chain(&fresh[..tail]).cloned().collect()
                }
                _ => fresh,
            };
            all.push(text);
        }
        all.iter().map(|words| Fingerprint::of(&words.join(" "), &[])).collect()
    }

    /// Pairs that are alike, and how many of them and of all an index tells.
    fn found(way: Way, sample: &[&Fingerprint], texts: &[Fingerprint]) -> (usize, usize, usize) {
        let mut index = LikenessIndex::new(way, texts.len(), sample);
        let (mut alike, mut right, mut told) = (0, 0, 0);
        for (number, text) in texts.iter().enumerate() {
            let candidates = index.meet(text);
            told += candidates.len();
            for (other, earlier) in texts[..number].iter().enumerate() {
                if text.likeness(earlier) >= ALIKE {
                    alike += 1;
                    right += usize::from(candidates.iter().any(|one| one.text as usize == other));
                }
            }
        }
        assert_eq!(index.len(), texts.len());
        (alike, right, told)
    }

    #[test]
    fn the_exact_way_misses_nothing_whatever_it_took_for_common() {
        let texts = texts();
        let all: Vec<&Fingerprint> = texts.iter().collect();
        for sample in [&all[..0], &all[..3], &all[100..], &all] {
            let (alike, right, told) = found(Way::Exact, sample, &texts);
            assert!(alike > 60, "{alike}");
            assert_eq!(right, alike);
            assert!(told < 3 * alike, "{told} told for {alike} alike");
        }
    }

    #[test]
    fn bands_find_nearly_all() {
        let texts = texts();
        let (alike, right, told) = found(Way::Bands, &[], &texts);
        assert!(right * 100 >= alike * 98, "{right} of {alike}");
        assert!(told < texts.len() * texts.len() / 40, "{told} told for {alike} alike");
    }

    #[test]
    fn short_and_empty_texts_meet_nothing() {
        for way in [Way::Exact, Way::Bands] {
            let mut index = LikenessIndex::new(way, 4, &[]);
            let (short, run) = (Fingerprint::of("three short words", &[]), Fingerprint::of("a b c d e", &[]));
            assert!(index.meet(&short).is_empty());
            assert!(index.meet(&short).is_empty());
            assert!(index.meet(&run).is_empty());
            let met: Vec<u32> = index.meet(&run).iter().map(|one| one.text).collect();
            assert_eq!(met, [2]);
        }
    }

    #[test]
    fn texts_longer_than_expected_crowd_an_index_and_one_with_room_for_them_tells_the_same() {
        let texts = texts();
        let entries: usize = texts.iter().map(|text| LikenessIndex::entries_of(Way::Exact, text)).sum();
        let mut crowded = LikenessIndex::new(Way::Exact, 1, &[]);
        assert!(crowded.has_room(BUCKETS.0) && !crowded.has_room(CROWDED * BUCKETS.0 + 1));
        let mut roomy = LikenessIndex::new(Way::Exact, 1, &[]).with_room(entries);
        assert!(roomy.has_room(entries));
        for text in &texts {
            // In a crowded bucket more seems to be shared than is.
            let alike = |found: Vec<Candidate>| {
                let others = found.into_iter().map(|one| one.text);
                let mut alike: Vec<_> =
                    others.filter(|&other| text.likeness(&texts[other as usize]) >= ALIKE).collect();
                alike.sort_unstable();
                alike
            };
            assert_eq!(alike(crowded.meet(text)), alike(roomy.meet(text)));
        }
        assert_eq!((crowded.entries(), roomy.entries()), (entries, entries));
    }

    #[test]
    fn what_many_share_costs_little_and_hides_nothing() {
        let common = words(1, 60, 50).join(" ");
        let texts: Vec<Fingerprint> = (0..100)
            .map(|number| {
                Fingerprint::of(&format!("{common} {}", words(900 + number, 90, 9000).join(" ")), &[])
            })
            .collect();
        let mut index = LikenessIndex::new(Way::Exact, 100, &texts[..20].iter().collect::<Vec<_>>());
        let told: usize = texts.iter().map(|text| index.meet(text).len()).sum();
        assert_eq!(told, 0, "no two of them are half alike");
        let again = index.meet(&texts[7]);
        assert_eq!(again.first().map(|one| one.text), Some(7));
    }
}
