//! What is kept of every article, so that suggesting anew reads no text: its stems, and what the rules say of it.

use std::collections::BTreeMap;

use chancery_model::{ArticleId, Reason, TopicId};
use chancery_store::{Deriver, Readable, ScoredArticle, TopicRow};
use chancery_text::learn::{Features, Prose};
use chancery_text::{ANALYSIS_VERSION, Matcher};
use sha2::{Digest as _, Sha256};

use super::suggest::Plan;
use super::together::stamp_of;
use super::{Kept, lesson::Subject};
use crate::{Desk, Progress, Result, Step};

/// Articles read and kept in one transaction.
const AT_ONCE: u32 = 200;

/// What the reading of articles is for.
pub(super) struct Reading<'a> {
    pub(super) codebook: i64,
    /// Whether stems are counted, too: where something is learned.
    pub(super) stems: bool,
    pub(super) matcher: &'a Matcher,
    pub(super) ids: &'a BTreeMap<String, TopicId>,
    pub(super) plans: &'a [Plan],
}

/// What is to be read about a text.
pub(super) fn prose(article: &Readable) -> Prose<'_> {
    Prose {
        title: &article.title,
        text: &article.text,
        furniture: &article.furniture,
        language: article.language,
    }
}

/// A hash of what the rules are made of: the terms, topic by topic.
pub(super) fn codebook_of(topics: &[TopicRow]) -> i64 {
    let mut with_terms: Vec<&TopicRow> = topics.iter().filter(|row| !row.topic.terms.is_empty()).collect();
    with_terms.sort_by_key(|row| row.id);
    let mut hash = Sha256::new();
    for row in with_terms {
        hash.update(row.id.0.to_le_bytes());
        hash.update(row.topic.terms.len().to_le_bytes());
        for term in &row.topic.terms {
            for word in [&term.language.code(), &term.kind.id(), &term.text] {
                hash.update(word.len().to_le_bytes());
                hash.update(word);
            }
            hash.update(term.weight.to_le_bytes());
        }
    }
    stamp_of(hash)
}

impl Desk {
    /// Keeps what is not kept yet of all articles and suggests topics for those; `false` where it was cancelled.
    pub(super) fn keep_features(&self, reading: &Reading<'_>, progress: &mut Progress<'_>) -> Result<bool> {
        let wanted = Kept { codebook: reading.codebook, stems: reading.stems };
        let enough = |kept: &Kept| kept.codebook == wanted.codebook && (kept.stems || !wanted.stems);
        if self.learning.kept().as_ref().is_some_and(enough) {
            return Ok(true);
        }
        let total = self.read(|reader| reader.count_articles())?;
        let total = usize::try_from(total).unwrap_or(usize::MAX);
        let analysis = reading.stems.then_some(ANALYSIS_VERSION);
        let (mut after, mut done) = (ArticleId(0), 0);
        loop {
            let batch =
                self.read(|reader| reader.without_features(reading.codebook, analysis, after, AT_ONCE))?;
            let Some(&(last, _)) = batch.last() else { break };
            self.keep_batch(reading, &batch)?;
            (after, done) = (last, done + batch.len());
            if !progress.step(Step { done: done.min(total), total, ..Step::default() }) {
                return Ok(false);
            }
        }
        *self.learning.kept() = Some(wanted);
        Ok(true)
    }

    fn keep_batch(&self, reading: &Reading<'_>, batch: &[(ArticleId, bool)]) -> Result<()> {
        let mut read = Vec::with_capacity(batch.len());
        for &(id, by_another) in batch {
            let article = self.read(|reader| reader.readable(id))?;
            let weighed =
                reading.matcher.weigh(&article.title, &article.text, &article.furniture, article.language);
            let rules = weighed
                .iter()
                .filter_map(|one| Some((*reading.ids.get(&one.suggestion.topic)?, one.suggestion.score)));
            let stems = reading.stems.then(|| Features::of(&prose(&article)));
            let kept = chancery_store::Features {
                analysis: if stems.is_some() { ANALYSIS_VERSION } else { 0 },
                codebook: reading.codebook,
                rules: rules.collect(),
                stems: stems.as_ref().map(Features::bytes).unwrap_or_default(),
            };
            // What rules alone suggest by the same codebook, the import wrote.
            let plans = reading.plans.iter().filter(|plan| by_another || plan.learned());
            let of = |plan: &Plan| (plan.topic, plan.suggest(id, &kept.rules, stems.as_ref(), &weighed));
            let suggested: Vec<_> = plans.map(of).collect();
            read.push((id, kept, suggested));
        }
        Ok(self.store.derive(|deriver| {
            for (id, kept, suggested) in &read {
                deriver.keep_features(*id, kept)?;
                write(deriver, *id, suggested)?;
            }
            Ok::<_, chancery_store::Error>(())
        })?)
    }

