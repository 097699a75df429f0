//! Which passages tell the same as one that comes: found by what they would have to share, not by comparing with all.
//!
//! Two sets of stems alike by a share of `t` have a stem in common among the rarest `n - ⌈t·n⌉ + 1` of each, whatever the order of
//! rarity, if it is one for all (prefix filtering, Chaudhuri, Ganti, Kaushik 2006). So nothing is missed, and of thousands of passages
//! about one year a few are compared.

use chancery_text::cues::{CUES, Sort};
use chancery_text::learn::Features;
use rustc_hash::FxHashMap;

use super::gather::{GENERAL, Passage};

/// Stems two passages share, of all they have, from which on they tell the same.
pub(super) const ALIKE: f64 = 0.4;

/// How often each stem occurs in all passages.
pub(super) struct Rarity(FxHashMap<u32, u32>);

impl Rarity {
    pub(super) fn of<'a>(all: impl Iterator<Item = &'a Features>) -> Self {
        let mut counts = FxHashMap::default();
        for hash in all.flat_map(Features::hashes) {
            *counts.entry(*hash).or_default() += 1;
        }
        Self(counts)
    }

    /// The stems of which one at least is shared by whatever is alike.
    fn telling(&self, stems: &Features) -> Vec<u32> {
        let mut hashes = stems.hashes().to_vec();
        hashes.sort_unstable_by_key(|hash| (self.0.get(hash).copied().unwrap_or_default(), *hash));
        let most = (hashes.len() as f64 * ALIKE).ceil() as usize;
        hashes.truncate((hashes.len() + 1).saturating_sub(most.max(1)));
        hashes
    }
}

/// What happens in a passage and what it is about: a bit a cue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Deeds {
    /// All cues but doubts.
    spoken: u128,
    /// Of those the matters that are not general.
    matters: u128,
}

impl Deeds {
    fn of(passage: &Passage) -> Self {
        let mut deeds = Self::default();
        for cue in passage.cues.iter().filter(|cue| cue.sort != Sort::Doubt) {
            let place = CUES.iter().position(|one| one.id == cue.id).and_then(|at| u32::try_from(at).ok());
            let bit = place.and_then(|place| 1_u128.checked_shl(place)).unwrap_or_default();
            deeds.spoken |= bit;
            if cue.sort == Sort::Matter && !GENERAL.contains(&cue.id) {
                deeds.matters |= bit;
            }
        }
        deeds
    }

    /// How many cues both have, where that is much; `None` also where they are about different matters: a loan here, visas there.
    fn shared(self, other: Self) -> Option<u32> {
        let shared = (self.spoken & other.spoken).count_ones();
        let fewer = self.spoken.count_ones().min(other.spoken.count_ones());
        let one_matter = self.matters == 0 || other.matters == 0 || self.matters & other.matters != 0;
        (shared > 1 && shared * 2 >= fewer && one_matter).then_some(shared)
    }
}

/// The groups about one date, each by its first passage.
#[derive(Default)]
pub(super) struct OfDate {
    leads: Vec<Lead>,
    by_stem: FxHashMap<u32, Vec<usize>>,
    by_mark: FxHashMap<u32, Vec<usize>>,
}

struct Lead {
    /// Of the passage.
    place: usize,
    group: usize,
    deeds: Deeds,
}

impl OfDate {
    /// A new group, begun by the passage at a place.
    pub(super) fn begin(&mut self, group: usize, place: usize, passage: &Passage, rarity: &Rarity) {
        let lead = self.leads.len();
        for stem in rarity.telling(&passage.stems) {
            self.by_stem.entry(stem).or_default().push(lead);
        }
        for mark in &passage.row.passage.marks {
            self.by_mark.entry(*mark).or_default().push(lead);
        }
        self.leads.push(Lead { place, group, deeds: Deeds::of(passage) });
    }

    /// The first group that tells the same as a passage: by its words, or, as in another language, by what happens in it and by
    /// its names and numbers.
    pub(super) fn tells(&self, passage: &Passage, passages: &[Passage], rarity: &Rarity) -> Option<usize> {
        let by_words = self.by_words(passage, passages, rarity);
        let by_deeds = self.by_deeds(passage, passages, by_words.unwrap_or(self.leads.len()));
        by_deeds.or(by_words).and_then(|lead| Some(self.leads.get(lead)?.group))
    }

    fn by_words(&self, passage: &Passage, passages: &[Passage], rarity: &Rarity) -> Option<usize> {
        let telling = rarity.telling(&passage.stems);
        let mut likely: Vec<usize> =
            telling.iter().filter_map(|stem| self.by_stem.get(stem)).flatten().copied().collect();
        likely.sort_unstable();
        likely.dedup();
        likely.into_iter().find(|lead| {
            let lead = self.leads.get(*lead).and_then(|lead| passages.get(lead.place));
            lead.is_some_and(|lead| lead.stems.likeness(&passage.stems) >= ALIKE)
        })
    }

