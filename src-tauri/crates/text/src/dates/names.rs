//! The words dates are made of, in English, Russian, Belarusian and plain Ukrainian, with the part each plays.

use std::sync::LazyLock;

use chrono::Weekday;
use rustc_hash::FxHashMap;

use crate::letters::push_in_lower_case;

/// A stretch of time a number or "last" can go with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Day,
    Week,
    Month,
    Year,
    Decade,
}

/// Which part of a month, year or decade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Beginning,
    Middle,
    End,
    FirstHalf,
    SecondHalf,
    Quarter(u8),
}

/// What a word does in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Nothing known.
    None,
    /// A month by its full name.
    Month(u8),
    /// A month by its abbreviation, which needs a day or a year beside it.
    ShortMonth(u8),
    /// A day of the week.
    Weekday(Weekday),
    /// A season as EDTF numbers them, 21–24.
    Season(u8),
    /// by, until, к, до, да
    By,
    /// since, с, з
    Since,
    /// around, около, каля
    About,
    /// q, c., ок., "no later than": a date may begin here, if what follows fits
    Opens,
    /// A preposition a date may follow.
    Cue,
    /// The article before a year: "the 1999 agreement".
    The,
    /// to, по, па: the second half of a range
    To,
    /// and, и, і
    And,
    /// late, beginning, конце, пачатку
    Part(Part),
    /// half, половине: made to a part by the ordinal before it
    Half,
    /// quarter, квартал
    Quarter,
    /// first … fourth
    Ordinal(u8),
    /// last (-1), this (0), next (1)
    Turn(i8),
    /// today, yesterday
    Days(i8),
    /// last year in one word (летась)
    Years(i8),
    /// week, месяц, год
    Unit(Unit),
    /// ago, назад, таму
    Ago,
    /// a, two, три: numbers by word
    Count(i64),
    /// год, года, г. after a number makes it a year
    YearWord,
    /// годы, годов, гг. after a number: a decade or several years
    YearsWord,
    /// A decade by word: nineties
    Decade(i64),
    /// A measure after a number: the number is no year
    Measure,
}

impl Role {
    /// Whether a bare month, year or weekday may follow.
    pub(crate) fn leads(self) -> bool {
        matches!(
            self,
            Self::By
                | Self::Since
                | Self::About
                | Self::Cue
                | Self::To
                | Self::Part(_)
                | Self::Half
                | Self::Quarter
        )
    }
}

/// By the bytes of the words in lower case with ё as е.
static ROLES: LazyLock<FxHashMap<Box<[u8]>, Role>> =
    LazyLock::new(|| table().into_iter().map(|(word, role)| (word.into_bytes().into(), role)).collect());

/// The role of a word, whatever its case.
pub(crate) fn role(word: &str) -> Role {
    if word.len() > LONGEST {
        return Role::None;
    }
    let mut lower = [0; LONGEST];
    if let Some(lower) = in_small_letters(word.as_bytes(), &mut lower) {
        return ROLES.get(lower).copied().unwrap_or(Role::None);
    }
    let mut lower = String::new();
    push_in_lower_case(word, &mut lower);
    ROLES.get(lower.replace('ё', "е").as_bytes()).copied().unwrap_or(Role::None)
}

/// A word of ASCII and the Cyrillic letters of U+0400 to U+045F in lower case with ё as е; `None` for all others. Every word of an
/// article is looked up, and these are as long in lower case as in capitals.
fn in_small_letters<'l>(word: &[u8], lower: &'l mut [u8; LONGEST]) -> Option<&'l [u8]> {
    let mut at = 0;
    while let Some(&first) = word.get(at) {
        let small = lower.get_mut(at..)?;
        if first.is_ascii() {
            *small.first_mut()? = first.to_ascii_lowercase();
            at += 1;
            continue;
        }
        let to = small.first_chunk_mut::<2>()?;
        *to = match (first, *word.get(at + 1)?) {
            // Ѐ–Џ, А–П, Р–Я; ё and Ё go with е.
            (0xd0, 0x81) | (0xd1, 0x91) => [0xd0, 0xb5],
            (0xd0, second @ 0x80..=0x8f) => [0xd1, second + 0x10],
            (0xd0, second @ 0x90..=0x9f) => [0xd0, second + 0x20],
            (0xd0, second @ 0xa0..=0xaf) => [0xd1, second - 0x20],
            (0xd0, second) | (0xd1, second @ ..=0x9f) => [first, second],
            _ => return None,
        };
        at += 2;
    }
    lower.get(..at)
}

