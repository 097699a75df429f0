//! The packages: made by the Tauri bundler, tried by installing them.

use std::path::{Path, PathBuf};

use crate::clean_system;
use crate::command::{Context, Failure, Outcome, announce, pass_through};
use crate::house::House;
use crate::system::{self, Need};
use crate::ui;

/// What can be made here without fetching tools; the AppImage fetches its own and is left to the release workflow.
const LINUX_BUNDLES: &str = "deb,rpm";

pub(crate) fn run(house: &House, words: &[String]) -> Outcome<()> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => make(house, LINUX_BUNDLES).map(drop),
        ["--bundles", list] => make(house, list).map(drop),
        ["--check"] => {
            // A package made a moment ago is checked as it is; `bundle` makes it anew.
            let package = match newest_deb(house)? {
                Some(package) => package,
                None => make_deb(house)?,
            };
            clean_system::try_package(house, &package)
        }
        _ => Err(Failure(
            "bundle has two options: --check, and --bundles with a list such as deb,rpm,appimage".into(),
        )),
    }
}

/// Makes the packages and returns the `.deb`.
pub(crate) fn make_deb(house: &House) -> Outcome<PathBuf> {
    make(house, LINUX_BUNDLES)?;
    newest_deb(house)?.ok_or_else(|| Failure("the bundler made no .deb".into()))
}

/// Makes packages with the Tauri bundler: the listed ones on Linux, elsewhere those of tauri.conf.json that fit the system.
fn make(house: &House, bundles: &str) -> Outcome<()> {
    system::provide(&[Need::Node, Need::Build, Need::Window])?;
    ui::build(house)?;
    announce("Building the release and packing it (tauri build)");
    let mut bundler = ui::tool(house, "tauri", &house.root);
    bundler.arg("build");
    if cfg!(target_os = "linux") {
        bundler.args(["--bundles", bundles]);
    }
    pass_through(&mut bundler)?;
    announce(format_args!("The packages lie in {}", house.target.join("release").join("bundle").display()));
    Ok(())
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
