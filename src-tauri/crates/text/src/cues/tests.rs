use std::collections::BTreeSet;

use chancery_model::{Day, Published};

use super::*;
use crate::dates;

fn read_as(text: &str, language: Language, day: (i64, u8, u8)) -> Vec<CuedSentence> {
    let published =
        Published { date: Edtf::day(Day::new(day.0, day.1, day.2).unwrap()), time: None, zone: None };
    let dates = dates::mentions(text, &[], Some(language), Some(&published), None);
    cued(text, &[], Some(language), &dates)
}

/// One sentence is found, about this date, with these cues and this kind.
#[track_caller]
fn check(text: &str, language: Language, date: &str, cues: &[&str], kind: MilestoneKind) {
    let found = read_as(text, language, (2022, 3, 10));
    let [one] = found.as_slice() else { panic!("{text}: {found:?}") };
    assert_eq!(one.date.value.as_ref().unwrap().to_string(), date, "{text}");
    let ids: BTreeSet<&str> = one.cues.iter().map(|hit| hit.id).collect();
    assert!(cues.iter().all(|cue| ids.contains(cue)), "{text}: {ids:?}");
    let known: Vec<&'static Cue> = one.cues.iter().filter_map(|hit| cue(hit.id)).collect();
    assert_eq!(kind_of(&known, false), kind, "{text}: {ids:?}");
    let score = weigh(known.iter().map(|cue| (*cue, cue.weight)), one.date.value.as_ref().unwrap());
    assert!(score > 0.55, "{text}: {score} {ids:?}");
}

use MilestoneKind::{Decision, Implementation, Negotiation, Roadmap, Treaty, WorkingGroup};

#[test]
fn steps_are_found_in_english() {
    let en = Language::En;
    check("The treaty was signed in Brest on 4 May 2014.", en, "2014-05-04", &["sign", "treaty"], Treaty);
    check(
        "In June 2017 the ministers set up a joint commission on tariffs.",
        en,
        "2017-06",
        &["set-up", "working-group"],
        WorkingGroup,
    );
    check(
        "By March 2020 the two countries had agreed on 14 roadmaps.",
        en,
        "/2020-03",
        &["agree", "roadmap", "both-sides"],
        Roadmap,
    );
    check(
        "On 1 February 2022 the premiers failed to agree on a common market for gas.",
        en,
        "2022-02-01",
        &["fail", "market"],
        Negotiation,
    );
    check(
        "Talks on the customs union were postponed on Tuesday.",
        en,
        "2022-03-08",
        &["postpone", "negotiate", "market"],
        Decision,
    );
}

#[test]
fn steps_are_found_in_russian() {
    let ru = Language::Ru;
    check(
        "4 мая 2014 года в Бресте подписали договор о едином рынке.",
        ru,
        "2014-05-04",
        &["sign", "treaty", "market"],
        Treaty,
    );
    check(
        "В июне 2017 года создана рабочая группа по тарифам.",
        ru,
        "2017-06",
        &["set-up", "working-group"],
        WorkingGroup,
    );
    check(
        "Главы правительств 11 ноября 2020 года утвердили дорожную карту по налогам.",
        ru,
        "2020-11-11",
        &["approve", "roadmap"],
        Roadmap,
    );
    check(
        "Во вторник переговоры об интеграции отложили.",
        ru,
        "2022-03-08",
        &["postpone", "negotiate", "integration"],
        Decision,
    );
    check(
        "Соглашение вступило в силу 1 июля 2015 года.",
        ru,
        "2015-07-01",
        &["in-force", "treaty"],
        Implementation,
    );
}

#[test]
fn steps_are_found_in_belarusian() {
    let be = Language::Be;
    check(
        "4 мая 2014 года ў Брэсце падпісалі дагавор аб адзіным рынку.",
        be,
        "2014-05-04",
        &["sign", "treaty"],
        Treaty,
    );
    check(
        "У чэрвені 2017 года створана рабочая група па тарыфах.",
        be,
        "2017-06",
        &["set-up", "working-group"],
        WorkingGroup,
    );
    check(
        "Урады 11 лістапада 2020 года зацвердзілі дарожную карту па падатках.",
        be,
        "2020-11-11",
        &["approve", "roadmap"],
        Roadmap,
    );
    check(
        "У лістападзе 2019 года бакі правялі перамовы аб інтэграцыі.",
        be,
        "2019-11",
        &["negotiate", "integration"],
        Negotiation,
    );
}

