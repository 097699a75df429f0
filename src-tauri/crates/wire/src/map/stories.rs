//! Stories and differences.

use chancery_desk::{Desk, DeskError, Difference, Fate, Telling};
use chancery_model::ArticleId;

use super::{confidence, count};
use crate::dto::*;

/// The story of an article; `None` where it stands alone.
pub(super) fn story(desk: &Desk, article: ArticleId) -> Result<Option<StoryDto>, DeskError> {
    let story = desk.story(article)?;
    let tellings = story.tellings.into_iter().map(telling).collect();
    Ok((story.total > 0).then_some(StoryDto { tellings, total: count(story.total) }))
}

fn telling(Telling { row, alike }: Telling) -> TellingDto {
    TellingDto {
        article: row.id.0,
        title: row.title,
        outlet: row.outlet.map(|(_, name)| name),
        published: row.published.map(|published| published.date.to_string()),
        published_confidence: confidence(row.confidence),
        exact: alike.exact,
        similarity: alike.similarity,
    }
}

pub(crate) fn comparison(desk: &Desk, args: CompareArgs) -> Result<ComparisonDto, DeskError> {
    let (runs, alike) = desk.difference(ArticleId(args.with), ArticleId(args.article))?;
    let words = |fate: Fate| {
        let of_it = runs.iter().filter(|run| run.fate == fate);
        count(of_it.map(|run| run.text.split_whitespace().count()).sum::<usize>())
    };
    let (words_added, words_removed) = (words(Fate::Added), words(Fate::Removed));
    Ok(ComparisonDto {
        exact: alike.exact,
        similarity: alike.similarity,
        runs: self::runs(runs),
        words_added,
        words_removed,
    })
}

pub(super) fn runs(runs: Vec<Difference>) -> Vec<DifferenceDto> {
    let run = |run: Difference| DifferenceDto {
        fate: match run.fate {
            Fate::Same => FateDto::Same,
            Fate::Added => FateDto::Added,
            Fate::Removed => FateDto::Removed,
        },
        text: run.text,
    };
    runs.into_iter().map(run).collect()
}
