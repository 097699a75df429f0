//! The words that dates alone do without: lengths, numbers by word, parts of the day, how often, and vague references.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// A unit of time, with its letter in ISO 8601.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Length {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// What a word says about time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// A number under a hundred; "couple" is two.
    Number(u16),
    /// hundred, thousand
    Times(u16),
    /// several, few, несколько
    Several,
    /// half: together with a unit, or before "a year"
    Half,
    /// hour, years, месяцев; in the plural or not
    Unit(Length, bool),
    /// полгода, паўгода; десятилетие: a length in one word
    Whole(u16, Length),
    /// past, last, next, ближайшие: a stretch beside today
    Beside,
    /// about, nearly, at least; more, additional: words that belong to a length and do not change it
    Hedge,
    /// each, every, каждый
    Each,
    /// daily, ежегодно
    Often(u16, Length),
    /// twice, дважды
    Twice,
    /// morning … night, with TIMEX3's code
    Daytime(&'static str),
    /// tonight: today, with a part of the day
    Tonight(&'static str),
    /// now, recently, скоро: `PRESENT_REF`, `PAST_REF`, `FUTURE_REF`
    Vague(&'static str),
    /// через, праз: so much from now
    Within,
    /// накануне: the day before
    Eve,
    /// века, стагоддзі
    OfCentury,
    /// weekend, выходные
    Weekend,
}

pub(super) const PAST: &str = "PAST_REF";
pub(super) const PRESENT: &str = "PRESENT_REF";
pub(super) const FUTURE: &str = "FUTURE_REF";

/// The sense of a word in lower case with ё as е.
pub(super) fn sense(lower: &str) -> Option<Sense> {
    SENSES.get(lower).copied()
}

static SENSES: LazyLock<FxHashMap<&'static str, Sense>> = LazyLock::new(table);

fn table() -> FxHashMap<&'static str, Sense> {
    let mut senses = FxHashMap::default();
    // The first to name a word keeps it.
    let mut put = |words: &'static str, sense: Sense| {
        for word in words.split_whitespace() {
            senses.entry(word).or_insert(sense);
        }
    };
    numbers(&mut put);
    units(&mut put);
    put("several few many numerous несколько нескольких некалькі некалькіх", Sense::Several);
    put("half пол", Sense::Half);
    put("past last next coming latest following recent previous preceding first final", Sense::Beside);
    put(
        "последние последних последний последнюю прошедшие прошедших минувшие минувших ближайшие ближайших ближайшее первые первых следующие \
         следующих предстоящие предыдущие предыдущих апошнія апошніх апошні мінулыя мінулых бліжэйшыя бліжэйшых бліжэйшае першыя першых \
         наступныя наступных папярэднія",
        Sense::Beside,
    );
    put(
        "about nearly almost over around roughly approximately another more additional extra full just only than least most",
        Sense::Hedge,
    );
    put(
        "почти более менее больше меньше около примерно целых полных амаль больш менш каля прыкладна",
        Sense::Hedge,
    );
    put(
        "each every каждый каждая каждое каждую каждого каждые кожны кожная кожнае кожную кожнага кожныя",
        Sense::Each,
    );
    put("daily ежедневно ежедневный ежедневные штодня штодзень штодзённа", Sense::Often(1, Length::Day));
    put("weekly еженедельно еженедельный штотыдзень штотыднёва", Sense::Often(1, Length::Week));
    put("monthly ежемесячно ежемесячный ежемесячные штомесяц штомесячна", Sense::Often(1, Length::Month));
    put("quarterly ежеквартально штоквартал штоквартальна", Sense::Often(3, Length::Month));
    put(
        "annually yearly ежегодно ежегодный ежегодные ежегодная ежегодного штогод штогадова штогадовы",
        Sense::Often(1, Length::Year),
    );
    put("twice дважды двойчы", Sense::Twice);
    put("morning", Sense::Daytime("TMO"));
    put("midday noon", Sense::Daytime("TMI"));
    put("afternoon", Sense::Daytime("TAF"));
    put("evening", Sense::Daytime("TEV"));
    put("night nights", Sense::Daytime("TNI"));
    put("утром раніцай ранкам", Sense::Daytime("TMO"));
    put("вечером увечары вечарам", Sense::Daytime("TEV"));
    put("ночью уначы ноччу", Sense::Daytime("TNI"));
    put("tonight overnight", Sense::Tonight("TNI"));
    put("now currently current presently nowadays", Sense::Vague(PRESENT));
    put("сейчас ныне нынче теперь зараз цяпер дагэтуль", Sense::Vague(PRESENT));
    put("recently formerly lately", Sense::Vague(PAST));
    put("недавно недавнем давно нядаўна нядаўнім даўно", Sense::Vague(PAST));
    put("скоро вскоре хутка неўзабаве", Sense::Vague(FUTURE));
    put("будущем будущего будущее будучыні будучыню", Sense::Vague(FUTURE));
    put("через спустя праз цераз", Sense::Within);
    put("накануне напярэдадні", Sense::Eve);
    put(
        "century centuries век века веке веков веку стагоддзе стагоддзі стагоддзя століття столітті",
        Sense::OfCentury,
    );
    put("weekend weekends выходные выходных выхадныя выхадных", Sense::Weekend);
    senses
}

