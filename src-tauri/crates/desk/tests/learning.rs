//! Learning from decisions: what is too blunt is taken back, what was learned follows from the decisions in force and from nothing
//! else, and undoing undoes it.
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use chancery_desk::stored::{ArticleFilter, ArticleSort, ScoredArticle};
use chancery_desk::{Cancel, Desk, FieldValue, Progress, read_codebook_file};
use chancery_model::{ArticleId, CodePoints, TopicId, Verdict};

/// "gas" is too blunt a term: masks have it, too. The other topic has no terms.
const CODEBOOK: &str = r#"
format = 1
name = { en = "Trade and drills" }

[[topic]]
id = "gas"
label = { en = "Gas trade" }
definition = { en = "Gas bought and sold." }
terms = { en = ["gas"], ru = ["газ"], be = ["газ"] }

[[topic]]
id = "drills"
label = { en = "Civil defence drills" }
definition = { en = "Learning to take shelter." }
"#;

const TRADE: [&str; 6] = [
    "The price of gas for Belarus was agreed with Gazprom, and the pipeline contract prolonged until {}.",
    "Talks on the gas tariff went on in Minsk; the ministry of energy expects a discount of {} dollars.",
    "Supplies of gas through the Yamal pipeline grew by {} per cent, the energy ministry said.",
    "Цена на газ для Белоруссии согласована с «Газпромом», контракт на поставки продлён до {} года.",
    "Министерство энергетики ждёт скидку на газ в {} долларов; переговоры о тарифе идут в Минске.",
    "Цану на газ для Беларусі ўзгаднілі з «Газпромам», кантракт на пастаўкі працягнуты да {} года.",
];
const MASKS: [&str; 6] = [
    "Pupils of school {} put on a gas mask in time: the drill of civil defence was held in the shelter.",
    "Rescuers taught {} workers of the plant to wear gas masks; the evacuation drill lasted an hour.",
    "The museum of the war shows {} old masks against gas and helmets of soldiers from the trenches.",
    "Школьники надели маску: газ учебный, тревога тоже, {} спасателей провели учения гражданской обороны.",
    "На учениях {} рабочих завода учились надевать маску, если пойдёт газ; эвакуация заняла час.",
    "Вучні школы {} апранулі маску: газ вучэбны, эвакуацыя прайшла ў сховішча за гадзіну.",
];

/// Number of articles on trade and on masks each.
const EACH: usize = 24;

struct Bench {
    folder: tempfile::TempDir,
    desk: Desk,
}

