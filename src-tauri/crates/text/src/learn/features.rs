//! What is counted of an article: the stems of its words, and those of its title once more as such.
//!
//! Measured and left out: words as they stand beside their stems (few decisions then teach less), pairs of words (the same), runs of
//! letters (no better, and no reason anybody could read).

use chancery_model::{Furniture, Language, Span};
use rustc_hash::FxHashMap;

use crate::dates::Positions;
use crate::{fold, stem, word_indices};

/// An article as it is read.
#[derive(Clone, Copy, Debug)]
pub struct Prose<'a> {
    /// Its title; may be empty.
    pub title: &'a str,
    /// Its text, to which positions refer.
    pub text: &'a str,
    /// Spans of the text that are skipped, in order.
    pub furniture: &'a [Furniture],
    /// Its language; words of the other script are read as English or Russian.
    pub language: Option<Language>,
}

/// How often each stem occurs in an article: a hash of 32 bits and a count up to 255, five bytes each. It depends on nothing but the
/// article, so it can be kept; another [`crate::ANALYSIS_VERSION`] gives others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Features {
    /// Each once, ascending.
    hashes: Box<[u32]>,
    counts: Box<[u8]>,
}

impl Features {
    /// Reads an article.
    #[must_use]
    pub fn of(prose: &Prose<'_>) -> Self {
        let mut seen: Vec<u32> = Vec::with_capacity(prose.text.len() / 6);
        for_each_word(prose, |word| {
            seen.push(word.stem);
            seen.extend(word.title);
        });
        seen.sort_unstable();
        let runs = || seen.chunk_by(|one, other| one == other);
        Self {
            hashes: runs().filter_map(|run| run.first().copied()).collect(),
            counts: runs().map(|run| u8::try_from(run.len()).unwrap_or(u8::MAX)).collect(),
        }
    }

    /// How many different ones there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.hashes.len()
    }

    /// Whether the article has no words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.hashes.is_empty()
    }

    /// As it is kept: the hashes, four bytes each with the lowest first, then the counts.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        let hashes = self.hashes.iter().flat_map(|hash| hash.to_le_bytes());
        hashes.chain(self.counts.iter().copied()).collect()
    }

    /// What [`Self::bytes`] gave; `None` for anything else.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Option<Self> {
        let number = bytes.len() / 5;
        let (hashes, counts) = bytes.split_at_checked(number * 4)?;
        let hashes: Box<[u32]> = hashes
            .chunks_exact(4)
            .filter_map(|hash| Some(u32::from_le_bytes(hash.try_into().ok()?)))
            .collect();
        let sound = counts.len() == number && hashes.is_sorted_by(|one, other| one < other);
        sound.then(|| Self { hashes, counts: counts.into() })
    }

    /// The hashes, each once, ascending.
    #[must_use]
    pub fn hashes(&self) -> &[u32] {
        &self.hashes
    }

    /// How many stems are in both, of those in either: 0–1 (Jaccard).
    #[must_use]
    pub fn likeness(&self, other: &Self) -> f64 {
        let (mut one, mut two) = (self.hashes.iter().peekable(), other.hashes.iter().peekable());
        let mut shared = 0;
        while let (Some(here), Some(there)) = (one.peek(), two.peek()) {
            let order = here.cmp(there);
            shared += u32::from(order.is_eq());
            if order.is_le() {
                one.next();
            }
            if order.is_ge() {
                two.next();
            }
        }
        let either = self.len() + other.len() - shared as usize;
        if either == 0 { 0.0 } else { f64::from(shared) / either as f64 }
    }

    /// Each hash with its count.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, u8)> {
        self.hashes.iter().copied().zip(self.counts.iter().copied())
    }
}

/// A word of an article and what is counted of it.
pub(super) struct Read<'a> {
    pub(super) form: &'a str,
    pub(super) stem: u32,
    /// Counted once more, for standing in the title.
    pub(super) title: Option<u32>,
    /// `None` in the title.
    pub(super) byte: Option<usize>,
}

