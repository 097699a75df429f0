//! Which reader reads which format.

use std::time::Duration;

use chancery_model::Day;

use crate::draft::Draft;
use crate::encoding::{self, Decoded};
use crate::format::Format;
use crate::member::{Allowance, Sink};
use crate::title::{Titled, take_title};
use crate::{Note, Refusal, archive, html, mail, markdown, normalise, office, pdf, records};

impl Format {
    /// What bytes of this format give.
    pub(crate) fn draft(self, bytes: &[u8], captured: Day, patience: Duration) -> Result<Draft, Refusal> {
        match self {
            Self::Text => {
                decoded(encoding::decode(bytes)?, |text| titled(Draft { text, ..Draft::default() }))
            }
            Self::Markdown => decoded(encoding::decode(bytes)?, |text| titled(markdown::read(&text))),
            Self::Html => decoded(html::decode_page(bytes)?, |text| html::read(&text, captured)),
            Self::Pdf => {
                let pdf::Reading { mut draft, unread, broken, .. } = pdf::read(bytes, patience)?;
                if unread + broken > 0 {
                    draft.notes.push(Note::Pages { unread: unread as u64, broken: broken as u64 });
                }
                Ok(titled(draft))
            }
            Self::Office(kind) => office::read(kind, bytes).map(titled),
            Self::Mail(mail::Kind::Message) => mail::read(bytes, captured),
            Self::Mail(mail::Kind::Page) => mail::saved_page(bytes, captured),
            // What holds articles is none: its members are read, each by itself.
            Self::Mail(mail::Kind::Mailbox) | Self::Archive | Self::Records(_) => Err(Refusal::Empty),
        }
    }

    /// Gives what a file of this format holds, one by one.
    pub(crate) fn each(
        self,
        bytes: &[u8],
        allowance: &Allowance,
        sink: &mut Sink<'_>,
    ) -> Result<(), Refusal> {
        match self {
            Self::Archive => archive::each(bytes, allowance, sink),
            Self::Records(kind) => records::each(kind, bytes, allowance, sink),
            Self::Mail(mail::Kind::Mailbox) => mail::mailbox(bytes, allowance, sink),
            Self::Mail(mail::Kind::Message) => mail::attachments(bytes, allowance, sink),
            _ => Ok(()),
        }
    }
}

/// Takes the title out of the text where none is stated. For formats whose fields have no place in the text.
fn titled(draft: Draft) -> Draft {
    if draft.title.value.is_some() {
        return draft;
    }
    let Titled { field, text } = take_title(&normalise(&draft.text));
    Draft { title: field, text, is_normal: true, ..draft }
}

/// Reads decoded text, and notes how it was decoded.
fn decoded(decoded: Decoded, read: impl FnOnce(String) -> Draft) -> Result<Draft, Refusal> {
    let mut notes = Vec::new();
    if decoded.encoding != "UTF-8" {
        notes.push(Note::Encoding(decoded.encoding));
    }
    if decoded.replaced > 0 {
        notes.push(Note::Replaced(decoded.replaced));
    }
    let mut draft = read(decoded.text);
    draft.notes.splice(0..0, notes);
    Ok(draft)
}
