//! The register from spreadsheets and to them: every row told, one operation, and back unchanged.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::path::{Path, PathBuf};

use chancery_desk::{
    Desk, MatchedBy, PlannedRow, RegisterFormat, RowOutcome, SheetChoices, SheetField, SheetLook, Wrong,
};
use chancery_model::{Language, MilestoneKind, Status};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

fn file(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

fn look(desk: &Desk, path: &Path) -> SheetLook {
    desk.spreadsheet_look(path, &SheetChoices::default()).unwrap()
}

fn faults(look: &SheetLook) -> Vec<(u32, Wrong, &str)> {
    let of = |row: &'_ PlannedRow| match &row.outcome {
        RowOutcome::Refused(faults) => faults.clone(),
        _ => Vec::new(),
    };
    let mut out = Vec::new();
    for row in &look.rows {
        for fault in of(row) {
            out.push((row.number, fault.what, String::leak(fault.words) as &str));
        }
    }
    out
}

const TABLE: &str = "№;Название;Дата;Вид;Направление;Срок;Статус;Входит в;Примечание\r\n\
1;Единый рынок газа;осенью 2019?;договор;Энергетика;до 1 декабря 2023 года;в работе;;\"Две строки\r\nв одной ячейке\"\r\n\
2;Протокол о ценах;2023-03;решение;Энергетика;;;1;\r\n\
3;Без даты;когда-нибудь;решение;Энергетика;;;;\r\n\
4;Дагавор аб электраэнергіі;у лістападзе 2024;дагавор;Энергетика;;выканана;Единый рынок газа;\r\n";

#[test]
fn a_table_as_excel_writes_it_in_russian_is_understood_row_by_row() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::empty(folder.path(), common::day(2026));
    // Windows-1251, as Excel writes CSV where the system is Russian; the Belarusian і is in it.
    let path = file(folder.path(), "реестр.csv", encoding_rs::WINDOWS_1251.encode(TABLE).0);
    let seen = look(&desk, &path);
    let fields: Vec<&str> =
        seen.columns.iter().map(|column| column.field.map_or("", SheetField::id)).collect();
    assert_eq!(
        fields,
        ["number", "title", "date", "kind", "lane", "deadline", "status", "parent", "description"]
    );
    // A line end inside of a cell makes no row of its own.
    assert_eq!(seen.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [2, 3, 4, 5]);
    assert_eq!((seen.counts(), seen.lanes.as_slice()), ([3, 0, 0, 1], &["Энергетика".to_owned()][..]));
    assert_eq!(faults(&seen), [(4, Wrong::NotADate, "когда-нибудь")]);

    let done = desk.import_spreadsheet(&path, &SheetChoices::default()).unwrap();
    assert!(done.operation.is_some());
    let (rows, changes) = desk.read(|reader| Ok((reader.milestones()?, reader.status_changes()?))).unwrap();
    let gas = rows.iter().find(|row| row.milestone.title.en == "Единый рынок газа").unwrap();
    assert_eq!(gas.milestone.date.as_ref().unwrap().to_string(), "2019-23?");
    assert_eq!(gas.milestone.deadline.as_ref().unwrap().to_string(), "/2023-12-01");
    assert_eq!((gas.milestone.kind, gas.status), (MilestoneKind::Treaty, Some(Status::Begun)));
    assert_eq!(gas.milestone.lane.as_deref(), Some("energetika"));
    let reason = changes[&gas.id].last().unwrap().change.judgement.as_deref();
    assert_eq!(reason, Some("From the spreadsheet реестр.csv"));
    assert_eq!(rows.iter().filter(|row| row.milestone.parent == Some(gas.id)).count(), 2);

    desk.undo().unwrap();
    let (rows, lanes) = desk.read(|reader| Ok((reader.milestones()?, reader.lanes()?))).unwrap();
    assert!(rows.is_empty() && lanes.is_empty());
}

