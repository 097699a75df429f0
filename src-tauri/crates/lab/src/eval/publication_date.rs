//! The day saved pages were published on, counted as htmldate's evaluation counts: a wrong day is a false positive, none a false
//! negative; and how far the confidence given with a day holds.

use std::collections::BTreeMap;
use std::fs;
use std::time::{Duration, Instant};

use chancery_intake::{Limits, read};
use chancery_model::{Confidence, Day};
use serde::{Deserialize, Serialize};

use super::article_text::{page, share};
use super::{Options, Outcome};

#[derive(Deserialize)]
struct Truth {
    /// `2021-11-03`, or null where the page has no day.
    date: Option<String>,
}

#[derive(Default, Serialize)]
struct Score {
    pages: usize,
    dated: usize,
    /// Pages whose very day was read, among them those that have none and got none.
    right: usize,
    /// Pages that got another day, or one where they have none.
    wrong: usize,
    /// Dated pages that got none.
    none: usize,
    accuracy: f64,
    f1: f64,
    high: Share,
    medium: Share,
    low: Share,
    /// Dated pages whose day is given as certain.
    certain: f64,
    /// Of the days given as certain, those that are wrong.
    certain_wrong: f64,
    milliseconds_a_page: f64,
    slowest_milliseconds: f64,
}

/// Days given with one confidence.
#[derive(Default, Serialize)]
struct Share {
    given: usize,
    wrong: usize,
}

pub(super) fn run(options: &Options) -> Outcome {
    let folder = options.folder("publication-date")?;
    let truth: BTreeMap<String, Truth> = serde_json::from_slice(&fs::read(folder.join("truth.json"))?)?;
    // When the pages were saved is not known: no day of theirs lies after this one.
    let captured = Day::new(2026, 11, 21).ok_or("no such day")?;
    let mut score = Score { pages: truth.len(), ..Score::default() };
    let mut faults = Vec::new();
    let mut total = Duration::ZERO;
    let (mut exact, mut certain) = (0, 0);
    for (name, truth) in &truth {
        let bytes = page(&folder, name)?;
        let started = Instant::now();
        let document = read(&bytes, Some(name), captured, &Limits::default());
        let spent = started.elapsed();
        total += spent;
        score.slowest_milliseconds = score.slowest_milliseconds.max(spent.as_secs_f64() * 1000.0);
        let field = document.map(|document| document.published).unwrap_or_default();
        let day =
            field.value.as_ref().and_then(|published| published.date.only_day()).map(|day| day.to_string());
        let right = day == truth.date;
        score.dated += usize::from(truth.date.is_some());
        score.right += usize::from(right);
        score.none += usize::from(day.is_none() && !right);
        score.wrong += usize::from(day.is_some() && !right);
        exact += usize::from(right && day.is_some());
        certain += usize::from(truth.date.is_some() && field.confidence == Confidence::High);
        if day.is_some() {
            let given = match field.confidence {
                Confidence::High => &mut score.high,
                Confidence::Medium => &mut score.medium,
                Confidence::Low | Confidence::None => &mut score.low,
            };
            given.given += 1;
            given.wrong += usize::from(!right);
        }
        if !right {
            let show = |day: &Option<String>| day.clone().unwrap_or_else(|| "none".to_owned());
            faults.push(format!(
                "{name}: {}, read {} ({:?})",
                show(&truth.date),
                show(&day),
                field.confidence
            ));
        }
    }
    score.accuracy = share(score.right, score.pages);
    score.f1 = share(2 * exact, 2 * exact + score.wrong + score.none);
    score.certain = share(certain, score.dated);
    score.certain_wrong = share(score.high.wrong, score.high.given);
    score.milliseconds_a_page = total.as_secs_f64() * 1000.0 / score.pages.max(1) as f64;
    if options.json {
        println!("{}", serde_json::to_string_pretty(&score)?);
    } else {
        print(&score);
        println!();
        faults.iter().for_each(|fault| println!("{fault}"));
    }
    Ok(())
}

fn print(score: &Score) {
    println!("| | accuracy | F |\n|---|---|---|");
    println!("| Chancery | {:.3} | {:.3} |", score.accuracy, score.f1);
    println!("| htmldate 1.11, this half, measured | .911 | .953 |");
    println!("| newspaper4k, the whole set, published | | .810 |");
    println!("| dom_smoothie, the whole set, measured | | .683 |");
    println!("\n| confidence | days given | wrong |\n|---|---|---|");
    for (name, share) in [("high", &score.high), ("medium", &score.medium), ("low", &score.low)] {
        println!("| {name} | {} | {} |", share.given, share.wrong);
    }
    println!(
        "\n{} pages, {} dated; right {}, wrong {}, none {}; certain {:.1} % of the dated, {:.1} % of these wrong; \
         {:.1} ms a page, slowest {:.0} ms",
        score.pages,
        score.dated,
        score.right,
        score.wrong,
        score.none,
        score.certain * 100.0,
        score.certain_wrong * 100.0,
        score.milliseconds_a_page,
        score.slowest_milliseconds
    );
}
