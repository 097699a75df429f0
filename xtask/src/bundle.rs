//! The packages: made by the Tauri bundler, tried by installing them.

use std::path::{Path, PathBuf};

use crate::clean_system;
use crate::command::{Context, Failure, Outcome, announce, pass_through};
use crate::house::House;
use crate::system::{self, Need};
use crate::ui;

pub(crate) fn run(house: &House, words: &[String]) -> Outcome<()> {
    let check = match words {
        [] => false,
        [word] if word == "--check" => true,
        _ => return Err(Failure("bundle has one option: --check".into())),
    };
    // A package made a moment ago is checked as it is; `bundle` makes it anew.
    let package = match newest_deb(house)? {
        Some(package) if check => package,
        _ => make(house)?,
    };
    if check { clean_system::try_package(house, &package) } else { Ok(()) }
}

/// Makes the packages this system can make and returns the `.deb`.
pub(crate) fn make(house: &House) -> Outcome<PathBuf> {
    system::provide(&[Need::Node, Need::Build, Need::Window])?;
    ui::build(house)?;
    announce("Building the release and packing it (tauri build)");
    let mut bundler = ui::tool(house, "tauri", &house.root);
    bundler.arg("build");
    // Elsewhere than on Linux the targets of tauri.conf.json that fit the system are made.
    if cfg!(target_os = "linux") {
        bundler.args(["--bundles", "deb,rpm"]);
    }
    pass_through(&mut bundler)?;
    let package = newest_deb(house)?;
    package.ok_or_else(|| Failure("the bundler made no .deb (on this system that may be right)".into()))
}

fn newest_deb(house: &House) -> Outcome<Option<PathBuf>> {
    let folder = house.target.join("release").join("bundle").join("deb");
    if !folder.exists() {
        return Ok(None);
    }
    let mut found = Vec::new();
    for entry in std::fs::read_dir(&folder).context(folder.display())? {
        let path = entry.context(folder.display())?.path();
        if is_deb(&path) {
            let time = std::fs::metadata(&path).and_then(|data| data.modified()).context(path.display())?;
            found.push((time, path));
        }
    }
    Ok(found.into_iter().max().map(|(_, path)| path))
}

fn is_deb(path: &Path) -> bool {
    path.is_file() && path.extension().is_some_and(|extension| extension == "deb")
}