#[test]
fn what_goes_out_comes_back_unchanged_from_both_formats() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    for (name, format) in [("register.csv", RegisterFormat::Csv), ("register.xlsx", RegisterFormat::Xlsx)] {
        let path = folder.path().join(name);
        let written = desk.export_register(&path, format, None, None).unwrap();
        let seen = look(&desk, &path);
        assert_eq!(seen.rows.len(), written.milestones);
        let same = |row: &PlannedRow| matches!(row.outcome, RowOutcome::Same { by: MatchedBy::Uid, .. });
        assert!(seen.rows.iter().all(same), "{name}: {:?}", seen.rows.iter().find(|row| !same(row)));
        let done = desk.import_spreadsheet(&path, &SheetChoices::default()).unwrap();
        assert!(done.operation.is_none());
    }
    // In another dossier the same file makes the same register.
    let other = tempfile::tempdir().unwrap();
    let fresh = common::empty(other.path(), common::day(2026));
    let path = folder.path().join("register.xlsx");
    fresh.import_spreadsheet(&path, &SheetChoices::default()).unwrap();
    let told = |desk: &Desk| {
        let rows = desk.read(|reader| reader.milestones()).unwrap();
        let titles: std::collections::HashMap<_, _> =
            rows.iter().map(|row| (row.id, row.milestone.title.clone())).collect();
        let mut told: Vec<String> = rows
            .iter()
            .map(|row| {
                let one = &row.milestone;
                let parent = one.parent.map(|parent| titles[&parent].clone());
                format!(
                    "{:?} {:?} {:?} {:?} {parent:?} {:?}",
                    one.title, one.date, one.kind, row.status, one.role
                )
            })
            .collect();
        told.sort();
        told
    };
    assert_eq!(told(&fresh), told(&desk));
}

#[test]
fn a_row_is_known_by_its_uuid_or_by_title_and_date_and_what_is_empty_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::empty(folder.path(), common::day(2026));
    let first = file(
        folder.path(),
        "a.csv",
        "Title,Date,Who,Status\nTreaty,1999-12-08,Yeltsin,begun\nTalks,2020,,\n",
    );
    desk.import_spreadsheet(&first, &SheetChoices::default()).unwrap();
    let rows = desk.read(|reader| reader.milestones()).unwrap();
    let treaty = &rows[0];
    let second = file(
        folder.path(),
        "b.csv",
        format!(
            "UUID,Title,Date,Who,Status,Reason\n{},The treaty,,,done,Read it\n,talks,,Semashko,,\n,TALKS,2020,,,\n,New,2021,,,\n,new,2021,,,\n",
            treaty.uid
        ),
    );
    let seen = look(&desk, &second);
    let title = SheetField::Title(Language::En);
    assert_eq!(
        seen.rows[0].outcome,
        RowOutcome::Changed {
            milestone: treaty.id,
            by: MatchedBy::Uid,
            fields: vec![title, SheetField::Status]
        }
    );
    assert!(matches!(
        &seen.rows[1].outcome,
        RowOutcome::Changed { by: MatchedBy::Title, fields, .. } if *fields == [title, SheetField::Who]
    ));
    assert_eq!(faults(&seen), [(4, Wrong::Twice, "3"), (6, Wrong::Twice, "5")]);
    desk.import_spreadsheet(&second, &SheetChoices::default()).unwrap();
    let (row, changes) =
        desk.read(|reader| Ok((reader.milestone(treaty.id)?, reader.status_changes()?))).unwrap();
    assert_eq!((row.milestone.title.en.as_str(), row.milestone.who.en.as_str()), ("The treaty", "Yeltsin"));
    let reasons: Vec<_> =
        changes[&treaty.id].iter().map(|step| step.change.judgement.as_deref().unwrap()).collect();
    assert_eq!(reasons, ["From the spreadsheet a.csv", "Read it"]);
    assert_eq!(row.status, Some(Status::Done));
}

#[test]
fn parents_that_are_missing_refused_or_below_refuse_the_row_and_say_why() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::empty(folder.path(), common::day(2026));
    let path = file(
        folder.path(),
        "a.csv",
        "No,Title,Date,Part of\n1,A,2019,2\n2,B,2019,1\n3,C,2019,nowhere\n4,D,2019,3\n5,E,2019,4\n6,F,2019,\n7,G,2019,F\n",
    );
    let seen = look(&desk, &path);
    assert_eq!(
        faults(&seen),
        [
            (2, Wrong::Circle, "2"),
            (3, Wrong::Circle, "1"),
            (4, Wrong::NoSuchParent, "nowhere"),
            (5, Wrong::ParentRefused, "4"),
            (6, Wrong::ParentRefused, "5"),
        ]
    );
    assert_eq!(seen.counts(), [2, 0, 0, 5]);
}

