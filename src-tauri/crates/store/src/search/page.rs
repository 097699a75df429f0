//! A page of hits: the newest as the walk gives them, or the best of a window of the newest.

use std::ops::ControlFlow;

use chancery_model::ArticleId;
use rusqlite::Connection;

use super::{
    article_of,
    find::Understood,
    often::{self, Often},
    walk::{Stories, Walk, Way, With},
};
use crate::{ArticleFilter, Result, Total, columns::Columns, condition::Ids, lengths::Lengths, query::Query};

/// Ranking costs with every hit; of more than these the newest are ranked, and the others follow by day.
const RANKED: usize = if cfg!(test) { 8 } else { 50_000 };

/// Where few of the hits pass the conditions, the window that is ranked holds at most these.
const IN_WINDOW: usize = 2 * RANKED;

/// Hits counted on beyond a page that is full: the page does not wait for more.
const COUNTED_ON: u64 = if cfg!(test) { 4 } else { 200 };

/// Articles read beyond a page that is full.
const READ_ON: usize = if cfg!(test) { 1 } else { 50 };

/// A page of the ids of hits.
pub(crate) struct Answer {
    pub(crate) ids: Vec<ArticleId>,
    pub(crate) total: Total,
    /// So many, the newest, are in order of how well they answer; `None` where all are, or none was asked to be.
    pub(crate) ranked: Option<u64>,
    /// What the query was understood as, where that was found out on the way.
    pub(crate) understood: Option<Understood>,
}

impl Answer {
    /// What the filter's query is understood as; asked once.
    pub(crate) fn understood_of(&mut self, conn: &Connection, filter: &ArticleFilter) -> Result<Understood> {
        match self.understood.take() {
            Some(understood) => Ok(understood),
            None => Understood::of(conn, None, filter.query.as_ref().unwrap_or(&Query::default())),
        }
    }
}

/// A page of the hits of a filter; `None` where it takes SQL.
pub(crate) fn page(
    conn: &Connection,
    columns: &Columns,
    filter: &ArticleFilter,
    best_first: bool,
    offset: u64,
    limit: u32,
) -> Result<Option<Answer>> {
    let page = Page {
        ids: Vec::new(),
        to_skip: offset,
        limit: usize::try_from(limit).unwrap_or(usize::MAX),
        taken: 0,
    };
    let stories = if best_first { Stories::Beforehand } else { Stories::AsMet };
    Ok(match Way::of(conn, columns, filter, stories)? {
        None => None,
        Some(Way::Columns(test, understood)) => {
            let passing = columns.iter().filter(|(id, entry)| test.holds(*id, entry));
            // As the index of docids has them: those without a date last, and the later import first.
            let mut newest: Vec<_> =
                passing.map(|(id, entry)| (entry.days.map(|(first, _)| first), id)).collect();
            let total = Total::Exact(newest.len() as u64);
            let wanted = page.wanted();
            if wanted < newest.len() {
                newest.select_nth_unstable_by(wanted, |one, other| other.cmp(one));
                newest.truncate(wanted);
            }
            newest.sort_unstable_by(|one, other| other.cmp(one));
            let skipped = newest.into_iter().skip(usize::try_from(offset).unwrap_or(usize::MAX));
            let ids = skipped.map(|(_, id)| ArticleId(id)).collect();
            Some(Answer { ids, total, ranked: None, understood: Some(*understood) })
        }
        Some(Way::Index(walk)) => {
            let (page, total, ranked) = if best_first { walk.best(page) } else { walk.newest(page) }?;
            Some(Answer { ids: page.ids, total, ranked, understood: Some(walk.understood) })
        }
    })
}

struct Page {
    ids: Vec<ArticleId>,
    to_skip: u64,
    limit: usize,
    /// Hits passed over and kept.
    taken: u64,
}

impl Page {
    /// How many hits it takes to fill it.
    fn wanted(&self) -> usize {
        usize::try_from(self.to_skip).unwrap_or(usize::MAX).saturating_add(self.limit)
    }

    fn is_full(&self) -> bool {
        self.ids.len() >= self.limit
    }

    fn take(&mut self, id: i64) {
        match self.to_skip {
            0 if self.is_full() => return,
            0 => self.ids.push(ArticleId(id)),
            _ => self.to_skip -= 1,
        }
        self.taken += 1;
    }
}

type Paged = (Page, Total, Option<u64>);

