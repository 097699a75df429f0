//! The walls of the house, checked: which crate may depend on which, and what no crate may say.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::command::{Context, Failure, Outcome};
use crate::house::House;

/// Every crate of ours and the crates of ours it may depend on: design.md's arrows, and shell → cli.
const ARROWS: [(&str, &[&str]); 12] = [
    ("chancery", &["chancery-cli", "chancery-wire", "chancery-desk", "chancery-typeset", "chancery-model"]),
    ("chancery-cli", &["chancery-wire", "chancery-desk", "chancery-typeset", "chancery-model"]),
    ("chancery-wire", &["chancery-desk", "chancery-model"]),
    (
        "chancery-desk",
        &["chancery-store", "chancery-intake", "chancery-briefing", "chancery-text", "chancery-model"],
    ),
    ("chancery-store", &["chancery-text", "chancery-model"]),
    ("chancery-intake", &["chancery-text", "chancery-model"]),
    ("chancery-typeset", &["chancery-briefing", "chancery-model"]),
    ("chancery-briefing", &["chancery-model"]),
    ("chancery-text", &["chancery-model"]),
    ("chancery-model", &[]),
    (
        "chancery-lab",
        &[
            "chancery-cli",
            "chancery-desk",
            "chancery-store",
            "chancery-intake",
            "chancery-briefing",
            "chancery-typeset",
            "chancery-text",
            "chancery-model",
        ],
    ),
    ("xtask", &[]),
];

/// What `model` and `text` may not reach for: time, files, the environment and chance are passed in.
const IMPURE: [&str; 12] = [
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "SystemTime",
    "Instant::now",
    "Utc::now",
    "Local::now",
    "Uuid::now_v7",
    "Uuid::new_v4",
    "rand::",
    "getrandom",
];

/// A rule that was looked at, and where it is broken.
pub(crate) struct Rule {
    pub(crate) name: &'static str,
    pub(crate) broken: Vec<String>,
}

pub(crate) fn check(house: &House) -> Outcome<Vec<Rule>> {
    let crates = Crate::all(&house.metadata)?;
    let mut sources = Vec::new();
    for one in &crates {
        sources.push((one, one.sources()?));
    }
    Ok(vec![
        Rule { name: "crates depend along the arrows only", broken: arrows(&crates) },
        Rule { name: "below the shell nothing names Tauri", broken: tauri(&crates, &sources) },
        Rule { name: "outside store nothing names rusqlite", broken: sqlite(&crates, &sources) },
        Rule { name: "domain types are not serialisable", broken: serde(&crates) },
        Rule { name: "model and text are pure", broken: purity(&sources) },
        Rule { name: "unsafe code is forbidden", broken: unsafe_code(&crates, &sources)? },
    ])
}

struct Crate {
    name: String,
    folder: PathBuf,
    manifest: PathBuf,
    dependencies: Vec<Dependency>,
}

struct Dependency {
    name: String,
    dev: bool,
}

/// A source file as it is checked: without its comments and its test modules.
struct Source {
    file: PathBuf,
    code: String,
    whole: String,
}

impl Crate {
    fn all(metadata: &Value) -> Outcome<Vec<Self>> {
        let packages = metadata.get("packages").and_then(Value::as_array);
        let packages = packages.ok_or_else(|| Failure("cargo metadata lists no packages".into()))?;
        packages.iter().map(Self::read).collect()
    }

    fn read(package: &Value) -> Outcome<Self> {
        let text = |value: &Value, key: &str| {
            let found = value.get(key).and_then(Value::as_str);
            found.map(str::to_owned).ok_or_else(|| Failure(format!("cargo metadata has no “{key}”")))
        };
        let name = text(package, "name")?;
        let manifest = PathBuf::from(text(package, "manifest_path")?);
        let parent = manifest.parent().map(Path::to_owned).unwrap_or_default();
        // The shell's manifest is the root's, its sources are not.
        let folder = if name == "chancery" { parent.join("src-tauri").join("src") } else { parent };
        let mut dependencies = Vec::new();
        for one in package.get("dependencies").and_then(Value::as_array).into_iter().flatten() {
            let dev = one.get("kind").and_then(Value::as_str) == Some("dev");
            dependencies.push(Dependency { name: text(one, "name")?, dev });
        }
        Ok(Self { name, folder, manifest, dependencies })
    }