#[test]
fn a_workbook_is_read_with_its_dates_merged_cells_formulas_and_errors() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::empty(folder.path(), common::day(2026));
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Empty").unwrap();
    let sheet = book.add_worksheet().set_name("Промисы").unwrap();
    let bold = Format::new();
    sheet.merge_range(0, 0, 0, 4, "Register of promises, 2024", &bold).unwrap();
    for (column, head) in (0..).zip(["Lane", "Commitment", "When", "Status", "Reason"]) {
        sheet.write_string(2, column, head).unwrap();
    }
    sheet.merge_range(3, 0, 4, 0, "Energy", &bold).unwrap();
    let day = ExcelDateTime::from_ymd(2023, 12, 1).unwrap();
    let dated = Format::new().set_num_format("dd.mm.yyyy");
    sheet.write_string(3, 1, "=Gas market").unwrap();
    sheet.write_datetime_with_format(3, 2, &day, &dated).unwrap();
    sheet.write_formula(3, 3, Formula::new("IF(TRUE,\"done\",\"\")").set_result("done")).unwrap();
    sheet.write_string(4, 1, "Oil market").unwrap();
    sheet.write_number(4, 2, 2024).unwrap();
    sheet.write_string(5, 1, "Unformatted").unwrap();
    sheet.write_number(5, 2, 45261.0).unwrap();
    sheet.write_string(6, 1, "Torn").unwrap();
    sheet.write_formula(6, 2, Formula::new("Nowhere!A1").set_result("#REF!")).unwrap();
    let path = file(folder.path(), "a.xlsx", book.save_to_buffer().unwrap());
    let seen = look(&desk, &path);
    assert_eq!((seen.sheet.as_deref(), seen.sheets.len()), (Some("Промисы"), 2));
    assert_eq!((seen.formulas, seen.merged), (2, 1));
    assert_eq!(seen.counts(), [2, 0, 0, 2]);
    assert_eq!(faults(&seen), [(6, Wrong::NumberAsDate, "45261"), (7, Wrong::ErrorCell, "#REF!")]);
    desk.import_spreadsheet(&path, &SheetChoices::default()).unwrap();
    let rows = desk.read(|reader| reader.milestones()).unwrap();
    let told: Vec<(&str, String, Option<&str>)> = rows
        .iter()
        .map(|row| {
            let one = &row.milestone;
            (one.title.en.as_str(), one.date.as_ref().unwrap().to_string(), one.lane.as_deref())
        })
        .collect();
    assert_eq!(
        told,
        [
            ("=Gas market", "2023-12-01".to_owned(), Some("energy")),
            ("Oil market", "2024".to_owned(), Some("energy"))
        ]
    );
    // Text that looks like a formula stays text, out and back.
    for (name, format) in [("out.csv", RegisterFormat::Csv), ("out.xlsx", RegisterFormat::Xlsx)] {
        let path = folder.path().join(name);
        desk.export_register(&path, format, None, None).unwrap();
        assert_eq!(look(&desk, &path).counts(), [0, 0, 2, 0]);
    }
    assert!(std::fs::read_to_string(folder.path().join("out.csv")).unwrap().contains(",'=Gas market,"));
}

#[test]
fn columns_can_be_chosen_and_one_without_title_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::empty(folder.path(), common::day(2026));
    let path = file(folder.path(), "a.csv", "Vorhaben,Wann\nGasmarkt,2023\n");
    let seen = look(&desk, &path);
    assert!(seen.rows.is_empty() && seen.columns.iter().all(|column| column.field.is_none()));
    assert_eq!(
        (seen.columns[0].head.as_str(), seen.columns[0].samples[0].as_str()),
        ("Vorhaben", "Gasmarkt")
    );
    let columns = Some(vec![Some(SheetField::Title(Language::En)), Some(SheetField::Date)]);
    let choices = SheetChoices { columns, kind: MilestoneKind::Roadmap, ..SheetChoices::default() };
    desk.import_spreadsheet(&path, &choices).unwrap();
    let rows = desk.read(|reader| reader.milestones()).unwrap();
    assert_eq!((rows.len(), rows[0].milestone.kind), (1, MilestoneKind::Roadmap));
}

#[test]
fn what_is_no_table_is_told_with_a_way_out() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::empty(folder.path(), common::day(2026));
    let mut locked = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let mut many = "Title,Date\n".to_owned();
    for row in 0..100_000 {
        many.push_str(&format!("Promise {row},2019\n"));
    }
    let mut other = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    other.start_file("a.txt", zip::write::SimpleFileOptions::default()).unwrap();
    let other = other.finish().unwrap().into_inner();
    let cases: [(&[u8], &str); 8] = [
        (b"", "is empty"),
        (b"\n\n", "no row"),
        (b"%PDF-1.7 \xe2\xe3\xcf\xd3", "is a PDF"),
        (&locked, "take the password off"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "old kind"),
        (&other, "no workbook"),
        (b"PK\x03\x04 torn", "torn"),
        (many.as_bytes(), "has 100001 rows"),
    ];
    for (bytes, said) in cases {
        let path = file(folder.path(), "a.xlsx", bytes);
        let error = desk.spreadsheet_look(&path, &SheetChoices::default()).unwrap_err();
        assert_eq!(error.code(), "spreadsheet");
        assert!(error.to_string().contains(said) && error.to_string().contains("a.xlsx"), "{error}");
    }
    assert_eq!(desk.read(|reader| reader.milestones()).unwrap().len(), 0);
}
