//! Articles read again from their originals: what they say now, where passages stand now, what stays, and all of it undone.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::path::Path;

use chancery_desk::stored::{
    ArticleFilter, ArticleSort, FieldName, Moment, NewArticle, NewDossier, OpenOptions, PassageKind, Store,
    day_number,
};
use chancery_desk::{
    Again, Desk, FieldValue, MilestoneEntry, NewEvidence, PassageFate, Progress, ReadAgainReport, TopicDraft,
    Warning,
};
use chancery_model::{
    ArticleId, Confidence, Edtf, Field, Furniture, FurnitureKind, InLanguages, Language, MilestoneId,
    MilestoneKind, Proves, Span, Stance, Term, TermKind,
};
use common::{day, library};

const ORIGINAL: &str = "Belarus and Russia agree on a common gas market\n\n\
    MINSK, 10 September 2021. The two governments have agreed on all 28 programmes of the Union State, the ministry said.\n\n\
    A treaty on the common gas market is to be signed by 1 December 2023. Both sides speak of a breakthrough.\n\n\
    The next meeting takes place in Moscow on 4 November.\n";

/// As an older Chancery read it: the menu of the page before the article, a word too much, and its end cut off.
const OLDER: &str = "News | Economy | Union State\n\
    MINSK, 10 September 2021. The two governments have agreed on all 28 programmes of the Union State, the ministry said.\n\n\
    A treaty on the common gas market shall be signed by 1 December 2023. Both sides speak of a breakthrough.\n";

const MOVED: &str = "have agreed on all 28 programmes of the Union State";
const LOST: &str = "A treaty on the common gas market shall be signed by 1 December 2023.";

struct Older {
    desk: Desk,
    article: ArticleId,
    milestone: MilestoneId,
    _folder: tempfile::TempDir,
}

/// A dossier whose one article was read by an older Chancery, with evidence, a coding and a note on it.
fn older() -> Older {
    let folder = tempfile::tempdir().unwrap();
    let article = stored(folder.path());
    let desk = library(folder.path(), day(2026)).open(&folder.path().join("o.dossier")).unwrap();
    let milestone = milestone(&desk);
    Older { desk, article, milestone, _folder: folder }
}

fn stored(folder: &Path) -> ArticleId {
    let at = Moment(day_number(day(2025)) * 86_400_000);
    let new = NewDossier { name: "Older".into(), description: String::new(), language: Language::En };
    let path = folder.join("o.dossier");
    drop(Store::create(&path, &new, at).unwrap());
    let store = Store::open(&path, &OpenOptions { backup_dir: folder.to_owned() }).unwrap();
    let limits = chancery_intake::Limits::default();
    let mut document =
        chancery_intake::read(ORIGINAL.as_bytes(), Some("gas.txt"), day(2025), &limits).unwrap();
    document.text = OLDER.to_owned();
    document.furniture = vec![Furniture { span: Span::new(0, 28), kind: FurnitureKind::Menu }];
    document.title.value = Some("News".to_owned());
    document.byline =
        Field { value: Some("Union State".to_owned()), confidence: Confidence::Low, ..Field::default() };
    let import = store.begin_import(serde_json::json!({}), at).unwrap();
    let article = NewArticle {
        document,
        original: ORIGINAL.as_bytes().to_vec(),
        source_name: "gas.txt".into(),
        dates: Vec::new(),
        topics: Vec::new(),
        look: Vec::new(),
        captured_at: at,
        reader: 0,
    };
    let stored = store.import_batch(&import, vec![article]).unwrap();
    store.finish_import(import, &serde_json::json!({})).unwrap();
    stored[0].article()
}

fn milestone(desk: &Desk) -> MilestoneId {
    let entry = MilestoneEntry {
        title: "Programmes agreed".to_owned(),
        kind: MilestoneKind::Decision,
        lane: String::new(),
        date: Some(Edtf::parse("2021-09-10").unwrap()),
        parent: None,
        who: String::new(),
        role: None,
        description: String::new(),
        deadline: None,
    };
    desk.add_milestone(&entry, None).unwrap().value
}

