//! Writes the dossier of the window test of reading again: an article as an older Chancery read it, with evidence, a coding and
//! a note on passages of it. `cargo run -p chancery-desk --example older_dossier FILE`, then `gzip -9n` it into
//! `ui/e2e/fixtures`.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chancery_briefing::{Document, Pages, Typesetter, TypesettingError};
use chancery_desk::stored::{Moment, NewArticle, NewDossier, OpenOptions, Store, day_number};
use chancery_desk::{Desk, MilestoneEntry, NewEvidence, StoppedClock, TopicDraft};
use chancery_model::{
    ArticleId, Day, Edtf, Furniture, FurnitureKind, InLanguages, Language, MilestoneKind, Proves, Span,
    Stance,
};

const ORIGINAL: &str = "Belarus and Russia agree on a common gas market\n\n\
    MINSK, 10 September 2021. The two governments have agreed on all 28 programmes of the Union State, the ministry said.\n\n\
    A treaty on the common gas market is to be signed by 1 December 2023. Both sides speak of a breakthrough.\n\n\
    The next meeting takes place in Moscow on 4 November.\n";
const OLDER: &str = "News | Economy | Union State\n\
    MINSK, 10 September 2021. The two governments have agreed on all 28 programmes of the Union State, the ministry said.\n\n\
    A treaty on the common gas market shall be signed by 1 December 2023. Both sides speak of a breakthrough.\n";
const STAYS: &str = "have agreed on all 28 programmes of the Union State";
const GONE: &str = "A treaty on the common gas market shall be signed by 1 December 2023.";

struct NoPress;

impl Typesetter for NoPress {
    fn pdf(&self, _: &Document) -> Result<Vec<u8>, TypesettingError> {
        Err(TypesettingError::Refused(String::new()))
    }

    fn pages_svg(&self, _: &Document, _: Range<usize>) -> Result<Pages, TypesettingError> {
        Err(TypesettingError::Refused(String::new()))
    }
}

fn main() {
    let path = PathBuf::from(std::env::args_os().nth(1).expect("name the file to write"));
    let today = Day::new(2025, 11, 21).unwrap();
    let article = store(&path, today);
    let folder = path.parent().unwrap_or(Path::new("."));
    let desk = Desk::open(&path, folder, Arc::new(StoppedClock(today)), Arc::new(NoPress)).unwrap();
    let entry = MilestoneEntry {
        title: "A common gas market is promised".to_owned(),
        kind: MilestoneKind::Treaty,
        lane: String::new(),
        date: Some(Edtf::parse("/2023-12-01").unwrap()),
        parent: None,
        who: String::new(),
        role: None,
        description: String::new(),
        deadline: None,
    };
    let milestone = desk.add_milestone(&entry, None).unwrap().value;
    let draft =
        TopicDraft { label: InLanguages::english("Programmes"), threshold: 0.5, ..TopicDraft::default() };
    let topic = desk.add_topic(&draft, None, None).unwrap().value;
    for words in [STAYS, GONE] {
        let span = desk.locate(article, words, "", "").unwrap().span;
        let (stance, proves) = (Stance::Supports, Proves::Milestone);
        desk.attach_evidence(&NewEvidence { milestone, article, span, stance, proves }).unwrap();
        desk.add_coding(article, span, topic, "").unwrap();
    }
}

fn store(path: &Path, today: Day) -> ArticleId {
    let at = Moment(day_number(today) * 86_400_000);
    let new = NewDossier { name: "Older".into(), description: String::new(), language: Language::En };
    drop(Store::create(path, &new, at).unwrap());
    let backup_dir = path.parent().unwrap_or(Path::new(".")).to_owned();
    let store = Store::open(path, &OpenOptions { backup_dir }).unwrap();
    let limits = chancery_intake::Limits::default();
    let mut document = chancery_intake::read(ORIGINAL.as_bytes(), Some("gas.txt"), today, &limits).unwrap();
    document.text = OLDER.to_owned();
    document.furniture = vec![Furniture { span: Span::new(0, 28), kind: FurnitureKind::Menu }];
    document.title.value = Some("News".to_owned());
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
