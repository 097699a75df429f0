//! recoll on the same articles as files, where it is installed: what a desktop search takes for them.

use std::path::Path;
use std::process::{Command, Stdio};
use std::{fmt, fs};

use serde::Serialize;

use super::super::import;
use super::Result;
use super::kinds::Kind;
use super::times::Times;
use crate::generate::corpus::Corpus;

/// More files take it longer than anybody waits for a benchmark.
const AT_MOST: usize = 100_000;
/// Each question starts a program, so few are asked.
const QUESTIONS: usize = 20;
/// Kinds whose words it can be asked as they are.
const PLAIN: [&str; 3] = ["rare name, en", "medium word, en", "common word, en"];

#[derive(Serialize)]
pub(super) struct Told {
    index: import::Other,
    /// With starting the program.
    kinds: Vec<(String, Times)>,
}

/// Where it is not installed, or for too many articles, nothing is told.
pub(super) fn run(articles: usize, seed: u64, kinds: &[Kind]) -> Result<Option<Told>> {
    let there = |program: &str| {
        let quiet = Command::new(program).arg("-h").stdout(Stdio::null()).stderr(Stdio::null()).status();
        quiet.is_ok()
    };
    if articles > AT_MOST || !there("recollindex") || !there("recollq") {
        return Ok(None);
    }
    eprintln!("Indexing {articles} files with recollindex");
    let scratch = tempfile::tempdir()?;
    let (inbox, place) = (scratch.path().join("in"), scratch.path().join("recoll"));
    for (serial, article) in Corpus::new(seed).take(articles).enumerate() {
        let inside = inbox.join(format!("{:03}", serial / 1000));
        if serial % 1000 == 0 {
            fs::create_dir_all(&inside)?;
        }
        fs::write(
            inside.join(format!("{serial:06}.txt")),
            format!("{}\n\n{}\n", article.title, article.text),
        )?;
    }
    let index = import::recoll(&inbox, &place)?;
    let plain = kinds.iter().filter(|kind| PLAIN.contains(&kind.name.as_str()));
    let times = |kind: &Kind| Ok((kind.name.clone(), ask(&place, kind)?));
    Ok(Some(Told { index, kinds: plain.map(times).collect::<Result<_>>()? }))
}

fn ask(place: &Path, kind: &Kind) -> Result<Times> {
    let some = kind.questions.get(..QUESTIONS).unwrap_or(&kind.questions);
    Times::of(some, |question| {
        let mut recollq = Command::new("recollq");
        recollq.arg("-c").arg(place).env("RECOLL_CONFDIR", place).args(["-n", "50", &question.words]);
        recollq.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
        Ok(())
    })
}

impl fmt::Display for Told {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{:.1} s", self.index.seconds)?;
        self.kinds.iter().try_for_each(|(name, times)| write!(to, "; {name} {times} ms"))
    }
}
