//! The rule engine on a small codebook.

use super::*;
use chancery_model::{CodePoints, FurnitureKind, InLanguages, Term, TermKind, Topic};
use proptest::prelude::*;

fn topic(slug: &str, terms: &[(Language, &str, f64)]) -> Topic {
    let terms = terms.iter().map(|&(language, text, weight)| {
        let kind = if text.chars().all(char::is_uppercase) { TermKind::Exact } else { TermKind::Stem };
        term(language, kind, text, weight)
    });
    of_terms(slug, terms.collect())
}

fn term(language: Language, kind: TermKind, text: &str, weight: f64) -> Term {
    Term { language, text: text.to_owned(), kind, weight, facet: None }
}

fn of_terms(slug: &str, terms: Vec<Term>) -> Topic {
    Topic {
        slug: slug.to_owned(),
        parent: None,
        group: false,
        label: InLanguages::english(slug),
        definition: InLanguages::default(),
        include: InLanguages::default(),
        exclude: InLanguages::default(),
        threshold: 0.5,
        terms,
    }
}

fn matcher() -> Matcher {
    Matcher::new(&[
        topic(
            "energy",
            &[
                (Language::En, "gas price", 1.0),
                (Language::En, "gas", 0.4),
                (Language::En, "refiner-", 0.5),
                (Language::Ru, "цена на газ", 1.0),
                (Language::Be, "цана на газ", 1.0),
            ],
        ),
        topic("transport", &[(Language::En, "road", 1.0), (Language::En, "clear- the road", -1.0)]),
        topic(
            "outside",
            &[(Language::En, "EU", 1.0), (Language::En, "sanction", 0.5), (Language::Ru, "ЕС", 1.0)],
        ),
        topic(
            "union",
            &[
                (Language::En, "integration", 1.0),
                (Language::En, "integration with russia", 1.0),
                (Language::En, "political and economic integration", 1.0),
                (Language::En, "economic integration", 0.0),
                (Language::En, "integration of * system", 0.0),
                (Language::Ru, "интеграц-", 1.0),
                (Language::Ru, "интеграц- * систем-", 0.0),
            ],
        ),
    ])
}

