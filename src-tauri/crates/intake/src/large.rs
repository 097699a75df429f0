//! Files too large to be held in memory: mailboxes, web archives and JSON Lines are cut between their members and read piece
//! by piece, ZIP archives file by file. Any other is refused by its first bytes.

use std::io::{self, Read, Seek, SeekFrom};
use std::ops::ControlFlow;

use chancery_model::Day;

use crate::format::{Format, detect};
use crate::{Item, Limits, Refusal, Taker, archive, mail, read_each, records};

/// Bytes of a piece, where its members are not larger.
const PIECE: usize = 64 << 20;
/// Bytes that are looked at for what the file is.
const HEAD: u64 = 1 << 20;

/// Where the last member that begins in these bytes, but not with them, begins.
pub(crate) type Cut = fn(&[u8]) -> Option<usize>;

/// Reads every article in a file of `size` bytes, more than [`Limits::container`], without holding it. From the second piece
/// on, members are named with the number of theirs.
///
/// # Errors
/// Where the file can't be read.
pub fn read_large(
    source: impl Read + Seek,
    size: u64,
    name: Option<&str>,
    captured: Day,
    limits: &Limits,
    sink: &mut dyn Taker,
) -> io::Result<()> {
    Large { size, name, captured, limits, piece: PIECE }.read(source, sink)
}

struct Large<'a> {
    size: u64,
    name: Option<&'a str>,
    captured: Day,
    limits: &'a Limits,
    piece: usize,
}

/// Takes what stands in a part of the file, named with the part.
struct Within<'a> {
    place: &'a dyn Fn(Option<&str>) -> Option<String>,
    sink: &'a mut dyn Taker,
    /// Whether the sink has had enough.
    over: bool,
}

impl Taker for Within<'_> {
    fn wants(&mut self, member: Option<&str>) -> ControlFlow<(), bool> {
        let wants = self.sink.wants((self.place)(member).as_deref());
        self.over |= wants.is_break();
        wants
    }

    fn take(&mut self, item: Item) -> ControlFlow<()> {
        let member = (self.place)(item.member.as_deref());
        let flow = self.sink.take(Item { member, ..item });
        self.over |= flow.is_break();
        flow
    }
}

