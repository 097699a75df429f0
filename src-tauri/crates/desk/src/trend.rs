//! Trends: a question counted along time, each figure with the question that finds what it counts; and the trend as a file.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use chancery_briefing::{Locale, TrendChart, TrendChartLine, TrendName, trend_svg, trend_table};
use chancery_model::{Edtf, InLanguages, OutletId, TopicId};
use chancery_store::{
    ArticleFilter, Has, Query, QueryField, Trend, TrendAsk, TrendKey, TrendMeasure, TrendSplit, TrendUnit,
};

use crate::brief::language;
use crate::search::read;
use crate::{Desk, DeskError, Result, write_whole};

/// Topics that can be asked for at once.
const TOPICS_ASKED: usize = 100;

/// What is asked.
#[derive(Clone, Debug, Default)]
pub struct TrendQuestion {
    /// As in a search; none for all articles.
    pub words: String,
    /// Names are looked for in the letters they were typed in only.
    pub as_typed: bool,
    /// How it is counted.
    pub ask: TrendAsk,
}

/// A trend with the questions behind its figures. That of a figure is the three of trend, unit and line with blanks between; of
/// stories with copies counted once.
#[derive(Clone, Debug)]
pub struct TrendTold {
    /// The figures.
    pub trend: Trend,
    /// The question as it was read.
    pub words: String,
    /// For each unit what narrows the question to it.
    pub units: Vec<String>,
    /// What narrows it to articles without a date known to the unit, and to those without any.
    pub apart: [String; 2],
    /// For each line what narrows the question to it; `None` where words can't.
    pub lines: Vec<Option<String>>,
    names: Names,
}

/// A trend written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrendWritten {
    /// Where.
    pub path: PathBuf,
    /// How many bytes.
    pub bytes: usize,
}

/// What topics and outlets are called.
#[derive(Clone, Debug)]
struct Names {
    topics: HashMap<TopicId, (String, InLanguages)>,
    outlets: HashMap<OutletId, String>,
}

impl TrendTold {
    /// What is called in the dossier what a line counts: a topic's slug, an outlet's name, a language's code.
    #[must_use]
    pub fn name(&self, key: &TrendKey) -> Option<String> {
        match key {
            TrendKey::Topic(id) => self.names.topics.get(id).map(|(slug, _)| slug.clone()),
            TrendKey::Outlet(id) => self.names.outlets.get(id).cloned(),
            TrendKey::Language(language) => Some(language.code()),
            TrendKey::All | TrendKey::Others(_) | TrendKey::Without => None,
        }
    }
}