    fn sources(&self) -> Outcome<Vec<Source>> {
        let mut files = Vec::new();
        rust_files(&self.folder, &mut files)?;
        files.sort();
        let read = |file: PathBuf| {
            let whole = std::fs::read_to_string(&file).context(file.display())?;
            Ok(Source { code: shipped_code(&whole), whole, file })
        };
        files.into_iter().map(read).collect()
    }
}

type Sources<'a> = [(&'a Crate, Vec<Source>)];

fn arrows(crates: &[Crate]) -> Vec<String> {
    let mut broken = Vec::new();
    for one in crates {
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == one.name) else {
            broken.push(format!(
                "{} has no place in the house: give it one in xtask/src/architecture.rs",
                one.name
            ));
            continue;
        };
        for dependency in &one.dependencies {
            let ours = crates.iter().any(|other| other.name == dependency.name);
            let itself = dependency.dev && dependency.name == one.name;
            if ours && !itself && !allowed.contains(&dependency.name.as_str()) {
                broken.push(format!("{} → {}", one.name, dependency.name));
            }
        }
    }
    broken
}

fn tauri(crates: &[Crate], sources: &Sources) -> Vec<String> {
    let mut broken = depends(crates, "chancery", |name| {
        matches!(name, "tauri" | "wry" | "tao") || name.starts_with("tauri-")
    });
    broken.extend(says(sources, |name| name != "chancery" && name != "xtask", &["tauri::", "tauri_"]));
    broken
}

fn sqlite(crates: &[Crate], sources: &Sources) -> Vec<String> {
    let names = ["rusqlite", "rusqlite_migration", "libsqlite3-sys", "sqlx", "diesel"];
    let mut broken = depends(crates, "chancery-store", |name| names.contains(&name));
    broken.extend(says(sources, |name| name != "chancery-store" && name != "xtask", &["rusqlite"]));
    broken
}

fn serde(crates: &[Crate]) -> Vec<String> {
    let pure = |one: &&Crate| matches!(one.name.as_str(), "chancery-model" | "chancery-text");
    let mut broken = Vec::new();
    for one in crates.iter().filter(pure) {
        let found = one
            .dependencies
            .iter()
            .filter(|dependency| !dependency.dev && dependency.name.starts_with("serde"));
        broken.extend(found.map(|dependency| format!("{} → {}", one.name, dependency.name)));
    }
    broken
}

fn purity(sources: &Sources) -> Vec<String> {
    says(sources, |name| matches!(name, "chancery-model" | "chancery-text"), &IMPURE)
}

fn unsafe_code(crates: &[Crate], sources: &Sources) -> Outcome<Vec<String>> {
    let mut broken = Vec::new();
    for one in crates {
        let manifest = std::fs::read_to_string(&one.manifest).context(one.manifest.display())?;
        let inherits = manifest.contains("[lints]\nworkspace = true");
        let denies = one.name == "chancery-store" && manifest.contains("unsafe_code = \"deny\"");
        if !inherits && !denies {
            broken.push(format!("{} does not take the workspace's lints", one.name));
        }
        if one.name == "chancery" && !manifest.contains("unsafe_code = \"forbid\"") {
            broken.push("the workspace's lints do not forbid unsafe code".into());
        }
    }
    for (one, sources) in sources.iter().filter(|(one, _)| one.name != "xtask") {
        let allowing: Vec<_> =
            sources.iter().filter(|source| source.whole.contains("allow(unsafe_code)")).collect();
        let may = usize::from(one.name == "chancery-store");
        for source in allowing.iter().skip(may) {
            broken.push(format!("{} allows unsafe code", source.file.display()));
        }
    }
    Ok(broken)
}