impl Bench {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("d.dossier");
        let desk = common::library(folder.path(), common::day(2026)).create(&path, "", false).unwrap();
        let codebook = folder.path().join("codebook.toml");
        std::fs::write(&codebook, CODEBOOK).unwrap();
        desk.import_codebook(&read_codebook_file(&codebook).unwrap()).unwrap();
        let bench = Self { folder, desk };
        bench.settle();
        bench.import("trade", &TRADE, EACH);
        bench.import("masks", &MASKS, EACH);
        bench
    }

    fn import(&self, name: &str, sentences: &[&str], number: usize) {
        let folder = self.folder.path().join(name);
        std::fs::create_dir(&folder).unwrap();
        for at in 0..number {
            let mut text = format!("{name} {at}\n\n");
            // Every article says something no other does, or it would be a copy.
            let once = sentences[at % sentences.len()].replace("{}", &(100 + at).to_string());
            write!(text, "{once} {}", "abcdefgh".chars().nth(at % 8).unwrap()).unwrap();
            std::fs::write(folder.join(format!("{name}-{at:02}.txt")), text).unwrap();
        }
        self.desk.import(&[folder], &mut Progress::silent()).unwrap();
    }

    fn topic(&self, slug: &str) -> TopicId {
        self.desk.topic_named(slug).unwrap()
    }

    /// The articles whose title begins with a word, in the order they came in.
    fn named(&self, name: &str) -> Vec<ArticleId> {
        let page = self.desk.articles(None, ArticleFilter::default(), ArticleSort::Captured, 0, 500).unwrap();
        let mut named: Vec<(String, ArticleId)> = page
            .rows
            .into_iter()
            .filter(|row| row.title.starts_with(name))
            .map(|row| (row.title, row.id))
            .collect();
        named.sort_by_key(|(title, _)| {
            title.rsplit(' ').next().and_then(|number| number.parse::<u32>().ok()).unwrap()
        });
        named.into_iter().map(|(_, id)| id).collect()
    }

    fn decide(&self, articles: &[ArticleId], topic: TopicId, verdict: Verdict) -> (usize, usize) {
        let effects = self.desk.decide(articles, topic, verdict, "").unwrap().value;
        assert!(!effects.later);
        effects.topics.iter().fold((0, 0), |(withdrawn, new), effect| {
            assert_eq!(effect.topic, topic, "a decision speaks for its own topic");
            (withdrawn + effect.withdrawn.len(), new + effect.new.len())
        })
    }

    /// Five accepted and five rejected: what the tests begin with.
    fn taught(&self) -> (usize, usize) {
        let (gas, trade) = (self.topic("gas"), self.named("trade"));
        self.decide(&[trade[0], trade[1], trade[3], trade[4], trade[5]], gas, Verdict::Accepted);
        self.decide(&self.named("masks")[..5], gas, Verdict::Rejected)
    }

    /// What the window does in the background.
    fn settle(&self) {
        self.desk.suggest_anew(&mut Progress::silent()).unwrap();
        self.desk.learn(&mut Progress::silent()).unwrap();
        assert!(!self.desk.suggestions_wait());
    }

    fn scores(&self, topic: TopicId) -> Vec<(ScoredArticle, bool)> {
        self.desk.read(|reader| reader.scores(topic)).unwrap()
    }

    fn waiting(&self, topic: TopicId) -> Vec<ArticleId> {
        self.scores(topic).into_iter().filter(|(_, waits)| *waits).map(|(one, _)| one.article).collect()
    }

    /// Every suggestion of every topic, with its parts.
    fn all(&self) -> BTreeMap<&'static str, Vec<(ScoredArticle, bool)>> {
        ["gas", "drills"].into_iter().map(|slug| (slug, self.scores(self.topic(slug)))).collect()
    }

    fn reopened(self) -> Self {
        let path = self.desk.path().to_owned();
        drop(self.desk);
        let desk = open(self.folder.path(), &path);
        Self { folder: self.folder, desk }
    }
}

fn open(folder: &Path, path: &Path) -> Desk {
    common::library(folder, common::day(2026)).open(path).unwrap()
}

#[test]
fn after_five_rejections_the_like_is_withdrawn_and_what_belongs_stays() {
    let bench = Bench::new();
    let gas = bench.topic("gas");
    assert_eq!(bench.waiting(gas).len(), 2 * EACH, "the rules can't tell them apart");
    let (withdrawn, new) = bench.taught();
    assert!(withdrawn >= (EACH - 5) * 2 / 3, "{withdrawn} withdrawn");
    assert_eq!(new, 0);
    let waiting = bench.waiting(gas);
    let trade = bench.named("trade");
    let lost: Vec<usize> = (6..EACH).filter(|&at| !waiting.contains(&trade[at])).collect();
    assert_eq!(lost, [0_usize; 0], "none of what belongs was withdrawn");
    assert_eq!(waiting.len(), 2 * EACH - 10 - withdrawn);
}

#[test]
fn one_side_alone_teaches_nothing() {
    let bench = Bench::new();
    let gas = bench.topic("gas");
    assert_eq!(bench.decide(&bench.named("masks")[..5], gas, Verdict::Rejected), (0, 0));
    assert_eq!(bench.decide(&bench.named("trade")[..1], gas, Verdict::Accepted), (0, 0));
    assert!(bench.scores(gas).iter().all(|(one, _)| one.learned.is_none()));
}

