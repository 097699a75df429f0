//! Paragraphs in another language than the text they stand in.

use chancery_model::{Furniture, Language, LanguageRun, Span};

use super::{Found, Languages, Letters, SAMPLE};
use crate::dates::Positions;
use crate::furniture::overlapping;
use crate::lines;

/// A paragraph with fewer letters is in the language of those around it.
const ENOUGH: usize = 30;
/// How many letters of a paragraph are looked at.
const LOOKED_AT: usize = 200;
/// How far ahead of any other the language of a paragraph must be, in nats.
const SURELY: f32 = 8.0;
/// So many undecided lines may stand inside a run.
const BETWEEN: u32 = 2;

/// A line that is not blank, by byte, with the language that it surely is in.
pub(super) struct Told {
    start: usize,
    end: usize,
    language: Option<Language>,
}

/// Reads the lines of `text`, and adds the letters of as many as it takes to know the whole by.
pub(super) fn read(text: &str, whole: &mut Letters) -> Vec<Told> {
    let lines = lines(text).filter(|line| !line.is_blank());
    lines
        .map(|line| {
            let letters = Letters::of(line.text, LOOKED_AT);
            if whole.total <= SAMPLE {
                whole.add(&letters);
            }
            Told { start: line.start, end: line.end(), language: told(&letters) }
        })
        .collect()
}

impl Languages {
    /// The paragraphs of `text`, which was read, outside its furniture that are surely in another language than `language`;
    /// neighbours are one run.
    #[must_use]
    pub fn foreign_paragraphs(
        &self,
        text: &str,
        furniture: &[Furniture],
        language: Option<Language>,
    ) -> Vec<LanguageRun> {
        let mut positions = Positions::new(text);
        let mut runs: Vec<LanguageRun> = Vec::new();
        // Whether the last run goes on, and how many undecided lines came after it.
        let (mut open, mut between) = (false, 0);
        for line in &self.lines {
            let span = Span::new(positions.of(line.start), positions.of(line.end));
            if overlapping(furniture, span) {
                continue;
            }
            let Some(told) = line.language else {
                between += 1;
                continue;
            };
            if Some(told) == language {
                open = false;
                continue;
            }
            match runs.last_mut().filter(|run| open && run.language == told && between <= BETWEEN) {
                Some(run) => {
                    run.span.end = span.end;
                    run.paragraphs += between + 1;
                }
                None => runs.push(LanguageRun { span, language: told, paragraphs: 1 }),
            }
            (open, between) = (true, 0);
        }
        runs
    }
}

fn told(letters: &Letters) -> Option<Language> {
    if letters.total < ENOUGH {
        return None;
    }
    match letters.verdict()? {
        Found::Table(verdict) => (verdict.ahead >= SURELY).then_some(verdict.language),
        Found::LatinBelarusian => Some(Language::Be),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chancery_model::{CodePoints, FurnitureKind};

    fn foreign_paragraphs(
        text: &str,
        furniture: &[Furniture],
        language: Option<Language>,
    ) -> Vec<LanguageRun> {
        Languages::of(text).foreign_paragraphs(text, furniture, language)
    }

    const RU: &str =
        "Правительства двух стран согласовали программу гармонизации налогов на ближайшие три года.";
    const BE: &str = "Урады дзвюх краін узгаднілі праграму гарманізацыі падаткаў на бліжэйшыя тры гады.";
    const EN: &str = "The two governments agreed on a common programme of tax harmonisation.";

    #[track_caller]
    fn check(paragraphs: &[&str], language: Option<Language>, expected: &[(&str, u32)]) {
        let text = paragraphs.join("\n\n");
        let read: Vec<_> = foreign_paragraphs(&text, &[], language)
            .into_iter()
            .map(|run| (run.language.code(), run.paragraphs))
            .collect();
        let read: Vec<_> = read.iter().map(|(code, paragraphs)| (code.as_str(), *paragraphs)).collect();
        assert_eq!(read, expected);
    }

    #[test]
    fn neighbours_in_one_language_are_one_run() {
        check(&[RU, RU], Some(Language::Ru), &[]);
        check(&[RU, BE, BE, RU, EN], Some(Language::Ru), &[("be", 2), ("en", 1)]);
        check(&[RU, BE, "Мінск, 2021", BE, RU], Some(Language::Ru), &[("be", 3)]);
        check(&[BE, RU, BE], None, &[("be", 1), ("ru", 1), ("be", 1)]);
    }

    #[test]
    fn short_and_doubtful_lines_are_in_the_language_of_the_text() {
        check(&[RU, "Reuters, Bloomberg", "Саюз", RU], Some(Language::Ru), &[]);
        check(&[RU, "https://example.org/novosti/2021/09/10/", RU], Some(Language::Ru), &[]);
    }

    #[test]
    fn a_run_spans_its_paragraphs_and_furniture_is_none() {
        let text = format!("{RU}\n{BE}\n{EN}");
        let points = CodePoints::new(&text);
        let runs = foreign_paragraphs(&text, &[], Some(Language::Ru));
        assert_eq!(runs.iter().map(|run| points.slice(run.span)).collect::<Vec<_>>(), [Some(BE), Some(EN)]);
        let menu = Furniture { span: runs[1].span, kind: FurnitureKind::Menu };
        assert_eq!(foreign_paragraphs(&text, &[menu], Some(Language::Ru)), runs[..1]);
    }
}
