//! The codebook as a table: a row a topic, followed by a row for each of its terms. Read back also as spreadsheets save
//! it (semicolons, decimal commas, other columns) and as other programs write lists of codes.

use std::collections::{HashMap, HashSet};

use chancery_model::{InLanguages, Language, Term, TermKind};
use csv::{ReaderBuilder, StringRecord, Terminator, WriterBuilder};

use super::draft::{Draft, Left, Matter};
use super::{Book, Read, palette, set};
use crate::SeedError;
use crate::out::FORMULA;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Id,
    Parent,
    Heading,
    Label(Language),
    Definition(Language),
    Include(Language),
    Exclude(Language),
    Threshold,
    Colour,
    Term,
    TermLanguage,
    TermKind,
    TermWeight,
    TermFacet,
}

const COLUMNS: [(&str, Column); 22] = [
    ("id", Column::Id),
    ("parent", Column::Parent),
    ("heading", Column::Heading),
    ("label_en", Column::Label(Language::En)),
    ("label_ru", Column::Label(Language::Ru)),
    ("label_be", Column::Label(Language::Be)),
    ("definition_en", Column::Definition(Language::En)),
    ("definition_ru", Column::Definition(Language::Ru)),
    ("definition_be", Column::Definition(Language::Be)),
    ("include_en", Column::Include(Language::En)),
    ("include_ru", Column::Include(Language::Ru)),
    ("include_be", Column::Include(Language::Be)),
    ("exclude_en", Column::Exclude(Language::En)),
    ("exclude_ru", Column::Exclude(Language::Ru)),
    ("exclude_be", Column::Exclude(Language::Be)),
    ("threshold", Column::Threshold),
    ("colour", Column::Colour),
    ("term", Column::Term),
    ("term_language", Column::TermLanguage),
    ("term_kind", Column::TermKind),
    ("term_weight", Column::TermWeight),
    ("term_facet", Column::TermFacet),
];

/// What other programs call the same.
const OTHERWISE: [(&[&str], Column); 10] = [
    (&["slug", "code", "notation", "key", "topic", "number"], Column::Id),
    (&["broader", "parent_code", "parent_id", "parent_name", "category"], Column::Parent),
    (&["group"], Column::Heading),
    (&["label", "name", "title", "code_name", "preflabel"], Column::Label(Language::En)),
    (&["definition", "description", "memo", "comment"], Column::Definition(Language::En)),
    (&["include", "includes", "inclusion", "scope_note"], Column::Include(Language::En)),
    (&["exclude", "excludes", "exclusion"], Column::Exclude(Language::En)),
    (&["color"], Column::Colour),
    (&["word", "keyword"], Column::Term),
    (&["language", "lang"], Column::TermLanguage),
];

/// Writes the table by RFC 4180, with the mark by which Excel knows UTF-8.
pub(super) fn write(book: &Book) -> Vec<u8> {
    let mut writer =
        WriterBuilder::new().terminator(Terminator::CRLF).from_writer("\u{feff}".as_bytes().to_vec());
    let mut row = |cell: &dyn Fn(Column) -> String| {
        // Memory takes every byte.
        let _ = writer.write_record(COLUMNS.iter().map(|(_, column)| cell(*column)));
    };
    row(&|column| COLUMNS.iter().find(|(_, one)| *one == column).map_or("", |(name, _)| name).to_owned());
    for listed in &book.topics {
        let topic = &listed.topic;
        row(&|column| match column {
            Column::Id => guarded(&topic.slug),
            Column::Parent => guarded(topic.parent.as_deref().unwrap_or_default()),
            Column::Heading => if topic.group { "yes" } else { "no" }.to_owned(),
            Column::Label(language) => guarded(given(&topic.label, language)),
            Column::Definition(language) => guarded(given(&topic.definition, language)),
            Column::Include(language) => guarded(given(&topic.include, language)),
            Column::Exclude(language) => guarded(given(&topic.exclude, language)),
            Column::Threshold => topic.threshold.to_string(),
            Column::Colour => listed.colour.map(palette::hex).unwrap_or_default(),
            _ => String::new(),
        });
        for term in &topic.terms {
            row(&|column| match column {
                Column::Id => guarded(&topic.slug),
                Column::Term => guarded(&term.text),
                Column::TermLanguage => term.language.code(),
                Column::TermKind => term.kind.id(),
                Column::TermWeight => term.weight.to_string(),
                Column::TermFacet => guarded(term.facet.as_deref().unwrap_or_default()),
                _ => String::new(),
            });
        }
    }
    writer.into_inner().unwrap_or_default()
}