impl Older {
    fn prove(&self, words: &str) {
        let span = self.desk.locate(self.article, words, "", "").unwrap().span;
        let (milestone, article) = (self.milestone, self.article);
        let proves = Proves::Milestone;
        let new = NewEvidence { milestone, article, span, stance: Stance::Supports, proves };
        self.desk.attach_evidence(&new).unwrap();
    }

    fn again(&self) -> ReadAgainReport {
        let which = Again::Articles(vec![self.article]);
        self.desk.read_again(&which, &mut Progress::silent()).unwrap().value
    }

    fn text(&self) -> String {
        self.desk.read(|reader| reader.readable(self.article)).unwrap().text
    }

    fn title(&self) -> String {
        self.desk.article(self.article).unwrap().row.title
    }

    fn sound(&self) {
        let verified = self.desk.verify().unwrap();
        assert!(verified.is_sound(), "{:?}", verified.problems);
    }

    fn finds(&self, words: &str) -> usize {
        let found = self.desk.articles(Some(words), ArticleFilter::default(), ArticleSort::Newest, 0, 10);
        found.unwrap().rows.len()
    }
}

#[test]
fn an_article_becomes_what_its_original_says_with_all_that_follows_and_back() {
    let older = older();
    older.prove(MOVED);
    let which = Again::Older;
    let told = older.desk.look_read_again(&which, &mut Progress::silent()).unwrap();
    assert_eq!(older.text(), OLDER);
    let [one] = told.articles.as_slice() else { panic!("{told:?}") };
    let field = |name| one.fields.iter().find(|change| change.field == name).unwrap();
    assert_eq!(field(FieldName::Title).before.as_deref(), Some("News"));
    assert_eq!(
        field(FieldName::Title).after.as_deref(),
        Some("Belarus and Russia agree on a common gas market")
    );
    assert_eq!(
        (field(FieldName::Byline).before.as_deref(), field(FieldName::Byline).after.as_deref()),
        (Some("Union State"), None)
    );
    // "shall" became "is to", and the last sentence came in.
    assert_eq!((one.words.removed, one.words.added), (1, 12));
    let [passage] = one.passages.as_slice() else { panic!("{one:?}") };
    assert!(matches!(passage.fate, PassageFate::Moved(_)));

    let done = older.desk.read_again(&which, &mut Progress::silent()).unwrap();
    assert_eq!(done.value, told);
    let read = older.desk.article(older.article).unwrap();
    assert!(read.text.starts_with("MINSK, 10 September 2021."));
    assert_eq!(read.row.title, "Belarus and Russia agree on a common gas market");
    assert!(read.furniture.is_empty());
    let named: Vec<&str> = read.dates.iter().map(|date| date.words.as_str()).collect();
    assert!(named.iter().any(|words| words.contains("4 November")), "{named:?}");
    let evidence = older.desk.read(|reader| reader.evidence_in_article(older.article)).unwrap();
    assert_eq!(evidence[0].evidence.anchor.exact, MOVED);
    older.sound();
    assert_eq!((older.finds("Moscow"), older.finds("shall")), (1, 0));

    // Read so by the readers of today, it waits for nothing.
    let again = older.desk.read_again(&which, &mut Progress::silent()).unwrap();
    assert!(again.operation.is_none() && again.value == ReadAgainReport::default());
    let same = older.again();
    assert_eq!((same.articles.len(), same.same), (0, 1));

    older.desk.undo().unwrap().unwrap();
    assert_eq!((older.text().as_str(), older.title().as_str()), (OLDER, "News"));
    assert_eq!((older.finds("Moscow"), older.finds("shall")), (0, 1));
    assert_eq!(older.desk.article(older.article).unwrap().dates.len(), 2);
    older.sound();
    assert_eq!(older.desk.look_read_again(&which, &mut Progress::silent()).unwrap(), told);
    older.desk.redo().unwrap().unwrap();
    assert_eq!(older.text(), read.text);
    assert_eq!(older.finds("Moscow"), 1);
    older.sound();
}

