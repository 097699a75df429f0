//! What the machine must have: on Debian and Ubuntu it is installed, elsewhere we say how to get it.

use std::path::Path;
use std::process::{Command, ExitCode};

use crate::command::{Failure, Outcome, announce, pass_through, probe};

/// Node older than this cannot run the interface's tools.
const NODE: (u32, u32) = (20, 19);

/// What a piece of work needs from the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// The crates below the window: a C compiler for SQLite and libclang to read its session extension.
    Build,
    /// The window: WebKitGTK and what it brings.
    Window,
    /// The interface: Node and npm.
    Node,
    /// The tests: a screen nobody sees, a driver for the window, a reader of PDF files.
    Tests,
    /// A clean system to install into.
    CleanSystem,
    /// The indexer that imports are compared with, and what it reads PDF and Word files by.
    Recoll,
}

impl Need {
    fn debian_packages(self) -> &'static [&'static str] {
        match self {
            Self::Build => &["build-essential", "pkg-config", "libclang-dev"],
            Self::Window => &["libwebkit2gtk-4.1-dev"],
            Self::Node => &[],
            Self::Tests => &["webkit2gtk-driver", "xvfb", "xdotool", "poppler-utils"],
            Self::CleanSystem => &["debootstrap", "xvfb"],
            Self::Recoll => &["recollcmd", "python3-recoll", "python3-lxml", "poppler-utils"],
        }
    }
}

/// Whether a window can be shown here.
pub(crate) fn has_display() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// Sees to it that the needs are met: installs on Debian and Ubuntu, fails with instructions elsewhere.
pub(crate) fn provide(needs: &[Need]) -> Outcome<()> {
    if needs.contains(&Need::Node) {
        check_node()?;
    }
    if cfg!(target_os = "linux") {
        if Path::new("/etc/debian_version").exists() {
            install_debian(needs)
        } else {
            check_other_linux(needs)
        }
    } else if cfg!(target_os = "macos") {
        check_macos(needs)
    } else {
        check_windows(needs)
    }
}

