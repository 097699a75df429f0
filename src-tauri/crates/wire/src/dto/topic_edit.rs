//! The codebook as it is changed: drafts, what a change would do, versions.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ConfidenceDto, LabelsDto, SpanDto, TermDto, TopicStateDto};

/// A topic as it is written.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct TopicDraftDto {
    /// A heading: has no terms, is never suggested.
    pub group: bool,
    pub label: LabelsDto,
    pub definition: LabelsDto,
    pub include: LabelsDto,
    pub exclude: LabelsDto,
    pub threshold: f64,
    /// From 0 to 5; counts where nothing lies above it.
    pub colour: u32,
    pub terms: Vec<TermDto>,
}

/// A new topic under `parent`, before one of those there or last.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct AddTopicArgs {
    pub draft: TopicDraftDto,
    pub parent: Option<i64>,
    pub before: Option<i64>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct EditTopicArgs {
    pub topic: i64,
    pub draft: TopicDraftDto,
}

/// A topic goes under `parent` (None: on top), before one of those there or last.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct MoveTopicArgs {
    pub topic: i64,
    pub parent: Option<i64>,
    pub before: Option<i64>,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct MergeTopicsArgs {
    pub from: i64,
    pub into: i64,
}

/// What merging does, or would do.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct MergedDto {
    pub fold: FoldDto,
    /// Terms that follow.
    pub terms: Vec<TermDto>,
    /// Terms both have.
    pub same_terms: u32,
    /// Notes whose links lead to the other topic then.
    pub notes: u32,
    /// Topics that lie under the other one then.
    pub children: u32,
}

/// What becomes of decisions and codings that go from one topic to another.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct FoldDto {
    /// Articles the other topic becomes a tag of.
    pub newly_tagged: u32,
    /// Decisions that follow and stay in force, those articles among them.
    pub follow: u32,
    /// Decisions that end: the other topic's on the same article stands.
    pub yield_to: u32,
    /// Decisions on the other topic that end: a later tag takes their place.
    pub replaced: u32,
    /// Rejections that end: the other topic is suggested for reasons of its own.
    pub reopened: u32,
    pub codings: u32,
    /// Codings of a passage that is coded with both: one is left, with both memos.
    pub same_passage: u32,
}

/// Which topic goes, and where what rests on it goes.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct RemoveTopicArgs {
    pub topic: i64,
    pub into: Option<i64>,
}

/// What removing does, or would do.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct RemovedTopicDto {
    pub tags: u32,
    pub rejected: u32,
    pub codings: u32,
    pub notes: u32,
    pub children: u32,
    /// Where what rests on it goes to another topic.
    pub fold: Option<FoldDto>,
}

/// A split as it is chosen: places of terms among those of the topic.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct SplitLookArgs {
    pub topic: i64,
    pub terms: Vec<u32>,
}

/// An article on which something rests on a topic that is to be split.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct SplitArticleDto {
    pub article: i64,
    pub title: String,
    pub state: Option<TopicStateDto>,
    pub codings: u32,
    /// What the terms that go say for it, and those that stay: sums of weights.
    pub goes: f64,
    pub stays: f64,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct SplitTopicArgs {
    pub topic: i64,
    pub label: LabelsDto,
    pub terms: Vec<u32>,
    pub articles: Vec<i64>,
}

/// A part of what a draft would find: the first without `turn`, the next with what the one before gave.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct PreviewTopicArgs {
    /// None: a new one.
    pub topic: Option<i64>,
    pub draft: TopicDraftDto,
    pub from: u32,
    pub turn: Option<u32>,
}

/// Counts and lists are those of the articles of this part, newest first.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct PreviewPartDto {
    pub turn: u32,
    /// Articles read so far, with earlier parts.
    pub read: u32,
    pub total: u32,
    /// Another preview began: there are no further parts.
    pub superseded: bool,
    pub suggested: u32,
    pub now: u32,
    pub newly: ChangingDto,
    pub no_longer: ChangingDto,
    /// In the order of the draft's terms.
    pub terms: Vec<TermHitsDto>,
    /// What is wrong with each term, if anything.
    pub faults: Vec<Option<TermFaultDto>>,
}

/// Articles on which the suggestion changes: how many, and the first of them.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ChangingDto {
    pub number: u32,
    pub articles: Vec<PreviewArticleDto>,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct PreviewArticleDto {
    pub article: i64,
    pub title: String,
    pub outlet: Option<String>,
    pub published: Option<String>,
    pub published_confidence: ConfidenceDto,
    pub score: Option<f64>,
    /// What was decided: such an article stays as it is.
    pub state: Option<TopicStateDto>,
    /// The heaviest passages, gained or lost.
    pub words: Vec<String>,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct TermHitsDto {
    pub hits: u32,
    /// How many count: no other term excludes or encloses them.
    pub counted: u32,
    pub articles: u32,
    pub passages: Vec<TermPassageDto>,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct TermPassageDto {
    pub article: i64,
    pub title: String,
    /// None: in the title.
    pub span: Option<SpanDto>,
    pub before: String,
    pub words: String,
    pub after: String,
    pub counts: bool,
}

/// What is wrong with a term: `term-no-words`, `term-one-word`, `term-no-regex`, `term-fits-everywhere`, `term-twice`,
/// `term-weight`, `term-language`.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct TermFaultDto {
    pub id: String,
    /// The same in technical words, with where a regular expression breaks.
    pub why: String,
}

/// The versions of a topic, newest first.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct TopicHistoryDto {
    pub versions: Vec<TopicVersionDto>,
    /// Decisions made under versions of topics that were merged into it.
    pub elsewhere: DecidedUnderDto,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct TopicVersionDto {
    pub id: i64,
    /// Milliseconds since 1970, UTC.
    pub at: i64,
    /// Kind and arguments of the operation that made it; None: as it was found when versions began.
    pub operation: Option<VersionOperationDto>,
    /// Against the version before.
    pub changes: Vec<TopicChangeDto>,
    pub decided: DecidedUnderDto,
    pub threshold: f64,
    pub terms: Vec<TermDto>,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct VersionOperationDto {
    pub kind: String,
    #[ts(type = "Record<string, unknown>")]
    pub args: serde_json::Value,
}

/// Decisions in force.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct DecidedUnderDto {
    pub tags: u32,
    pub rejected: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum TopicChangeDto {
    /// `field`: `label`, `definition`, `include`, `exclude`; empty where there was or is none.
    Text {
        field: String,
        language: String,
        before: String,
        after: String,
    },
    Threshold {
        before: f64,
        after: f64,
    },
    /// Slugs; None: on top.
    Parent {
        before: Option<String>,
        after: Option<String>,
    },
    Heading {
        after: bool,
    },
    TermAdded {
        term: TermDto,
    },
    TermRemoved {
        term: TermDto,
    },
    TermChanged {
        before: TermDto,
        after: TermDto,
    },
}
