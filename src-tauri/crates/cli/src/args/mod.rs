//! What can be typed: commands and their options.

mod articles;
mod codebook;
mod ladder;
mod milestones;
mod searches;
mod trends;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub(crate) use articles::{ArticleFilter, ArticleFormat, Export, LostAction, Narrow, ReadAgain};
pub(crate) use codebook::{CodebookKind, CodingAction, Tag, Topics};
pub(crate) use ladder::Ladder;
pub(crate) use milestones::{
    AttachFound, MilestoneAction, ProposalOrder, Proposals, RegisterFiles, TimelineFile,
};
pub(crate) use searches::SearchesAction;
pub(crate) use trends::{ContextOrder, Trends};

/// Chancery without a window: the same use cases on the same dossier, with JSON where asked.
#[derive(Parser, Debug)]
#[command(
    name = "chancery-cli",
    version,
    max_term_width = 100,
    after_help = "Exit codes: 0 done, 1 failed, 2 misused."
)]
pub(crate) struct Cli {
    /// The dossier to work on. Without it: the copy of the bundled dossier in your data folder, made when first needed.
    #[arg(long, global = true, value_name = "FILE")]
    pub dossier: Option<PathBuf>,
    /// Print one JSON value instead of text.
    #[arg(long, global = true)]
    pub json: bool,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    /// Make a new dossier.
    New {
        /// Where; the file must not exist.
        file: PathBuf,
        /// Start from a bundled dossier instead of an empty one.
        #[arg(long, value_enum, value_name = "NAME")]
        bundled: Option<Bundled>,
        /// What it is called; the file's name without it.
        #[arg(long)]
        name: Option<String>,
    },
    /// Read files and folders into the dossier. Progress goes to standard error.
    Import {
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// Go on with an import that was cancelled or cut off; what is in is not read again.
        #[arg(long, value_name = "IMPORT", conflicts_with = "paths")]
        resume: Option<i64>,
        /// Read the refused files of an import again.
        #[arg(long, value_name = "IMPORT", conflicts_with_all = ["paths", "resume"])]
        retry: Option<i64>,
        /// Exit with 1 if any file was refused.
        #[arg(long)]
        strict: bool,
    },
    /// Tell what would be read from files, storing nothing. Several paths are read as one batch.
    Inspect {
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// One JSON object a line, one line a file.
        #[arg(long)]
        jsonl: bool,
        /// Take this day as the day of capture (ISO, such as 2026-11-21) instead of today.
        #[arg(long, value_name = "DAY")]
        captured: Option<String>,
    },
    /// List articles, newest first.
    Articles(ArticleFilter),
    /// Show one article with its fields and their basis, topics and reasons, evidence and notes.
    Show {
        /// Its id, as `articles` lists it.
        article: i64,
    },
    /// Read articles again from their originals with the readers of today. What was corrected stays; passages are found again by
    /// their words, or told as lost. Progress goes to standard error.
    ReadAgain(ReadAgain),
    /// List the passages whose words no longer stand in their article, with where they may be now, or give one its place.
    Lost {
        /// Only those of this article.
        #[arg(value_name = "ARTICLE")]
        article: Option<i64>,
        #[command(subcommand)]
        action: Option<LostAction>,
    },
    /// Tell word by word how an article differs from another.
    Compare {
        /// The article, by id.
        article: i64,
        /// The one it is compared with, usually the earlier.
        with: i64,
    },
    /// Find words in titles and texts. `a b` both, `a OR b`, `-a`, `(…)`, `"a b"` a phrase, `="a b"` these forms, `a*`, `a NEAR/5 b`;
    /// topic: tag: outlet: lang: before: after: on: has: milestone: narrow.
    Search {
        query: String,
        /// Tell how the query is understood, and how many articles have each part of it, instead of the hits.
        #[arg(long)]
        explain: bool,
        /// One line for each passage found, with the words around it, instead of the hits: by date, or in another order.
        #[arg(
            long,
            value_enum,
            value_name = "ORDER",
            num_args = 0..=1,
            require_equals = true,
            default_missing_value = "date",
            conflicts_with_all = ["explain", "topic", "lang", "outlet", "after", "before", "in_bin", "offset", "newest", "output"]
        )]
        context: Option<ContextOrder>,
        #[command(flatten)]
        filter: ArticleFilter,
        /// Newest first instead of best first.
        #[arg(long)]
        newest: bool,
        /// Look for names in the letters they are typed in only.
        #[arg(long)]
        as_typed: bool,
        /// Write all hits with their passages to a table (.csv) or JSON Lines (.jsonl) instead; a file that is there is replaced.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Count what a search finds by week, month or year, as a table or a file: `trends "gas price" --by month --split outlet`.
    Trends(Trends),
    /// List the saved searches with how much they find and how much is new, show what one finds, save or remove one.
    Searches {
        /// Only those for which something came in since one last looked.
        #[arg(long)]
        new: bool,
        #[command(subcommand)]
        action: Option<SearchesAction>,
    },
    /// List the codebook, show one topic with its terms and articles, or move the codebook between dossier and files.
    Topics(Topics),
    /// Change the codebook topic by topic: draft, add, edit, move, merge, split, remove, history.
    Topic {
        #[command(subcommand)]
        action: crate::topic::TopicAction,
    },
    /// Decide a topic on articles, and tell what that does to the suggestions.
    Tag(Tag),
    /// List the suggestions to decide next, what teaches most first.
    Review {
        /// The topic, by slug or id; without it, all take turns.
        topic: Option<String>,
        #[arg(long, default_value_t = 20)]
        limit: u32,
    },
    /// List the topics with coded passages, the passages of one, or code a passage.
    Codings {
        /// The topic, by slug or id.
        topic: Option<String>,
        #[arg(long, default_value_t = 100)]
        limit: u32,
        #[arg(long, default_value_t = 0)]
        offset: u32,
        /// Write the passages of the topic to a table (CSV); a file that is there is replaced.
        #[arg(long, value_name = "FILE", requires = "topic")]
        csv: Option<PathBuf>,
        #[command(subcommand)]
        action: Option<CodingAction>,
    },
    /// Take coded passages in from a REFI-QDA project (.qdpx) or W3C annotations (JSON-LD). Nothing is deleted. Progress
    /// goes to standard error.
    ImportCodings {
        file: PathBuf,
        /// Tell what would be taken in, changing nothing.
        #[arg(long)]
        dry_run: bool,
    },
    /// List the milestone register, or show one milestone with its evidence.
    Milestones {
        /// Its slug or id.
        milestone: Option<String>,
        /// The register as it stood: what had happened by this day.
        #[arg(long, value_name = "DAY", conflicts_with_all = ["milestone", "known_by"])]
        happened_by: Option<String>,
        /// The register as it was known: by articles published by this day.
        #[arg(long, value_name = "DAY", conflicts_with = "milestone")]
        known_by: Option<String>,
        /// What that day and this one differ in, with the passages.
        #[arg(long, value_name = "DAY")]
        compare: Option<String>,
        #[command(flatten)]
        files: RegisterFiles,
        #[command(flatten)]
        timeline: Box<TimelineFile>,
        #[command(subcommand)]
        action: Option<MilestoneAction>,
    },
    /// Show the status ladder promises stand on and what stands on each step, or change it. Every status set goes along: to the
    /// step that says most nearly the same, or where --map says.
    Ladder(Ladder),
    /// List the milestones and evidence that dated sentences seem to tell of, or decide one. Articles not read for it yet are read
    /// first; progress goes to standard error.
    Proposals(Proposals),
    /// List notes, show one, or write one.
    Notes {
        /// Its id.
        note: Option<i64>,
        #[command(subcommand)]
        action: Option<NoteAction>,
    },
    /// List outlets, show one, change what is known of one, or merge those that are one.
    Outlets {
        /// Its name or id.
        outlet: Option<String>,
        #[command(subcommand)]
        action: Option<OutletAction>,
    },
    /// Write a briefing to a file.
    Brief(Brief),
    /// Undo the last operation.
    Undo,
    /// Redo the operation undone last.
    Redo,
    /// List imports, newest first, or tell what became of the files of one.
    Imports {
        #[arg(value_name = "IMPORT")]
        import: Option<i64>,
    },
    /// List what was done, newest first.
    Operations {
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
    /// Check that the file is sound: structure, originals, evidence, search index, journal.
    Verify,
    /// Compare all articles anew for copies and reprints; they are compared as they come in, so this is seldom needed.
    Recompare,
    /// Write a verified copy of the dossier; the file must not exist.
    Backup { file: PathBuf },
    /// Put articles into the bin, bring them back, or empty it for good.
    Bin {
        #[command(subcommand)]
        action: BinAction,
    },
    /// Write articles to a file that other programs read, or their originals; a file that is there is replaced. Progress
    /// goes to standard error.
    Export(Export),
    /// Save the original of an article byte for byte.
    Original {
        article: i64,
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Bundled {
    /// The Belarus–Russia Union State.
    UnionState,
}

#[derive(Subcommand, Debug)]
pub(crate) enum NoteAction {
    /// Write a note from a Markdown file, or from standard input (`-`).
    Add {
        title: String,
        #[arg(long, value_name = "FILE")]
        file: PathBuf,
    },
}

#[derive(Subcommand, Debug)]
pub(crate) enum OutletAction {
    /// Change what is known of an outlet; what is not named stays. An empty word takes a value away.
    Edit {
        /// Its name or id.
        outlet: String,
        #[arg(long)]
        name: Option<String>,
        #[arg(long)]
        domain: Option<String>,
        /// ISO 3166, such as BY.
        #[arg(long)]
        country: Option<String>,
        /// state-agency, state-media, government, interstate, private-agency, private, public, think-tank,
        /// organisation, personal.
        #[arg(long)]
        kind: Option<String>,
        /// Admiralty source grade, A (completely reliable) to F (cannot be judged).
        #[arg(long)]
        grade: Option<String>,
    },
    /// Make outlets one: the others' articles and names become those of the first.
    Merge {
        /// The one that stays, by name or id.
        into: String,
        /// Those that are it.
        #[arg(required = true, value_name = "OUTLET")]
        others: Vec<String>,
    },
}

#[derive(Args, Debug)]
pub(crate) struct Brief {
    #[arg(long, value_enum)]
    pub format: Format,
    /// Where to write it; a file that is there is replaced.
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// A briefing kept in the dossier, by id; without it the standard briefing over the whole register.
    #[arg(long)]
    pub briefing: Option<i64>,
    /// Its title.
    #[arg(long)]
    pub title: Option<String>,
    /// Handling mark: red, amber-strict, amber, green, clear.
    #[arg(long)]
    pub tlp: Option<String>,
    /// The date printed on it (ISO day); today without it.
    #[arg(long, value_name = "DAY")]
    pub date: Option<String>,
    /// Language of headings and fixed words: en, ru, be.
    #[arg(long, default_value = "en")]
    pub lang: String,
    /// Tell everything as it had happened by this day.
    #[arg(long, value_name = "DAY", conflicts_with = "known_by")]
    pub happened_by: Option<String>,
    /// Tell everything as it was known by this day, by articles published by then.
    #[arg(long, value_name = "DAY")]
    pub known_by: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Format {
    Pdf,
    Docx,
    Html,
    Md,
}

#[derive(Subcommand, Debug)]
pub(crate) enum BinAction {
    /// Put articles into the bin.
    Put {
        #[arg(required = true)]
        articles: Vec<i64>,
    },
    /// Bring articles back.
    Restore {
        #[arg(required = true)]
        articles: Vec<i64>,
    },
    /// Delete what is in the bin for good, originals too. Can't be undone.
    Empty {
        /// Said to show that it is meant.
        #[arg(long, required = true)]
        for_good: bool,
    },
}
