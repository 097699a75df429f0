//! The rule engine on a small codebook.

use super::*;
use chancery_model::{CodePoints, FurnitureKind, InLanguages, Term};
use proptest::prelude::*;

fn topic(slug: &str, terms: &[(Language, &str, f64)]) -> Topic {
    let terms = terms.iter().map(|&(language, text, weight)| Term {
        language,
        text: text.to_owned(),
        kind: if text.chars().all(char::is_uppercase) { TermKind::Exact } else { TermKind::Stem },
        weight,
        facet: None,
    });
    Topic {
        slug: slug.to_owned(),
        parent: None,
        group: false,
        label: InLanguages::english(slug),
        definition: InLanguages::default(),
        include: InLanguages::default(),
        exclude: InLanguages::default(),
        threshold: 0.5,
        terms: terms.collect(),
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
