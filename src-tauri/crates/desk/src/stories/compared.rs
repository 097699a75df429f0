//! The texts of a dossier as they are compared: an index in memory, built when something is first compared.

use std::collections::{HashMap, HashSet};
use std::sync::{MutexGuard, PoisonError};

use chancery_model::ArticleId;
use chancery_text::copies::{ALIKE, Fingerprint, LikenessIndex, Way};

use crate::{Desk, Result};

/// Up to so many texts nothing alike is missed; beyond, memory decides for bands.
const EXACT_UP_TO: usize = 100_000;

/// Texts looked at to tell what is common in this dossier. An index begun with fewer is made anew once there are so many: from
/// what is held, so that nothing is read again.
const SAMPLE: usize = 4000;

/// Texts an index is made for, relative to those there are; when there are more, it is made anew.
const ROOM: usize = 16;

/// Runs held of texts as long as there are few, some 30 MB: an index of long texts begins with what the first of them tell, and
/// keeps to it.
const HELD: usize = 4_000_000;

/// Texts compared with a new one, the likeliest first. Only series of bulletins on one form reach it; they fall into several
/// stories then.
const COMPARED: usize = 100;

/// Texts read at once while an index is built.
const READ_AT_ONCE: usize = 500;

/// The different texts of a dossier.
pub(crate) struct Compared {
    index: LikenessIndex,
    /// Hash of the words, and an article that holds them, of each text in the index.
    texts: Vec<(u64, ArticleId)>,
    known: HashSet<u64>,
    /// How many texts told what is common.
    sample: usize,
    /// What is compared of every text in the index, by its number there; `None` once that is too much to hold.
    held: Option<Vec<Fingerprint>>,
    held_runs: usize,
}

/// A text, by the hash of its words, with those alike to it.
pub(super) type Alike = (u64, Vec<(u64, f64)>);

impl Desk {
    pub(crate) fn compared(&self) -> MutexGuard<'_, Option<Compared>> {
        self.compared.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Compares new texts with all others and with each other.
    pub(super) fn compare(
        &self,
        compared: &mut Option<Compared>,
        news: Vec<(ArticleId, Fingerprint)>,
    ) -> Result<Vec<Alike>> {
        let compared = match compared.take() {
            Some(known) if known.has_room_for(&news) => compared.insert(known),
            known => compared.insert(self.begin_anew(known, &news)?),
        };
        let mut fresh: HashMap<u64, Fingerprint> = HashMap::new();
        let mut found = Vec::new();
        for (article, fingerprint) in news {
            let Some(words) = fingerprint.words() else { continue };
            if compared.known.contains(&words) {
                continue;
            }
            let mut alike = Vec::new();
            for candidate in compared.index.meet(&fingerprint).into_iter().take(COMPARED) {
                let Some(&(other, holder)) = compared.texts.get(candidate.text as usize) else { continue };
                let likeness = match compared.held(candidate.text).or_else(|| fresh.get(&other)) {
                    Some(other) => fingerprint.likeness(other),
                    None => fingerprint.likeness(&self.fingerprint(holder)?),
                };
                if likeness >= ALIKE {
                    alike.push((other, likeness));
                }
            }
            if let Some(fingerprint) = compared.note(words, article, fingerprint) {
                fresh.insert(words, fingerprint);
            }
            found.push((words, alike));
        }
        Ok(found)
    }

    /// An index of all texts compared before, with room for `news`: of those that are held, or read anew.
    fn begin_anew(&self, known: Option<Compared>, news: &[(ArticleId, Fingerprint)]) -> Result<Compared> {
        let entries = known.as_ref().map_or(0, |known| known.index.entries());
        match known {
            Some(Compared { texts, held: Some(held), .. }) => {
                return Ok(Compared::of_held(texts, held, news, entries));
            }
            // Not two of them at a time.
            known => drop(known),
        }
        let texts = self.read(|reader| reader.count_texts_compared())?;
        let texts = usize::try_from(texts).unwrap_or(usize::MAX);
        let mut first: Vec<(u64, ArticleId, Fingerprint)> = Vec::new();
        let mut runs = 0;
        while first.len() < SAMPLE && runs < HELD {
            let more = self.read_texts(first.last().map(|(last, ..)| *last), READ_AT_ONCE)?;
            if more.is_empty() {
                break;
            }
            runs += more.iter().map(|(.., fingerprint)| fingerprint.len()).sum::<usize>();
            first.extend(more);
        }
        let sample: Vec<&Fingerprint> =
            news.iter().map(|(_, new)| new).chain(first.iter().map(|one| &one.2)).take(SAMPLE).collect();
        let mut compared = Compared::new(texts, &sample, news, entries);
        drop(sample);
        while let Some(&(last, ..)) = first.last() {
            for (words, article, fingerprint) in first {
                compared.add(words, article, fingerprint);
            }
            first = self.read_texts(Some(last), READ_AT_ONCE)?;
        }
        Ok(compared)
    }

    /// Different texts compared before, those whose words have a greater hash than `after`.
    fn read_texts(&self, after: Option<u64>, limit: usize) -> Result<Vec<(u64, ArticleId, Fingerprint)>> {
        let limit = u32::try_from(limit).unwrap_or(u32::MAX);
        let some = self.read(|reader| reader.texts_compared(after, limit))?;
        some.into_iter().map(|(words, article)| Ok((words, article, self.fingerprint(article)?))).collect()
    }
}