impl Large<'_> {
    fn read(&self, mut source: impl Read + Seek, sink: &mut dyn Taker) -> io::Result<()> {
        let mut head = Vec::new();
        source.by_ref().take(HEAD).read_to_end(&mut head)?;
        source.seek(SeekFrom::Start(0))?;
        let too_large = Refusal::TooLarge { bytes: self.size, limit: self.limits.bytes };
        let cut: Cut = match detect(&head, self.name) {
            Ok(Format::Mail(mail::Kind::Mailbox)) => mail::last_message,
            Ok(Format::Records(records::Kind::JsonLines)) => records::last_line,
            // The first bytes of a ZIP archive do not tell what it is; its directory does.
            _ if head.starts_with(b"PK\x03\x04") => {
                self.files(source, sink);
                return Ok(());
            }
            Ok(Format::Archive) => match archive::cut_of(&head) {
                Some(cut) => cut,
                None => return refuse(too_large, sink),
            },
            Ok(_) => return refuse(too_large, sink),
            Err(refusal) => return refuse(refusal, sink),
        };
        self.pieces(source, cut, sink)
    }

    fn files(&self, source: impl Read + Seek, sink: &mut dyn Taker) {
        let end = archive::files(io::BufReader::new(source), self.limits.container, &mut |name, bytes| {
            let place = |inside: Option<&str>| match inside {
                Some(inside) => Some(format!("{name}/{inside}")),
                None => Some(name.to_owned()),
            };
            let mut within = Within { place: &place, sink: &mut *sink, over: false };
            match bytes {
                Err(refusal) => {
                    let _ = within.take(Item { member: None, bytes: Vec::new(), outcome: Err(refusal) });
                }
                Ok(bytes) => read_each(bytes, Some(name), self.captured, self.limits, &mut within),
            }
            if within.over { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        if let Err(refusal) = end {
            let _ = refuse(refusal, sink);
        }
    }

    fn pieces(&self, source: impl Read, cut: Cut, sink: &mut dyn Taker) -> io::Result<()> {
        let most = usize::try_from(self.limits.container).unwrap_or(usize::MAX);
        let mut pieces = Pieces { source, held: Vec::new(), piece: self.piece, most, cut };
        let mut number = 0_u32;
        while let Some(piece) = pieces.next()? {
            let Ok(piece) = piece else {
                return refuse(Refusal::TooLarge { bytes: self.size, limit: self.limits.container }, sink);
            };
            number += 1;
            let place = |member: Option<&str>| match (member, number) {
                (Some(member), 2..) => Some(format!("part {number}/{member}")),
                (member, _) => member.map(str::to_owned),
            };
            let mut within = Within { place: &place, sink: &mut *sink, over: false };
            read_each(piece, self.name, self.captured, self.limits, &mut within);
            if within.over {
                break;
            }
        }
        Ok(())
    }
}

fn refuse(refusal: Refusal, sink: &mut dyn Taker) -> io::Result<()> {
    // There is nothing after it.
    let _ = sink.take(Item { member: None, bytes: Vec::new(), outcome: Err(refusal) });
    Ok(())
}

struct Pieces<R> {
    source: R,
    /// What was read and not given yet.
    held: Vec<u8>,
    piece: usize,
    /// The most a member may make a piece grow to.
    most: usize,
    cut: Cut,
}

/// A member is larger than a piece may be.
struct Endless;

impl<R: Read> Pieces<R> {
    fn next(&mut self) -> io::Result<Option<Result<Vec<u8>, Endless>>> {
        let mut wanted = self.piece;
        loop {
            let room = wanted.saturating_sub(self.held.len());
            let read = self.source.by_ref().take(room as u64).read_to_end(&mut self.held)?;
            if read < room {
                let last = std::mem::take(&mut self.held);
                return Ok((!last.is_empty()).then_some(Ok(last)));
            }
            if let Some(at) = (self.cut)(&self.held) {
                let rest = self.held.split_off(at);
                return Ok(Some(Ok(std::mem::replace(&mut self.held, rest))));
            }
            if wanted >= self.most {
                return Ok(Some(Err(Endless)));
            }
            wanted = wanted.saturating_mul(2).min(self.most);
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::io::{Cursor, Write as _};

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    const PROSE: &str = "Урады дзвюх краін дамовіліся пра цану газу на наступны год, паведаміў міністр.";

    /// Titles and addresses of what is read, or codes, in pieces of some bytes.
    fn read(bytes: &[u8], piece: usize) -> Vec<String> {
        let limits = Limits { container: 4000, ..Limits::default() };
        let captured = Day::new(2026, 11, 22).unwrap();
        let large = Large { size: bytes.len() as u64, name: None, captured, limits: &limits, piece };
        let mut all = Vec::new();
        let sink = &mut |item: Item| {
            let member = item.member.unwrap_or_default();
            let member = member
                .split_once("part ")
                .map_or(member.as_str(), |(_, rest)| rest.split_once('/').unwrap().1);
            all.push(match item.outcome {
                Ok(_) => member.to_owned(),
                Err(refusal) => format!("{member}: {}", refusal.code()),
            });
            ControlFlow::Continue(())
        };
        large.read(Cursor::new(bytes), sink).unwrap();
        all
    }

    fn mailbox() -> String {
        let message = |number: usize| {
            format!(
                "From a@b.example Fri Dec  3 10:15:00 2021\nFrom: a@b.example\nSubject: S{number}\nMessage-ID: <{number}>\n\n{PROSE}\n\nFrom here on, words.\n\n"
            )
        };
        (1..=9).map(message).collect()
    }

    fn records() -> Vec<Vec<u8>> {
        let record = |number: usize| {
            let head = format!(
                "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://example.org/{number}\r\nContent-Type: text/plain\r\nContent-Length: {}\r\n\r\n",
                PROSE.len()
            );
            [head.as_bytes(), PROSE.as_bytes(), b"\r\n\r\n"].concat()
        };
        (1..=9).map(record).collect()
    }

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut packed = GzEncoder::new(Vec::new(), Compression::default());
        packed.write_all(bytes).unwrap();
        packed.finish().unwrap()
    }

    #[test]
    fn a_file_read_in_pieces_gives_what_it_gives_as_a_whole() {
        let lines: String = (1..=9)
            .map(|n| format!("{{\"id\": {n}, \"title\": \"T{n}\", \"text\": \"{PROSE}\"}}\n"))
            .collect();
        let packed: Vec<u8> = records().iter().flat_map(|record| gzip(record)).collect();
        for bytes in [mailbox().into_bytes(), records().concat(), packed] {
            let whole = read(&bytes, bytes.len() + 1);
            assert_eq!(whole.len(), 9, "{whole:?}");
            for piece in [700, 1024, 1900] {
                assert_eq!(read(&bytes, piece), whole, "{piece}");
            }
        }
        // Lines are named by their number in the piece.
        assert_eq!(read(lines.as_bytes(), 700).len(), 9);
    }

    #[test]
    fn files_of_a_large_archive_are_read_one_by_one() {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in [
            ("a.txt", PROSE.as_bytes()),
            ("../b.mbox", mailbox().as_bytes()),
            ("c.png", b"\x89PNG\r\n\x1a\n."),
        ] {
            zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        let read = read(&zip.finish().unwrap().into_inner(), 100);
        assert_eq!((read.len(), read[0].as_str(), read[1].as_str()), (11, "a.txt", "b.mbox/S1"));
        assert_eq!(read[10], "c.png: not-text");
    }

    #[test]
    fn what_has_no_members_is_refused_unread() {
        assert_eq!(read(format!("<html><p>{PROSE}").repeat(60).as_bytes(), 100), [": too-large"]);
        assert_eq!(read(b"7z\xbc\xaf\x27\x1c....", 100), [": not-text"]);
        let endless = format!("{}{}", mailbox(), "x".repeat(9000));
        assert_eq!(read(endless.as_bytes(), 700).last().unwrap(), ": too-large");
    }
}