#[test]
fn a_score_is_made_of_its_two_parts_openly() {
    let bench = Bench::new();
    bench.taught();
    let gas = bench.topic("gas");
    let by = bench.desk.read(|reader| reader.learned_by()).unwrap()[&gas];
    assert_eq!((by.decisions, by.weight), (10, 0.5));
    for (one, _) in bench.scores(gas) {
        let learned = one.learned.unwrap();
        assert!((one.score - (one.rules * (1.0 - by.weight) + learned * by.weight)).abs() < 1e-12);
        assert!(one.score >= 0.5 - 1e-9);
    }
}

#[test]
fn every_word_of_a_reason_stands_in_the_article_and_none_is_without() {
    let bench = Bench::new();
    bench.taught();
    let drills = bench.topic("drills");
    bench.decide(&bench.named("masks")[..4], drills, Verdict::ByHand);
    bench.decide(&bench.named("trade")[..4], drills, Verdict::Rejected);
    let mut seen = 0;
    for article in [bench.named("trade"), bench.named("masks")].concat() {
        let detail = bench.desk.article(article).unwrap();
        let points = CodePoints::new(&detail.text);
        for suggested in bench.desk.suggestions(article).unwrap() {
            let speak_for = suggested.words.iter().filter(|word| word.weight > 0.0);
            assert!(speak_for.count() + suggested.row.suggestion.reasons.len() > 0);
            for word in &suggested.words {
                assert!(word.in_title || !word.spans.is_empty(), "{word:?}");
                let first = word.spans.first().and_then(|span| points.slice(*span));
                assert!(first.is_none_or(|first| word.in_title || first == word.form), "{word:?}");
                seen += 1;
            }
        }
    }
    assert!(seen > 50);
}

#[test]
fn a_topic_without_terms_is_suggested_by_learning_alone() {
    let bench = Bench::new();
    let drills = bench.topic("drills");
    assert!(bench.waiting(drills).is_empty());
    let masks = bench.named("masks");
    bench.decide(&masks[..6], drills, Verdict::ByHand);
    let (_, new) = bench.decide(&bench.named("trade")[..6], drills, Verdict::Rejected);
    let waiting = bench.waiting(drills);
    assert_eq!(waiting.len(), new);
    assert!(masks[6..].iter().filter(|id| waiting.contains(id)).count() >= 12, "{waiting:?}");
    assert!(bench.named("trade").iter().all(|id| !waiting.contains(id)));
    let nearby = bench.desk.nearest_decided(drills, masks[12]).unwrap();
    assert!(nearby.accepted[0].1 > nearby.rejected.first().map_or(0.0, |near| near.1));
    assert!(masks[..6].contains(&nearby.accepted[0].0));
}

#[test]
fn undo_and_redo_take_the_effect_back_and_bring_it_again() {
    let bench = Bench::new();
    let untaught = bench.all();
    bench.taught();
    let taught = bench.all();
    assert_ne!(untaught, taught);
    bench.desk.undo().unwrap();
    bench.desk.undo().unwrap();
    let scored = |all: &BTreeMap<&str, Vec<(ScoredArticle, bool)>>| format!("{all:?}");
    assert_eq!(scored(&bench.all()), scored(&untaught));
    assert!(bench.desk.read(|reader| reader.learned_by()).unwrap().is_empty());
    bench.desk.redo().unwrap();
    bench.desk.redo().unwrap();
    assert_eq!(bench.all(), taught);
    bench.desk.clear_decision(&bench.named("masks")[..5], bench.topic("gas")).unwrap();
    assert_eq!(bench.waiting(bench.topic("gas")).len(), 2 * EACH - 5);
}

