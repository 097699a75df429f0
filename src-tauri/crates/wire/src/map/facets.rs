//! What articles can be filtered by, with counts.

use std::{cmp::Reverse, collections::BTreeMap};

use chancery_desk::stored::{ArticleFilter, ArticleSort, Facets, KnownOutlet, Review};
use chancery_desk::{Desk, DeskError};
use chancery_model::TopicId;

use super::{articles::filter, count};
use crate::dto::*;

pub(crate) fn article_facets(desk: &Desk, stories: bool) -> Result<ArticleFacetsDto, DeskError> {
    let all = ArticleFilter { stories, ..ArticleFilter::default() };
    let undecided = ArticleFilter { review: Some(Review::Undecided), ..all.clone() };
    let (facets, outlets, in_bin, to_review) = desk.read(|reader| {
        let to_review = reader.articles(&undecided, ArticleSort::Newest, 0, 0)?.total;
        Ok((reader.facets(&all)?, reader.known_outlets()?, reader.counts()?.in_bin, to_review))
    })?;
    let (needs_a_look, (in_bin, to_review)) = (count(facets.needs_a_look), (count(in_bin), count(to_review)));
    let (outlets, languages, topics) = counted(facets, &outlets);
    Ok(ArticleFacetsDto { outlets, languages, topics, needs_a_look, to_review, in_bin })
}

pub(crate) fn search_facets(desk: &Desk, args: &SearchArgs) -> Result<SearchFacetsDto, DeskError> {
    let facets = desk.facets_in_turn(args.turn.map(u64::from), &args.query, filter(desk, &args.filter)?)?;
    let rows = desk.read(|reader| reader.known_outlets())?;
    let years = facets.years.iter().rev();
    let years = years.map(|(year, articles)| YearCountDto { year: *year, count: count(*articles) }).collect();
    let months = facets.months.iter().rev();
    let months = months
        .map(|((year, month), articles)| MonthCountDto {
            year: *year,
            month: *month,
            count: count(*articles),
        })
        .collect();
    let (mut outlets, mut languages, mut topics) = counted(facets, &rows);
    outlets.sort_by_key(|one| Reverse(one.count));
    languages.sort_by_key(|one| Reverse(one.count));
    topics.sort_by_key(|one| Reverse(one.count));
    Ok(SearchFacetsDto { outlets, languages, topics, years, months })
}

fn counted(
    facets: Facets,
    outlets: &[KnownOutlet],
) -> (Vec<OutletCountDto>, Vec<LanguageCountDto>, Vec<TopicCountDto>) {
    let mut topics: BTreeMap<TopicId, u64> = facets.tagged;
    for (topic, articles) in facets.suggested {
        *topics.entry(topic).or_default() += articles;
    }
    let named = facets.outlets.into_iter().filter_map(|(id, articles)| {
        let id = id?;
        let name = outlets.iter().find(|row| row.id == id)?.outlet.name.clone();
        Some(OutletCountDto { id: id.0, name, count: count(articles) })
    });
    let languages = facets.languages.into_iter().filter_map(|(language, articles)| {
        Some(LanguageCountDto { code: language?.code(), count: count(articles) })
    });
    let topics = topics.into_iter().map(|(id, articles)| TopicCountDto { id: id.0, count: count(articles) });
    (named.collect(), languages.collect(), topics.collect())
}
