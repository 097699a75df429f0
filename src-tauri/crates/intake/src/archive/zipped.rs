//! ZIP archives: each file a member, archives inside them opened, WACZ files read by their web archives.

use std::io::{Cursor, Read, Seek};
use std::ops::ControlFlow;

use zip::ZipArchive;
use zip::result::ZipError;

use super::giver::{Giver, Stop};
use super::packed::{Unpacked, unpack};
use super::{Kind, members, names};
use crate::Refusal;
use crate::member::Member;

/// How deep archives stand in archives.
pub(super) const DEPTH: usize = 3;
pub(super) const TOO_DEEP: Refusal =
    Refusal::NotText { looks_like: "an archive more than three deep inside others" };

/// Whether a ZIP file is a document, such as Word's, which are ZIP files with telling names inside.
pub(super) fn is_document(bytes: &[u8]) -> bool {
    let first = bytes.get(30..).unwrap_or_default();
    if first.starts_with(b"[Content_Types].xml") || first.starts_with(b"mimetypeapplication/") {
        return true;
    }
    let telling = ["[Content_Types].xml", "META-INF/container.xml", "META-INF/manifest.xml"];
    ZipArchive::new(Cursor::new(bytes))
        .is_ok_and(|archive| telling.iter().any(|name| archive.index_for_name(name).is_some()))
}

/// Reads an archive that stands at `path` inside others, `depth` of them.
pub(super) fn read(bytes: &[u8], path: &str, depth: usize, giver: &mut Giver<'_, '_>) -> Result<(), Stop> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return read_on(bytes, path, depth, giver);
    };
    let files: Vec<String> = archive.file_names_raw().map(names::words).collect();
    let is_wacz =
        files.iter().any(|name| name == "datapackage.json") && files.iter().any(|name| is_web_archive(name));
    for (index, name) in files.iter().enumerate() {
        // Beside its archives a WACZ holds their index, which is nothing to read.
        if names::is_beside(name) || is_wacz && !is_web_archive(name) {
            continue;
        }
        let name = &at(path, name);
        let (packed_as, range) = match archive.by_index_raw(index) {
            Ok(file) if file.is_dir() => continue,
            Ok(file) if file.encrypted() => {
                giver.refuse(name, Refusal::Locked { looks_like: "a file in an archive" })?;
                continue;
            }
            Ok(file) if file.is_symlink() => {
                giver.refuse(name, Refusal::NotText { looks_like: "a link to another file" })?;
                continue;
            }
            Ok(file) => (file.compression(), file.data_start().map(|start| (start, file.compressed_size()))),
            Err(error) => {
                giver.refuse(name, refusal(&error))?;
                continue;
            }
        };
        // A web archive that is not packed again is read where it stands.
        let slice = |(start, length): (u64, u64)| {
            let start = usize::try_from(start).ok()?;
            bytes.get(start..start.checked_add(usize::try_from(length).ok()?)?)
        };
        if packed_as == zip::CompressionMethod::Stored
            && let Some(inner) = range.and_then(slice)
            && matches!(Kind::of(inner), Some(Kind::Warc | Kind::Arc))
        {
            members(inner, name, depth + 1, giver)?;
            continue;
        }
        match archive.by_index(index) {
            Ok(file) => entry(file, name, depth, giver)?,
            Err(error) => giver.refuse(name, refusal(&error))?,
        }
    }
    Ok(())
}

/// Takes files with their names; `Break` ends the reading.
type FileSink<'s> = dyn FnMut(&str, Result<Vec<u8>, Refusal>) -> ControlFlow<()> + 's;