#[test]
fn the_same_decisions_give_the_same_suggestions_however_they_came_about() {
    let bench = Bench::new();
    bench.taught();
    bench.decide(&bench.named("trade")[6..11], bench.topic("gas"), Verdict::Accepted);
    let expected = bench.all();
    let bench = bench.reopened();
    assert_eq!(bench.all(), expected);

    // In another order, one by one, with detours, and opened again in between.
    let mut other = Bench::new();
    let (trade, masks, gas) = (other.named("trade"), other.named("masks"), other.topic("gas"));
    for at in [10, 6, 8, 7, 9] {
        other.decide(&[trade[at]], gas, Verdict::Accepted);
        other.decide(&[masks[at - 6]], gas, Verdict::Rejected);
        other.decide(&[masks[at + 4]], gas, Verdict::Accepted);
        other.desk.undo().unwrap();
        other = other.reopened();
    }
    other.decide(&masks[9..10], gas, Verdict::Accepted);
    other.decide(&[trade[5], trade[0], trade[3], trade[1], trade[4]], gas, Verdict::ByHand);
    other.desk.clear_decision(&masks[9..10], gas).unwrap();
    assert_eq!(other.all(), expected);
}

#[test]
fn decisions_on_articles_in_the_bin_do_not_count_until_they_come_back() {
    let bench = Bench::new();
    bench.taught();
    let taught = bench.all();
    let masks = bench.named("masks");
    bench.desk.remove_articles(&masks[..4]).unwrap();
    assert!(bench.waiting(bench.topic("gas")).contains(&masks[6]), "one rejection alone is not heard");
    bench.desk.restore_articles(&masks[..4]).unwrap();
    assert_eq!(bench.all(), taught);
    bench.desk.remove_articles(&masks[..4]).unwrap();
    bench.desk.undo().unwrap();
    assert_eq!(bench.all(), taught);
    bench.desk.remove_articles(&masks[..4]).unwrap();
    bench.desk.empty_bin().unwrap();
    assert!(bench.desk.verify().unwrap().is_sound());
    assert!(bench.scores(bench.topic("gas")).iter().all(|(one, _)| one.learned.is_none()));
}

#[test]
fn what_comes_in_after_learning_is_suggested_by_what_was_learned() {
    let bench = Bench::new();
    bench.taught();
    let before = bench.waiting(bench.topic("gas"));
    let more: Vec<String> = MASKS.iter().map(|line| line.replace("{}", "seventy {}")).collect();
    bench.import("masks-again", &more.iter().map(String::as_str).collect::<Vec<_>>(), 6);
    bench.import("trade-again", &["Export of gas and a new pipeline: the price was agreed in {}."], 1);
    let waiting = bench.waiting(bench.topic("gas"));
    assert!(waiting.contains(&bench.named("trade-again")[0]));
    let blunt = waiting.iter().filter(|id| !before.contains(id)).count() - 1;
    assert!(blunt <= 2, "{blunt} of six masks came in as gas trade");
    // As if everything had been there when it learned.
    let expected = bench.all();
    bench.desk.undo().unwrap();
    bench.desk.redo().unwrap();
    bench.decide(&bench.named("trade")[6..7], bench.topic("gas"), Verdict::Accepted);
    bench.desk.undo().unwrap();
    assert_eq!(bench.all(), expected);
}

