//! A topic goes up in another, or goes. What follows can be asked beforehand: it is worked out once, told, and done.

use chancery_model::{InLanguages, OperationKind, Term, Topic, TopicId};
use chancery_store::{Fold, Reader, Terms, TopicRow, TopicUse, Writer};
use serde_json::json;

use super::TopicFault;
use super::links::Goes;
use super::tree::{self, Node};
use crate::{Desk, Done, Result};

/// What merging a topic into another does, or would do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merged {
    /// What becomes of decisions and codings.
    pub fold: Fold,
    /// Terms that follow.
    pub terms: Vec<Term>,
    /// Terms the other topic has too; its weights hold.
    pub same_terms: usize,
    /// Notes whose links lead to the other topic then.
    pub notes: u64,
    /// Topics that lie under the other one then.
    pub children: u64,
}

/// What removing a topic does, or would do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Removed {
    /// What rests on it.
    pub rests: TopicUse,
    /// What becomes of that where it goes to another topic.
    pub fold: Option<Fold>,
}

impl Desk {
    /// What merging a topic into another would do.
    ///
    /// # Errors
    /// `topic` where the one can't go up in the other; `no-such`.
    pub fn merge_foretold(&self, from: TopicId, into: TopicId) -> Result<Merged> {
        let rows = self.read(|reader| reader.topics())?;
        let (one, other) = self.pair(&rows, from, into)?;
        Ok(self.read(|reader| merged(reader, one, other))?.0)
    }

    /// Merges a topic into another: decisions, codings, links in notes and briefings, terms and what lies under it follow.
    ///
    /// # Errors
    /// As [`Self::merge_foretold`].
    pub fn merge_topics(&self, from: TopicId, into: TopicId) -> Result<Done<Merged>> {
        let rows = self.read(|reader| reader.topics())?;
        let (one, other) = self.pair(&rows, from, into)?;
        let args =
            json!({ "from": one.topic.label.en, "topic": other.topic.slug, "title": other.topic.label.en });
        self.perform(OperationKind::MergeTopics, args, |writer| {
            let (merged, topic) = merged(writer, one, other)?;
            writer.put_topic(&topic, other.position, other.colour)?;
            writer.carry_over(from, into, &merged.fold)?;
            self.relink(writer, from, Goes::To(into))?;
            let mut nodes = tree::nodes(&rows);
            adopt(&mut nodes, from, Some(into));
            remove(writer, &rows, &nodes, from)?;
            Ok(merged)
        })
    }

    /// What removing a topic would do; with `into`, what rests on it goes there.
    ///
    /// # Errors
    /// `topic` where what rests on it can't follow; `no-such`.
    pub fn removal_foretold(&self, topic: TopicId, into: Option<TopicId>) -> Result<Removed> {
        let rows = self.read(|reader| reader.topics())?;
        self.row_of(&rows, topic)?;
        if let Some(into) = into {
            self.may_follow(&rows, topic, into)?;
        }
        self.read(|reader| removed(reader, topic, into))
    }

    /// Removes a topic with its terms; what lies under it moves up. Tags and codings go to another topic, which must be named
    /// where there are any; without one, links in notes become plain words, and rejections go.
    ///
    /// # Errors
    /// `topic` where tags or codings rest on it and nothing says where they go; `no-such`.
    pub fn remove_topic(&self, topic: TopicId, into: Option<TopicId>) -> Result<Done<Removed>> {
        let foretold = self.removal_foretold(topic, into)?;
        if into.is_none() && foretold.rests.tags + foretold.rests.codings > 0 {
            let TopicUse { tags, codings, .. } = foretold.rests;
            return Err(TopicFault::InUse { tags, codings }.into());
        }
        let rows = self.read(|reader| reader.topics())?;
        let row = self.row_of(&rows, topic)?;
        let heir = into.map(|into| self.row_of(&rows, into)).transpose()?;
        let into_label = heir.map_or("none", |row| &row.topic.label.en);
        let args = json!({ "topic": row.topic.slug, "title": row.topic.label.en, "into": into_label });
        self.perform(OperationKind::RemoveTopic, args, |writer| {
            let removed = removed(writer, topic, into)?;
            if let (Some(fold), Some(into)) = (&removed.fold, into) {
                writer.carry_over(topic, into, fold)?;
            }
            self.relink(writer, topic, into.map_or(Goes::ToWords(&row.topic.label.en), Goes::To))?;
            let mut nodes = tree::nodes(&rows);
            adopt(&mut nodes, topic, row.parent);
            remove(writer, &rows, &nodes, topic)?;
            Ok(removed)
        })
    }

