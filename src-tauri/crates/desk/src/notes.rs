//! Notes: Markdown with links to articles, passages, topics, milestones and other notes.

use chancery_model::{Anchor, ArticleId, CodePoints, NoteId, OperationKind, Span};
use chancery_store::{LinkTarget, Note, PassageKind};
use serde_json::json;

use crate::links::{NoteTarget, links_in, with_links_worded};
use crate::{Desk, Done, Result};

/// A link of a note with what its target is called now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteLink {
    /// Where it leads.
    pub target: NoteTarget,
    /// Title, label or the passage's words.
    pub label: String,
}

impl Desk {
    /// Begins a note; a link to what it is about is written into its first line.
    ///
    /// # Errors
    /// When the dossier can't be written.
    pub fn add_note(&self, title: &str, markdown: &str, about: Option<NoteTarget>) -> Result<Done<NoteId>> {
        let markdown = match about {
            Some(target) => format!("{}\n\n{markdown}", target.to_markdown()),
            None => markdown.to_owned(),
        };
        let note = self.note_of(title, &markdown)?;
        self.perform(OperationKind::AddNote, json!({ "title": note.title }), |writer| {
            Ok(writer.add_note(&note)?)
        })
    }

    /// Writes a note. Nothing is recorded where nothing changed.
    ///
    /// # Errors
    /// `no-such`.
    pub fn save_note(&self, id: NoteId, title: &str, markdown: &str) -> Result<Done<()>> {
        let before = self.read(|reader| reader.note(id))?.note;
        let note = self.note_of(title, markdown)?;
        if before.title == note.title && before.markdown == note.markdown {
            return Ok(Done { value: (), operation: None, changed: std::collections::BTreeSet::new() });
        }
        let args = json!({ "note": id.0, "title": note.title });
        self.perform(OperationKind::EditNote, args, |writer| Ok(writer.edit_note(id, &note)?))
    }

    /// Removes a note.
    ///
    /// # Errors
    /// `no-such`.
    pub fn remove_note(&self, id: NoteId) -> Result<Done<()>> {
        let title = self.read(|reader| reader.note(id))?.note.title;
        self.perform(OperationKind::RemoveNote, json!({ "title": title }), |writer| {
            Ok(writer.remove_note(id)?)
        })
    }

    /// The links of a note with what each leads to; one whose target is gone is left out.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn links_of(&self, markdown: &str) -> Result<Vec<NoteLink>> {
        let mut links = Vec::new();
        for link in links_in(markdown) {
            if let Some(label) = self.label_of(&link.target)? {
                links.push(NoteLink { target: link.target, label });
            }
        }
        Ok(links)
    }

    /// A note's Markdown with its links in words: their ids mean nothing outside of the dossier.
    pub(crate) fn worded(&self, markdown: &str) -> String {
        with_links_worded(markdown, |link| {
            let called = || self.label_of(&link.target).ok().flatten().unwrap_or_default();
            link.shown.clone().unwrap_or_else(called)
        })
    }

    /// What a target is called now; `None` where it is not there (any more).
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn label_of(&self, target: &NoteTarget) -> Result<Option<String>> {
        self.read(|reader| {
            Ok(match target {
                NoteTarget::Article(id) => reader.article_rows(&[*id])?.pop().map(|row| row.title),
                NoteTarget::Passage(id, span) => {
                    if reader.article_rows(&[*id])?.is_empty() {
                        return Ok(None);
                    }
                    if span.is_empty() {
                        return Ok(lost_link(reader, *id, *span)?.map(|anchor| anchor.exact));
                    }
                    let text = reader.readable(*id)?.text;
                    Anchor::take(&CodePoints::new(&text), *span).map(|anchor| anchor.exact)
                }
                NoteTarget::Topic(id) => {
                    reader.topics()?.into_iter().find(|row| row.id == *id).map(|row| row.topic.label.en)
                }
                NoteTarget::Milestone(id) => reader
                    .milestones()?
                    .into_iter()
                    .find(|row| row.id == *id)
                    .map(|row| row.milestone.title.en),
                NoteTarget::Note(id) => {
                    reader.notes()?.into_iter().find(|row| row.id == *id).map(|row| row.title)
                }
            })
        })
    }

    /// What a link could lead to while one types: whatever has the words typed in its name, at most `limit`.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn link_targets(&self, typed: &str, limit: usize) -> Result<Vec<NoteLink>> {
        let wanted = chancery_text::fold(typed.trim());
        let fits = |name: &str| chancery_text::fold(name).contains(&wanted);
        let mut found = Vec::new();
        let add = |target: NoteTarget, label: &str, found: &mut Vec<NoteLink>| {
            if found.len() < limit && fits(label) {
                found.push(NoteLink { target, label: label.to_owned() });
            }
        };
        self.read(|reader| {
            for row in reader.milestones()? {
                add(NoteTarget::Milestone(row.id), &row.milestone.title.en, &mut found);
            }
            for row in reader.notes()? {
                add(NoteTarget::Note(row.id), &row.title, &mut found);
            }
            for row in reader.topics()? {
                if !row.topic.group {
                    add(NoteTarget::Topic(row.id), &row.topic.label.en, &mut found);
                }
            }
            let filter = chancery_store::ArticleFilter::default();
            for row in reader.articles(&filter, chancery_store::ArticleSort::Newest, 0, 500)?.rows {
                add(NoteTarget::Article(row.id), &row.title, &mut found);
            }
            Ok(())
        })?;
        Ok(found)
    }

    /// A note as the store keeps it: links whose target is there, passages with their words.
    pub(crate) fn note_of(&self, title: &str, markdown: &str) -> Result<Note> {
        let mut links = Vec::new();
        for link in links_in(markdown) {
            if self.label_of(&link.target)?.is_none() {
                continue;
            }
            links.push(match link.target {
                NoteTarget::Article(id) => LinkTarget::Article(id),
                NoteTarget::Topic(id) => LinkTarget::Topic(id),
                NoteTarget::Milestone(id) => LinkTarget::Milestone(id),
                NoteTarget::Note(id) => LinkTarget::Note(id),
                NoteTarget::Passage(id, span) => {
                    let anchor = self.read(|reader| match span.is_empty() {
                        true => lost_link(reader, id, span),
                        false => Ok(Anchor::take(&CodePoints::new(&reader.readable(id)?.text), span)),
                    })?;
                    let Some(anchor) = anchor else { continue };
                    LinkTarget::Passage(id, anchor)
                }
            });
        }
        Ok(Note { title: title.trim().to_owned(), markdown: markdown.to_owned(), links })
    }
}

/// The passage a link leads to whose words no longer stand in the article, as a note keeps it.
fn lost_link(
    reader: &chancery_store::Reader<'_>,
    article: ArticleId,
    span: Span,
) -> chancery_store::Result<Option<Anchor>> {
    let passages = reader.passages_in(article)?;
    let found =
        passages.into_iter().find(|row| row.id.kind == PassageKind::NoteLink && row.anchor.span == span);
    Ok(found.map(|row| row.anchor))
}
