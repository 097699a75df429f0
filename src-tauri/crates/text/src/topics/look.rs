//! Every occurrence of every term of a topic, also those that don't count: for who writes the terms.

use chancery_model::{Furniture, Language, Span};

use super::pass::Pass;
use super::{Matcher, Occurrence, Weighed, longest_only};

/// An occurrence of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Place of the term among those of its topic.
    pub term: usize,
    /// Where; `None` in the title.
    pub span: Option<Span>,
    /// The same in bytes of the text, or of the title.
    pub bytes: (usize, usize),
    /// Whether it counts: no other term excludes it, and none that overlaps it is longer.
    pub counts: bool,
}

/// A topic on an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Looked {
    /// As [`Matcher::weigh`] has it; `None` where nothing speaks for the topic.
    pub weighed: Option<Weighed>,
    /// Every occurrence, in the order of the text.
    pub hits: Vec<Hit>,
}

impl Matcher {
    /// Looks at an article with the first topic of the codebook, and for all its terms.
    #[must_use]
    pub fn look(
        &self,
        title: &str,
        text: &str,
        furniture: &[Furniture],
        language: Option<Language>,
    ) -> Looked {
        let mut pass = Pass::new(self, language);
        pass.read(title, &[], true);
        pass.read(text, furniture, false);
        let of_topic = |here: &Occurrence| self.terms.get(here.term).is_some_and(|term| term.topic == 0);
        let mut found: Vec<Occurrence> = pass.end().into_iter().filter(of_topic).collect();
        found.sort_by_key(|here| (here.words, here.term));
        found.dedup_by_key(|here| (here.words, here.term));
        let counted = longest_only(self.not_excluded(found.clone()));
        let hits = found.iter().filter_map(|here| {
            let counts = counted.iter().any(|one| (one.words, one.term) == (here.words, here.term));
            let term = self.terms.get(here.term)?.at;
            Some(Hit { term, span: here.span, bytes: here.bytes, counts })
        });
        let hits = hits.collect();
        Looked { weighed: self.weigh_topic(0, counted, title, text), hits }
    }
}
