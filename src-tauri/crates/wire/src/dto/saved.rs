//! Saved searches, and hits on their way out.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::HintDto;

/// What a search is asked for; topic, outlet, language and days stand in its words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct AskedDto {
    pub words: String,
    #[serde(default)]
    pub as_typed: bool,
    #[serde(default)]
    pub stories: bool,
    #[serde(default)]
    pub newest_first: bool,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct SavedSearchDto {
    pub id: i64,
    pub uid: String,
    pub name: String,
    pub asked: AskedDto,
    /// When one last looked: milliseconds since 1970, UTC.
    pub seen_at: Option<i64>,
}

/// What a saved search finds now.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct SavedFoundDto {
    pub articles: u32,
    /// `articles` is an upper bound.
    pub at_most: bool,
    /// Those of them that came in since one last looked.
    pub new: u32,
    /// What of its words can't be read as they may have been meant.
    pub hints: Vec<HintDto>,
}

/// One looked: what came in after this article is new.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct LookedDto {
    pub seen: i64,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct SaveSearchArgs {
    /// Empty: it is called by its words.
    #[serde(default)]
    pub name: String,
    pub asked: AskedDto,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct EditSearchArgs {
    pub id: i64,
    pub name: String,
    pub asked: AskedDto,
}
