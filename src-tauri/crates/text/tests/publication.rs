//! When an article was published: posted-lines, datelines, weekdays and years, one line a case.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use chancery_model::{CodePoints, Confidence, Day, Field, Place, Published};
use chancery_text::publication::{Page, is_posted_line, read, settle};
use chancery_text::{dateline, furniture};
use proptest::prelude::*;

const PROSE: &str =
    "The ministers met in Minsk and agreed to go on with the talks about the common market soon.";

fn captured() -> Day {
    Day::new(2026, 11, 21).unwrap()
}

fn read_text(text: &str) -> Field<Published> {
    let found = furniture(text, None);
    let dateline = dateline::find(text, &found);
    read(&Page { text, furniture: &found, dateline: dateline.as_ref() }, captured())
}

/// "2021-09-10 02:42 +03:00 / 2021-09-09": value, time, zone, alternatives.
fn show(field: &Field<Published>) -> String {
    let one = |published: &Published| {
        let time = published.time.map(|time| format!(" {time}")).unwrap_or_default();
        let zone = published.zone.map(|zone| format!(" {zone}")).unwrap_or_default();
        format!("{}{time}{zone}", published.date)
    };
    let value = field.value.as_ref().map_or_else(|| "-".to_owned(), one);
    let others = field.alternatives.iter().map(|other| format!(" / {}", other.value.date));
    value + &others.collect::<String>()
}

#[track_caller]
fn check(cases: &[(&str, &str)], text_of: impl Fn(&str) -> String) {
    let wrong: Vec<_> = cases
        .iter()
        .map(|(line, expected)| (*line, show(&read_text(&text_of(line))), *expected))
        .filter(|(_, found, expected)| found != expected)
        .collect();
    assert!(wrong.is_empty(), "{} wrong: {wrong:#?}", wrong.len());
}

const POSTED: &[(&str, &str)] = &[
    ("World September 10, 2021, 2:42", "2021-09-10 02:42"),
    ("Posted: 15.08.2024 17:42:00", "2024-08-15 17:42:00"),
    ("Published on 3 May 2019", "2019-05-03"),
    ("Published 3 May 2019 at 14:05 GMT", "2019-05-03 14:05 +00:00"),
    ("Published: May 3rd, 2019 2:05 pm", "2019-05-03 14:05"),
    ("Posted on May 3, 2019 by admin", "2019-05-03"),
    ("By Jane Doe | May 3, 2019", "2019-05-03"),
    ("By Jane Doe, 3 May 2019", "2019-05-03"),
    ("May 3, 2019 | 5 min read", "2019-05-03"),
    ("Friday, May 3, 2019", "2019-05-03"),
    ("Fri, 03 May 2019 14:05:09 +0300", "2019-05-03 14:05:09 +03:00"),
    ("2019-05-03", "2019-05-03"),
    ("2019-05-03T14:05:09Z", "2019-05-03 14:05:09 +00:00"),
    ("2019-05-03T14:05:09+03:00", "2019-05-03 14:05:09 +03:00"),
    ("2019-05-03 14:05", "2019-05-03 14:05"),
    ("03.05.2019", "2019-05-03"),
    ("03.05.2019, 14:05", "2019-05-03 14:05"),
    ("14:05, 03.05.2019", "2019-05-03 14:05"),
    ("14:05 03.05.2019 | Politics", "2019-05-03 14:05"),
    ("Politics | 03 May 2019 14:05 UTC+3", "2019-05-03 14:05 +03:00"),
    ("Date: 3 May 2019", "2019-05-03"),
    ("Last updated: 4 May 2019", "2019-05-04"),
    ("Published 3 May 2019, updated 4 May 2019", "2019-05-03 / 2019-05-04"),
    ("25/12/2019", "2019-12-25"),
    ("12/25/2019", "2019-12-25"),
    ("05/08/2019", "2019-08-05 / 2019-05-08"),
    ("05/08/2019 2:05 PM", "2019-05-08 14:05 / 2019-08-05"),
    ("Wednesday, 05/08/2019", "2019-05-08"),
    ("3-May-2019", "2019-05-03"),
    ("10 сентября 2021, 02:42", "2021-09-10 02:42"),
    ("10 сентября 2021 года, 02:42 мск", "2021-09-10 02:42 +03:00"),
    ("Опубликовано: 10.09.2021 в 02:42", "2021-09-10 02:42"),
    ("Опубликовано 10 сентября 2021", "2021-09-10"),
    ("Дата публикации: 10.09.2021", "2021-09-10"),
    ("21:15, 09.09.2021", "2021-09-09 21:15"),
    ("Политика 10 сентября 2021 2:42", "2021-09-10 02:42"),
    ("Автор: Иван Петров, 10 сентября 2021", "2021-09-10"),
    ("Пятница, 10 сентября 2021", "2021-09-10"),
    ("10 сен. 2021, 12:30", "2021-09-10 12:30"),
    ("Обновлено: 11.09.2021 10:00", "2021-09-11 10:00"),
    ("10 верасня 2021, 02:42", "2021-09-10 02:42"),
    ("Апублікавана: 10 верасня 2021", "2021-09-10"),
    ("Апублікавана 10.09.2021 у 02:42", "2021-09-10 02:42"),
    ("5 мая 2020 года, 10:15", "2020-05-05 10:15"),
    // Printed dates are believed even after the day of the capture.
    ("Posted: 15.08.2031", "2031-08-15"),
];