impl Walk<'_> {
    fn newest(&self, mut page: Page) -> Result<Paged> {
        let total = self.go_on(i64::MAX, &mut page, 0)?;
        Ok((page, total, None))
    }

    /// Fills a page from a docid on downwards, and counts on for a while. `before` have been counted already.
    fn go_on(&self, from: i64, page: &mut Page, before: u64) -> Result<Total> {
        let (mut articles, mut counted_on, mut read_on, mut ended) = (before, 0, 0, true);
        self.each(from, With::Nothing, |hit| {
            if page.is_full() {
                let reads = usize::from(!hit.certain);
                if counted_on == COUNTED_ON || read_on + reads > READ_ON {
                    ended = false;
                    return Ok(ControlFlow::Break(()));
                }
                counted_on += 1;
                read_on += reads;
            }
            if hit.certain || self.answers(hit.id)? {
                articles += 1;
                page.take(hit.id);
            }
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(if ended { Total::Exact(articles) } else { Total::AtLeast(articles) })
    }

    /// The window of the newest hits, in order of how well they answer; what is older follows by day.
    fn best(&self, mut page: Page) -> Result<Paged> {
        let Some(mut window) = self.window()? else { return Ok((page, Total::Exact(0), None)) };
        if !self.is_wide {
            self.ask_how_often(&mut window)?;
        }
        let mut ranked = window.ranked(&often::take(), self.columns.lengths()?);
        let among = ranked.len() as u64;
        let wanted = page.wanted();
        // Of those in doubt an unknown number falls away, so that more than is wanted may have to be in order.
        if self.all_are_certain() && wanted < ranked.len() {
            ranked.select_nth_unstable_by(wanted, by_rank);
            ranked.truncate(wanted);
        }
        ranked.sort_unstable_by(by_rank);
        let mut left = ranked.into_iter();
        while !page.is_full() {
            let Some((_, docid)) = left.next() else { break };
            let id = article_of(docid);
            if window.certain.has(id) || self.answers(id)? {
                page.take(id);
            }
        }
        // Of those in doubt only the ones read are known to answer, and only when all were read how many do.
        let known = match (self.all_are_certain(), left.next()) {
            (true, _) => Total::Exact(among),
            (false, None) => Total::Exact(page.taken),
            (false, Some(_)) => Total::AtLeast(page.taken),
        };
        if window.is_all {
            return Ok((page, known, None));
        }
        let total = self.go_on(window.oldest - 1, &mut page, known.articles())?;
        let total = match known {
            Total::Exact(_) => total,
            _ => Total::AtLeast(total.articles()),
        };
        Ok((page, total, Some(among)))
    }

    /// The newest hits, so many that they can be ranked; `None` where there are none. Where few of them pass, their ranks are not
    /// asked yet: that is done for each the index finds.
    fn window(&self) -> Result<Option<Window>> {
        let mut window: Option<Window> = None;
        let (mut passed, mut walked_before) = (0, None);
        self.each(i64::MAX, if self.is_wide { With::Often } else { With::Nothing }, |hit| {
            let walked = hit.walked - *walked_before.get_or_insert(hit.walked);
            let window = window.get_or_insert_with(|| Window::from(hit.docid));
            if passed == RANKED || walked >= IN_WINDOW {
                window.is_all = false;
                return Ok(ControlFlow::Break(()));
            }
            passed += 1;
            window.oldest = hit.docid;
            if self.is_wide {
                window.hits.push((hit.docid, hit.kept));
            }
            if hit.certain {
                window.certain.add(hit.id);
            }
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(window)
    }

    /// Asks how often phrases stand in the hits of a window that pass.
    fn ask_how_often(&self, window: &mut Window) -> Result<()> {
        let mut statement = self.conn.prepare_cached(
            "SELECT rowid, how_often(search) FROM search WHERE search MATCH ?1 AND rowid >= ?2 AND rowid <= ?3",
        )?;
        let mut rows = statement.query((&self.matches, window.oldest, window.newest))?;
        let mut kept = 0;
        often::forget_from(0);
        while let Some(row) = rows.next()? {
            let docid: i64 = row.get(0)?;
            if self.passes(article_of(docid)) {
                kept = often::kept();
                window.hits.push((docid, kept));
            } else {
                often::forget_from(kept);
            }
        }
        Ok(())
    }
}

/// Docids of hits that are ranked against each other.
struct Window {
    oldest: i64,
    newest: i64,
    /// No hit is older.
    is_all: bool,
    certain: Ids,
    /// The docid of each, and where what is kept of it ends.
    hits: Vec<(i64, usize)>,
}

/// Constants of BM25, as FTS5 and Lucene have them.
const K1: f64 = 1.2;
const B: f64 = 0.75;

impl Window {
    fn from(newest: i64) -> Self {
        Self { oldest: newest, newest, is_all: true, certain: Ids::default(), hits: Vec::new() }
    }

    /// Each hit with how well it answers, the less the better: BM25, with the phrases counted among the hits of the window instead of
    /// among all articles.
    fn ranked(&mut self, often: &[Often], lengths: &Lengths) -> Vec<(f64, i64)> {
        let phrases = often.iter().map(|one| usize::from(one.phrase) + 1).max().unwrap_or(0);
        let mut having = vec![0.0_f64; phrases];
        for one in often {
            if let Some(articles) = having.get_mut(usize::from(one.phrase)) {
                *articles += 1.0;
            }
        }
        let all = lengths.articles() as f64;
        let weights: Vec<f64> = having
            .iter()
            .map(|articles| (1.0 + (all - articles + 0.5).max(0.5) / (articles + 0.5)).ln())
            .collect();
        let mut from = 0;
        let rank = |(docid, upto)| {
            let of_hit = often.get(std::mem::replace(&mut from, upto)..upto).unwrap_or_default();
            let saturated = K1 * (1.0 - B + B * lengths.beside_the_mean(article_of(docid)));
            let scores = of_hit.iter().map(|one| {
                let times = f64::from(one.times);
                let weight = weights.get(usize::from(one.phrase)).copied().unwrap_or_default();
                weight * times * (K1 + 1.0) / (times + saturated)
            });
            (-scores.sum::<f64>(), docid)
        };
        std::mem::take(&mut self.hits).into_iter().map(rank).collect()
    }
}

/// The better first, of equals the newer.
fn by_rank(one: &(f64, i64), other: &(f64, i64)) -> std::cmp::Ordering {
    one.0.total_cmp(&other.0).then_with(|| other.1.cmp(&one.1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The ranks of hits, each told by how long it is and how often each phrase stands in it.
    fn ranked<T: AsRef<[u16]>>(hits: &[(u32, T)]) -> Vec<(f64, i64)> {
        let mut lengths = Lengths::default();
        let mut window = Window::from(0);
        let mut often = Vec::new();
        for (id, (words, times)) in (1..).zip(hits) {
            lengths.set(id, *words);
            let told = (0..).zip(times.as_ref()).filter(|(_, times)| **times > 0);
            often.extend(told.map(|(phrase, times)| Often { phrase, times: *times }));
            window.hits.push((id, often.len()));
        }
        window.ranked(&often, &lengths)
    }

    fn best(hits: &[(u32, &[u16])]) -> i64 {
        ranked(hits).into_iter().min_by(by_rank).map_or(0, |(_, id)| id)
    }

    #[test]
    fn who_says_it_more_often_in_fewer_words_is_first_and_a_rare_phrase_weighs_more() {
        assert_eq!(best(&[(300, &[1]), (300, &[3]), (300, &[2])]), 2);
        assert_eq!(best(&[(900, &[2]), (900, &[2]), (200, &[2])]), 3);
        assert_eq!(best(&[(300, &[2, 0]), (300, &[2, 0]), (300, &[0, 2]), (300, &[2, 0])]), 3);
        assert_eq!(best(&[(300, &[9, 0]), (300, &[3, 1]), (300, &[9, 0])]), 2);
        assert_eq!(best(&[(300, &[2]), (300, &[2])]), 2, "of equals the newer");
        assert_eq!(best(&[(0, &[1]), (0, &[2])]), 2, "nothing is known of lengths");
    }

    proptest! {
        /// Beside BM25 as it is defined, hit by hit.
        #[test]
        fn ranks_are_those_of_bm25(
            hits in proptest::collection::vec((1..900_u32, proptest::collection::vec(0..9_u16, 3)), 1..20)
        ) {
            let count = hits.len() as f64;
            let mean = hits.iter().map(|(words, _)| f64::from(*words)).sum::<f64>() / count;
            for ((rank, _), (words, times)) in ranked(&hits).into_iter().zip(&hits) {
                let score: f64 = times.iter().enumerate().map(|(phrase, times)| {
                    let having = hits.iter().filter(|(_, of_hit)| of_hit[phrase] > 0).count() as f64;
                    let weight = (1.0 + (count - having + 0.5) / (having + 0.5)).ln();
                    let times = f64::from(*times);
                    weight * times * 2.2 / (times + 1.2 * (0.25 + 0.75 * f64::from(*words) / mean))
                }).sum();
                prop_assert!((rank + score).abs() < 1e-9, "{rank} {score}");
            }
        }
    }
}