#[test]
fn a_passage_whose_words_are_gone_is_told_and_not_dropped_and_takes_the_place_it_is_given() {
    let older = older();
    older.prove(LOST);
    let warnings = || older.desk.warnings(None).unwrap().remove(0).warnings;
    let lost = || older.desk.lost_passages(None).unwrap();
    assert!(!warnings().iter().any(|warning| matches!(warning, Warning::Lost(_))));
    older.again();
    let evidence = || older.desk.read(|reader| reader.evidence_in_article(older.article)).unwrap().remove(0);
    assert!(evidence().evidence.anchor.is_lost());
    assert_eq!(evidence().evidence.anchor.exact, LOST);
    assert!(warnings().contains(&Warning::Lost(vec![evidence().id])));
    older.sound();
    let told = lost();
    let [one] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!((one.row.id.kind, one.of.as_str()), (PassageKind::Evidence, "Programmes agreed"));
    let guess = one.guess.as_ref().unwrap();
    assert_eq!(guess.anchor.exact, "A treaty on the common gas market is to be signed by 1 December 2023.");
    assert!(guess.difference.iter().any(|piece| piece.text.contains("shall")));

    older.desk.place_passage(one.row.id, guess.anchor.span).unwrap();
    assert_eq!(evidence().evidence.anchor, guess.anchor);
    assert!(lost().is_empty());
    older.sound();
    older.desk.undo().unwrap();
    assert_eq!(lost().len(), 1);
    older.desk.undo().unwrap();
    assert!(lost().is_empty());
    assert_eq!(evidence().evidence.anchor.span.len() as usize, LOST.len());
    older.sound();
    assert!(older.desk.place_passage(one.row.id, Span::new(9000, 9010)).is_err());
}

#[test]
fn links_of_notes_lead_where_the_words_stand_now_and_one_that_is_lost_keeps_its_words() {
    let older = older();
    let link = |words: &str| {
        let span = older.desk.locate(older.article, words, "", "").unwrap().span;
        format!("[[passage:{}:{}-{}|these words]]", older.article, span.start, span.end)
    };
    let before = format!("On {} and {}.", link(MOVED), link(LOST));
    let note = older.desk.add_note("On gas", &before, None).unwrap().value;
    older.again();
    let kept = || older.desk.read(|reader| reader.note(note)).unwrap().note;
    let markdown = kept().markdown;
    assert!(markdown.contains(&link(MOVED)), "{markdown}");
    assert_ne!(markdown, before);
    let labels = |markdown: &str| {
        let links = older.desk.links_of(markdown).unwrap();
        links.into_iter().map(|link| link.label).collect::<Vec<_>>()
    };
    assert_eq!(labels(&markdown), [MOVED, LOST]);
    // Written on, it still knows which words were meant.
    older.desk.save_note(note, "On gas", &format!("{markdown} More.")).unwrap();
    assert_eq!(labels(&kept().markdown), [MOVED, LOST]);
    assert_eq!(older.desk.lost_passages(None).unwrap()[0].row.anchor.exact, LOST);
    older.sound();
    older.desk.undo().unwrap();
    older.desk.undo().unwrap();
    assert_eq!(kept().markdown, before);
    older.sound();
}

#[test]
fn codings_are_found_again_or_told_as_lost() {
    let older = older();
    let (desk, article) = (&older.desk, older.article);
    let meeting = Term {
        language: Language::En,
        text: "next meeting".to_owned(),
        kind: TermKind::Exact,
        weight: 1.0,
        facet: None,
    };
    let draft = TopicDraft {
        label: InLanguages::english("Meetings"),
        threshold: 0.5,
        terms: vec![meeting],
        ..TopicDraft::default()
    };
    let topic = desk.add_topic(&draft, None, None).unwrap().value;
    let suggested = || desk.read(|reader| reader.suggestions(article)).unwrap().len();
    for words in [MOVED, LOST] {
        let span = desk.locate(article, words, "", "").unwrap().span;
        desk.add_coding(article, span, topic, "").unwrap();
    }
    assert_eq!(suggested(), 0);
    older.again();
    // The sentence that came in speaks for the topic.
    assert_eq!(suggested(), 1);
    let codings = desk.read(|reader| reader.codings_in_article(article)).unwrap();
    let lost: Vec<(&str, bool)> =
        codings.iter().map(|row| (row.coding.anchor.exact.as_str(), row.coding.anchor.is_lost())).collect();
    assert!(lost.contains(&(MOVED, false)) && lost.contains(&(LOST, true)), "{lost:?}");
    older.sound();
    older.desk.undo().unwrap();
    assert_eq!(suggested(), 0);
    older.sound();
}