#[test]
fn another_codebook_and_another_title_are_heard() {
    let bench = Bench::new();
    bench.taught();
    let gas = bench.topic("gas");
    let codebook = bench.folder.path().join("codebook.toml");
    let narrower = CODEBOOK.replace("[\"gas\"]", "[\"gas\", { text = \"price of gas\", weight = 0.0 }]");
    std::fs::write(&codebook, narrower).unwrap();
    let taught = bench.all();
    let incoming = read_codebook_file(&codebook).unwrap();
    bench.desk.import_codebook(&incoming).unwrap();
    bench.settle();
    bench.decide(&bench.named("trade")[6..18], gas, Verdict::Accepted);
    let rules: Vec<f64> = bench.scores(gas).iter().map(|(one, _)| one.rules).collect();
    assert!(rules.contains(&0.0), "suggested by what was learned alone");
    bench.desk.undo().unwrap();
    bench.desk.undo().unwrap();
    bench.settle();
    assert_eq!(bench.all(), taught);

    let title = |words: &str| FieldValue { text: Some(words.to_owned()), ..FieldValue::default() };
    let field = chancery_desk::stored::FieldName::Title;
    let undecided = bench.named("trade")[12];
    let of = |id| bench.scores(gas).into_iter().find(|(one, _)| one.article == id).map(|(one, _)| one);
    let before = of(undecided);
    bench.desk.correct_field(undecided, field, title("Civil defence drill: pupils put on a mask")).unwrap();
    let after = of(undecided);
    assert!(after.map(|one| one.score) < before.map(|one| one.score), "{before:?} {after:?}");
    bench.desk.undo().unwrap();
    assert_eq!(of(undecided), before);
}

#[test]
fn work_that_was_cancelled_waits_and_is_done_whole_the_next_time() {
    let bench = Bench::new();
    bench.taught();
    let path = bench.desk.path().to_owned();
    let (gas, trade) = (bench.topic("gas"), bench.named("trade"));
    let taught = bench.all();
    // Decided by a desk that was ended before it learned: only the decision is in the dossier.
    let bench = Bench { desk: open(bench.folder.path(), &cut_off(&bench, &path, gas, trade[6])), ..bench };
    assert!(bench.desk.suggestions_wait());
    assert_ne!(bench.all()["gas"].len(), 0);
    let cancel = Cancel::default();
    cancel.cancel();
    bench.desk.learn(&mut Progress::new(cancel, |_| {})).unwrap();
    assert!(bench.desk.suggestions_wait(), "cancelled, it waits on");
    bench.settle();
    let decided = bench.all();
    assert_ne!(decided, taught);
    bench.desk.undo().unwrap();
    assert_eq!(bench.all(), taught);
}

/// A copy of the dossier in which a decision was made by nobody who learns.
fn cut_off(bench: &Bench, path: &Path, topic: TopicId, article: ArticleId) -> std::path::PathBuf {
    use chancery_store::{Moment, NewOperation, OpenOptions, Store};
    let copy = path.with_file_name("cut-off.dossier");
    bench.desk.backup(&copy).unwrap();
    let store = Store::open(&copy, &OpenOptions { backup_dir: bench.folder.path().join("backups") }).unwrap();
    let new = NewOperation {
        kind: chancery_model::OperationKind::Decide,
        args: serde_json::json!({}),
        at: Moment(1),
    };
    let decide = |writer: &chancery_store::Writer<'_>| writer.decide(article, topic, Verdict::Accepted, "");
    store.perform::<_, chancery_store::Error>(new, decide).unwrap();
    copy
}

#[test]
fn decisions_made_while_it_learns_supersede_what_it_was_at() {
    let bench = Bench::new();
    bench.taught();
    let (gas, trade) = (bench.topic("gas"), bench.named("trade"));
    let copy = cut_off(&bench, bench.desk.path(), gas, trade[6]);
    let desk = open(bench.folder.path(), &copy);
    // What is read anew tells its steps: in one of them somebody decides.
    desk.correct_field(
        trade[8],
        chancery_desk::stored::FieldName::Title,
        FieldValue { text: Some("trade 8".into()), ..FieldValue::default() },
    )
    .unwrap();
    let mut later = false;
    let effects = {
        let mut progress = Progress::new(Cancel::default(), |_| {
            if !later {
                later = desk.decide(&[trade[7]], gas, Verdict::Accepted, "").unwrap().value.later;
            }
        })
        .unthrottled();
        desk.learn(&mut progress).unwrap()
    };
    assert!(later, "it was at work");
    assert!(effects.len() <= 1);
    let expected = {
        bench.decide(&[trade[6], trade[7]], gas, Verdict::Accepted);
        bench.scores(gas)
    };
    assert_eq!(desk.read(|reader| reader.scores(gas)).unwrap(), expected);
    assert!(!desk.read(|reader| reader.learned_by()).unwrap().is_empty());
}

