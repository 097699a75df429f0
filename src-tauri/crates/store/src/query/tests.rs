use proptest::prelude::*;

use chancery_model::{Edtf, Language};

use super::*;

const TODAY: Day = Day { year: 2026, month: 11, day: 22 };

#[track_caller]
fn check(text: &str, read_as: &str) {
    let (query, hints) = Query::read(text, TODAY);
    assert_eq!(query.to_string(), read_as, "{text:?}");
    assert!(hints.is_empty(), "{text:?}: {hints:?}");
}

#[track_caller]
fn check_hint(text: &str, read_as: &str, typed: &str, why: Unread) {
    let (query, hints) = Query::read(text, TODAY);
    assert_eq!(query.to_string(), read_as, "{text:?}");
    assert_eq!(hints, [Hint { typed: typed.to_owned(), why }], "{text:?}");
}

#[test]
fn a_query_is_read_and_shown_as_read() {
    check("gas price", "gas price");
    check("  gas OR oil price ", "(gas OR oil) price");
    check("gas OR oil", "gas OR oil");
    check("\"единая валюта\" -кредит*", "\"единая валюта\" -кредит*");
    check("Belarus-Russia", "\"Belarus Russia\"");
    check("\"not closed", "\"not closed\"");
    check("gas AND (oil) ^x", "gas oil x");
    check("OR gas OR", "gas");
    check("gas OR OR oil", "gas OR oil");
    check("- -- * \"\" '", "");
    check("-\"no hurry\" loan", "-\"no hurry\" loan");
    check("gas NOT oil", "gas -oil");
    check("NOT -gas", "gas");
    check("\"OR\" \"NEAR\"", "\"OR\" \"NEAR\"");
    check("oil*", "oil*");
}

#[test]
fn brackets_group_however_they_stand() {
    check("(gas price) OR (oil cost)", "(gas price) OR (oil cost)");
    check("-(gas OR oil) price", "-(gas OR oil) price");
    check("((gas))", "gas");
    check("gas) (oil", "gas oil");
    check("(gas OR (oil OR coal)) price", "(gas OR oil OR coal) price");
    check("() gas ( OR )", "gas");
    check(&format!("{}gas", "(".repeat(5_000)), "gas");
    check(&format!("{}gas{} oil", "(".repeat(40), ")".repeat(40)), "gas oil");
}

#[test]
fn forms_and_neighbourhoods() {
    check("=\"единой валюты\" =gas", "=\"единой валюты\" =\"gas\"");
    check("gas NEAR price", "gas NEAR/10 price");
    check("gas NEAR/3 \"единая цена\" oil", "gas NEAR/3 \"единая цена\" oil");
    check("NEAR(gas price, 5) oil", "gas NEAR/5 price oil");
    check("NEAR(gas \"oil price\")", "gas NEAR/10 \"oil price\"");
    check("NEAR(gas", "gas");
    check("-(gas NEAR/5 price)", "-(gas NEAR/5 price)");
    check("gas NEAR", "gas");
    check_hint("gas NEAR oil*", "gas oil*", "NEAR", Unread::NotNear);
    check_hint("gas NEAR/4 lang:ru", "gas lang:ru", "NEAR/4", Unread::NotNear);
}

#[test]
fn fields_are_read_in_three_languages() {
    check("topic:economy gas", "topic:economy gas");
    check("topic:\"single currency\"", "topic:\"single currency\"");
    check("тема:экономика язык:русский", "topic:экономика lang:ru");
    check("lang:ru,be", "lang:ru OR lang:be");
    check("-lang:en gas", "-lang:en gas");
    check("before:2019-12-01 after:2018", "before:2019-12-01 after:2018");
    check("after:\"autumn 2019\"", "after:2019-23");
    check("до:\"ноября 2019\"", "before:2019-11");
    check("has:note -has:tag has:веха", "has:note -has:tag has:evidence");
    check("outlet:belta.by milestone:#12", "outlet:belta.by milestone:\"#12\"");
    check("Topic:x OR gas", "topic:x OR gas");
}