impl Desk {
    /// Counts what a question finds along time.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn trend(&self, question: &TrendQuestion) -> Result<TrendTold> {
        let (query, _) = read(&question.words, question.as_typed, self.clock.today());
        // What asks for nothing finds nothing, as in a search.
        let nothing = query.is_empty() && !question.words.trim().is_empty();
        let words = query.to_string();
        let query = if nothing { Query::parse("has:date -has:date") } else { query };
        let filter = ArticleFilter {
            query: Some(query).filter(|query| !query.is_empty()),
            as_typed: question.as_typed,
            ..ArticleFilter::default()
        };
        let (trend, names) = self.read(|reader| {
            let topics = reader.topics()?.into_iter().map(|row| (row.id, (row.topic.slug, row.topic.label)));
            let trend = reader.trend(&filter, question.ask)?;
            let mut names = Names { topics: topics.collect(), outlets: HashMap::new() };
            for id in trend.lines.iter().flat_map(|line| outlets_in(&line.key)) {
                if let Some(outlet) = reader.known_of_outlet(id)? {
                    names.outlets.insert(id, outlet.name);
                }
            }
            Ok((trend, names))
        })?;
        let tags_only = trend.measure == TrendMeasure::Tags;
        let all_dates_known = trend.lines.first().is_none_or(|all| all.coarse.articles == 0);
        let known = QueryField::Has(match trend.unit {
            TrendUnit::Week => Has::Day,
            TrendUnit::Month => Has::Month,
            TrendUnit::Year => Has::Year,
        });
        let units = trend.units.iter().map(|(first, last)| {
            let (first, last) = (first.to_string(), last.to_string());
            let date = match trend.unit {
                TrendUnit::Week => format!("{first}/{last}"),
                TrendUnit::Month => first.strip_suffix("-01").unwrap_or(&first).to_owned(),
                TrendUnit::Year => first.strip_suffix("-01-01").unwrap_or(&first).to_owned(),
            };
            let on = Edtf::parse(&date).map(|date| QueryField::On(date).to_string()).unwrap_or_default();
            // A date may mean this unit and another.
            if all_dates_known { on } else { format!("{on} {known}") }
        });
        let units = units.collect();
        let has_date = QueryField::Has(Has::Date);
        let lines = trend.lines.iter().map(|line| names.narrowed(&line.key, &trend, question.ask.split));
        let lines = lines.map(|line| {
            line.map(|words| match tags_only && !words.contains("tag:") {
                true => format!("{words} {}", QueryField::Has(Has::Tag)).trim_start().to_owned(),
                false => words,
            })
        });
        Ok(TrendTold {
            words,
            units,
            apart: [format!("{has_date} -{known}"), format!("-{has_date}")],
            lines: lines.collect(),
            trend,
            names,
        })
    }

    /// Writes a trend to a file, as its ending says: `.svg`, `.png` or `.csv`; one that is there is replaced whole.
    ///
    /// # Errors
    /// `no-such-word` for another ending; `typeset` where no picture can be made; when the file can't be written.
    pub fn export_trend(
        &self,
        question: &TrendQuestion,
        locale: Locale,
        path: &Path,
    ) -> Result<TrendWritten> {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
        let told = self.trend(question)?;
        let chart = self.trend_chart(&told, question, locale)?;
        let bytes = match ending.as_str() {
            "svg" => trend_svg(&chart).into_bytes(),
            "png" => self.typesetter.png(&trend_svg(&chart))?,
            "csv" => trend_table(&chart),
            _ => {
                return Err(DeskError::NoSuchWord {
                    what: "trend",
                    word: format!("{}: end it in .svg, .png or .csv", path.display()),
                });
            }
        };
        write_whole(path, &bytes)?;
        Ok(TrendWritten { path: path.to_owned(), bytes: bytes.len() })
    }

    fn trend_chart(&self, told: &TrendTold, question: &TrendQuestion, locale: Locale) -> Result<TrendChart> {
        let trend = &told.trend;
        let dossier = self.read(|reader| reader.dossier())?;
        let lines = trend.lines.iter().map(|line| TrendChartLine {
            name: told.names.shown(&line.key, question.ask.split, locale),
            figures: line.figures.iter().map(|figure| figure.counted).collect(),
            coarse: line.coarse.counted,
            undated: line.undated.counted,
        });
        Ok(TrendChart {
            question: told.words.clone(),
            dossier: dossier.name.get(language(locale)).to_owned(),
            locale,
            made: self.clock.today(),
            measure: match trend.measure {
                TrendMeasure::Articles => "articles",
                TrendMeasure::Stories => "stories",
                TrendMeasure::Tags => "tags",
                TrendMeasure::Passages => "passages",
            },
            unit: match trend.unit {
                TrendUnit::Week => "week",
                TrendUnit::Month => "month",
                TrendUnit::Year => "year",
            },
            units: trend.units.clone(),
            lines: lines.collect(),
            at_most: trend.at_most,
        })
    }
}

fn outlets_in(key: &TrendKey) -> Vec<OutletId> {
    match key {
        TrendKey::Outlet(id) => vec![*id],
        TrendKey::Others(others) => others.iter().flat_map(outlets_in).collect(),
        _ => Vec::new(),
    }
}

