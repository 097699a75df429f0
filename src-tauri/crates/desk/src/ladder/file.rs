//! A ladder as a file of its own, to be handed to others: TOML or JSON of the same shape.

use std::path::Path;

use chancery_model::{InLanguages, Ladder, Status, Step};
use serde::{Deserialize, Serialize};

use super::completed;
use crate::codebook::slug;
use crate::{DeskError, Result, regular_file, write_whole};

/// Files larger than this are no ladder.
const LARGEST: u64 = 256 * 1024;

/// As what a ladder is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum LadderFormat {
    Toml,
    Json,
}

impl LadderFormat {
    /// The format a file name ends in.
    ///
    /// # Errors
    /// `ladder-file` naming what there is.
    pub fn of(path: &Path) -> Result<Self> {
        match path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase).as_deref() {
            Some("toml") => Ok(Self::Toml),
            Some("json") => Ok(Self::Json),
            _ => Err(wrong(path, "a ladder is a file that ends in .toml or .json")),
        }
    }
}

/// Words in English alone, or in several languages.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Words {
    English(String),
    Several {
        en: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ru: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        be: Option<String>,
    },
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LadderWritten {
    name: Words,
    #[serde(rename = "step")]
    steps: Vec<StepWritten>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StepWritten {
    #[serde(default)]
    id: String,
    words: Words,
    #[serde(default)]
    mark: String,
    sense: String,
}

/// Reads a ladder from a file.
///
/// # Errors
/// `ladder-file` naming the file and what is wrong; `ladder` where its steps make none; `file-unreachable`.
pub fn read_ladder(path: &Path) -> Result<Ladder> {
    let format = LadderFormat::of(path)?;
    let unreachable = |error| DeskError::file(path, error);
    let size = regular_file(path).and_then(std::fs::metadata).map_err(unreachable)?.len();
    if size > LARGEST {
        return Err(wrong(path, "is too large for a ladder"));
    }
    let bytes = std::fs::read(path).map_err(unreachable)?;
    let text = std::str::from_utf8(&bytes).map_err(|_| wrong(path, "is not UTF-8"))?;
    let text = text.trim_start_matches('\u{feff}');
    let written: LadderWritten = match format {
        LadderFormat::Toml => toml::from_str(text).map_err(|error| wrong(path, &error.to_string()))?,
        LadderFormat::Json => serde_json::from_str(text).map_err(|error| wrong(path, &error.to_string()))?,
    };
    let step = |step: StepWritten| {
        let sense = Status::from_id(&step.sense).ok_or_else(|| {
            let senses: Vec<&str> = Status::ALL.iter().map(|sense| sense.id()).collect();
            wrong(path, &format!("{:?} is no sense of a step: write {}", step.sense, senses.join(", ")))
        })?;
        // Places in the window and the command line name a step by its id.
        Ok(Step { id: slug::of(&step.id), words: step.words.into(), mark: step.mark, sense })
    };
    let steps = written.steps.into_iter().map(step).collect::<Result<Vec<_>>>()?;
    let ladder = completed(Ladder { name: written.name.into(), steps });
    ladder.check()?;
    Ok(ladder)
}

/// Writes a ladder to a file; one that is there is replaced whole.
///
/// # Errors
/// `ladder-file` where the name ends in neither .toml nor .json; when the file can't be written.
pub fn write_ladder(ladder: &Ladder, path: &Path) -> Result<()> {
    let written = LadderWritten {
        name: ladder.name.clone().into(),
        steps: ladder
            .steps
            .iter()
            .map(|step| StepWritten {
                id: step.id.clone(),
                words: step.words.clone().into(),
                mark: step.mark.clone(),
                sense: step.sense.id().to_owned(),
            })
            .collect(),
    };
    let text = match LadderFormat::of(path)? {
        LadderFormat::Toml => toml::to_string(&written).map_err(|error| wrong(path, &error.to_string()))?,
        LadderFormat::Json => {
            let text = serde_json::to_string_pretty(&written);
            text.map_err(|error| wrong(path, &error.to_string()))? + "\n"
        }
    };
    write_whole(path, text.as_bytes())
}

impl From<Words> for InLanguages {
    fn from(words: Words) -> Self {
        match words {
            Words::English(en) => Self::english(en),
            Words::Several { en, ru, be } => Self { en, ru, be },
        }
    }
}

impl From<InLanguages> for Words {
    fn from(words: InLanguages) -> Self {
        match words {
            InLanguages { en, ru: None, be: None } => Self::English(en),
            InLanguages { en, ru, be } => Self::Several { en, ru, be },
        }
    }
}

fn wrong(path: &Path, what: &str) -> DeskError {
    DeskError::LadderFile { path: path.to_owned(), what: what.trim().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ladder_goes_out_and_comes_back_unchanged() {
        let folder = tempfile::tempdir().unwrap();
        for (id, ladder) in Ladder::presets() {
            for ending in ["toml", "JSON"] {
                let path = folder.path().join(format!("{id}.{ending}"));
                write_ladder(&ladder, &path).unwrap();
                assert_eq!(read_ladder(&path).unwrap(), ladder, "{id}.{ending}");
            }
        }
    }

    #[test]
    fn a_short_file_is_enough_and_a_wrong_one_says_what_to_write() {
        let folder = tempfile::tempdir().unwrap();
        let read = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).unwrap();
            read_ladder(&path)
        };
        let short = "name = \"Да или нет\"\n[[step]]\nid = \"-\"\nwords = \"Нет\"\nsense = \"not-begun\"\n\
                     [[step]]\nwords = { en = \"yes\", be = \"так\" }\nmark = \"✓\"\nsense = \"done\"\n";
        let ladder = read("own.toml", short).unwrap();
        let ids: Vec<&str> = ladder.steps.iter().map(|step| step.id.as_str()).collect();
        assert_eq!(ids, ["net", "yes"]);
        assert_eq!(ladder.named("Так").unwrap().id, "yes");
        let why = |name: &str, text: &str| read(name, text).unwrap_err().to_string();
        assert!(why("a.toml", &short.replace("not-begun", "no")).contains("write not-begun, begun"));
        assert!(why("b.toml", "name = 3").contains("b.toml"));
        assert!(why("c.json", "{}").contains("c.json"));
        assert!(why("d.txt", short).contains(".toml or .json"));
        assert_eq!(read("e.toml", &short.replace("yes", "нет")).unwrap_err().code(), "ladder");
    }
}
