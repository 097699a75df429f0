//! Mail: single messages (EML), mailboxes (MBOX), and web pages saved as one (MHTML). Nothing a message points to is fetched.

mod attached;
mod body;
mod eml;
mod fields;
mod flow;
mod mbox;
mod mhtml;
mod mime;
mod transfer;

pub(crate) use mime::Part;

/// What a file of mail is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// One message: [`read`], and [`attachments`] for what hangs on it.
    Message,
    /// Many: [`mailbox`].
    Mailbox,
    /// A saved web page: [`saved_page`].
    Page,
}

pub(crate) use attached::each as attachments;
pub(crate) use eml::read;
pub(crate) use mbox::{each as mailbox, last as last_message};
pub(crate) use mhtml::read as saved_page;
pub(crate) use transfer::words as words_of;

impl Kind {
    /// Tells mail by its head; nothing where `bytes` are something else, such as a text that begins with "From:".
    pub(crate) fn of(bytes: &[u8]) -> Option<Self> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        if mbox::begins(bytes) {
            return Some(Self::Mailbox);
        }
        let part = Part::of(bytes);
        // A text may well begin with "From:" and "Date:"; only programs write these.
        const BY_PROGRAMS: [&str; 7] = [
            "MIME-Version",
            "Message-ID",
            "Received",
            "Content-Type",
            "Return-Path",
            "Content-Transfer-Encoding",
            "Snapshot-Content-Location",
        ];
        const BY_WRITERS: [&str; 4] = ["From", "To", "Subject", "Date"];
        let count = |names: &[&str]| names.iter().filter(|name| part.has(name)).count();
        let programs = count(&BY_PROGRAMS);
        if programs == 0 || programs + count(&BY_WRITERS) < 2 {
            return None;
        }
        Some(if mhtml::is_page(&part) { Self::Page } else { Self::Message })
    }
}

#[cfg(test)]
mod tests;
