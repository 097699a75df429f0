//! Copies and reprints: every article is compared with all others as it comes in, and stands under the story it repeats. Nothing
//! of it is journaled, and no article is ever dropped for being a copy.

mod compare;
mod compared;
mod place;

use std::collections::{HashMap, HashSet};

use chancery_model::ArticleId;
use chancery_text::copies::{COPIES_VERSION, Fingerprint};

pub use compare::{Alike, Story, Telling};
pub(crate) use compared::Compared;
pub use place::{Placed, Relation};

use crate::{Desk, Progress, Result, Step};

/// Whether imports' reports learn which articles, compared for the first time, repeat another. What is compared anew was told
/// as it came in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reports {
    Told,
    Left,
}

/// Articles compared in one transaction while all are compared anew.
const AT_ONCE: usize = 200;

impl Desk {
    /// Puts articles into their stories: those that came in, went to the bin or came back, or whose date changed. Tells where
    /// those out of the bin stand now, in the order given.
    ///
    /// # Errors
    /// When the dossier can't be read or written; they are placed when it is opened next.
    pub fn place_in_stories(&self, articles: &[ArticleId]) -> Result<Vec<Placed>> {
        self.place_some(articles, HashMap::new(), Reports::Told)
    }

    /// The same for what an import brings, whose fingerprints are known already from the reading.
    pub(crate) fn place_read(
        &self,
        articles: &[ArticleId],
        known: HashMap<ArticleId, Fingerprint>,
    ) -> Result<()> {
        self.place_some(articles, known, Reports::Told).map(drop)
    }

    fn place_some(
        &self,
        articles: &[ArticleId],
        known: HashMap<ArticleId, Fingerprint>,
        reports: Reports,
    ) -> Result<Vec<Placed>> {
        if articles.is_empty() {
            return Ok(Vec::new());
        }
        let mut compared = self.compared();
        let placed = self.compare_and_place(&mut compared, articles, known, reports);
        if placed.is_err() {
            // It may hold texts that the dossier does not.
            *compared = None;
        }
        placed
    }

    fn compare_and_place(
        &self,
        compared: &mut Option<Compared>,
        articles: &[ArticleId],
        mut known: HashMap<ArticleId, Fingerprint>,
        reports: Reports,
    ) -> Result<Vec<Placed>> {
        let mut news = Vec::new();
        for article in self.read(|reader| reader.without_fingerprint(articles))? {
            let fingerprint = match known.remove(&article) {
                Some(fingerprint) => fingerprint,
                None => self.fingerprint(article)?,
            };
            news.push((article, fingerprint));
        }
        let fingerprints: Vec<_> =
            news.iter().map(|(article, fingerprint)| (*article, fingerprint.words())).collect();
        let found = match news.is_empty() {
            true => Vec::new(),
            false => self.compare(compared, news)?,
        };
        self.store.derive(|deriver| {
            for &(article, words) in &fingerprints {
                deriver.set_fingerprint(article, words)?;
            }
            for (words, alike) in &found {
                deriver.add_likenesses(*words, alike)?;
            }
            let kin = deriver.kin(articles)?;
            let placed = place::place(&kin);
            for (member, placed) in kin.members.iter().zip(&placed) {
                if member.story != placed.group {
                    deriver.set_story(member.article, placed.group)?;
                }
            }
            // Too short to compare, or in the bin: on their own.
            let mut told = Vec::with_capacity(articles.len());
            let stands: HashMap<ArticleId, Placed> =
                placed.iter().map(|one| (one.placed.article, one.placed)).collect();
            for &article in articles {
                match stands.get(&article) {
                    Some(placed) => told.push(*placed),
                    None => {
                        deriver.set_story(article, None)?;
                        told.push(Placed { article, story: article, relation: Relation::New });
                    }
                }
            }
            deriver.note_placed(articles)?;
            // With the comparing, or what ends the program in between would leave the report without it.
            if reports == Reports::Told {
                let again = told.iter().filter(|placed| placed.relation != Relation::New);
                let again = again.map(|placed| placed.article);
                let new: HashSet<ArticleId> = fingerprints.iter().map(|(article, _)| *article).collect();
                deriver.set_reprints(&again.filter(|article| new.contains(article)).collect::<Vec<_>>())?;
            }
            Ok(told)
        })
    }

    /// After an operation that stands already: what fails here is made up for when the dossier is opened next.
    pub(crate) fn keep_in_stories(&self, articles: &[ArticleId]) {
        let _ = self.place_in_stories(articles);
    }

    /// Places what is out of step with its article: what an older Chancery brought in, or a crash left.
    pub(crate) fn bring_stories_up_to_date(&self, progress: &mut Progress<'_>) -> Result<()> {
        if self.read(|reader| reader.stories_version())? != COPIES_VERSION {
            return self.compare_anew(progress);
        }
        let rest = self.read(|reader| reader.articles_out_of_step())?;
        self.place_all(&rest, progress, Reports::Told)
    }

    /// Compares all articles anew. Cancelled, it goes on when the dossier is opened next.
    ///
    /// # Errors
    /// When the dossier can't be read or written.
    pub fn compare_anew(&self, progress: &mut Progress<'_>) -> Result<()> {
        *self.compared() = None;
        self.store.derive(|deriver| deriver.forget_stories(COPIES_VERSION))?;
        let all = self.read(|reader| reader.articles_out_of_step())?;
        self.place_all(&all, progress, Reports::Left)
    }

    fn place_all(&self, articles: &[ArticleId], progress: &mut Progress<'_>, reports: Reports) -> Result<()> {
        let mut done = 0;
        for some in articles.chunks(AT_ONCE) {
            self.place_some(some, HashMap::new(), reports)?;
            done += some.len();
            if !progress.step(Step { done, total: articles.len(), ..Step::default() }) {
                break;
            }
        }
        Ok(())
    }

    fn fingerprint(&self, article: ArticleId) -> Result<Fingerprint> {
        let read = self.read(|reader| reader.readable(article))?;
        Ok(Fingerprint::of(&read.text, &read.furniture))
    }
}
