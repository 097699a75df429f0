//! Topics learned from labelled articles, on stories of several topics and on news of one topic each, beside a plain linear
//! support vector machine trained and asked on the same articles.

mod data;
mod draws;
mod one_each;
mod plain;
mod score;
mod several;

use std::path::Path;

use serde::Serialize;

use super::{Options, Outcome};
use data::{Shape, Story};

/// Stories that may have several topics, and news of one topic each.
const SEVERAL: &str = "reuters-train.jsonl.gz";
const ONE_EACH: &str = "slavic-news.jsonl.gz";

#[derive(Default, Serialize)]
struct Report {
    #[serde(skip_serializing_if = "Option::is_none")]
    several: Option<several::Report>,
    #[serde(skip_serializing_if = "Option::is_none")]
    one_each: Option<one_each::Report>,
}

pub(super) fn run(options: &Options) -> Outcome {
    let report = match (&options.train, &options.test) {
        (Some(train), Some(test)) => of_two_files(train, test)?,
        _ => of_folder(&options.folder("topics")?)?,
    };
    if options.json {
        println!("{}", serde_json::to_string_pretty(&report)?);
    } else {
        report.several.iter().for_each(several::Report::print);
        report.one_each.iter().for_each(one_each::Report::print);
    }
    Ok(())
}

fn of_folder(folder: &Path) -> Result<Report, Box<dyn std::error::Error>> {
    let stories = data::read(&folder.join(SEVERAL))?;
    let news = data::read(&folder.join(ONE_EACH))?;
    Ok(Report { several: Some(several::in_folds(&stories)), one_each: Some(one_each::within(&news)) })
}

/// Trained on one file, asked on another of the same shape.
fn of_two_files(train: &Path, test: &Path) -> Result<Report, Box<dyn std::error::Error>> {
    let (labelled, asked) = (data::read(train)?, data::read(test)?);
    match (data::shape(&labelled), data::shape(&asked)) {
        (Shape::Several, Shape::Several) => {
            Ok(Report { several: Some(several::on(&labelled, &asked)), one_each: None })
        }
        (Shape::OneEach, Shape::OneEach) => {
            Ok(Report { several: None, one_each: Some(one_each::between(&labelled, &asked)) })
        }
        _ => Err(format!(
            "{} and {} differ in shape: give two files whose lines have “topics”, or two whose lines have “topic”",
            train.display(),
            test.display()
        )
        .into()),
    }
}

/// How the topics of some stories are told by labelled ones: for each story and topic a number to compare, and whether it is told.
trait Method {
    fn told(&self, labelled: &[&Story], topics: &[String], asked: &[&Story]) -> Vec<Vec<Told>>;
}

#[derive(Clone, Copy)]
struct Told {
    /// Compares the topics of one story; `None` where nothing was learned.
    fits: Option<f64>,
    /// Where the method gives one, else 0 or 1.
    probability: f64,
    told: bool,
}
