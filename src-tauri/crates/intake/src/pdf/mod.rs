//! PDF: the text layer as reading text.
//!
//! The library draws each page for us, glyph by glyph; from their places come words, lines, columns and paragraphs.
//! Pictures are never unpacked, nothing active is run, and what stands in no text layer is not read.

mod facts;
mod glyphs;
mod guard;
mod hyphens;
mod labels;
mod lines;
mod order;
mod paragraphs;
mod running;
mod tree;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use chancery_model::{Basis, Confidence, Field, Place};
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page};
use kurbo::{Affine, Rect};

use crate::Refusal;
use crate::draft::{Draft, stated};
use crate::patience::{GivenUp, Unread, within};
use facts::Facts;
use lines::Line;
use paragraphs::Paragraph;

/// Glyphs that are read of a file: some thousand pages.
const GLYPHS: usize = 6_000_000;
/// Pages that are read of a file.
const PAGES: usize = 10_000;
/// Room for objects inside objects and forms inside forms.
const STACK: usize = 64 << 20;

/// A file as read.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    pub(crate) draft: Draft,
    /// The pages of the file.
    pub(crate) pages: usize,
    /// The pages at its end that were not read, being too many.
    pub(crate) unread: usize,
    /// The pages of which something could not be read.
    pub(crate) broken: usize,
}

/// Reads the text layer of a file.
///
/// # Errors
/// [`Refusal::Locked`] behind a password, [`Refusal::NoText`] for pictures of pages, [`Refusal::Damaged`] for what is no
/// file to read, [`Refusal::TooSlow`] for what takes longer than `patience`.
pub(crate) fn read(bytes: &[u8], patience: Duration) -> Result<Reading, Refusal> {
    guard::check(bytes)?;
    let bytes = Arc::new(bytes.to_vec());
    within(patience, STACK, move |given_up| read_here(bytes, given_up)).unwrap_or_else(|unread| {
        Err(match unread {
            Unread::Slow => Refusal::too_slow(patience),
            // A panic of the library is a damaged file, and the thread is where it ends.
            Unread::Broke => damaged(),
        })
    })
}

fn read_here(bytes: Arc<Vec<u8>>, given_up: &GivenUp) -> Result<Reading, Refusal> {
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(
            DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm,
        ) => Refusal::Locked { looks_like: "a PDF" },
        _ => damaged(),
    })?;
    let facts = facts::facts(&pdf);
    let pages = pdf.pages().len();
    let mut reading = Reading { pages, ..Reading::default() };
    let mut lines = read_pages(&pdf, &mut reading, given_up);
    let letters: usize = lines.iter().flatten().map(Line::letters).sum();
    let unknown =
        lines.iter().flatten().flat_map(|line| line.text.chars()).filter(|&c| c == '\u{fffd}').count();
    if pages == 0 || reading.broken == pages && letters == 0 {
        return Err(damaged());
    }
    if letters == 0 || unknown * 2 > letters {
        return Err(Refusal::NoText { pages: pages as u64 });
    }
    let address = running::take(&mut lines);
    let mut lines: Vec<Line> = lines.into_iter().flat_map(order::settle).collect();
    hyphens::plain(&mut lines);
    let body = paragraphs::body_size(&lines);
    let mut paragraphs = paragraphs::paragraphs(&lines);
    let draft = &mut reading.draft;
    draft.title = title(&facts, &mut paragraphs, body);
    draft.byline = facts.author.map_or_else(Field::default, |author| stated(&author, "pdf-author"));
    draft.url = address.map_or_else(Field::default, |address| stated(&address, "pdf-foot"));
    let texts: Vec<String> = paragraphs.into_iter().map(|paragraph| paragraph.text).collect();
    draft.text = texts.join("\n\n");
    Ok(reading)
}

/// The lines of all pages, as long as there are not too many.
fn read_pages(pdf: &Pdf, reading: &mut Reading, given_up: &GivenUp) -> Vec<Vec<Line>> {
    let settings = InterpreterSettings { render_annotations: false, ..InterpreterSettings::default() };
    let mut cache = InterpreterCache::new();
    let mut left = GLYPHS;
    let mut pages = Vec::new();
    for (number, page) in pdf.pages().iter().enumerate() {
        if left == 0 || number == PAGES || given_up.is_so() {
            reading.unread = reading.pages - number;
            break;
        }
        let mut shown = glyphs::Page::of(left, given_up);
        let upright = Affine::new(page.initial_transform(true).as_coeffs());
        let (width, height) = page.render_dimensions();
        let extent = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let drawn = catch_unwind(AssertUnwindSafe(|| {
            let mut context = Context::new(upright, extent, &cache, pdf.xref(), settings.clone());
            interpret_page(page, &mut context, &mut shown);
        }));
        if drawn.is_err() {
            // What it left behind may be in use for ever.
            cache = InterpreterCache::new();
            reading.broken += 1;
        }
        left -= shown.glyphs.len().min(left);
        pages.push(lines::lines(&shown, u32::try_from(number).unwrap_or(u32::MAX)));
    }
    pages
}

/// The title the file states, or the largest words at the beginning; the text is left without it. Rules: `pdf-title`,
/// `pdf-largest`.
fn title(facts: &Facts, paragraphs: &mut Vec<Paragraph>, body: f32) -> Field<String> {
    let first = paragraphs.iter().take(8).enumerate().filter(|(_, paragraph)| paragraph.page == 0);
    let is_heading = |paragraph: &Paragraph| {
        let length = paragraph.text.chars().count();
        paragraph.size > body * 1.15 && (8..=250).contains(&length)
    };
    let largest = first
        .clone()
        .filter(|(_, paragraph)| is_heading(paragraph))
        .reduce(|best, next| if next.1.size > best.1.size * 1.02 { next } else { best });
    let folded = |words: &str| -> String {
        words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let found = match &facts.title {
        Some(title) => {
            let whole = folded(title);
            // Browsers put the name of the site behind.
            let same = |words: &str| {
                let words = folded(words);
                words == whole || words.chars().count() >= 10 && whole.starts_with(&words)
            };
            first.clone().find(|(_, paragraph)| same(&paragraph.text)).map(|(at, _)| at)
        }
        None => None,
    };
    if let Some(at) = found {
        let words = paragraphs.remove(at).text;
        return stated(&words, "pdf-title");
    }
    let largest = largest.map(|(at, _)| at);
    match (&facts.title, largest) {
        (Some(title), None) => stated(title, "pdf-title"),
        (_, Some(at)) => {
            let words = paragraphs.remove(at).text;
            let basis = Basis { words: words.clone(), place: Place::Title, rule: "pdf-largest".to_owned() };
            Field::known(words, Confidence::Medium, basis)
        }
        (None, None) => Field::default(),
    }
}

fn damaged() -> Refusal {
    Refusal::Damaged { looks_like: "a PDF", why: "nothing in it can be read" }
}

#[cfg(test)]
mod printed;
#[cfg(test)]
mod tests;
