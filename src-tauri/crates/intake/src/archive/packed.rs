//! gzip: streams of packed pieces, as web archives are, read on behind a damaged piece; and single packed files.

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::{GzDecoder, MultiGzDecoder};

use super::giver::{Giver, Stop};
use super::{Kind, members, zipped};
use crate::Refusal;
use crate::member::Member;

/// How often a stream is taken up again behind a damaged piece.
const BREAKS: usize = 64;

/// The bytes of an archive unpacked, as far as they go. A damaged piece gives an error, and the reading goes on behind it.
pub(super) struct Packed<'a> {
    decoder: Option<GzDecoder<&'a [u8]>>,
    /// What stands behind the start of the piece being read.
    rest: &'a [u8],
    /// Whether the piece being read has given anything yet.
    gave: bool,
    breaks: usize,
    /// How many bytes more may be unpacked.
    left: u64,
}

/// The lines of an archive, packed or not; `most` bytes are unpacked.
pub(super) fn lines(bytes: &[u8], most: u64) -> Box<dyn BufRead + '_> {
    if bytes.starts_with(b"\x1f\x8b") {
        Box::new(BufReader::new(Packed { decoder: None, rest: bytes, gave: false, breaks: 0, left: most }))
    } else {
        Box::new(bytes)
    }
}

/// Whether an error says that the piece just read is damaged, and not the next one.
pub(super) fn is_of_last(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::UnexpectedEof
}

/// What an error says that is no damage: there is more than may be unpacked.
pub(super) fn is_too_much(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::FileTooLarge
}

pub(super) const MAGIC: &[u8] = b"\x1f\x8b\x08";

impl<'a> Packed<'a> {
    /// Leaves the piece for the next that begins behind its start.
    fn leave(&mut self) {
        self.decoder = None;
        self.breaks += 1;
        let behind = self.rest.get(1..).unwrap_or_default();
        let next = behind.windows(MAGIC.len()).position(|window| window == MAGIC);
        self.rest = match next.filter(|_| self.breaks < BREAKS) {
            Some(at) => behind.get(at..).unwrap_or_default(),
            None => &[],
        };
    }
}

impl Read for Packed<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        loop {
            let Some(decoder) = &mut self.decoder else {
                // Some programs fill up with zeros.
                let padding = self.rest.iter().take_while(|&&byte| byte == 0).count();
                self.rest = self.rest.get(padding..).unwrap_or_default();
                if self.rest.is_empty() {
                    return Ok(0);
                }
                if !self.rest.starts_with(MAGIC) {
                    self.leave();
                    return Err(io::ErrorKind::InvalidData.into());
                }
                self.decoder = Some(GzDecoder::new(self.rest));
                self.gave = false;
                continue;
            };
            match decoder.read(buffer) {
                Ok(0) => {
                    self.rest = self.decoder.take().map_or(&[], GzDecoder::into_inner);
                }
                Ok(count) => {
                    self.gave = true;
                    self.left = self.left.checked_sub(count as u64).ok_or(io::ErrorKind::FileTooLarge)?;
                    return Ok(count);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => {
                    self.leave();
                    let kind =
                        if self.gave { io::ErrorKind::UnexpectedEof } else { io::ErrorKind::InvalidData };
                    return Err(kind.into());
                }
            }
        }
    }
}

/// The first bytes of a stream, as many as there are.
pub(super) fn head(mut source: impl Read, buffer: &mut [u8]) -> &[u8] {
    let mut filled = 0;
    while let Some(room) = buffer.get_mut(filled..).filter(|room| !room.is_empty()) {
        match source.read(room) {
            Ok(0) | Err(_) => break,
            Ok(count) => filled += count,
        }
    }
    buffer.get(..filled).unwrap_or_default()
}

/// What came of unpacking one file.
pub(super) enum Unpacked {
    Whole(Vec<u8>),
    Broken,
    TooLarge(u64),
}

/// Unpacks one file, counting as it goes.
pub(super) fn unpack(source: impl Read, giver: &mut Giver<'_, '_>) -> Result<Unpacked, Stop> {
    let mut bytes = Vec::new();
    let limit = giver.allowance.member;
    let read = source.take(limit.saturating_add(1)).read_to_end(&mut bytes);
    let size = bytes.len() as u64;
    giver.count(size)?;
    Ok(match read {
        _ if size > limit => Unpacked::TooLarge(size),
        Ok(_) => Unpacked::Whole(bytes),
        Err(_) => Unpacked::Broken,
    })
}

/// A single file packed with gzip: named as it was, where that is written down.
pub(super) fn single(bytes: &[u8], path: &str, depth: usize, giver: &mut Giver<'_, '_>) -> Result<(), Stop> {
    let header = GzDecoder::new(bytes);
    let written = header.header().and_then(|header| header.filename()).map(super::names::words);
    let bare = || path.strip_suffix(".gz").unwrap_or(path).to_owned();
    let name = written.filter(|name| !name.is_empty() && path.is_empty()).unwrap_or_else(bare);
    let name = if name.is_empty() { "1".to_owned() } else { name };
    match unpack(MultiGzDecoder::new(bytes), giver)? {
        Unpacked::Whole(bytes) if Kind::of(&bytes).is_some() => {
            if depth >= zipped::DEPTH {
                return giver.refuse(&name, zipped::TOO_DEEP);
            }
            members(&bytes, &name, depth + 1, giver)
        }
        Unpacked::Whole(bytes) => giver.give(Member { name, bytes, draft: None }),
        Unpacked::Broken => giver
            .refuse(&name, Refusal::Damaged { looks_like: "a packed file", why: "it is cut off or changed" }),
        Unpacked::TooLarge(bytes) => {
            giver.refuse(&name, Refusal::TooLarge { bytes, limit: giver.allowance.member })
        }
    }
}
