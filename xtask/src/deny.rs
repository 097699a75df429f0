//! cargo-deny: licences, sources and banned crates, over the desktop targets of deny.toml.

use std::path::PathBuf;

use crate::command::{Context, Outcome, announce, cargo, command, pass_through, probe};
use crate::house::House;

/// Built here when the machine has none; raise it together with deny.toml's format.
const VERSION: &str = "0.20.2";

pub(crate) fn check(house: &House) -> Outcome<()> {
    let program = provide(house)?;
    let arguments = ["--all-features", "check", "bans", "licenses", "sources"];
    pass_through(command(program, &house.root).args(arguments))
}

/// The cargo-deny of this machine, or our own, built once into the scratch folder.
fn provide(house: &House) -> Outcome<PathBuf> {
    if probe("cargo-deny", &["--version"]).is_some() {
        return Ok("cargo-deny".into());
    }
    let folder = house.scratch()?.join("tools");
    let own = folder.join("bin").join(format!("cargo-deny{}", std::env::consts::EXE_SUFFIX));
    if probe(&own.to_string_lossy(), &["--version"]).is_some_and(|found| found.ends_with(VERSION)) {
        return Ok(own);
    }
    announce(format_args!("Building cargo-deny {VERSION}, once"));
    // Unoptimised: it builds in a third of the time and checks as fast as anyone can read.
    let arguments =
        ["install", "cargo-deny", "--version", VERSION, "--locked", "--debug", "--force", "--quiet"];
    let build = folder.join("build");
    let mut install = cargo(&house.root);
    install.args(arguments).arg("--root").arg(&folder).env("CARGO_TARGET_DIR", &build);
    pass_through(&mut install)?;
    // Hundreds of megabytes nobody needs again.
    std::fs::remove_dir_all(&build).context(build.display())?;
    Ok(own)
}