#[test]
fn how_a_topic_learns_is_measured_on_the_analysts_own_decisions() {
    let bench = Bench::new();
    let (gas, trade, masks) = (bench.topic("gas"), bench.named("trade"), bench.named("masks"));
    for at in 0..12 {
        bench.decide(&trade[at..=at], gas, Verdict::Accepted);
        bench.decide(&masks[at..=at], gas, Verdict::Rejected);
    }
    let learning = bench.desk.topic_learning(gas).unwrap();
    assert_eq!((learning.accepted, learning.rejected, learning.by_hand), (12, 12, 0));
    assert_eq!(learning.curve.last().unwrap().decisions, 24);
    let first = learning.curve.first().unwrap();
    assert_eq!((first.right, first.wrong), (1, 1), "by the rules both are suggested");
    let wrong = |from: usize| learning.curve[from..from + 4].iter().map(|one| one.wrong).sum::<usize>();
    assert!(wrong(8) < wrong(0), "{:?}", learning.curve);
    assert!(learning.thresholds.windows(2).all(|pair| {
        pair[0].threshold < pair[1].threshold
            && pair[0].waiting >= pair[1].waiting
            && pair[0].right >= pair[1].right
            && pair[0].right + pair[0].missed == 12
    }));
    let at = |threshold: f64| {
        learning.thresholds.iter().find(|one| (one.threshold - threshold).abs() < 1e-9).copied().unwrap()
    };
    assert_eq!(at(0.5).waiting, bench.waiting(gas).len(), "what it says now is what is");
    bench.decide(&masks[..3], bench.topic("drills"), Verdict::ByHand);
    let confused = bench.desk.topic_learning(gas).unwrap().confused;
    assert_eq!(confused.len(), 1);
    assert_eq!((confused[0].0, confused[0].1.other_instead), (bench.topic("drills"), 3));
}

#[test]
fn a_threshold_is_set_as_one_operation_with_the_consequence_foretold() {
    let bench = Bench::new();
    bench.taught();
    let gas = bench.topic("gas");
    let before = bench.all();
    let foretold = bench.desk.topic_learning(gas).unwrap().thresholds;
    let waiting = |threshold: f64| {
        foretold.iter().find(|one| (one.threshold - threshold).abs() < 1e-9).unwrap().waiting
    };
    for threshold in [0.2, 0.65] {
        let done = bench.desk.set_threshold(gas, threshold).unwrap();
        assert_eq!(done.value.topics[0].topic, gas);
        assert_eq!(bench.waiting(gas).len(), waiting(threshold), "{threshold}");
    }
    bench.desk.undo().unwrap();
    bench.desk.undo().unwrap();
    bench.settle();
    assert_eq!(bench.all(), before);
    assert!(bench.desk.set_threshold(gas, 1.5).is_err());
}

#[test]
fn the_queue_holds_what_waits_and_what_is_put_off_comes_last_also_after_a_restart() {
    let bench = Bench::new();
    let gas = bench.topic("gas");
    let page = bench.desk.review(None, 5).unwrap();
    assert_eq!((page.total, page.items.len(), page.skipped), (2 * EACH, 5, 0));
    let first = &page.items[0];
    let excerpt = &first.excerpts[0];
    assert!(excerpt.marks.iter().all(|mark| excerpt.span.contains(mark)) && !excerpt.marks.is_empty());
    let id = first.row.id;
    bench.desk.skip_review(id, gas, true).unwrap();
    let bench = bench.reopened();
    let page = bench.desk.review(Some(gas), 2 * EACH).unwrap();
    assert_eq!((page.skipped, page.items.len()), (1, 2 * EACH));
    assert!(page.items[0].row.id != id && page.items.last().unwrap().row.id == id);
    assert!(page.items.last().unwrap().skipped);
    bench.decide(&[page.items[0].row.id], gas, Verdict::Accepted);
    assert_eq!(bench.desk.review(None, 1).unwrap().total, 2 * EACH - 1);
    bench.desk.skip_review(id, gas, false).unwrap();
    assert_eq!(bench.desk.review(None, 1).unwrap().skipped, 0);
}

