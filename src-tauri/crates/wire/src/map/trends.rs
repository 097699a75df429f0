//! Trends, and trends as files.

use std::path::Path;

use chancery_desk::stored::{TrendAsk, TrendFigure, TrendKey, TrendMeasure, TrendSplit, TrendUnit};
use chancery_desk::{Desk, DeskError, Locale, TrendQuestion};

use super::count;
use crate::dto::*;

pub(crate) fn trend(desk: &Desk, args: &TrendArgs) -> Result<TrendDto, DeskError> {
    let told = desk.trend(&question(args))?;
    let lines = told.trend.lines.iter().zip(&told.lines).map(|(line, query)| TrendLineDto {
        of: match line.key {
            TrendKey::All => TrendLineOfDto::All,
            TrendKey::Topic(_) => TrendLineOfDto::Topic,
            TrendKey::Outlet(_) => TrendLineOfDto::Outlet,
            TrendKey::Language(_) => TrendLineOfDto::Language,
            TrendKey::Others(_) => TrendLineOfDto::Others,
            TrendKey::Without => TrendLineOfDto::Without,
        },
        name: told.name(&line.key),
        others: match &line.key {
            TrendKey::Others(others) => count(others.len()),
            _ => 0,
        },
        query: query.clone(),
        figures: line.figures.iter().copied().map(figure).collect(),
        coarse: figure(line.coarse),
        undated: figure(line.undated),
        sum: figure(line.sum),
    });
    let units = told.trend.units.iter().zip(&told.units).map(|((first, last), query)| TrendUnitSpanDto {
        first: first.to_string(),
        last: last.to_string(),
        query: query.clone(),
    });
    let [coarse_query, undated_query] = told.apart.clone();
    Ok(TrendDto {
        measure: match told.trend.measure {
            TrendMeasure::Articles => TrendMeasureDto::Articles,
            TrendMeasure::Stories => TrendMeasureDto::Stories,
            TrendMeasure::Tags => TrendMeasureDto::Tags,
            TrendMeasure::Passages => TrendMeasureDto::Passages,
        },
        unit: match told.trend.unit {
            TrendUnit::Week => TrendUnitDto::Week,
            TrendUnit::Month => TrendUnitDto::Month,
            TrendUnit::Year => TrendUnitDto::Year,
        },
        units: units.collect(),
        lines: lines.collect(),
        at_most: told.trend.at_most,
        coarse_query,
        undated_query,
        query: told.words,
    })
}

pub(crate) fn trend_export(desk: &Desk, args: &TrendExportArgs) -> Result<TrendWrittenDto, DeskError> {
    let locale = Locale::from_code(&args.language)
        .ok_or_else(|| DeskError::NoSuchWord { what: "language", word: args.language.clone() })?;
    let written = desk.export_trend(&question(&args.trend), locale, Path::new(&args.path))?;
    Ok(TrendWrittenDto { path: written.path.display().to_string(), bytes: count(written.bytes) })
}

fn question(args: &TrendArgs) -> TrendQuestion {
    let measure = match args.measure {
        TrendMeasureDto::Articles => TrendMeasure::Articles,
        TrendMeasureDto::Stories => TrendMeasure::Stories,
        TrendMeasureDto::Tags => TrendMeasure::Tags,
        TrendMeasureDto::Passages => TrendMeasure::Passages,
    };
    let unit = args.unit.map(|unit| match unit {
        TrendUnitDto::Week => TrendUnit::Week,
        TrendUnitDto::Month => TrendUnit::Month,
        TrendUnitDto::Year => TrendUnit::Year,
    });
    let split = args.split.map(|split| match split {
        TrendSplitDto::Topic => TrendSplit::Topic,
        TrendSplitDto::Outlet => TrendSplit::Outlet,
        TrendSplitDto::Language => TrendSplit::Language,
    });
    TrendQuestion {
        words: args.query.clone(),
        as_typed: args.as_typed,
        ask: TrendAsk { measure, unit, split },
    }
}

fn figure(figure: TrendFigure) -> TrendFigureDto {
    TrendFigureDto { counted: count(figure.counted), articles: count(figure.articles) }
}
