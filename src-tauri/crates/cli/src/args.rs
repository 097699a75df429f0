//! What can be typed: commands and their options.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

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

#[derive(Args, Debug)]
pub(crate) struct Proposals {
    /// Those with a passage of this article only.
    #[arg(long, value_name = "ID")]
    pub article: Option<i64>,
    /// In which order.
    #[arg(long, value_enum, default_value = "score")]
    pub order: ProposalOrder,
    #[arg(long, default_value_t = 20)]
    pub limit: u32,
    /// Make a milestone of a proposal, by its id; with --into, make it evidence of a milestone there is.
    #[arg(long, value_name = "ID", conflicts_with = "reject")]
    pub accept: Option<i64>,
    /// The milestone, by slug or id.
    #[arg(long, value_name = "MILESTONE", requires = "accept")]
    pub into: Option<String>,
    /// With --into: the step on its ladder the passages prove.
    #[arg(long, value_name = "STATUS", requires = "into")]
    pub status: Option<String>,
    /// With --accept: another title than the sentence's.
    #[arg(long, requires = "accept", conflicts_with = "into")]
    pub title: Option<String>,
    /// Reject a proposal, by its id: it does not come back.
    #[arg(long, value_name = "ID")]
    pub reject: Option<i64>,
}

impl Proposals {
    /// Whether the dossier is changed.
    pub(crate) fn changes(&self) -> bool {
        self.accept.is_some() || self.reject.is_some()
    }
}

#[derive(ValueEnum, Clone, Copy, Debug)]
pub(crate) enum ProposalOrder {
    /// The surest first.
    Score,
    /// The earliest date first.
    Date,
    /// The newest article first.
    Article,
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
    /// Tell word by word how an article differs from another.
    Compare {
        /// The article, by id.
        article: i64,
        /// The one it is compared with, usually the earlier.
        with: i64,
    },
    /// Find words in titles and texts.
    Search {
        query: String,
        #[command(flatten)]
        filter: ArticleFilter,
        /// Newest first instead of best first.
        #[arg(long)]
        newest: bool,
        /// Look for names in the letters they are typed in only.
        #[arg(long)]
        as_typed: bool,
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

/// The register from a spreadsheet and to one.
#[derive(Args, Debug, Default)]
pub(crate) struct RegisterFiles {
    /// Take milestones in from a spreadsheet (CSV, XLSX): those that are there are brought up to date, the others made. Nothing
    /// is deleted.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["milestone", "happened_by", "known_by", "export"])]
    pub import: Option<PathBuf>,
    /// What a column holds, by its head: uid, number, title, title-ru, title-be, kind, lane, parent, date, deadline, status,
    /// since, reason, who, role, description, or nothing to leave it out.
    #[arg(long, value_name = "HEAD=FIELD", requires = "import")]
    pub map: Vec<String>,
    /// The sheet of a workbook; without it the first that is not empty.
    #[arg(long, value_name = "NAME", requires = "import")]
    pub sheet: Option<String>,
    /// What a new milestone is whose row names no kind; decision without it.
    #[arg(long, value_name = "KIND", requires = "import")]
    pub kind: Option<String>,
    /// Why a status without a reason of its own is so; "From the spreadsheet …" without it.
    #[arg(long, value_name = "WORDS", requires = "import")]
    pub reason: Option<String>,
    /// Tell row by row what would be taken in, changing nothing.
    #[arg(long, requires = "import")]
    pub dry_run: bool,
    /// List what is weak about the evidence: one story, one outlet, one camp, other dates, passages that are lost.
    #[arg(long, conflicts_with_all = ["milestone", "compare", "import", "export"])]
    pub warnings: bool,
    /// List promises of which nothing new was told for the months of the dossier's rule.
    #[arg(long, conflicts_with_all = ["milestone", "compare", "import", "export", "warnings"])]
    pub stalled: bool,
    /// Count how far promises have come: of the dossier, of each lane, of each milestone with parts.
    #[arg(long, conflicts_with_all = ["milestone", "compare", "import", "export", "warnings", "stalled"])]
    pub roll_up: bool,
    /// Write the register to a spreadsheet (.csv, .xlsx), as it stands or stood on the day asked for; it can be taken in
    /// again.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["milestone", "compare"])]
    pub export: Option<PathBuf>,
}

impl RegisterFiles {
    /// Whether something of the whole register is asked.
    pub(crate) fn asks(&self) -> bool {
        self.export.is_some() || self.warnings || self.stalled || self.roll_up
    }

    /// Whether the dossier is changed.
    pub(crate) fn changes(&self) -> bool {
        self.import.is_some() && !self.dry_run
    }
}

#[derive(clap::Args, Debug)]
pub(crate) struct TimelineFile {
    /// Write the timeline to a file; its ending says as what: .svg, .png, .json (TimelineJS), .ics, .csv.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["milestone", "compare"])]
    pub timeline: Option<PathBuf>,
    /// Language of the timeline's fixed words and dates: en, ru, be.
    #[arg(long, default_value = "en", requires = "timeline")]
    pub lang: String,
}

#[derive(Subcommand, Debug)]
pub(crate) enum MilestoneAction {
    /// Attach a passage as evidence: the exact words must stand in the article once.
    Attach {
        /// The milestone, by slug or id.
        milestone: String,
        article: i64,
        #[arg(long)]
        exact: String,
        /// Words right before, where the exact words repeat.
        #[arg(long, default_value = "")]
        before: String,
        /// Words right after, where they repeat.
        #[arg(long, default_value = "")]
        after: String,
        /// supports, contradicts or mentions.
        #[arg(long, default_value = "supports")]
        stance: String,
    },
    /// Accept pieces of evidence for briefings.
    Accept {
        #[arg(required = true)]
        evidence: Vec<i64>,
    },
    /// Link a milestone to what became of it: on a passage attached to one of the two, or on your judgement.
    Link {
        /// The earlier milestone, by slug or id.
        from: String,
        /// became, split-into, merged-into, renamed, superseded-by or withdrawn.
        kind: String,
        /// The later milestone, by slug or id.
        to: String,
        /// The passage that says so, by its id in `milestones MILESTONE`.
        #[arg(long, required_unless_present = "judgement", conflicts_with = "judgement")]
        evidence: Option<i64>,
        /// Why you judge so, where no passage says it.
        #[arg(long, value_name = "REASON")]
        judgement: Option<String>,
        /// Change this link instead of adding one.
        #[arg(long, value_name = "LINK")]
        change: Option<i64>,
    },
    /// Take a link of lineage away.
    Unlink {
        /// The link, by its id in `milestones MILESTONE`.
        lineage: i64,
    },
    /// Make a bundled judgement on what became of a milestone your own.
    Confirm {
        /// The link, by its id in `milestones MILESTONE`.
        lineage: i64,
        /// Take that back.
        #[arg(long)]
        not: bool,
    },
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
