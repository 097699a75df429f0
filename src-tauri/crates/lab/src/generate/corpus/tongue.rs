//! What a language gives to made-up articles: its words with their endings.

/// The words of one language. In a list of words `стран/а` is a stem with the ending it is called by, which tells its other
/// endings; `_` joins words that stand together; a word without a stroke has one form.
pub(super) struct Tongue {
    /// ISO 639-1.
    pub(super) code: &'static str,
    /// Of a hundred articles so many are in it.
    pub(super) share: usize,
    /// Each ending a word may be called by, with all of its endings, frequent ones first.
    pub(super) endings: &'static [(&'static str, &'static [&'static str])],
    /// The most frequent words, in order.
    pub(super) small: &'static str,
    /// Words any news may have.
    pub(super) general: &'static str,
    /// Words that stand together, in any news.
    pub(super) together: &'static str,
    /// Words of one subject each: what an article is about.
    pub(super) subjects: [&'static str; SUBJECTS],
    /// The long tail of the words is made of these three.
    pub(super) prefixes: &'static str,
    pub(super) roots: &'static str,
    pub(super) suffixes: &'static str,
    /// Outlets are called by a place and a kind; each pair is one.
    pub(super) places: &'static str,
    pub(super) kinds: &'static str,
    pub(super) cities: &'static str,
    /// As a day is told.
    pub(super) months: [&'static str; 12],
    /// What follows a year.
    pub(super) of_the_year: &'static str,
}

/// Subjects there are.
pub(super) const SUBJECTS: usize = 12;