/// Longest word the table can hold, in bytes: longer ones need not be looked up.
pub(crate) const LONGEST: usize = 40;

const MONTHS: [(&str, &str); 12] = [
    (
        "january январь января январе январю январем студзень студзеня студзені студзеню студзенем січень січня січні",
        "jan янв студз студ",
    ),
    (
        "february февраль февраля феврале февралю февралем люты лютага лютым лютаму лютий лютого лютому",
        "feb фев февр лют",
    ),
    (
        "march март марта марте марту мартом сакавік сакавіка сакавіку сакавіком березень березня березні",
        "mar мар сак",
    ),
    (
        "april апрель апреля апреле апрелю апрелем красавік красавіка красавіку красавіком квітень квітня квітні",
        "apr апр крас",
    ),
    ("may май мая мае маю маем маі травень траўня траўні траўню траўнем травня травні", "трав"),
    (
        "june июнь июня июне июню июнем чэрвень чэрвеня чэрвені чэрвеню чэрвенем червень червня червні",
        "jun июн чэрв",
    ),
    ("july июль июля июле июлю июлем ліпень ліпеня ліпені ліпеню ліпенем липень липня липні", "jul июл ліп"),
    (
        "august август августа августе августу августом жнівень жніўня жніўні жніўню жніўнем серпень серпня серпні",
        "aug авг жн жнів",
    ),
    (
        "september сентябрь сентября сентябре сентябрю сентябрем верасень верасня верасні верасню вераснем вересень вересня вересні",
        "sep sept сен сент вер",
    ),
    (
        "october октябрь октября октябре октябрю октябрем кастрычнік кастрычніка кастрычніку кастрычнікам жовтень жовтня жовтні",
        "oct окт кастр",
    ),
    (
        "november ноябрь ноября ноябре ноябрю ноябрем лістапад лістапада лістападзе лістападу лістападам листопад листопада листопаді",
        "nov ноя нояб ліст",
    ),
    (
        "december декабрь декабря декабре декабрю декабрем снежань снежня снежні снежню снежнем сьнежань сьнежня сьнежні грудень грудня грудні",
        "dec дек снеж",
    ),
];

const WEEKDAYS: [(Weekday, &str); 7] = [
    (
        Weekday::Mon,
        "monday mon понедельник понедельника понедельнику понедельнике панядзелак панядзелка панядзелку понеділок понеділка",
    ),
    (
        Weekday::Tue,
        "tuesday tue tues вторник вторника вторнику вторнике аўторак аўторка аўторку вівторок вівторка",
    ),
    (Weekday::Wed, "wednesday wed среда среду среды среде серада сераду серады серадзе середа середу"),
    (Weekday::Thu, "thursday thu thurs четверг четверга четвергу четверге чацвер чацвярга чацвяргу четвер"),
    (
        Weekday::Fri,
        "friday fri пятница пятницу пятницы пятнице пятніца пятніцу пятніцы п'ятниця п'ятницю п’ятниця п’ятницю",
    ),
    (Weekday::Sat, "saturday sat суббота субботу субботы субботе субота суботу суботы суботе субота"),
    (
        Weekday::Sun,
        "sunday sun воскресенье воскресенья воскресенью нядзеля нядзелю нядзелі неділя неділю неділі",
    ),
];

const ADJECTIVE_HARD: &[&str] = &["ый", "ого", "ому", "ым", "ом", "ая", "ой", "ую", "ое", "ые", "ых", "ыми"];
const ADJECTIVE_SOFT: &[&str] =
    &["ий", "его", "ему", "им", "ем", "ая", "ей", "ую", "ее", "ие", "их", "ими", "яя", "юю"];
const ADJECTIVE_BE: &[&str] =
    &["ы", "ага", "аму", "ым", "ая", "ай", "ую", "ае", "ыя", "ых", "ымі", "яга", "яму", "ім", "яя", "юю"];