/// Every word of title and text outside the furniture.
pub(super) fn for_each_word<'a>(prose: &Prose<'a>, mut each: impl FnMut(Read<'a>)) {
    let mut known: FxHashMap<&str, (u32, u32)> = FxHashMap::default();
    let mut hashes = |form: &'a str| {
        *known.entry(form).or_insert_with(|| {
            let folded = fold(form);
            let stem = stem(&folded, language_of_word(&folded, prose.language));
            (hash(0, &stem), hash(1, &stem))
        })
    };
    for (_, form) in word_indices(prose.title) {
        let (stem, title) = hashes(form);
        each(Read { form, stem, title: Some(title), byte: None });
    }
    let mut positions = Positions::new(prose.text);
    let mut pieces = prose.furniture.iter().map(|piece| piece.span).peekable();
    for (at, form) in word_indices(prose.text) {
        if pieces.peek().is_some() {
            let here = positions.of(at);
            while pieces.next_if(|span| span.end <= here).is_some() {}
            if pieces.peek().is_some_and(|span| span.start <= here) {
                continue;
            }
        }
        each(Read { form, stem: hashes(form).0, title: None, byte: Some(at) });
    }
}

/// Where words stand whose bytes are given in order.
pub(super) struct Places<'a>(Positions<'a>);

impl<'a> Places<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self(Positions::new(text))
    }

    pub(super) fn of(&mut self, byte: usize, form: &str) -> Span {
        let start = self.0.of(byte);
        Span::new(start, start + u32::try_from(form.chars().count()).unwrap_or_default())
    }
}

/// Names in Latin letters meet across languages: in Russian prose they are stemmed as English ones are, and the other way round.
fn language_of_word(folded: &str, article: Option<Language>) -> Language {
    let latin = folded.starts_with(|c: char| c.is_ascii());
    match article {
        None | Some(Language::Ru | Language::Be | Language::Uk) if latin => Language::En,
        None | Some(Language::En) if !latin => Language::Ru,
        Some(language) => language,
        None => Language::En,
    }
}

/// FNV-1a of 64 bits, folded to 32: of a million stems some hundred pairs share one.
pub(crate) fn hash(kind: u8, stem: &str) -> u32 {
    let bytes = std::iter::once(kind).chain(stem.bytes());
    let hash = bytes
        .fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3));
    u32::try_from((hash ^ (hash >> 32)) & 0xFFFF_FFFF).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chancery_model::FurnitureKind;

    fn of(text: &str, language: Language) -> Features {
        Features::of(&Prose { title: "", text, furniture: &[], language: Some(language) })
    }

    #[test]
    fn forms_of_a_word_are_one_stem_in_each_language() {
        assert_eq!(of("договор", Language::Ru), of("ДОГОВОРА", Language::Ru));
        assert_eq!(of("integrated", Language::En), of("Integration", Language::En));
        assert_eq!(of("граніца", Language::Be), of("граніцы", Language::Be));
        assert_ne!(of("граница", Language::Ru), of("таможня", Language::Ru));
    }

    #[test]
    fn names_in_latin_letters_meet_across_languages() {
        assert_eq!(of("Companies", Language::Ru), of("company", Language::En));
        assert_eq!(of("договор", Language::En), of("договоры", Language::Ru));
    }

    #[test]
    fn a_word_of_the_title_counts_in_the_text_and_as_one_of_the_title() {
        let prose = |title| Prose { title, text: "gas price", furniture: &[], language: Some(Language::En) };
        let (with, without) = (Features::of(&prose("Gas")), Features::of(&prose("")));
        assert_eq!((with.len(), without.len()), (3, 2));
        assert_eq!(with.counts.iter().sum::<u8>(), without.counts.iter().sum::<u8>() + 2);
    }

    #[test]
    fn furniture_is_skipped() {
        let text = "Gas got dearer\nShare this page\nin Brest";
        let furniture = [Furniture { span: Span::new(15, 30), kind: FurnitureKind::Share }];
        let prose = Prose { title: "", text, furniture: &furniture, language: Some(Language::En) };
        assert_eq!(Features::of(&prose), of("Gas got dearer in Brest", Language::En));
    }

    #[test]
    fn what_is_kept_comes_back_and_other_bytes_are_refused() {
        for features in [of("граница и граница договора", Language::Ru), Features::default()]
        {
            assert_eq!(Features::of_bytes(&features.bytes()), Some(features));
        }
        let bytes = of("gas price", Language::En).bytes();
        assert_eq!(Features::of_bytes(&bytes[1..]), None);
        let (two, one) = ([2, 0, 0, 0], [1, 0, 0, 0]);
        assert!(Features::of_bytes(&[&one[..], &two, &[1, 1]].concat()).is_some());
        assert_eq!(Features::of_bytes(&[&two[..], &one, &[1, 1]].concat()), None);
    }

    #[test]
    fn a_text_of_one_word_a_thousand_times_is_counted_to_the_end() {
        let features = of(&"газ ".repeat(1000), Language::Ru);
        assert_eq!((features.len(), features.counts.first()), (1, Some(&u8::MAX)));
    }
}
