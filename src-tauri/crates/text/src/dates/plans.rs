//! Plans: words before a date that make it lie ahead rather than behind.

/// Words that announce, folded.
const PLANS: &[&str] = &[
    "will",
    "would",
    "shall",
    "plan",
    "plans",
    "planned",
    "expected",
    "expects",
    "scheduled",
    "due",
    "upcoming",
    "будет",
    "будут",
    "планирует",
    "планируют",
    "планируется",
    "запланирован",
    "запланирована",
    "ожидается",
    "предстоит",
    "намерен",
    "намерены",
    "состоится",
    "состоятся",
    "пройдет",
    "пройдут",
    "встретятся",
    "плануе",
    "плануюць",
    "плануецца",
    "запланавана",
    "будзе",
    "будуць",
    "чакаецца",
    "адбудзецца",
    "адбудуцца",
    "пройдзе",
    "пройдуць",
    "сустрэнуцца",
];

/// How far before a date the announcing word may stand, in bytes.
const REACH: usize = 100;

/// Whether the sentence announces what happens on the date at byte `at`: "the presidents will meet on Friday".
pub(crate) fn announces(text: &str, at: usize) -> bool {
    let mut from = at.saturating_sub(REACH);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let before = text.get(from..at).unwrap_or_default();
    let sentence = before.rsplit(['.', '!', '?', '…', '"', '”', '»', '\n']).next().unwrap_or_default();
    crate::word_indices(sentence)
        .any(|(_, word)| word.len() <= 32 && PLANS.contains(&crate::fold(word).as_str()))
}
