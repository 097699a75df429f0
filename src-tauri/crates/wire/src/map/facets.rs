//! What articles can be filtered by, with counts.

use std::collections::BTreeMap;

use chancery_desk::stored::{ArticleFilter, ArticleSort, Review};
use chancery_desk::{Desk, DeskError};
use chancery_model::TopicId;

use super::count;
use crate::dto::*;

pub(crate) fn article_facets(desk: &Desk, stories: bool) -> Result<ArticleFacetsDto, DeskError> {
    let all = ArticleFilter { stories, ..ArticleFilter::default() };
    let undecided = ArticleFilter { review: Some(Review::Undecided), ..all.clone() };
    let (facets, outlets, in_bin, to_review) = desk.read(|reader| {
        let to_review = reader.articles(&undecided, ArticleSort::Newest, 0, 0)?.total;
        Ok((reader.facets(&all)?, reader.outlets()?, reader.counts()?.in_bin, to_review))
    })?;
    let mut topics: BTreeMap<TopicId, u64> = facets.tagged;
    for (topic, articles) in facets.suggested {
        *topics.entry(topic).or_default() += articles;
    }
    let named = facets.outlets.into_iter().filter_map(|(id, articles)| {
        let id = id?;
        let name = outlets.iter().find(|row| row.id == id)?.outlet.name.clone();
        Some(OutletCountDto { id: id.0, name, count: count(articles) })
    });
    Ok(ArticleFacetsDto {
        outlets: named.collect(),
        languages: facets
            .languages
            .into_iter()
            .filter_map(|(language, articles)| {
                Some(LanguageCountDto { code: language?.code(), count: count(articles) })
            })
            .collect(),
        topics: topics
            .into_iter()
            .map(|(id, articles)| TopicCountDto { id: id.0, count: count(articles) })
            .collect(),
        needs_a_look: count(facets.needs_a_look),
        to_review: count(to_review),
        in_bin: count(in_bin),
    })
}
