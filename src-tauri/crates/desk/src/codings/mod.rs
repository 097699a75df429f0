//! Codings: passages put under topics by hand, listed with the words around them.

mod context;
pub(crate) mod incoming;
mod list;
mod matching;
pub(crate) mod place;
mod placed;
mod take;

use chancery_model::{ArticleId, CodePoints, CodingId, OperationKind, Span, TopicId};
use chancery_store::{ArticleRow, Coding, CodingRow};
use serde_json::{Value, json};

use crate::{Desk, Done, Result};
use context::around;
pub use incoming::{Lost, LostMatter};
pub(crate) use matching::hash_of;
pub use take::CodingsTaken;

/// What of a coding is changed; `None` stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodingChange {
    /// Another topic.
    pub topic: Option<TopicId>,
    /// Other ends, in the same article.
    pub span: Option<Span>,
    /// Another memo; empty takes it away.
    pub memo: Option<String>,
}

/// A coding as a list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct CodedPassage {
    /// The coding.
    pub row: CodingRow,
    /// Words before the passage, in its paragraph.
    pub before: String,
    /// Words after it.
    pub after: String,
    /// The article it stands in.
    pub article: ArticleRow,
}

/// A part of the codings of a topic, and how many there are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CodedPassages {
    /// Those of the newest article first.
    pub rows: Vec<CodedPassage>,
    /// How many the topic has.
    pub total: u64,
}

impl Desk {
    /// Codes a passage. Coded so already, it keeps its coding, and nothing is done where the memo says nothing new.
    ///
    /// # Errors
    /// `no-passage` where the article has no such words; `no-such`; `refused` for a heading of the codebook.
    pub fn add_coding(
        &self,
        article: ArticleId,
        span: Span,
        topic: TopicId,
        memo: &str,
    ) -> Result<Done<CodingId>> {
        let anchor = self.anchor(article, self.without_blanks(article, span)?)?;
        let coding = Coding { article, topic, anchor, memo: memo.trim().to_owned() };
        self.must_be_codable(topic)?;
        let args = self.coding_args(&coding)?;
        self.perform(OperationKind::AddCoding, args, |writer| Ok(writer.add_coding(&coding)?))
    }

    /// Changes topic, ends or memo of a coding.
    ///
    /// # Errors
    /// `no-passage`, `no-such`; `refused` for a heading, and where another coding is just so.
    pub fn edit_coding(&self, id: CodingId, change: &CodingChange) -> Result<Done<()>> {
        let mut coding = self.read(|reader| reader.coding(id))?.coding;
        if let Some(topic) = change.topic.filter(|topic| *topic != coding.topic) {
            self.must_be_codable(topic)?;
            coding.topic = topic;
        }
        if let Some(span) = change.span {
            coding.anchor = self.anchor(coding.article, self.without_blanks(coding.article, span)?)?;
        }
        if let Some(memo) = &change.memo {
            memo.trim().clone_into(&mut coding.memo);
        }
        let args = self.coding_args(&coding)?;
        self.perform(OperationKind::EditCoding, args, |writer| {
            Ok(writer.edit_coding(id, coding.topic, &coding.anchor, &coding.memo)?)
        })
    }

    /// Takes a coding away.
    ///
    /// # Errors
    /// `no-such`.
    pub fn remove_coding(&self, id: CodingId) -> Result<Done<()>> {
        let coding = self.read(|reader| reader.coding(id))?.coding;
        let args = self.coding_args(&coding)?;
        self.perform(OperationKind::RemoveCoding, args, |writer| Ok(writer.remove_coding(id)?))
    }

    /// The codings of a topic with the words around them, without articles in the bin.
    ///
    /// # Errors
    /// `no-such`.
    pub fn coded_passages(&self, topic: TopicId, offset: u64, limit: u32) -> Result<CodedPassages> {
        self.slug_of(topic)?;
        let (rows, total) = self.read(|reader| {
            let total = reader.coding_counts()?.get(&topic).copied().unwrap_or(0);
            Ok((reader.codings_of_topic(topic, offset, limit)?, total))
        })?;
        Ok(CodedPassages { rows: self.in_context(rows)?, total })
    }

    /// Codings with the words around them; those of one article stand together, so that its text is read once.
    fn in_context(&self, rows: Vec<CodingRow>) -> Result<Vec<CodedPassage>> {
        let mut passages = Vec::with_capacity(rows.len());
        for of_one in rows.chunk_by(|one, next| one.coding.article == next.coding.article) {
            let Some(id) = of_one.first().map(|row| row.coding.article) else { continue };
            let (article, text) =
                self.read(|reader| Ok((reader.article_rows(&[id])?.pop(), reader.readable(id)?.text)))?;
            let Some(article) = article else { continue };
            let points = CodePoints::new(&text);
            for row in of_one {
                let (before, after) = around(&points, row.coding.anchor.span);
                passages.push(CodedPassage { row: row.clone(), before, after, article: article.clone() });
            }
        }
        Ok(passages)
    }

    /// The span without blanks at its ends, so that the same words are the same passage.
    pub(crate) fn without_blanks(&self, article: ArticleId, span: Span) -> Result<Span> {
        let text = self.read(|reader| reader.readable(article))?.text;
        let Some(words) = CodePoints::new(&text).slice(span) else { return Ok(span) };
        let points = |text: &str| u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        let start = span.start + points(words) - points(words.trim_start());
        Ok(Span::new(start, start + points(words.trim())))
    }

    fn must_be_codable(&self, topic: TopicId) -> Result<()> {
        let topics = self.read(|reader| reader.topics())?;
        if topics.iter().any(|row| row.id == topic && row.topic.group) {
            return Err(self.refused("a heading of the codebook takes no passages; choose a topic under it"));
        }
        Ok(())
    }

    fn coding_args(&self, coding: &Coding) -> Result<Value> {
        Ok(json!({
            "topic": self.slug_of(coding.topic)?,
            "article": coding.article.0,
            "words": coding.anchor.exact.chars().take(80).collect::<String>(),
        }))
    }
}