/// Gives the files of an archive one by one, none of them with more than `most` bytes, without holding the archive.
///
/// # Errors
/// Where its directory can't be read.
pub(crate) fn files(source: impl Read + Seek, most: u64, sink: &mut FileSink<'_>) -> Result<(), Refusal> {
    let mut archive = ZipArchive::new(source).map_err(|error| refusal(&error))?;
    let names: Vec<String> = archive.file_names_raw().map(names::words).collect();
    for (index, name) in names.iter().enumerate().filter(|(_, name)| !names::is_beside(name)) {
        let bytes = match archive.by_index(index) {
            Ok(file) if file.is_dir() => continue,
            Ok(file) if file.is_symlink() => Err(Refusal::NotText { looks_like: "a link to another file" }),
            Ok(file) => {
                let mut bytes = Vec::new();
                match file.take(most.saturating_add(1)).read_to_end(&mut bytes) {
                    Ok(_) if bytes.len() as u64 > most => {
                        Err(Refusal::TooLarge { bytes: bytes.len() as u64, limit: most })
                    }
                    Ok(_) => Ok(bytes),
                    Err(_) => Err(CUT),
                }
            }
            Err(error) => Err(refusal(&error)),
        };
        if sink(&at("", name), bytes).is_break() {
            break;
        }
    }
    Ok(())
}

const CUT: Refusal = Refusal::Damaged { looks_like: "a file in an archive", why: "it is cut off or changed" };

fn is_web_archive(name: &str) -> bool {
    name.starts_with("archive/")
        && [".warc", ".warc.gz", ".arc", ".arc.gz"].iter().any(|end| name.ends_with(end))
}

/// Reads an archive whose directory is lost, file by file up to the break.
fn read_on(bytes: &[u8], path: &str, depth: usize, giver: &mut Giver<'_, '_>) -> Result<(), Stop> {
    let mut rest = bytes;
    let mut number = 0;
    loop {
        let file = zip::read::read_zipfile_from_stream(&mut rest);
        let file = match file {
            Ok(Some(file)) => file,
            Ok(None) if number > 0 => return Ok(()),
            Err(_) if number > 0 => {
                return giver.refuse(
                    &at(path, &format!("{}", number + 1)),
                    Refusal::Damaged {
                        looks_like: "an archive",
                        why: "it is cut off or its directory is lost",
                    },
                );
            }
            Ok(None) | Err(_) if path.is_empty() => {
                return Err(Stop::Refused(Refusal::Damaged {
                    looks_like: "an archive",
                    why: "it is cut off or its directory is lost",
                }));
            }
            Ok(None) | Err(_) => {
                return giver.refuse(
                    path,
                    Refusal::Damaged {
                        looks_like: "an archive",
                        why: "it is cut off or its directory is lost",
                    },
                );
            }
        };
        number += 1;
        let name = names::words(file.name_raw());
        if file.is_dir() || names::is_beside(&name) {
            continue;
        }
        entry(file, &at(path, &name), depth, giver)?;
    }
}

fn entry(file: impl Read, name: &str, depth: usize, giver: &mut Giver<'_, '_>) -> Result<(), Stop> {
    match unpack(file, giver)? {
        Unpacked::Whole(bytes) if bytes.is_empty() => Ok(()),
        Unpacked::Whole(bytes) if Kind::of(&bytes).is_some() => {
            if depth >= DEPTH {
                giver.refuse(name, TOO_DEEP)
            } else {
                members(&bytes, name, depth + 1, giver)
            }
        }
        Unpacked::Whole(bytes) => giver.give(Member { name: name.to_owned(), bytes, draft: None }),
        Unpacked::Broken => giver.refuse(name, CUT),
        Unpacked::TooLarge(bytes) => {
            giver.refuse(name, Refusal::TooLarge { bytes, limit: giver.allowance.member })
        }
    }
}

fn at(path: &str, name: &str) -> String {
    let name = if name.is_empty() { "?" } else { name };
    if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") }
}

fn refusal(error: &ZipError) -> Refusal {
    match error {
        ZipError::InvalidPassword | ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            Refusal::Locked { looks_like: "a file in an archive" }
        }
        ZipError::CompressionMethodNotSupported(_) | ZipError::UnsupportedArchive(_) => {
            Refusal::NotText { looks_like: "packed in a way that is not read" }
        }
        _ => CUT,
    }
}