#[test]
fn posted_lines_at_the_top() {
    check(POSTED, |line| format!("{line}\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}"));
}

#[test]
fn posted_lines_at_the_foot() {
    let text = format!("{PROSE}\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n\nPublished: 3 May 2019, 14:05");
    assert_eq!(show(&read_text(&text)), "2019-05-03 14:05");
}

#[test]
fn sentences_and_titles_are_no_posted_lines() {
    for line in [
        "The treaty was signed on 8 December 1999.",
        "On September 10, 2021, the Council of Ministers approved all the programmes.",
        "What happened on August 9, 2020 and after",
        "Договор был подписан 8 декабря 1999 года в Москве.",
        "9 августа 2020 года в стране прошли выборы президента",
        "Why 2020 was different",
        "Дагавор падпісалі 8 снежня 1999 года ў Крамлі.",
    ] {
        assert!(!is_posted_line(line), "{line}");
    }
}

#[test]
fn datelines_date_the_article() {
    let rest =
        "The talks went on, the ministry said. Nothing else was decided that day, and nobody was surprised.";
    check(
        &[
            ("MOSCOW, September 9, 2021. /TASS/.", "2021-09-09"),
            ("МИНСК, 11 февраля 2021 года. /ТАСС/.", "2021-02-11"),
            ("МІНСК, 5 мая 2020 г. /БелТА/.", "2020-05-05"),
            ("Minsk, 9 May 2020 (BelTA) –", "2020-05-09"),
            ("MINSK, 9 Sep 2021 (AFP) -", "2021-09-09"),
            ("КИЕВ, 9 сентября 2021 — РИА Новости.", "2021-09-09"),
        ],
        |line| format!("{line} {rest}"),
    );
}

