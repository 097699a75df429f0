//! Times a large register: 10,000 milestones with 50,000 pieces of evidence, turned from day to day.

use std::collections::BTreeMap;
use std::fs;
use std::hint::black_box;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use chancery_desk::{AsOf, Axis, Desk, Library, LineageEntry, Progress, SystemClock};
use chancery_model::{
    Anchor, ArticleId, CodePoints, Day, Edtf, EvidenceOrigin, InLanguages, LineageKind, MilestoneId,
    MilestoneKind, OperationKind, Proves, Span, Stance, Status,
};
use chancery_store::{Evidence, Milestone, Moment, NewOperation, OpenOptions, StatusChange, Store, Writer};
use clap::Args;
use serde::Serialize;

use super::{NoPress, Outcome};
use crate::generate::{Numbers, article};

#[derive(Args)]
pub(crate) struct Options {
    /// How many milestones.
    #[arg(long, default_value_t = 10_000)]
    milestones: usize,
    /// Pieces of evidence each has.
    #[arg(long, default_value_t = 5)]
    evidence: usize,
    /// Articles the evidence is taken from.
    #[arg(long, default_value_t = 1_000)]
    articles: usize,
    /// Seed of the generator.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Keep the dossier here, for the window to be measured with.
    #[arg(long, value_name = "FILE")]
    dossier: Option<PathBuf>,
    /// Write what was measured as JSON, too.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

/// Days asked about.
const DAYS: usize = 41;

/// In milliseconds.
#[derive(Serialize)]
struct Times {
    median: f64,
    slowest: f64,
}

pub(super) fn run(options: &Options) -> Outcome {
    let folder = tempfile::tempdir()?;
    let file = options.dossier.clone().unwrap_or_else(|| folder.path().join("bench.dossier"));
    let library = Library::new(folder.path().join("data"), Arc::new(SystemClock), Arc::new(NoPress));
    make(options, &library, folder.path(), &file)?;
    let desk = Desk::open(&file, folder.path(), Arc::new(SystemClock), Arc::new(NoPress))?;

    let mut told: BTreeMap<&str, Times> = BTreeMap::new();
    let mut tell = |what: &'static str, mut times: Vec<f64>| {
        times.sort_by(f64::total_cmp);
        let of = |at: usize| times.get(at).copied().unwrap_or_default();
        let times = Times { median: of(times.len() / 2), slowest: of(times.len().saturating_sub(1)) };
        println!("| {what} | {:.1} ms | {:.1} ms |", times.median, times.slowest);
        told.insert(what, times);
    };
    println!(
        "{} milestones, {} pieces of evidence, {} articles, seed {}\n\n| what | median | slowest |\n|---|---|---|",
        options.milestones,
        options.milestones * options.evidence,
        options.articles,
        options.seed
    );
    tell(
        "the register read from the file, after something was written",
        timed(1, |_| desk.register().map(drop))?,
    );
    let register = desk.register()?;
    let day = |at: usize| Day {
        year: 1995 + i64::try_from(at).unwrap_or_default() * 30 / DAYS as i64,
        month: 6,
        day: 15,
    };
    for (what, axis) in
        [("as-of switch, happened by", Axis::HappenedBy), ("as-of switch, known by", Axis::KnownBy)]
    {
        tell(
            what,
            timed(DAYS, |at| {
                let standings = desk.register()?.standings(AsOf { axis, day: day(at) });
                black_box(standings);
                Ok(())
            })?,
        );
    }
    tell(
        "two days compared",
        timed(DAYS, |at| {
            black_box(register.between(Axis::KnownBy, day(at), day(DAYS)));
            Ok(())
        })?,
    );
    let standings = register.now();
    for (what, by) in
        [("register sorted by title", 0), ("register sorted by date", 1), ("register sorted by status", 2)]
    {
        tell(
            what,
            timed(DAYS, |_| {
                let mut rows: Vec<_> = standings.iter().map(|one| &one.row).collect();
                match by {
                    0 => rows.sort_by(|a, b| a.milestone.title.en.cmp(&b.milestone.title.en)),
                    1 => rows.sort_by_cached_key(|row| row.milestone.date.as_ref().map(Edtf::order)),
                    _ => rows.sort_by_key(|row| row.status),
                }
                black_box(rows);
                Ok(())
            })?,
        );
    }
    if let Some(path) = &options.report {
        fs::write(path, serde_json::to_string_pretty(&told)?)?;
    }
    Ok(())
}

/// Milliseconds each run took.
fn timed(
    runs: usize,
    mut work: impl FnMut(usize) -> chancery_desk::Result<()>,
) -> Result<Vec<f64>, chancery_desk::DeskError> {
    (0..runs)
        .map(|at| {
            let began = Instant::now();
            work(at)?;
            Ok(began.elapsed().as_secs_f64() * 1e3)
        })
        .collect()
}

