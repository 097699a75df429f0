//! What is counted along time, and in which order passages stand.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

#[derive(Args, Debug)]
pub(crate) struct Trends {
    /// As in `search`; without it, all articles.
    #[arg(default_value = "")]
    pub query: String,
    /// What is counted.
    #[arg(long, value_enum, default_value_t = Measure::Articles)]
    pub count: Measure,
    /// By week, month or year; without it, what fits the span.
    #[arg(long, value_enum)]
    pub by: Option<Unit>,
    /// Split by topic, outlet or language: the largest parts, the others, and what has none.
    #[arg(long, value_enum)]
    pub split: Option<Split>,
    /// Look for names in the letters they are typed in only.
    #[arg(long)]
    pub as_typed: bool,
    /// Write it to a file; its ending says as what: .svg, .png, .csv. A file that is there is replaced.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Language of the file's fixed words: en, ru, be.
    #[arg(long, default_value = "en", requires = "output")]
    pub lang: String,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Measure {
    Articles,
    /// Of copies in the same place one.
    Stories,
    Tags,
    /// Passages found; articles where more than 5,000 would have to be read.
    Passages,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Unit {
    Week,
    Month,
    Year,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Split {
    Topic,
    Outlet,
    Language,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ContextOrder {
    /// The newest article first.
    Date,
    /// By the words before.
    Left,
    /// By the words after.
    Right,
    /// By the words found.
    Found,
}
