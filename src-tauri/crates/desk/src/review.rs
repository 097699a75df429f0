//! The review queue: suggestions that wait, one by one, what teaches most first.

use std::collections::BTreeMap;

use chancery_model::{ArticleId, Span, TopicId};
use chancery_store::{ArticleRow, Waiting};
use chancery_text::sentences;

use crate::{Desk, Result, Suggested};

/// A page of the queue.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewPage {
    /// How many wait in all.
    pub total: usize,
    /// How many of them were put off: they come last.
    pub skipped: usize,
    /// The first of them.
    pub items: Vec<ReviewItem>,
}

/// A suggestion to decide, with what speaks for it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewItem {
    /// The article.
    pub row: ArticleRow,
    /// The suggestion.
    pub suggested: Suggested,
    /// Sentences in which its reasons stand, in the order of the text; empty where they stand in the title only.
    pub excerpts: Vec<Excerpt>,
    /// Whether it was put off before.
    pub skipped: bool,
}

/// Some of a text with what to mark in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// What speaks for the topic, in positions of the whole text.
    pub marks: Vec<Span>,
}

/// Sentences shown of an article.
const EXCERPTS: usize = 3;
/// Longer sentences are cut around what speaks for the topic, this many code points on either side.
const AROUND: u32 = 180;

impl Desk {
    /// The first `limit` suggestions to decide, of one topic or of all. A score near the threshold teaches most; topics take turns,
    /// so that each learns; copies of a story come after it, and what was put off comes last.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn review(&self, topic: Option<TopicId>, limit: usize) -> Result<ReviewPage> {
        let (waiting, topics) = self.read(|reader| Ok((reader.waiting(topic)?, reader.topics()?)))?;
        let thresholds: BTreeMap<TopicId, f64> =
            topics.into_iter().map(|row| (row.id, row.topic.threshold)).collect();
        let total = waiting.len();
        let skipped = waiting.iter().filter(|one| one.skipped_at.is_some()).count();
        let mut items = Vec::with_capacity(limit.min(total));
        for one in in_turns(waiting, &thresholds, limit) {
            items.extend(self.review_item(&one)?);
        }
        Ok(ReviewPage { total, skipped, items })
    }

    /// Puts a suggestion off, or back into its place. No operation: there is nothing to undo in the dossier.
    ///
    /// # Errors
    /// `no-such`.
    pub fn skip_review(&self, article: ArticleId, topic: TopicId, skipped: bool) -> Result<()> {
        self.slug_of(topic)?;
        let at = skipped.then(|| self.clock.now());
        Ok(self.store.derive(|deriver| deriver.set_skipped(article, topic, at))?)
    }

    fn review_item(&self, waiting: &Waiting) -> Result<Option<ReviewItem>> {
        let Some(row) = self.read(|reader| reader.article_rows(&[waiting.article]))?.pop() else {
            return Ok(None);
        };
        let suggested = self.suggestions_of(waiting.article, Some(waiting.topic))?.pop();
        let Some(suggested) = suggested else { return Ok(None) };
        let article = self.read(|reader| reader.readable(waiting.article))?;
        let excerpts = excerpts(&article.text, &speak_for(&suggested));
        Ok(Some(ReviewItem { row, suggested, excerpts, skipped: waiting.skipped_at.is_some() }))
    }
}

/// The suggestions in the order of the queue.
fn in_turns(waiting: Vec<Waiting>, thresholds: &BTreeMap<TopicId, f64>, limit: usize) -> Vec<Waiting> {
    // From 1 at the threshold to 0 where the topic is sure.
    let doubt = |one: &Waiting| {
        let threshold = thresholds.get(&one.topic).copied().unwrap_or_default();
        1.0 - (one.score - threshold) / (1.0 - threshold).max(0.01)
    };
    let (mut skipped, fresh): (Vec<Waiting>, Vec<Waiting>) =
        waiting.into_iter().partition(|one| one.skipped_at.is_some());
    let mut by_topic: BTreeMap<TopicId, Vec<Waiting>> = BTreeMap::new();
    for one in fresh {
        by_topic.entry(one.topic).or_default().push(one);
    }
    // The first stands last, to be popped.
    for members in by_topic.values_mut() {
        members.sort_by(|one, other| {
            let order = one.is_copy.cmp(&other.is_copy);
            order.then(doubt(other).total_cmp(&doubt(one))).then(one.article.cmp(&other.article)).reverse()
        });
    }
    let mut queue = Vec::with_capacity(limit);
    let mut taken: BTreeMap<TopicId, u32> = BTreeMap::new();
    while queue.len() < limit {
        let value = |(topic, members): &(&TopicId, &mut Vec<Waiting>)| {
            let turns = f64::from(taken.get(*topic).copied().unwrap_or_default() + 1);
            members.last().map_or(-1.0, |one| (doubt(one) + 0.05) / turns)
        };
        let next = by_topic
            .iter_mut()
            .max_by(|one, other| value(one).total_cmp(&value(other)).then(other.0.cmp(one.0)));
        let Some(one) = next.and_then(|(_, members)| members.pop()) else { break };
        *taken.entry(one.topic).or_default() += 1;
        queue.push(one);
    }
    skipped.sort_by_key(|one| (one.skipped_at, one.article, one.topic));
    let room = limit - queue.len();
    queue.extend(skipped.into_iter().take(room));
    queue
}

/// Where the reasons of a suggestion stand in the text, what weighs most first.
fn speak_for(suggested: &Suggested) -> Vec<Span> {
    let mut by_rules: Vec<_> =
        suggested.row.suggestion.reasons.iter().filter(|one| one.weight > 0.0).collect();
    by_rules.sort_by(|one, other| other.weight.total_cmp(&one.weight));
    let learned = suggested.words.iter().filter(|word| word.weight > 0.0);
    by_rules
        .into_iter()
        .filter_map(|reason| reason.span)
        .chain(learned.flat_map(|word| word.spans.iter().copied()))
        .collect()
}