fn given(text: &InLanguages, language: Language) -> &str {
    match language {
        Language::Ru => text.ru.as_deref().unwrap_or_default(),
        Language::Be => text.be.as_deref().unwrap_or_default(),
        _ => &text.en,
    }
}

/// An apostrophe before what a spreadsheet would take for a formula, and one more where such a one stands already, so that
/// reading takes away just what was added.
fn guarded(cell: &str) -> String {
    if cell.trim_start_matches('\'').starts_with(FORMULA) { format!("'{cell}") } else { cell.to_owned() }
}

fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(FORMULA) => rest,
        _ => cell,
    }
}

/// Reads a table.
///
/// # Errors
/// Where no column names topics, or a cell is no number or no kind of term; names the line.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Read, SeedError> {
    let text = chancery_intake::text_of(bytes).map_err(|error| SeedError::new(file, error.to_string()))?;
    let text = text.trim_start_matches('\u{feff}');
    let mut reader =
        ReaderBuilder::new().flexible(true).delimiter(delimiter(text)).from_reader(text.as_bytes());
    let wrong = |error: csv::Error| SeedError::new(file, format!("is no table: {error}"));
    let names = reader.headers().map_err(wrong)?.clone();
    let columns: Vec<Option<Column>> = names.iter().map(column).collect();
    if !columns.iter().flatten().any(|column| matches!(column, Column::Id | Column::Label(_))) {
        let first: Vec<&str> = names.iter().take(8).collect();
        let what = "has no column that names topics: give one the head `id` or `label_en`; its heads are";
        return Err(SeedError::new(file, format!("{what} {}", first.join(", "))));
    }
    let unknown: Vec<&str> = names
        .iter()
        .zip(&columns)
        .filter(|(name, column)| column.is_none() && !name.is_empty())
        .map(|(name, _)| name)
        .collect();
    let mut left = Vec::new();
    if !unknown.is_empty() {
        left.push(Left { topic: None, what: Matter::Columns, words: unknown.join(", ") });
    }
    let mut rows = Rows { file, drafts: Vec::new(), known: HashMap::new() };
    for record in reader.records() {
        let record = record.map_err(wrong)?;
        let line = record.position().map_or(0, csv::Position::line);
        rows.take(&Row { record: &record, columns: &columns, line, file })?;
    }
    Ok((InLanguages::default(), with_parents_by_label(rows.drafts), left))
}

fn column(name: &str) -> Option<Column> {
    let name = name.trim().to_lowercase().replace([' ', '-', '.'], "_");
    let exact = COLUMNS.iter().find(|(known, _)| *known == name).map(|(_, column)| *column);
    exact.or_else(|| {
        OTHERWISE.iter().find(|(names, _)| names.contains(&name.as_str())).map(|(_, column)| *column)
    })
}

/// What parts the cells: the sign that stands most often in the first line.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |sign: u8| first.bytes().filter(|byte| *byte == sign).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|sign| count(*sign)).unwrap_or(b',')
}

struct Row<'r> {
    record: &'r StringRecord,
    columns: &'r [Option<Column>],
    line: u64,
    file: &'r str,
}

