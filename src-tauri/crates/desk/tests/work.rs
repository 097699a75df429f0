//! The analyst's work at the level of the use cases: import, tag, evidence, notes, undo, come back.
#![allow(clippy::unwrap_used)]

mod common;

use std::fs;

use chancery_desk::stored::FieldName;
use chancery_desk::{Cancel, FieldValue, Format, NewEvidence, NoteTarget, Outcome, Progress, StatusEntry};
use chancery_model::{ArticleId, Proves, Span, Stance, Status, TopicId, Verdict};
use chancery_store::{ArticleFilter, ArticleSort};

fn states(desk: &chancery_desk::Desk, article: ArticleId) -> Vec<(TopicId, Verdict)> {
    let mut states: Vec<_> = desk
        .read(|reader| reader.decisions(article))
        .unwrap()
        .into_iter()
        .map(|one| (one.topic, one.verdict))
        .collect();
    // By verdict: accepted before rejected.
    states.sort_by_key(|(_, verdict)| verdict.id());
    states
}

#[test]
fn everything_is_as_left_after_undo_and_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let library = common::library(folder.path(), common::day(2026));
    let path = folder.path().join("d.dossier");
    let (article, topics, milestone, note);
    {
        let desk = library.create(&path, "", true).unwrap();
        article =
            desk.articles(None, ArticleFilter::default(), ArticleSort::Newest, 0, 1).unwrap().rows[0].id;
        topics = desk
            .read(|reader| reader.suggestions(article))
            .unwrap()
            .into_iter()
            .map(|one| one.topic)
            .collect::<Vec<_>>();
        desk.decide(&[article], topics[0], Verdict::Accepted, "").unwrap();
        desk.decide(&[article], topics[1], Verdict::Rejected, "only named in passing").unwrap();
        milestone = desk.milestone_named("allies-2024").unwrap();
        let new = NewEvidence {
            milestone,
            article,
            span: Span::new(0, 20),
            stance: Stance::Mentions,
            proves: Proves::Milestone,
        };
        let evidence = desk.attach_evidence(&new).unwrap().value;
        assert_eq!(
            desk.set_status(
                milestone,
                &StatusEntry { status: "done".to_owned(), since: None, evidence: vec![], judgement: None }
            )
            .unwrap_err()
            .code(),
            "rests-on-nothing"
        );
        desk.set_status(
            milestone,
            &StatusEntry {
                status: "partly".to_owned(),
                since: None,
                evidence: vec![evidence],
                judgement: None,
            },
        )
        .unwrap();
        note = desk
            .add_note("On allies", "to be followed", Some(NoteTarget::Milestone(milestone)))
            .unwrap()
            .value;
        desk.remove_articles(&[article]).unwrap();
        for _ in 0..3 {
            assert!(desk.undo().unwrap().is_some());
        }
    }
    let desk = library.open(&path).unwrap();
    assert_eq!(states(&desk, article), [(topics[0], Verdict::Accepted), (topics[1], Verdict::Rejected)]);
    assert!(!desk.read(|reader| reader.article(article)).unwrap().row.in_bin);
    assert!(desk.read(|reader| reader.note(note)).is_err(), "the note was undone");
    assert_eq!(
        desk.read(|reader| reader.milestone(milestone)).unwrap().status,
        None,
        "the status was undone"
    );
    assert!(desk.redo().unwrap().is_some());
    assert_eq!(desk.read(|reader| reader.milestone(milestone)).unwrap().status, Some(Status::Partly));
    assert!(desk.redo().unwrap().is_some());
    assert_eq!(
        desk.read(|reader| reader.notes_about(chancery_store::Backlink::Milestone(milestone))).unwrap().len(),
        1
    );
    assert!(desk.verify().unwrap().is_sound());
}

#[test]
fn the_dossier_is_one_whole_file_whenever_it_is_closed() {
    let folder = tempfile::tempdir().unwrap();
    let library = common::library(folder.path(), common::day(2026));
    let path = folder.path().join("d.dossier");
    // What a start that was cut short may have left.
    fs::write(folder.path().join("d.dossier-building"), "half").unwrap();
    drop(library.create(&path, "", true).unwrap());
    let copied = |name: &str| {
        let copy = folder.path().join(name);
        fs::copy(&path, &copy).unwrap();
        library.open_read_only(&copy).unwrap().read(|reader| reader.counts()).unwrap()
    };
    assert_eq!(copied("one.dossier").articles, 5);
    let desk = library.open(&path).unwrap();
    desk.add_note("A note", "kept", None).unwrap();
    desk.read(|reader| reader.notes()).unwrap();
    drop(desk);
    assert_eq!(copied("two.dossier").notes, 1);
    let mut beside: Vec<String> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with("d.dossier"))
        .collect();
    beside.sort();
    assert_eq!(beside, ["d.dossier", "d.dossier-lock"]);
}

