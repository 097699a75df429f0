//! Articles once they are in: corrections, the bin, originals.

use std::fs;
use std::path::{Path, PathBuf};

use chancery_model::{ArticleId, ClockTime, Dateline, Edtf, Language, OperationKind, Published, Zone};
use chancery_store::{ArticleDetail, Correction, EmptiedBin, FieldName};
use chancery_text::Languages;
use serde_json::json;

use crate::{Desk, DeskError, Done, Result, write_whole};

/// A value typed for a field; which parts count depends on the field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldValue {
    /// Title, outlet, byline, address, section, the dateline's place, or the language's code.
    pub text: Option<String>,
    /// Publication date, day of the last change, or the dateline's date.
    pub date: Option<Edtf>,
    /// Clock time beside the date.
    pub time: Option<ClockTime>,
    /// Its zone.
    pub zone: Option<Zone>,
}

/// What a typed value makes of a field. An empty one says that the field is unknown.
///
/// # Errors
/// `no-such-word` for a language that is no ISO 639-1 code.
pub fn corrected(field: FieldName, value: FieldValue) -> Result<Correction> {
    let text = value.text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    Ok(match field {
        FieldName::Title => Correction::Title(text),
        FieldName::Outlet => Correction::Outlet(text),
        FieldName::Byline => Correction::Byline(text),
        FieldName::Dateline => {
            Correction::Dateline(text.map(|place| Dateline { place, date: value.date, date_words: None }))
        }
        FieldName::Url => Correction::Url(text),
        FieldName::Section => Correction::Section(text),
        FieldName::Published | FieldName::Modified => {
            let stamp = value.date.map(|date| Published { date, time: value.time, zone: value.zone });
            if field == FieldName::Published {
                Correction::Published(stamp)
            } else {
                Correction::Modified(stamp)
            }
        }
        FieldName::Language => Correction::Language(match text {
            None => None,
            Some(code) => Some(
                Language::from_code(&code).ok_or(DeskError::NoSuchWord { what: "language", word: code })?,
            ),
        }),
    })
}

impl Desk {
    /// An article with all its fields. Of one that came in before paragraphs had languages they are read now, and kept where
    /// the dossier can be written.
    ///
    /// # Errors
    /// `no-such` where there is no such article.
    pub fn article(&self, id: ArticleId) -> Result<ArticleDetail> {
        let mut article = self.read(|reader| reader.article(id))?;
        if article.language_runs.is_none() {
            let languages = Languages::of(&article.text);
            let mut runs = languages.foreign_paragraphs(&article.text, &article.furniture, None);
            if !self.store.is_read_only() {
                self.store.derive(|deriver| deriver.set_language_runs(id, &runs))?;
            }
            runs.retain(|run| Some(run.language) != article.row.language);
            article.language_runs = Some(runs);
        }
        Ok(article)
    }

    /// Sets a field by hand; what was believed before stays among its alternatives.
    ///
    /// # Errors
    /// `no-such` where there is no such article.
    pub fn correct_field(&self, article: ArticleId, field: FieldName, value: FieldValue) -> Result<Done<()>> {
        let correction = corrected(field, value)?;
        let args = json!({ "article": article.0, "field": field.id(), "title": self.title(article)? });
        let done = self.perform(OperationKind::CorrectField, args, |writer| {
            Ok(writer.correct_field(article, &correction)?)
        })?;
        if matches!(field, FieldName::Published | FieldName::Dateline | FieldName::Language) {
            self.date_again(&[article])?;
            self.forget_dated(&[article])?;
        }
        if field == FieldName::Published {
            self.keep_in_stories(&[article]);
        }
        if matches!(field, FieldName::Title | FieldName::Language) {
            self.words_changed(&[article])?;
            self.follow_decisions(None);
        }
        Ok(done)
    }

    /// Puts articles into the bin.
    ///
    /// # Errors
    /// `no-such` where one is not there; none is moved then.
    pub fn remove_articles(&self, articles: &[ArticleId]) -> Result<Done<()>> {
        let args = self.naming(articles)?;
        let done = self
            .perform(OperationKind::RemoveArticles, args, |writer| Ok(writer.remove_articles(articles)?))?;
        self.keep_in_stories(articles);
        self.follow_decisions(None);
        Ok(done)
    }

    /// Brings articles back from the bin.
    ///
    /// # Errors
    /// `no-such` where one is not there; none is moved then.
    pub fn restore_articles(&self, articles: &[ArticleId]) -> Result<Done<()>> {
        let args = self.naming(articles)?;
        let done = self
            .perform(OperationKind::RestoreArticles, args, |writer| Ok(writer.restore_articles(articles)?))?;
        self.keep_in_stories(articles);
        self.follow_decisions(None);
        Ok(done)
    }

    /// Deletes what is in the bin for good, originals too. Undo ends here.
    ///
    /// # Errors
    /// When the dossier can't be written.
    pub fn empty_bin(&self) -> Result<Done<EmptiedBin>> {
        let emptied = self.store.empty_bin(self.clock.now())?;
        // It may know texts by articles that are gone.
        *self.compared() = None;
        self.follow_decisions(None);
        Ok(Done::from(emptied))
    }

    /// Writes the original of an article to a file, byte for byte.
    ///
    /// # Errors
    /// `no-such`, or when the file can't be written.
    pub fn save_original(&self, article: ArticleId, path: &Path) -> Result<usize> {
        let (_, bytes) = self.read(|reader| reader.original(article))?;
        write_whole(path, &bytes)?;
        Ok(bytes.len())
    }

    /// Writes the original into `folder` for another program to open; read-only, since changes there would be lost.
    ///
    /// # Errors
    /// `no-such`, or when the file can't be written.
    pub fn original_to_open(&self, article: ArticleId, folder: &Path) -> Result<PathBuf> {
        let (name, bytes) = self.read(|reader| reader.original(article))?;
        let uid = self.read(|reader| reader.article(article))?.uid;
        let folder = folder.join(uid.to_string());
        fs::create_dir_all(&folder).map_err(|error| DeskError::file(&folder, error))?;
        // The name came with the file: only its last part may count.
        let name = Path::new(&name).file_name().map_or_else(|| "original".into(), |name| name.to_owned());
        let path = folder.join(name);
        if fs::read(&path).is_ok_and(|there| there == bytes) {
            return Ok(path);
        }
        write_whole(&path, &bytes)?;
        let read_only = fs::metadata(&path).and_then(|metadata| {
            let mut permissions = metadata.permissions();
            permissions.set_readonly(true);
            fs::set_permissions(&path, permissions)
        });
        read_only.map_err(|error| DeskError::file(&path, error))?;
        Ok(path)
    }

    fn title(&self, article: ArticleId) -> Result<String> {
        let rows = self.read(|reader| reader.article_rows(&[article]))?;
        Ok(rows.into_iter().next().map(|row| row.title).unwrap_or_default())
    }

    pub(crate) fn naming(&self, articles: &[ArticleId]) -> Result<serde_json::Value> {
        let title = match articles {
            [only] => Some(self.title(*only)?),
            _ => None,
        };
        Ok(json!({ "articles": articles.len(), "title": title }))
    }
}
