//! What the learner does, on sentences made for it.

#![allow(clippy::unwrap_used)]

use chancery_model::{ArticleId, CodePoints, Language, TopicId};

use super::*;

const ENERGY: TopicId = TopicId(1);
const CULTURE: TopicId = TopicId(2);

/// Title, text, language, whether it is about energy.
const DECIDED: &[(&str, &str, Language, bool)] = &[
    (
        "Gas dearer",
        "The two sides agreed on a price of gas for the year. Supplies of oil go on.",
        Language::En,
        true,
    ),
    (
        "Pipeline",
        "Gazprom shut the pipeline for repairs, and gas was short in the north.",
        Language::En,
        true,
    ),
    (
        "Oil talks",
        "Ministers spoke of oil and the tariff for pumping it through the pipeline.",
        Language::En,
        true,
    ),
    (
        "Книжная ярмарка",
        "В столице открылась выставка книг и картин молодых художников.",
        Language::Ru,
        false,
    ),
    (
        "Цена газа",
        "Стороны согласовали цену на газ. Поставки нефти продолжатся, сообщил Gazprom.",
        Language::Ru,
        true,
    ),
    ("Нефть", "Переговоры о поставках нефти и тарифах на её прокачку отложены.", Language::Ru, true),
    (
        "Газ падаражэў",
        "Бакі дамовіліся пра цану на газ і пастаўкі нафты на наступны год.",
        Language::Be,
        true,
    ),
    ("Нафта", "Пастаўкі нафты спыніліся, газ ідзе па трубаправодзе.", Language::Be, true),
    (
        "Festival",
        "The festival of films opened in the old theatre with music and dance.",
        Language::En,
        false,
    ),
    ("Exhibition", "Painters and poets showed their work; the theatre gave a play.", Language::En, false),
    ("Музыка", "Концерт в театре собрал музыкантов и артистов из двух стран.", Language::Ru, false),
    ("Фестываль", "Фестываль музыкі і кіно адкрыўся ў старым тэатры.", Language::Be, false),
    ("Выстава", "Мастакі паказалі карціны, паэты чыталі вершы ў тэатры.", Language::Be, false),
    ("Choir", "A choir sang in the theatre, and the audience danced to the music.", Language::En, false),
];

fn prose<'a>(title: &'a str, text: &'a str, language: Language) -> Prose<'a> {
    Prose { title, text, furniture: &[], language: Some(language) }
}

fn features(title: &str, text: &str, language: Language) -> Features {
    Features::of(&prose(title, text, language))
}

/// One that was told all of [`DECIDED`].
fn taught() -> Learner {
    let mut learner = Learner::new();
    for (&(title, text, language, yes), id) in DECIDED.iter().zip(0..) {
        learner.note(ENERGY, ArticleId(id), || features(title, text, language), Some(yes));
    }
    learner.settle();
    learner
}

fn probability(learner: &Learner, title: &str, text: &str, language: Language) -> f64 {
    learner.scorer(&[ENERGY]).score(&features(title, text, language))[0].probability
}

#[test]
fn fourteen_decisions_tell_a_topic_in_three_languages() {
    let learner = taught();
    for (text, language) in [
        ("A new price of gas and of oil was agreed on.", Language::En),
        ("Премьер-министры обсудили цены на газ и поставку нефти.", Language::Ru),
        ("Прэм'ер-міністры абмеркавалі цану на газ і пастаўку нафты.", Language::Be),
    ] {
        assert!(probability(&learner, "", text, language) > SUGGESTED_FROM, "{text}");
    }
    for (text, language) in [
        ("The theatre opened its festival with a play.", Language::En),
        ("В театре прошёл концерт артистов.", Language::Ru),
        ("У тэатры паказалі карціны мастакоў і кіно.", Language::Be),
    ] {
        assert!(probability(&learner, "", text, language) < SUGGESTED_FROM, "{text}");
    }
}

#[test]
fn a_name_in_latin_letters_is_learned_in_one_language_and_known_in_another() {
    let learner = taught();
    let (with, without) = ("Кіраўніцтва Gazprom у Мінску", "Кіраўніцтва Belavia у Мінску");
    assert!(probability(&learner, "", with, Language::Be) > probability(&learner, "", without, Language::Be));
}

#[test]
fn a_rejection_counts_at_once_and_taken_back_leaves_no_trace() {
    let mut learner = taught();
    let (title, text) = ("Gas theatre", "The gas of the theatre: a play about the price of oil.");
    let before = probability(&learner, title, text, Language::En);
    let article = ArticleId(99);
    learner.note(ENERGY, article, || features(title, text, Language::En), Some(false));
    learner.train(ENERGY);
    let rejected = probability(&learner, title, text, Language::En);
    assert!(rejected < before - 0.1, "{before} {rejected}");
    learner.note(ENERGY, article, || features(title, text, Language::En), Some(true));
    learner.train(ENERGY);
    assert!(probability(&learner, title, text, Language::En) > before);
    learner.note(ENERGY, article, || features(title, text, Language::En), None);
    learner.train(ENERGY);
    let after = probability(&learner, title, text, Language::En);
    assert!((after - before).abs() < 0.1, "{before} {after}");
}

