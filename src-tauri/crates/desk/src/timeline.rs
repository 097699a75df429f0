//! The timeline as a file: a picture, a web timeline, a calendar or a table of what is chosen, of today or as of a day.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

use chancery_briefing::{Chart, ChartEntry, ChartLink, Locale, ics, svg, table, timelinejs};
use chancery_model::{ArticleId, AsOf, Axis, Day, MilestoneId, Stance, Step};
use chancery_store::{ArticleRow, EvidenceRow, Lane};

use crate::as_of::{Standing, Standings};
use crate::brief::language;
use crate::{Desk, DeskError, Result, write_whole};

/// As what a timeline goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimelineFormat {
    /// A drawing.
    Svg,
    /// The drawing as a picture.
    Png,
    /// What TimelineJS shows on the web.
    TimelineJs,
    /// A calendar.
    Ics,
    /// A table.
    Csv,
}

impl TimelineFormat {
    /// The format a file name ends in.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_lowercase().as_str() {
            "svg" => Some(Self::Svg),
            "png" => Some(Self::Png),
            "json" => Some(Self::TimelineJs),
            "ics" => Some(Self::Ics),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }
}

/// What goes out.
#[derive(Clone, Debug, Default)]
pub struct TimelineChoice {
    /// These milestones; all where nothing is chosen.
    pub milestones: Option<Vec<MilestoneId>>,
    /// As of a day, or of today.
    pub as_of: Option<AsOf>,
    /// The language of fixed words and dates.
    pub locale: Locale,
}

/// A timeline written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineWritten {
    /// Where.
    pub path: PathBuf,
    /// How many bytes.
    pub bytes: usize,
    /// How many milestones are in it.
    pub milestones: usize,
    /// How many have no date and are left out.
    pub undated: usize,
}

impl Desk {
    /// Writes the timeline to a file; one that is there is replaced whole.
    ///
    /// # Errors
    /// `typeset` where no picture can be made of it (too tall: choose fewer), or when the file can't be written.
    pub fn export_timeline(
        &self,
        choice: &TimelineChoice,
        format: TimelineFormat,
        path: &Path,
    ) -> Result<TimelineWritten> {
        let (chart, undated) = self.chart(choice)?;
        let bytes = match format {
            TimelineFormat::Svg => svg(&chart).into_bytes(),
            TimelineFormat::Png => self.typesetter.png(&svg(&chart))?,
            TimelineFormat::TimelineJs => timelinejs(&chart).into_bytes(),
            TimelineFormat::Ics => ics(&chart).into_bytes(),
            TimelineFormat::Csv => table(&chart),
        };
        write_whole(path, &bytes)?;
        Ok(TimelineWritten {
            path: path.to_owned(),
            bytes: bytes.len(),
            milestones: chart.entries.len(),
            undated,
        })
    }