impl Compared {
    fn new(texts: usize, sample: &[&Fingerprint], news: &[(ArticleId, Fingerprint)], entries: usize) -> Self {
        let texts = texts.saturating_add(news.len());
        let way = if texts > EXACT_UP_TO { Way::Bands } else { Way::Exact };
        let index = LikenessIndex::new(way, texts.saturating_mul(ROOM / 2), sample)
            .with_room(2 * (entries + entries_of(way, news)));
        let held = (way == Way::Exact).then(Vec::new);
        Self { index, texts: Vec::new(), known: HashSet::new(), sample: sample.len(), held, held_runs: 0 }
    }

    /// Of texts with what is compared of each, with room for `news`.
    fn of_held(
        texts: Vec<(u64, ArticleId)>,
        held: Vec<Fingerprint>,
        news: &[(ArticleId, Fingerprint)],
        entries: usize,
    ) -> Self {
        let sample: Vec<&Fingerprint> = news.iter().map(|(_, new)| new).chain(&held).take(SAMPLE).collect();
        let mut compared = Self::new(texts.len(), &sample, news, entries);
        for ((words, article), fingerprint) in texts.into_iter().zip(held) {
            compared.add(words, article, fingerprint);
        }
        compared
    }

    fn has_room_for(&self, news: &[(ArticleId, Fingerprint)]) -> bool {
        let texts = self.texts.len() + news.len();
        let way = self.index.way();
        let has_more_to_learn = self.held.is_some() && self.sample < SAMPLE && texts >= SAMPLE;
        (way == Way::Bands || texts <= EXACT_UP_TO)
            && !has_more_to_learn
            && self.index.has_room(entries_of(way, news))
    }

    /// Puts a text in.
    fn add(&mut self, words: u64, article: ArticleId, fingerprint: Fingerprint) {
        self.index.add(&fingerprint);
        self.note(words, article, fingerprint);
    }

    /// Notes a text that the index holds; gives what is compared of it back where that is not held.
    fn note(&mut self, words: u64, article: ArticleId, fingerprint: Fingerprint) -> Option<Fingerprint> {
        self.texts.push((words, article));
        self.known.insert(words);
        self.held_runs = self.held_runs.saturating_add(fingerprint.len());
        let is_much = self.held_runs > HELD || self.sample >= SAMPLE;
        match &mut self.held {
            Some(held) if !is_much => {
                held.push(fingerprint);
                None
            }
            held => {
                *held = None;
                Some(fingerprint)
            }
        }
    }

    fn held(&self, text: u32) -> Option<&Fingerprint> {
        self.held.as_ref()?.get(text as usize)
    }
}

fn entries_of(way: Way, news: &[(ArticleId, Fingerprint)]) -> usize {
    news.iter().map(|(_, fingerprint)| LikenessIndex::entries_of(way, fingerprint)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs of words, the same for neighbours of ten.
    fn text(number: i64) -> (ArticleId, Fingerprint) {
        let words = (0..20)
            .map(|word| format!("слово{}", if word < 15 { number / 10 * 20 + word } else { number + word }));
        let words: Vec<String> = words.collect();
        (ArticleId(number), Fingerprint::of(&words.join(" "), &[]))
    }

    #[test]
    fn an_index_of_long_texts_is_not_made_anew_again_and_again() {
        let (article, long) = text(0);
        let mut compared = Compared::new(0, &[&long], &[], 0);
        compared.held_runs = HELD;
        assert!(compared.note(1, article, long).is_some(), "too much to hold");
        compared.texts.extend((2..SAMPLE as u64).map(|words| (words, article)));
        assert!(compared.has_room_for(&[text(1), text(2)]));
    }

    #[test]
    fn an_index_begun_with_few_texts_is_made_anew_of_what_is_held_and_finds_the_same() {
        let few: Vec<_> = (0..50).map(text).collect();
        let sample: Vec<&Fingerprint> = few.iter().map(|(_, text)| text).collect();
        let mut compared = Compared::new(0, &sample, &few, 0);
        for (article, text) in few {
            let words = text.words().expect("long enough");
            compared.index.add(&text);
            assert!(compared.note(words, article, text).is_none(), "few are held");
        }
        assert!(compared.has_room_for(&[text(50)]));
        let many: Vec<_> = (50..SAMPLE as i64).map(text).collect();
        assert!(!compared.has_room_for(&many), "it knows too little of what is common");

        let entries = compared.index.entries();
        let held = compared.held.take().expect("few are held");
        let again = Compared::of_held(compared.texts.clone(), held, &many, entries);
        assert!(again.has_room_for(&many));
        assert!(again.held.is_none(), "it won't be made anew of them");
        assert_eq!((again.texts, again.known), (compared.texts, compared.known));
        let met = |mut index: LikenessIndex| {
            let mut met: Vec<u32> = index.meet(&text(7).1).iter().map(|one| one.text).collect();
            met.sort_unstable();
            met
        };
        assert_eq!(met(again.index), (0..10).collect::<Vec<_>>());
        assert_eq!(met(compared.index), (0..10).collect::<Vec<_>>());
    }
}
