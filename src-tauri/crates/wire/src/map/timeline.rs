//! The timeline as a file, and the articles beneath it.

use std::path::Path;

use chancery_desk::{Desk, DeskError, Locale, TimelineChoice, timeline_format};
use chancery_model::MilestoneId;

use super::{as_of, count};
use crate::dto::*;

pub(crate) fn timeline_export(
    desk: &Desk,
    args: &TimelineExportArgs,
) -> Result<TimelineWrittenDto, DeskError> {
    let path = Path::new(&args.path);
    let format = timeline_format(path)?;
    let choice = TimelineChoice {
        milestones: args.milestones.as_ref().map(|ids| ids.iter().copied().map(MilestoneId).collect()),
        as_of: as_of(args.as_of.as_ref())?,
        locale: Locale::from_code(&args.language)
            .ok_or_else(|| DeskError::NoSuchWord { what: "language", word: args.language.clone() })?,
    };
    let written = desk.export_timeline(&choice, format, path)?;
    Ok(TimelineWrittenDto {
        path: written.path.display().to_string(),
        bytes: count(written.bytes),
        milestones: count(written.milestones),
        undated: count(written.undated),
    })
}

pub(crate) fn article_days(desk: &Desk, asked: Option<&AsOfArgs>) -> Result<Vec<ArticleDayDto>, DeskError> {
    let days = desk.article_days(as_of(asked)?)?;
    Ok(days
        .into_iter()
        .map(|(day, (articles, stories))| ArticleDayDto { day: day.to_string(), articles, stories })
        .collect())
}