fn make(options: &Options, library: &Library, folder: &std::path::Path, file: &std::path::Path) -> Outcome {
    let inbox = folder.join("in");
    fs::create_dir(&inbox)?;
    let mut numbers = Numbers::new(options.seed);
    for serial in 0..options.articles {
        fs::write(inbox.join(format!("{serial:06}.txt")), article(&mut numbers, serial))?;
    }
    let articles = {
        let desk = library.create(file, "", true)?;
        desk.import(std::slice::from_ref(&inbox), &mut Progress::silent())?;
        desk.read(|reader| reader.article_ids(None, u32::MAX))?
    };
    let store = Store::open(file, &OpenOptions { backup_dir: folder.to_owned() })?;
    let texts = store.read(|reader| {
        let read = |id: &ArticleId| Ok((*id, reader.readable(*id)?.text));
        articles.iter().map(read).collect::<chancery_store::Result<Vec<_>>>()
    })?;
    let texts: Vec<_> = texts.into_iter().filter(|(_, text)| text.chars().count() > 200).collect();
    let lanes = store.read(|reader| reader.lanes())?;
    let now = Moment(1_767_225_600_000);
    let new = NewOperation { kind: OperationKind::AddMilestone, args: serde_json::json!({}), at: now };
    let made = store.perform(new, |writer| {
        (0..options.milestones)
            .map(|serial| {
                let lane = lanes.get(serial % lanes.len().max(1)).map(|lane| lane.slug.clone());
                one(writer, &mut numbers, serial, lane, options.evidence, &texts)
            })
            .collect::<chancery_store::Result<Vec<MilestoneId>>>()
    })?;
    drop(store);
    let desk = Desk::open(file, folder, Arc::new(SystemClock), Arc::new(NoPress))?;
    for pair in made.value.chunks(100) {
        if let [from, to, ..] = *pair {
            let judgement = Some("made up".to_owned());
            desk.add_lineage(&LineageEntry {
                from,
                to,
                kind: LineageKind::Became,
                evidence: None,
                judgement,
            })?;
        }
    }
    Ok(())
}

fn one(
    writer: &Writer<'_>,
    numbers: &mut Numbers,
    serial: usize,
    lane: Option<String>,
    evidence: usize,
    texts: &[(ArticleId, String)],
) -> chancery_store::Result<MilestoneId> {
    let date =
        Day { year: 1995 + below(numbers, 30), month: 1 + small(numbers, 12), day: 1 + small(numbers, 28) };
    let written = match serial % 5 {
        0 => format!("{:04}-{:02}", date.year, date.month),
        1 => format!("/{:04}-{:02}", date.year, date.month),
        2 => format!("{:04}~", date.year),
        _ => date.to_string(),
    };
    let id = writer.add_milestone(&Milestone {
        slug: None,
        parent: None,
        lane,
        kind: *MilestoneKind::ALL.get(serial % MilestoneKind::ALL.len()).unwrap_or(&MilestoneKind::Decision),
        title: InLanguages::english(format!("Milestone {serial} on the harmonisation of markets")),
        date: Edtf::parse(&written).ok(),
        date_rule: String::new(),
        who: InLanguages::english("the two governments"),
        role: None,
        position: 0,
        description: String::new(),
        deadline: None,
    })?;
    let mut proofs = Vec::with_capacity(evidence);
    for _ in 0..evidence {
        let Some((article, text)) =
            texts.get(usize::try_from(below(numbers, i64::try_from(texts.len()).unwrap_or(1))).unwrap_or(0))
        else {
            continue;
        };
        let start = u32::from(small(numbers, 100));
        let points = CodePoints::new(text);
        let Some(anchor) = Anchor::take(&points, Span::new(start, start + 60)) else { continue };
        proofs.push(Evidence {
            milestone: id,
            status_change: None,
            article: *article,
            anchor,
            stance: Stance::Supports,
            proves: vec![Proves::Milestone],
            origin: EvidenceOrigin::Analyst,
        });
    }
    let step = if serial.is_multiple_of(2) {
        let status = *Status::ALL.get(serial % Status::ALL.len()).unwrap_or(&Status::Begun);
        let change = StatusChange {
            status,
            step: None,
            since: Edtf::parse(&written).ok(),
            known: None,
            judgement: None,
            decided_by: String::new(),
        };
        Some(writer.set_status(id, &change)?)
    } else {
        None
    };
    for (place, mut proof) in proofs.into_iter().enumerate() {
        if place == 0 {
            proof.status_change = step;
        }
        writer.attach_evidence(&proof)?;
    }
    Ok(id)
}

fn below(numbers: &mut Numbers, limit: i64) -> i64 {
    // Small limits: the loss of precision is none.
    (numbers.share() * limit as f64) as i64
}

fn small(numbers: &mut Numbers, limit: u8) -> u8 {
    u8::try_from(below(numbers, i64::from(limit))).unwrap_or(0)
}
