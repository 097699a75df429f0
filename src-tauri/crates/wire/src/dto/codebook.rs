//! The codebook between dossier and files.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// As what the codebook is written, and where to.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct CodebookExportArgs {
    pub format: CodebookFormatDto,
    pub path: String,
}

/// What a format would leave out.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct CodebookLossArgs {
    pub format: CodebookFormatDto,
}

/// What a codebook would be as a file.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct CodebookLossDto {
    pub topics: u32,
    pub bytes: u64,
    pub left: Vec<LeftDto>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum CodebookFormatDto {
    /// SKOS in Turtle.
    SkosTtl,
    /// SKOS in JSON-LD.
    SkosJsonld,
    /// SKOS in RDF/XML.
    SkosRdf,
    /// A table.
    Csv,
    /// The REFI-QDA codebook.
    Qdc,
    /// Our own.
    Toml,
}

/// A codebook that was written.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct CodebookWrittenDto {
    pub path: String,
    pub topics: u32,
    pub bytes: u64,
    pub left: Vec<LeftDto>,
}

/// Which codebook comes in: the file at `path`, or one that comes with the program.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct CodebookImportArgs {
    pub path: Option<String>,
    pub bundled: Option<BundledCodebookDto>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum BundledCodebookDto {
    /// The major topics of the Comparative Agendas Project.
    Cap,
}

/// What taking a codebook in does, or would do. Nothing is deleted.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct CodebookMergeDto {
    /// Slugs of new topics.
    pub added: Vec<String>,
    /// What those are called.
    pub added_labels: Vec<super::LabelsDto>,
    /// Slugs of topics that change.
    pub changed: Vec<String>,
    pub unchanged: u32,
    /// Topics found by their label.
    pub by_label: Vec<SameTopicDto>,
    /// How many terms are new.
    pub terms: u32,
    pub left: Vec<LeftDto>,
}

/// A topic of a file and the one of the dossier it is taken for, by slug.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct SameTopicDto {
    pub file: String,
    pub dossier: String,
}

/// Something that does not cross.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct LeftDto {
    /// Slug; None: of the whole codebook.
    pub topic: Option<String>,
    pub what: MatterDto,
    /// The words it is about; may be empty.
    pub words: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum MatterDto {
    Everything,
    Name,
    Topic,
    /// Another is made of the label; `words` is that one.
    Slug,
    Label,
    Definition,
    Include,
    Exclude,
    Parent,
    Heading,
    Threshold,
    Colour,
    Terms,
    /// Texts in languages a dossier has no place for.
    Languages,
    /// No English label: `words` stands in.
    English,
    /// Stood there twice; `words` is the one given instead.
    TakenSlug,
    /// Parents beyond the first.
    Parents,
    /// A parent nobody knows, or one that lies under the topic itself.
    LostParent,
    Sets,
    Links,
    Columns,
}
