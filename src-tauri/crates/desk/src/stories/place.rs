//! Which article is the story and which repeats it.

use std::collections::{HashMap, HashSet};

use chancery_model::ArticleId;
use chancery_store::Kin;

/// Where an article stands among those that tell the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// The article.
    pub article: ArticleId,
    /// The earliest that tells the same; itself where there is none.
    pub story: ArticleId,
    /// How it stands to that one.
    pub relation: Relation,
}

/// How an article stands to its story.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Relation {
    /// It is the earliest, or the only one.
    New,
    /// The same words in the same order.
    Copy,
    /// Most of the same words.
    Reprint {
        /// The share of runs of five words of either that both have, 0.5–1.
        similarity: f64,
    },
}

/// A place, and the story to note with the article: none where it stands alone.
pub(super) struct InGroup {
    pub(super) placed: Placed,
    pub(super) group: Option<ArticleId>,
}

/// Goes through kin from the earliest on: each joins the story it is most like, or begins one. Nobody joins a story over a
/// third text, so that what is told of an article always holds against the story itself.
pub(super) fn place(kin: &Kin) -> Vec<InGroup> {
    let mut alike: HashMap<u64, Vec<(u64, f64)>> = HashMap::new();
    for &(one, other, likeness) in &kin.likenesses {
        alike.entry(one).or_default().push((other, likeness));
        alike.entry(other).or_default().push((one, likeness));
    }
    // The texts that began a story, in their order, and what became of every text met.
    let mut begun: HashMap<u64, (usize, ArticleId)> = HashMap::new();
    let mut joined: HashMap<u64, (ArticleId, Relation)> = HashMap::new();
    let mut placed = Vec::with_capacity(kin.members.len());
    for member in &kin.members {
        let place = joined.get(&member.words).copied().or_else(|| {
            let stories = alike.get(&member.words)?.iter().filter_map(|(other, likeness)| {
                let &(order, story) = begun.get(other)?;
                Some((*likeness, order, story))
            });
            let best = stories.max_by(|one, other| one.0.total_cmp(&other.0).then(other.1.cmp(&one.1)))?;
            Some((best.2, Relation::Reprint { similarity: best.0 }))
        });
        let (story, relation) = place.unwrap_or((member.article, Relation::New));
        if relation == Relation::New {
            begun.insert(member.words, (begun.len(), story));
            joined.insert(member.words, (story, Relation::Copy));
        } else {
            joined.insert(member.words, (story, relation));
        }
        placed.push(Placed { article: member.article, story, relation });
    }
    let with_copies: HashSet<ArticleId> =
        placed.iter().filter(|one| one.relation != Relation::New).map(|one| one.story).collect();
    let group = |story: ArticleId| with_copies.contains(&story).then_some(story);
    placed.into_iter().map(|placed| InGroup { placed, group: group(placed.story) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chancery_store::Member;

    fn check(words: &[u64], likenesses: &[(u64, u64, f64)], expected: &[(i64, Relation)]) {
        let members =
            (1..).zip(words).map(|(id, &words)| Member { article: ArticleId(id), words, story: None });
        let kin = Kin { members: members.collect(), likenesses: likenesses.to_vec() };
        let placed: Vec<_> =
            place(&kin).iter().map(|one| (one.placed.story.0, one.placed.relation)).collect();
        assert_eq!(placed, expected);
    }

    fn reprint(similarity: f64) -> Relation {
        Relation::Reprint { similarity }
    }

    #[test]
    fn the_earliest_is_the_story_and_the_others_are_its_copies_and_reprints() {
        check(
            &[10, 20, 10, 20],
            &[(10, 20, 0.75)],
            &[(1, Relation::New), (1, reprint(0.75)), (1, Relation::Copy), (1, reprint(0.75))],
        );
    }

    #[test]
    fn an_article_joins_the_story_it_is_most_like_and_none_over_a_third_text() {
        // 30 is like both stories; 40 is like 20 alone, which is a reprint itself.
        check(
            &[10, 11, 20, 30, 40],
            &[(10, 20, 0.6), (10, 30, 0.6), (11, 30, 0.9), (20, 40, 0.8)],
            &[
                (1, Relation::New),
                (2, Relation::New),
                (1, reprint(0.6)),
                (2, reprint(0.9)),
                (5, Relation::New),
            ],
        );
    }

    #[test]
    fn of_two_stories_equally_like_the_earlier_is_joined() {
        check(
            &[10, 11, 20],
            &[(10, 20, 0.7), (11, 20, 0.7)],
            &[(1, Relation::New), (2, Relation::New), (1, reprint(0.7))],
        );
    }

    #[test]
    fn who_has_no_copies_is_noted_under_no_story() {
        let member = |id, words| Member { article: ArticleId(id), words, story: None };
        let kin = Kin { members: vec![member(1, 10), member(2, 11), member(3, 10)], likenesses: Vec::new() };
        let groups: Vec<_> = place(&kin).iter().map(|one| one.group.map(|id| id.0)).collect();
        assert_eq!(groups, [Some(1), None, Some(1)]);
    }
}
