//! ARC, the format before WARC: a line with address, date, media type and length before each answer.

use std::io::{self, BufRead};

use super::giver::{Giver, Stop};
use super::packed::{is_of_last, is_too_much};
use super::page::{self, Taken};
use super::{lines, warc};
use crate::Refusal;

const DAMAGED: Refusal =
    Refusal::Damaged { looks_like: "a record of a web archive", why: "it is cut off or changed" };

/// The line before a record.
#[derive(Debug, PartialEq, Eq)]
struct Head {
    address: String,
    date: String,
    media: String,
    /// Nothing where what stands there is no length.
    length: Option<u64>,
}

/// Reads records up to the end; behind a damaged one the next line that looks like a record's is taken.
pub(super) fn read(source: &mut dyn BufRead, giver: &mut Giver<'_, '_>) -> Result<(), Stop> {
    let mut is_lost = false;
    let mut last = String::from("record 1");
    loop {
        let step = record(source, giver, &mut is_lost, &mut last);
        match step {
            Ok(Some(stop)) => return stop,
            Ok(None) => {}
            Err(error) if is_too_much(&error) => {
                let limit = giver.allowance.all;
                return Err(Stop::Refused(Refusal::TooLarge { bytes: limit.saturating_add(1), limit }));
            }
            Err(_) => {
                if !std::mem::replace(&mut is_lost, true) {
                    giver.refuse(&last, DAMAGED)?;
                }
            }
        }
    }
}

/// One record; how the reading ends, where it does.
fn record(
    source: &mut dyn BufRead,
    giver: &mut Giver<'_, '_>,
    is_lost: &mut bool,
    last: &mut String,
) -> io::Result<Option<Result<(), Stop>>> {
    let line = lines::line(source)?;
    if line.is_empty() {
        return Ok(Some(Ok(())));
    }
    let Some(head) = head(&String::from_utf8_lossy(&line)) else {
        let is_told = line.trim_ascii().is_empty() || std::mem::replace(is_lost, true);
        return Ok(if is_told {
            None
        } else {
            giver.refuse(&format!("after {last}"), DAMAGED).err().map(Err)
        });
    };
    *is_lost = false;
    head.address.clone_into(last);
    let is_own = head.address.starts_with("filedesc:");
    let Some(length) = head.length else {
        *is_lost = true;
        let refused = if is_own { Ok(()) } else { giver.refuse(&head.address, DAMAGED) };
        return Ok(refused.err().map(Err));
    };
    let is_page = ["http://", "https://"].iter().any(|scheme| head.address.starts_with(scheme));
    let given = if !is_page || length > giver.allowance.member {
        let whole = lines::skip(source, length)?;
        match (is_page, whole) {
            (true, _) => {
                let refusal = Refusal::TooLarge { bytes: length, limit: giver.allowance.member };
                giver.refuse(&head.address, refusal)
            }
            (false, false) => giver.refuse(&head.address, DAMAGED),
            (false, true) => Ok(()),
        }
    } else {
        let taken = Taken { address: &head.address, day: warc::day(&head.date) };
        match lines::exactly(source, length)? {
            Some(block) => {
                let after = lines::settle(source);
                let given = match &after {
                    Err(error) if is_of_last(error) => {
                        *is_lost = true;
                        giver.refuse(&head.address, DAMAGED)
                    }
                    _ if block.starts_with(b"HTTP") => page::answer(&taken, &block, giver),
                    _ => page::plain(&taken, &head.media, block, giver),
                };
                if given.is_ok() {
                    after?;
                }
                given
            }
            None => giver.refuse(&head.address, DAMAGED),
        }
    };
    Ok(given.err().map(Err))
}

/// Reads the line before a record: of five words in the first version, of ten in the second; an address may hold spaces.
fn head(line: &str) -> Option<Head> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_date =
        |word: &str| (8..=20).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_host = |word: &str| word.contains(['.', ':']) && word.len() < 64;
    let behind = [9, 4].into_iter().find(|&behind| {
        words.len().checked_sub(behind).is_some_and(|at| {
            at > 0
                && words.get(at).is_some_and(|word| is_host(word))
                && words.get(at + 1).is_some_and(|word| is_date(word))
        })
    })?;
    let (address, rest) = words.split_at_checked(words.len() - behind)?;
    let address = address.join(" ");
    if !address.contains(':') {
        return None;
    }
    Some(Head {
        address,
        date: (*rest.get(1)?).to_owned(),
        media: (*rest.get(2)?).to_owned(),
        length: rest.last()?.parse().ok(),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn both_versions_of_the_line_are_read() {
        let first = head("http://example.org/a b 192.0.2.1 20140102000000 text/html 12\n").unwrap();
        assert_eq!((first.address.as_str(), first.length), ("http://example.org/a b", Some(12)));
        let second =
            head("http://example.org/ 192.0.2.1 20140102000000 text/html 200 - - 33 a.arc 7").unwrap();
        assert_eq!((second.media.as_str(), second.length), ("text/html", Some(7)));
        assert_eq!(head("http://example.org/ 192.0.2.1 20140102000000 text/html -1").unwrap().length, None);
        assert_eq!(head("URL IP-address Archive-date Content-type Archive-length"), None);
    }
}
