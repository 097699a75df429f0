//! `cargo xtask run`: from a fresh clone to the open desk, or, without a display, to the written briefing.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{Context, Failure, Outcome, announce, cargo, pass_through};
use crate::house::{House, Profile};
use crate::system::{self, Need};
use crate::ui;

const BUNDLED: &str = "union-state";
const FORMATS: [&str; 4] = ["pdf", "docx", "html", "md"];

pub(crate) struct Options {
    fresh: bool,
    headless: bool,
    profile: Profile,
}

impl Options {
    pub(crate) fn parse(words: &[String]) -> Outcome<Self> {
        let mut options = Self { fresh: false, headless: false, profile: Profile::Debug };
        for word in words {
            match word.as_str() {
                "--fresh" => options.fresh = true,
                "--headless" => options.headless = true,
                "--release" => options.profile = Profile::Release,
                other => {
                    return Err(Failure(format!(
                        "run has no option “{other}”; it has --fresh, --headless, --release"
                    )));
                }
            }
        }
        Ok(options)
    }
}

pub(crate) fn run(house: &House, options: &Options) -> Outcome<()> {
    let headless = options.headless || !system::has_display();
    if headless {
        if !options.headless {
            announce(
                "No display here (neither DISPLAY nor WAYLAND_DISPLAY is set): doing the same job without a window",
            );
        }
        system::provide(&[Need::Build])?;
        build(house, options.profile, &["chancery-cli"])?;
        let dossier = dossier(house, options)?;
        write_briefings(house, options.profile, &dossier)
    } else {
        system::provide(&[Need::Node, Need::Build, Need::Window])?;
        ui::build(house)?;
        build(house, options.profile, &["chancery", "chancery-cli"])?;
        let dossier = dossier(house, options)?;
        announce(format_args!("Opening the desk on {}", dossier.display()));
        pass_through(Command::new(house.binary("chancery", options.profile)).arg("--dossier").arg(&dossier))
    }
}

/// Builds packages of ours in one go, so that what they share is compiled once.
pub(crate) fn build(house: &House, profile: Profile, packages: &[&str]) -> Outcome<()> {
    announce(format_args!("Building {} (the first time takes some minutes)", packages.join(" and ")));
    let mut command = cargo(&house.root);
    command.arg("build");
    for package in packages {
        command.args(["--package", package]);
    }
    if profile == Profile::Release {
        command.arg("--release");
    }
    pass_through(&mut command)
}

/// The dossier `run` keeps for itself, made from the bundled one where it is not there yet.
fn dossier(house: &House, options: &Options) -> Outcome<PathBuf> {
    let file = house.scratch()?.join(format!("{BUNDLED}.dossier"));
    if options.fresh {
        for tail in ["", "-wal", "-shm"] {
            let mut name = file.clone().into_os_string();
            name.push(tail);
            let old = PathBuf::from(name);
            if old.exists() {
                std::fs::remove_file(&old).context(old.display())?;
            }
        }
    }
    if !file.exists() {
        announce(format_args!("Making the bundled dossier: {}", file.display()));
        new_dossier(house, options.profile, &file)?;
    }
    Ok(file)
}

/// Makes a copy of the bundled dossier with the command line tool.
pub(crate) fn new_dossier(house: &House, profile: Profile, file: &Path) -> Outcome<()> {
    let mut cli = Command::new(house.binary("chancery-cli", profile));
    pass_through(cli.arg("new").arg(file).args(["--bundled", BUNDLED]))
}

fn write_briefings(house: &House, profile: Profile, dossier: &Path) -> Outcome<()> {
    let folder = house.scratch()?.join("briefing");
    std::fs::create_dir_all(&folder).context(folder.display())?;
    for format in FORMATS {
        let file = folder.join(format!("{BUNDLED}.{format}"));
        announce(format_args!("Writing {}", file.display()));
        let mut cli = Command::new(house.binary("chancery-cli", profile));
        pass_through(cli.arg("--dossier").arg(dossier).args(["brief", "--format", format, "-o"]).arg(&file))?;
    }
    announce(format_args!("The briefing lies in {}", folder.display()));
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_and_unknown_ones_refused() {
        let words = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let options = Options::parse(&words(&["--fresh", "--headless"])).unwrap();
        assert!(options.fresh && options.headless && options.profile == Profile::Debug);
        assert!(Options::parse(&words(&["--frehs"])).is_err());
    }
}
