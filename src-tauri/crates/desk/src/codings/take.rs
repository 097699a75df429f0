//! Coded passages come in: texts that are not there by an import, then topics, codings, tags and notes as one operation.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::Path;

use chancery_model::{ArticleId, ImportId, OperationKind, TopicId, Uid, Verdict};
use chancery_store::{Coding, Note, Writer};
use serde_json::json;

use super::incoming::{Incoming, IncomingText, Lost, LostMatter};
use super::placed::{Placed, Target, place};
use crate::import::Outcome;
use crate::out::names::Names;
use crate::{CodebookMerge, Desk, DeskError, Done, NoteTarget, Progress, Result, Step, annotations, qda};

/// What taking a file of coded passages in does, or would do. Nothing is deleted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CodingsTaken {
    /// The file's name.
    pub name: String,
    /// Texts that come in as articles.
    pub new: usize,
    /// Texts that are articles already.
    pub found: usize,
    /// What it does to the codebook.
    pub topics: CodebookMerge,
    /// Codings that come in.
    pub codings: usize,
    /// Codings that are there just so.
    pub there: usize,
    /// Topics of whole texts that become tags.
    pub tags: usize,
    /// Notes that come in.
    pub notes: usize,
    /// What is not taken over.
    pub lost: Vec<Lost>,
    /// The import the texts come in by.
    pub import: Option<ImportId>,
    /// Whether it was stopped: texts that had come in stay, no passage is coded.
    pub cancelled: bool,
}

/// Largest file taken in.
const LARGEST: u64 = 1 << 30;

/// Reads a file of coded passages: a project of REFI-QDA or W3C annotations.
fn read_file(path: &Path) -> Result<(String, Incoming)> {
    let file = || crate::regular_file(path).and_then(std::fs::metadata);
    let size = file().map_err(|error| DeskError::file(path, error))?.len();
    let unread = |what: String| DeskError::Codings { path: path.to_owned(), what };
    if size > LARGEST {
        return Err(unread(
            "is larger than 1 GB, too large for a file of coded passages; export it in parts".to_owned(),
        ));
    }
    let bytes = std::fs::read(path).map_err(|error| DeskError::file(path, error))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let incoming =
        if bytes.starts_with(b"PK") { qda::read(&name, &bytes) } else { annotations::read(&bytes) };
    Ok((name, incoming.map_err(unread)?))
}

impl Desk {
    /// What taking a file of coded passages in would do.
    ///
    /// # Errors
    /// `file-unreachable`; `codings` where the file holds none that can be read.
    pub fn look_codings(&self, path: &Path) -> Result<CodingsTaken> {
        let (name, incoming) = read_file(path)?;
        let known = self.articles_of(&incoming.texts)?;
        let targets = self.targets(&incoming.texts, &known)?;
        let mut taken = self.taken(name, &incoming, &known)?;
        let placed = place(&incoming, &targets, &mut taken.lost);
        let topics = self.topics_by_slug()?;
        let topic = |at: usize| self.topic_here(&incoming, &taken.topics, &topics, at);
        let mut there = 0;
        for one in &placed {
            if let (Target::Article(article, _), Some(topic)) = (&targets[one.text], topic(one.topic)) {
                let rows = self.read(|reader| reader.codings_in_article(*article))?;
                there += usize::from(
                    rows.iter()
                        .any(|row| (row.coding.topic, row.coding.anchor.span) == (topic, one.anchor.span)),
                );
            }
        }
        (taken.codings, taken.there) = (placed.len() - there, there);
        taken.tags = incoming
            .texts
            .iter()
            .zip(&targets)
            .map(|(text, target)| match target {
                Target::Absent => 0,
                _ => text.tags.iter().collect::<BTreeSet<_>>().len(),
            })
            .sum();
        taken.notes = self.new_notes(&incoming, &known)?.len();
        Ok(taken)
    }

