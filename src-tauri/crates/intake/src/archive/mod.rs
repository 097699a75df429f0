//! Archives: ZIP files, and what programs keep of the web (WARC, ARC, WACZ). Nothing is written to disk, and what a small
//! file may unpack into is counted while it is unpacked.

mod arc;
mod giver;
mod http;
mod lines;
mod names;
mod packed;
mod page;
mod warc;
mod zipped;

use flate2::bufread::{GzDecoder, MultiGzDecoder};

use crate::Refusal;
use crate::large::Cut;
use crate::member::{Allowance, Sink};
use giver::{Giver, Stop};

/// What an archive is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Records of the web, each with its header (ISO 28500).
    Warc,
    /// The format before it.
    Arc,
    /// A ZIP archive; with web archives inside where it is a WACZ.
    Zip,
    /// One file, packed.
    Gzip,
}

impl Kind {
    /// Tells an archive by its first bytes; documents that are ZIP files inside, as Word's are, are none.
    pub(crate) fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return (!zipped::is_document(bytes)).then_some(Self::Zip);
        }
        if bytes.starts_with(b"\x1f\x8b") {
            let mut head = [0; 16];
            let known = packed::head(MultiGzDecoder::new(bytes), &mut head);
            return Some(Self::of_plain(known).unwrap_or(Self::Gzip));
        }
        Self::of_plain(bytes)
    }

    fn of_plain(bytes: &[u8]) -> Option<Self> {
        let kinds = [(&b"WARC/"[..], Self::Warc), (b"filedesc://", Self::Arc)];
        kinds.into_iter().find(|(signature, _)| bytes.starts_with(signature)).map(|(_, kind)| kind)
    }
}

/// Gives what an archive holds, member by member.
///
/// # Errors
/// Where the bytes are no archive, are damaged from the start, or hold more than is allowed.
pub(crate) fn each(bytes: &[u8], allowance: &Allowance, sink: &mut Sink<'_>) -> Result<(), Refusal> {
    let mut giver = Giver::new(allowance, sink);
    match members(bytes, "", 0, &mut giver) {
        Ok(()) | Err(Stop::Ended) => Ok(()),
        Err(Stop::Refused(refusal)) => Err(refusal),
    }
}

/// How a web archive that begins so is cut between its records; nothing for those that can't be.
pub(crate) fn cut_of(head: &[u8]) -> Option<Cut> {
    match Kind::of(head)? {
        Kind::Warc if head.starts_with(b"WARC/") => Some(|bytes| {
            let at = bytes.windows(9).rposition(|nine| nine == b"\r\n\r\nWARC/")?;
            Some(at + 4)
        }),
        Kind::Warc => Some(|bytes| {
            let mut end = bytes.len();
            loop {
                let at = bytes.get(..end)?.windows(3).rposition(|three| three == packed::MAGIC)?;
                // The same three bytes stand anywhere in what is packed.
                let piece = bytes.get(at..).filter(|_| at > 0)?;
                let mut start = [0; 5];
                if packed::head(GzDecoder::new(piece), &mut start) == b"WARC/" {
                    return Some(at);
                }
                end = at;
            }
        }),
        Kind::Arc | Kind::Zip | Kind::Gzip => None,
    }
}

pub(crate) use zipped::files;

/// As [`each`], for an archive that stands at `path` inside others, `depth` of them.
fn members(bytes: &[u8], path: &str, depth: usize, giver: &mut Giver<'_, '_>) -> Result<(), Stop> {
    match Kind::of(bytes) {
        Some(Kind::Warc) => warc::read(&mut packed::lines(bytes, giver.allowance.all), giver),
        Some(Kind::Arc) => arc::read(&mut packed::lines(bytes, giver.allowance.all), giver),
        Some(Kind::Zip) => zipped::read(bytes, path, depth, giver),
        Some(Kind::Gzip) => packed::single(bytes, path, depth, giver),
        None => Err(Stop::Refused(Refusal::Damaged {
            looks_like: "an archive",
            why: "it is cut off or its directory is lost",
        })),
    }
}

#[cfg(test)]
mod tests;
