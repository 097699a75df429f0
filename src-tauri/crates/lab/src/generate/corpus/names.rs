//! Surnames by number, each as it is written in three languages.

/// Latin, Russian, Belarusian.
type Syllable = [&'static str; 3];

const SYLLABLES: [Syllable; 24] = [
    ["ka", "ка", "ка"],
    ["le", "ле", "ле"],
    ["ma", "ма", "ма"],
    ["vi", "ви", "ві"],
    ["du", "ду", "ду"],
    ["ba", "ба", "ба"],
    ["ni", "ни", "ні"],
    ["ga", "га", "га"],
    ["lu", "лу", "лу"],
    ["sa", "са", "са"],
    ["mi", "ми", "мі"],
    ["pa", "па", "па"],
    ["bu", "бу", "бу"],
    ["na", "на", "на"],
    ["ku", "ку", "ку"],
    ["la", "ла", "ла"],
    ["gu", "гу", "гу"],
    ["za", "за", "за"],
    ["mu", "му", "му"],
    ["va", "ва", "ва"],
    ["su", "су", "су"],
    ["da", "да", "да"],
    ["li", "ли", "лі"],
    ["zu", "зу", "зу"],
];

const ENDINGS: [Syllable; 6] = [
    ["nik", "ник", "нік"],
    ["rov", "ров", "раў"],
    ["shenko", "шенко", "шанка"],
    ["nin", "нин", "нін"],
    ["tovich", "тович", "товіч"],
    ["bak", "бак", "бак"],
];

/// The surname with a number, in a language (0 Latin, 1 Russian, 2 Belarusian). Different numbers have different names.
pub(super) fn surname(number: usize, letters: usize) -> String {
    let of = |syllable: &Syllable| syllable.get(letters).copied().unwrap_or_default();
    let ending = ENDINGS.get(number % ENDINGS.len()).map_or("", of);
    // At least two syllables, so that no name is a word.
    let mut rest = number / ENDINGS.len() + SYLLABLES.len();
    let mut syllables = Vec::new();
    while rest > 0 {
        syllables.extend(SYLLABLES.get(rest % SYLLABLES.len()));
        rest /= SYLLABLES.len();
    }
    let name: String = syllables.into_iter().map(of).chain([ending]).collect();
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