fn depends(crates: &[Crate], only: &str, banned: impl Fn(&str) -> bool) -> Vec<String> {
    let others = crates.iter().filter(|one| one.name != only);
    let edges = others.flat_map(|one| one.dependencies.iter().map(move |dependency| (one, dependency)));
    edges
        .filter(|(_, dependency)| banned(&dependency.name))
        .map(|(one, dependency)| format!("{} → {}", one.name, dependency.name))
        .collect()
}

fn says(sources: &Sources, watched: impl Fn(&str) -> bool, words: &[&str]) -> Vec<String> {
    let mut broken = Vec::new();
    for (_, sources) in sources.iter().filter(|(one, _)| watched(&one.name)) {
        for source in sources {
            for word in words.iter().filter(|word| source.code.contains(**word)) {
                broken.push(format!("{} says “{word}”", source.file.display()));
            }
        }
    }
    broken
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) -> Outcome<()> {
    for entry in std::fs::read_dir(folder).context(folder.display())? {
        let path = entry.context(folder.display())?.path();
        // Tests may read files and clocks; only what ships is held to the rules.
        let tests = path.file_stem().is_some_and(|stem| stem == "tests");
        if path.is_dir() && !tests && path.file_name().is_some_and(|name| name != "target") {
            rust_files(&path, found)?;
        } else if !tests && path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    Ok(())
}

/// The file up to its test module, without comments: our test modules stand last.
fn shipped_code(whole: &str) -> String {
    let code = whole.split("\n#[cfg(test)]\n").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(name: &str, dependencies: &[&str]) -> Crate {
        let dependency = |name: &&str| Dependency { name: (*name).to_owned(), dev: false };
        Crate {
            name: name.into(),
            folder: PathBuf::new(),
            manifest: PathBuf::new(),
            dependencies: dependencies.iter().map(dependency).collect(),
        }
    }

    #[test]
    fn an_arrow_against_the_grain_is_found() {
        let crates =
            [one("chancery-model", &["serde", "chancery-text"]), one("chancery-text", &["chancery-model"])];
        assert_eq!(arrows(&crates), ["chancery-model → chancery-text"]);
    }

    #[test]
    fn a_crate_nobody_placed_is_found() {
        assert_eq!(arrows(&[one("chancery-extra", &[])]).len(), 1);
    }

    #[test]
    fn tauri_below_the_shell_is_found() {
        let crates = [one("chancery-desk", &["tauri"]), one("chancery", &["tauri", "tauri-plugin-dialog"])];
        assert_eq!(tauri(&crates, &[]), ["chancery-desk → tauri"]);
    }

    #[test]
    fn rusqlite_outside_the_store_is_found_in_manifests_and_sources() {
        let crates = [one("chancery-desk", &["rusqlite"]), one("chancery-store", &["rusqlite"])];
        assert_eq!(sqlite(&crates, &[]), ["chancery-desk → rusqlite"]);
        let desk = one("chancery-desk", &[]);
        let source =
            |code: &str| Source { file: "a.rs".into(), code: shipped_code(code), whole: code.into() };
        assert_eq!(sqlite(&[], &[(&desk, vec![source("use rusqlite::Row;")])]).len(), 1);
        assert!(sqlite(&[], &[(&desk, vec![source("// rusqlite is elsewhere\n")])]).is_empty());
    }

    #[test]
    fn a_clock_in_text_is_found_but_not_in_its_tests() {
        let text = one("chancery-text", &[]);
        let source =
            |code: &str| Source { file: "a.rs".into(), code: shipped_code(code), whole: code.into() };
        assert_eq!(purity(&[(&text, vec![source("let now = Utc::now();")])]).len(), 1);
        let tested = "fn pure() {}\n#[cfg(test)]\nmod tests { use std::fs; }";
        assert!(purity(&[(&text, vec![source(tested)])]).is_empty());
    }
}
