//! News about two states in three languages, with outlets, days and near copies, made up from a seed.

use super::{MONTHS, Numbers};

/// A made-up article.
#[derive(Clone, Debug)]
pub(crate) struct News {
    /// ISO 639-1 code: `en`, `ru` or `be`.
    pub(crate) language: &'static str,
    pub(crate) outlet: &'static str,
    pub(crate) author: String,
    pub(crate) title: String,
    /// Year, month, day.
    pub(crate) day: (usize, usize, usize),
    pub(crate) paragraphs: Vec<String>,
}

/// How long an article is, in bytes, with its title and dateline.
const LENGTH: usize = 2300;
/// One in so many is another outlet's copy of a recent one, some of its words changed.
const COPIES: usize = 12;
/// Among so many recent ones it is looked for.
const RECENT: usize = 64;

/// Gives articles without end; the same seed gives the same ones.
pub(crate) struct Newsroom {
    numbers: Numbers,
    recent: Vec<News>,
}

impl Newsroom {
    pub(crate) fn new(seed: u64) -> Self {
        Self { numbers: Numbers::new(seed), recent: Vec::new() }
    }

    pub(crate) fn numbers(&mut self) -> &mut Numbers {
        &mut self.numbers
    }

    pub(crate) fn next(&mut self) -> News {
        let copied = self.numbers.below(COPIES) == 0 && !self.recent.is_empty();
        let news = if copied { self.copy() } else { self.write() };
        if self.recent.len() == RECENT {
            self.recent.remove(0);
        }
        self.recent.push(news.clone());
        news
    }

    /// Two languages in five articles each, the third in one.
    fn write(&mut self) -> News {
        let numbers = &mut self.numbers;
        let words = match numbers.below(5) {
            0 | 1 => &EN,
            2 | 3 => &RU,
            _ => &BE,
        };
        let outlet = numbers.pick(words.outlets);
        let day = (2000 + numbers.below(25), 1 + numbers.below(12), 1 + numbers.below(28));
        let mut news = News {
            language: words.language,
            outlet,
            author: format!("{} {}", words.name(numbers), words.name(numbers)),
            title: words.sentence(numbers, false).trim_end_matches('.').to_owned(),
            day,
            paragraphs: Vec::new(),
        };
        let mut length = news.title.len();
        while length < LENGTH {
            let mut paragraph = String::new();
            if news.paragraphs.is_empty() {
                paragraph = format!("{}, {} {} ({outlet}). ", words.city(numbers), day.2, words.month(day.1));
            }
            for _ in 0..2 + numbers.below(3) {
                paragraph.push_str(&words.sentence(numbers, true));
                paragraph.push(' ');
            }
            length += paragraph.len() + 2;
            news.paragraphs.push(paragraph.trim_end().to_owned());
        }
        news
    }

    fn copy(&mut self) -> News {
        let at = self.numbers.below(self.recent.len());
        let Some(mut news) = self.recent.get(at).cloned() else { return self.write() };
        let words = [&EN, &RU, &BE].into_iter().find(|words| words.language == news.language).unwrap_or(&EN);
        news.outlet = self.numbers.pick(words.outlets);
        let sentence = words.sentence(&mut self.numbers, true);
        let changed = self.numbers.below(news.paragraphs.len());
        if let Some(paragraph) = news.paragraphs.get_mut(changed) {
            paragraph.push(' ');
            paragraph.push_str(&sentence);
        }
        news
    }
}

/// What sentences of one language are made of.
struct Words {
    language: &'static str,
    outlets: &'static [&'static str],
    who: &'static [&'static str],
    did: &'static [&'static str],
    what: &'static [&'static str],
    cities: &'static [&'static str],
    more: &'static [&'static str],
    months: [&'static str; 12],
    /// How a day is told in a sentence; `{}` is the day with its month.
    on: &'static str,
    /// What names are made of: their number is what makes an index grow.
    syllables: &'static [&'static str],
}

impl Words {
    fn city(&self, numbers: &mut Numbers) -> String {
        numbers.pick(self.cities).to_uppercase()
    }

    fn month(&self, month: usize) -> &'static str {
        self.months.get(month - 1).copied().unwrap_or_default()
    }

    fn name(&self, numbers: &mut Numbers) -> String {
        let syllables = 2 + numbers.below(2);
        let name: String = (0..syllables).map(|_| numbers.pick(self.syllables)).collect();
        let mut letters = name.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
    }

    fn sentence(&self, numbers: &mut Numbers, with_day: bool) -> String {
        let (who, did, what) = (numbers.pick(self.who), numbers.pick(self.did), numbers.pick(self.what));
        let name = self.name(numbers);
        let day = if with_day && numbers.below(3) == 0 {
            let words = format!("{} {}", 1 + numbers.below(28), self.month(1 + numbers.below(12)));
            format!(" {}", self.on.replace("{}", &words))
        } else {
            String::new()
        };
        format!("{who} {name} {did} {what}{day} {}.", numbers.pick(self.more))
    }
}

