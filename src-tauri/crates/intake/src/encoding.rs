//! Encodings: byte order mark, UTF-8, UTF-16, and the legacy encodings of Russian and Belarusian texts.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::Refusal;

/// Bytes as a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) encoding: &'static str,
    /// Characters that could not be decoded and stand as U+FFFD.
    pub(crate) replaced: u64,
}

/// More than this share of nonsense and the bytes are no text.
const TOLERATED: f64 = 0.1;
/// How much of a file the detector sees: an encoding shows early.
const SAMPLE: usize = 256 * 1024;

/// The text of `bytes`, whatever encoding they are in.
///
/// # Errors
/// [`Refusal::Garbage`] where no encoding makes a text of them.
pub fn text_of(bytes: &[u8]) -> Result<String, Refusal> {
    decode(bytes).map(|decoded| decoded.text)
}

/// Decodes `bytes`.
///
/// # Errors
/// [`Refusal::Garbage`] where no encoding makes a text of them.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded, Refusal> {
    if let Some(text) = plain_text(bytes) {
        return Ok(Decoded { text: text?.to_owned(), encoding: UTF_8.name(), replaced: 0 });
    }
    let encoding = guess(bytes);
    let (text, encoding, malformed) = encoding.decode(bytes);
    let replaced = if malformed { text.matches('\u{fffd}').count() as u64 } else { 0 };
    must_be_text(&text, encoding, replaced)?;
    Ok(Decoded { text: text.into_owned(), encoding: encoding.name(), replaced })
}

/// The text of bytes that are sound UTF-8 without a mark, as they stand; `None` for all others.
///
/// # Errors
/// [`Refusal::Garbage`] where it is no text.
pub(crate) fn plain_text(bytes: &[u8]) -> Option<Result<&str, Refusal>> {
    if Encoding::for_bom(bytes).is_some() || utf16_without_mark(bytes).is_some() {
        return None;
    }
    // Borrowed, since UTF-8 is taken as it is; told faster than the standard library tells it.
    let Cow::Borrowed(text) = UTF_8.decode_without_bom_handling_and_without_replacement(bytes)? else {
        return None;
    };
    Some(must_be_text(text, UTF_8, 0).map(|()| text))
}

fn must_be_text(text: &str, encoding: &'static Encoding, replaced: u64) -> Result<(), Refusal> {
    let bad = replaced + controls(text);
    let total = if bad > 0 { text.chars().count() as u64 } else { 0 };
    #[allow(clippy::cast_precision_loss)]
    if bad as f64 > total as f64 * TOLERATED {
        return Err(Refusal::Garbage { encoding: encoding.name(), bad, total });
    }
    Ok(())
}

/// How many controls other than the usual blanks there are: none stands in a text, and a program's bytes are full of them.
/// Counted by bytes, for most texts have none.
fn controls(text: &str) -> u64 {
    // Tabs, line ends and form feeds are 9 to 13. Without a branch between them, and in bytes, many are compared at once.
    let unusual = |byte: u8| {
        u8::from(byte < 9)
            | (u8::from(byte > 13) & u8::from(byte < 0x20) & u8::from(byte != 0x1a))
            | u8::from(byte == 0x7f)
    };
    let bytes = text.as_bytes();
    let with_some =
        bytes.chunks(64).filter(|piece| piece.iter().fold(0, |any, &byte| any | unusual(byte)) > 0);
    let of_ascii: usize =
        with_some.map(|piece| piece.iter().filter(|&&byte| unusual(byte) > 0).count()).sum();
    // U+0080 to U+009F without U+0085.
    let beyond = memchr::memchr_iter(0xc2, bytes)
        .filter(|at| matches!(bytes.get(at + 1), Some(0x80..=0x84 | 0x86..=0x9f)))
        .count();
    (of_ascii + beyond) as u64
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return encoding;
    }
    let wrong = wrong_in_utf8(bytes);
    if wrong == 0 {
        return UTF_8;
    }
    // A UTF-8 text with a few broken bytes has far more sound sequences than broken ones.
    let high = bytes.iter().filter(|byte| **byte >= 0x80).count();
    if wrong * 8 < high {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let sample = bytes.get(..bytes.len().min(SAMPLE)).unwrap_or_default();
    detector.feed(sample, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// How many places of `bytes` are no UTF-8.
fn wrong_in_utf8(bytes: &[u8]) -> usize {
    bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count()
}

/// UTF-16 without a mark: every second byte of Latin text is zero, of Cyrillic text 4.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(4096) & !1)?;
    if sample.len() < 4 || !sample.contains(&0) {
        return None;
    }
    let share = |skip: usize| {
        let high = sample.iter().skip(skip).step_by(2).filter(|byte| matches!(byte, 0 | 4)).count();
        high * 10 >= sample.len() / 2 * 9
    };
    match (share(0), share(1)) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], encoding: &str, text: &str) {
        let decoded = decode(bytes).unwrap();
        assert_eq!((decoded.encoding, decoded.text.as_str()), (encoding, text));
    }

    #[test]
    fn encodings_are_told_apart() {
        let text = "Лукашенко заявил, что интеграция продолжится и договор будет выполнен в полном объёме.";
        check(text.as_bytes(), "UTF-8", text);
        check(&[b"\xef\xbb\xbf", text.as_bytes()].concat(), "UTF-8", text);
        check(&encoding_rs::WINDOWS_1251.encode(text).0, "windows-1251", text);
        check(&encoding_rs::KOI8_U.encode(text).0, "KOI8-U", text);
        let wide = |big: bool, mark: bool| -> Vec<u8> {
            let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
            units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
        };
        check(&wide(true, true), "UTF-16BE", text);
        check(&wide(false, true), "UTF-16LE", text);
        check(&wide(false, false), "UTF-16LE", text);
        check(&wide(true, false), "UTF-16BE", text);
    }

    #[test]
    fn a_few_broken_bytes_are_replaced_and_counted() {
        let mut bytes = "Саюзная дзяржава. ".repeat(20).into_bytes();
        bytes[1] = b'x';
        bytes.extend(b"\xff\xfe end");
        let decoded = decode(&bytes).unwrap();
        assert_eq!(decoded.encoding, "UTF-8");
        assert_eq!(decoded.replaced, decoded.text.chars().filter(|&c| c == '\u{fffd}').count() as u64);
        assert!(decoded.replaced >= 2);
    }

    #[test]
    fn controls_counted_by_bytes_are_those_of_the_tables() {
        for c in '\0'..=char::MAX {
            let usual = matches!(c, '\t'..='\r' | '\u{1a}' | '\u{85}');
            let text = format!("«На{c}род»");
            assert_eq!(controls(&text), u64::from(c.is_control() && !usual), "{c:?}");
        }
    }

    #[test]
    fn noise_is_refused() {
        let noise: Vec<u8> = (0..4000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        assert!(matches!(decode(&noise), Err(Refusal::Garbage { .. })));
    }
}
