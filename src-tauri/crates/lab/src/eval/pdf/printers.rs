//! The programs that print, and the one we are compared with. What is not installed is left out.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Once;
use std::time::{Duration, Instant};

use super::article::{Article, Layout};

/// The ending of a file and what it holds.
type Source = (&'static str, Vec<u8>);

pub(super) struct Printer {
    pub(super) name: &'static str,
    pub(super) layouts: &'static [Layout],
    write: fn(&Article, Layout) -> io::Result<Source>,
    command: fn(&Path, &Path, Layout) -> Vec<Command>,
}

pub(super) const PRINTERS: &[Printer] = &[
    Printer {
        name: "Chromium",
        layouts: &[Layout::Page, Layout::Columns],
        write: |article, layout| Ok(("html", article.html(layout).into_bytes())),
        command: chromium,
    },
    Printer {
        name: "LibreOffice, HTML",
        layouts: &[Layout::Page],
        write: |article, layout| Ok(("html", article.html(layout).into_bytes())),
        command: |from, to, _| office(from, to, Some("--infilter=HTML (StarWriter)")),
    },
    Printer {
        name: "LibreOffice, DOCX",
        layouts: &[Layout::Page, Layout::Columns],
        write: |article, layout| Ok(("docx", article.docx(layout).map_err(io::Error::other)?)),
        command: |from, to, _| office(from, to, None),
    },
    Printer {
        name: "Typst",
        layouts: &[Layout::Page, Layout::Columns],
        write: |article, layout| Ok(("typ", article.typst(layout).into_bytes())),
        command: typst,
    },
];

impl Printer {
    /// The printed file, beside `name`; `None` where no program prints it.
    pub(super) fn print(
        &self,
        article: &Article,
        layout: Layout,
        name: &Path,
    ) -> io::Result<Option<PathBuf>> {
        let (ending, bytes) = (self.write)(article, layout)?;
        let (from, to) = (name.with_extension(ending), name.with_extension("pdf"));
        fs::write(&from, bytes)?;
        if to.exists() {
            fs::remove_file(&to)?;
        }
        for mut command in (self.command)(&from, &to, layout) {
            if printed(&mut command)? && to.is_file() {
                return Ok(Some(to));
            }
        }
        Ok(None)
    }
}

/// How long a program may take to print one article, and the desk's own Typst, which is built first where it is not.
const PATIENCE: Duration = Duration::from_secs(120);
const BUILDING: Duration = Duration::from_secs(30 * 60);

/// Whether a program is there and ended well. One that hangs is ended and told, with all that it started.
fn printed(command: &mut Command) -> io::Result<bool> {
    let name = command.get_program().to_string_lossy().into_owned();
    let patience = if name == "cargo" { BUILDING } else { PATIENCE };
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = match command.spawn() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        child => child?,
    };
    let began = Instant::now();
    while began.elapsed() < patience {
        if let Some(status) = child.try_wait()? {
            return Ok(status.success());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    eprintln!("{name} did not print within {} s and was ended", patience.as_secs());
    if cfg!(unix) {
        Command::new("kill").args(["-KILL", "--", &format!("-{}", child.id())]).status()?;
    } else {
        child.kill()?;
    }
    child.wait()?;
    Ok(false)
}

/// What a program wrote; `None` where it is not installed.
fn output(command: &mut Command) -> io::Result<Option<Output>> {
    match command.output() {
        Ok(output) => Ok(Some(output)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn command<A: AsRef<OsStr>>(program: &str, arguments: impl IntoIterator<Item = A>) -> Command {
    let mut command = Command::new(program);
    command.args(arguments);
    command
}

/// A single column has the head and foot of the browser itself.
fn chromium(from: &Path, to: &Path, layout: Layout) -> Vec<Command> {
    let mut into = std::ffi::OsString::from("--print-to-pdf=");
    into.push(to);
    ["chromium", "chromium-browser", "google-chrome"]
        .map(|program| {
            let mut command = command(program, ["--headless", "--no-sandbox", "--disable-gpu"]);
            if layout == Layout::Columns {
                command.arg("--no-pdf-header-footer");
            }
            command.arg(&into).arg(from);
            command
        })
        .into()
}

fn office(from: &Path, to: &Path, filter: Option<&str>) -> Vec<Command> {
    // A profile of its own: a window that is open would print nothing.
    let folder = to.parent().unwrap_or(Path::new("."));
    let profile = format!("-env:UserInstallation=file://{}", folder.join("office").display());
    ["soffice", "libreoffice"]
        .map(|program| {
            let mut command = command(program, ["--headless", &profile]);
            command.args(filter).args(["--convert-to", "pdf", "--outdir"]).arg(folder).arg(from);
            command
        })
        .into()
}

/// Where there is no `typst`, the one the desk itself is built with: the first time that takes minutes, which is told.
fn typst(from: &Path, to: &Path, _: Layout) -> Vec<Command> {
    static TOLD: Once = Once::new();
    TOLD.call_once(|| {
        eprintln!("Typst: where it is not installed the desk's own is built, which takes some minutes");
    });
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../typeset/fonts");
    let mut installed = command("typst", ["compile", "--font-path"]);
    installed.arg(fonts).arg(from).arg(to);
    let own = ["run", "--release", "--quiet", "--package", "chancery-typeset", "--example", "compile", "--"];
    let mut own = command("cargo", own);
    own.arg(from).arg(to).current_dir(env!("CARGO_MANIFEST_DIR"));
    vec![installed, own]
}

/// What pdftotext reads of a file, in its own order and in that of the drawing, and how many pages there are.
pub(super) fn poppler(pdf: &Path) -> io::Result<Option<([String; 2], usize)>> {
    let read = |option: Option<&str>| -> io::Result<Option<String>> {
        let mut command = Command::new("pdftotext");
        let output = output(command.args(option).arg(pdf).arg("-"))?;
        Ok(output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()))
    };
    let (Some(own), Some(drawn)) = (read(None)?, read(Some("-raw"))?) else { return Ok(None) };
    let pages = own.matches('\u{c}').count();
    Ok(Some(([own, drawn], pages)))
}
