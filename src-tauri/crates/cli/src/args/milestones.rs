//! The register: its files, single milestones, proposals.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::articles::Narrow;

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

#[derive(Args, Debug)]
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
    /// Attach what a search finds: of each article the sentence with most of the words. One operation; what is evidence already is
    /// told and passed over.
    AttachFound(Box<AttachFound>),
    /// Give pieces of evidence to another milestone.
    Give {
        /// The milestone that gets them, by slug or id.
        to: String,
        /// The pieces, by their ids in `milestones MILESTONE`.
        #[arg(required = true)]
        evidence: Vec<i64>,
        /// Leave them with their own milestone, too.
        #[arg(long)]
        copy: bool,
    },
    /// Judge anew whether pieces of evidence speak for or against.
    Stance {
        /// supports, contradicts or mentions.
        stance: String,
        #[arg(required = true)]
        evidence: Vec<i64>,
    },
    /// Take pieces of evidence away.
    Remove {
        #[arg(required = true)]
        evidence: Vec<i64>,
    },
    /// Accept pieces of evidence for briefings.
    Accept {
        #[arg(required = true)]
        evidence: Vec<i64>,
    },
    /// Say how far a milestone has come: on passages attached to it, or on your judgement.
    Status {
        /// The milestone, by slug or id.
        milestone: String,
        /// The step of the ladder, by its id or its words.
        step: String,
        /// Since when it is so: EDTF or words such as "autumn 2019?"; by today without it.
        #[arg(long, value_name = "DATE")]
        since: Option<String>,
        /// A passage that says so, by its id in `milestones MILESTONE`.
        #[arg(long, required_unless_present = "judgement", conflicts_with = "judgement")]
        evidence: Vec<i64>,
        /// Why you judge so, where no passage says it.
        #[arg(long, value_name = "REASON")]
        judgement: Option<String>,
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

#[derive(Args, Debug)]
pub(crate) struct AttachFound {
    /// The milestone, by slug or id.
    pub milestone: String,
    /// What to look for, as `search` reads it.
    pub query: String,
    #[command(flatten)]
    pub narrow: Narrow,
    /// Look for names in the letters they are typed in only.
    #[arg(long)]
    pub as_typed: bool,
    /// The best so many articles.
    #[arg(long, default_value_t = 20)]
    pub limit: u32,
    /// Sentences of each article.
    #[arg(long, default_value_t = 1)]
    pub sentences: u32,
    /// supports, contradicts or mentions.
    #[arg(long, default_value = "supports")]
    pub stance: String,
    /// What of the milestone they are evidence of: milestone, date, who or status.
    #[arg(long, default_value = "milestone")]
    pub proves: String,
    /// Tell which passages would be attached and why, changing nothing.
    #[arg(long)]
    pub dry_run: bool,
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
    /// With --into: the step of the ladder the passages prove, by its id or its words.
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
