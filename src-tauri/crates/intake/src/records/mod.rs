//! Lists of references and feeds: files of records, each of which is an article.

mod bibtex;
mod dates;
mod detect;
mod feed;
mod json;
mod languages;
mod lists;
mod look;
mod markup;
mod names;
mod record;
mod ris;
mod tagged;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
mod xml;
mod xml_lists;
mod zotero;

use std::ops::ControlFlow;

use crate::Refusal;
use crate::member::{Allowance, Member, Sink};
use record::Record;

pub(crate) use detect::{Kind, detect};
pub use look::{Looked, Records, look};

/// A record on its way out.
struct Given<'t> {
    /// Its key, if it has one.
    name: String,
    /// Its text as it stands in the file.
    source: &'t str,
    /// What it states, or why it can't be read.
    record: Result<Record, &'static str>,
}

/// Gives the records of a file of this kind one by one.
///
/// # Errors
/// [`Refusal::Empty`] where it holds no record; that of the encoding where it is no text.
pub(crate) fn each(
    kind: Kind,
    bytes: &[u8],
    allowance: &Allowance,
    sink: &mut Sink<'_>,
) -> Result<(), Refusal> {
    read(&detect::decode(bytes)?, kind, allowance, sink)
}

/// Where the last line begins, as JSON Lines are cut: it may not be whole.
pub(crate) fn last_line(bytes: &[u8]) -> Option<usize> {
    bytes.iter().rposition(|&byte| byte == b'\n').map(|at| at + 1)
}

/// What was given out so far.
struct Out<'a, 's> {
    allowance: &'a Allowance,
    sink: &'a mut Sink<'s>,
    members: usize,
    bytes: u64,
    /// Broke off because there was too much.
    over: bool,
}

impl Out<'_, '_> {
    /// Hands a record on; whether to go on.
    fn give(&mut self, given: Given<'_>) -> bool {
        let size = given.source.len() as u64;
        self.members += 1;
        self.bytes = self.bytes.saturating_add(size);
        if self.members > self.allowance.members || self.bytes > self.allowance.all {
            self.over = true;
            return false;
        }
        let name = if given.name.is_empty() { format!("{}", self.members) } else { given.name };
        let damaged = |why| Refusal::Damaged { looks_like: "a record of a list", why };
        let draft = given.record.map_err(damaged).and_then(|record| record.draft().ok_or(Refusal::Empty));
        let member = match draft {
            _ if size > self.allowance.member => {
                Err((name, Refusal::TooLarge { bytes: size, limit: self.allowance.member }))
            }
            Ok(draft) => Ok(Member { name, bytes: given.source.as_bytes().to_vec(), draft: Some(draft) }),
            Err(refusal) => Err((name, refusal)),
        };
        (self.sink)(member) == ControlFlow::Continue(())
    }
}

fn read(text: &str, kind: Kind, allowance: &Allowance, sink: &mut Sink<'_>) -> Result<(), Refusal> {
    let mut out = Out { allowance, sink, members: 0, bytes: 0, over: false };
    let give = &mut |given: Given<'_>| out.give(given);
    match kind {
        Kind::Bibtex => bibtex::each(text, give),
        Kind::Ris => tagged::each(text, &ris::DIALECT, &mut |tagged| {
            give(Given { name: ris::name(&tagged), source: tagged.source, record: Ok(ris::record(&tagged)) })
        }),
        Kind::List(list) => tagged::each(text, &list.dialect, &mut |tagged| {
            give(Given { name: list.name(&tagged), source: tagged.source, record: Ok(list.record(&tagged)) })
        }),
        Kind::Csl => json::each_csl(text, give),
        Kind::JsonLines => json::each_line(text, give),
        Kind::Zotero => zotero::each(text, give),
        Kind::Feed => xml::each(text, feed::is_item, &mut |found, around| match found {
            Ok((item, source)) => {
                give(Given { name: feed::name(&item), source, record: Ok(feed::record(&item, around)) })
            }
            Err(source) => give(Given { name: String::new(), source, record: Err("its XML is broken") }),
        }),
        Kind::Xml(list) => xml::each(text, list.is_record, &mut |found, _| match found {
            Ok((element, source)) => {
                give(Given { name: (list.name)(&element), source, record: Ok((list.record)(&element)) })
            }
            Err(source) => give(Given { name: String::new(), source, record: Err("its XML is broken") }),
        }),
    }
    if out.over {
        let bytes = text.len() as u64;
        return Err(Refusal::TooLarge { bytes, limit: out.bytes.min(bytes) });
    }
    if out.members == 0 { Err(Refusal::Empty) } else { Ok(()) }
}