#[test]
fn the_same_decisions_give_the_same_numbers() {
    let score =
        |learner: &Learner| probability(learner, "Oil", "Pipeline and theatre", Language::En).to_bits();
    assert_eq!(score(&taught()), score(&taught()));
}

#[test]
fn a_topic_with_one_side_only_has_learned_nothing() {
    let mut learner = taught();
    learner.note(CULTURE, ArticleId(8), Features::default, Some(true));
    learner.train(CULTURE);
    assert_eq!(learner.learned().collect::<Vec<_>>(), [ENERGY]);
    assert_eq!(learner.scorer(&[CULTURE]).score(&Features::default()), []);
    let opposite = ArticleId(0);
    learner.note(CULTURE, opposite, Features::default, Some(false));
    learner.train(CULTURE);
    assert_eq!(learner.learned().collect::<Vec<_>>(), [ENERGY, CULTURE]);
    learner.note(CULTURE, opposite, Features::default, None);
    learner.train(CULTURE);
    assert_eq!(learner.learned().collect::<Vec<_>>(), [ENERGY]);
}

#[test]
fn a_scorer_stands_by_itself_while_decisions_go_on() {
    let mut learner = taught();
    let scorer = learner.scorer(&[CULTURE, ENERGY]);
    let asked = features("Gas", "A price of gas and oil", Language::En);
    let before = scorer.score(&asked);
    assert_eq!(before.iter().map(|score| score.topic).collect::<Vec<_>>(), [ENERGY]);
    learner.note(ENERGY, ArticleId(99), || asked.clone(), Some(false));
    learner.train(ENERGY);
    assert_eq!(scorer.score(&asked), before);
    assert_ne!(learner.scorer(&[ENERGY]).score(&asked), before);
}

#[test]
fn the_words_of_an_explanation_stand_where_it_says_and_add_up_to_the_probability() {
    let learner = taught();
    let (title, text) = ("Газ и театр", "Цены на газ выросли. О газе говорили и в театре — «Gazprom».");
    let asked = prose(title, text, Language::Ru);
    let explanation = learner.explain(ENERGY, &asked).unwrap();
    let odds = explanation.offset + explanation.words.iter().map(|word| word.weight).sum::<f64>();
    let probability = probability(&learner, title, text, Language::Ru);
    assert!((1.0 / (1.0 + (-odds).exp()) - probability).abs() < 1e-4, "{odds} {probability}");

    let points = CodePoints::new(text);
    let said = |word: &Spoken| -> Vec<String> {
        word.spans.iter().map(|&span| points.slice(span).unwrap().to_owned()).collect()
    };
    let gas = explanation.words.iter().find(|word| word.form == "Газ").unwrap();
    assert_eq!((said(gas), gas.in_title), (vec!["газ".to_owned(), "газе".to_owned()], true));
    assert!(gas.weight > 0.0);
    let theatre = explanation.words.iter().find(|word| word.form == "театр").unwrap();
    assert_eq!(said(theatre), ["театре"]);
    assert!(theatre.weight < 0.0);
    assert!(explanation.words.windows(2).all(|pair| pair[0].weight.abs() >= pair[1].weight.abs()));
    assert_eq!(learner.explain(CULTURE, &asked), None);
}

#[test]
fn the_nearest_are_those_with_the_same_words_and_never_the_article_itself() {
    let learner = taught();
    let (title, text, language, _) = DECIDED[5];
    let nearest = learner.nearest(ENERGY, ArticleId(5), &features(title, text, language), 2);
    assert_eq!(nearest.accepted.first().map(|near| near.article), Some(ArticleId(4)));
    assert!(nearest.accepted.len() <= 2 && nearest.rejected.len() <= 2);
    let all = nearest.accepted.iter().chain(&nearest.rejected);
    assert!(
        all.clone().all(|near| near.article != ArticleId(5) && near.likeness > 0.0 && near.likeness < 1.0)
    );
    assert_eq!(learner.nearest(CULTURE, ArticleId(5), &Features::default(), 2), Nearest::default());
}

#[test]
fn words_are_weighed_anew_when_a_tenth_more_articles_came_in() {
    let mut learner = taught();
    assert!(learner.is_settled());
    let more = |number: i64| features("", &format!("слово{number} газ"), Language::Ru);
    learner.note(ENERGY, ArticleId(50), || more(50), Some(true));
    assert!(learner.is_settled());
    learner.note(ENERGY, ArticleId(51), || more(51), Some(true));
    assert!(!learner.is_settled());
    learner.settle();
    assert!(learner.is_settled());
}

#[test]
fn an_article_without_words_and_one_of_unknown_words_are_taken() {
    let learner = taught();
    for asked in [Features::default(), features("", "zzz qqq", Language::En)] {
        let score = learner.scorer(&[ENERGY]).score(&asked)[0];
        assert!(score.closeness == 0.0 && score.probability > 0.0 && score.probability < 1.0, "{score:?}");
    }
}
