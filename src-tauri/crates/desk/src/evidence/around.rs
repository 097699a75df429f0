//! The passage around words that were found: whole sentences, never furniture.

use std::collections::HashMap;

use chancery_model::{Anchor, ArticleId, CodePoints, Span};
use chancery_store::{ArticleRow, Readable};
use chancery_text::sentences;

use crate::{Desk, DeskError, Result};

/// Words found in an article, and how many sentences of it are wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Around {
    /// The article.
    pub article: ArticleId,
    /// The words; none where they stand in its title only: then its beginning is meant.
    pub found: Vec<Span>,
    /// From one on; as many as stand together are taken.
    pub sentences: usize,
}

/// A passage that holds what was found.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundPassage {
    /// Its article.
    pub row: ArticleRow,
    /// Where it stands, and its words.
    pub anchor: Anchor,
    /// The found words in it.
    pub found: Vec<Span>,
    /// Sentences it holds.
    pub sentences: usize,
    /// Whether another can be taken in.
    pub widens: bool,
}

impl Desk {
    /// The passages around found words: of each article the sentence that holds most of them, and those after it, or before it
    /// where none comes after.
    ///
    /// # Errors
    /// `no-such`; `no-passage` where an article has no sentence.
    pub fn passages_around(&self, asked: &[Around]) -> Result<Vec<FoundPassage>> {
        let ids: Vec<ArticleId> = asked.iter().map(|one| one.article).collect();
        let rows = self.read(|reader| reader.article_rows(&ids))?;
        let rows: HashMap<ArticleId, ArticleRow> = rows.into_iter().map(|row| (row.id, row)).collect();
        let of = |one: &Around| {
            let row = rows.get(&one.article).cloned().ok_or_else(|| self.no_such("article", one.article))?;
            let text = self.read(|reader| reader.readable(one.article))?;
            around(one, row, &text).ok_or_else(|| DeskError::NoPassage {
                article: one.article.0,
                why: "the article has no sentence".to_owned(),
            })
        };
        asked.iter().map(of).collect()
    }
}

fn around(asked: &Around, row: ArticleRow, text: &Readable) -> Option<FoundPassage> {
    let skipped = |span: &Span| text.furniture.iter().any(|piece| piece.span.overlaps(span));
    let sentences: Vec<Span> =
        sentences(&text.text).into_iter().filter(|sentence| !skipped(sentence)).collect();
    let held = |sentence: &Span| asked.found.iter().filter(|found| found.overlaps(sentence)).count();
    // Of equals the first.
    let best = sentences.iter().enumerate().rev().max_by_key(|(_, sentence)| held(sentence))?.0;
    let together = |one: usize, next: usize| match (sentences.get(one), sentences.get(next)) {
        (Some(one), Some(next)) => !skipped(&Span::new(one.end, next.start)),
        _ => false,
    };
    let (mut first, mut last) = (best, best);
    let widened = |first: usize, last: usize| {
        let before = first.checked_sub(1).filter(|before| together(*before, first));
        match together(last, last + 1) {
            true => Some((first, last + 1)),
            false => before.map(|before| (before, last)),
        }
    };
    while last - first + 1 < asked.sentences {
        let Some(wider) = widened(first, last) else { break };
        (first, last) = wider;
    }
    let span = Span::new(sentences.get(first)?.start, sentences.get(last)?.end);
    Some(FoundPassage {
        row,
        anchor: Anchor::take(&CodePoints::new(&text.text), span)?,
        found: asked.found.iter().copied().filter(|found| span.contains(found)).collect(),
        sentences: last - first + 1,
        widens: widened(first, last).is_some(),
    })
}
