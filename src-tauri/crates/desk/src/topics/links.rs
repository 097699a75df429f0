//! Links to a topic that is no longer there: they lead to another, or become plain words.

use chancery_model::{Block, TopicId};
use chancery_store::{Backlink, LinkTarget, Note, Writer};

use crate::links::{NoteTarget, WrittenLink, links_in};
use crate::{Desk, Result};

/// Where links to a topic go.
#[derive(Clone, Copy)]
pub(super) enum Goes<'l> {
    /// To another topic.
    To(TopicId),
    /// Nowhere: the words they showed stay, or else this label.
    ToWords(&'l str),
}

impl Desk {
    /// Rewrites what notes and briefings say of a topic; how many notes did.
    pub(super) fn relink(&self, writer: &Writer<'_>, topic: TopicId, goes: Goes<'_>) -> Result<usize> {
        let notes = writer.notes_about(Backlink::Topic(topic))?;
        for row in &notes {
            let note = writer.note(row.id)?.note;
            let links = note.links.into_iter().filter_map(|link| match (link, goes) {
                (LinkTarget::Topic(id), Goes::To(other)) if id == topic => Some(LinkTarget::Topic(other)),
                (LinkTarget::Topic(id), Goes::ToWords(_)) if id == topic => None,
                (link, _) => Some(link),
            });
            let markdown = rewritten(&note.markdown, topic, goes);
            writer.edit_note(row.id, &Note { title: note.title, markdown, links: links.collect() })?;
        }
        for row in writer.briefings()? {
            let (_, mut draft) = writer.briefing(row.id)?;
            for block in &mut draft.blocks {
                if let Block::Text(markdown) = block {
                    *markdown = rewritten(markdown, topic, goes);
                }
            }
            writer.edit_briefing(row.id, &draft)?;
        }
        Ok(notes.len())
    }
}

fn rewritten(markdown: &str, topic: TopicId, goes: Goes<'_>) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut from = 0;
    for link in links_in(markdown).into_iter().filter(|link| link.target == NoteTarget::Topic(topic)) {
        out.push_str(&markdown[from..link.bytes.start]);
        out.push_str(&instead(&link, goes));
        from = link.bytes.end;
    }
    out.push_str(&markdown[from..]);
    out
}

fn instead(link: &WrittenLink, goes: Goes<'_>) -> String {
    match (goes, &link.shown) {
        (Goes::To(other), Some(shown)) => format!("[[topic:{other}|{shown}]]"),
        (Goes::To(other), None) => format!("[[topic:{other}]]"),
        (Goes::ToWords(_), Some(shown)) => shown.clone(),
        (Goes::ToWords(label), None) => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_the_other_topic_or_leave_their_words() {
        let markdown = "See [[topic:3]], [[topic:3|газ]] and [[topic:4]].";
        assert_eq!(
            rewritten(markdown, TopicId(3), Goes::To(TopicId(9))),
            "See [[topic:9]], [[topic:9|газ]] and [[topic:4]]."
        );
        assert_eq!(rewritten(markdown, TopicId(3), Goes::ToWords("Gas")), "See Gas, газ and [[topic:4]].");
    }
}