    /// Articles by the first day of their date of publication, and how many of them are no copies; known by a day are those
    /// published by then.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn article_days(&self, as_of: Option<AsOf>) -> Result<BTreeMap<Day, (u32, u32)>> {
        let mut days: BTreeMap<Day, (u32, u32)> = BTreeMap::new();
        for counted in self.read(|reader| reader.published_counts())? {
            let Some(date) = &counted.date else { continue };
            let told = match as_of {
                Some(AsOf { axis: Axis::KnownBy, day }) => date.latest().is_some_and(|latest| latest <= day),
                _ => true,
            };
            if let (true, Some(day)) = (told, date.earliest()) {
                let (articles, stories) = days.entry(day).or_default();
                *articles += counted.articles;
                *stories += counted.stories;
            }
        }
        Ok(days)
    }

    fn chart(&self, choice: &TimelineChoice) -> Result<(Chart, usize)> {
        let register = self.register()?;
        let Standings { mut milestones, lineage, .. } = match choice.as_of {
            Some(as_of) => register.standings(as_of),
            None => Standings { milestones: register.now(), lineage: register.lineage().to_vec(), later: 0 },
        };
        if let Some(chosen) = &choice.milestones {
            let chosen: HashSet<MilestoneId> = chosen.iter().copied().collect();
            milestones.retain(|one| chosen.contains(&one.row.id));
        }
        let all = milestones.len();
        milestones.retain(|one| one.row.milestone.date.is_some());
        let undated = all - milestones.len();
        let mut articles: Vec<ArticleId> =
            milestones.iter().flat_map(|one| one.evidence.iter().map(|row| row.evidence.article)).collect();
        articles.sort_unstable();
        articles.dedup();
        let (lanes, rows, dossier) =
            self.read(|reader| Ok((reader.lanes()?, reader.article_rows(&articles)?, reader.dossier()?)))?;
        let sources: HashMap<ArticleId, String> = rows.iter().map(|row| (row.id, source(row))).collect();
        let place = |one: &Standing| {
            lanes.iter().position(|lane| Some(&lane.slug) == one.row.milestone.lane.as_ref())
        };
        milestones.sort_by_cached_key(|one| {
            let date = one.row.milestone.date.as_ref().map(chancery_model::Edtf::order);
            (
                place(one).unwrap_or(usize::MAX),
                date,
                one.row.milestone.title.get(language(choice.locale)).to_owned(),
            )
        });
        let at: HashMap<MilestoneId, usize> =
            milestones.iter().enumerate().map(|(index, one)| (one.row.id, index)).collect();
        let links = lineage.iter().filter_map(|row| {
            Some(ChartLink {
                from: *at.get(&row.lineage.from)?,
                to: *at.get(&row.lineage.to)?,
                kind: row.lineage.kind,
                judged: row.lineage.evidence.is_none(),
            })
        });
        let mut density: BTreeMap<Day, u32> = BTreeMap::new();
        for (day, (articles, _)) in self.article_days(choice.as_of)? {
            *density.entry(Day { day: 1, ..day }).or_default() += articles;
        }
        let ladder = register.ladder();
        let words = |step: &Step| step.words.get(language(choice.locale)).to_owned();
        let chart = Chart {
            steps: match ladder.is_default() {
                true => Vec::new(),
                false => ladder.steps.iter().map(|step| (step.sense, words(step))).collect(),
            },
            title: dossier.name.get(language(choice.locale)).to_owned(),
            locale: choice.locale,
            made: self.clock.today(),
            as_of: choice.as_of,
            links: links.collect(),
            entries: milestones
                .iter()
                .filter_map(|one| {
                    let own = one.row.step.as_deref().and_then(|step| ladder.step(step)).map(words);
                    entry(one, own, &lanes, &sources, choice.locale)
                })
                .collect(),
            density: density.into_iter().collect(),
            undated,
        };
        Ok((chart, undated))
    }
}

fn entry(
    one: &Standing,
    own: Option<String>,
    lanes: &[Lane],
    sources: &HashMap<ArticleId, String>,
    locale: Locale,
) -> Option<ChartEntry> {
    let milestone = &one.row.milestone;
    let lane = lanes.iter().find(|lane| Some(&lane.slug) == milestone.lane.as_ref());
    let telling = |row: &&std::sync::Arc<EvidenceRow>| {
        row.evidence.stance == Stance::Supports && row.evidence.status_change.is_none()
    };
    let passage = |row: &std::sync::Arc<EvidenceRow>| {
        (row.evidence.anchor.exact.clone(), sources.get(&row.evidence.article).cloned().unwrap_or_default())
    };
    Some(ChartEntry {
        uid: one.row.uid.to_string(),
        title: milestone.title.get(language(locale)).to_owned(),
        kind: milestone.kind,
        lane: lane.map(|lane| lane.title.get(language(locale)).to_owned()),
        date: milestone.date.clone()?,
        who: milestone.who.get(language(locale)).to_owned(),
        status: one.row.status,
        own,
        passages: one.evidence.iter().filter(telling).map(passage).collect(),
    })
}

/// "TASS, 2021-05-28": enough to find it.
fn source(row: &ArticleRow) -> String {
    let outlet = row.outlet.as_ref().map(|(_, name)| name.clone());
    let published = row.published.as_ref().map(|published| published.date.to_string());
    [outlet.or_else(|| Some(row.title.clone())), published]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

/// Formats there are, for the words of an error.
pub(crate) const ENDINGS: &str = ".svg, .png, .json (TimelineJS), .ics or .csv";

/// The format of a path.
///
/// # Errors
/// `no-such-word` naming what there is.
pub fn timeline_format(path: &Path) -> Result<TimelineFormat> {
    TimelineFormat::of(path).ok_or_else(|| DeskError::NoSuchWord {
        what: "timeline",
        word: format!("{}: end it in {ENDINGS}", path.display()),
    })
}
