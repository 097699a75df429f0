//! Passages that stand nowhere: listed with the best guess of where their words are now, and given another place by hand.

use std::collections::BTreeMap;

use chancery_model::{Anchor, ArticleId, CodePoints, NoteId, OperationKind, Span};
use chancery_store::{ArticleRow, PassageId, PassageKind, PassageRow, Writer};
use chancery_text::copies::difference;
use serde_json::json;

use super::guess::guess;
use crate::links::{NoteTarget, links_in};
use crate::{Desk, Difference, Done, Result};

/// A passage whose words no longer stand in its article.
#[derive(Clone, Debug, PartialEq)]
pub struct LostPassage {
    /// The passage, with the words it had.
    pub row: PassageRow,
    /// The article.
    pub article: ArticleRow,
    /// What it is a passage of: the milestone's title, the topic's label, the note's title.
    pub of: String,
    /// Where the words may be now.
    pub guess: Option<Guess>,
}

/// Where lost words may stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// The place, with the words there.
    pub anchor: Anchor,
    /// How the words there differ from those lost.
    pub difference: Vec<Difference>,
}

impl Desk {
    /// The passages whose words no longer stand in their article, or those of one article, with guesses.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn lost_passages(&self, article: Option<ArticleId>) -> Result<Vec<LostPassage>> {
        let mut rows = self.read(|reader| reader.lost_passages())?;
        rows.retain(|row| article.is_none_or(|id| id == row.article));
        let mut lost = Vec::with_capacity(rows.len());
        let mut text: (Option<ArticleId>, String) = (None, String::new());
        for row in rows {
            if text.0 != Some(row.article) {
                text = (Some(row.article), self.read(|reader| reader.readable(row.article))?.text);
            }
            let Some(article) = self.read(|reader| reader.article_rows(&[row.article]))?.pop() else {
                continue;
            };
            let Some(of) = self.passage_of(&row)? else { continue };
            let points = CodePoints::new(&text.1);
            let guess = guess(&text.1, &row.anchor.exact).and_then(|span| Anchor::take(&points, span)).map(
                |anchor| Guess {
                    difference: difference((&row.anchor.exact, &[]), (&anchor.exact, &[])),
                    anchor,
                },
            );
            lost.push(LostPassage { row, article, of, guess });
        }
        Ok(lost)
    }

    /// Gives a passage the words at a place of its article.
    ///
    /// # Errors
    /// `no-such`; `no-passage` where no words stand there.
    pub fn place_passage(&self, id: PassageId, span: Span) -> Result<Done<()>> {
        let row = self.read(|reader| reader.passage(id))?.ok_or_else(|| self.no_such("passage", id.row))?;
        let anchor = self.anchor(row.article, self.without_blanks(row.article, span)?)?;
        let args = json!({ "kind": id.kind.id(), "of": self.passage_of(&row)?.unwrap_or_default() });
        self.perform(OperationKind::PlacePassage, args, |writer| {
            writer.put_passage(id, &anchor)?;
            let moved = BTreeMap::from([((row.article, row.anchor.span), anchor.span)]);
            if let (PassageKind::NoteLink, Some(note)) = (id.kind, row.of) {
                relink(writer, NoteId(note), &moved)?;
            }
            Ok(())
        })
    }

    /// What a passage is of, in words; `None` where that is not there.
    fn passage_of(&self, row: &PassageRow) -> Result<Option<String>> {
        let Some(of) = row.of else { return Ok(None) };
        let target = match row.id.kind {
            PassageKind::Evidence => NoteTarget::Milestone(chancery_model::MilestoneId(of)),
            PassageKind::Coding => NoteTarget::Topic(chancery_model::TopicId(of)),
            PassageKind::NoteLink => NoteTarget::Note(NoteId(of)),
            PassageKind::Proposal | PassageKind::Statement => return Ok(None),
        };
        self.label_of(&target)
    }
}

/// Writes the places of passages that moved into the links of a note.
pub(crate) fn relink(
    writer: &Writer<'_>,
    note: NoteId,
    moved: &BTreeMap<(ArticleId, Span), Span>,
) -> chancery_store::Result<()> {
    let markdown = writer.note(note)?.note.markdown;
    let mut written = String::with_capacity(markdown.len());
    let mut from = 0;
    for link in links_in(&markdown) {
        let NoteTarget::Passage(article, span) = link.target else { continue };
        let Some(now) = moved.get(&(article, span)) else { continue };
        written.push_str(&markdown[from..link.bytes.start]);
        let target = NoteTarget::Passage(article, *now).to_markdown();
        match &link.shown {
            Some(shown) => {
                written.push_str(target.trim_end_matches("]]"));
                written.push_str(&format!("|{shown}]]"));
            }
            None => written.push_str(&target),
        }
        from = link.bytes.end;
    }
    written.push_str(&markdown[from..]);
    writer.put_markdown(note, &written)
}
