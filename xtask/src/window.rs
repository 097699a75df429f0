//! What runs in the real window: its tests, its photographs, its measurements. The window is driven from `ui/e2e`.

use std::process::Command;

use crate::command::{Outcome, announce, pass_through};
use crate::house::{House, Profile};
use crate::system::{self, Need};
use crate::{run, ui};

/// Vitest over one folder of `ui/e2e`, told where the binaries lie.
pub(crate) fn vitest_command(house: &House, folder: &str, profile: Profile) -> Outcome<Command> {
    let mut vitest = ui::tool(house, "vitest", &house.ui());
    vitest.args(["run", "--config", "vitest.e2e.config.ts", "--dir"]).arg(format!("e2e/{folder}"));
    binaries(house, &mut vitest, profile)?;
    Ok(vitest)
}

/// Tells a command of `ui/e2e` where the binaries and its scratch folder are.
pub(crate) fn binaries(house: &House, command: &mut Command, profile: Profile) -> Outcome<()> {
    command.env("CHANCERY_BINARY", house.binary("chancery", profile));
    command.env("CHANCERY_CLI", house.binary("chancery-cli", profile));
    command.env("CHANCERY_SCRATCH", house.scratch()?.join("window"));
    Ok(())
}

/// Photographs every screen into docs/screenshots.
pub(crate) fn shots(house: &House) -> Outcome<()> {
    system::provide(&[Need::Node, Need::Build, Need::Window, Need::Tests])?;
    ui::build(house)?;
    run::build(house, Profile::Debug, &["chancery", "chancery-cli"])?;
    let folder = house.root.join("docs").join("screenshots");
    announce(format_args!("Photographing every screen into {}", folder.display()));
    pass_through(vitest_command(house, "shots", Profile::Debug)?.env("CHANCERY_SHOTS", &folder))
}