const EN: Words = Words {
    language: "en",
    outlets: &["Example Agency", "Brest Courier", "The Union Post", "Neighbour Monitor"],
    who: &["Prime minister", "Deputy", "Ambassador", "The expert", "Spokesman", "Governor", "The analyst"],
    did: &["discussed", "agreed on", "put off", "praised", "criticised", "announced", "signed", "examined"],
    what: &[
        "the gas price",
        "a roadmap of integration",
        "customs rules",
        "a loan of 500 million dollars",
        "the railway tariff",
        "milk supplies",
        "the joint exercise",
        "a payment system",
        "the constitution",
        "visas for third countries",
        "the media law",
        "sanctions",
        "an exhibition",
        "the nuclear power plant",
        "a common tax policy",
    ],
    cities: &["Minsk", "Moscow", "Brest", "Sochi", "Hrodna", "Vitebsk", "Smolensk"],
    more: &[
        "without naming a date",
        "after long talks with both sides",
        "for the first time since last year",
        "as expected",
        "before the summer",
        "despite doubts in parliament",
        "at the forum of regions",
        "by video link",
    ],
    months: MONTHS,
    on: "on {}",
    syllables: &[
        "bar", "ko", "len", "mi", "tor", "sha", "vel", "du", "ren", "ki", "pol", "ast", "ven", "gor", "ly",
        "ma",
    ],
};

const RU: Words = Words {
    language: "ru",
    outlets: &["Пример-Агентство", "Союзные ведомости", "Смоленский вестник", "Сосед"],
    who: &[
        "Премьер-министр",
        "Депутат",
        "Посол",
        "Эксперт",
        "Представитель ведомства",
        "Губернатор",
        "Аналитик",
    ],
    did: &[
        "обсудил",
        "согласовал",
        "отложил",
        "похвалил",
        "раскритиковал",
        "объявил",
        "подписал",
        "рассмотрел",
    ],
    what: &[
        "цену на газ",
        "дорожную карту интеграции",
        "таможенные правила",
        "кредит на 500 миллионов долларов",
        "железнодорожный тариф",
        "поставки молока",
        "совместные учения",
        "платёжную систему",
        "поправки к конституции",
        "визы для третьих стран",
        "закон о печати",
        "санкции",
        "выставку",
        "атомную электростанцию",
        "общую налоговую политику",
    ],
    cities: &["Минск", "Москва", "Брест", "Сочи", "Гродно", "Витебск", "Смоленск"],
    more: &[
        "не назвав срока",
        "после долгих переговоров с обеими сторонами",
        "впервые с прошлого года",
        "как и ожидалось",
        "до начала лета",
        "несмотря на сомнения в парламенте",
        "на форуме регионов",
        "по видеосвязи",
    ],
    months: [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
    on: "{}",
    syllables: &[
        "бар", "ко", "лен", "ми", "тор", "ша", "вел", "ду", "рен", "ки", "пол", "аст", "вен", "гор", "лы",
        "ма",
    ],
};

const BE: Words = Words {
    language: "be",
    outlets: &["Прыклад-Агенцтва", "Саюзныя навіны", "Берасцейскі весьнік"],
    who: &[
        "Прэм'ер-міністр",
        "Дэпутат",
        "Пасол",
        "Эксперт",
        "Прадстаўнік ведамства",
        "Губернатар",
        "Аналітык",
    ],
    did: &[
        "абмеркаваў",
        "узгадніў",
        "адклаў",
        "пахваліў",
        "раскрытыкаваў",
        "абвясціў",
        "падпісаў",
        "разгледзеў",
    ],
    what: &[
        "цану на газ",
        "дарожную карту інтэграцыі",
        "мытныя правілы",
        "крэдыт на 500 мільёнаў долараў",
        "чыгуначны тарыф",
        "пастаўкі малака",
        "сумесныя вучэнні",
        "плацежную сістэму",
        "папраўкі да канстытуцыі",
        "візы для трэціх краін",
        "закон аб друку",
        "санкцыі",
        "выставу",
        "атамную электрастанцыю",
        "агульную падатковую палітыку",
    ],
    cities: &["Мінск", "Масква", "Брэст", "Сочы", "Гродна", "Віцебск", "Смаленск"],
    more: &[
        "не назваўшы тэрміну",
        "пасля доўгіх перамоў з абодвума бакамі",
        "упершыню з мінулага года",
        "як і чакалася",
        "да пачатку лета",
        "нягледзячы на сумненні ў парламенце",
        "на форуме рэгіёнаў",
        "па відэасувязі",
    ],
    months: [
        "студзеня",
        "лютага",
        "сакавіка",
        "красавіка",
        "мая",
        "чэрвеня",
        "ліпеня",
        "жніўня",
        "верасня",
        "кастрычніка",
        "лістапада",
        "снежня",
    ],
    on: "{}",
    syllables: &[
        "бар", "ка", "лен", "мі", "тар", "ша", "вел", "ду", "рэн", "кі", "пал", "аст", "вен", "гар", "лы",
        "ма",
    ],
};
