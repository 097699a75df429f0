//! Labelled articles: one a line as JSON, packed or not.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use chancery_model::Language;
use chancery_text::language_of;
use chancery_text::learn::{Features, Prose};
use flate2::read::GzDecoder;
use serde::Deserialize;

#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    title: String,
    body: String,
    lang: Option<String>,
    topics: Option<Vec<String>>,
    topic: Option<String>,
}

/// A labelled article.
pub(super) struct Story {
    pub(super) title: String,
    pub(super) body: String,
    /// As the file says; where it says nothing, as it was read.
    pub(super) language: Option<Language>,
    pub(super) topics: Vec<String>,
    pub(super) features: Features,
    several: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Several,
    OneEach,
}

/// Lists of topics make the first shape, even where all are short.
pub(super) fn shape(stories: &[Story]) -> Shape {
    if stories.iter().any(|story| story.several) { Shape::Several } else { Shape::OneEach }
}

/// The articles of a file that have a topic, in its order.
pub(super) fn read(path: &Path) -> Result<Vec<Story>, Box<dyn std::error::Error>> {
    let file = File::open(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let packed = path.extension().is_some_and(|extension| extension == "gz");
    let lines: Box<dyn BufRead> =
        if packed { Box::new(BufReader::new(GzDecoder::new(file))) } else { Box::new(BufReader::new(file)) };
    let mut stories = Vec::new();
    for (number, line) in (1..).zip(lines.lines()) {
        let wrong = |error: &dyn std::fmt::Display| format!("{}, line {number}: {error}", path.display());
        let line = line.map_err(|error| wrong(&error))?;
        if line.trim().is_empty() {
            continue;
        }
        let line: Line = serde_json::from_str(&line).map_err(|error| wrong(&error))?;
        let several = line.topics.is_some();
        let topics: Vec<String> = line.topics.into_iter().flatten().chain(line.topic).collect();
        if topics.is_empty() {
            continue;
        }
        let language = match line.lang {
            Some(code) => Language::from_code(&code),
            None => language_of(&line.body).value,
        };
        let prose = Prose { title: &line.title, text: &line.body, furniture: &[], language };
        let features = Features::of(&prose);
        stories.push(Story { title: line.title, body: line.body, language, topics, features, several });
    }
    Ok(stories)
}

/// The topics of at least so many articles, by name.
pub(super) fn topics_of<'s>(stories: impl IntoIterator<Item = &'s Story>, least: usize) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for topic in stories.into_iter().flat_map(|story| &story.topics) {
        *counts.entry(topic).or_default() += 1;
    }
    counts.into_iter().filter(|(_, count)| *count >= least).map(|(topic, _)| topic.to_owned()).collect()
}