#[test]
fn weekday_and_years_named_fix_the_year() {
    check(
        &[
            // A dateline's day with a weekday in the lead and a recent year named.
            (
                "MOSCOW, May 28. /TASS/. The president said it on Friday. He recalled the meeting of 22 February 2021.",
                "2021-05-28",
            ),
            (
                "МИНСК, 11 февраля. /ТАСС/. Президент заявил об этом в четверг. Программа принята 25 января 2021 года.",
                "2021-02-11",
            ),
            (
                "МІНСК, 11 лютага. /БелТА/. Прэзідэнт заявіў пра гэта ў чацвер. Праграма прынята 25 студзеня 2021 года.",
                "2021-02-11",
            ),
            // No dateline: the day is that of the news, the article's may be the next.
            (
                "The president said on Thursday, February 11, that talks go on. They began in January 2021 after a pause.",
                "2021-02-11~",
            ),
            (
                "Об этом президент заявил в четверг, 11 февраля, на встрече. Переговоры начались в январе 2021 года.",
                "2021-02-11~",
            ),
            // In full in the lead.
            (
                "The president said on Thursday, February 11, 2021, that talks would go on as they had been agreed.",
                "2021-02-11~",
            ),
            // A plan is no memory, and a founding treaty no news.
            (
                "MOSCOW, September 9. /TASS/. The president said on Thursday that it will be built by 2024 under the 1999 treaty.",
                "- / 2021-09-09 / 2010-09-09 / 2004-09-09 / 1999-09-09",
            ),
            (
                "The talks on Thursday, October 29, led to nothing, the ministry said after the meeting in Minsk.",
                "- / 2026-10-29 / 2020-10-29 / 2015-10-29 / 2009-10-29 / 1998-10-29",
            ),
            // Nothing to go by.
            (
                "On August 9 elections were held in the country, and the commission counted the votes in the night.",
                "-",
            ),
            (
                "The ministers met in Minsk and agreed to go on with the talks about the common market next year.",
                "-",
            ),
            (
                "On 8 December 1999 the treaty was signed. In May 2019 it was twenty years old, and nobody celebrated.",
                "-",
            ),
        ],
        |text| text.to_owned(),
    );
}

#[test]
fn a_dateline_beside_a_posted_line_is_an_alternative_or_a_support() {
    let text = |line: &str| format!("{line}\n\nMOSCOW, September 9. /TASS/. {PROSE}");
    let other = read_text(&text("September 10, 2021, 2:42"));
    assert_eq!(show(&other), "2021-09-10 02:42 / 2021-09-09");
    let same = read_text(&text("September 9, 2021, 22:42"));
    assert_eq!(show(&same), "2021-09-09 22:42");
    assert_eq!(same.basis.len(), 2);
}

#[test]
fn every_basis_stands_in_the_text() {
    for (line, _) in POSTED {
        let text = format!("{line}\n\n{PROSE}\n\n{PROSE}");
        let points = CodePoints::new(&text);
        for basis in read_text(&text).basis {
            let Place::Text(span) = basis.place else { panic!("{basis:?}") };
            assert_eq!(points.slice(span), Some(basis.words.as_str()));
        }
    }
}

#[test]
fn a_batch_settles_what_fits_several_years() {
    let sure = |date: &str| read_text(&format!("Published: {date}\n\n{PROSE}"));
    let open = || {
        read_text("The talks on Thursday, October 29, led to nothing, the ministry said after the meeting.")
    };
    for (others, expected) in [
        (vec!["3 May 2019", "7 May 2021"], "2020-10-29~ / 2015-10-29 / 2026-10-29"),
        (vec!["3 May 2010"], "2009-10-29~ / 1998-10-29 / 2015-10-29"),
        (vec![], "- / 2026-10-29 / 2020-10-29 / 2015-10-29 / 2009-10-29 / 1998-10-29"),
    ] {
        let mut fields: Vec<_> = others.iter().map(|date| sure(date)).collect();
        fields.push(open());
        let mut batch: Vec<_> = fields.iter_mut().collect();
        settle(&mut batch, captured());
        let settled = fields.last().unwrap();
        assert_eq!(show(settled), expected);
        assert!(settled.confidence <= Confidence::Low);
    }
}

