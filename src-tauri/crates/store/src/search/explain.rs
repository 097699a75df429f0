//! How a query is understood, term by term.

use super::{
    find::Understood,
    index::{Bound, expression, variants},
};
use crate::{
    ArticleFilter, Reader, Result, analysis,
    article::Selection,
    query::{Ask, Hint, Query, QueryTerm},
};

/// A term of a query as this dossier understands it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExplainedTerm {
    /// As it reads.
    pub term: String,
    /// Articles must have it, rather than not.
    pub wanted: bool,
    /// What is looked for: stems, forms, or what of the dossier is called so.
    pub looked_for: Vec<String>,
    /// What the index is asked.
    pub index: Option<String>,
    /// Articles that have it by itself.
    pub articles: u64,
    /// `articles` is an upper bound.
    pub at_most: bool,
}

/// How a query is understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    /// The query as it was read.
    pub read_as: String,
    /// Its terms.
    pub terms: Vec<ExplainedTerm>,
    /// What of it was not read as it may have been meant.
    pub hints: Vec<Hint>,
}

impl Reader<'_> {
    /// How a query is understood.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn explain(&self, query: &Query) -> Result<Explanation> {
        self.within(|conn| {
            let understood = Understood::of(conn, None, query)?;
            let mut terms = Vec::new();
            for (term, wanted) in understood.query.terms() {
                let alone = Query { all: vec![Ask::Term(term.clone())], as_typed: query.as_typed };
                let filter = ArticleFilter { query: Some(alone), ..ArticleFilter::default() };
                let selection = Selection::of(conn, &filter)?;
                terms.push(ExplainedTerm {
                    term: term.to_string(),
                    wanted,
                    looked_for: looked_for(term, &understood),
                    index: expression(term, Bound::All, &understood),
                    articles: selection.count(conn)?,
                    at_most: selection.doubtful.is_some(),
                });
            }
            Ok(Explanation { read_as: understood.query.to_string(), terms, hints: understood.left_out })
        })
    }
}

fn looked_for(term: &QueryTerm, understood: &Understood) -> Vec<String> {
    let said = |words: &[String]| {
        variants(words, &understood.names).into_iter().map(|stems| stems.join(" ")).collect::<Vec<_>>()
    };
    let form = |word: &String| analysis::word(word, None).folded.clone();
    match term {
        QueryTerm::Words(words) => said(words),
        QueryTerm::Near { parts, .. } => parts.iter().flat_map(|part| said(part)).collect(),
        QueryTerm::Exact(words) => vec![words.iter().map(form).collect::<Vec<_>>().join(" ")],
        QueryTerm::Prefix(word) => vec![format!("{}…", form(word))],
        QueryTerm::Field(field) => understood.called(field).to_vec(),
    }
}