impl Row<'_> {
    /// The first cell of a column that is not empty.
    fn cell(&self, wanted: Column) -> &str {
        let cells = self.columns.iter().zip(self.record).filter(|(column, _)| **column == Some(wanted));
        cells.map(|(_, cell)| unguarded(cell.trim())).find(|cell| !cell.is_empty()).unwrap_or_default()
    }

    fn number(&self, wanted: Column, name: &str) -> Result<Option<f64>, SeedError> {
        let cell = self.cell(wanted);
        if cell.is_empty() {
            return Ok(None);
        }
        // A spreadsheet set to Russian writes a comma.
        let read = cell.replace(',', ".").parse::<f64>().ok().filter(|number| number.is_finite());
        read.map(Some).ok_or_else(|| self.wrong(format!("{name}: {cell:?} is no number such as 0.5")))
    }

    fn wrong(&self, what: String) -> SeedError {
        SeedError::new(self.file, format!("line {}: {what}", self.line))
    }

    fn text(&self, column: fn(Language) -> Column, into: &mut InLanguages) {
        for language in [Language::En, Language::Ru, Language::Be] {
            let cell = self.cell(column(language));
            if !cell.is_empty() {
                set(into, language, cell.to_owned());
            }
        }
    }

    fn term(&self) -> Result<Option<Term>, SeedError> {
        let text = self.cell(Column::Term);
        if text.is_empty() {
            return Ok(None);
        }
        let language = match self.cell(Column::TermLanguage) {
            "" => Language::En,
            code => Language::from_code(&code.to_lowercase()).ok_or_else(|| {
                self.wrong(format!("term_language: {code:?} is no code such as en, ru, be"))
            })?,
        };
        let kind = match self.cell(Column::TermKind) {
            "" => TermKind::Stem,
            id => TermKind::from_id(id).ok_or_else(|| {
                self.wrong(format!(
                    "term_kind: {id:?} is no kind of term: use stem, exact, near(5), any-of or regex"
                ))
            })?,
        };
        let weight = self.number(Column::TermWeight, "term_weight")?.unwrap_or(1.0);
        let facet = Some(self.cell(Column::TermFacet).to_owned()).filter(|facet| !facet.is_empty());
        Ok(Some(Term { language, text: text.to_owned(), kind, weight, facet }))
    }
}

struct Rows<'r> {
    file: &'r str,
    drafts: Vec<Draft>,
    known: HashMap<String, usize>,
}

impl Rows<'_> {
    fn take(&mut self, row: &Row<'_>) -> Result<(), SeedError> {
        let id = row.cell(Column::Id);
        let mut label = InLanguages::default();
        row.text(Column::Label, &mut label);
        let by_label = [Some(label.en.as_str()), label.ru.as_deref(), label.be.as_deref()];
        let key = if id.is_empty() {
            by_label.into_iter().flatten().find(|label| !label.is_empty()).unwrap_or_default()
        } else {
            id
        };
        let term = row.term()?;
        let at = match (key.is_empty(), self.known.get(key)) {
            (false, Some(at)) => *at,
            (false, None) => {
                self.known.insert(key.to_owned(), self.drafts.len());
                let slug = Some(id.to_owned()).filter(|id| !id.is_empty());
                self.drafts.push(Draft { key: key.to_owned(), slug, ..Draft::default() });
                self.drafts.len() - 1
            }
            // A term under its topic, whose name a person need not repeat.
            (true, _) if term.is_some() => match self.drafts.len().checked_sub(1) {
                Some(last) => last,
                None => {
                    return Err(SeedError::new(
                        self.file,
                        format!("line {}: a term without a topic", row.line),
                    ));
                }
            },
            (true, _) => return Ok(()),
        };
        let Some(draft) = self.drafts.get_mut(at) else { return Ok(()) };
        row.text(Column::Label, &mut draft.label);
        row.text(Column::Definition, &mut draft.definition);
        row.text(Column::Include, &mut draft.include);
        row.text(Column::Exclude, &mut draft.exclude);
        let parent = row.cell(Column::Parent);
        if !parent.is_empty() {
            draft.parent = Some(parent.to_owned());
        }
        draft.threshold = row.number(Column::Threshold, "threshold")?.or(draft.threshold);
        draft.colour = palette::nearest(row.cell(Column::Colour)).or(draft.colour);
        draft.group = match row.cell(Column::Heading).to_lowercase().as_str() {
            "" => draft.group,
            said => Some(matches!(said, "yes" | "true" | "1" | "x" | "да" | "так")),
        };
        draft.terms.extend(term);
        Ok(())
    }
}

/// Lists made by hand name the parent by what it is called.
fn with_parents_by_label(mut drafts: Vec<Draft>) -> Vec<Draft> {
    let mut called: HashMap<String, String> = HashMap::new();
    for draft in drafts.iter().rev() {
        for (_, label) in super::tagged(&draft.label) {
            called.insert(label.to_lowercase(), draft.key.clone());
        }
    }
    let keys: HashSet<String> = drafts.iter().map(|draft| draft.key.clone()).collect();
    for draft in &mut drafts {
        if let Some(parent) = draft.parent.as_mut().filter(|parent| !keys.contains(*parent))
            && let Some(key) = called.get(&parent.to_lowercase())
        {
            parent.clone_from(key);
        }
    }
    drafts
}
