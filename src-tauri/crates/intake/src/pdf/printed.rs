//! The reading compared with that of poppler, on pages printed here and now. Says why where a program is missing.
#![allow(clippy::unwrap_used)]
use std::path::Path;
use std::process::Command;

const TEXTS: [(&str, &str); 3] = [
    ("en", include_str!("../../tests/pdf/en.txt")),
    ("ru", include_str!("../../tests/pdf/ru.txt")),
    ("be", include_str!("../../tests/pdf/be.txt")),
];

/// Runs a program; what it wrote, if it is there and content.
fn run(program: &str, arguments: &[&str], folder: &Path) -> Option<Vec<u8>> {
    let run = Command::new(program).args(arguments).current_dir(folder).env("HOME", folder).output().ok()?;
    run.status.success().then_some(run.stdout)
}

/// The words without the hyphens at ends of lines, which either reader may part in its own way.
fn words(text: &str) -> Vec<String> {
    let joined = text.replace("-\n", "").replace(['-', '\u{ad}', '\u{2010}'], "");
    joined.split_whitespace().map(str::to_owned).collect()
}

fn page(language: &str, text: &str) -> String {
    let (title, rest) = text.split_once("\n\n").unwrap();
    let paragraphs: Vec<String> = rest.split("\n\n").map(|paragraph| format!("<p>{paragraph}</p>")).collect();
    format!(
        "<!DOCTYPE html><html lang={language}><meta charset=utf-8><title>{title}</title><style>@page{{margin:2cm}}\
         body{{font:12pt serif;text-align:justify;hyphens:auto}}</style><h1>{title}</h1>{}",
        paragraphs.join("\n")
    )
}

#[test]
fn no_word_is_lost_or_glued() {
    let folder = std::env::temp_dir().join(format!("chancery-pdf-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for (language, text) in TEXTS {
        let name = format!("{language}.html");
        std::fs::write(folder.join(&name), page(language, text)).unwrap();
        let pdf = format!("{language}.pdf");
        let to = format!("--print-to-pdf={pdf}");
        let printers: [(&str, &[&str]); 2] = [
            (
                "chromium",
                &["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", &to, &name],
            ),
            ("soffice", &["--headless", "--infilter=HTML (StarWriter)", "--convert-to", "pdf", &name]),
        ];
        for (printer, arguments) in printers {
            let _ = std::fs::remove_file(folder.join(&pdf));
            let printed =
                run(printer, arguments, &folder).and_then(|_| std::fs::read(folder.join(&pdf)).ok());
            let Some(bytes) = printed else {
                println!("skipped: {printer} is not here or did not print {name}");
                continue;
            };
            let Some(poppler) = run("pdftotext", &[&pdf, "-"], &folder) else {
                println!("skipped: pdftotext is not here");
                continue;
            };
            let reading = super::read(&bytes, std::time::Duration::from_secs(600)).unwrap().draft;
            let title = reading.title.value.unwrap_or_default();
            let ours = words(&format!("{title}\n{}", reading.text));
            let theirs = words(&String::from_utf8_lossy(&poppler));
            assert_eq!(ours.len(), theirs.len(), "{printer} {language}");
            assert_eq!(ours, theirs, "{printer} {language}");
        }
    }
    std::fs::remove_dir_all(&folder).unwrap();
}
