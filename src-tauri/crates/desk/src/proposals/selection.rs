//! What a selection in an article would make: title, date, kind and lane of a milestone, and the milestone it is rather evidence of.

use chancery_model::{ArticleId, CodePoints, Confidence, DateAnchor, DateMention, Edtf, MilestoneKind, Span};
use chancery_text::cues::{cued_words, kind_of, title};
use chancery_text::sentences;

use super::lanes::Lanes;
use super::list::{as_sure, is_ahead};
use crate::{Desk, DeskError, MilestoneEntry, Result};

/// A milestone as a selection tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct Guessed {
    /// The milestone; its date is the article's where nothing names another.
    pub entry: MilestoneEntry,
    /// The words its date was read from; `None` where it is the article's own.
    pub date_words: Option<String>,
    /// What they were counted from.
    pub anchor: Option<DateAnchor>,
}

impl Desk {
    /// What a milestone made from passages would be: as that one tells it which names the earliest date. Where several name none,
    /// it has none either, and is as the first tells it.
    ///
    /// # Errors
    /// `missing` without a passage; `no-such`; `no-passage` where a span holds no words.
    pub fn guess_milestone_of(&self, passages: &[(ArticleId, Span)]) -> Result<Guessed> {
        let first = *passages.first().ok_or(DeskError::Missing("passages"))?;
        if passages.len() == 1 {
            return self.guess_milestone(first.0, first.1);
        }
        let mut dated = Vec::new();
        for &(article, span) in passages {
            let (read, dates) = self.read(|reader| reader.dated_text(article))?;
            let named = named_in(&dates, span).or_else(|| named_in(&dates, sentence_of(&read.text, span)));
            dated.extend(named.and_then(|date| Some((date.value.as_ref()?.order(), (article, span)))));
        }
        dated.sort_by_key(|one| one.0);
        match dated.first() {
            Some((_, (article, span))) => self.guess_milestone(*article, *span),
            None => {
                let mut guessed = self.guess_milestone(first.0, first.1)?;
                (guessed.entry.date, guessed.entry.deadline) = (None, None);
                Ok(guessed)
            }
        }
    }

    /// What a milestone made from a selection would be: its date is one named in it, else in its sentence, else the article's.
    ///
    /// # Errors
    /// `no-such`; `no-passage` where the span holds no words.
    pub fn guess_milestone(&self, article: ArticleId, span: Span) -> Result<Guessed> {
        let anchor = self.anchor(article, span)?;
        let (read, dates) = self.read(|reader| reader.dated_text(article))?;
        let row = self.read(|reader| reader.article_rows(&[article]))?.pop();
        let confidence = row.as_ref().map_or(Confidence::None, |row| row.confidence);
        let published = row.and_then(|row| row.published).map(|published| published.date);
        let points = CodePoints::new(&read.text);
        let sentence = sentence_of(&read.text, span);
        let named = named_in(&dates, span).or_else(|| named_in(&dates, sentence));
        let date = named.and_then(|date| date.value.clone()).or_else(|| published.clone());
        let date = date.unwrap_or_else(|| Edtf::day(self.clock.today()));
        let from = named.map_or(DateAnchor::Published, |date| date.anchor);
        let date = as_sure(&date, from, confidence);
        // What a word alone does not tell, its sentence may.
        let own = cued_words(&anchor.exact, read.language);
        let cues = if own.is_empty() {
            cued_words(points.slice(sentence).unwrap_or_default(), read.language)
        } else {
            own
        };
        let kind = match cues.is_empty() {
            true => MilestoneKind::Statement,
            false => kind_of(&cues, is_ahead(&date, published.as_ref())),
        };
        let (lanes, milestones) = self.read(|reader| Ok((reader.lanes()?, reader.milestones()?)))?;
        let lanes = Lanes::of(&lanes, &milestones, self.matcher()?);
        let inside = dates.iter().filter(|date| date.span.start >= span.start && date.span.end <= span.end);
        let inside: Vec<Span> =
            inside.map(|date| Span::new(date.span.start - span.start, date.span.end - span.start)).collect();
        Ok(Guessed {
            entry: MilestoneEntry {
                title: title(&anchor.exact, &inside),
                kind,
                lane: lanes.lane(&anchor.exact, read.language, kind),
                deadline: (kind == MilestoneKind::Deadline).then(|| date.clone()),
                date: Some(date),
                parent: None,
                who: String::new(),
                role: None,
                description: String::new(),
            },
            date_words: named.map(|date| date.words.clone()),
            anchor: named.map(|date| date.anchor),
        })
    }
}

fn sentence_of(text: &str, span: Span) -> Span {
    sentences(text).into_iter().find(|sentence| sentence.overlaps(&span)).unwrap_or(span)
}

fn named_in(dates: &[DateMention], place: Span) -> Option<&DateMention> {
    dates.iter().find(|date| date.value.is_some() && place.contains(&date.span))
}
