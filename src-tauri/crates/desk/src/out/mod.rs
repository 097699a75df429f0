//! Articles go out: as lists other programs read, or as their originals. What goes out can be taken in again.

mod bibtex;
mod csv;
mod date;
mod hits;
mod item;
mod json;
pub(crate) mod names;
mod originals;
mod people;
mod ris;

use std::io::Write as _;
use std::path::{Path, PathBuf};

use chancery_model::{ArticleId, Day};
use chancery_store::{ArticleFilter, ArticleSort, Query, Reader};

use crate::whole::{Whole, write_through};
use crate::{Desk, DeskError, Progress, Result, Step, annotations, qda, search};
pub(crate) use csv::FORMULA;
use hits::HitFormat;
use item::{Item, Labels};

/// Which articles go out; those in the bin never do.
#[derive(Clone, Debug)]
pub enum Chosen {
    /// Those that words and a filter leave; an empty filter is all.
    Filter(Option<String>, Box<ArticleFilter>),
    /// These.
    Articles(Vec<ArticleId>),
}

/// As what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArticleFormat {
    /// An object a line, with the text.
    JsonLines,
    /// What citation programs exchange.
    CslJson,
    /// What libraries and reference managers read.
    Ris,
    /// For LaTeX, by the rules of BibLaTeX.
    Bibtex,
    /// A table.
    Csv,
    /// The bytes the articles came from, in a ZIP archive with their hashes.
    Originals,
    /// A project of REFI-QDA: texts, codebook, coded passages, tags and notes.
    Qdpx,
    /// Coded passages as W3C annotations in JSON-LD.
    Annotations,
    /// A table of the passages that answer the words asked for.
    HitsCsv,
    /// An object a line with those passages.
    HitsJsonLines,
}

/// A file of articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Where.
    pub path: PathBuf,
    /// How many articles are in it.
    pub articles: usize,
    /// How many coded passages, where it is a format of them.
    pub codings: Option<usize>,
    /// How many bytes it has.
    pub bytes: u64,
    /// Articles asked for by id that are in the bin, and were left out.
    pub in_bin: usize,
}

/// How a list is written: pure functions of the article, so that the same dossier gives the same bytes.
struct Shape {
    head: fn() -> Vec<u8>,
    item: fn(&Item) -> Vec<u8>,
    between: &'static str,
    tail: &'static str,
}

impl ArticleFormat {
    /// Every format.
    pub const ALL: &'static [Self] = &[
        Self::JsonLines,
        Self::CslJson,
        Self::Ris,
        Self::Bibtex,
        Self::Csv,
        Self::Originals,
        Self::Qdpx,
        Self::Annotations,
        Self::HitsCsv,
        Self::HitsJsonLines,
    ];

    /// The word used in JSON and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::JsonLines => "jsonl",
            Self::CslJson => "csl",
            Self::Ris => "ris",
            Self::Bibtex => "bibtex",
            Self::Csv => "csv",
            Self::Originals => "originals",
            Self::Qdpx => "qdpx",
            Self::Annotations => "annotations",
            Self::HitsCsv => "hits-csv",
            Self::HitsJsonLines => "hits-jsonl",
        }
    }

    fn is_of_hits(self) -> bool {
        matches!(self, Self::HitsCsv | Self::HitsJsonLines)
    }

    fn shape(self) -> Option<Shape> {
        let nothing = Vec::new;
        Some(match self {
            Self::JsonLines => Shape { head: nothing, item: json::line, between: "", tail: "" },
            Self::CslJson => {
                Shape { head: || b"[\n".to_vec(), item: json::csl, between: ",\n", tail: "\n]\n" }
            }
            Self::Ris => Shape { head: nothing, item: ris::record, between: "\r\n", tail: "" },
            Self::Bibtex => Shape { head: nothing, item: bibtex::entry, between: "\n", tail: "" },
            Self::Csv => Shape { head: csv::head, item: csv::row, between: "", tail: "" },
            Self::Originals | Self::Qdpx | Self::Annotations | Self::HitsCsv | Self::HitsJsonLines => {
                return None;
            }
        })
    }
}

