//! Words that hold sentences together: they may count, but tell an analyst nothing of why.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

const ENGLISH: &str = "a about above after again against all also am an and any are as at be because been before being below between both but by \
    can could did do does doing down during each few for from further had has have having he her here hers him his how i if in into is it its \
    just may me might more most must my no nor not now of off on once only or other our out over own said same say says shall she should so some \
    such than that the their them then there these they this those through to too under until up upon us very was we were what when where which \
    while who whom whose why will with within without would you your";
const RUSSIAN: &str = "а без более бы был была были было быть в вам вас ваш вдоль ведь во вот все всего всех вы где да даже для до его ее её если есть \
    еще ещё же за здесь и из или им их к как когда который которая которое которые которого которых которой которым кто ли либо лишь между меня \
    мне может мы на над надо наш не него нее неё нет ни них но ну о об однако он она они оно от перед по под после потом потому почти при про \
    раз с сам свой себе себя со так также такой там те тем то того тоже только том тот ту тут ты у уже хотя чего чем через что чтобы это эта эти \
    этим этих это этого этой этом этот эту я";
const BELARUSIAN: &str = "а або але аднак без больш бы быў была былі было быць вам вас ваш вы дзе для да до ды ж жа за з іх і ім із каб калі каго кім \
    які якая якое якія якога якіх якой якім мае мы між мяне мне можа на над нават не ні ну няма о па пад паміж пасля перад праз пра пры \
    раз са сам свой сабе сябе так таксама такі там тая тое той тут ты тыя толькі у ў уже ужо усё усе усіх ўсё ўсе ўжо хаця хоць хто чаго чым \
    што штобы ці гэта гэты гэтая гэтае гэтыя гэтага гэтых гэтай гэтым я яго яе яна яны яно ён";

/// Whether a word is one of them, in capitals or not.
#[must_use]
pub fn is_function_word(form: &str) -> bool {
    static WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
        [ENGLISH, RUSSIAN, BELARUSIAN].into_iter().flat_map(str::split_whitespace).collect()
    });
    WORDS.contains(form) || WORDS.contains(form.to_lowercase().as_str())
}
