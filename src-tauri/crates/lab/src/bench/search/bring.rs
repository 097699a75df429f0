//! Brings articles in as an analyst would: JSON Lines by the thousand, through the import of the desk.

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use chancery_desk::{Library, Progress, SystemClock};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::super::{NoPress, cpu_seconds, import::peak_megabytes};
use super::Result;
use crate::generate::corpus::Corpus;

/// Articles in a file.
const IN_A_FILE: usize = 5_000;

/// How a dossier came about; kept beside it, so that it can be asked again another day.
#[derive(Clone, Deserialize, Serialize)]
pub(super) struct Brought {
    pub(super) articles: usize,
    pub(super) seed: u64,
    /// What of the generator's names there is to ask for, by language.
    pub(super) names: [usize; 3],
    /// Titles and texts, in bytes.
    pub(super) text_megabytes: f64,
    pub(super) import: Import,
}

#[derive(Clone, Deserialize, Serialize)]
pub(super) struct Import {
    pub(super) seconds: f64,
    pub(super) cpu_seconds: f64,
    pub(super) stored: u64,
    pub(super) peak_megabytes: f64,
    pub(super) dossier_megabytes: f64,
}

/// The dossier with so many articles: the one that is there, or a new one, which `import` fills from a folder.
pub(super) fn dossier(
    file: &Path,
    articles: usize,
    seed: u64,
    import: impl Fn(&Path, &Path) -> Result<Import>,
) -> Result<Brought> {
    let beside = beside(file);
    if file.exists() {
        let told = fs::read_to_string(&beside).map_err(|error| {
            format!(
                "{} tells how {} came about: {error}. Delete the dossier to have it made anew",
                beside.display(),
                file.display()
            )
        })?;
        let brought: Brought = serde_json::from_str(&told)?;
        if (brought.articles, brought.seed) != (articles, seed) {
            return Err(format!(
                "{} holds {} articles of seed {}, asked are {articles} of seed {seed}",
                file.display(),
                brought.articles,
                brought.seed
            )
            .into());
        }
        return Ok(brought);
    }
    let folder = file.parent().ok_or("the dossier needs a folder")?;
    fs::create_dir_all(folder)?;
    // Beside the dossier, where there is room for both.
    let scratch = tempfile::tempdir_in(folder)?;
    let inbox = scratch.path().join("in");
    eprintln!("Writing {articles} articles");
    let (names, text_bytes) = write(&inbox, articles, seed)?;
    eprintln!("Importing them");
    let made = scratch.path().join("made.dossier");
    let import = import(&inbox, &made)?;
    fs::rename(made, file)?;
    let text_megabytes = text_bytes as f64 / 1e6;
    let brought = Brought { articles, seed, names, text_megabytes, import };
    fs::write(beside, serde_json::to_string_pretty(&brought)?)?;
    Ok(brought)
}

fn beside(dossier: &Path) -> PathBuf {
    dossier.with_extension("brought.json")
}

pub(super) fn path(path: &Path) -> Result<String> {
    Ok(path.to_str().ok_or("a path that is no Unicode")?.to_owned())
}

/// Writes the files; tells how many names there are by language, and the bytes of titles and texts.
fn write(inbox: &Path, articles: usize, seed: u64) -> Result<([usize; 3], usize)> {
    fs::create_dir_all(inbox)?;
    let mut corpus = Corpus::new(seed);
    let mut bytes = 0;
    for from in (0..articles).step_by(IN_A_FILE) {
        let mut file = BufWriter::new(File::create(inbox.join(format!("{from:07}.jsonl")))?);
        for article in corpus.by_ref().take(IN_A_FILE.min(articles - from)) {
            bytes += article.title.len() + article.text.len();
            let line = json!({
                "title": article.title,
                "text": article.text,
                "url": article.url,
                "outlet": article.outlet,
                "published": article.published,
                "lang": article.language,
            });
            serde_json::to_writer(&mut file, &line)?;
            file.write_all(b"\n")?;
        }
        file.flush()?;
    }
    Ok((corpus.names(), bytes))
}

/// In a process of its own, so that its memory is its own.
pub(super) fn import(inbox: &Path, dossier: &Path) -> Result<Import> {
    let data = tempfile::tempdir()?;
    let library = Library::new(data.path().to_owned(), Arc::new(SystemClock), Arc::new(NoPress));
    // From the bundled dossier, so that the codebook is there and every article is tagged.
    let desk = library.create(dossier, "", true)?;
    let began = Instant::now();
    let report = desk.import(&[inbox.to_owned()], &mut Progress::silent())?;
    let seconds = began.elapsed().as_secs_f64();
    let cpu_seconds = cpu_seconds().0;
    // Closed, or its journal would be measured with it.
    drop(desk);
    Ok(Import {
        seconds,
        cpu_seconds,
        stored: report.counts.came_in(),
        peak_megabytes: peak_megabytes(),
        dossier_megabytes: fs::metadata(dossier)?.len() as f64 / 1e6,
    })
}
