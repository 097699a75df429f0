//! What a list of records states, without taking it in: for previews and for measuring the reading.

use std::ops::ControlFlow;

use chancery_model::Edtf;

use super::{detect, read};
use crate::Refusal;
use crate::draft::Draft;
use crate::member::Allowance;

/// The fields of one record; empty where it does not state them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looked {
    /// Its key or number.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its authors, else its editors.
    pub byline: String,
    /// Where it stands or who published it.
    pub outlet: String,
    /// What else could be its outlet.
    pub other_outlets: Vec<String>,
    /// Its web address.
    pub url: String,
    /// ISO 639-1 code.
    pub language: String,
    /// When it was published.
    pub published: Option<Edtf>,
    /// Its abstract, note or content, else its citation line.
    pub text: String,
}

/// Records in their order; one that can't be read with its name and the reason.
pub type Records = Vec<Result<Looked, (String, Refusal)>>;

impl Looked {
    fn of(name: String, draft: Draft) -> Self {
        Self {
            name,
            title: draft.title.value.unwrap_or_default(),
            byline: draft.byline.value.unwrap_or_default(),
            outlet: draft.outlet.value.unwrap_or_default(),
            other_outlets: draft.outlet.alternatives.into_iter().map(|other| other.value).collect(),
            url: draft.url.value.unwrap_or_default(),
            language: draft.language.value.map(|language| language.code()).unwrap_or_default(),
            published: draft.published.value.map(|published| published.date),
            text: draft.text,
        }
    }
}

/// The id of a file's format, and its records.
///
/// # Errors
/// When it is no list of records, or one that is not read.
pub fn look(bytes: &[u8], name: Option<&str>) -> Result<(&'static str, Records), Refusal> {
    let text = detect::decode(bytes)?;
    let kind = match detect::of(&text, name) {
        Some(kind) => kind?,
        None => return Err(Refusal::NotText { looks_like: "no list of references and no feed" }),
    };
    let mut looked = Vec::new();
    read(&text, kind, &Allowance::default(), &mut |member| {
        looked.push(member.map(|member| Looked::of(member.name, member.draft.unwrap_or_default())));
        ControlFlow::Continue(())
    })?;
    Ok((kind.id(), looked))
}
