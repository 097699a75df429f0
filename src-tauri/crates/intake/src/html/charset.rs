//! The encoding of a page: its mark, what it is, what it says, and only then a guess.

use encoding_rs::{Encoding, UTF_8};

use crate::Refusal;
use crate::encoding::{Decoded, decode};

/// How much of a page is looked through for a declaration, in bytes.
const HEAD: usize = 4096;

/// Decodes a page.
///
/// # Errors
/// As for any text, where no encoding makes a text of it.
pub(crate) fn decode_page(bytes: &[u8]) -> Result<Decoded, Refusal> {
    // Valid UTF-8 is UTF-8, whatever a page saved by a program says it was before.
    let is_utf8 = std::str::from_utf8(bytes).is_ok();
    let marked = Encoding::for_bom(bytes).is_some();
    match declared(bytes).filter(|encoding| !is_utf8 && !marked && *encoding != UTF_8) {
        Some(encoding) => {
            let (text, malformed) = encoding.decode_without_bom_handling(bytes);
            let replaced =
                if malformed { text.chars().filter(|&c| c == '\u{fffd}').count() as u64 } else { 0 };
            if replaced * 50 > text.chars().count() as u64 {
                return decode(bytes);
            }
            Ok(Decoded { text: text.into_owned(), encoding: encoding.name(), replaced })
        }
        None => decode(bytes),
    }
}

/// The encoding a page says it is in: `<meta charset=…>` or `…content="text/html; charset=…"`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(HEAD))?;
    let head: String = head.iter().map(|&byte| char::from(byte.to_ascii_lowercase())).collect();
    head.match_indices("charset").chain(head.match_indices("encoding")).find_map(|(at, word)| {
        let rest = head.get(at + word.len()..)?.trim_start().strip_prefix('=')?;
        let rest = rest.trim_start().trim_start_matches(['"', '\'']);
        let label: String =
            rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':')).collect();
        Encoding::for_label(label.as_bytes())
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_as_it_says_unless_it_is_plainly_utf_8() {
        let page = |charset: &str| format!("<meta charset=\"{charset}\"><p>Договор подписан");
        let koi8 = encoding_rs::KOI8_R.encode(&page("koi8-r")).0.into_owned();
        assert_eq!(decode_page(&koi8).unwrap().text, page("koi8-r"));
        let saved_anew = page("windows-1251");
        assert_eq!(decode_page(saved_anew.as_bytes()).unwrap().text, saved_anew);
        let by_type = "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>ў";
        let bytes = encoding_rs::WINDOWS_1251.encode(by_type).0.into_owned();
        assert_eq!(decode_page(&bytes).unwrap().text, by_type);
    }
}
