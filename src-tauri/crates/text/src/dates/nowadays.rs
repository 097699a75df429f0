//! "Today" that means nowadays: "today we make an example for others" names no day, "today we signed" does.

use crate::fold;

/// How far on either side of "today" its sentence is looked at, in bytes.
const REACH: usize = 240;

/// Words that say that something happens on the day, folded: verbs of events, in the past, ahead or done by saying
/// them, and what is held on a day.
const EVENTS: &[&str] = &[
    "was",
    "were",
    "had",
    "did",
    "will",
    "shall",
    "would",
    "going",
    "met",
    "held",
    "took",
    "came",
    "went",
    "began",
    "gave",
    "saw",
    "heard",
    "put",
    "won",
    "lost",
    "brought",
    "became",
    "wrote",
    "sent",
    "paid",
    "flew",
    "spoke",
    "left",
    "made",
    "meet",
    "meets",
    "meeting",
    "sign",
    "signs",
    "signing",
    "arrive",
    "arrives",
    "arriving",
    "visit",
    "visits",
    "visiting",
    "hold",
    "holds",
    "holding",
    "open",
    "opens",
    "opening",
    "begin",
    "begins",
    "start",
    "starts",
    "gather",
    "gathers",
    "gathered",
    "discuss",
    "discussing",
    "session",
    "summit",
    "talks",
    "agenda",
    "vote",
    "votes",
    "voting",
    "declare",
    "declares",
    "announce",
    "announces",
    "adopt",
    "adopts",
    "adopting",
    "propose",
    "congratulate",
    "celebrate",
    "celebrates",
    "mark",
    "marks",
    "morning",
    "afternoon",
    "evening",
    "noon",
    "yesterday",
    "tomorrow",
    "был",
    "была",
    "было",
    "были",
    "будет",
    "будут",
    "будем",
    "утром",
    "днем",
    "вечером",
    "вчера",
    "завтра",
    "быў",
    "будзе",
    "будуць",
    "будзем",
    "ранкам",
    "раніцай",
    "вечарам",
    "увечары",
    "учора",
    "ўчора",
    "заўтра",
    "сказаў",
    "заявіў",
    "падпісаў",
    "правеў",
    "прыняў",
    "абмеркаваў",
    "прыбыў",
    "адкрыў",
    "паведаміў",
];

/// Beginnings of such words in Russian and Belarusian, folded.
const EVENT_STEMS: &[&str] = &[
    "подпи",
    "обсуд",
    "обсужда",
    "провед",
    "проход",
    "пройд",
    "встре",
    "рассмотр",
    "состо",
    "начн",
    "начин",
    "откро",
    "открыва",
    "прибуд",
    "прибыва",
    "заседани",
    "переговор",
    "саммит",
    "визит",
    "объявл",
    "голосу",
    "отмеча",
    "праздну",
    "заявля",
    "поздравл",
    "падпі",
    "абмярк",
    "абмярко",
    "правядз",
    "праход",
    "пройдз",
    "сустр",
    "разгледз",
    "адбуд",
    "адбыва",
    "пачн",
    "пачын",
    "адкры",
    "прыбуд",
    "прыбыва",
    "пасяджэнн",
    "перамов",
    "перагавор",
    "саміт",
    "візіт",
    "абвяшч",
    "галасу",
    "адзнача",
    "святку",
    "заяўля",
    "віншу",
];

/// Verbs of saying, folded: outside the clause of "today" they tell when it was said, no more.
const SAYING: &[&str] = &[
    "said",
    "told",
    "noted",
    "added",
    "stressed",
    "underscored",
    "stated",
    "explained",
    "recalled",
    "reported",
    "emphasized",
    "emphasised",
    "claimed",
    "argued",
    "warned",
    "сказал",
    "сказала",
    "заявил",
    "заявила",
    "отметил",
    "отметила",
    "подчеркнул",
    "подчеркнула",
    "добавил",
    "добавила",
    "сообщил",
    "сообщила",
    "напомнил",
    "пояснил",
    "считал",
    "сказаў",
    "сказала",
    "заявіў",
    "заявіла",
    "адзначыў",
    "адзначыла",
    "падкрэсліў",
    "падкрэсліла",
    "дадаў",
    "дадала",
    "паведаміў",
    "паведаміла",
    "нагадаў",
];

/// Words that look like a past tense and are none, folded.
const NO_PAST: &[&str] = &[
    "need",
    "united",
    "indeed",
    "speed",
    "developed",
    "based",
    "armed",
    "limited",
    "interested",
    "related",
    "concerned",
    "allied",
    "advanced",
    "used",
    "supposed",
    "so-called",
    "called",
    "если",
    "или",
    "дела",
    "дело",
    "сила",
    "силы",
    "школа",
    "мысли",
    "число",
    "село",
    "мало",
    "около",
    "начало",
    "канал",
    "материал",
    "журнал",
    "капитал",
    "потенциал",
    "стол",
    "цели",
    "земли",
    "доли",
    "роли",
    "стали",
    "отдел",
    "предел",
    "пределы",
    "калі",
    "сілы",
    "школы",
    "мэты",
    "мала",
    "каля",
    "ролі",
    "долі",
    "зямлі",
    "хвалі",
    "справа",
    "сіла",
    "ніколі",
];

