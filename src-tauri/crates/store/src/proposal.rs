//! Proposals of milestones: the dated passages they stand on, which are derived, and what the analyst decided on them.

use std::collections::BTreeMap;

use chancery_model::{
    Anchor, ArticleId, DateAnchor, DateMention, DatedId, Edtf, MilestoneId, ProposalDecisionId,
    ProposalVerdict, Span,
};
use rusqlite::{OptionalExtension as _, Row};

use crate::{
    Deriver, Error, Moment, Readable, Reader, Result, Writer, access::one_row, article, milestone, row,
};

/// A dated sentence that may tell of a milestone.
#[derive(Clone, Debug, PartialEq)]
pub struct DatedPassage {
    /// The sentence.
    pub span: Span,
    /// The date it is about.
    pub date: Edtf,
    /// Where that stands.
    pub date_span: Span,
    /// What the date was counted from.
    pub anchor: DateAnchor,
    /// The cues found, each with where.
    pub cues: Vec<(String, Span)>,
    /// Its stems, as whoever counted them keeps them.
    pub stems: Vec<u8>,
    /// Hashes of its numbers and names, ascending.
    pub marks: Vec<u32>,
}

/// A dated passage of an article that is not in the bin.
#[derive(Clone, Debug, PartialEq)]
pub struct DatedRow {
    /// Its id in this file, until the article is read anew.
    pub id: DatedId,
    /// Of which article.
    pub article: ArticleId,
    /// The earliest article that tells the same, maybe itself; `None` where it stands alone.
    pub story: Option<ArticleId>,
    /// When the article was published; `None` where unknown.
    pub published: Option<Edtf>,
    /// When it was put off, if it was.
    pub skipped_at: Option<Moment>,
    /// The passage.
    pub passage: DatedPassage,
}

/// An article whose dated passages are not read, or by what is no longer so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undated {
    /// Which.
    pub article: ArticleId,
    /// It was read as one published on another day, or in another language: its dates are to be read anew.
    pub redated: bool,
}

/// A decision in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposalDecision {
    /// Its id: decisions have them in the order they were made in.
    pub id: ProposalDecisionId,
    /// What was decided.
    pub verdict: ProposalVerdict,
    /// The milestone that came of it, or took the evidence.
    pub milestone: Option<MilestoneId>,
    /// The passages it was decided on, that by which it was called first.
    pub passages: Vec<(ArticleId, Span)>,
}

impl Reader<'_> {
    /// Articles after `after` out of the bin that are to be read by this version, at most `limit`.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn undated(&self, version: u32, after: ArticleId, limit: u32) -> Result<Vec<Undated>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT a.id, r.article_id IS NOT NULL AND (r.published IS NOT a.published OR r.language IS NOT a.language) \
                 FROM article a LEFT JOIN dated_read r ON r.article_id = a.id WHERE a.id > ?2 AND a.removed_by IS NULL \
                 AND (r.version IS NOT ?1 OR r.published IS NOT a.published OR r.language IS NOT a.language) \
                 ORDER BY a.id LIMIT ?3",
            )?;
            let rows = statement.query_map((version, after.0, limit), |row| {
                Ok(Undated { article: ArticleId(row.get(0)?), redated: row.get(1)? })
            })?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// What dated passages are found in: title, text, furniture and language of an article, and the dates named in it.
    ///
    /// # Errors
    /// `NoSuch`; `Damaged`.
    pub fn dated_text(&self, id: ArticleId) -> Result<(Readable, Vec<DateMention>)> {
        self.within(|conn| {
            let read = article::readable(conn, id)?.ok_or_else(|| Error::no_such("article", id))?;
            Ok((read, article::date_mentions(conn, id)?))
        })
    }

    /// All dated passages of articles out of the bin, by the day of the article; those undated come last.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn dated_passages(&self) -> Result<Vec<DatedRow>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT p.id, p.article_id, a.story_id, a.published, p.skipped_at, p.span_start, p.span_end, p.date, \
                 p.date_start, p.date_end, p.anchor, p.cues, p.stems, p.marks FROM dated_passage p \
                 JOIN article a ON a.id = p.article_id WHERE a.removed_by IS NULL \
                 ORDER BY a.published_from IS NULL, a.published_from, a.id, p.span_start",
            )?;
            let rows = statement.query_map((), dated_row)?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// The decisions on proposals, in the order they were made in.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn proposal_decisions(&self) -> Result<Vec<ProposalDecision>> {
        self.within(|conn| {
            let mut passages: BTreeMap<i64, Vec<(ArticleId, Span)>> = BTreeMap::new();
            let mut statement = conn.prepare_cached(
                "SELECT decision_id, article_id, span_start, span_end FROM proposal_passage ORDER BY id",
            )?;
            let mut rows = statement.query(())?;
            while let Some(row) = rows.next()? {
                passages.entry(row.get(0)?).or_default().push((ArticleId(row.get(1)?), row::span(row, 2)?));
            }
            let mut statement =
                conn.prepare_cached("SELECT id, verdict, milestone_id FROM proposal_decision ORDER BY id")?;
            let rows = statement.query_map((), |row| {
                let id: i64 = row.get(0)?;
                Ok(ProposalDecision {
                    id: ProposalDecisionId(id),
                    verdict: row::word(row, 1, ProposalVerdict::from_id)?,
                    milestone: row.get::<_, Option<i64>>(2)?.map(MilestoneId),
                    passages: passages.remove(&id).unwrap_or_default(),
                })
            })?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }
}