fn excerpts(text: &str, speak_for: &[Span]) -> Vec<Excerpt> {
    let sentences = sentences(text);
    let points = chancery_model::CodePoints::new(text);
    let mut shown: Vec<Span> = Vec::new();
    for span in speak_for {
        if shown.len() == EXCERPTS {
            break;
        }
        if shown.iter().any(|known| known.contains(span)) {
            continue;
        }
        let whole = sentences.iter().find(|sentence| sentence.contains(span)).copied().unwrap_or(*span);
        let near = near(&points, whole, *span);
        if !shown.iter().any(|known| known.overlaps(&near)) {
            shown.push(near);
        }
    }
    shown.sort_by_key(|span| span.start);
    let excerpt = |span: Span| {
        let mut marks: Vec<Span> = speak_for.iter().copied().filter(|mark| span.contains(mark)).collect();
        marks.sort_by_key(|mark| (mark.start, mark.end));
        marks.dedup();
        Some(Excerpt { text: points.slice(span)?.to_owned(), span, marks })
    };
    shown.into_iter().filter_map(excerpt).collect()
}

/// What stands around `span` in its sentence, cut between words.
fn near(points: &chancery_model::CodePoints<'_>, sentence: Span, span: Span) -> Span {
    let from = sentence.start.max(span.start.saturating_sub(AROUND));
    let to = sentence.end.min(span.end.saturating_add(AROUND));
    let words = |from: u32, to: u32| points.slice(Span::new(from, to)).unwrap_or_default();
    let count = |text: &str| u32::try_from(text.chars().count()).unwrap_or_default();
    let (before, after) = (words(from, span.start), words(span.end, to));
    let start = match before.split_once(' ') {
        Some((torn, _)) if from > sentence.start => from + count(torn) + 1,
        _ => from,
    };
    let end = match after.rsplit_once(' ') {
        Some((_, torn)) if to < sentence.end => to - count(torn) - 1,
        _ => to,
    };
    Span::new(start, end)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use chancery_store::Moment;

    #[test]
    fn a_long_sentence_is_cut_between_words() {
        let text = format!("{}единая валюта{}.", "и границы ".repeat(40), " и границы".repeat(40));
        let start = 10 * 40;
        let shown = excerpts(&text, &[Span::new(start, start + 13)]);
        let [excerpt] = shown.as_slice() else { panic!("one excerpt") };
        assert!(excerpt.text.contains("единая валюта") && excerpt.text.chars().count() < 400);
        let torn = excerpt.text.split(' ').find(|word| !["и", "границы", "единая", "валюта"].contains(word));
        assert_eq!(torn, None);
    }

    fn waiting(article: i64, topic: i64, score: f64) -> Waiting {
        Waiting {
            article: ArticleId(article),
            topic: TopicId(topic),
            score,
            is_copy: false,
            skipped_at: None,
        }
    }

    fn order(waiting: Vec<Waiting>, limit: usize) -> Vec<(i64, i64)> {
        let thresholds = [(TopicId(1), 0.5), (TopicId(2), 0.5), (TopicId(3), 0.2)].into();
        in_turns(waiting, &thresholds, limit).into_iter().map(|one| (one.article.0, one.topic.0)).collect()
    }

    #[test]
    fn what_is_in_doubt_comes_first_and_topics_take_turns() {
        let all = vec![
            waiting(1, 1, 0.9),
            waiting(2, 1, 0.51),
            waiting(3, 1, 0.52),
            waiting(4, 1, 0.53),
            waiting(5, 2, 0.6),
            waiting(6, 3, 0.5),
        ];
        assert_eq!(order(all.clone(), 9), [(2, 1), (5, 2), (6, 3), (3, 1), (4, 1), (1, 1)]);
        assert_eq!(order(all, 2), [(2, 1), (5, 2)]);
        assert_eq!(order(Vec::new(), 5), []);
    }

    #[test]
    fn copies_follow_their_story_and_what_was_put_off_comes_last_the_longest_ago_first() {
        let skipped = |one: Waiting, at| Waiting { skipped_at: Some(Moment(at)), ..one };
        let all = vec![
            skipped(waiting(1, 1, 0.5), 9),
            skipped(waiting(2, 1, 0.9), 7),
            Waiting { is_copy: true, ..waiting(3, 1, 0.5) },
            waiting(4, 1, 0.95),
        ];
        assert_eq!(order(all, 9), [(4, 1), (3, 1), (2, 1), (1, 1)]);
    }

    #[test]
    fn excerpts_are_the_sentences_of_the_reasons_and_long_ones_are_cut() {
        let text = "Nothing here. The gas price rose. Талоны. Газ и газ дорожают!";
        let mark = |words: &str| {
            let start = u32::try_from(text.split(words).next().unwrap().chars().count()).unwrap();
            Span::new(start, start + u32::try_from(words.chars().count()).unwrap())
        };
        let found = excerpts(text, &[mark("Газ"), mark("gas"), mark("газ")]);
        let told: Vec<(&str, usize)> = found.iter().map(|one| (one.text.trim(), one.marks.len())).collect();
        assert_eq!(told, [("The gas price rose.", 1), ("Газ и газ дорожают!", 2)]);
        let long = format!("{} gas {}", "word ".repeat(200), "more ".repeat(200));
        let cut = excerpts(&long, &[Span::new(1001, 1004)]);
        assert!(cut[0].text.chars().count() <= 400 && cut[0].text.contains("gas"));
        assert!(excerpts("", &[]).is_empty());
    }
}