/// Verbs that tell a state, folded: where the narrator says "today" with one of them and no event, it means nowadays.
const STATES: &[&str] = &[
    "is",
    "are",
    "has",
    "have",
    "remain",
    "remains",
    "exist",
    "exists",
    "accounts",
    "account",
    "является",
    "являются",
    "остается",
    "остаются",
    "имеет",
    "имеют",
    "существует",
    "существуют",
    "з'яўляецца",
    "з'яўляюцца",
    "застаецца",
    "застаюцца",
    "мае",
    "маюць",
    "існуе",
    "існуюць",
];

/// What "today's" makes present rather than dates: "today's world", folded.
const PRESENT: &[&str] = &[
    "world",
    "russia",
    "belarus",
    "europe",
    "ukraine",
    "generation",
    "youth",
    "reality",
    "realities",
    "conditions",
    "circumstances",
    "standards",
    "economy",
    "society",
    "life",
    "context",
    "markets",
    "challenges",
    "politics",
];

/// Whether the "today" at bytes `start..end` means nowadays.
///
/// A speaker's "today" names the day only where the words around it tell an event; the narrator's names it unless they
/// tell a state and no event.
pub(crate) fn means_nowadays(text: &str, start: usize, end: usize) -> bool {
    let word = text.get(start..end).unwrap_or_default();
    let (before, after) = around(text, start, end);
    let next = crate::word_indices(after).next().map(|(_, word)| fold(word));
    if word.ends_with("'s") || word.ends_with("’s") {
        return next.is_some_and(|word| PRESENT.contains(&word.as_str()));
    }
    // "Today is the Day of Unity."
    if next.as_deref() == Some("is") || tells_event(before, after) {
        return false;
    }
    is_quoted(text, start) || has(before, STATES) || has(after, STATES)
}

/// What of the sentence stands before and after, up to a quotation mark.
fn around(text: &str, start: usize, end: usize) -> (&str, &str) {
    let ends = ['.', '!', '?', '…', ';', '\n', '"', '“', '”', '„', '«', '»'];
    let before = text.get(floor(text, start.saturating_sub(REACH))..start).unwrap_or_default();
    let before = before.rsplit(ends).next().unwrap_or_default();
    let after = text.get(end..floor(text, (end + REACH).min(text.len()))).unwrap_or_default();
    (before, after.split(ends).next().unwrap_or_default())
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn tells_event(before: &str, after: &str) -> bool {
    let (far_before, near_before) = before.rsplit_once(',').unwrap_or(("", before));
    // "Today, the parties signed": the comma only sets the adverb off.
    let led = near_before.trim().is_empty() && far_before.is_empty();
    let after_mark = after.trim_start();
    let after_mark = if led { after_mark.strip_prefix(',').unwrap_or(after_mark) } else { after_mark };
    let (near_after, far_after) = after_mark.split_once(',').unwrap_or((after_mark, ""));
    let event =
        |words: &str, near: bool| crate::word_indices(words).any(|(_, word)| is_event(&fold(word), near));
    event(near_before, true) || event(near_after, true) || event(far_before, false) || event(far_after, false)
}

fn is_event(word: &str, near: bool) -> bool {
    if word.len() > 64 || NO_PAST.contains(&word) || (!near && SAYING.contains(&word)) {
        return false;
    }
    let past = if word.is_ascii() {
        word.len() > 4 && word.ends_with("ed")
    } else {
        let endings = [
            "ал", "ил", "ел", "ыл", "ла", "ло", "ли", "лся", "лась", "лось", "лись", "лі", "ўся", "лася",
            "лося", "ліся",
        ];
        word.chars().count() > 3 && endings.iter().any(|ending| word.ends_with(ending))
    };
    past || EVENTS.contains(&word)
        || SAYING.contains(&word)
        || EVENT_STEMS.iter().any(|stem| word.starts_with(stem))
}

fn has(words: &str, list: &[&str]) -> bool {
    crate::word_indices(words).any(|(_, word)| word.len() <= 64 && list.contains(&fold(word).as_str()))
}

/// How far back in its paragraph an opening quotation mark is looked for, in bytes.
const QUOTATION: usize = 4096;

/// Whether byte `at` stands in a quotation that its paragraph opens.
fn is_quoted(text: &str, at: usize) -> bool {
    let paragraph = text.get(floor(text, at.saturating_sub(QUOTATION))..at).unwrap_or_default();
    let paragraph = paragraph.rsplit('\n').next().unwrap_or_default();
    let (mut straight, mut low, mut depth) = (false, false, 0_u32);
    for c in paragraph.chars() {
        match c {
            '"' => straight = !straight,
            '„' => low = true,
            // „…“ closes with the mark that opens “…”.
            '“' if low => low = false,
            '“' | '«' => depth += 1,
            '”' if low => low = false,
            '”' | '»' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    straight || low || depth > 0
}
