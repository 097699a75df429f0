//! The ZIP archive of a project, unpacked within bounds.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

/// What one part may unpack to, and all of them.
const MOST_OF_ONE: u64 = 256 << 20;
const MOST: u64 = 1 << 30;

/// The parts of a project.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// The names of its parts, in its order.
    names: Vec<String>,
    left: u64,
}

impl<'b> Package<'b> {
    /// # Errors
    /// What is wrong and what to do.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, String> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| {
            "is a project whose archive is damaged or cut off; export it anew from its program".to_owned()
        })?;
        let names =
            archive.file_names_raw().map(|name| String::from_utf8_lossy(name).replace('\\', "/")).collect();
        Ok(Self { archive, names, left: MOST })
    }

    /// `project.qde`, by whatever name it has.
    pub(super) fn project(&mut self) -> Result<Vec<u8>, String> {
        let is_project = |name: &str| name.to_lowercase().ends_with(".qde") && !name.starts_with("__MACOSX");
        let usual = self.names.iter().position(|name| name == "project.qde");
        let at = usual.or_else(|| self.names.iter().position(|name| is_project(name)));
        let at = at.ok_or("holds no project.qde; a REFI-QDA project is expected")?;
        self.bytes(at)
    }

    /// What a path such as `internal://GUID.txt` leads to; `None` where it is not in the archive. The folder is `sources` or
    /// `Sources`, and not every program writes names as it names them.
    pub(super) fn source(&mut self, path: &str) -> Result<Option<Vec<u8>>, String> {
        let Some(name) = path.strip_prefix("internal://") else { return Ok(None) };
        let name = name.trim_start_matches('/').to_lowercase();
        let is_it = |one: &String| {
            let one = one.to_lowercase();
            let inside = one.rsplit_once('/').filter(|(folder, _)| folder.ends_with("sources"));
            one == name || inside.is_some_and(|(_, last)| last == name)
        };
        let Some(at) = self.names.iter().position(is_it) else { return Ok(None) };
        self.bytes(at).map(Some)
    }

    fn bytes(&mut self, at: usize) -> Result<Vec<u8>, String> {
        let name = self.names.get(at).map_or("", String::as_str);
        let part = self.archive.by_index(at).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(zip::result::ZipError::PASSWORD_REQUIRED) => {
                format!("holds {name}, which is locked; export it without a password")
            }
            _ => format!("holds {name}, which can't be unpacked; export it anew from its program"),
        })?;
        // What a part says of its size is not believed.
        let limit = self.left.min(MOST_OF_ONE);
        let mut bytes = Vec::new();
        part.take(limit + 1).read_to_end(&mut bytes).map_err(|_| {
            format!("holds {name}, which is cut off or changed; export it anew from its program")
        })?;
        let taken = bytes.len() as u64;
        if taken > limit {
            return Err(format!(
                "holds {name}, which unpacks to more than a project can hold (256 MB a part, 1 GB in all); export it in parts"
            ));
        }
        self.left -= taken;
        Ok(bytes)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, words) in parts {
            archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            archive.write_all(words.as_bytes()).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    #[test]
    fn parts_are_found_as_programs_name_them() {
        let bytes = zipped(&[
            ("__MACOSX/._project.qde", "no"),
            ("Study.QDE", "<Project/>"),
            ("Sources\\A1B2.TXT", "text"),
        ]);
        let mut package = Package::open(&bytes).unwrap();
        assert_eq!(package.project().unwrap(), b"<Project/>");
        assert_eq!(package.source("internal://a1b2.txt").unwrap().unwrap(), b"text");
        assert_eq!(package.source("internal:///A1B2.txt").unwrap().unwrap(), b"text");
        assert_eq!(package.source("internal://none.txt").unwrap(), None);
        assert_eq!(package.source("absolute:///etc/passwd").unwrap(), None);
    }

    #[test]
    fn unpacking_ends_where_a_project_must() {
        let bytes = zipped(&[("project.qde", &" ".repeat(2 << 20))]);
        assert!(bytes.len() < 10_000);
        let mut package = Package::open(&bytes).unwrap();
        package.left = 1 << 20;
        assert!(package.project().unwrap_err().contains("export it in parts"));
    }
}
