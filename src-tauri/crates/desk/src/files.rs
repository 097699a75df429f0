//! Finding the files below what was named, in an order that is the same everywhere.

use std::fs;
use std::path::{Path, PathBuf};

/// A file found, or a path that could not be looked at.
pub(crate) type Found = Result<PathBuf, (PathBuf, std::io::Error)>;

/// Folders deeper than this are not entered.
const DEEPEST: usize = 64;

/// The files named and those in folders named, by name. Links inside folders are not followed, hidden files are left out;
/// a path named outright is read whatever it is called.
pub(crate) fn find(paths: &[PathBuf]) -> Vec<Found> {
    let mut found = Vec::new();
    for path in paths {
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => walk(path, 0, &mut found),
            Ok(_) => {
                found.push(regular_file(path).map(Path::to_owned).map_err(|error| (path.clone(), error)))
            }
            Err(error) => found.push(Err((path.clone(), error))),
        }
    }
    found
}

/// When a file was last changed: milliseconds since 1970; 0 where the system does not say.
pub(crate) fn modified(metadata: &fs::Metadata) -> i64 {
    let since = metadata.modified().ok().and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok());
    since.and_then(|since| i64::try_from(since.as_millis()).ok()).unwrap_or(0)
}

/// The path, if it is a file that ends: a pipe or a device would be waited for without end.
///
/// # Errors
/// When there is no such file, or it is something else.
pub fn regular_file(path: &Path) -> std::io::Result<&Path> {
    if fs::metadata(path)?.is_file() {
        Ok(path)
    } else {
        Err(std::io::Error::new(std::io::ErrorKind::InvalidInput, "is no regular file"))
    }
}

fn walk(folder: &Path, depth: usize, found: &mut Vec<Found>) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            found.push(Err((folder.to_owned(), error)));
            return;
        }
    };
    let mut inside: Vec<(PathBuf, bool)> = Vec::new();
    for entry in entries {
        match entry.and_then(|entry| Ok((entry.path(), entry.file_type()?))) {
            Ok((path, kind)) if kind.is_dir() => inside.push((path, true)),
            Ok((path, kind)) if kind.is_file() => inside.push((path, false)),
            // A link may lead out of the folder; sockets and the like hold no article.
            Ok(_) => {}
            Err(error) => found.push(Err((folder.to_owned(), error))),
        }
    }
    inside.sort();
    for (path, is_folder) in inside {
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        match (hidden, is_folder) {
            (true, _) => {}
            (false, true) if depth < DEEPEST => walk(&path, depth + 1, found),
            (false, true) => {
                let error = std::io::Error::other("the folder lies too deep");
                found.push(Err((path, error)));
            }
            (false, false) => found.push(Ok(path)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_found_by_name_and_links_are_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("б")).unwrap();
        for name in ["z.txt", "a b.txt", ".hidden", "б/inner.txt"] {
            fs::write(at(name), "x").unwrap();
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink("/", at("link")).unwrap();
        let named = vec![folder.path().to_owned(), at("absent.txt")];
        let names: Vec<String> = find(&named)
            .into_iter()
            .map(|found| match found {
                Ok(path) => path.strip_prefix(folder.path()).unwrap().to_string_lossy().replace('\\', "/"),
                Err((path, _)) => format!("! {}", path.file_name().unwrap().to_string_lossy()),
            })
            .collect();
        assert_eq!(names, ["a b.txt", "z.txt", "б/inner.txt", "! absent.txt"]);
    }
}
