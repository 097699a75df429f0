//! One article beside the others of its story.

use std::collections::HashMap;

use chancery_model::ArticleId;
use chancery_store::{ArticleRow, Readable};
use chancery_text::copies::{Difference, Fingerprint, difference};

use crate::{Desk, Result};

/// Articles of a story compared with the one shown.
const SHOWN: u32 = 100;

/// All that tell the same as an article, itself included.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Story {
    /// The earliest first; of very many only the first hundred.
    pub tellings: Vec<Telling>,
    /// How many there are; 0 where it stands alone.
    pub total: u64,
}

/// One article of a story.
#[derive(Clone, Debug, PartialEq)]
pub struct Telling {
    /// The article.
    pub row: ArticleRow,
    /// How it stands to the article the story was asked for.
    pub alike: Alike,
}

/// How two texts stand to each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alike {
    /// The same words in the same order.
    pub exact: bool,
    /// The share of runs of five words of either that both have, 0–1.
    pub similarity: f64,
}

impl Alike {
    fn of(one: &Fingerprint, other: &Fingerprint) -> Self {
        let exact = one.words().is_some() && one.words() == other.words();
        Self { exact, similarity: if exact { 1.0 } else { one.likeness(other) } }
    }
}

impl Desk {
    /// The story an article belongs to, every article in it compared with this one.
    ///
    /// # Errors
    /// `no-such` where there is no such article.
    pub fn story(&self, article: ArticleId) -> Result<Story> {
        let (ids, total) = self.read(|reader| reader.story_of(article, SHOWN))?;
        if total == 0 {
            return Ok(Story::default());
        }
        let ours = self.fingerprint(article)?;
        let mut alike = HashMap::new();
        for &id in &ids {
            alike.insert(id, Alike::of(&ours, &self.fingerprint(id)?));
        }
        let rows = self.read(|reader| reader.article_rows(&ids))?;
        let tellings = rows.into_iter().filter_map(|row| Some(Telling { alike: *alike.get(&row.id)?, row }));
        Ok(Story { tellings: tellings.collect(), total })
    }

    /// How one article became another, word by word, and how alike they are.
    ///
    /// # Errors
    /// `no-such` where one of them is not there.
    pub fn difference(&self, first: ArticleId, second: ArticleId) -> Result<(Vec<Difference>, Alike)> {
        let (first, second) = self.read(|reader| Ok((reader.readable(first)?, reader.readable(second)?)))?;
        let print = |read: &Readable| Fingerprint::of(&read.text, &read.furniture);
        let alike = Alike::of(&print(&first), &print(&second));
        Ok((difference((&first.text, &first.furniture), (&second.text, &second.furniture)), alike))
    }
}
