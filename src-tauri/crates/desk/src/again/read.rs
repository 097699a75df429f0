//! One article read again, and what of that it becomes.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::Path;

use chancery_intake::Item;
use chancery_model::{Anchor, ArticleId, Dateline, Day, Field, Language, Place, Published, SourceDocument};
use chancery_store::{ArticleDetail, FieldName, PassageRow, ReadAnew};
use chancery_text::copies::{Fate, difference};
use chancery_text::publication::in_order;

use super::change::{FieldChange, PassageChange, PassageFate, ReadAgain, WordsChange};
use crate::clock::day_of;
use crate::inspect::{self, ReadFile};
use crate::passages::Finder;
use crate::{Desk, Result};

/// What is to be done to an article, and what is told of it.
pub(super) struct Planned {
    pub(super) told: ReadAgain,
    /// None where nothing changes.
    pub(super) new: Option<ReadAnew>,
    /// Passages with their anchors in the new text, those that become others.
    pub(super) anchors: Vec<(PassageRow, Anchor)>,
    /// Bytes of its texts, old and new.
    pub(super) size: usize,
}

impl Desk {
    pub(super) fn plan(&self, id: ArticleId) -> Result<Planned> {
        let before = self.read(|reader| reader.article(id))?;
        let (name, bytes) = self.read(|reader| reader.original(id))?;
        let unread = |refused: Option<String>| Planned {
            told: ReadAgain {
                article: id,
                title: before.row.title.clone(),
                refused,
                fields: Vec::new(),
                kept: Vec::new(),
                words: WordsChange::default(),
                other: false,
                passages: Vec::new(),
            },
            new: None,
            anchors: Vec::new(),
            size: 0,
        };
        let read = match one(&name, bytes, day_of(before.row.captured_at)) {
            Ok(read) => read,
            Err(why) => return Ok(unread(Some(why))),
        };
        let look = inspect::look_notes(&read.notes);
        let mut document = read.document;
        document.furniture.sort_by_key(|piece| piece.span);
        self.settle(&before, &mut document)?;
        let (fields, told_fields, kept) = fields(&before, &document);

        let rows = self.read(|reader| reader.passages_in(id))?;
        let finder = Finder::new(&document.text);
        let (mut passages, mut anchors) = (Vec::new(), Vec::new());
        for row in rows {
            let found = finder.find(&row.anchor);
            let fate = match &found {
                Some(found) if found.span == row.anchor.span => PassageFate::Stays,
                Some(found) => PassageFate::Moved(found.span),
                None if row.anchor.is_lost() => PassageFate::Stays,
                None => PassageFate::Lost,
            };
            if row.id.kind.is_seen() {
                passages.push(PassageChange { id: row.id, exact: row.anchor.exact.clone(), fate });
            }
            let anchor = found.unwrap_or_else(|| row.anchor.clone().lost());
            if anchor != row.anchor {
                anchors.push((row, anchor));
            }
        }
        let words = words_changed(&before, &document);
        let other = !fields.is_empty()
            || before.furniture != document.furniture
            || before.text != document.text
            || !anchors.is_empty();
        let told = ReadAgain { fields: told_fields, kept, words, other, passages, ..unread(None).told };
        let size = before.text.len() + document.text.len();
        let new = told.changes().then_some(ReadAnew { article: id, document, fields, look });
        Ok(Planned { told, new, anchors, size })
    }

    /// What an import settles beside the reading: the order of day and month of its outlet, and the year where the article
    /// names none, which its neighbours of then chose.
    fn settle(&self, before: &ArticleDetail, document: &mut SourceDocument) -> Result<()> {
        let orders = self.read(|reader| reader.date_orders())?;
        let outlet = before.fields.outlet.value.as_deref().or(document.outlet.value.as_deref());
        let order = orders.iter().find(|(name, _)| Some(name.as_str()) == outlet.map(str::trim));
        if let Some(field) = order.and_then(|(_, order)| in_order(&document.published, *order)) {
            document.published = field;
        }
        let was = &before.fields.published;
        let could_be = |field: &Field<Published>| {
            let others = field.alternatives.iter().map(|other| &other.value);
            // What is chosen is approximate, what it was chosen from is not.
            let days = |one: &Published| (one.date.earliest(), one.date.latest());
            field.value.iter().chain(others).any(|value| Some(days(value)) == was.value.as_ref().map(days))
        };
        let by_neighbours = was.basis.iter().any(|basis| basis.place == Place::Batch);
        let chosen = by_neighbours && could_be(&document.published);
        chancery_intake::settle_batch(&mut [&mut *document], day_of(before.row.captured_at));
        if chosen && document.published.value != was.value {
            document.published = was.clone();
            if let Some(dateline) = &before.fields.dateline.value
                && document.dateline.value.as_ref().is_some_and(|read| read.place == dateline.place)
            {
                document.dateline = before.fields.dateline.clone();
            }
        }
        if self.read(|reader| reader.came_from_inside(before.row.id))? {
            from_around(before, document);
        }
        Ok(())
    }
}

