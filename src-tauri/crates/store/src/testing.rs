//! What the tests of this crate share: a dossier in a temporary folder, articles to put in, and a dump of what is journaled.

#![allow(clippy::unwrap_used)]

use chancery_model::{
    Anchor, ArticleId, Basis, CodePoints, Confidence, Edtf, EvidenceOrigin, Field, Furniture, FurnitureKind,
    InLanguages, Language, MilestoneId, MilestoneKind, OperationKind, Place, Published, SourceDocument, Span,
    Stance, Topic,
};
use serde_json::json;

use crate::{
    Evidence, Milestone, Moment, NewArticle, NewDossier, NewOperation, OpenOptions, Performed, Result, Store,
    Writer, journal::changeset::JOURNALED,
};

pub(crate) const AT: Moment = Moment(1_631_232_000_000);

pub(crate) struct Bench {
    pub(crate) dir: tempfile::TempDir,
    pub(crate) store: Store,
}

impl Bench {
    pub(crate) fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let new =
            NewDossier { name: "Union State".into(), description: String::new(), language: Language::En };
        let store = Store::create(&dir.path().join("test.dossier"), &new, AT).unwrap();
        Self { dir, store }
    }

    /// Closes the dossier and opens it again, as after a restart.
    pub(crate) fn restart(self) -> Self {
        let (path, options) = (self.store.path().to_owned(), self.options());
        drop(self.store);
        let store = Store::open(&path, &options).unwrap();
        Self { dir: self.dir, store }
    }

    pub(crate) fn options(&self) -> OpenOptions {
        OpenOptions { backup_dir: self.dir.path().join("backups") }
    }

    pub(crate) fn import(&self, articles: &[NewArticle]) -> Vec<ArticleId> {
        let import = self.store.begin_import(json!({ "files": articles.len() }), AT).unwrap();
        let stored = self.store.import_batch(&import, articles.to_vec()).unwrap();
        self.store.finish_import(import, &json!({ "files": articles.len(), "done": true })).unwrap();
        stored.into_iter().map(crate::Stored::article).collect()
    }

    pub(crate) fn perform<T>(
        &self,
        kind: OperationKind,
        f: impl FnOnce(&Writer<'_>) -> Result<T>,
    ) -> Performed<T> {
        self.store.perform(NewOperation { kind, args: json!({ "test": true }), at: AT }, f).unwrap()
    }

    /// Every row of every journaled table, and what of the index must go with them.
    pub(crate) fn dump(&self) -> Vec<String> {
        let conn = self.store.writer().unwrap();
        let mut dump = Vec::new();
        let tables = JOURNALED.iter().map(|(table, _)| *table).chain(["search_doc"]);
        for table in tables {
            let mut statement = conn.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2")).unwrap();
            let width = statement.column_count();
            let mut rows = statement.query(()).unwrap();
            while let Some(row) = rows.next().unwrap() {
                let cells: Vec<String> =
                    (0..width).map(|column| format!("{:?}", row.get_ref(column).unwrap())).collect();
                dump.push(format!("{table} {}", cells.join(" | ")));
            }
        }
        dump
    }

    pub(crate) fn sound(&self) {
        let verified = self.store.verify().unwrap();
        assert!(verified.is_sound(), "{:?}", verified.problems);
    }
}

pub(crate) fn basis(words: &str) -> Basis {
    Basis { words: words.into(), place: Place::Metadata, rule: "test".into() }
}

pub(crate) fn article(title: &str, text: &str, language: Language, date: Option<&str>) -> NewArticle {
    let published = date.map(|date| Published { date: Edtf::parse(date).unwrap(), time: None, zone: None });
    NewArticle {
        document: SourceDocument {
            format: "txt".into(),
            text: text.into(),
            furniture: Vec::new(),
            title: Field::known(title.to_owned(), Confidence::High, basis(title)),
            outlet: Field::known("TASS".to_owned(), Confidence::High, basis("TASS")),
            byline: Field::default(),
            dateline: Field::default(),
            published: published
                .map_or_else(Field::default, |value| Field::known(value, Confidence::High, basis("date"))),
            modified: Field::default(),
            url: Field::default(),
            section: Field::default(),
            language: Field::known(language, Confidence::High, basis("language")),
            language_runs: Vec::new(),
            sha256: [0; 32],
        },
        original: format!("{title}\n\n{text}").into_bytes(),
        source_name: format!("{title}.txt"),
        dates: Vec::new(),
        topics: vec![],
        look: vec![],
        captured_at: AT,
        reader: 1,
    }
}

/// Three articles in three languages; the first has furniture.
pub(crate) fn three() -> Vec<NewArticle> {
    let mut first = article(
        "Belarus, Russia ready to develop integration",
        "MOSCOW. All 28 Union State programs have been agreed.\nShare this\nThe leaders discussed gas prices and the single currency.",
        Language::En,
        Some("2021-09-10"),
    );
    first.document.furniture = vec![Furniture { span: Span::new(54, 64), kind: FurnitureKind::Share }];
    vec![
        first,
        article(
            "Лукашенко об отношениях",
            "Единая валюта не обсуждалась. Договор о создании Союзного государства подписан в 1999 году, интеграция продолжается.",
            Language::Ru,
            Some("2024-08-15"),
        ),
        article(
            "Саюзная дзяржава",
            "Аб’яднанне эканомік і адзіная валюта: дарожныя карты яшчэ не падпісаны.",
            Language::Be,
            None,
        ),
    ]
}

pub(crate) fn topic(slug: &str, parent: Option<&str>) -> Topic {
    Topic {
        slug: slug.into(),
        parent: parent.map(Into::into),
        group: parent.is_none(),
        label: InLanguages::english(slug),
        definition: InLanguages::default(),
        include: InLanguages::default(),
        exclude: InLanguages::default(),
        threshold: 0.5,
        terms: Vec::new(),
    }
}

pub(crate) fn milestone(title: &str, date: Option<&str>) -> Milestone {
    Milestone {
        slug: None,
        parent: None,
        lane: None,
        kind: MilestoneKind::Roadmap,
        title: InLanguages::english(title),
        date: date.map(|date| Edtf::parse(date).unwrap()),
        date_rule: String::new(),
        who: InLanguages::english("Lukashenko"),
        role: None,
        position: 0,
        description: String::new(),
        deadline: None,
    }
}

pub(crate) fn evidence(article: ArticleId, text: &str, exact: &str, milestone: MilestoneId) -> Evidence {
    Evidence {
        milestone,
        status_change: None,
        article,
        anchor: Anchor::locate(&CodePoints::new(text), exact, "", "").unwrap(),
        stance: Stance::Supports,
        proves: vec![chancery_model::Proves::Milestone, chancery_model::Proves::Date],
        origin: EvidenceOrigin::Analyst,
    }
}
