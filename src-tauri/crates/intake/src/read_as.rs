//! Reading bytes as a format named outright. What guesses formats never stands between a fuzz target and its reader.

use std::ops::ControlFlow;

use chancery_model::Day;

use crate::format::Format;
use crate::member::{Allowance, Member};
use crate::{Limits, Read, Refusal, mail, office, records};

/// Small, so that time goes into reading and not into unpacking.
const ALLOWANCE: Allowance = Allowance { member: 1 << 20, all: 8 << 20, members: 1000 };

/// Reads `bytes` as the format of this id (those kept with articles, `archive`, `mbox`): the article it is, and those it
/// holds. A reader meets bytes here that are given to others when files come in; nothing where there is no such format.
#[must_use]
pub fn read_as(format: &str, bytes: &[u8], captured: Day) -> Vec<Result<Read, Refusal>> {
    let Some(format) = named(format) else { return Vec::new() };
    let mut all = Vec::new();
    if !format.holds_others() {
        let draft = format.draft(bytes, captured, Limits::default().patience_for(bytes.len()));
        all.push(draft.and_then(|draft| Read::of_draft(draft, format, bytes, captured)));
    }
    let limits = Limits { bytes: ALLOWANCE.member, ..Limits::default() };
    let end = format.each(bytes, &ALLOWANCE, &mut |found| {
        all.push(match found {
            Ok(Member { bytes, draft: Some(draft), .. }) => Read::of_draft(draft, format, &bytes, captured),
            Ok(Member { name, bytes, .. }) => Read::of(&bytes, Some(&name), captured, &limits),
            Err((_, refusal)) => Err(refusal),
        });
        ControlFlow::Continue(())
    });
    all.extend(end.err().map(Err));
    all
}

fn named(id: &str) -> Option<Format> {
    let offices =
        [office::Kind::Docx, office::Kind::Odt, office::Kind::Rtf, office::Kind::Epub].map(Format::Office);
    let mails = [mail::Kind::Message, mail::Kind::Mailbox, mail::Kind::Page].map(Format::Mail);
    let plain = [Format::Text, Format::Markdown, Format::Html, Format::Pdf, Format::Archive];
    let lists = records::Kind::all().map(Format::Records);
    plain.into_iter().chain(offices).chain(mails).chain(lists).find(|format| format.id() == id)
}