#[test]
fn datelines_are_found_and_sentences_are_not() {
    let cases: &[(&str, &str, &str, &str)] = &[
        ("MOSCOW, September 9. /TASS/. Belarus will", "Moscow", "September 9", "TASS"),
        ("SOCHI, May 28. /TASS/. The president", "Sochi", "May 28", "TASS"),
        ("МИНСК, 11 февраля. /ТАСС/. Президент", "Минск", "11 февраля", "TASS"),
        ("МІНСК, 5 мая. /БелТА/. Прэзідэнт", "Мінск", "5 мая", "BelTA"),
        ("KYIV (Reuters) - The government", "Kyiv", "", "Reuters"),
        ("Minsk, 9 May (BelTA) – The government", "Minsk", "9 May", "BelTA"),
        ("BRUSSELS, Sept 9 (Reuters) - The Council", "Brussels", "Sept 9", "Reuters"),
        ("MINSK, Belarus (AP) — Thousands", "Minsk, Belarus", "", "AP"),
        ("ST. PETERSBURG, June 3. /ITAR-TASS/. The forum", "St. Petersburg", "June 3", "ITAR-TASS"),
        ("МОСКВА, 9 сен — РИА Новости. Премьер", "Москва", "9 сен", "RIA Novosti"),
        ("Москва. 9 сентября. ИНТЕРФАКС - Премьер", "Москва", "9 сентября", "Interfax"),
        ("9 мая, Минск /Корр. БЕЛТА/. Премьер", "Минск", "9 мая", "BelTA"),
        ("10 верасня, Мінск /Кар. БЕЛТА/. Прэм'ер", "Мінск", "10 верасня", "BelTA"),
        ("РОСТОВ-НА-ДОНУ, 3 июня. /ТАСС/. Завод", "Ростов-на-Дону", "3 июня", "TASS"),
        ("MOSCOW — The president", "Moscow", "", ""),
        ("MINSK/MOSCOW (Reuters) - The talks", "Minsk/Moscow", "", "Reuters"),
        ("WASHINGTON, Dec 8 (Xinhua) -- The", "Washington", "Dec 8", "Xinhua"),
        ("ТАСС, 24 ноября. Премьер", "-", "", ""),
        ("CNN, 02.11.2004", "-", "", ""),
        ("JOINT COMMISSION FOR REFORMS — The report", "-", "", ""),
        ("Moscow and Minsk agreed on September 9 to go on.", "-", "", ""),
        ("Lukashenko, May 28, spoke at length.", "-", "", ""),
        ("Минск и Москва договорились.", "-", "", ""),
        ("NATO (the alliance) answered.", "-", "", ""),
        ("Minsk (Belarus) is the seat of the CIS.", "-", "", ""),
        ("The Union State (founded in 1999) goes on.", "-", "", ""),
        ("EU – the union – answered", "-", "", ""),
    ];
    let wrong: Vec<_> = cases
        .iter()
        .map(|(text, place, date, agency)| {
            let found = dateline::find(text, &[]);
            let read = found.map_or(("-".to_owned(), String::new(), String::new()), |found| {
                (
                    found.dateline.place,
                    found.dateline.date_words.unwrap_or_default(),
                    found.agency.map(|agency| agency.name).unwrap_or_default(),
                )
            });
            (text, read, (place.to_string(), date.to_string(), agency.to_string()))
        })
        .filter(|(_, found, expected)| found != expected)
        .collect();
    assert!(wrong.is_empty(), "{} wrong: {wrong:#?}", wrong.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_page_is_read(
        lines in proptest::collection::vec("MOSCOW, May 9. /TASS/. On Friday|Posted: [0-9]{2}.[0-9]{2}.[0-9]{4}|on Thursday, October 29, in 20[0-9]{2} it was said again that all goes on.|[0-9]{1,2}/[0-9]{1,2}/2021 [0-9]{1,2}:[0-9]{2} (am|PM)|\\PC{0,20}", 0..8),
    ) {
        let text = lines.join("\n\n");
        let points = CodePoints::new(&text);
        let mut field = read_text(&text);
        for basis in &field.basis {
            if let Place::Text(span) = basis.place {
                prop_assert_eq!(points.slice(span), Some(basis.words.as_str()));
            }
        }
        settle(&mut [&mut field], captured());
    }
}