#[test]
fn without_a_date_a_deed_or_a_matter_nothing_is_found() {
    for text in [
        "The presidents signed the treaty.",
        "On 4 May 2014 it rained in Brest.",
        "On 4 May 2014 they signed autographs.",
        "The treaty of 4 May 2014 is long.",
    ] {
        assert_eq!(read_as(text, Language::En, (2022, 3, 10)), [], "{text}");
    }
}

#[test]
fn the_date_nearest_to_the_deed_is_the_one_it_is_about() {
    let text =
        "In 2019 there was hope, yet the protocol was signed only on 3 June 2021, after the talks of 2020.";
    let found = read_as(text, Language::En, (2022, 3, 10));
    assert_eq!(found[0].date.words, "3 June 2021");
}

#[test]
fn a_doubt_takes_from_the_score_and_a_day_tells_more_than_a_year() {
    let score = |text: &str| {
        let found = read_as(text, Language::En, (2022, 3, 10));
        let one = &found[0];
        let cues = one.cues.iter().filter_map(|hit| cue(hit.id)).map(|cue| (cue, cue.weight));
        weigh(cues, one.date.value.as_ref().unwrap())
    };
    let sure = score("The protocol was signed on 3 June 2021.");
    assert!(score("The protocol would be signed on 3 June 2021, allegedly.") < sure);
    assert!(score("The protocol was signed in 2021.") < sure);
}

#[test]
fn what_lies_ahead_is_due_by_then_and_deeds_tell_how_far_a_promise_has_come() {
    let cues: Vec<&'static Cue> = ["complete", "roadmap"].iter().filter_map(|id| cue(id)).collect();
    assert_eq!((kind_of(&cues, true), kind_of(&cues, false)), (MilestoneKind::Deadline, Roadmap));
    assert_eq!(status_of(&cues), Some(Status::Done));
    assert_eq!(status_of(&[cue("treaty").unwrap()]), None);
}

#[test]
fn every_cue_has_a_name_of_its_own_words_that_can_be_found_and_a_weight() {
    let ids: BTreeSet<&str> = CUES.iter().map(|cue| cue.id).collect();
    assert_eq!(ids.len(), CUES.len());
    for cue in CUES {
        assert!(cue.weight > 0.0 && cue.weight < 1.0, "{}", cue.id);
        for words in cue.words.iter().flat_map(|words| words.split('|')) {
            assert_eq!(crate::topics::term_fault(TermKind::Stem, words), None, "{}: {words:?}", cue.id);
        }
    }
}

#[test]
fn a_title_says_what_happened_without_when_and_who_reports_it() {
    #[track_caller]
    fn check(sentence: &str, language: Language, expected: &str) {
        let dates: Vec<Span> = dates::mentions(sentence, &[], Some(language), None, None)
            .into_iter()
            .map(|date| date.span)
            .collect();
        assert_eq!(title(sentence, &dates), expected);
    }
    let (en, ru, be) = (Language::En, Language::Ru, Language::Be);
    check(
        "In June 2017, the ministers set up a joint commission.",
        en,
        "The ministers set up a joint commission",
    );
    check(
        "The treaty on tariffs was signed in Brest on 4 May 2014.",
        en,
        "The treaty on tariffs was signed in Brest",
    );
    check(
        "The parties agreed on 14 roadmaps on 3 June 2021, the agency said.",
        en,
        "The parties agreed on 14 roadmaps",
    );
    check("4 мая 2014 года в Бресте подписали договор.", ru, "В Бресте подписали договор");
    check(
        "Как сообщили в Бресте, 10 мая 2022 года стороны подписали договор.",
        ru,
        "Стороны подписали договор",
    );
    check(
        "As TASS reported, the parties agreed on 3 June 2021 in Minsk.",
        en,
        "The parties agreed on 3 June 2021 in Minsk",
    );
    check("У чэрвені 2017 года створана рабочая група.", be, "Створана рабочая група");
    let long = format!("The {} agreed on 3 June 2021.", "very ".repeat(40));
    let cut = title(&long, &[]);
    assert!(cut.chars().count() <= 111 && cut.ends_with("very…"), "{cut}");
}

#[test]
fn words_that_look_alike_are_no_cue() {
    let ids = |text: &str, language| -> Vec<&str> {
        cued_words(text, Some(language)).iter().map(|cue| cue.id).collect()
    };
    assert_eq!(ids("новый договор", Language::Ru), ["treaty"]);
    assert_eq!(ids("подписчик и начальник", Language::Ru), Vec::<&str>::new());
    assert_eq!(ids("стороны договорятся", Language::Ru), ["agree"]);
    assert_eq!(ids("a sign of spring", Language::En), Vec::<&str>::new());
}
