//! How a part's bytes are written in a mail: quoted-printable, base64; and the words of bytes in a stated character set.
//!
//! Both are read forgivingly: what makes no sense is left as it stands or left out, and the rest of the mail is read.

use encoding_rs::Encoding;

use crate::{Refusal, encoding, html};

pub(crate) fn quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let lines = bytes.split_inclusive(|&byte| byte == b'\n');
    for line in lines {
        let words = line.trim_ascii_end();
        // White space before the end of a line was added on the way; a sign of equality joins the line with the next.
        let (words, joined) = match words.strip_suffix(b"=") {
            Some(words) => (words, true),
            None => (words, false),
        };
        let mut rest = words;
        while let Some((&byte, after)) = rest.split_first() {
            let pair = (after.first().copied().and_then(hex), after.get(1).copied().and_then(hex));
            rest = match pair {
                (Some(high), Some(low)) if byte == b'=' => {
                    out.push(high << 4 | low);
                    after.get(2..).unwrap_or_default()
                }
                _ => {
                    out.push(byte);
                    after
                }
            };
        }
        if !joined && line.ends_with(b"\n") {
            out.push(b'\n');
        }
    }
    out
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

pub(crate) fn base64(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() / 4 * 3);
    let (mut held, mut bits) = (0_u32, 0_u32);
    for &byte in bytes {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            // Some programs write several pieces one after the other.
            b'=' => {
                (held, bits) = (0, 0);
                continue;
            }
            _ => continue,
        };
        held = held << 6 | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.extend(u8::try_from(held >> bits & 0xff));
            held &= (1 << bits) - 1;
        }
    }
    out
}

/// The words of `bytes`: valid UTF-8 is UTF-8; else as `charset` says, and where it says nothing, as any text or page.
pub(crate) fn words(bytes: &[u8], charset: Option<&str>, is_page: bool) -> Result<String, Refusal> {
    let marked = Encoding::for_bom(bytes).is_some();
    let plain = std::str::from_utf8(bytes).is_ok_and(|text| !text.contains(['\0', '\u{1b}']));
    if let Some(label) = charset.filter(|_| !marked) {
        let stated = Encoding::for_label(label.trim().as_bytes());
        // These are written in ASCII alone, so that validity shows nothing.
        let seven_bits =
            label.to_ascii_lowercase().starts_with("utf-7") || stated == Some(encoding_rs::ISO_2022_JP);
        if !plain || seven_bits {
            if let Some(encoding) = stated.filter(|&encoding| encoding != encoding_rs::UTF_8) {
                let (text, _) = encoding.decode_without_bom_handling(bytes);
                // A wrong statement makes more nonsense than a guess.
                if text.chars().filter(|&c| c == '\u{fffd}').count() * 50 <= text.chars().count() {
                    return Ok(text.into_owned());
                }
            } else if stated.is_none()
                && let Some(decode) = mail_parser::decoders::charsets::map::charset_decoder(label.as_bytes())
            {
                return Ok(decode(bytes));
            }
        }
    }
    let decoded = if is_page { html::decode_page(bytes)? } else { encoding::decode(bytes)? };
    Ok(decoded.text)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn quoted_printable_is_read_and_what_is_not_is_left() {
        let check = |given: &str, text: &str| {
            assert_eq!(String::from_utf8(quoted_printable(given.as_bytes())).unwrap(), text);
        };
        check("=D0=93=D0=B0=D0=B7 =\r\nand oil  \r\nend", "Газ and oil\nend");
        check("1 =3D 1, a=b, 100=", "1 = 1, a=b, 100");
        check("=\r\n=\r\n=G1", "=G1");
    }

    #[test]
    fn base64_is_read_across_lines_and_noise() {
        let check = |given: &str, text: &str| {
            assert_eq!(String::from_utf8(base64(given.as_bytes())).unwrap(), text);
        };
        check("0JPQ\r\nsNC3", "Газ");
        check("Z2Fz\n\nIG9pbA==", "gas oil");
        check("Z2E=!Z2E=", "gaga");
    }

    #[test]
    fn words_are_read_as_stated_where_that_makes_sense() {
        let text = "Дзяржаўны ўклад";
        let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(text);
        assert_eq!(words(&bytes, Some("Windows-1251"), false).unwrap(), text);
        assert_eq!(words(text.as_bytes(), Some("windows-1251"), false).unwrap(), text);
        assert_eq!(words(text.as_bytes(), Some("no-such-thing"), false).unwrap(), text);
    }
}