#[test]
fn what_the_analyst_corrected_stays_with_the_new_reading_beside_it() {
    let older = older();
    let set = |field, text: &str| {
        let value = FieldValue { text: Some(text.to_owned()), ..FieldValue::default() };
        older.desk.correct_field(older.article, field, value).unwrap();
    };
    set(FieldName::Title, "A market for gas");
    set(FieldName::Byline, "Ivan Ivanov");
    let report = older.again();
    assert_eq!(older.title(), "A market for gas");
    let one = &report.articles[0];
    assert!(one.fields.iter().all(|change| change.field != FieldName::Title));
    assert_eq!(one.kept, [FieldName::Title]);
    let fields = older.desk.article(older.article).unwrap().fields;
    assert_eq!(fields.byline.value.as_deref(), Some("Ivan Ivanov"));
    let beside: Vec<&str> = fields.title.alternatives.iter().map(|other| other.value.as_str()).collect();
    assert_eq!(beside, ["Belarus and Russia agree on a common gas market"]);
}

#[test]
fn what_was_read_today_is_read_the_same_again() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), day(2026));
    let report = desk.look_read_again(&Again::All, &mut Progress::silent()).unwrap();
    assert_eq!((report.articles.as_slice(), report.same), (&[][..], 5));
    assert!(desk.read_again(&Again::All, &mut Progress::silent()).unwrap().operation.is_none());

    // Also what came out of another file, and what its neighbours gave a year.
    let files = folder.path().join("in");
    std::fs::create_dir(&files).unwrap();
    let ris = "TY  - NEWS\nTI  - Common market for oil agreed\nPY  - 2021/09/12\nT2  - TASS\nUR  - https://example.org/oil\n\
        AB  - The governments have agreed on a common market for oil, the ministry said in Minsk.\nER  - \n\
        TY  - NEWS\nTI  - Common market for gas agreed\nPY  - 2021/09/13\nAB  - The governments have agreed on gas.\nER  - \n";
    std::fs::write(files.join("list.ris"), ris).unwrap();
    for (name, text) in [
        ("a.txt", "First\n\nMINSK, 3 May 2022. Talks on gas began, the ministry said."),
        ("b.txt", "Second\n\nMINSK, May 4. /BelTA/. Talks on gas went on, the ministry said."),
    ] {
        std::fs::write(files.join(name), text).unwrap();
    }
    desk.import(&[files], &mut Progress::silent()).unwrap();
    let report = desk.look_read_again(&Again::All, &mut Progress::silent()).unwrap();
    assert_eq!((report.articles.as_slice(), report.same), (&[][..], 9));
}

#[test]
fn another_dateline_dates_what_the_text_counts_from_it() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::empty(folder.path(), day(2026));
    let path = folder.path().join("a.txt");
    std::fs::write(
        &path,
        "Talks go on\n\nMINSK, September 10, 2021. /BelTA/. The treaty was signed yesterday.",
    )
    .unwrap();
    desk.import(&[path], &mut Progress::silent()).unwrap();
    let article = ArticleId(1);
    let dates = || {
        let dates = desk.article(article).unwrap().dates;
        dates.into_iter().filter_map(|date| Some(date.value?.to_string())).collect::<Vec<_>>()
    };
    assert!(dates().contains(&"2021-09-09".to_owned()), "{:?}", dates());
    let set = |field, date: &str| {
        let value = FieldValue {
            text: Some("Minsk".to_owned()),
            date: Some(Edtf::parse(date).unwrap()),
            ..FieldValue::default()
        };
        desk.correct_field(article, field, value).unwrap();
    };
    set(FieldName::Dateline, "2021-09-20");
    assert!(dates().contains(&"2021-09-19".to_owned()), "{:?}", dates());
    desk.undo().unwrap();
    assert!(dates().contains(&"2021-09-09".to_owned()), "{:?}", dates());
}