fn table() -> FxHashMap<String, Role> {
    let mut roles: FxHashMap<String, Role> = FxHashMap::default();
    // The first to name a word keeps it.
    let mut put = |words: &str, role: Role| {
        for word in words.split_whitespace() {
            roles.entry(word.to_owned()).or_insert(role);
        }
    };
    for (index, (full, short)) in (1_u8..).zip(MONTHS) {
        put(full, Role::Month(index));
        put(short, Role::ShortMonth(index));
    }
    for (weekday, forms) in WEEKDAYS {
        put(forms, Role::Weekday(weekday));
    }
    put("spring весна весной весны весну вясна вясной вясны вясну увесну", Role::Season(21));
    put("summer лето летом лета лету лета летам улетку", Role::Season(22));
    put("autumn осень осенью осени восень восенню восені увосень", Role::Season(23));
    put("winter зима зимой зимы зиму зіма зімой зімы зіму узімку", Role::Season(24));
    put("by until till before к ко до да", Role::By);
    put("since с со з са начиная пачынаючы", Role::Since);
    put(
        "around about circa approximately roughly около примерно приблизительно каля прыкладна прыблізна",
        Role::About,
    );
    put(
        "in on during of from through throughout for after between over в во на за от после о об ко из у ў ад пасля паміж аб між",
        Role::Cue,
    );
    put("q no not не c ca ок прибл", Role::Opens);
    put("the", Role::The);
    put("to по па", Role::To);
    put("and or и или і й ды або", Role::And);
    put(
        "early beginning start outset начале начало начала началу пачатку пачатак пачатка",
        Role::Part(Part::Beginning),
    );
    put(
        "mid middle середине середина середины середину сярэдзіне сярэдзіна сярэдзіны сярэдзіну",
        Role::Part(Part::Middle),
    );
    put("late end close конце конец конца концу канцы канец канца канцу напрыканцы", Role::Part(Part::End));
    put(
        "half половине половина половины половину полугодии полугодие полугодия палове палова паловы палову паўгоддзі паўгоддзе паўгоддзя",
        Role::Half,
    );
    put("quarter квартале квартал квартала кварталу", Role::Quarter);
    put("first i", Role::Ordinal(1));
    put("second ii", Role::Ordinal(2));
    put("third iii", Role::Ordinal(3));
    put("fourth iv", Role::Ordinal(4));
    put("today сегодня сення сянні сьогодні", Role::Days(0));
    put("yesterday вчера учора ўчора вчора", Role::Days(-1));
    put("tomorrow завтра заўтра", Role::Days(1));
    put("позавчера пазаўчора пазаўчора", Role::Days(-2));
    put("послезавтра паслязаўтра", Role::Days(2));
    put("летась", Role::Years(-1));
    put("селета", Role::Years(0));
    put("налета", Role::Years(1));
    put("last previous", Role::Turn(-1));
    put("this current этот этого этому этим этом эта этой эту", Role::Turn(0));
    put("next coming upcoming", Role::Turn(1));
    put("day days день дня дней дзень дня дзен дні", Role::Unit(Unit::Day));
    put("week weeks неделя неделю недели неделе недель тыдзень тыдня тыдні тыдняў", Role::Unit(Unit::Week));
    put("month months месяц месяца месяце месяцев месяцы месяцаў месяцу", Role::Unit(Unit::Month));
    put("year years лет гадоў гады", Role::Unit(Unit::Year));
    put("decade десятилетие десятилетии десятилетия дзесяцігоддзе дзесяцігоддзі", Role::Unit(Unit::Decade));
    put("ago назад таму", Role::Ago);
    put("a an one один одну одна адзін адну", Role::Count(1));
    put("two два две дзве", Role::Count(2));
    put("three три тры", Role::Count(3));
    put("four четыре чатыры", Role::Count(4));
    put("five пять пяць", Role::Count(5));
    put("six шесть шэсць", Role::Count(6));
    put("seven семь сем", Role::Count(7));
    put("eight восемь восем", Role::Count(8));
    put("nine девять дзевяць", Role::Count(9));
    put("ten десять дзесяць", Role::Count(10));
    put("год года году годе годом г годзе годам рік року році роком", Role::YearWord);
    put("годы годов годах годам гг гадах гадам роки років роках", Role::YearsWord);
    put("twenties двадцатых двадцатые дваццатых дваццатыя", Role::Decade(20));
    put("thirties тридцатых тридцатые трыццатых трыццатыя", Role::Decade(30));
    put("forties сороковых сороковые саракавых саракавыя", Role::Decade(40));
    put("fifties пятидесятых пятидесятые пяцідзясятых пяцідзясятыя", Role::Decade(50));
    put("sixties шестидесятых шестидесятые шасцідзясятых шасцідзясятыя", Role::Decade(60));
    put("seventies семидесятых семидесятые сямідзясятых сямідзясятыя", Role::Decade(70));
    put("eighties восьмидесятых восьмидесятые васьмідзясятых васьмідзясятыя", Role::Decade(80));
    put("noughties нулевых нулевые двухтысячных двухтысячные двухтысячныя нулявых", Role::Decade(100));
    put("nineties девяностых девяностые дзевяностых дзевяностыя", Role::Decade(90));
    put(
        "tonne tonnes ton tons troops soldiers roubles rubles rouble ruble dollars euros euro km kilometres kilometers \
         miles metres meters kg kilograms litres liters ounces pounds percent pct per cent million millions billion billions \
         thousand thousands trillion barrels barrel cubic cu mw kw mwh kwh megawatts hectares votes degrees points тонн \
         тонны тонна человек рублей рубля долларов доллара евро км километров метров кг тыс тысяч млн миллионов млрд \
         миллиардов процентов процента голосов баррелей кубометров гектаров мест единиц штук чел солдат тон тоны чалавек \
         рублёў рублеў долараў еўра кіламетраў метраў тысяч мільёнаў мільярдаў працэнтаў галасоў кубаметраў гектараў адзінак",
        Role::Measure,
    );
    for (stem, endings, turn) in [
        ("прошл", ADJECTIVE_HARD, -1),
        ("минувш", ADJECTIVE_SOFT, -1),
        ("предыдущ", ADJECTIVE_SOFT, -1),
        ("следующ", ADJECTIVE_SOFT, 1),
        ("будущ", ADJECTIVE_SOFT, 1),
        ("грядущ", ADJECTIVE_SOFT, 1),
        ("текущ", ADJECTIVE_SOFT, 0),
        ("нынешн", ADJECTIVE_SOFT, 0),
        ("мінул", ADJECTIVE_BE, -1),
        ("папярэдн", ADJECTIVE_BE, -1),
        ("наступн", ADJECTIVE_BE, 1),
        ("будуч", ADJECTIVE_BE, 1),
        ("бягуч", ADJECTIVE_BE, 0),
        ("гэт", ADJECTIVE_BE, 0),
        ("сёлетн".trim(), ADJECTIVE_BE, 0),
        ("леташн", ADJECTIVE_BE, -1),
    ] {
        for ending in endings {
            put(&format!("{}{ending}", stem.replace('ё', "е")), Role::Turn(turn));
        }
    }
    for (stem, number) in [("перв", 1), ("втор", 2), ("четверт", 4), ("перш", 1), ("друг", 2), ("чацверт", 4)]
    {
        for ending in
            ADJECTIVE_HARD.iter().chain(ADJECTIVE_BE).chain(&["ое", "ом", "ім", "ой", "ога", "огам"])
        {
            put(&format!("{stem}{ending}"), Role::Ordinal(number));
        }
    }
    put("третий третьего третьем третьей третью трэці трэцяга трэцім трэцяй трэцюю", Role::Ordinal(3));
    roles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_form_is_longer_than_what_is_looked_up() {
        assert!(ROLES.keys().all(|word| word.len() <= LONGEST));
    }

    #[test]
    fn words_in_small_letters_are_those_of_the_tables() {
        for c in ('\0'..=char::MAX).filter(|&c| c != 'ё' && c != 'Ё') {
            let (mut small, mut lower) = ([0; LONGEST], String::new());
            let word = format!("д{c}w");
            push_in_lower_case(&word, &mut lower);
            let short = in_small_letters(word.as_bytes(), &mut small);
            assert!(short.is_none_or(|short| short == lower.as_bytes()), "{c:?}");
            assert!(short.is_some() || !matches!(c, '\0'..='\x7f' | '\u{400}'..='\u{45f}'), "{c:?}");
        }
        assert_eq!(role("ЧЕТВЁРТОГО"), Role::Ordinal(4));
        assert_eq!((role("May"), role("ЛЮТАГА"), role("“")), (Role::Month(5), Role::Month(2), Role::None));
    }

    #[test]
    fn case_forms_of_months_and_days_are_known() {
        for (word, expected) in [
            ("студзеня", Role::Month(1)),
            ("лістападзе", Role::Month(11)),
            ("сентябре", Role::Month(9)),
            ("чацвяргу", Role::Weekday(Weekday::Thu)),
            ("пятницу", Role::Weekday(Weekday::Fri)),
            ("мінулага", Role::Turn(-1)),
            ("первом", Role::Ordinal(1)),
            ("слово", Role::None),
        ] {
            assert_eq!(role(word), expected, "{word}");
        }
    }
}