fn install_debian(needs: &[Need]) -> Outcome<()> {
    let wanted = needs.iter().flat_map(|need| need.debian_packages());
    let missing: Vec<&str> = wanted.copied().filter(|package| !debian_has(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    announce(format_args!("Missing here: {}", missing.join(" ")));
    let root = probe("id", &["-u"]).as_deref() == Some("0");
    if !root && probe("sudo", &["--version"]).is_none() {
        let list = missing.join(" ");
        return Err(Failure(format!(
            "no sudo here; as root, run: apt-get update && apt-get install -y {list}"
        )));
    }
    let apt = |arguments: &[&str]| {
        let mut command = if root {
            Command::new("apt-get")
        } else {
            let mut sudo = Command::new("sudo");
            sudo.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
            sudo
        };
        command.env("DEBIAN_FRONTEND", "noninteractive").args(arguments);
        pass_through(&mut command)
    };
    announce("Asking the package archive what it has (apt-get update)");
    apt(&["update", "-q"])?;
    announce("Installing what is missing (apt-get install)");
    let mut arguments = vec!["install", "-y", "-q", "--no-install-recommends"];
    arguments.extend(&missing);
    apt(&arguments)
}

fn debian_has(package: &str) -> bool {
    let query = Command::new("dpkg-query").args(["-W", "-f=${db:Status-Status}", package]).output();
    query.is_ok_and(|output| output.stdout == b"installed")
}

fn check_other_linux(needs: &[Need]) -> Outcome<()> {
    let mut missing = Vec::new();
    let mut look = |present: bool, what: &'static str| {
        if !present {
            missing.push(what);
        }
    };
    for need in needs {
        match need {
            Need::Build => look(probe("pkg-config", &["--version"]).is_some(), "pkg-config and libclang"),
            Need::Window => {
                let found = probe("pkg-config", &["--modversion", "webkit2gtk-4.1"]).is_some();
                look(found, "the development files of webkit2gtk-4.1");
            }
            Need::Tests => {
                look(probe("pdftotext", &["-v"]).is_some(), "poppler's pdftotext");
                look(Path::new("/usr/bin/Xvfb").exists(), "Xvfb");
                look(Path::new("/usr/bin/WebKitWebDriver").exists(), "WebKitWebDriver");
            }
            Need::Recoll => look(probe("recollindex", &["-h"]).is_some(), "recollindex (package recoll)"),
            Need::CleanSystem => look(false, "debootstrap (the check runs on Debian and Ubuntu only)"),
            Need::Node => {}
        }
    }
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join("; ");
    Err(Failure(format!(
        "this is neither Debian nor Ubuntu; install these with your package manager: {list}"
    )))
}

fn check_macos(needs: &[Need]) -> Outcome<()> {
    if probe("xcode-select", &["-p"]).is_none() {
        return Err(Failure(
            "Apple's command line tools are missing; get them with: xcode-select --install".into(),
        ));
    }
    only_elsewhere(needs)
}

fn check_windows(needs: &[Need]) -> Outcome<()> {
    if needs.contains(&Need::Build) && std::env::var_os("LIBCLANG_PATH").is_none() {
        let usual = Path::new(r"C:\Program Files\LLVM\bin\libclang.dll");
        if !usual.exists() {
            return Err(Failure("libclang is missing; get it with: winget install LLVM.LLVM".into()));
        }
    }
    if needs.contains(&Need::Window) && !webview2() {
        let how = "winget install Microsoft.EdgeWebView2Runtime";
        return Err(Failure(format!("Microsoft's WebView2 runtime is missing; get it with: {how}")));
    }
    only_elsewhere(needs)
}

fn only_elsewhere(needs: &[Need]) -> Outcome<()> {
    if needs.contains(&Need::CleanSystem) {
        return Err(Failure("installing into a clean system is checked on Debian and Ubuntu only".into()));
    }
    if needs.contains(&Need::Recoll) {
        return Err(Failure(
            "imports are compared with recollindex on Linux only; --alone leaves it out".into(),
        ));
    }
    Ok(())
}

fn webview2() -> bool {
    let client = r"Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
    let keys = [r"HKLM\SOFTWARE\WOW6432Node", r"HKLM\SOFTWARE", r"HKCU\Software"];
    keys.iter().any(|key| probe("reg", &["query", &format!(r"{key}\{client}"), "/v", "pv"]).is_some())
}

fn check_node() -> Outcome<()> {
    let wanted = format!("{}.{}", NODE.0, NODE.1);
    match node_version() {
        Some(found) if found >= NODE => Ok(()),
        Some((major, minor)) => Err(Failure(format!(
            "Node {major}.{minor} is too old; Chancery needs {wanted} or newer: {}",
            node_source()
        ))),
        None => Err(Failure(format!("Node is missing; Chancery needs {wanted} or newer: {}", node_source()))),
    }
}

fn node_source() -> &'static str {
    if cfg!(target_os = "macos") {
        "brew install node@22, or the installer from nodejs.org"
    } else if cfg!(windows) {
        "winget install OpenJS.NodeJS.LTS"
    } else {
        "see nodejs.org/en/download for packages of Node 20 or 22"
    }
}

fn node_version() -> Option<(u32, u32)> {
    parse_node(&probe("node", &["--version"])?)
}

fn parse_node(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.trim().strip_prefix('v')?.split('.').map(str::parse::<u32>);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

/// Prints what this machine has and lacks; fails when something is lacking.
pub(crate) fn doctor() -> ExitCode {
    let mut lacking = false;
    let mut say = |what: &str, found: Option<String>| {
        lacking |= found.is_none();
        println!("{:<28} {}", what, found.as_deref().unwrap_or("missing"));
    };
    say("Rust", probe("rustc", &["--version"]));
    say(
        "Node",
        probe("node", &["--version"]).filter(|text| parse_node(text).is_some_and(|found| found >= NODE)),
    );
    if cfg!(target_os = "linux") {
        if Path::new("/etc/debian_version").exists() {
            for need in [Need::Build, Need::Window, Need::Tests] {
                for package in need.debian_packages() {
                    let version = probe("dpkg-query", &["-W", "-f=${Version}", package]);
                    say(package, version.filter(|_| debian_has(package)));
                }
            }
        } else {
            say("webkit2gtk-4.1", probe("pkg-config", &["--modversion", "webkit2gtk-4.1"]));
        }
        say("a display", has_display().then(|| "yes".to_owned()));
    } else if cfg!(target_os = "macos") {
        say("Apple's command line tools", probe("xcode-select", &["-p"]));
    } else {
        say("WebView2", webview2().then(|| "yes".to_owned()));
    }
    if lacking { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_versions_compare_by_number() {
        assert_eq!(parse_node("v20.20.2\n"), Some((20, 20)));
        assert!(parse_node("v20.9.0").is_some_and(|found| found < NODE));
        assert!(parse_node("v22.1.0").is_some_and(|found| found >= NODE));
        assert_eq!(parse_node("bash: node: not found"), None);
    }
}
