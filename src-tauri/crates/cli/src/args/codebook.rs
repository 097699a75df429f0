//! Topics: the codebook and its files, decisions, passages coded.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

#[derive(Args, Debug)]
#[command(group(clap::ArgGroup::new("incoming").args(["import", "bundled"])))]
pub(crate) struct Topics {
    /// Its slug or id.
    #[arg(conflicts_with_all = ["export", "incoming"])]
    pub topic: Option<String>,
    /// Tell how the topic learns: precision, what other thresholds would do, what it is taken for.
    #[arg(long, requires = "topic")]
    pub learning: bool,
    /// Write the codebook to a file; one that is there is replaced.
    #[arg(long, value_name = "FILE", conflicts_with = "incoming")]
    pub export: Option<PathBuf>,
    /// As what; without it, as the file's ending says.
    #[arg(long, value_enum, requires = "export")]
    pub format: Option<CodebookKind>,
    /// Take a codebook in from a file in any of the formats. Nothing is deleted.
    #[arg(long, value_name = "FILE")]
    pub import: Option<PathBuf>,
    /// Take in a codebook that comes with Chancery.
    #[arg(long, value_enum, value_name = "NAME")]
    pub bundled: Option<CodebookName>,
    /// Tell what would be taken in, changing nothing.
    #[arg(long, requires = "incoming")]
    pub dry_run: bool,
}

impl Topics {
    /// Whether the dossier is changed.
    pub(crate) fn changes(&self) -> bool {
        (self.import.is_some() || self.bundled.is_some()) && !self.dry_run
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum CodebookKind {
    /// SKOS in Turtle.
    SkosTtl,
    /// SKOS in JSON-LD.
    SkosJsonld,
    /// SKOS in RDF/XML.
    SkosRdf,
    /// A table: a row a topic, a row a term.
    Csv,
    /// REFI-QDA codebook, for programs of qualitative analysis.
    Qdc,
    /// Chancery's own, for editing by hand.
    Toml,
}

impl CodebookKind {
    /// The word used in JSON.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::SkosTtl => "skos-ttl",
            Self::SkosJsonld => "skos-jsonld",
            Self::SkosRdf => "skos-rdf",
            Self::Csv => "csv",
            Self::Qdc => "qdc",
            Self::Toml => "toml",
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum CodebookName {
    /// The major topics of the Comparative Agendas Project, without terms.
    Cap,
}

#[derive(Args, Debug)]
pub(crate) struct Tag {
    /// The topic, by slug or id.
    pub topic: String,
    /// The articles, by id.
    #[arg(required_unless_present = "search", value_name = "ARTICLE")]
    pub articles: Vec<i64>,
    /// All articles that a search finds, instead: one operation.
    #[arg(long, value_name = "WORDS", conflicts_with_all = ["articles", "clear"])]
    pub search: Option<String>,
    #[command(flatten)]
    pub verdict: TagVerdict,
    /// Why.
    #[arg(long)]
    pub because: Option<String>,
}

/// One of the four.
#[derive(Args, Debug)]
#[group(required = true, multiple = false)]
pub(crate) struct TagVerdict {
    /// Accept the suggestion.
    #[arg(long)]
    pub accept: bool,
    /// Reject the suggestion.
    #[arg(long)]
    pub reject: bool,
    /// Add the topic by hand.
    #[arg(long)]
    pub add: bool,
    /// Take the decision back.
    #[arg(long)]
    pub clear: bool,
}

#[derive(Subcommand, Debug)]
pub(crate) enum CodingAction {
    /// Code a passage: the exact words must stand in the article once.
    Add {
        /// The topic, by slug or id.
        topic: String,
        article: i64,
        #[arg(long)]
        exact: String,
        /// Words right before, where the exact words repeat.
        #[arg(long, default_value = "")]
        before: String,
        /// Words right after, where they repeat.
        #[arg(long, default_value = "")]
        after: String,
        /// What you say of it.
        #[arg(long, default_value = "")]
        memo: String,
    },
    /// Change topic or memo of a coding; what is not named stays.
    Edit {
        /// Its id, as `codings TOPIC` lists it.
        coding: i64,
        /// The topic, by slug or id.
        #[arg(long)]
        topic: Option<String>,
        /// An empty one takes the memo away.
        #[arg(long)]
        memo: Option<String>,
    },
    /// Take a coding away.
    Remove {
        /// Its id, as `codings TOPIC` lists it.
        coding: i64,
    },
}
