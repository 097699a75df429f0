//! What was measured of one size, as JSON and as a table.

use std::fmt;

use serde::Serialize;

use super::{ask, bring::Brought, raw, recoll};
use crate::generate::corpus::Corpus;

#[derive(Serialize)]
pub(super) struct Size {
    /// In hundredths.
    shares: Vec<(&'static str, usize)>,
    /// Warm ones of each kind.
    questions: usize,
    brought: Brought,
    desk: ask::Told,
    pub(super) raw: Option<raw::Told>,
    pub(super) recoll: Option<recoll::Told>,
}

impl Size {
    pub(super) fn new(brought: Brought, questions: usize, desk: ask::Told) -> Self {
        Self { shares: Corpus::shares().collect(), questions, brought, desk, raw: None, recoll: None }
    }

    /// Each kind with what FTS5 alone took.
    fn kinds(&self) -> impl Iterator<Item = (&ask::Asked, Option<&raw::Asked>)> {
        self.desk.kinds.iter().map(|kind| {
            let raw = self.raw.as_ref();
            (kind, raw.and_then(|raw| raw.kinds.iter().find(|other| other.name == kind.name)))
        })
    }
}

/// How the pass line reads: a first page in at most three times what FTS5 alone takes for its newest with snippets, the best
/// in no more than it takes for its own.
const PAGE_LINE: f64 = 3.0;

impl fmt::Display for Size {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Brought { articles, seed, text_megabytes, import, .. } = &self.brought;
        let shares: Vec<String> =
            self.shares.iter().map(|(language, share)| format!("{language} {share} %")).collect();
        writeln!(
            to,
            "\n{articles} articles, seed {seed}, {}, {text_megabytes:.0} MB of text",
            shares.join(", ")
        )?;
        writeln!(
            to,
            "  import   {:.1} s, {:.0} articles/s, {:.1} s computing, peak {:.0} MB; dossier {:.0} MB",
            import.seconds,
            *articles as f64 / import.seconds,
            import.cpu_seconds,
            import.peak_megabytes,
            import.dossier_megabytes
        )?;
        if let Some(raw) = &self.raw {
            writeln!(
                to,
                "  FTS5     {:.1} s, {:.0} articles/s; the import reaches {:.2} of it; the dossier is {:.2} × (text + packed originals {:.0} MB)",
                raw.seconds,
                *articles as f64 / raw.seconds,
                raw.seconds / import.seconds,
                import.dossier_megabytes / (text_megabytes + raw.originals_megabytes),
                raw.originals_megabytes
            )?;
        }
        let desk = &self.desk;
        writeln!(
            to,
            "  opening  {:.0} ms, first question {:.0} ms; tagging {} articles {:.0} ms, undoing it {:.0} ms; peak {:.0} MB",
            desk.opening, desk.first_question, desk.tagged, desk.bulk_tag, desk.undo, desk.peak_megabytes
        )?;
        let trends: Vec<String> = desk.trends.iter().map(ToString::to_string).collect();
        writeln!(to, "  trends   {} ms", trends.join("; "))?;
        if let Some(recoll) = &self.recoll {
            writeln!(to, "  recoll   {recoll}")?;
        }
        writeln!(
            to,
            "\n{:40} {:>22} {:>22} {:>22} {:>8} {:>10} | {:>20} {:>20} {:>8} {:>10} | line",
            "milliseconds (p50/p95/max)",
            "newest",
            "best",
            "count",
            "facets",
            "hits",
            "FTS5 newest",
            "bm25",
            "count",
            "hits"
        )?;
        for (kind, raw) in self.kinds() {
            let texts = [kind.newest, kind.best, kind.count].map(|times| times.to_string());
            let [newest, best, count] = texts;
            write!(
                to,
                "{:40} {newest:>22} {best:>22} {count:>22} {:>8.1} {:>10}",
                kind.name,
                kind.facets.p95,
                kind.hits.iter().sum::<u64>()
            )?;
            if let Some(raw) = raw {
                let page = kind.newest.p95 / raw.newest.p95;
                let (best, shown) = (kind.best.p95 / raw.best.p95, kind.best.p95 / raw.best_shown.p95);
                let mark = |holds: bool| if holds { "" } else { "!" };
                write!(
                    to,
                    " | {:>20} {:>20} {:>8.1} {:>10} | page {page:.1}{} best {best:.1}{} (with snippets {shown:.1})",
                    raw.newest.to_string(),
                    raw.best.to_string(),
                    raw.count.p95,
                    raw.hits.iter().sum::<u64>(),
                    mark(page <= PAGE_LINE),
                    mark(best <= 1.0)
                )?;
            }
            writeln!(to)?;
        }
        Ok(())
    }
}