    /// Of the groups before `before`.
    fn by_deeds(&self, passage: &Passage, passages: &[Passage], before: usize) -> Option<usize> {
        let deeds = Deeds::of(passage);
        let marks = &passage.row.passage.marks;
        let mut shared: FxHashMap<usize, usize> = FxHashMap::default();
        for lead in marks.iter().filter_map(|mark| self.by_mark.get(mark)).flatten() {
            if *lead < before {
                *shared.entry(*lead).or_default() += 1;
            }
        }
        let tells = |(lead, shared): &(usize, usize)| {
            let Some(lead) = self.leads.get(*lead) else { return false };
            let Some(of) = passages.get(lead.place) else { return false };
            let there = &of.row.passage;
            let least = if there.date.only_day().is_some() { 1 } else { 2 };
            // Names of bodies are other words in another language; where more happens alike, one name will do.
            let enough = |cues: u32| *shared * 2 >= marks.len().min(there.marks.len()) || cues > 2;
            *shared >= least && lead.deeds.shared(deeds).is_some_and(enough)
        };
        shared.into_iter().filter(tells).map(|(lead, _)| lead).min()
    }
}

#[cfg(test)]
mod tests {
    use chancery_model::{ArticleId, DateAnchor, DatedId, Edtf, Span};
    use chancery_store::{DatedPassage, DatedRow};

    use super::super::gather::{Gathered, shared_marks};
    use super::*;

    #[test]
    fn every_cue_has_a_bit() {
        assert!(CUES.len() <= 128);
    }

    /// As the index must find it: by comparing with all.
    fn tell_the_same(one: &Passage, other: &Passage) -> bool {
        if one.stems.likeness(&other.stems) >= ALIKE {
            return true;
        }
        let speaking = |of: &Passage| -> Vec<&str> {
            of.cues.iter().filter(|cue| cue.sort != Sort::Doubt).map(|cue| cue.id).collect()
        };
        let matters = |of: &Passage| -> Vec<&str> {
            let cues = of.cues.iter().filter(|cue| cue.sort == Sort::Matter && !GENERAL.contains(&cue.id));
            cues.map(|cue| cue.id).collect()
        };
        let (here, there) = (speaking(one), speaking(other));
        let shared = here.iter().filter(|id| there.contains(id)).count();
        let (marks, fewer) = shared_marks(&one.row.passage.marks, &other.row.passage.marks);
        let least = if one.row.passage.date.only_day().is_some() { 1 } else { 2 };
        let (mine, theirs) = (matters(one), matters(other));
        let one_matter = mine.is_empty() || theirs.is_empty() || mine.iter().any(|id| theirs.contains(id));
        shared > 1
            && shared * 2 >= here.len().min(there.len())
            && marks >= least
            && (marks * 2 >= fewer || shared > 2)
            && one_matter
    }

    /// Small numbers, the same in each run.
    struct Numbers(u64);

    impl Numbers {
        fn below(&mut self, bound: u64) -> u64 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) % bound
        }

        fn some(&mut self, most: u64, bound: u64) -> Vec<u32> {
            let mut all: Vec<u32> = (0..self.below(most + 1)).map(|_| self.below(bound) as u32).collect();
            all.sort_unstable();
            all.dedup();
            all
        }
    }

    fn row(id: i64, numbers: &mut Numbers) -> DatedRow {
        let stems = numbers.some(9, 14);
        let mut bytes: Vec<u8> = stems.iter().flat_map(|stem| stem.to_le_bytes()).collect();
        bytes.extend(stems.iter().map(|_| 1));
        let cues = numbers.some(5, CUES.len() as u64);
        let dates = ["2021", "2021-05-10", "2021~"];
        DatedRow {
            id: DatedId(id),
            article: ArticleId(id),
            story: None,
            published: None,
            skipped_at: None,
            passage: DatedPassage {
                span: Span::new(0, 9),
                date: Edtf::parse(dates[numbers.below(3) as usize]).unwrap(),
                date_span: Span::new(0, 4),
                anchor: DateAnchor::Stated,
                cues: cues.iter().map(|cue| (CUES[*cue as usize].id.to_owned(), Span::new(0, 1))).collect(),
                stems: bytes,
                marks: numbers.some(4, 6),
            },
        }
    }

    #[test]
    fn the_index_finds_the_group_that_comparing_with_all_finds() {
        for seed in 0..60 {
            let mut numbers = Numbers(seed);
            let rows: Vec<DatedRow> = (0..60).map(|id| row(id, &mut numbers)).collect();
            let gathered = Gathered::of(rows);
            let mut groups: Vec<Vec<usize>> = Vec::new();
            for (place, passage) in gathered.passages.iter().enumerate() {
                let days = |of: &Passage| (of.row.passage.date.earliest(), of.row.passage.date.latest());
                let told = groups.iter_mut().find(|group| {
                    let lead = &gathered.passages[group[0]];
                    days(lead) == days(passage) && tell_the_same(lead, passage)
                });
                match told {
                    Some(group) => group.push(place),
                    None => groups.push(vec![place]),
                }
            }
            assert!(groups.len() < 60 && groups.len() > 3, "some tell the same, and not all");
            assert_eq!(gathered.groups, groups);
        }
    }
}
