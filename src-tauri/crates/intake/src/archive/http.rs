//! Answers of web servers as they are kept: status, headers, and the body without the wrappings it was sent in.

use std::io::{self, Read};

use brotli_decompressor::Decompressor;
use flate2::bufread::{DeflateDecoder, ZlibDecoder};

use super::lines::{self, Headers};
use crate::Refusal;

/// An answer, its body still wrapped.
#[derive(Debug)]
pub(super) struct Answer<'a> {
    pub(super) status: u16,
    pub(super) headers: Headers,
    body: &'a [u8],
}

impl<'a> Answer<'a> {
    /// Reads the head of an answer; nothing where `block` is none.
    pub(super) fn of(block: &'a [u8]) -> Option<Self> {
        let mut rest = block;
        let first = lines::line(&mut rest).ok()?;
        let first = String::from_utf8_lossy(&first);
        let mut words = first.split_whitespace();
        // "ICY 200 OK" is a radio's.
        if !words.next()?.starts_with("HTTP") {
            return None;
        }
        let status = words.next()?.parse().ok()?;
        let headers = lines::headers(&mut rest).ok()??;
        Some(Self { status, headers, body: rest })
    }

    /// The body as the page was before it was sent; `limit` bytes of it at most.
    pub(super) fn body(&self, limit: u64) -> Result<Vec<u8>, Refusal> {
        let names = |header: &str| {
            let value = lines::value(&self.headers, header).unwrap_or_default().to_ascii_lowercase();
            value
                .split(',')
                .map(|name| name.trim().to_owned())
                .filter(|name| !name.is_empty())
                .collect::<Vec<_>>()
        };
        let mut body = self.body.to_vec();
        if names("transfer-encoding").iter().any(|name| name == "chunked") {
            body = dechunked(self.body)?;
        }
        // The last wrapping was put on last. Nobody puts on many.
        for name in names("content-encoding").iter().rev().take(3) {
            body = unwrapped(&body, name, limit)?;
        }
        if body.len() as u64 > limit {
            return Err(Refusal::TooLarge { bytes: body.len() as u64, limit });
        }
        Ok(body)
    }
}

const DAMAGED: Refusal =
    Refusal::Damaged { looks_like: "a page in a web archive", why: "it is cut off or changed" };

/// Joins the pieces of a body sent in pieces. Some programs join them and keep the header: such a body is taken as it is.
fn dechunked(body: &[u8]) -> Result<Vec<u8>, Refusal> {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    let mut is_first = true;
    loop {
        let line = lines::line(&mut rest).map_err(|_| DAMAGED)?;
        let size = std::str::from_utf8(&line).ok().and_then(|line| {
            let digits = line.split(';').next()?.trim();
            usize::from_str_radix(digits, 16)
                .ok()
                .filter(|_| line.ends_with('\n') && !digits.starts_with('+'))
        });
        let piece = size.and_then(|size| rest.split_at_checked(size));
        match piece {
            None if is_first => return Ok(body.to_vec()),
            None => return Err(DAMAGED),
            Some(([], _)) => return Ok(out),
            Some((piece, after)) => {
                out.extend_from_slice(piece);
                rest = after.strip_prefix(b"\r\n").or_else(|| after.strip_prefix(b"\n")).unwrap_or(after);
            }
        }
        is_first = false;
    }
}

fn unwrapped(body: &[u8], name: &str, limit: u64) -> Result<Vec<u8>, Refusal> {
    let unpacked = |source: &mut dyn Read| {
        let mut out = Vec::new();
        let whole = source.take(limit.saturating_add(1)).read_to_end(&mut out);
        if out.len() as u64 > limit {
            return Err(Refusal::TooLarge { bytes: out.len() as u64, limit });
        }
        whole.map(|_| out).map_err(|_: io::Error| DAMAGED)
    };
    match name {
        // The browser that kept the page may have unpacked it and kept the header.
        "gzip" | "x-gzip" if !body.starts_with(b"\x1f\x8b") => Ok(body.to_vec()),
        "gzip" | "x-gzip" => unpacked(&mut DeflateDecoder::new(behind_gzip_header(body).ok_or(DAMAGED)?)),
        "deflate" => unpacked(&mut ZlibDecoder::new(body))
            .or_else(|_| unpacked(&mut DeflateDecoder::new(body)))
            .or_else(|refusal| {
                if body.trim_ascii_start().starts_with(b"<") { Ok(body.to_vec()) } else { Err(refusal) }
            }),
        "br" => unpacked(&mut Decompressor::new(body, 4096)).or_else(|refusal| {
            if body.trim_ascii_start().starts_with(b"<") { Ok(body.to_vec()) } else { Err(refusal) }
        }),
        "identity" | "none" | "utf-8" | "8bit" | "binary" => Ok(body.to_vec()),
        _ => Err(Refusal::NotText { looks_like: "a page packed in a way that is not read" }),
    }
}

/// What stands behind the header of a gzip stream (RFC 1952). Its check at the end is not asked for: a page whose last
/// bytes were lost is whole when its packed data are.
fn behind_gzip_header(bytes: &[u8]) -> Option<&[u8]> {
    let flags = *bytes.get(3)?;
    let mut rest = bytes.get(10..)?;
    if flags & 4 != 0 {
        let (length, after) = rest.split_first_chunk::<2>()?;
        rest = after.get(usize::from(u16::from_le_bytes(*length))..)?;
    }
    // Name and comment, each up to a zero.
    for flag in [8, 16] {
        if flags & flag != 0 {
            rest = rest.get(rest.iter().position(|&byte| byte == 0)? + 1..)?;
        }
    }
    if flags & 2 != 0 {
        rest = rest.get(2..)?;
    }
    Some(rest)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_joined_and_what_is_in_one_piece_is_left() {
        assert_eq!(dechunked(b"3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n").unwrap(), b"abcde");
        assert_eq!(dechunked(b"<html>").unwrap(), b"<html>");
        assert_eq!(dechunked(b"3\r\nabc\r\n9\r\nde"), Err(DAMAGED));
        assert_eq!(dechunked(b"ffffffffffffffff\r\nabc").unwrap(), b"ffffffffffffffff\r\nabc");
    }

    #[test]
    fn an_answer_is_told_from_anything_else() {
        let answer = Answer::of(b"HTTP/1.1 301 Moved\r\nA: b\r\n c\r\n\r\nbody").unwrap();
        assert_eq!((answer.status, lines::value(&answer.headers, "a")), (301, Some("b c")));
        assert_eq!(answer.body(100).unwrap(), b"body");
        assert!(Answer::of(b"GET / HTTP/1.1\r\n\r\n").is_none());
        assert!(Answer::of(b"HTTP/1.1 200 OK\r\nA: b").is_none());
    }
}
