//! Topics made, changed and moved.

use chancery_model::{OperationKind, TopicId};
use chancery_store::TopicRow;
use serde_json::json;

use super::tree::{self, Node};
use super::{TopicDraft, TopicFault};
use crate::codebook::free_slug;
use crate::{Desk, DeskError, Done, Result};

impl Desk {
    /// Makes a topic or heading under another, before one of those there or last.
    ///
    /// # Errors
    /// `topic` with what is wrong with the draft; `no-such`.
    pub fn add_topic(
        &self,
        draft: &TopicDraft,
        parent: Option<TopicId>,
        before: Option<TopicId>,
    ) -> Result<Done<TopicId>> {
        let rows = self.read(|reader| reader.topics())?;
        let above = parent.map(|id| self.row_of(&rows, id)).transpose()?;
        let slug = free_slug(&draft.label.en, rows.iter().map(|row| row.topic.slug.as_str()));
        let topic = draft.topic(slug, above.map(|row| row.topic.slug.clone()))?;
        let colour = draft.colour % crate::tagging::COLOURS;
        let args = json!({ "topic": topic.slug, "title": topic.label.en, "heading": topic.group });
        self.perform(OperationKind::AddTopic, args, |writer| {
            let id = writer.put_topic(&topic, u32::try_from(rows.len()).unwrap_or(u32::MAX), colour)?;
            let mut nodes = tree::nodes(&rows);
            tree::put(&mut nodes, Node { id, parent, colour }, before)?;
            writer.place_topics(&tree::places(&nodes, &rows))?;
            Ok(id)
        })
    }

    /// Changes a topic. A draft that says what it says already is no operation.
    ///
    /// # Errors
    /// `topic` with what is wrong with the draft; `no-such`.
    pub fn edit_topic(&self, id: TopicId, draft: &TopicDraft) -> Result<Done<()>> {
        let rows = self.read(|reader| reader.topics())?;
        let row = self.row_of(&rows, id)?;
        let topic = draft.topic(row.topic.slug.clone(), row.topic.parent.clone())?;
        if topic.group && !row.topic.group {
            let rests = self.read(|reader| reader.topic_use(id))?;
            if rests.tags + rests.rejected + rests.codings > 0 {
                return Err(TopicFault::HeadingWithTags.into());
            }
        }
        let args = json!({ "topic": topic.slug, "title": topic.label.en });
        self.perform(OperationKind::EditTopic, args, |writer| {
            writer.put_topic(&topic, row.position, row.colour)?;
            let colour = draft.colour % crate::tagging::COLOURS;
            // A topic under another has that one's colour, whatever the draft says.
            if row.parent.is_none() && colour != row.colour {
                let mut nodes = tree::nodes(&rows);
                nodes.iter_mut().filter(|node| node.id == id).for_each(|node| node.colour = colour);
                writer.place_topics(&tree::places(&nodes, &rows))?;
            }
            Ok(())
        })
    }

    /// Puts a topic under another (or on top), before one of those there or last.
    ///
    /// # Errors
    /// `topic` where it would lie under itself; `no-such`.
    pub fn move_topic(
        &self,
        id: TopicId,
        parent: Option<TopicId>,
        before: Option<TopicId>,
    ) -> Result<Done<()>> {
        let rows = self.read(|reader| reader.topics())?;
        let row = self.row_of(&rows, id)?;
        let above = parent.map(|id| self.row_of(&rows, id)).transpose()?;
        let mut nodes = tree::nodes(&rows);
        tree::put(&mut nodes, Node { id, parent, colour: row.colour }, before)?;
        let under = above.map_or("", |row| &row.topic.slug);
        let args = json!({ "topic": row.topic.slug, "title": row.topic.label.en, "under": under });
        self.perform(OperationKind::MoveTopic, args, |writer| {
            Ok(writer.place_topics(&tree::places(&nodes, &rows))?)
        })
    }

    pub(super) fn row_of<'r>(&self, rows: &'r [TopicRow], id: TopicId) -> Result<&'r TopicRow, DeskError> {
        rows.iter().find(|row| row.id == id).ok_or_else(|| self.no_such("topic", id))
    }
}
