//! Installing the package into a system that has nothing: fetched by debootstrap, entered by chroot, thrown away.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{Context, Failure, Outcome, announce, command, output_of, pass_through, probe};
use crate::house::{House, Profile};
use crate::system::{self, Need};
use crate::{ui, window};

const PACKAGE: &str = "chancery";

/// Installs the package into a clean system, opens its window there, removes it, and looks for what it left.
pub(crate) fn try_package(house: &House, package: &Path) -> Outcome<()> {
    if probe("id", &["-u"]).as_deref() != Some("0") {
        return Err(Failure("a clean system can be made by root only: run this command with sudo -E".into()));
    }
    system::provide(&[Need::Node, Need::Tests, Need::CleanSystem])?;
    ui::install(house)?;
    let system = CleanSystem::make(house)?;

    announce(format_args!("Installing {} there", package.display()));
    let inside = "/tmp/chancery.deb";
    std::fs::copy(package, system.path(inside)).context(package.display())?;
    let files = installed_files(package)?;
    system.apt(&["update", "-q"])?;
    system.apt(&["install", "-y", "-qq", "--no-install-recommends", inside])?;
    std::fs::remove_file(system.path(inside)).context(inside)?;

    announce("Asking chancery-cli there who it is");
    pass_through(system.enter("chancery-cli").arg("--version"))?;

    announce("Opening the window there");
    let mut specs = window::vitest_command(house, "specs", Profile::Debug)?;
    // Only what needs nothing but a window: the other specs make dossiers outside of that system.
    specs.arg("window.e2e.ts").env("CHANCERY_BINARY", system.doorway()?);
    pass_through(&mut specs)?;

    announce("Removing it there");
    system.apt(&["purge", "-y", "-qq", PACKAGE])?;
    let left: Vec<_> = files.iter().filter(|file| system.path(file).exists()).collect();
    if !left.is_empty() {
        return Err(Failure(format!("the package left behind: {left:?}")));
    }
    let named =
        ["-xdev", "-iname", "*chancery*", "-path", "/usr/*", "-o", "-iname", "*chancery*", "-path", "/etc/*"];
    let strays = output_of(system.enter("find").arg("/").args(named))?;
    if !strays.trim().is_empty() {
        return Err(Failure(format!("the package left behind: {strays}")));
    }
    announce("The package installs, opens, and leaves nothing behind");
    Ok(())
}

/// The paths of the files in a package, as they are after installation.
fn installed_files(package: &Path) -> Outcome<Vec<String>> {
    let list = output_of(Command::new("dpkg-deb").arg("--contents").arg(package))?;
    let file = |line: &str| {
        line.starts_with('-').then(|| line.split_whitespace().nth(5)).flatten().map(str::to_owned)
    };
    let names = list.lines().filter_map(file);
    Ok(names.map(|name| format!("/{}", name.trim_start_matches("./").trim_start_matches('/'))).collect())
}

/// A minimal Debian or Ubuntu of this machine's own version, in a folder that goes when it is dropped.
struct CleanSystem {
    folder: PathBuf,
    scratch: PathBuf,
}

impl CleanSystem {
    fn make(house: &House) -> Outcome<Self> {
        let scratch = house.scratch()?;
        let system = Self { folder: scratch.join("clean-system"), scratch };
        system.remove();
        let release = release("VERSION_CODENAME")
            .ok_or_else(|| Failure("/etc/os-release does not name this system's version".into()))?;
        let mirror = mirror().ok_or_else(|| Failure("apt names no package archive".into()))?;
        announce(format_args!("Fetching a clean {release} from {mirror} (debootstrap)"));
        pass_through(
            Command::new("debootstrap")
                .args(["--variant=minbase", &release])
                .arg(&system.folder)
                .arg(&mirror),
        )?;
        // Security updates and the rest of the archive, as this machine has them.
        for path in ["etc/apt/sources.list", "etc/apt/sources.list.d", "etc/apt/keyrings"] {
            let source = Path::new("/").join(path);
            if source.exists() {
                let parent = system.folder.join(path);
                let parent = parent.parent().unwrap_or(&system.folder);
                pass_through(Command::new("cp").arg("-a").arg(&source).arg(parent))?;
            }
        }
        for (kind, source, place) in [("proc", "proc", "proc"), ("", "/dev", "dev"), ("", "/sys", "sys")] {
            let mut mount = Command::new("mount");
            if kind.is_empty() {
                mount.arg("--bind")
            } else {
                mount.args(["-t", kind])
            };
            pass_through(mount.arg(source).arg(system.folder.join(place)))?;
        }
        Ok(system)
    }

    fn path(&self, inside: &str) -> PathBuf {
        self.folder.join(inside.trim_start_matches('/'))
    }

    fn enter(&self, program: &str) -> Command {
        let mut chroot = command("chroot", &self.scratch);
        chroot
            .arg(&self.folder)
            .arg(program)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .env("LC_ALL", "C.UTF-8");
        chroot
    }

    fn apt(&self, arguments: &[&str]) -> Outcome<()> {
        pass_through(self.enter("apt-get").args(arguments))
    }

    /// A program of this machine that starts the desk of that system, so that the driver can stay outside.
    fn doorway(&self) -> Outcome<PathBuf> {
        let file = self.scratch.join("clean-system-desk");
        let script = format!(
            "#!/bin/sh\nmkdir -p \"{folder}$HOME\"\nexec chroot \"{folder}\" /usr/bin/{PACKAGE} \"$@\"\n",
            folder = self.folder.display()
        );
        std::fs::write(&file, script).context(file.display())?;
        pass_through(Command::new("chmod").arg("755").arg(&file))?;
        Ok(file)
    }

    /// Takes the system away, unless something is still mounted in it.
    fn remove(&self) {
        for place in ["proc", "dev", "sys"] {
            let point = self.folder.join(place);
            if probe("mountpoint", &["-q", &point.to_string_lossy()]).is_some() {
                // A process that lingers holds the place; it goes when that ends.
                let _ = Command::new("umount").arg("--lazy").arg(&point).status();
            }
            if probe("mountpoint", &["-q", &point.to_string_lossy()]).is_some() {
                eprintln!("xtask: {} is still mounted; left in place", point.display());
                return;
            }
        }
        if self.folder.exists()
            && let Err(error) = std::fs::remove_dir_all(&self.folder)
        {
            eprintln!("xtask: {} could not be removed: {error}", self.folder.display());
        }
    }
}

impl Drop for CleanSystem {
    fn drop(&mut self) {
        self.remove();
    }
}

fn release(key: &str) -> Option<String> {
    let text = std::fs::read_to_string("/etc/os-release").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('='))?;
    Some(line.trim_matches('"').to_owned())
}

/// The package archive this machine uses, with its path: what `apt-get update` would ask first.
fn mirror() -> Option<String> {
    let targets = probe("apt-get", &["indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"])?;
    (!targets.is_empty()).then_some(targets)
}
