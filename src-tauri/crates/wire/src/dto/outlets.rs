//! Outlets: who published, of what sort, how reliable in the analyst's eyes.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum OutletKindDto {
    StateAgency,
    StateMedia,
    Government,
    Interstate,
    PrivateAgency,
    Private,
    Public,
    ThinkTank,
    Organisation,
    Personal,
}

/// Admiralty source grade, A (completely reliable) to F (cannot be judged).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub enum GradeDto {
    A,
    B,
    C,
    D,
    E,
    F,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct OutletDto {
    pub id: i64,
    pub name: String,
    /// Other names it goes by: what is read under one of them is its.
    pub names: Vec<String>,
    pub domain: String,
    /// ISO 3166, or free.
    pub country: String,
    pub kind: Option<OutletKindDto>,
    pub grade: Option<GradeDto>,
    pub articles: u32,
    /// Copies and reprints counted once.
    pub stories: u32,
    /// ISO days of its first and last article.
    pub first: Option<String>,
    pub last: Option<String>,
}

/// The outlet of an article.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ArticleOutletDto {
    pub id: i64,
    pub name: String,
    pub country: String,
    pub kind: Option<OutletKindDto>,
    pub grade: Option<GradeDto>,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct OutletDetailDto {
    pub outlet: OutletDto,
    /// What the machine would say where the analyst has said nothing.
    pub hints: Vec<OutletHintDto>,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct OutletHintDto {
    pub field: HintedFieldDto,
    pub value: String,
    pub because: HintBecauseDto,
    /// The name, domain or ending it rests on; of addresses, how many.
    pub words: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum HintedFieldDto {
    Domain,
    Country,
    Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum HintBecauseDto {
    Name,
    Domain,
    Ending,
    Addresses,
}

/// All of what is known of an outlet, as it shall be.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct EditOutletArgs {
    pub id: i64,
    pub name: String,
    pub domain: String,
    pub country: String,
    pub kind: Option<OutletKindDto>,
    pub grade: Option<GradeDto>,
}

/// Makes outlets one.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct MergeOutletsArgs {
    pub from: Vec<i64>,
    pub into: i64,
}
