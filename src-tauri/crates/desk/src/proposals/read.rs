//! Reads articles for dated passages: each once, until its date, its words or the cues are others.

use std::sync::PoisonError;
use std::sync::atomic::Ordering;

use chancery_model::{ArticleId, DateMention};
use chancery_store::{DatedPassage, Undated};
use chancery_text::cues::{CUES_VERSION, CuedSentence, cue, cued, weigh};

use crate::{Desk, Progress, Result, Step, inspect};

/// Articles read and written in one transaction.
const AT_ONCE: u32 = 200;
/// Of an article so many passages are kept, the surest: one of hundreds is a chronicle, and would drown the rest.
const OF_ONE: usize = 12;
/// What is less sure is not kept: no learning lifts it far enough.
const KEPT_FROM: f64 = 0.4;

/// What was read of an article, with its dates where those were read anew.
type Read = (ArticleId, Vec<DatedPassage>, Option<Vec<DateMention>>);

impl Desk {
    /// Whether there may be articles to read for proposals.
    #[must_use]
    pub fn proposals_wait(&self) -> bool {
        self.proposing.unread.load(Ordering::SeqCst) && !self.store.is_read_only()
    }

    /// Reads the articles that were not read for proposals yet, or are dated otherwise since; how many. Cancelled or failed, it leaves
    /// the rest until articles change or the dossier is opened; it makes way where suggestions are to be made anew meanwhile.
    ///
    /// # Errors
    /// When the dossier can't be read or written.
    pub fn read_dated(&self, progress: &mut Progress<'_>) -> Result<usize> {
        let _working = self.proposing.work.lock().unwrap_or_else(PoisonError::into_inner);
        if !self.proposing.unread.swap(false, Ordering::SeqCst) {
            return Ok(0);
        }
        self.read_undated(progress)
    }

    fn read_undated(&self, progress: &mut Progress<'_>) -> Result<usize> {
        let total = usize::try_from(self.read(|reader| reader.count_articles())?).unwrap_or(usize::MAX);
        let (mut after, mut done) = (ArticleId(0), 0);
        let waited = self.suggestions_wait();
        loop {
            let batch = self.read(|reader| reader.undated(CUES_VERSION, after, AT_ONCE))?;
            let Some(last) = batch.last() else { break };
            after = last.article;
            let read = batch.iter().map(|one| self.dated_of(one)).collect::<Result<Vec<Read>>>()?;
            self.store.derive(|deriver| {
                for (article, passages, dates) in &read {
                    if let Some(dates) = dates {
                        deriver.set_date_mentions(*article, dates)?;
                    }
                    deriver.put_dated(*article, CUES_VERSION, passages)?;
                }
                Ok::<_, chancery_store::Error>(())
            })?;
            done += batch.len();
            if !progress.step(Step { done: done.min(total), total, ..Step::default() }) {
                break;
            }
            if !waited && self.suggestions_wait() {
                self.proposing.unread.store(true, Ordering::SeqCst);
                break;
            }
        }
        if done > 0 {
            self.proposing.forget();
        }
        Ok(done)
    }

    fn dated_of(&self, one: &Undated) -> Result<Read> {
        let (article, mut dates) = self.read(|reader| reader.dated_text(one.article))?;
        if one.redated {
            dates = inspect::mentions(&self.read(|reader| reader.article(one.article))?);
        }
        let found = cued(&article.text, &article.furniture, article.language, &dates);
        Ok((one.article, surest(found), one.redated.then_some(dates)))
    }

    /// Forgets what was read of articles whose words are no longer what they were.
    pub(crate) fn forget_dated(&self, articles: &[ArticleId]) -> Result<()> {
        self.store.derive(|deriver| deriver.forget_dated(articles))?;
        self.proposing.articles_changed();
        Ok(())
    }
}

fn surest(found: Vec<CuedSentence>) -> Vec<DatedPassage> {
    let scored = found.into_iter().filter_map(|sentence| {
        let date = sentence.date.value.clone()?;
        let cues = sentence.cues.iter().filter_map(|hit| cue(hit.id)).map(|cue| (cue, cue.weight));
        let score = weigh(cues, &date);
        let passage = DatedPassage {
            span: sentence.span,
            date,
            date_span: sentence.date.span,
            anchor: sentence.date.anchor,
            cues: sentence.cues.into_iter().map(|hit| (hit.id.to_owned(), hit.span)).collect(),
            stems: sentence.stems.bytes(),
            marks: sentence.marks,
        };
        (score >= KEPT_FROM).then_some((score, passage))
    });
    let mut scored: Vec<(f64, DatedPassage)> = scored.collect();
    scored.sort_by(|one, other| other.0.total_cmp(&one.0));
    scored.truncate(OF_ONE);
    let mut passages: Vec<DatedPassage> = scored.into_iter().map(|(_, passage)| passage).collect();
    passages.sort_by_key(|passage| passage.span.start);
    passages
}
