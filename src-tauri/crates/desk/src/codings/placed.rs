//! The passages of a file, each at its place in an article of the dossier or in a text that is to become one.

use chancery_model::{Anchor, ArticleId, CodePoints, Span, Uid};

use super::incoming::{Incoming, IncomingText, Lost, LostMatter};
use super::place::{Seen, Unplaced};
use crate::{Desk, Result};

/// Where the passages of a text are looked for.
pub(super) enum Target {
    Article(ArticleId, String),
    /// Not imported yet.
    New(String),
    Absent,
}

/// A coding with its place.
pub(super) struct Placed {
    pub(super) text: usize,
    pub(super) topic: usize,
    pub(super) uid: Option<Uid>,
    pub(super) anchor: Anchor,
    pub(super) memo: String,
}

impl Desk {
    pub(super) fn targets(&self, texts: &[IncomingText], known: &[Option<ArticleId>]) -> Result<Vec<Target>> {
        let target = |(text, known): (&IncomingText, &Option<ArticleId>)| {
            Ok(match (known, &text.body) {
                (Some(id), _) => Target::Article(*id, self.read(|reader| reader.readable(*id))?.text),
                (None, Some(_)) => {
                    Target::New(chancery_intake::normalise(text.words.as_deref().unwrap_or_default()))
                }
                (None, None) => Target::Absent,
            })
        };
        texts.iter().zip(known).map(target).collect()
    }
}

/// The codings whose words are in their texts.
pub(super) fn place(incoming: &Incoming, targets: &[Target], lost: &mut Vec<Lost>) -> Vec<Placed> {
    let mut placed = Vec::new();
    for (at, (text, target)) in incoming.texts.iter().zip(targets).enumerate() {
        let (Target::Article(_, words) | Target::New(words)) = target else {
            if !text.codings.is_empty() {
                lost.push(Lost::new(LostMatter::TextAbsent, &text.name, text.codings.len()));
            }
            continue;
        };
        let (seen, points) = (Seen::new(words), CodePoints::new(words));
        for coding in &text.codings {
            let span: Result<Span, Unplaced> = seen.find(coding);
            match span.ok().and_then(|span| Anchor::take(&points, span)) {
                Some(anchor) => placed.push(Placed {
                    text: at,
                    topic: coding.topic,
                    uid: coding.uid,
                    anchor,
                    memo: coding.memo.clone(),
                }),
                None => {
                    let words: String = coding.exact.chars().take(80).collect();
                    lost.push(Lost::new(
                        LostMatter::Passage,
                        words.split_whitespace().collect::<Vec<_>>().join(" "),
                        1,
                    ));
                }
            }
        }
    }
    placed
}