#[test]
fn nothing_is_written_over_a_dossier() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let article =
        desk.articles(None, ArticleFilter::default(), ArticleSort::Newest, 0, 1).unwrap().rows[0].id;
    let briefing = desk.add_briefing("b").unwrap().value;
    let own = folder.path().join("d.dossier");
    let other = folder.path().join("other.dossier");
    desk.backup(&other).unwrap();
    for target in [own.clone(), other, folder.path().join("d.dossier-wal")] {
        assert_eq!(
            desk.save_original(article, &target).unwrap_err().code(),
            "would-replace",
            "{}",
            target.display()
        );
        assert_eq!(
            desk.export_briefing(briefing, None, Format::Markdown, &target).unwrap_err().code(),
            "would-replace"
        );
    }
    assert!(desk.verify().unwrap().is_sound());
}

#[test]
#[cfg(unix)]
fn a_pipe_is_refused_and_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let socket = folder.path().join("socket.txt");
    let _listening = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    let report = desk.import(&[socket, "/dev/null".into()], &mut Progress::silent()).unwrap();
    let files = desk.import_files(report.import).unwrap();
    assert!(files.iter().all(|file| matches!(file.outcome, Outcome::Refused { .. })), "{files:?}");
}

#[test]
fn an_import_reports_every_file_and_is_undone_as_one() {
    let folder = tempfile::tempdir().unwrap();
    let library = common::library(folder.path(), common::day(2026));
    let desk = library.create(&folder.path().join("new.dossier"), "", false).unwrap();
    let inbox = folder.path().join("входящие файлы");
    fs::create_dir(&inbox).unwrap();
    fs::write(inbox.join("empty.txt"), "").unwrap();
    fs::write(inbox.join("picture.txt"), [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
        .unwrap();
    let story =
        "Минск и Москва договорились\n\nОпубликовано: 10.09.2021 14:05\n\nСтороны согласовали цену на газ.\n";
    fs::write(inbox.join("cp1251.txt"), encode_windows_1251(story)).unwrap();
    fs::write(
        inbox.join("utf8.txt"),
        "Talks go on\n\nPosted: 03.05.2021 10:00\n\nThe gas price was agreed in Minsk.\n",
    )
    .unwrap();
    fs::write(inbox.join("z copy of utf8.txt"), fs::read(inbox.join("utf8.txt")).unwrap()).unwrap();
    let report =
        desk.import(&[inbox.clone(), folder.path().join("absent")], &mut Progress::silent()).unwrap();
    let files = desk.import_files(report.import).unwrap();
    let outcome = |name: &str| {
        files.iter().find(|file| file.path.ends_with(name)).map(|file| file.outcome.clone()).unwrap()
    };
    assert!(matches!(outcome("empty.txt"), Outcome::Refused { .. }));
    assert!(matches!(outcome("picture.txt"), Outcome::Refused { .. }));
    assert!(matches!(outcome("absent"), Outcome::Refused { code, .. } if code == "not-found"));
    assert!(matches!(outcome("z copy of utf8.txt"), Outcome::Duplicate(_)));
    let Outcome::Imported(Some(id)) = outcome("cp1251.txt") else { panic!("{:?}", outcome("cp1251.txt")) };
    let article = desk.read(|reader| reader.article(id)).unwrap();
    assert!(article.text.contains("цену на газ"), "{}", article.text);
    assert_eq!(article.fields.published.value.as_ref().unwrap().date.to_string(), "2021-09-10");
    assert_eq!(desk.read(|reader| reader.counts()).unwrap().articles, 2);
    desk.undo().unwrap().unwrap();
    assert_eq!(desk.read(|reader| reader.counts()).unwrap().articles, 0);
    desk.redo().unwrap().unwrap();
    assert_eq!(desk.read(|reader| reader.counts()).unwrap().articles, 2);
    assert!(desk.verify().unwrap().is_sound());
}

#[test]
fn a_cancelled_import_keeps_what_came_in_as_one_operation() {
    let folder = tempfile::tempdir().unwrap();
    let library = common::library(folder.path(), common::day(2026));
    let desk = library.create(&folder.path().join("new.dossier"), "", false).unwrap();
    let inbox = folder.path().join("in");
    fs::create_dir(&inbox).unwrap();
    for number in 0..450 {
        fs::write(
            inbox.join(format!("{number:03}.txt")),
            format!("Title {number}\n\nThe story number {number} of a long series.\n"),
        )
        .unwrap();
    }
    let cancel = Cancel::default();
    let stop = cancel.clone();
    let mut progress = Progress::new(cancel, move |step| {
        if step.bytes > 0 {
            stop.cancel();
        }
    })
    .unthrottled();
    let report = desk.import(&[inbox], &mut progress).unwrap();
    assert!(report.cancelled);
    let stored = desk.read(|reader| reader.counts()).unwrap().articles as usize;
    let files = desk.import_files(report.import).unwrap();
    assert_eq!(files.len(), stored, "every article stored is told, and no other");
    assert!((1..450).contains(&stored), "{stored}");
    assert!(desk.verify().unwrap().is_sound());
}

#[test]
fn a_briefing_says_the_source_of_every_line() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let path = folder.path().join("b.md");
    let id = desk.add_briefing("Where the Union State stands").unwrap().value;
    desk.export_briefing(id, None, Format::Markdown, &path).unwrap();
    let first = fs::read_to_string(&path).unwrap();
    desk.export_briefing(id, None, Format::Markdown, &path).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), first, "same dossier and date, same bytes");
    assert!(first.contains("These processes continue to this day"));
    assert!(first.contains("judgement"), "the unevidenced link says that it is judgement");
    for format in [Format::Docx, Format::Html] {
        assert!(desk.export_briefing(id, None, format, &folder.path().join("b")).unwrap().bytes > 1000);
    }
    assert_eq!(desk.export_briefing(id, None, Format::Pdf, &path).unwrap_err().code(), "typeset");
    assert_eq!(fs::read_to_string(&path).unwrap(), first, "a failed export leaves the file that was there");
}