    fn pair<'r>(
        &self,
        rows: &'r [TopicRow],
        from: TopicId,
        into: TopicId,
    ) -> Result<(&'r TopicRow, &'r TopicRow)> {
        let (one, other) = (self.row_of(rows, from)?, self.row_of(rows, into)?);
        if other.topic.group && !one.topic.group {
            return Err(TopicFault::IntoHeading.into());
        }
        if from == into {
            return Err(TopicFault::IntoItself.into());
        }
        if tree::lies_under(&tree::nodes(rows), into, from) {
            return Err(TopicFault::UnderItself.into());
        }
        Ok((one, other))
    }

    fn may_follow(&self, rows: &[TopicRow], topic: TopicId, into: TopicId) -> Result<()> {
        if topic == into {
            return Err(TopicFault::IntoItself.into());
        }
        if self.row_of(rows, into)?.topic.group {
            return Err(TopicFault::IntoHeading.into());
        }
        Ok(())
    }
}

/// What follows, and the topic that stands for both: texts and terms it lacks come from the other.
fn merged(reader: &Reader<'_>, one: &TopicRow, other: &TopicRow) -> chancery_store::Result<(Merged, Topic)> {
    let rests = reader.topic_use(one.id)?;
    let mut topic = other.topic.clone();
    for (into, from) in [
        (&mut topic.definition, &one.topic.definition),
        (&mut topic.include, &one.topic.include),
        (&mut topic.exclude, &one.topic.exclude),
    ] {
        fill(into, from);
    }
    let known = |term: &&Term| {
        let same = |own: &Term| (own.language, own.kind, &own.text) == (term.language, term.kind, &term.text);
        other.topic.terms.iter().any(same)
    };
    let (same, new): (Vec<&Term>, Vec<&Term>) = one.topic.terms.iter().partition(known);
    let terms: Vec<Term> = new.into_iter().cloned().collect();
    topic.terms.extend(terms.iter().cloned());
    let fold = reader.fold(one.id, other.id, Terms::Follow)?;
    let merged = Merged { fold, terms, same_terms: same.len(), notes: rests.notes, children: rests.children };
    Ok((merged, topic))
}

fn removed(reader: &Reader<'_>, topic: TopicId, into: Option<TopicId>) -> chancery_store::Result<Removed> {
    let fold = into.map(|into| reader.fold(topic, into, Terms::Go)).transpose()?;
    Ok(Removed { rests: reader.topic_use(topic)?, fold })
}

fn fill(into: &mut InLanguages, from: &InLanguages) {
    if into.en.is_empty() {
        into.en.clone_from(&from.en);
    }
    for (into, from) in [(&mut into.ru, &from.ru), (&mut into.be, &from.be)] {
        if into.is_none() {
            into.clone_from(from);
        }
    }
}

/// Takes a topic out of the tree; what lay under it lies under `parent`.
fn adopt(nodes: &mut Vec<Node>, topic: TopicId, parent: Option<TopicId>) {
    nodes.retain(|node| node.id != topic);
    nodes.iter_mut().filter(|node| node.parent == Some(topic)).for_each(|node| node.parent = parent);
}

fn remove(writer: &Writer<'_>, rows: &[TopicRow], nodes: &[Node], topic: TopicId) -> Result<()> {
    writer.place_topics(&tree::places(nodes, rows))?;
    Ok(writer.remove_topic(topic)?)
}
