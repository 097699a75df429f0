//! The texts of a dossier as they are compared: an index in memory, built when something is first compared.

use std::collections::HashMap;
use std::sync::{MutexGuard, PoisonError};

use chancery_model::ArticleId;
use chancery_text::copies::{ALIKE, Fingerprint, LikenessIndex, Way};

use crate::{Desk, Result};

/// Up to so many texts nothing alike is missed; beyond, memory decides for bands.
const EXACT_UP_TO: usize = 100_000;

/// Texts looked at to tell what is common in this dossier.
const SAMPLE: u32 = 200;

/// Texts an index is made for, relative to those there are; when there are more, it is made anew.
const ROOM: usize = 8;

/// Texts compared with a new one, the likeliest first. Only series of bulletins on one form reach it; they fall into several
/// stories then.
const COMPARED: usize = 100;

/// Texts read at once while an index is built.
const READ_AT_ONCE: u32 = 500;

/// The different texts of a dossier.
pub(crate) struct Compared {
    index: LikenessIndex,
    /// Hash of the words, and an article that holds them, of each text in the index.
    texts: Vec<(u64, ArticleId)>,
    by_words: HashMap<u64, ArticleId>,
    room: usize,
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
        news: &[(ArticleId, Fingerprint)],
    ) -> Result<Vec<Alike>> {
        let compared = match compared {
            Some(compared) if compared.has_room_for(news) => compared,
            _ => {
                let entries = compared.as_ref().map_or(0, |compared| compared.index.entries());
                compared.insert(self.read_all_texts(news, entries)?)
            }
        };
        let mut fresh: HashMap<u64, &Fingerprint> = HashMap::new();
        let mut found = Vec::new();
        for (article, fingerprint) in news {
            let Some(words) = fingerprint.words() else { continue };
            if compared.by_words.contains_key(&words) {
                continue;
            }
            let mut alike = Vec::new();
            for candidate in compared.index.meet(fingerprint).into_iter().take(COMPARED) {
                let Some(&(other, holder)) = compared.texts.get(candidate.text as usize) else { continue };
                let likeness = match fresh.get(&other) {
                    Some(other) => fingerprint.likeness(other),
                    None => fingerprint.likeness(&self.fingerprint(holder)?),
                };
                if likeness >= ALIKE {
                    alike.push((other, likeness));
                }
            }
            compared.note(words, *article);
            fresh.insert(words, fingerprint);
            found.push((words, alike));
        }
        Ok(found)
    }

    /// An index of all texts compared before, which made so many entries as far as that is known, with room for `news`.
    fn read_all_texts(&self, news: &[(ArticleId, Fingerprint)], entries: usize) -> Result<Compared> {
        let known = self.read(|reader| reader.count_texts_compared())?;
        let texts = usize::try_from(known).unwrap_or(usize::MAX).saturating_add(news.len());
        let mut sample: Vec<Fingerprint> =
            news.iter().take(SAMPLE as usize).map(|(_, fingerprint)| fingerprint.clone()).collect();
        let first = self.read(|reader| reader.texts_compared(None, SAMPLE))?;
        let new = sample.len();
        for (_, article) in &first {
            sample.push(self.fingerprint(*article)?);
        }
        let mut compared = Compared::new(texts, &sample, news, entries);
        for (&(words, article), fingerprint) in first.iter().zip(sample.iter().skip(new)) {
            compared.index.add(fingerprint);
            compared.note(words, article);
        }
        let mut after = first.last().map(|(words, _)| *words);
        loop {
            let some = self.read(|reader| reader.texts_compared(after, READ_AT_ONCE))?;
            let Some(&(last, _)) = some.last() else { return Ok(compared) };
            for (words, article) in some {
                compared.index.add(&self.fingerprint(article)?);
                compared.note(words, article);
            }
            after = Some(last);
        }
    }
}

impl Compared {
    fn new(texts: usize, sample: &[Fingerprint], news: &[(ArticleId, Fingerprint)], entries: usize) -> Self {
        let way = if texts > EXACT_UP_TO { Way::Bands } else { Way::Exact };
        let room = texts.max(SAMPLE as usize).saturating_mul(ROOM);
        let index =
            LikenessIndex::new(way, room / 2, sample).with_room(2 * (entries + entries_of(way, news)));
        Self { index, texts: Vec::new(), by_words: HashMap::new(), room }
    }

    fn has_room_for(&self, news: &[(ArticleId, Fingerprint)]) -> bool {
        let texts = self.texts.len() + news.len();
        texts <= self.room
            && (self.index.way() == Way::Bands || texts <= EXACT_UP_TO)
            && self.index.has_room(entries_of(self.index.way(), news))
    }

    fn note(&mut self, words: u64, article: ArticleId) {
        self.texts.push((words, article));
        self.by_words.insert(words, article);
    }
}

fn entries_of(way: Way, news: &[(ArticleId, Fingerprint)]) -> usize {
    news.iter().map(|(_, fingerprint)| LikenessIndex::entries_of(way, fingerprint)).sum()
}
