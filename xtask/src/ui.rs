//! The interface: its packages and its build, each made only when what it is made from changed.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use crate::command::{Context, Failure, Outcome, announce, command, pass_through};
use crate::house::House;

const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// What the built interface depends on, relative to `ui/`.
const SOURCES: [&str; 7] = [
    "src",
    "static",
    "index.html",
    "package-lock.json",
    "vite.config.ts",
    "svelte.config.js",
    "tsconfig.json",
];

/// An npm command in `ui/`.
pub(crate) fn npm(house: &House) -> Command {
    let mut npm = command(NPM, &house.ui());
    npm.env("npm_config_fund", "false")
        .env("npm_config_audit", "false")
        .env("npm_config_update_notifier", "false");
    npm
}

/// A tool out of `ui/node_modules`, to be run in `directory`.
pub(crate) fn tool(house: &House, name: &str, directory: &Path) -> Command {
    let file = if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() };
    command(house.ui().join("node_modules").join(".bin").join(file), directory)
}

/// Installs the packages when the lock file is newer than what is installed.
pub(crate) fn install(house: &House) -> Outcome<()> {
    let ui = house.ui();
    // npm writes this file last, so it exists only after a complete installation.
    let installed = modified(&ui.join("node_modules").join(".package-lock.json"));
    let locked = modified(&ui.join("package-lock.json"))
        .ok_or_else(|| Failure("ui/package-lock.json is missing".into()))?;
    if installed.is_some_and(|at| at >= locked) {
        return Ok(());
    }
    announce("Installing the interface's packages (npm ci)");
    pass_through(npm(house).arg("ci"))
}

/// Builds `ui/dist` when a source is newer than it.
pub(crate) fn build(house: &House) -> Outcome<()> {
    install(house)?;
    let ui = house.ui();
    let built = modified(&ui.join("dist").join("index.html"));
    let newest = SOURCES.iter().filter_map(|source| newest_below(&ui.join(source))).max();
    if built.is_some() && built >= newest {
        return Ok(());
    }
    announce("Building the interface (vite build)");
    pass_through(npm(house).args(["run", "build"]))
}

fn modified(path: &Path) -> Option<SystemTime> {
    std::fs::metadata(path).and_then(|data| data.modified()).ok()
}

/// The newest change of a file or anything below a folder; folders count, so a deleted file is noticed.
fn newest_below(path: &Path) -> Option<SystemTime> {
    let own = modified(path);
    let below = files_in(path).unwrap_or_default();
    below.iter().filter_map(|entry| newest_below(entry)).chain(own).max()
}

fn files_in(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).context(folder.display())?;
    Ok(entries.filter_map(|entry| Some(entry.ok()?.path())).collect())
}