#[test]
fn a_sample_of_what_nobody_decided_tells_what_is_missed_and_survives_a_restart() {
    let bench = Bench::new();
    let drills = bench.topic("drills");
    let masks = bench.named("masks");
    bench.decide(&masks[..4], drills, Verdict::ByHand);
    assert_eq!(bench.desk.missed(drills).unwrap(), None);
    let drawn = bench.desk.draw_sample(drills, false).unwrap().unwrap();
    assert_eq!((drawn.frame, drawn.drawn, drawn.looked), ((2 * EACH - 4) as u64, 30, 0));
    assert!(drawn.estimate.is_none() && masks[..4].iter().all(|id| !drawn.next.contains(id)));
    for &id in &drawn.next {
        let verdict = if masks.contains(&id) { Verdict::ByHand } else { Verdict::Rejected };
        bench.decide(&[id], drills, verdict);
    }
    let bench = bench.reopened();
    let missed = bench.desk.missed(drills).unwrap().unwrap();
    let truly = EACH - 4 - missed.hits;
    let estimate = missed.estimate.unwrap();
    assert_eq!((missed.looked, missed.next.len()), (30, 0));
    assert!(estimate.missed_between.0 <= truly as u64 && truly as u64 <= estimate.missed_between.1);
    assert!(!estimate.enough && estimate.recall < 1.0);
    bench.desk.undo().unwrap();
    assert_eq!(bench.desk.missed(drills).unwrap().unwrap().looked, 29, "an answer undone is asked again");
    let more = bench.desk.draw_sample(drills, false).unwrap().unwrap();
    assert_eq!((more.drawn, more.next.len()), (2 * EACH - 4, 15));
    for &id in &more.next {
        let verdict = if masks.contains(&id) { Verdict::ByHand } else { Verdict::Rejected };
        bench.decide(&[id], drills, verdict);
    }
    let all = bench.desk.missed(drills).unwrap().unwrap().estimate.unwrap();
    assert_eq!((all.enough, all.missed_between, all.found), (true, (0, 0), EACH as u64));
    let afresh = bench.desk.draw_sample(drills, true).unwrap().unwrap();
    assert_eq!((afresh.frame, afresh.drawn), (0, 0));
}

#[test]
fn a_whole_search_is_tagged_in_one_operation() {
    use chancery_desk::Chosen;
    let bench = Bench::new();
    let drills = bench.topic("drills");
    let masks = bench.named("masks");
    bench.decide(&masks[..2], drills, Verdict::ByHand);
    bench.desk.remove_articles(&masks[2..3]).unwrap();
    let search = || Chosen::Filter(Some("masks".to_owned()), Box::default());
    let (number, _) = bench.desk.decide_on(&search(), drills, Verdict::ByHand, "").unwrap().value;
    assert_eq!(number, EACH - 3, "neither those tagged already nor the bin");
    let tagged = || bench.desk.read(|reader| reader.decided(Some(drills))).unwrap()[&drills].len();
    assert_eq!(tagged(), EACH - 1);
    let again = bench.desk.decide_on(&search(), drills, Verdict::ByHand, "").unwrap();
    assert_eq!((again.value.0, again.operation), (0, None));
    bench.desk.undo().unwrap();
    assert_eq!(tagged(), 2);
}
