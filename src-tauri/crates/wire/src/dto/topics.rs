//! Topics: the codebook, reasons and decisions.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{LabelsDto, SpanDto};

/// One topic or heading of the codebook, in tree order.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct TopicDto {
    pub id: i64,
    pub slug: String,
    pub parent: Option<i64>,
    /// A heading: has no terms, is never suggested.
    pub group: bool,
    pub colour: u8,
    pub label: LabelsDto,
    pub definition: LabelsDto,
    pub include: LabelsDto,
    pub exclude: LabelsDto,
    pub threshold: f64,
    pub terms: u32,
    pub suggested: u32,
    pub accepted: u32,
    pub rejected: u32,
    pub by_hand: u32,
    /// Passages coded with it.
    pub codings: u32,
}

/// A topic with its terms and where they hit.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct TopicDetailDto {
    pub topic: TopicDto,
    pub terms: Vec<TermDto>,
    pub articles: Vec<TopicArticleDto>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct TermDto {
    pub language: String,
    pub text: String,
    /// `stem`, `exact`, `near(5)`, `any-of`, `regex`.
    pub kind: String,
    pub weight: f64,
    pub facet: Option<String>,
}

/// An article on which a topic is suggested or decided.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct TopicArticleDto {
    pub article: i64,
    pub title: String,
    pub outlet: Option<String>,
    pub published: Option<String>,
    pub published_confidence: super::ConfidenceDto,
    pub state: super::TopicStateDto,
    pub score: Option<f64>,
    pub because: Option<String>,
    pub reasons: Vec<ReasonDto>,
}

/// A passage that speaks for a topic, or against it where the weight is negative.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ReasonDto {
    /// None: the words stand in the title.
    pub span: Option<SpanDto>,
    pub words: String,
    pub weight: f64,
    pub term: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum VerdictDto {
    Accepted,
    Rejected,
    ByHand,
}

/// Decides a topic on one or more articles, or on all of a filter: one operation.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct DecideArgs {
    #[serde(default)]
    pub articles: Vec<i64>,
    /// Counts where `articles` is empty: every article it leaves, but those in the bin.
    #[serde(default)]
    #[ts(optional)]
    pub filter: Option<super::ArticleFilterDto>,
    pub topic: i64,
    pub verdict: VerdictDto,
    #[serde(default)]
    pub because: Option<String>,
}

/// Takes a decision back.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ClearDecisionArgs {
    pub articles: Vec<i64>,
    pub topic: i64,
}
