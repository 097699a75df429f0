//! Names of a query in other letters, as far as the index has them: who asks for Lukashenko finds Лукашенко and Лукашэнка, too.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    ops::Bound,
    sync::{Mutex, PoisonError},
};

use chancery_text::{fold, in_other_letters};
use rusqlite::{Connection, OptionalExtension as _, Rows, Statement, functions::FunctionFlags};

use crate::{
    Result, analysis,
    query::{Query, QueryTerm},
};

/// What a word is looked for as well.
pub(crate) type Names = BTreeMap<String, Vec<OtherForm>>;

/// A word the index has, written in other letters than the one asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherForm {
    /// Folded, as it may be written.
    pub form: String,
    /// Its stem in the index.
    pub(crate) stem: String,
}

/// Shorter words meet others by chance; a capital says that a name is meant.
const LETTERS: usize = 5;
const LETTERS_WITH_CAPITAL: usize = 4;

/// Forms given for a word.
const MOST: usize = 12;

thread_local! {
    /// Where the next word of the index is wanted from.
    static WANTED: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The first word of the index from each place on that is wanted, one after the other without an end. A statement for each would open
/// the index anew each time, which takes longer than to look.
pub(super) const WORDS: &str = "WITH RECURSIVE asked (number) AS (SELECT 0 UNION ALL SELECT number + 1 FROM asked) \
     SELECT (SELECT term FROM temp.search_term WHERE term >= wanted_from(number) LIMIT 1) FROM asked";

/// Makes known on a connection what [`WORDS`] asks for.
pub(crate) fn register(conn: &Connection) -> Result<()> {
    let wanted = |_: &rusqlite::functions::Context<'_>| Ok(WANTED.with_borrow(Clone::clone));
    Ok(conn.create_scalar_function("wanted_from", 1, FunctionFlags::SQLITE_UTF8, wanted)?)
}

/// What was looked up before, as long as the index stays as it is: a page, its counts and the next page ask for the same words. It is
/// forgotten with every change that the columns follow; the state keeps apart what a reader sees that began before the change.
#[derive(Debug, Default)]
pub(crate) struct KnownNames(Mutex<(State, Names)>);

/// What the index's record of its segments holds, which every change of the index changes. See "structure record" in fts5_index.c.
type State = Vec<u8>;

/// Words whose other forms are kept; what is full begins anew.
const KEPT: usize = 4_000;

impl KnownNames {
    fn of(&self, word: &str, state: &State) -> Option<Vec<OtherForm>> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.1.get(word).filter(|_| known.0 == *state).cloned()
    }

    fn keep(&self, word: &str, state: &State, others: &[OtherForm]) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.0 != *state || known.1.len() >= KEPT {
            *known = (state.clone(), Names::new());
        }
        known.1.insert(word.to_owned(), others.to_vec());
    }
}

/// The other forms of each word of the query that stands by itself; words of a phrase are taken as they are.
pub(crate) fn of(conn: &Connection, kept: Option<&KnownNames>, query: &Query) -> Result<Names> {
    let mut names = Names::new();
    if query.as_typed {
        return Ok(names);
    }
    let words = query.terms().flat_map(|(term, _)| by_themselves(term)).filter(|word| may_be_name(word));
    let words: BTreeSet<&String> = words.collect();
    if words.is_empty() {
        return Ok(names);
    }
    let kept = kept.zip(state(conn)?);
    let mut statement = conn.prepare_cached(WORDS)?;
    let mut index = Index::over(&mut statement)?;
    for word in words {
        let known = kept.as_ref().and_then(|(kept, state)| kept.of(word, state));
        let others = match known {
            Some(others) => others,
            None => {
                let others = index.other_forms(word)?;
                if let Some((kept, state)) = &kept {
                    kept.keep(word, state, &others);
                }
                others
            }
        };
        if !others.is_empty() {
            names.insert(word.clone(), others);
        }
    }
    Ok(names)
}

fn state(conn: &Connection) -> Result<Option<State>> {
    let mut statement = conn.prepare_cached("SELECT block FROM search_data WHERE id = 10")?;
    Ok(statement.query_row((), |row| row.get(0)).optional()?)
}

/// The words of a term that stand by themselves.
fn by_themselves(term: &QueryTerm) -> Vec<&String> {
    match term {
        QueryTerm::Words(words) if words.len() == 1 => words.iter().collect(),
        QueryTerm::Near { parts, .. } => parts.iter().filter(|part| part.len() == 1).flatten().collect(),
        _ => Vec::new(),
    }
}

fn may_be_name(word: &str) -> bool {
    let least = if word.starts_with(char::is_uppercase) { LETTERS_WITH_CAPITAL } else { LETTERS };
    word.chars().count() >= least && !word.contains(|c: char| c.is_numeric())
}

/// The words of the index, in order.
pub(super) struct Index<'c> {
    words: Rows<'c>,
    /// What was asked for, and the first word from there on: between the two there is none.
    known: BTreeMap<String, Option<String>>,
}

impl<'c> Index<'c> {
    /// Asked by a statement of [`WORDS`].
    pub(super) fn over(statement: &'c mut Statement<'_>) -> Result<Self> {
        Ok(Self { words: statement.query(())?, known: BTreeMap::new() })
    }

    /// In other letters, and from those in the first ones again: Lukashenko leads to Łukašenka by way of Лукашенко.
    fn other_forms(&mut self, word: &str) -> Result<Vec<OtherForm>> {
        let asked = analysis::stems_asked(word);
        let mut others: Vec<OtherForm> = Vec::new();
        let mut from = vec![fold(word)];
        for _ in 0..2 {
            let before = others.len();
            for form in std::mem::take(&mut from) {
                for (form, stem) in self.written(&form)? {
                    if others.len() < MOST
                        && !asked.contains(&stem)
                        && others.iter().all(|one| one.stem != stem)
                    {
                        others.push(OtherForm { form, stem });
                    }
                }
            }
            from.extend(others.iter().skip(before).map(|other| other.form.clone()));
        }
        Ok(others)
    }

    fn written(&mut self, form: &str) -> Result<Vec<(String, String)>> {
        let mut failed = None;
        let forms = in_other_letters(form, |start| {
            let next = self.from(start).unwrap_or_else(|error| {
                failed = Some(error);
                None
            });
            next.is_some_and(|word| word.starts_with(start))
        });
        if let Some(error) = failed {
            return Err(error);
        }
        let mut written = Vec::new();
        for form in forms {
            for stem in analysis::stems_asked(&form) {
                if self.has(&stem)? {
                    written.push((form.clone(), stem));
                }
            }
        }
        Ok(written)
    }

    pub(super) fn has(&mut self, word: &str) -> Result<bool> {
        Ok(self.from(word)?.as_deref() == Some(word))
    }

    /// The first word from a place on.
    pub(super) fn from(&mut self, start: &str) -> Result<Option<String>> {
        let before = self.known.range::<str, _>((Bound::Unbounded, Bound::Included(start))).next_back();
        if let Some((_, next)) = before.filter(|(_, next)| next.as_deref().is_none_or(|word| word >= start)) {
            return Ok(next.clone());
        }
        WANTED.with_borrow_mut(|wanted| start.clone_into(wanted));
        let next: Option<String> = match self.words.next()? {
            Some(row) => row.get(0)?,
            None => None,
        };
        self.known.insert(start.to_owned(), next.clone());
        Ok(next)
    }
}