impl Writer<'_> {
    /// Decides on a proposal that stands on these passages.
    ///
    /// # Errors
    /// `NoSuch`; `Refused` without a passage, or where one's words are not at its place.
    pub fn decide_proposal(
        &self,
        verdict: ProposalVerdict,
        of: Option<MilestoneId>,
        passages: &[(ArticleId, Anchor)],
    ) -> Result<ProposalDecisionId> {
        self.within(|conn| {
            if passages.is_empty() {
                return Err(Error::refused("a decision on a proposal without a passage"));
            }
            if let Some(id) = of {
                milestone::must_exist(conn, id)?;
            }
            conn.prepare_cached(
                "INSERT INTO proposal_decision (uid, verdict, milestone_id, decided_at) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute((self.uid().0, verdict.id(), of.map(|id| id.0), self.at().0))?;
            let decision = conn.last_insert_rowid();
            let mut statement = conn.prepare_cached(
                "INSERT INTO proposal_passage (decision_id, article_id, span_start, span_end, exact) \
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?;
            for (id, anchor) in passages {
                article::must_exist(conn, *id)?;
                let (start, end) = (anchor.span.start, anchor.span.end);
                statement.execute((decision, id.0, start, end, &anchor.exact))?;
            }
            Ok(ProposalDecisionId(decision))
        })
    }
}

impl Deriver<'_> {
    /// Replaces the dated passages of an article, read by this version as it is dated and in its language now.
    ///
    /// # Errors
    /// `NoSuch` where there is no such article.
    pub fn put_dated(&self, article: ArticleId, version: u32, passages: &[DatedPassage]) -> Result<()> {
        self.within(|conn| {
            let known: Option<(Option<String>, Option<String>)> = conn
                .prepare_cached("SELECT published, language FROM article WHERE id = ?1")?
                .query_row([article.0], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()?;
            let (published, language) = known.ok_or_else(|| Error::no_such("article", article))?;
            conn.prepare_cached("DELETE FROM dated_passage WHERE article_id = ?1")?.execute([article.0])?;
            let mut statement = conn.prepare_cached(
                "INSERT INTO dated_passage (article_id, span_start, span_end, date, date_start, date_end, anchor, cues, stems, \
                 marks) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            )?;
            for one in passages {
                let marks: Vec<u8> = one.marks.iter().flat_map(|mark| mark.to_le_bytes()).collect();
                statement.execute((
                    article.0,
                    one.span.start,
                    one.span.end,
                    one.date.to_string(),
                    one.date_span.start,
                    one.date_span.end,
                    one.anchor.id(),
                    cue_words(&one.cues),
                    &one.stems,
                    marks,
                ))?;
            }
            conn.prepare_cached(
                "INSERT OR REPLACE INTO dated_read (article_id, version, published, language) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute((article.0, version, published, language))?;
            Ok(())
        })
    }

    /// Forgets that articles were read for dated passages.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn forget_dated(&self, articles: &[ArticleId]) -> Result<()> {
        self.within(|conn| {
            conn.prepare_cached(
                "UPDATE dated_read SET version = 0 WHERE article_id IN (SELECT value FROM json_each(?1))",
            )?
            .execute([row::id_list(articles.iter().map(|id| id.0))])?;
            Ok(())
        })
    }

    /// Puts a proposal off, or with `None` back into its place. No operation: undo takes back decisions.
    ///
    /// # Errors
    /// `NoSuch`.
    pub fn skip_dated(&self, id: DatedId, at: Option<Moment>) -> Result<()> {
        self.within(|conn| {
            let touched = conn
                .prepare_cached("UPDATE dated_passage SET skipped_at = ?2 WHERE id = ?1")?
                .execute((id.0, at.map(|at| at.0)))?;
            one_row(touched, "proposal", id)
        })
    }
}

fn cue_words(cues: &[(String, Span)]) -> String {
    let words: Vec<String> =
        cues.iter().map(|(id, span)| format!("{id} {} {}", span.start, span.end)).collect();
    words.join(";")
}

/// `None` for anything [`cue_words`] did not write.
fn cues(text: &str) -> Option<Vec<(String, Span)>> {
    let cue = |words: &str| {
        let mut parts = words.split(' ');
        let (id, start, end) = (parts.next()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some((id.to_owned(), Span::new(start, end)))
    };
    text.split(';').filter(|words| !words.is_empty()).map(cue).collect()
}

fn dated_row(row: &Row<'_>) -> rusqlite::Result<DatedRow> {
    let marks = row.get_ref(13)?.as_blob().unwrap_or_default().chunks_exact(4);
    Ok(DatedRow {
        id: DatedId(row.get(0)?),
        article: ArticleId(row.get(1)?),
        story: row.get::<_, Option<i64>>(2)?.map(ArticleId),
        published: row::edtf(row, 3)?,
        skipped_at: row.get::<_, Option<i64>>(4)?.map(Moment),
        passage: DatedPassage {
            span: row::span(row, 5)?,
            date: row::word(row, 7, |text| Edtf::parse(text).ok())?,
            date_span: row::span(row, 8)?,
            anchor: row::word(row, 10, article::date_anchor)?,
            cues: row::word(row, 11, cues)?,
            stems: row.get(12)?,
            marks: marks.filter_map(|mark| Some(u32::from_le_bytes(mark.try_into().ok()?))).collect(),
        },
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::testing::{AT, Bench, three};
    use chancery_model::{CodePoints, OperationKind};

    fn passage() -> DatedPassage {
        DatedPassage {
            span: Span::new(0, 7),
            date: Edtf::parse("2021-09").unwrap(),
            date_span: Span::new(2, 5),
            anchor: DateAnchor::Stated,
            cues: vec![("sign".to_owned(), Span::new(0, 2)), ("treaty".to_owned(), Span::new(3, 5))],
            stems: vec![1, 2, 3],
            marks: vec![7, 70_000],
        }
    }

    #[test]
    fn an_article_is_read_once_until_its_date_language_or_the_version_is_another() {
        let bench = Bench::new();
        let ids = bench.import(&three());
        let undated = |version| bench.store.read(|r| r.undated(version, ArticleId(0), 10)).unwrap();
        assert_eq!(undated(1).len(), 3);
        for &id in &ids {
            bench.store.derive(|d| d.put_dated(id, 1, &[passage()])).unwrap();
        }
        assert_eq!(undated(1), []);
        assert_eq!(undated(2).iter().filter(|one| one.redated).count(), 0);
        assert_eq!(undated(2).len(), 3);
        bench
            .store
            .writer()
            .unwrap()
            .execute("UPDATE article SET published = '2020' WHERE id = ?1", [ids[1].0])
            .unwrap();
        assert_eq!(undated(1), [Undated { article: ids[1], redated: true }]);
        bench.store.derive(|d| d.forget_dated(&ids[..1])).unwrap();
        assert_eq!(undated(1)[0], Undated { article: ids[0], redated: false });
        bench.sound();
    }

    #[test]
    fn what_was_read_comes_back_and_that_of_the_bin_does_not() {
        let bench = Bench::new();
        let ids = bench.import(&three());
        bench.store.derive(|d| d.put_dated(ids[0], 1, &[passage()])).unwrap();
        let rows = || bench.store.read(|r| r.dated_passages()).unwrap();
        assert_eq!(rows().len(), 1);
        assert_eq!((rows()[0].article, &rows()[0].passage), (ids[0], &passage()));
        bench.store.derive(|d| d.skip_dated(rows()[0].id, Some(AT))).unwrap();
        assert_eq!(rows()[0].skipped_at, Some(AT));
        bench.perform(OperationKind::RemoveArticles, |tx| tx.remove_articles(&ids[..1]));
        assert_eq!(rows(), []);
    }

    #[test]
    fn a_decision_is_journaled_and_undone_and_goes_with_its_article() {
        let bench = Bench::new();
        let ids = bench.import(&three());
        let text = bench.store.read(|r| r.readable(ids[0])).unwrap().text;
        let anchor = Anchor::take(&CodePoints::new(&text), Span::new(0, 7)).unwrap();
        let decided = || bench.store.read(|r| r.proposal_decisions()).unwrap();
        bench.perform(OperationKind::DecideProposal, |tx| {
            tx.decide_proposal(ProposalVerdict::Rejected, None, &[(ids[0], anchor.clone())])
        });
        assert_eq!(decided()[0].passages, [(ids[0], Span::new(0, 7))]);
        bench.sound();
        bench.store.undo(AT).unwrap();
        assert_eq!(decided(), []);
        bench.store.redo(AT).unwrap();
        assert_eq!(decided().len(), 1);
        bench.perform(OperationKind::RemoveArticles, |tx| tx.remove_articles(&ids[..1]));
        bench.store.empty_bin(AT).unwrap();
        assert_eq!(decided()[0].passages, []);
        bench.sound();
    }
}
