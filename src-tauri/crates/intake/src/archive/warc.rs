//! WARC: records of the web, each with headers, a length and a block (ISO 28500, versions 0.17 to 1.1).

use std::io::{self, BufRead};

use chancery_model::Day;

use super::giver::{Giver, Stop};
use super::lines::{self, Headers};
use super::packed::{is_of_last, is_too_much};
use super::page::{self, Taken};
use crate::Refusal;

const DAMAGED: Refusal =
    Refusal::Damaged { looks_like: "a record of a web archive", why: "it is cut off or changed" };

/// Reads records up to the end. A damaged record is named with its address or its number, and the next one is looked for.
pub(super) fn read(source: &mut dyn BufRead, giver: &mut Giver<'_, '_>) -> Result<(), Stop> {
    let mut number = 0_u64;
    // Whether what stands here is known to be damaged and was told.
    let mut is_lost = false;
    loop {
        match record(source, giver, &mut number, &mut is_lost) {
            Ok(Read::Another) => {}
            Ok(Read::End) => return Ok(()),
            Err(Break::Stop(stop)) => return Err(stop),
            Err(Break::Stream(error)) if is_too_much(&error) => {
                let limit = giver.allowance.all;
                return Err(Stop::Refused(Refusal::TooLarge { bytes: limit.saturating_add(1), limit }));
            }
            // The stream goes on with its next sound piece.
            Err(Break::Stream(_)) => {
                if !is_lost {
                    giver.refuse(&label(number + 1), DAMAGED)?;
                }
                is_lost = true;
            }
        }
    }
}

enum Read {
    Another,
    End,
}

enum Break {
    Stop(Stop),
    Stream(io::Error),
}

impl From<io::Error> for Break {
    fn from(error: io::Error) -> Self {
        Self::Stream(error)
    }
}

impl From<Stop> for Break {
    fn from(stop: Stop) -> Self {
        Self::Stop(stop)
    }
}

fn label(number: u64) -> String {
    format!("record {number}")
}

fn record(
    source: &mut dyn BufRead,
    giver: &mut Giver<'_, '_>,
    number: &mut u64,
    is_lost: &mut bool,
) -> Result<Read, Break> {
    let line = lines::line(source)?;
    if line.is_empty() {
        return Ok(Read::End);
    }
    if line.trim_ascii().is_empty() {
        return Ok(Read::Another);
    }
    if !line.starts_with(b"WARC/") {
        if !std::mem::replace(is_lost, true) {
            giver.refuse(&format!("after {}", label(*number)), DAMAGED)?;
        }
        return Ok(Read::Another);
    }
    *is_lost = false;
    *number += 1;
    let mut name = label(*number);
    let Some(headers) = lines::headers(source)? else {
        giver.refuse(&name, DAMAGED)?;
        return Ok(Read::Another);
    };
    let value = |header: &str| lines::value(&headers, header);
    if let Some(address) = value("warc-target-uri").map(bare).filter(|address| !address.is_empty()) {
        address.clone_into(&mut name);
    }
    let Some(length) = value("content-length").and_then(|length| length.parse::<u64>().ok()) else {
        *is_lost = true;
        giver.refuse(&name, DAMAGED)?;
        return Ok(Read::Another);
    };
    let kind = value("warc-type").unwrap_or_default().to_ascii_lowercase();
    let refusal = match wanted(&kind, &name, &headers) {
        false => None,
        true if length > giver.allowance.member => {
            Some(Refusal::TooLarge { bytes: length, limit: giver.allowance.member })
        }
        // Whoever wrote it says that it is not whole.
        true if value("warc-truncated").is_some() => Some(DAMAGED),
        true => {
            match lines::exactly(source, length) {
                // What follows tells whether the piece it was packed in is sound.
                Ok(Some(block)) => match lines::settle(source) {
                    Err(error) if is_of_last(&error) => {
                        *is_lost = true;
                        giver.refuse(&name, DAMAGED)?;
                    }
                    after => {
                        block_of(&kind, &name, &headers, block, giver)?;
                        after?;
                    }
                },
                Ok(None) => giver.refuse(&name, DAMAGED)?,
                Err(error) if is_too_much(&error) => return Err(error.into()),
                Err(_) => {
                    *is_lost = true;
                    giver.refuse(&name, DAMAGED)?;
                }
            }
            return Ok(Read::Another);
        }
    };
    if let Some(refusal) = refusal {
        giver.refuse(&name, refusal)?;
    }
    match lines::skip(source, length) {
        Ok(true) => {}
        Ok(false) => giver.refuse(&name, DAMAGED)?,
        Err(error) if is_too_much(&error) => return Err(error.into()),
        Err(_) => {
            *is_lost = true;
            giver.refuse(&name, DAMAGED)?;
        }
    }
    Ok(Read::Another)
}

/// Whether a record may hold a document. Questions, repetitions (`revisit`) and notes on the archive itself hold none.
fn wanted(kind: &str, address: &str, headers: &Headers) -> bool {
    let is_of_web =
        ["http://", "https://", "file://", "ftp://"].iter().any(|scheme| address.starts_with(scheme));
    let media = lines::value(headers, "content-type").unwrap_or_default();
    match kind {
        // The addresses of names (`dns:`) are answers too.
        "response" => is_of_web || media.starts_with("application/http"),
        "resource" | "conversion" => is_of_web,
        _ => false,
    }
}

fn block_of(
    kind: &str,
    address: &str,
    headers: &Headers,
    block: Vec<u8>,
    giver: &mut Giver<'_, '_>,
) -> Result<(), Stop> {
    let taken = Taken { address, day: lines::value(headers, "warc-date").and_then(day) };
    let media = lines::value(headers, "content-type").unwrap_or_default();
    if kind == "response" || media.to_ascii_lowercase().starts_with("application/http") {
        page::answer(&taken, &block, giver)
    } else {
        page::plain(&taken, media, block, giver)
    }
}

/// wget writes addresses in angle brackets.
fn bare(address: &str) -> &str {
    address.trim().trim_start_matches('<').trim_end_matches('>')
}

/// The day of "2017-03-06T04:02:06Z" and of "20170306040206".
pub(super) fn day(stamp: &str) -> Option<Day> {
    let digits: String = stamp.chars().filter(char::is_ascii_digit).take(8).collect();
    let part = |from: usize, to: usize| digits.get(from..to)?.parse().ok();
    let small = |from: usize, to: usize| digits.get(from..to)?.parse().ok();
    let year: i64 = part(0, 4)?;
    Day::new(year, small(4, 6)?, small(6, 8)?).filter(|_| (1990..2200).contains(&year))
}