    /// Takes a file of coded passages in. Texts that are not in the dossier come in by an import; topics, codings, tags and
    /// notes are one operation after it, so that undo takes the coding back first and then the texts.
    ///
    /// # Errors
    /// `file-unreachable`; `codings` where the file holds none that can be read; what [`Desk::import`] returns.
    pub fn import_codings(&self, path: &Path, progress: &mut Progress<'_>) -> Result<Done<CodingsTaken>> {
        let (name, incoming) = read_file(path)?;
        let mut known = self.articles_of(&incoming.texts)?;
        let mut taken = self.taken(name, &incoming, &known)?;
        self.import_texts(&incoming, &mut known, &mut taken, progress)?;
        if taken.cancelled {
            return Ok(Done { value: taken, operation: None, changed: BTreeSet::new() });
        }
        let targets = self.targets(&incoming.texts, &known)?;
        let placed = place(&incoming, &targets, &mut taken.lost);
        let notes = self.new_notes(&incoming, &known)?;
        taken.notes = notes.len();
        let args = json!({ "name": taken.name, "codings": placed.len(), "articles": taken.new });
        let total = placed.len();
        let mut stopped = false;
        let done = self.perform(OperationKind::ImportCodings, args, |writer| {
            for put in &taken.topics.puts {
                writer.put_topic_as(put.uid, &put.topic, put.position, put.colour)?;
            }
            let topics = by_slug(writer.topics()?);
            let topic = |at: usize| self.topic_here(&incoming, &taken.topics, &topics, at);
            let mut new = (0, 0, 0);
            for (done, one) in placed.into_iter().enumerate() {
                let (Target::Article(article, _), Some(topic)) = (&targets[one.text], topic(one.topic))
                else {
                    continue;
                };
                if !progress.step(Step {
                    done,
                    total,
                    current: &incoming.texts[one.text].name,
                    ..Step::default()
                }) {
                    stopped = true;
                    return Err(DeskError::Cancelled);
                }
                let is_new = code(writer, *article, topic, one)?;
                new.0 += usize::from(is_new);
                new.1 += usize::from(!is_new);
            }
            for (text, target) in incoming.texts.iter().zip(&targets) {
                let Target::Article(article, _) = target else { continue };
                let tags: BTreeSet<TopicId> = text.tags.iter().filter_map(|at| topic(*at)).collect();
                new.2 += tag(writer, *article, &tags)?;
            }
            for (uid, note) in &notes {
                writer.add_note_as(*uid, note)?;
            }
            Ok(new)
        });
        let done = match done {
            Err(DeskError::Cancelled) if stopped => {
                taken.cancelled = true;
                return Ok(Done { value: taken, operation: None, changed: BTreeSet::new() });
            }
            done => done?,
        };
        (taken.codings, taken.there, taken.tags) = done.value;
        if taken.tags > 0 {
            self.follow_decisions(None);
        }
        Ok(Done { value: taken, operation: done.operation, changed: done.changed })
    }

    /// What is told before anything is placed.
    fn taken(&self, name: String, incoming: &Incoming, known: &[Option<ArticleId>]) -> Result<CodingsTaken> {
        let rows = self.read(|reader| reader.topics())?;
        let found = known.iter().flatten().count();
        let absent =
            |(text, known): &(&IncomingText, &Option<ArticleId>)| known.is_none() && text.body.is_some();
        Ok(CodingsTaken {
            name,
            new: incoming.texts.iter().zip(known).filter(absent).count(),
            found,
            topics: crate::codebook::merge_into(&rows, &incoming.book),
            lost: incoming.lost.clone(),
            ..CodingsTaken::default()
        })
    }

