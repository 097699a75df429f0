//! Which article of the dossier a text of a file is.

use std::collections::{HashMap, HashSet};

use chancery_model::{ArticleId, Uid};
use sha2::{Digest as _, Sha256};

use super::incoming::IncomingText;
use super::place::seen;
use crate::{Desk, Result};

/// Articles read at once.
const AT_ONCE: u32 = 500;

/// What a text is known by: its words without blanks, which programs change.
pub(crate) fn hash_of(text: &str) -> [u8; 32] {
    Sha256::digest(seen(text).into_iter().collect::<String>().as_bytes()).into()
}

impl Desk {
    /// The article each text is: by its id, else by its words, else by its address. Articles in the bin are none.
    pub(super) fn articles_of(&self, texts: &[IncomingText]) -> Result<Vec<Option<ArticleId>>> {
        let mut found: Vec<Option<ArticleId>> =
            texts.iter().map(|text| text.uid.and_then(|uid| self.article_here(uid))).collect();
        let open = || texts.iter().zip(&found).filter(|(_, found)| found.is_none()).map(|(text, _)| text);
        let hashes: HashSet<[u8; 32]> = open().filter_map(|text| text.hash).collect();
        let urls: HashSet<&str> = open().filter_map(|text| text.url.as_deref()).collect();
        if hashes.is_empty() && urls.is_empty() {
            return Ok(found);
        }
        let (mut by_hash, mut by_url) = (HashMap::new(), HashMap::new());
        let mut after = None;
        loop {
            let ids = self.read(|reader| reader.article_ids(after, AT_ONCE))?;
            let Some(&last) = ids.last() else { break };
            for id in ids {
                if !hashes.is_empty() {
                    let hash = hash_of(&self.read(|reader| reader.readable(id))?.text);
                    if hashes.contains(&hash) {
                        by_hash.entry(hash).or_insert(id);
                    }
                }
                if !urls.is_empty()
                    && let Some(url) = self.read(|reader| reader.article(id))?.fields.url.value
                    && urls.contains(url.as_str())
                {
                    by_url.entry(url).or_insert(id);
                }
            }
            after = Some(last);
        }
        for (found, text) in found.iter_mut().zip(texts).filter(|(found, _)| found.is_none()) {
            let by_words = text.hash.and_then(|hash| by_hash.get(&hash));
            *found = by_words.or_else(|| by_url.get(text.url.as_deref()?)).copied();
        }
        Ok(found)
    }

    fn article_here(&self, uid: Uid) -> Option<ArticleId> {
        let id = self.read(|reader| reader.article_of_uid(uid)).ok()?;
        let row = self.read(|reader| reader.article_rows(&[id])).ok()?.pop()?;
        (!row.in_bin).then_some(id)
    }
}