    /// Suggests topics whose terms or threshold changed for some articles, and brings what is kept of those up to date.
    pub(crate) fn suggest_changed_topics(
        &self,
        articles: &[ArticleId],
        plans: &[Plan],
        matcher: &Matcher,
        codebook: i64,
    ) -> Result<()> {
        let mut kept: BTreeMap<ArticleId, chancery_store::Features> =
            self.read(|reader| reader.features_of(articles))?.into_iter().collect();
        let needs_stems = plans.iter().any(Plan::learned);
        let mut read = Vec::with_capacity(articles.len());
        for &id in articles {
            let article = self.read(|reader| reader.readable(id))?;
            let weighed = matcher.weigh(&article.title, &article.text, &article.furniture, article.language);
            let rules: Vec<(TopicId, f64)> =
                plans.iter().filter_map(|plan| plan.by_rules(&weighed)).collect();
            let stems = needs_stems.then(|| Features::of(&prose(&article)));
            let of = |plan: &Plan| (plan.topic, plan.suggest(id, &rules, stems.as_ref(), &weighed));
            let suggested: Vec<_> = plans.iter().map(of).collect();
            let kept = kept.remove(&id).map(|mut kept| {
                kept.rules.retain(|(topic, _)| plans.iter().all(|plan| plan.topic != *topic));
                kept.rules.extend(rules);
                chancery_store::Features { codebook, ..kept }
            });
            read.push((id, kept, suggested));
        }
        Ok(self.store.derive(|deriver| {
            for (id, kept, suggested) in &read {
                if let Some(kept) = kept {
                    deriver.keep_features(*id, kept)?;
                }
                write(deriver, *id, suggested)?;
            }
            Ok::<_, chancery_store::Error>(())
        })?)
    }

    /// Keeps of all articles what is to be kept, also where nothing was learned yet.
    pub(super) fn keep_all(&self, progress: &mut Progress<'_>) -> Result<bool> {
        let _working = self.suggesting();
        let topics = self.read(|reader| reader.topics())?;
        let plans = self.plans(self.subjects(None)?.iter())?;
        let ids = topics.iter().map(|row| (row.topic.slug.clone(), row.id)).collect();
        let matcher = self.matcher()?;
        let codebook = codebook_of(&topics);
        let reading = Reading { codebook, stems: true, matcher: &matcher, ids: &ids, plans: &plans };
        self.keep_features(&reading, progress)
    }

    /// Whether something is kept of every article, by this codebook.
    pub(crate) fn is_kept(&self, codebook: i64, stems: bool) -> Result<bool> {
        let analysis = stems.then_some(ANALYSIS_VERSION);
        let missing = self.read(|reader| reader.without_features(codebook, analysis, ArticleId(0), 1))?;
        Ok(missing.is_empty())
    }

    /// How topics are suggested now, and the hash of the codebook.
    pub(crate) fn plans_of(&self, topics: &[TopicId]) -> Result<(Vec<Plan>, i64)> {
        let subjects = self.subjects(None)?;
        let plans = self.plans(subjects.iter().filter(|subject| topics.contains(&subject.id)))?;
        Ok((plans, codebook_of(&self.read(|reader| reader.topics())?)))
    }

    /// The stems of some articles: those kept, else read now.
    pub(crate) fn stems_of(&self, articles: &[ArticleId]) -> Result<BTreeMap<ArticleId, Features>> {
        let kept = self.read(|reader| reader.features_of(articles))?;
        let kept = kept.into_iter().filter(|(_, kept)| kept.analysis == ANALYSIS_VERSION);
        let mut stems: BTreeMap<ArticleId, Features> =
            kept.filter_map(|(id, kept)| Some((id, Features::of_bytes(&kept.stems)?))).collect();
        for &id in articles {
            if let std::collections::btree_map::Entry::Vacant(missing) = stems.entry(id) {
                let article = self.read(|reader| reader.readable(id))?;
                missing.insert(Features::of(&prose(&article)));
            }
        }
        Ok(stems)
    }

    /// How each of some topics is suggested now.
    pub(super) fn plans<'s>(&self, subjects: impl Iterator<Item = &'s Subject>) -> Result<Vec<Plan>> {
        subjects.map(|subject| Ok(Plan::of(subject, self.lesson(subject)?.as_deref()))).collect()
    }
}

/// The suggestions an article has now of some topics; `None` where one is not suggested.
type NowSuggested = (TopicId, Option<(ScoredArticle, Vec<Reason>)>);

fn write(
    deriver: &Deriver<'_>,
    article: ArticleId,
    suggested: &[NowSuggested],
) -> chancery_store::Result<()> {
    for (topic, suggested) in suggested {
        match suggested {
            Some((scored, reasons)) => deriver.put_scored(*topic, scored, Some(reasons))?,
            None => deriver.withdraw(*topic, article)?,
        }
    }
    Ok(())
}
