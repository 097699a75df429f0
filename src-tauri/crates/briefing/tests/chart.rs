//! The files of the timeline, each read back as the programs they are for would read it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use chancery_briefing::{Chart, ChartEntry, ChartLink, Locale, ics, svg, table, timelinejs};
use chancery_model::{AsOf, Axis, Day, Edtf, LineageKind, MilestoneKind, Status};

fn day(year: i64, month: u32, day: u32) -> Day {
    Day::new(year, month.try_into().unwrap(), day.try_into().unwrap()).unwrap()
}

fn entry(uid: &str, title: &str, date: &str, status: Option<Status>) -> ChartEntry {
    ChartEntry {
        uid: uid.to_owned(),
        title: title.to_owned(),
        kind: MilestoneKind::Roadmap,
        lane: Some("Дорожные карты & programmes".to_owned()),
        date: Edtf::parse(date).unwrap(),
        who: "Путин, Lukashenko".to_owned(),
        status,
        own: None,
        passages: vec![(
            "By November, \"31\"; roadmaps <were> ready.\nНа двух строках".to_owned(),
            "TASS, 2021".to_owned(),
        )],
    }
}

fn chart(locale: Locale) -> Chart {
    Chart {
        steps: Vec::new(),
        title: "Союзное государство; <Union & State>".to_owned(),
        locale,
        made: day(2026, 11, 22),
        as_of: Some(AsOf { axis: Axis::KnownBy, day: day(2021, 6, 1) }),
        entries: vec![
            entry("01", "Exchange, \\ recalled", "1995~/1999~", None),
            entry("02", "=Drafts; of 31 roadmaps", "/2019-11", Some(Status::Partly)),
            entry(
                "03",
                "Падрыхтаваны вельмі доўгі загаловак, які не змяшчаецца ў адзін радок календара",
                "2021-12-31",
                Some(Status::Done),
            ),
        ],
        links: vec![ChartLink { from: 1, to: 2, kind: LineageKind::Became, judged: true }],
        density: vec![(day(2021, 5, 1), 3), (day(2021, 9, 1), 1)],
        undated: 2,
    }
}

fn unfolded(text: &str) -> Vec<String> {
    text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

#[test]
fn a_calendar_is_folded_escaped_and_has_whole_days() {
    let text = ics(&chart(Locale::En));
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    assert!(!text.replace("\r\n", "").contains('\n'), "every line ends in CRLF");
    let lines = unfolded(&text);
    let has = |line: &str| assert!(lines.iter().any(|one| one == line), "{line}\n{lines:#?}");
    has("BEGIN:VCALENDAR");
    has("X-WR-CALNAME:Союзное государство\\; <Union & State>");
    has("UID:02@chancery");
    has("DTSTART;VALUE=DATE:20191130");
    has("DTEND;VALUE=DATE:20191201");
    has("SUMMARY:=Drafts\\; of 31 roadmaps (by November 2019)");
    has("SUMMARY:Exchange\\, \\\\ recalled (c.\u{a0}1995–1999)");
    has("DTSTART;VALUE=DATE:20211231");
    has("DTEND;VALUE=DATE:20220101");
    has("STATUS:CONFIRMED");
    assert_eq!(lines.iter().filter(|line| *line == "STATUS:TENTATIVE").count(), 2);
    assert_eq!(lines.iter().filter(|line| *line == "DTSTAMP:20261122T000000Z").count(), 3);
    let description = lines.iter().find(|line| line.contains("DESCRIPTION:Date: by")).unwrap();
    assert!(description.contains("ready.\\nНа двух строках"), "{description}");
    assert_eq!(text, ics(&chart(Locale::En)), "the same input gives the same bytes");
}

#[test]
fn timelinejs_has_the_shape_it_documents() {
    let value: serde_json::Value = serde_json::from_str(&timelinejs(&chart(Locale::Ru))).unwrap();
    assert_eq!(value["title"]["text"]["headline"], "Союзное государство; &lt;Union &amp; State&gt;");
    assert!(value["title"]["text"]["text"].as_str().unwrap().contains("1 июня 2021"));
    let events = value["events"].as_array().unwrap();
    assert_eq!(events.len(), 3);
    for event in events {
        assert!(event["start_date"]["year"].is_i64() && event["text"]["headline"].is_string());
        assert_eq!(event["group"], "Дорожные карты &amp; programmes");
    }
    assert_eq!(events[0]["end_date"]["year"], 1999);
    assert_eq!(events[1]["start_date"]["day"], 30);
    assert!(events[1]["display_date"].as_str().unwrap().contains("ноябр"), "{}", events[1]["display_date"]);
    assert!(events[1]["text"]["text"].as_str().unwrap().contains("&lt;were&gt;"));
    assert!(events[2].get("end_date").is_none());
    assert_eq!(value["eras"].as_array().unwrap().len(), 1, "only what spans years");
}

#[test]
fn a_picture_is_sound_xml_and_tells_every_milestone() {
    for &locale in Locale::ALL {
        let text = svg(&chart(locale));
        let picture = roxmltree::Document::parse(&text).unwrap();
        let titles: Vec<&str> = picture
            .descendants()
            .filter(|node| node.has_tag_name("title"))
            .filter_map(|node| node.text())
            .collect();
        assert_eq!(titles[0], "Союзное государство; <Union & State>");
        for entry in chart(locale).entries {
            assert!(titles.iter().any(|title| title.contains(&entry.title)), "{titles:?}");
        }
        // A soft edge, a dashed link, two months of articles.
        assert!(text.contains("url(#in-partly)") && text.contains("url(#out-event)"));
        let of = |name: &str, attribute: &str| {
            picture
                .descendants()
                .filter(|node| node.has_tag_name(name) && node.has_attribute(attribute))
                .count()
        };
        assert_eq!(of("path", "stroke-dasharray"), 2, "the link, and the day asked about");
        assert!(titles.contains(&"2021-05: 3") && titles.contains(&"2021-09: 1"));
        let said: Vec<&str> = picture
            .descendants()
            .filter(|node| node.has_tag_name("text"))
            .filter_map(|node| node.text())
            .collect();
        let (bars, left_out) = match locale {
            Locale::En => ("Articles by month", "2 without a date left out"),
            Locale::Ru => ("Статьи по месяцам", "Без даты не показано: 2"),
            Locale::Be => ("Артыкулы па месяцах", "Без даты не паказана: 2"),
        };
        assert!(said.contains(&bars) && said.contains(&left_out) && said.contains(&"3"), "{said:?}");
    }
    let none = Chart {
        entries: Vec::new(),
        links: Vec::new(),
        density: Vec::new(),
        undated: 0,
        as_of: None,
        ..chart(Locale::En)
    };
    roxmltree::Document::parse(&svg(&none)).unwrap();
}

#[test]
fn a_table_reads_back_and_holds_no_formula() {
    let bytes = table(&chart(Locale::Be));
    let text = std::str::from_utf8(&bytes).unwrap().strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let cell =
        |row: usize, name: &str| rows[row][head.iter().position(|one| one == name).unwrap()].to_owned();
    assert_eq!(rows.len(), 3);
    assert_eq!(cell(1, "title"), "'=Drafts; of 31 roadmaps");
    assert_eq!(
        (cell(1, "date"), cell(1, "first_day"), cell(1, "last_day")),
        ("/2019-11".into(), String::new(), "2019-11-30".into())
    );
    assert_eq!(cell(2, "status"), "done");
    assert_eq!(cell(0, "as_of"), "known-by 2021-06-01");
    assert!(cell(0, "passages").contains("<were> ready.\nНа двух"));
}
