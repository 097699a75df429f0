//! Scores of reading: one file a set, each with the published figures beside its own.

mod article_text;
mod dates_in_text;
mod import;
mod language;
mod near_duplicates;
mod pdf;
mod publication_date;
mod stems;
mod topic_rules;
mod topics;

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

type Outcome = Result<(), Box<dyn std::error::Error>>;

#[derive(Args)]
pub(crate) struct Options {
    /// What is scored.
    what: What,
    /// Data to score on, instead of those in the repository or beside it in `shared/eval`.
    #[arg(long)]
    data: Option<PathBuf>,
    /// Print JSON instead of a table.
    #[arg(long)]
    json: bool,
    /// Print what was read wrong, where the set tells it.
    #[arg(long)]
    faults: bool,
    /// Topics: learn from this file (JSON Lines, packed or not) instead of drawing from one set …
    #[arg(long, requires = "test")]
    train: Option<PathBuf>,
    /// … and be asked on this one.
    #[arg(long, requires = "train")]
    test: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum What {
    /// The article, its title and its author read from saved pages.
    ArticleText,
    /// Expressions of time in annotated texts.
    DatesInText,
    /// Lists of references, field by field.
    Import,
    /// The language of sentences and words.
    Language,
    /// Copies and reprints among many texts.
    NearDuplicates,
    /// Articles printed to PDF by several programs, beside poppler's reading of them.
    Pdf,
    /// The day saved pages were published on.
    PublicationDate,
    /// Forms of Russian and Belarusian words that meet at one stem.
    Stems,
    /// Topics suggested by the rules of the bundled codebook.
    TopicRules,
    /// Topics learned from labelled articles.
    Topics,
}

impl Options {
    /// The folder of a set: what was given or the set inside it, else the one in `shared/eval` beside the repository.
    fn folder(&self, set: &str) -> Result<PathBuf, String> {
        let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/eval").join(set);
        let folder = self.data.clone().unwrap_or(beside);
        let inside = folder.join(set);
        let folder = if inside.is_dir() { inside } else { folder };
        let folder = folder.canonicalize().unwrap_or(folder);
        if folder.is_dir() { Ok(folder) } else { Err(format!("the set is not here: {}", folder.display())) }
    }
}

pub(crate) fn run(options: &Options) -> Outcome {
    match options.what {
        What::ArticleText => article_text::run(options),
        What::DatesInText => dates_in_text::run(options),
        What::Import => import::run(options),
        What::Language => language::run(options),
        What::NearDuplicates => near_duplicates::run(options),
        What::Pdf => pdf::run(options),
        What::PublicationDate => publication_date::run(options),
        What::Stems => stems::run(options),
        What::TopicRules => topic_rules::run(options),
        What::Topics => topics::run(options),
    }
}