/// Reads an original: the file itself, or the one thing in it.
fn one(name: &str, bytes: Vec<u8>, captured: Day) -> Result<ReadFile, String> {
    let mut items: Vec<Item> = Vec::new();
    let mut take = |item: Item| {
        items.push(item);
        // A second member tells that it is not the one thing.
        if items.len() > 64 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    inspect::each(Path::new(name), bytes, captured, &mut take);
    let whole = items.iter().position(|item| item.member.is_none());
    let at = whole.or_else(|| (items.len() == 1).then_some(0));
    match at {
        Some(at) => inspect::outcome(items.swap_remove(at)).map_err(|refused| refused.to_string()),
        None => Err("its original holds several articles and does not tell which this one is".to_owned()),
    }
}

/// An article out of another file: what that file knew of it, its own bytes may not tell.
fn from_around(before: &ArticleDetail, document: &mut SourceDocument) {
    fn keep<T: Clone>(was: &Field<T>, read: &mut Field<T>) {
        if was.value.is_some() && (read.value.is_none() || read.confidence < was.confidence) {
            *read = was.clone();
        }
    }
    let fields = &before.fields;
    keep(&fields.title, &mut document.title);
    keep(&fields.outlet, &mut document.outlet);
    keep(&fields.byline, &mut document.byline);
    keep(&fields.published, &mut document.published);
    keep(&fields.language, &mut document.language);
    keep(&fields.modified, &mut document.modified);
    keep(&fields.url, &mut document.url);
    keep(&fields.section, &mut document.section);
}

/// The fields that become what was read, those of them with another value, and those that stay because the analyst set them.
fn fields(
    before: &ArticleDetail,
    document: &SourceDocument,
) -> (BTreeSet<FieldName>, Vec<FieldChange>, Vec<FieldName>) {
    let mut told = Compared { before, fields: BTreeSet::new(), changes: Vec::new(), kept: Vec::new() };
    let was = &before.fields;
    told.field(FieldName::Title, &was.title, &document.title, Clone::clone);
    told.field(FieldName::Outlet, &was.outlet, &document.outlet, Clone::clone);
    told.field(FieldName::Byline, &was.byline, &document.byline, Clone::clone);
    told.field(FieldName::Dateline, &was.dateline, &document.dateline, dateline);
    told.field(FieldName::Published, &was.published, &document.published, Published::to_string);
    told.field(FieldName::Language, &was.language, &document.language, |one: &Language| {
        one.code().to_owned()
    });
    told.field(FieldName::Modified, &was.modified, &document.modified, Published::to_string);
    told.field(FieldName::Url, &was.url, &document.url, Clone::clone);
    told.field(FieldName::Section, &was.section, &document.section, Clone::clone);
    (told.fields, told.changes, told.kept)
}

struct Compared<'a> {
    before: &'a ArticleDetail,
    fields: BTreeSet<FieldName>,
    changes: Vec<FieldChange>,
    kept: Vec<FieldName>,
}

impl Compared<'_> {
    fn field<T: PartialEq>(
        &mut self,
        name: FieldName,
        was: &Field<T>,
        read: &Field<T>,
        word: impl Fn(&T) -> String,
    ) {
        if self.before.by_analyst.contains(&name) {
            let known = was.alternatives.first().map(|other| &other.value);
            if read.value.is_some() && read.value.as_ref() != known && read.value != was.value {
                self.kept.push(name);
            }
            // Where the reading is kept beside it, it is the reading of now.
            if read.value.as_ref() != known {
                self.fields.insert(name);
            }
            return;
        }
        if was == read {
            return;
        }
        self.fields.insert(name);
        if was.value != read.value {
            self.changes.push(FieldChange {
                field: name,
                before: was.value.as_ref().map(&word),
                after: read.value.as_ref().map(&word),
            });
        }
    }
}

fn dateline(dateline: &Dateline) -> String {
    match &dateline.date {
        Some(date) => format!("{}, {date}", dateline.place),
        None => dateline.place.clone(),
    }
}

fn words_changed(before: &ArticleDetail, document: &SourceDocument) -> WordsChange {
    let count = |text: &str| text.split_whitespace().count();
    let body = chancery_text::body(&before.text, &before.furniture);
    let mut words = WordsChange { before: count(&body), ..WordsChange::default() };
    if before.text == document.text && before.furniture == document.furniture {
        return words;
    }
    for piece in difference((&before.text, &before.furniture), (&document.text, &document.furniture)) {
        match piece.fate {
            Fate::Same => {}
            Fate::Added => words.added += count(&piece.text),
            Fate::Removed => words.removed += count(&piece.text),
        }
    }
    words
}
