//! What narrows a list of articles, how articles go out, and how they are read again.

use std::path::PathBuf;

use clap::{ArgGroup, Args, Subcommand, ValueEnum};

/// Which articles.
#[derive(Args, Debug, Default)]
pub(crate) struct Narrow {
    /// Only with this topic, by slug: a tag, or suggested and not rejected.
    #[arg(long)]
    pub topic: Option<String>,
    /// Only in this language, such as en, ru, be.
    #[arg(long)]
    pub lang: Option<String>,
    /// Only from this outlet, by name.
    #[arg(long)]
    pub outlet: Option<String>,
    /// Only published on or after this day.
    #[arg(long, value_name = "DAY")]
    pub after: Option<String>,
    /// Only published on or before this day.
    #[arg(long, value_name = "DAY")]
    pub before: Option<String>,
    /// Of each story only its earliest article, not every copy and reprint.
    #[arg(long)]
    pub stories: bool,
}

#[derive(Args, Debug, Default)]
pub(crate) struct ArticleFilter {
    #[command(flatten)]
    pub narrow: Narrow,
    /// The bin instead.
    #[arg(long)]
    pub in_bin: bool,
    #[arg(long, default_value_t = 100)]
    pub limit: u32,
    #[arg(long, default_value_t = 0)]
    pub offset: u32,
}

#[derive(Args, Debug)]
pub(crate) struct Export {
    #[arg(long, value_enum)]
    pub format: ArticleFormat,
    /// Where to write it.
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// Only with these words in title or text, as `search` reads them.
    #[arg(long)]
    pub query: Option<String>,
    #[command(flatten)]
    pub narrow: Narrow,
    /// These articles, by id, instead of those the options leave.
    #[arg(value_name = "ARTICLE", conflicts_with_all = ["query", "topic", "lang", "outlet", "after", "before", "stories"])]
    pub articles: Vec<i64>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ArticleFormat {
    /// JSON Lines: an object an article, with its text.
    Jsonl,
    /// CSL-JSON, for citation programs.
    Csl,
    /// RIS, for reference managers.
    Ris,
    /// BibTeX by the rules of BibLaTeX.
    Bibtex,
    /// A table for spreadsheets, without the texts.
    Csv,
    /// The files the articles came from, as a ZIP archive with their SHA-256.
    Originals,
    /// REFI-QDA project, for programs of qualitative analysis: texts, codebook, coded passages, tags, notes.
    Qdpx,
    /// Coded passages as W3C Web Annotations in JSON-LD.
    Annotations,
    /// A table of the passages that answer --query, with the words around them.
    HitsCsv,
    /// JSON Lines: an object an article, with those passages.
    HitsJsonl,
}

#[derive(Args, Debug)]
#[command(group(ArgGroup::new("which").required(true)))]
pub(crate) struct ReadAgain {
    /// These articles, by id.
    #[arg(value_name = "ARTICLE", group = "which")]
    pub articles: Vec<i64>,
    /// All of an outlet, by name or id.
    #[arg(long, group = "which")]
    pub outlet: Option<String>,
    /// All that an older Chancery read.
    #[arg(long, group = "which")]
    pub older: bool,
    /// All.
    #[arg(long, group = "which")]
    pub all: bool,
    /// Tell what would change, changing nothing.
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Subcommand, Debug)]
pub(crate) enum LostAction {
    /// Give a passage the place it may have, or that of other words of its article.
    Place {
        /// As the list names it, such as evidence:12.
        passage: String,
        /// The words it is to be; without them, what the list guesses.
        #[arg(long)]
        exact: Option<String>,
        /// Words before them, where they stand in several places.
        #[arg(long, default_value = "")]
        before: String,
        /// Words after them.
        #[arg(long, default_value = "")]
        after: String,
    },
}