impl Names {
    /// What narrows a question to a line.
    fn narrowed(&self, key: &TrendKey, trend: &Trend, split: Option<TrendSplit>) -> Option<String> {
        let field = |key: &TrendKey| -> Option<String> {
            let field = match key {
                TrendKey::Topic(id) => {
                    let slug = self.topics.get(id)?.0.clone();
                    if trend.measure == TrendMeasure::Tags {
                        QueryField::Tag(slug)
                    } else {
                        QueryField::Topic(slug)
                    }
                }
                TrendKey::Outlet(id) => QueryField::Outlet(self.outlets.get(id)?.clone()),
                TrendKey::Language(language) => QueryField::Language(*language),
                TrendKey::All | TrendKey::Others(_) | TrendKey::Without => return None,
            };
            let printed = field.to_string();
            // A name with quotation marks in it can't be typed.
            let reads_back =
                Query::parse(&printed).terms().count() == 1 && Query::parse(&printed).to_string() == printed;
            reads_back.then_some(printed)
        };
        // An article has one outlet and one language: the others are all but those that have a line.
        let all_but_own = || -> Option<String> {
            let own = trend.lines.iter().map(|line| &line.key);
            let own = own.filter(|key| matches!(key, TrendKey::Outlet(_) | TrendKey::Language(_)));
            let denied: Option<Vec<String>> = own.map(|key| Some(format!("-{}", field(key)?))).collect();
            Some(denied?.join(" "))
        };
        match (key, split) {
            (TrendKey::All, _) => Some(String::new()),
            (TrendKey::Others(topics), Some(TrendSplit::Topic)) => {
                let fields: Vec<String> = topics.iter().map(field).collect::<Option<_>>()?;
                (fields.len() <= TOPICS_ASKED).then(|| format!("({})", fields.join(" OR ")))
            }
            (TrendKey::Others(_), Some(TrendSplit::Outlet)) => {
                Some(format!("{} {}", QueryField::Has(Has::Outlet), all_but_own()?))
            }
            (TrendKey::Without, Some(TrendSplit::Topic)) => {
                Some(format!("-{} -{}", QueryField::Has(Has::Tag), QueryField::Has(Has::Suggestion)))
            }
            (TrendKey::Without, Some(TrendSplit::Outlet)) => {
                Some(format!("-{}", QueryField::Has(Has::Outlet)))
            }
            (TrendKey::Others(others), Some(TrendSplit::Language)) => {
                let fields: Vec<String> = others.iter().map(field).collect::<Option<_>>()?;
                Some(format!("({})", fields.join(" OR ")))
            }
            (TrendKey::Without, Some(TrendSplit::Language)) => {
                let others = trend.lines.iter().filter_map(|line| match &line.key {
                    TrendKey::Others(others) => Some(others.iter()),
                    _ => None,
                });
                let denied: Option<Vec<String>> =
                    others.flatten().map(|key| Some(format!("-{}", field(key)?))).collect();
                Some(format!("{} {}", all_but_own()?, denied?.join(" ")).trim().to_owned())
            }
            (key, _) => field(key),
        }
    }

    fn shown(&self, key: &TrendKey, split: Option<TrendSplit>, locale: Locale) -> TrendName {
        match key {
            TrendKey::All => TrendName::All,
            TrendKey::Topic(id) => {
                let label = self.topics.get(id).map(|(_, label)| label.get(language(locale)).to_owned());
                TrendName::Named(label.unwrap_or_default())
            }
            TrendKey::Outlet(id) => TrendName::Named(self.outlets.get(id).cloned().unwrap_or_default()),
            TrendKey::Language(language) => TrendName::Language(language.code()),
            TrendKey::Others(others) => TrendName::Others(others.len()),
            TrendKey::Without => TrendName::Without(match split {
                Some(TrendSplit::Outlet) => "outlet",
                Some(TrendSplit::Language) => "language",
                Some(TrendSplit::Topic) | None => "topic",
            }),
        }
    }
}
