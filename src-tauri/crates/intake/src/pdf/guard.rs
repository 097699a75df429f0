//! What is looked at before a file is read: how much its streams unpack to, how deep its objects nest, and whether
//! its tree of pages ends.
//!
//! The library unpacks a stream as a whole and reads objects inside objects by calling itself, so a small file could
//! take all memory or all of the stack. Streams of a protected file can't be seen from here.

use std::io::Read as _;

use flate2::read::ZlibDecoder;

use super::tree::Tree;
use crate::Refusal;

/// What one stream may unpack to, in bytes.
const STREAM: u64 = 128 << 20;
/// What all streams but pictures may unpack to.
const ALL: u64 = 1 << 30;
/// Objects inside objects.
const DEEP: usize = 300;
/// Filters behind filters.
const CHAIN: usize = 4;

/// Refuses what could not be read within bounds.
pub(super) fn check(bytes: &[u8]) -> Result<(), Refusal> {
    within(bytes, STREAM)
}

fn within(bytes: &[u8], most: u64) -> Result<(), Refusal> {
    let mut left = ALL;
    let mut tree = Tree::default();
    let mut rest = bytes;
    while let Some(at) = find(rest, b"stream") {
        let (objects, stream) = rest.split_at(at);
        shallow(objects)?;
        tree.plain(objects);
        if declares_nothing(objects) {
            return Err(damaged());
        }
        let stream = stream.get(b"stream".len()..).unwrap_or_default();
        let end = find(stream, b"endstream").unwrap_or(stream.len());
        let (data, after) = stream.split_at(end);
        rest = after.get(b"endstream".len()..).unwrap_or_default();
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let data = data.strip_prefix(b"\n").unwrap_or(data);
        let dictionary = objects.get(objects.len().saturating_sub(2048)..).unwrap_or_default();
        let dictionary = rfind(dictionary, b" obj").map_or(dictionary, |at| dictionary.split_at(at).1);
        let is_picture = [b"/Subtype/Image".as_slice(), b"/Subtype /Image"]
            .iter()
            .any(|name| find(dictionary, name).is_some());
        // Pictures are not unpacked when the text is read.
        let is_font = find(dictionary, b"/Length1").is_some() || find(dictionary, b"FontFile").is_some();
        if is_picture {
            continue;
        }
        let unpacked = unpack(data, is_font, most, &mut left)?;
        tree.packed(dictionary, &unpacked);
    }
    shallow(rest)?;
    tree.plain(rest);
    if tree.ends() { Ok(()) } else { Err(damaged()) }
}

/// Unpacks a stream, its parts one behind the other, without keeping more than the last of them.
fn unpack(data: &[u8], is_font: bool, most: u64, left: &mut u64) -> Result<Vec<u8>, Refusal> {
    let mut packed = data.to_vec();
    for _ in 0..CHAIN {
        if !is_zlib(&packed) {
            return Ok(packed);
        }
        let limit = most.min(*left);
        let mut unpacked = Vec::new();
        // A damaged stream gives what stands before the damage.
        let _ = ZlibDecoder::new(packed.as_slice()).take(limit + 1).read_to_end(&mut unpacked);
        let size = unpacked.len() as u64;
        if size > limit {
            return Err(unpacks());
        }
        *left -= size.min(*left);
        if !is_font {
            shallow(&unpacked)?;
        }
        packed = unpacked;
    }
    Err(unpacks())
}

fn is_zlib(data: &[u8]) -> bool {
    let [method, flags, ..] = data else { return false };
    method & 0x0f == 8 && (u16::from(*method) << 8 | u16::from(*flags)).is_multiple_of(31)
}

/// A table of places whose entries have no width: it can have any number of them in no bytes.
fn declares_nothing(objects: &[u8]) -> bool {
    let mut rest = objects;
    while let Some(at) = find(rest, b"/W") {
        rest = rest.get(at + 2..).unwrap_or_default();
        let widths = rest.iter().take(40).filter(|byte| !byte.is_ascii_whitespace()).copied();
        if widths.take(4).eq(*b"[000")
            && find(rest.get(..40).unwrap_or(rest), b"]").is_some_and(|end| end < 20)
        {
            return true;
        }
    }
    false
}

/// Arrays and dictionaries inside one another, outside of strings.
fn shallow(data: &[u8]) -> Result<(), Refusal> {
    let (mut depth, mut string) = (0_usize, 0_usize);
    let mut bytes = data.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\\' if string > 0 => {
                bytes.next();
            }
            b'(' => string += 1,
            b')' => string = string.saturating_sub(1),
            _ if string > 0 => {}
            b'[' => depth += 1,
            b'<' if bytes.next_if_eq(&b'<').is_some() => depth += 1,
            b']' => depth = depth.saturating_sub(1),
            b'>' if bytes.next_if_eq(&b'>').is_some() => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEP {
            return Err(damaged());
        }
    }
    // A parenthesis left open hides what follows it; without the strings, the brackets count as they stand.
    if string > 0 {
        let mut depth = 0_usize;
        for byte in data {
            match byte {
                b'[' => depth += 1,
                b']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > DEEP * 20 {
                return Err(damaged());
            }
        }
    }
    Ok(())
}

fn damaged() -> Refusal {
    Refusal::Damaged { looks_like: "a PDF", why: "it nests without end" }
}

fn unpacks() -> Refusal {
    Refusal::Damaged { looks_like: "a PDF", why: "it unpacks to far more than an article takes" }
}

pub(super) fn find(data: &[u8], needle: &[u8]) -> Option<usize> {
    let (first, _) = needle.split_first()?;
    let mut from = 0;
    loop {
        let at = from + data.get(from..)?.iter().position(|byte| byte == first)?;
        if data.get(at..)?.starts_with(needle) {
            return Some(at);
        }
        from = at + 1;
    }
}

fn rfind(data: &[u8], needle: &[u8]) -> Option<usize> {
    data.windows(needle.len().max(1)).rposition(|window| window == needle)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        packed.write_all(bytes).unwrap();
        packed.finish().unwrap()
    }

    fn holding(stream: &[u8]) -> Vec<u8> {
        let before = b"%PDF-1.5\n1 0 obj\n<</Filter/FlateDecode>>stream\n".as_slice();
        [before, stream, b"\nendstream\nendobj\n"].concat()
    }

    #[test]
    fn what_unpacks_to_too_much_is_refused() {
        let blanks = vec![b' '; 300_000];
        assert!(within(&holding(&packed(&blanks)), 400_000).is_ok());
        assert_eq!(within(&holding(&packed(&blanks)), 200_000), Err(unpacks()));
        let mut nested = blanks;
        for _ in 0..4 {
            nested = packed(&nested);
        }
        assert!(within(&holding(&nested), 400_000).is_err());
    }

    #[test]
    fn what_nests_too_deep_is_refused() {
        let deep = "[".repeat(10_000);
        assert!(check(deep.as_bytes()).is_err());
        assert!(check(&holding(&packed(deep.as_bytes()))).is_err());
        assert!(check(format!("({})", "[".repeat(400)).as_bytes()).is_ok());
        assert!(check("[[1 2] << /A [3] >>]".repeat(2_000).as_bytes()).is_ok());
    }

    #[test]
    fn a_table_of_nothing_is_refused() {
        assert!(check(b"<</Type/XRef/W [ 0 0 0 ]/Size 4000000000>>stream\nx\nendstream").is_err());
        assert!(check(b"<</Type/XRef/W[1 2 0]/Size 4>>stream\nx\nendstream").is_ok());
    }
}