    /// Reads the texts that are not there.
    fn import_texts(
        &self,
        incoming: &Incoming,
        known: &mut [Option<ArticleId>],
        taken: &mut CodingsTaken,
        progress: &mut Progress<'_>,
    ) -> Result<()> {
        let mut names = Names::default();
        let mut at_name: HashMap<String, usize> = HashMap::new();
        let mut texts = Vec::new();
        for (at, text) in incoming.texts.iter().enumerate() {
            let Some((ending, bytes)) = text.body.as_ref().filter(|_| known[at].is_none()) else { continue };
            let name = names.give(&format!("{}.{ending}", text.name.replace(['/', '\\'], "-")), ending);
            at_name.insert(name.clone(), at);
            texts.push((name, bytes.clone()));
        }
        taken.new = 0;
        if texts.is_empty() {
            return Ok(());
        }
        let report = self.import_given(texts, progress)?;
        taken.import = Some(report.import);
        taken.cancelled = report.cancelled;
        for file in self.import_files(report.import)? {
            // A record is told by its place in its file.
            let named = file.path.ancestors().find_map(|path| at_name.get(path.to_string_lossy().as_ref()));
            let Some(&at) = named else { continue };
            match file.outcome {
                Outcome::Imported(id) | Outcome::NeedsALook(id) | Outcome::Reprint(id) => {
                    taken.new += usize::from(id.is_some());
                    known[at] = known[at].or(id);
                }
                Outcome::Duplicate(id) => {
                    taken.found += usize::from(id.is_some());
                    known[at] = known[at].or(id);
                }
                Outcome::Refused { detail, .. } => {
                    let name = &incoming.texts[at].name;
                    taken.lost.push(Lost::new(LostMatter::Text, format!("{name}: {detail}"), 1));
                }
            }
        }
        Ok(())
    }

    fn topics_by_slug(&self) -> Result<HashMap<String, TopicId>> {
        Ok(by_slug(self.read(|reader| reader.topics())?))
    }

    fn topic_here(
        &self,
        incoming: &Incoming,
        merge: &CodebookMerge,
        topics: &HashMap<String, TopicId>,
        at: usize,
    ) -> Option<TopicId> {
        let slug = merge.names.get(&incoming.book.topics.get(at)?.topic.slug)?;
        topics.get(slug).copied()
    }

    /// The notes that are not there, by id or by their words.
    fn new_notes(
        &self,
        incoming: &Incoming,
        known: &[Option<ArticleId>],
    ) -> Result<Vec<(Option<Uid>, Note)>> {
        if incoming.notes.is_empty() {
            return Ok(Vec::new());
        }
        let here = self.read(|reader| {
            let rows = reader.notes()?;
            rows.into_iter()
                .map(|row| Ok((row.uid, reader.note(row.id)?.note)))
                .collect::<Result<Vec<_>, _>>()
        })?;
        let mut uids: HashSet<Uid> = here.iter().map(|(uid, _)| *uid).collect();
        let mut new = Vec::new();
        for note in &incoming.notes {
            let same = |one: &Note| one.title == note.title && one.markdown.ends_with(&note.markdown);
            if note.uid.is_some_and(|uid| !uids.insert(uid)) || here.iter().any(|(_, one)| same(one)) {
                continue;
            }
            let about = note.about.and_then(|at| *known.get(at)?).map(NoteTarget::Article);
            let link = about.map(|about| format!("{}\n\n", about.to_markdown())).unwrap_or_default();
            new.push((note.uid, self.note_of(&note.title, &format!("{link}{}", note.markdown))?));
        }
        Ok(new)
    }
}

fn by_slug(rows: Vec<chancery_store::TopicRow>) -> HashMap<String, TopicId> {
    rows.into_iter().map(|row| (row.topic.slug, row.id)).collect()
}

/// Codes a passage; whether it was not coded so before.
fn code(writer: &Writer<'_>, article: ArticleId, topic: TopicId, placed: Placed) -> Result<bool> {
    let Placed { uid, anchor, memo, .. } = placed;
    let same =
        |row: &chancery_store::CodingRow| (row.coding.topic, row.coding.anchor.span) == (topic, anchor.span);
    let is_new = !writer.codings_in_article(article)?.iter().any(same);
    writer.add_coding_as(uid, &Coding { article, topic, anchor, memo })?;
    Ok(is_new)
}

/// Tags an article by hand with what it is not tagged with.
fn tag(writer: &Writer<'_>, article: ArticleId, topics: &BTreeSet<TopicId>) -> Result<usize> {
    let decided = writer.decisions(article)?;
    let is_tag =
        |topic: &TopicId| decided.iter().any(|one| one.topic == *topic && one.verdict != Verdict::Rejected);
    let mut new = 0;
    for topic in topics.iter().filter(|topic| !is_tag(topic)) {
        match writer.decide(article, *topic, Verdict::ByHand, "") {
            // A heading is no tag.
            Err(chancery_store::Error::Refused { .. }) => {}
            decided => {
                decided?;
                new += 1;
            }
        }
    }
    Ok(new)
}
