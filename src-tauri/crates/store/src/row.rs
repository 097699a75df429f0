//! From columns to the words of the model, and back.

use chancery_model::{Anchor, Edtf, InLanguages, Language, Span, Uid};
use rusqlite::{Row, types::Type};

/// A column that holds something this program does not know.
fn bad(index: usize, what: &str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(index, Type::Text, what.to_owned().into())
}

/// A column that holds one of a set of words.
pub(crate) fn word<T>(
    row: &Row<'_>,
    index: usize,
    from_id: impl Fn(&str) -> Option<T>,
) -> rusqlite::Result<T> {
    let text = row.get_ref(index)?.as_str().map_err(|_| bad(index, "not a word"))?;
    from_id(text).ok_or_else(|| bad(index, &format!("unknown word {text:?}")))
}

/// The same where the column may be empty.
pub(crate) fn word_or_none<T>(
    row: &Row<'_>,
    index: usize,
    from_id: impl Fn(&str) -> Option<T>,
) -> rusqlite::Result<Option<T>> {
    let Some(text) = row.get_ref(index)?.as_str_or_null().map_err(|_| bad(index, "not a word"))? else {
        return Ok(None);
    };
    from_id(text).map(Some).ok_or_else(|| bad(index, &format!("unknown word {text:?}")))
}

/// A date; empty where there is none.
pub(crate) fn edtf(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<Edtf>> {
    word_or_none(row, index, |text| Edtf::parse(text).ok())
}

/// A language; empty where unknown.
pub(crate) fn language(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<Language>> {
    word_or_none(row, index, Language::from_code)
}

/// A text in three columns from `index` on: en, ru, be.
pub(crate) fn in_languages(row: &Row<'_>, index: usize) -> rusqlite::Result<InLanguages> {
    Ok(InLanguages { en: row.get(index)?, ru: row.get(index + 1)?, be: row.get(index + 2)? })
}

/// A span in two columns from `index` on.
pub(crate) fn span(row: &Row<'_>, index: usize) -> rusqlite::Result<Span> {
    Ok(Span::new(row.get(index)?, row.get(index + 1)?))
}

/// An anchor in five columns from `index` on: start, end, exact, prefix, suffix.
pub(crate) fn anchor(row: &Row<'_>, index: usize) -> rusqlite::Result<Anchor> {
    Ok(Anchor {
        span: span(row, index)?,
        exact: row.get(index + 2)?,
        prefix: row.get(index + 3)?,
        suffix: row.get(index + 4)?,
    })
}

/// A UUIDv7.
pub(crate) fn uid(row: &Row<'_>, index: usize) -> rusqlite::Result<Uid> {
    Ok(Uid(row.get(index)?))
}

/// Several words of a set, separated by blanks.
pub(crate) fn words<T>(
    row: &Row<'_>,
    index: usize,
    from_id: impl Fn(&str) -> Option<T>,
) -> rusqlite::Result<Vec<T>> {
    let text = row.get_ref(index)?.as_str().map_err(|_| bad(index, "not words"))?;
    text.split_whitespace()
        .map(|id| from_id(id).ok_or_else(|| bad(index, &format!("unknown word {id:?}"))))
        .collect()
}

/// A list of ids as JSON, to be bound where SQL says `IN (SELECT value FROM json_each(?))`.
pub(crate) fn id_list(ids: impl IntoIterator<Item = i64>) -> String {
    let numbers: Vec<String> = ids.into_iter().map(|id| id.to_string()).collect();
    format!("[{}]", numbers.join(","))
}