#[track_caller]
fn check(text: &str, language: Language, expected: &[(&str, &[&str])]) {
    let found = matcher().suggest("", text, &[], Some(language));
    let found: Vec<(&str, Vec<&str>)> = found
        .iter()
        .map(|s| (s.topic.as_str(), s.reasons.iter().map(|reason| reason.words.as_str()).collect()))
        .collect();
    let expected: Vec<(&str, Vec<&str>)> =
        expected.iter().map(|(slug, words)| (*slug, words.to_vec())).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn terms_match_by_stem_prefix_and_exact_form() {
    check("Gas prices rose.", Language::En, &[("energy", &["Gas prices"])]);
    check("The gas. Prices rose.", Language::En, &[]);
    check("Gas for refineries and refiners", Language::En, &[("energy", &["Gas", "refineries", "refiners"])]);
    check("The EU answered.", Language::En, &[("outside", &["EU"])]);
    check("The eu answered.", Language::En, &[]);
    check("Sanctions were lifted; no sanction stays. Sanctioned again.", Language::En, &[]);
    check("О ценах на газ", Language::Ru, &[("energy", &["ценах на газ"])]);
    check("Пра цану на газ", Language::Be, &[("energy", &["цану на газ"])]);
    check("Пра цену на газ и ЕС", Language::Be, &[("energy", &["цену на газ"]), ("outside", &["ЕС"])]);
    check("We are clearing the road ahead", Language::En, &[]);
    check("A road is built", Language::En, &[("transport", &["road"])]);
}

#[test]
fn a_term_of_weight_zero_excludes_what_overlaps_it_and_does_not_enclose_it() {
    check("Integration with Russia", Language::En, &[("union", &["Integration with Russia"])]);
    check("Economic integration", Language::En, &[]);
    check("Economic integration with Russia", Language::En, &[]);
    let both = "political and economic integration";
    check(both, Language::En, &[("union", &[both])]);
    check("Economic integration, then integration", Language::En, &[("union", &["integration"])]);
}

#[test]
fn a_star_in_a_term_stands_for_one_word() {
    check("The integration of payment systems", Language::En, &[]);
    check("The integration of two payment systems", Language::En, &[("union", &["integration"])]);
    check("The integration of systems", Language::En, &[("union", &["integration"])]);
    check("Integration of payment, systems", Language::En, &[("union", &["Integration"])]);
    check("Об интеграции платёжных систем", Language::Ru, &[]);
}

#[test]
fn the_score_is_the_formula_and_reasons_add_up_to_it() {
    let text = "gas ".repeat(9) + "and the refinery";
    let found = matcher().suggest("Gas price", &text, &[], Some(Language::En));
    // gas price 1 + gas 0.4 × 2 + refinery 0.5
    let mass = 1.0 + 0.8 + 0.5;
    assert!((found[0].score - mass / (mass + 1.0)).abs() < 1e-9);
    let sum: f64 = found[0].reasons.iter().map(|reason| reason.weight).sum();
    assert!((sum - mass).abs() < 1e-9);
    assert_eq!(found[0].reasons[0].span, None);
}

#[test]
fn furniture_speaks_for_nothing() {
    let text = "Read on about the gas price\nNothing here";
    let furniture = [Furniture { span: Span::new(0, 27), kind: FurnitureKind::Menu }];
    assert!(matcher().suggest("", text, &furniture, Some(Language::En)).is_empty());
    assert_eq!(matcher().suggest("", text, &[], Some(Language::En)).len(), 1);
}

proptest! {
    #[test]
    fn every_reason_stands_in_the_text(words in proptest::collection::vec("gas|price|ціна|EU|refinery|the|\\.|\n|\\PC{0,4}", 0..60)) {
        let text = words.join(" ");
        let points = CodePoints::new(&text);
        for language in [None, Some(Language::En), Some(Language::Be), Some(Language::Other(*b"de"))] {
            for suggestion in matcher().suggest("the gas price", &text, &[], language) {
                prop_assert!(!suggestion.reasons.is_empty());
                for reason in suggestion.reasons {
                    if let Some(span) = reason.span {
                        prop_assert_eq!(points.slice(span), Some(reason.words.as_str()));
                    }
                }
            }
        }
    }
}

/// The words found of a topic that has one term.
#[track_caller]
fn finds(kind: TermKind, pattern: &str, text: &str, language: Language, expected: &[&str]) {
    let matcher = Matcher::new(&[of_terms("one", vec![term(language, kind, pattern, 1.0)])]);
    let found = matcher.suggest("", text, &[], Some(language));
    let words: Vec<&str> =
        found.iter().flat_map(|one| &one.reasons).map(|reason| reason.words.as_str()).collect();
    assert_eq!(words, expected, "{pattern} in {text}");
    let points = CodePoints::new(text);
    for reason in found.iter().flat_map(|one| &one.reasons) {
        assert_eq!(reason.span.and_then(|span| points.slice(span)), Some(reason.words.as_str()));
    }
}

#[test]
fn words_near_each_other_are_found_in_any_order_within_a_sentence() {
    let near = TermKind::Near(3);
    finds(near, "gas price", "The price, he said, of gas rose.", Language::En, &["price, he said, of gas"]);
    finds(near, "gas price", "Gas has its prices.", Language::En, &["Gas has its prices"]);
    finds(near, "gas price", "The price of what one calls gas rose.", Language::En, &[]);
    finds(near, "gas price", "It has a price. Gas flows.", Language::En, &[]);
    finds(near, "gas price", "price price of gas", Language::En, &["price of gas"]);
    finds(near, "газ цена", "Цены на российский газ выросли", Language::Ru, &["Цены на российский газ"]);
    finds(TermKind::Near(0), "дзяржава саюзная", "Саюзную дзяржаву", Language::Be, &["Саюзную дзяржаву"]);
    finds(near, "tariff- tariff-", "A tariff. Tariffs on tariffs.", Language::En, &["Tariffs on tariffs"]);
}

#[test]
fn any_of_several_counts_as_one_term() {
    let text = "Oil, then gas pipelines, then oil and oil and oil.";
    let term = term(Language::En, TermKind::AnyOf, "oil | gas pipeline", 0.5);
    let weighed = Matcher::new(&[of_terms("one", vec![term])]).weigh("", text, &[], Some(Language::En));
    let mass: f64 = weighed[0].suggestion.reasons.iter().map(|reason| reason.weight).sum();
    assert!((mass - 1.0).abs() < 1e-9, "never more than double");
    finds(TermKind::AnyOf, "oil|gas pipeline", "Gas pipelines", Language::En, &["Gas pipelines"]);
    finds(TermKind::AnyOf, "oil|gas pipeline", "Gas", Language::En, &[]);
}

#[test]
fn regular_expressions_fit_without_regard_to_case_and_outside_furniture() {
    finds(
        TermKind::Regex,
        r"\bсоюзн\w+ программ\w*",
        "Союзные программы и союзный",
        Language::Ru,
        &["Союзные программы"],
    );
    finds(
        TermKind::Regex,
        r"\b\d+ roadmaps?",
        "All 31 roadmaps; 28 roadmaps.",
        Language::En,
        &["31 roadmaps", "28 roadmaps"],
    );
    let matcher = Matcher::new(&[of_terms("one", vec![term(Language::En, TermKind::Regex, "share", 1.0)])]);
    let furniture = [Furniture { span: Span::new(0, 5), kind: FurnitureKind::Share }];
    assert!(matcher.suggest("", "Share\nthis", &furniture, Some(Language::En)).is_empty());
    assert_eq!(matcher.suggest("A share", "", &[], Some(Language::En))[0].reasons[0].words, "share");
}

#[test]
fn a_term_that_could_never_be_found_is_told() {
    assert_eq!(term_fault(TermKind::Stem, " – "), Some(TermFault::NoWords));
    assert_eq!(term_fault(TermKind::AnyOf, "oil||gas"), Some(TermFault::NoWords));
    assert_eq!(term_fault(TermKind::Near(2), "gas"), Some(TermFault::OneWord));
    assert_eq!(term_fault(TermKind::Regex, "x*"), Some(TermFault::FitsNothing));
    assert!(
        matches!(term_fault(TermKind::Regex, "(oil"), Some(TermFault::NoRegex(why)) if why == "unclosed group")
    );
    assert_eq!(term_fault(TermKind::Near(2), "gas price"), None);
    for id in ["stem", "exact", "near(12)", "any-of", "regex"] {
        assert_eq!(TermKind::from_id(id).map(TermKind::id).as_deref(), Some(id));
    }
    assert_eq!(TermKind::from_id("near(300)"), None);
}

proptest! {
    #[test]
    fn any_term_of_any_kind_is_taken(pattern in "\\PC{0,20}", text in "\\PC{0,60}") {
        for kind in [TermKind::Stem, TermKind::Exact, TermKind::Near(4), TermKind::AnyOf, TermKind::Regex] {
            let matcher = Matcher::new(&[of_terms("one", vec![term(Language::En, kind, &pattern, 1.0)])]);
            let points = CodePoints::new(&text);
            for reason in matcher.suggest("", &text, &[], None).iter().flat_map(|one| &one.reasons) {
                prop_assert_eq!(reason.span.and_then(|span| points.slice(span)), Some(reason.words.as_str()));
            }
        }
    }
}

#[test]
fn every_occurrence_is_told_and_which_of_them_count() {
    let terms = vec![
        term(Language::En, TermKind::Stem, "–", 1.0),
        term(Language::En, TermKind::Stem, "integration", 1.0),
        term(Language::En, TermKind::Stem, "economic integration", 0.0),
        term(Language::En, TermKind::Stem, "integration with Russia", 1.0),
    ];
    let matcher = Matcher::new(&[of_terms("one", terms)]);
    let text = "Economic integration. Integration with Russia.";
    let looked = matcher.look("Integration", text, &[], Some(Language::En));
    let points = CodePoints::new(text);
    let told: Vec<_> = looked
        .hits
        .iter()
        .map(|hit| (hit.term, hit.span.map_or("title", |span| points.slice(span).unwrap()), hit.counts))
        .collect();
    assert_eq!(
        told,
        [
            (1, "title", true),
            (2, "Economic integration", false),
            (1, "integration", false),
            (1, "Integration", false),
            (3, "Integration with Russia", true),
        ]
    );
    let weighed = matcher.weigh("Integration", text, &[], Some(Language::En));
    assert_eq!(looked.weighed.as_ref(), weighed.first());
    assert_eq!(matcher.look("", "nothing", &[], Some(Language::En)), Looked::default());
}