#[test]
fn the_original_comes_out_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    for row in desk.articles(None, ArticleFilter::default(), ArticleSort::Newest, 0, 9).unwrap().rows {
        let name = desk.read(|reader| reader.article(row.id)).unwrap().source_name;
        let saved = folder.path().join(&name);
        desk.save_original(row.id, &saved).unwrap();
        assert_eq!(fs::read(saved).unwrap(), fs::read(common::seeds().join("articles").join(&name)).unwrap());
    }
}

/// The few letters the test needs, in windows-1251.
fn encode_windows_1251(text: &str) -> Vec<u8> {
    text.chars()
        .map(|c| match c {
            '\0'..='\x7f' => c as u8,
            'А'..='я' => (c as u32 - 'А' as u32 + 0xC0) as u8,
            _ => b'?',
        })
        .collect()
}

#[test]
fn the_languages_of_paragraphs_follow_a_correction_of_the_articles_language() {
    const RU: &str =
        "Правительства двух стран согласовали программу гармонизации налогов на ближайшие три года.";
    const BE: &str = "Урады дзвюх краін узгаднілі праграму гарманізацыі падаткаў на бліжэйшыя тры гады.";
    let folder = tempfile::tempdir().unwrap();
    let desk = common::library(folder.path(), common::day(2026))
        .create(&folder.path().join("d.dossier"), "", false)
        .unwrap();
    let file = folder.path().join("a.txt");
    fs::write(&file, format!("Налоги\n\n{RU}\n\n{BE}\n\n{RU} {RU}\n")).unwrap();
    desk.import(&[file], &mut Progress::silent()).unwrap();
    let id = desk.read(|reader| reader.article_ids(None, 1)).unwrap()[0];
    let others = || {
        let runs = desk.article(id).unwrap().language_runs.unwrap();
        runs.iter().map(|run| run.language.code()).map(|code| code.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(others(), ["be"]);
    let value = FieldValue { text: Some("be".to_owned()), ..FieldValue::default() };
    desk.correct_field(id, FieldName::Language, value).unwrap();
    assert_eq!(others(), ["ru", "ru"]);
    desk.undo().unwrap().unwrap();
    assert_eq!(others(), ["be"]);
}
