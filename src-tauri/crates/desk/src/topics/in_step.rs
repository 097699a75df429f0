//! Suggestions kept in step with the codebook: made anew for the topics that changed since theirs were made.
//!
//! Which those are is kept in the dossier, as a hash of what each topic's suggestions were made by: an edit, an undo, a program
//! closed halfway and a newer reading of terms all show in it.

use std::sync::atomic::Ordering;

use chancery_model::{Topic, TopicId};
use chancery_store::{Deriver, TopicRow};
use chancery_text::Matcher;
use sha2::{Digest as _, Sha256};

use crate::learning::Plan;
use crate::{Desk, Progress, Result, Step};

/// How terms are found and weighed. Raised when the same terms would give other suggestions.
const READING: u32 = 1;

/// Articles read at once.
const AT_ONCE: u32 = 200;

impl Desk {
    /// Whether the codebook may have changed since suggestions were last made, or decisions wait to be learned from.
    #[must_use]
    pub fn suggestions_wait(&self) -> bool {
        self.codebook.load(Ordering::SeqCst) != self.suggested.load(Ordering::SeqCst) || self.learning_waits()
    }

    /// Makes the suggestions anew of the topics that changed since theirs were made; how many those are. Cancelled or failed,
    /// it leaves them until the codebook changes next or the dossier is opened.
    ///
    /// # Errors
    /// When the dossier can't be read or written.
    pub fn suggest_anew(&self, progress: &mut Progress<'_>) -> Result<usize> {
        let _working = self.suggesting();
        loop {
            let codebook = self.codebook.load(Ordering::SeqCst);
            let made = self.suggest_changed(codebook, progress);
            // Neither made nor left: the codebook changed on the way.
            if let Ok(None) = made {
                continue;
            }
            self.suggested.store(codebook, Ordering::SeqCst);
            // Decisions may have moved with their topics.
            self.look_for_learning()?;
            return made.map(Option::unwrap_or_default);
        }
    }

    /// `None` where the codebook changed on the way.
    fn suggest_changed(&self, codebook: u64, progress: &mut Progress<'_>) -> Result<Option<usize>> {
        let changed = self.out_of_step()?;
        if self.suggest(&changed, codebook, progress)? {
            self.note_in_step(&changed)?;
        } else if !progress.cancel().is_cancelled() {
            return Ok(None);
        }
        Ok(Some(changed.len()))
    }

    /// Topics whose suggestions were made by other terms than they have now.
    fn out_of_step(&self) -> Result<Vec<TopicRow>> {
        let (rows, made_by) = self.read(|reader| Ok((reader.topics()?, reader.suggested_by()?)))?;
        let changed = |row: &TopicRow| made_by.get(&row.id) != Some(&hash(&row.topic));
        Ok(rows.into_iter().filter(changed).collect())
    }

    /// Notes that the suggestions of these topics are made by what they are.
    fn note_in_step(&self, rows: &[TopicRow]) -> Result<()> {
        if rows.is_empty() {
            return Ok(());
        }
        Ok(self.store.derive(|deriver: &Deriver<'_>| {
            rows.iter().try_for_each(|row| deriver.set_suggested_by(row.id, hash(&row.topic)))
        })?)
    }

    /// Notes that every topic's suggestions are made by what it is: they came in with the articles.
    pub(crate) fn all_in_step(&self) -> Result<()> {
        let rows = self.read(|reader| reader.topics())?;
        self.note_in_step(&rows)
    }

    /// Makes the suggestions of `rows` anew, unless it is cancelled or the codebook changes on the way.
    fn suggest(&self, rows: &[TopicRow], codebook: u64, progress: &mut Progress<'_>) -> Result<bool> {
        let ids: Vec<TopicId> = rows.iter().filter(|row| !row.topic.group).map(|row| row.id).collect();
        let (plans, hash) = self.plans_of(&ids)?;
        // Without terms a topic is suggested by what it learned, or not at all.
        let is_asked = |row: &&TopicRow| {
            !row.topic.terms.is_empty() || plans.iter().any(|plan| plan.topic == row.id && plan.learned())
        };
        let (asked, silent): (Vec<&TopicRow>, Vec<&TopicRow>) =
            rows.iter().partition(|row| !row.topic.group && is_asked(row));
        self.store.derive(|deriver| silent.iter().try_for_each(|row| deriver.withdraw_all(row.id)))?;
        if asked.is_empty() {
            return Ok(true);
        }
        // The terms are what they were: no text is read again.
        if self.is_kept(hash, plans.iter().any(Plan::learned))? {
            let stopped =
                || progress.cancel().is_cancelled() || self.codebook.load(Ordering::SeqCst) != codebook;
            return self.suggest_by(&plans, &*self.matcher()?, &stopped);
        }
        let topics: Vec<Topic> = asked.into_iter().map(|row| row.topic.clone()).collect();
        let matcher = Matcher::new(&topics);
        let total = self.read(|reader| reader.count_articles())?;
        let total = usize::try_from(total).unwrap_or(usize::MAX);
        let (mut done, mut after) = (0, None);
        loop {
            let articles = self.read(|reader| reader.article_ids(after, AT_ONCE))?;
            let Some(&last) = articles.last() else { return Ok(true) };
            done += articles.len();
            self.suggest_changed_topics(&articles, &plans, &matcher, hash)?;
            if !progress.step(Step { done, total, ..Step::default() })
                || self.codebook.load(Ordering::SeqCst) != codebook
            {
                return Ok(false);
            }
            after = Some(last);
        }
    }
}

/// Of what suggesting depends on.
fn hash(topic: &Topic) -> i64 {
    let mut hash = Sha256::new_with_prefix(READING.to_le_bytes());
    hash.update([u8::from(topic.group)]);
    hash.update(topic.threshold.to_le_bytes());
    for term in &topic.terms {
        for word in [&term.language.code(), &term.kind.id(), &term.text] {
            hash.update(word.len().to_le_bytes());
            hash.update(word);
        }
        hash.update(term.weight.to_le_bytes());
    }
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&hash.finalize()[..8]);
    i64::from_le_bytes(bytes)
}