impl Desk {
    /// Writes articles to a file, earliest first; a file that is there is replaced whole. `None` where it was cancelled:
    /// what stood there before stands.
    ///
    /// # Errors
    /// `nothing-to-export` where no article is chosen, `no-such`, or when the file can't be written.
    pub fn export_articles(
        &self,
        chosen: &Chosen,
        format: ArticleFormat,
        path: &Path,
        progress: &mut Progress<'_>,
    ) -> Result<Option<Written>> {
        let today = self.clock.today();
        // One consistent state from the first article to the last.
        self.store.read(|reader| {
            let (ids, in_bin) = ids(reader, chosen, today)?;
            let query = query_of(chosen, today);
            // Signs only find nothing; without words the whole dossier is asked for.
            let of_nothing = matches!(chosen, Chosen::Filter(Some(_), _)) && query.is_empty();
            if ids.is_empty() || (of_nothing && format.is_of_hits()) {
                return Err(DeskError::NothingToExport);
            }
            let mut codings = None;
            let mut coded = |written: Option<usize>| {
                codings = written;
                written.is_some()
            };
            let bytes = write_through(path, |file| match (format, format.shape()) {
                (_, Some(shape)) => list(reader, &ids, &shape, file, progress),
                (ArticleFormat::Qdpx, None) => {
                    let worded = |markdown: &str| self.worded(markdown);
                    Ok(coded(qda::write(reader, &self.codebook()?, &worded, &ids, file, progress)?))
                }
                (ArticleFormat::Annotations, None) => {
                    Ok(coded(annotations::write(reader, &ids, file, progress)?))
                }
                (ArticleFormat::HitsCsv, None) => {
                    hits::write(reader, &query, &ids, HitFormat::Csv, file, progress)
                }
                (ArticleFormat::HitsJsonLines, None) => {
                    hits::write(reader, &query, &ids, HitFormat::JsonLines, file, progress)
                }
                (_, None) => originals::write(reader, &ids, file, progress),
            })?;
            let articles = ids.len();
            Ok(bytes.map(|bytes| Written { path: path.to_owned(), articles, codings, bytes, in_bin }))
        })
    }
}

/// What is looked for in the articles chosen.
fn query_of(chosen: &Chosen, today: Day) -> Query {
    match chosen {
        Chosen::Filter(Some(words), filter) => search::read(words, filter.as_typed, today).0,
        Chosen::Filter(None, _) | Chosen::Articles(_) => Query::default(),
    }
}

/// The articles chosen, earliest first, and how many of those named are in the bin.
pub(crate) fn ids(reader: &Reader<'_>, chosen: &Chosen, today: Day) -> Result<(Vec<ArticleId>, usize)> {
    match chosen {
        Chosen::Filter(words, filter) => {
            let query = words.as_deref().map(|words| search::read(words, filter.as_typed, today).0);
            let query = query.filter(|query| !query.is_empty());
            let filter = ArticleFilter { query, in_bin: false, ..(**filter).clone() };
            Ok((reader.ids_of(&filter, ArticleSort::Oldest)?, 0))
        }
        Chosen::Articles(asked) => {
            let mut asked = asked.clone();
            asked.sort_unstable();
            asked.dedup();
            let mut rows = reader.article_rows(&asked)?;
            if let Some(absent) = asked.iter().find(|id| !rows.iter().any(|row| row.id == **id)) {
                // Asked for by itself it says so as everywhere.
                reader.article(*absent)?;
            }
            rows.retain(|row| !row.in_bin);
            let in_bin = asked.len() - rows.len();
            rows.sort_by_key(|row| {
                let date = row.published.as_ref().map(|published| published.date.order());
                (date.is_none(), date, row.id)
            });
            Ok((rows.into_iter().map(|row| row.id).collect(), in_bin))
        }
    }
}

fn list(
    reader: &Reader<'_>,
    ids: &[ArticleId],
    shape: &Shape,
    file: &mut Whole<'_>,
    progress: &mut Progress<'_>,
) -> Result<bool> {
    let labels = Labels::read(reader)?;
    file.write_all(&(shape.head)()).map_err(|error| file.failed(error))?;
    for (done, &id) in ids.iter().enumerate() {
        let item = Item::read(reader, id, &labels)?;
        if !progress.step(Step { done, total: ids.len(), current: &item.title, ..Step::default() }) {
            return Ok(false);
        }
        let between = if done == 0 { "" } else { shape.between };
        let written = file.write_all(between.as_bytes()).and_then(|()| file.write_all(&(shape.item)(&item)));
        written.map_err(|error| file.failed(error))?;
    }
    file.write_all(shape.tail.as_bytes()).map_err(|error| file.failed(error))?;
    // Whoever cancels now is late: the file is there.
    let _ = progress.step(Step { done: ids.len(), total: ids.len(), ..Step::default() });
    Ok(true)
}