#[test]
fn what_cannot_be_read_is_told() {
    check_hint("title:gas oil", "\"title gas\" oil", "title:gas", Unread::NoSuchField);
    check_hint("topic: gas", "gas", "topic:", Unread::NoValue);
    check_hint("before:soon gas", "gas", "before:soon", Unread::NotADate);
    check_hint("lang:klingon gas", "gas", "lang:klingon", Unread::NotALanguage);
    check_hint("has:wings gas", "gas", "has:wings", Unread::NotHad);
    check_hint("inte*ration", "\"inte ration\"", "inte*ration", Unread::Star);
    check_hint("gas.* oil*", "gas oil*", "gas.*", Unread::Star);
    check("12:30 https://belta.by/gas", "\"12 30\" \"https belta by gas\"");
    check("Минск: газ", "Минск газ");
}

#[test]
fn a_pasted_text_is_cut_and_told() {
    let text: Vec<String> = (0..5_000).map(|number| format!("слово{number}")).collect();
    let (query, hints) = Query::read(&text.join(" "), TODAY);
    assert_eq!(query.terms().count(), 128);
    assert_eq!(hints, [Hint { typed: "слово128".into(), why: Unread::TooMany }]);
    let neighbours = ["газ"; 1_000].join(" NEAR ");
    check_hint(&neighbours, &["газ"; 8].join(" NEAR/10 "), "газ", Unread::TooMany);
}

fn word() -> impl Strategy<Value = String> + Clone {
    "[a-cб-гєў]{1,3}|OR|AND|NOT|NEAR|19[0-9]{2}"
}

fn term() -> impl Strategy<Value = QueryTerm> {
    let words = prop::collection::vec(word(), 1..3);
    prop_oneof![
        words.clone().prop_map(QueryTerm::Words),
        words.clone().prop_map(QueryTerm::Exact),
        "[a-cб-г]{1,4}".prop_map(QueryTerm::Prefix),
        (prop::collection::vec(words, 2..4), 0..1_000_u32)
            .prop_map(|(parts, within)| QueryTerm::Near { parts, within }),
        "[a-cб-г]{1,3}([ ,#-][a-c]{1,2})?".prop_map(|value| QueryTerm::Field(QueryField::Topic(value))),
        "[a-c]{1,3}(\\.[a-c]{2})?".prop_map(|value| QueryTerm::Field(QueryField::Outlet(value))),
        prop::sample::select(vec!["2019-11", "2019-23/2020", "1999-12-08"]).prop_map(date),
        Just(QueryTerm::Field(QueryField::Language(Language::Be))),
        Just(QueryTerm::Field(QueryField::Has(Has::Evidence))),
    ]
}

fn date(edtf: &str) -> QueryTerm {
    QueryTerm::Field(Edtf::parse(edtf).map_or(QueryField::Has(Has::Date), QueryField::On))
}

fn ask() -> impl Strategy<Value = Ask> {
    term().prop_map(Ask::Term).prop_recursive(4, 24, 4, |inner| {
        let some = prop::collection::vec(inner.clone(), 2..4);
        prop_oneof![
            some.clone().prop_filter_map("none", Ask::all),
            some.prop_filter_map("none", Ask::any),
            inner.prop_map(Ask::not),
        ]
    })
}

proptest! {
    #[test]
    fn a_query_printed_reads_as_the_same(all in prop::collection::vec(ask(), 0..4)) {
        let all = Ask::all(all).map(Ask::conjuncts).unwrap_or_default();
        let query = Query { all, as_typed: false };
        let (read, hints) = Query::read(&query.to_string(), TODAY);
        prop_assert_eq!(&read, &query, "{}", query);
        prop_assert!(hints.is_empty(), "{} {:?}", query, hints);
    }

    #[test]
    fn what_is_shown_reads_as_the_same_query(
        text in "(OR |AND |NOT |NEAR |NEAR/3 |NEAR\\(|-|=|\"|\\*|\\(|\\)|,|topic:|lang:ru|before:2019 |has:note|[a-cб-г’'.]{1,3}| ){0,20}"
    ) {
        let query = Query::parse(&text);
        prop_assert_eq!(Query::parse(&query.to_string()), query);
    }

    #[test]
    fn anything_can_be_typed(text in "\\PC{0,60}") {
        let query = Query::parse(&text);
        prop_assert_eq!(Query::parse(&query.to_string()), query);
    }
}
