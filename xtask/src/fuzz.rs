//! `cargo xtask fuzz`: bytes nobody meant to be an article, thrown at every reader until one breaks.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{Context, Failure, Outcome, announce, cargo, pass_through, probe};
use crate::house::House;
use crate::system::{self, Need};

/// The version the targets were written for.
const CARGO_FUZZ: &str = "0.13.2";

/// The targets, each with the list of words its inputs are spiced with.
const TARGETS: [(&str, &str); 19] = [
    ("pdf", "pdf"),
    ("html", "html"),
    ("office", "xml"),
    ("rtf", "rtf"),
    ("eml", "mail"),
    ("mhtml", "mail"),
    ("mbox", "mail"),
    ("archive", "web"),
    ("packed_office", "web"),
    ("ris", "list"),
    ("bibtex", "list"),
    ("json", "list"),
    ("lists", "xml"),
    ("zotero", "xml"),
    ("feed", "xml"),
    ("text", "prose"),
    ("prose", "prose"),
    ("query", "prose"),
    ("any", "html"),
];

pub(crate) fn run(house: &House, rest: &[String]) -> Outcome<()> {
    let options = Options::parse(rest)?;
    system::provide(&[Need::Build])?;
    install(house)?;
    let place = Place::of(house)?;
    let mut broken = Vec::new();
    for (target, words) in TARGETS.into_iter().filter(|(target, _)| options.wants(target)) {
        announce(format_args!("Fuzzing “{target}” for {} s", options.seconds));
        if let Err(failure) = place.run(target, words, options.seconds) {
            announce(failure);
            broken.push(target);
        }
    }
    if broken.is_empty() {
        announce("No reader broke");
        return Ok(());
    }
    let found = place.scratch.join("found");
    Err(Failure(format!("broken: {}; what broke them lies in {}", broken.join(", "), found.display())))
}

#[derive(Debug, PartialEq, Eq)]
struct Options {
    /// All where none is named.
    targets: Vec<String>,
    seconds: u32,
}

impl Options {
    fn parse(rest: &[String]) -> Outcome<Self> {
        let mut options = Self { targets: Vec::new(), seconds: 600 };
        let mut rest = rest.iter();
        while let Some(word) = rest.next() {
            if word == "--seconds" {
                let number = rest.next().and_then(|number| number.parse().ok());
                options.seconds = number.ok_or_else(|| Failure("--seconds needs a number".into()))?;
            } else if TARGETS.iter().any(|(target, _)| target == word) {
                options.targets.push(word.clone());
            } else {
                let known = TARGETS.map(|(target, _)| target).join(", ");
                return Err(Failure(format!("there is no fuzz target “{word}”; there are: {known}")));
            }
        }
        Ok(options)
    }

    fn wants(&self, target: &str) -> bool {
        self.targets.is_empty() || self.targets.iter().any(|wanted| wanted == target)
    }
}

fn install(house: &House) -> Outcome<()> {
    if probe("cargo-fuzz", &["--version"]).is_some_and(|version| version.ends_with(CARGO_FUZZ)) {
        return Ok(());
    }
    announce(format_args!("Installing cargo-fuzz {CARGO_FUZZ}"));
    pass_through(cargo(&house.root).args(["install", "cargo-fuzz", "--locked", "--version", CARGO_FUZZ]))
}

struct Place {
    root: PathBuf,
    /// Build, grown corpus and findings; the seeds stay as they are.
    scratch: PathBuf,
}

impl Place {
    fn of(house: &House) -> Outcome<Self> {
        Ok(Self { root: house.root.join("src-tauri").join("fuzz"), scratch: house.scratch()?.join("fuzz") })
    }

    fn run(&self, target: &str, words: &str, seconds: u32) -> Outcome<()> {
        let corpus = folder(&self.scratch.join("corpus").join(target))?;
        let found = folder(&self.scratch.join("found"))?;
        let mut fuzz: Command = cargo(&self.root);
        // Sanitisers are unstable flags; the compiler of the house knows them all the same.
        fuzz.env("RUSTC_BOOTSTRAP", "1").env_remove("CARGO_TARGET_DIR");
        // SQLite is one file, in which two tables have the same name; that is no error.
        fuzz.env("ASAN_OPTIONS", "detect_odr_violation=0");
        fuzz.args(["fuzz", "run", "--fuzz-dir", ".", "--target-dir"]).arg(self.scratch.join("target"));
        fuzz.arg(target).arg(corpus).args(self.seeds(target)?).arg("--");
        fuzz.args(["-rss_limit_mb=2048", "-timeout=20", "-max_len=65536", "-print_final_stats=1"]);
        fuzz.arg(format!("-max_total_time={seconds}"));
        fuzz.arg(format!("-dict={}", self.root.join("words").join(format!("{words}.dict")).display()));
        fuzz.arg(format!("-artifact_prefix={}", found.join(format!("{target}-")).display()));
        pass_through(&mut fuzz)
    }

    /// Its own seeds; any file at all begins from everyone's.
    fn seeds(&self, target: &str) -> Outcome<Vec<PathBuf>> {
        let seeds = self.root.join("seeds");
        if target == "any" {
            let entries = std::fs::read_dir(&seeds).context(seeds.display())?;
            return entries.map(|entry| Ok(entry.context(seeds.display())?.path())).collect();
        }
        let mut folders = vec![seeds.join(target)];
        if target == "pdf" {
            folders.push(self.root.join("../crates/intake/tests/pdf"));
        }
        Ok(folders)
    }
}

fn folder(path: &Path) -> Outcome<PathBuf> {
    std::fs::create_dir_all(path).context(path.display())?;
    Ok(path.to_owned())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn parse(words: &[&str]) -> Outcome<Options> {
        Options::parse(&words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn targets_and_time_are_read() {
        let options = parse(&["pdf", "--seconds", "5"]).unwrap();
        assert!(options.wants("pdf") && !options.wants("html") && options.seconds == 5);
        assert!(parse(&[]).unwrap().wants("html"));
        assert!(parse(&["pfd"]).unwrap_err().0.contains("pdf"));
        assert!(parse(&["--seconds", "x"]).is_err());
    }

    #[test]
    fn every_target_has_its_seeds_and_its_words() {
        let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/fuzz");
        for (target, words) in TARGETS {
            assert!(fuzz.join(format!("targets/{target}.rs")).exists(), "{target}");
            assert!(target == "any" || fuzz.join("seeds").join(target).is_dir(), "{target}");
            assert!(fuzz.join(format!("words/{words}.dict")).exists(), "{words}");
        }
        assert_eq!(std::fs::read_dir(fuzz.join("targets")).unwrap().count(), TARGETS.len());
    }
}
