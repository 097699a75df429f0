//! Lines and lengths out of a stream that may end or break anywhere.

use std::io::{self, BufRead, Read as _};

/// Longest line of a record's header, in bytes.
const LONGEST: u64 = 64 * 1024;

/// The next line with its end; empty at the end of the stream, cut where it is longer than any header's.
pub(super) fn line<R: BufRead + ?Sized>(source: &mut R) -> io::Result<Vec<u8>> {
    let mut line = Vec::new();
    source.take(LONGEST).read_until(b'\n', &mut line)?;
    Ok(line)
}

/// Exactly `length` bytes; nothing where the stream ends before.
pub(super) fn exactly<R: BufRead + ?Sized>(source: &mut R, length: u64) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    source.take(length).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 == length).then_some(bytes))
}

/// Goes past the empty lines after a record, and so past the check at the end of its packed piece.
pub(super) fn settle<R: BufRead + ?Sized>(source: &mut R) -> io::Result<()> {
    for _ in 0..8 {
        match source.fill_buf()?.first() {
            Some(b'\r' | b'\n') => source.consume(1),
            _ => break,
        }
    }
    Ok(())
}

/// Goes past `length` bytes; tells whether there were so many.
pub(super) fn skip<R: BufRead + ?Sized>(source: &mut R, length: u64) -> io::Result<bool> {
    Ok(io::copy(&mut source.take(length), &mut io::sink())? == length)
}

/// Headers as names in lower case with their values, up to the empty line; lines that go on are joined.
pub(super) type Headers = Vec<(String, String)>;

/// How many lines of headers are read.
const HEADERS: usize = 1000;

/// Reads headers up to and with the empty line after them; nothing where the stream ends before it.
pub(super) fn headers<R: BufRead + ?Sized>(source: &mut R) -> io::Result<Option<Headers>> {
    let mut headers: Headers = Vec::new();
    for _ in 0..HEADERS {
        let line = line(source)?;
        if line.is_empty() {
            return Ok(None);
        }
        let words = String::from_utf8_lossy(&line);
        if words.trim().is_empty() {
            return Ok(Some(headers));
        }
        if words.starts_with([' ', '\t'])
            && let Some((_, value)) = headers.last_mut()
        {
            value.push(' ');
            value.push_str(words.trim());
        } else if let Some((name, value)) = words.split_once(':') {
            headers.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
    Ok(None)
}

/// The first value of a header.
pub(super) fn value<'h>(headers: &'h Headers, name: &str) -> Option<&'h str> {
    headers.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str())
}