fn numbers(put: &mut impl FnMut(&'static str, Sense)) {
    const NUMBERS: &[(u16, &str)] = &[
        (1, "a an one один одну одна одно одного адзін адну адна аднаго"),
        (2, "two couple both pair два две двух двумя дзве дзвюх двума двое"),
        (3, "three три трех тремя тры трох трыма трое"),
        (4, "four четыре четырех чатыры чатырох"),
        (5, "five пять пяти пяць пяці"),
        (6, "six шесть шести шэсць шасці"),
        (7, "seven семь семи сем сямі"),
        (8, "eight восемь восьми восем васьмі"),
        (9, "nine девять девяти дзевяць дзевяці"),
        (10, "ten десять десяти дзесяць дзесяці"),
        (11, "eleven одиннадцать одиннадцати адзінаццаць"),
        (12, "twelve dozen двенадцать двенадцати дванаццаць дванаццаці"),
        (13, "thirteen тринадцать трынаццаць"),
        (14, "fourteen четырнадцать четырнадцати чатырнаццаць"),
        (15, "fifteen пятнадцать пятнадцати пятнаццаць пятнаццаці"),
        (16, "sixteen шестнадцать шаснаццаць"),
        (17, "seventeen семнадцать семнаццаць"),
        (18, "eighteen восемнадцать васямнаццаць"),
        (19, "nineteen девятнадцать дзевятнаццаць"),
        (20, "twenty двадцать двадцати дваццаць дваццаці"),
        (30, "thirty тридцать тридцати трыццаць трыццаці"),
        (40, "forty сорок сорока сорак сарака"),
        (50, "fifty пятьдесят пятидесяти пяцьдзясят пяцідзесяці"),
        (60, "sixty шестьдесят шэсцьдзясят"),
        (70, "seventy семьдесят семдзесят"),
        (80, "eighty восемьдесят восемдзесят"),
        (90, "ninety девяносто дзевяноста"),
    ];
    for (number, words) in NUMBERS {
        put(words, Sense::Number(*number));
    }
    put("hundred сто ста", Sense::Times(100));
    put("thousand", Sense::Times(1000));
}

fn units(put: &mut impl FnMut(&'static str, Sense)) {
    const UNITS: &[(Length, &str, &str)] = &[
        (Length::Second, "second секунду секунда секунды", "seconds секунд"),
        (Length::Minute, "minute минуту минута хвіліну хвіліна", "minutes минут минуты хвілін хвіліны"),
        (Length::Hour, "hour час гадзіну гадзіна", "hours часа часов гадзін гадзіны"),
        (Length::Day, "day день дзень сутки", "days дня дней дні дзён дзен сутки суток дня"),
        (Length::Week, "week неделю неделя тыдзень", "weeks недели недель тыдні тыдняў тыдня"),
        (Length::Month, "month месяц", "months месяца месяцев месяцы месяцаў"),
        (Length::Quarter, "quarter квартал", "quarters квартала кварталов кварталы кварталаў"),
        (Length::Year, "year год", "years года лет годы годов гады гадоў"),
        (
            Length::Decade,
            "decade десятилетие дзесяцігоддзе",
            "decades десятилетия десятилетий дзесяцігоддзі дзесяцігоддзяў",
        ),
    ];
    for (length, one, many) in UNITS {
        put(one, Sense::Unit(*length, false));
        put(many, Sense::Unit(*length, true));
    }
    put("полгода паўгода паўгоддзе", Sense::Whole(6, Length::Month));
    put("полтора паўтара", Sense::Hedge);
    put("двухлетний двухлетнего двухлетняя", Sense::Whole(2, Length::Year));
    put("трехлетний трехлетнего трехлетняя", Sense::Whole(3, Length::Year));
    put("пятилетний пятилетнего пятилетняя", Sense::Whole(5, Length::Year));
    put("двадцатилетие", Sense::Whole(20, Length::Year));
}
