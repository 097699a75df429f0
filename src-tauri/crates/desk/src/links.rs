//! Links inside notes: `[[article:12]]`, `[[passage:12:100-140]]`, `[[topic:3]]`, `[[milestone:4|shown words]]`, `[[note:5]]`.

use chancery_model::{ArticleId, MilestoneId, NoteId, Span, TopicId};

/// What a note is linked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoteTarget {
    /// A whole article.
    Article(ArticleId),
    /// Some words of an article; without extent where they no longer stand in it.
    Passage(ArticleId, Span),
    /// A topic.
    Topic(TopicId),
    /// A milestone.
    Milestone(MilestoneId),
    /// Another note.
    Note(NoteId),
}

impl NoteTarget {
    /// The link as it is written in Markdown.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        match self {
            Self::Article(id) => format!("[[article:{id}]]"),
            Self::Passage(id, span) => format!("[[passage:{id}:{}-{}]]", span.start, span.end),
            Self::Topic(id) => format!("[[topic:{id}]]"),
            Self::Milestone(id) => format!("[[milestone:{id}]]"),
            Self::Note(id) => format!("[[note:{id}]]"),
        }
    }

    fn parse(inner: &str) -> Option<Self> {
        let (kind, rest) = inner.split_once(':')?;
        let id = |text: &str| text.trim().parse::<i64>().ok().filter(|&id| id > 0);
        match kind.trim() {
            "article" => id(rest).map(|id| Self::Article(ArticleId(id))),
            "topic" => id(rest).map(|id| Self::Topic(TopicId(id))),
            "milestone" => id(rest).map(|id| Self::Milestone(MilestoneId(id))),
            "note" => id(rest).map(|id| Self::Note(NoteId(id))),
            "passage" => {
                let (article, range) = rest.split_once(':')?;
                let (start, end) = range.split_once('-')?;
                let (start, end) = (start.trim().parse().ok()?, end.trim().parse().ok()?);
                (start <= end).then_some(())?;
                id(article).map(|id| Self::Passage(ArticleId(id), Span::new(start, end)))
            }
            _ => None,
        }
    }
}

/// One link as written: its target, the words it shows, and the bytes it takes up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenLink {
    /// Where it leads.
    pub target: NoteTarget,
    /// The words after `|`, where given.
    pub shown: Option<String>,
    /// Byte range in the Markdown.
    pub bytes: std::ops::Range<usize>,
}

/// The links in a note, in order. What looks like a link and leads nowhere stays plain text.
#[must_use]
pub fn links_in(markdown: &str) -> Vec<WrittenLink> {
    let mut links = Vec::new();
    let mut from = 0;
    while let Some(open) = markdown[from..].find("[[").map(|at| from + at) {
        let Some(close) = markdown[open + 2..].find("]]").map(|at| open + 2 + at) else { break };
        let inner = &markdown[open + 2..close];
        // The innermost pair counts: "[[ not this [[note:1]]".
        if let Some(again) = inner.rfind("[[") {
            from = open + 2 + again;
            continue;
        }
        let (target, shown) =
            inner.split_once('|').map_or((inner, None), |(target, shown)| (target, Some(shown)));
        if let Some(target) = NoteTarget::parse(target) {
            let shown = shown.map(str::trim).filter(|words| !words.is_empty()).map(str::to_owned);
            links.push(WrittenLink { target, shown, bytes: open..close + 2 });
        }
        from = close + 2;
    }
    links
}

/// The Markdown with each link put into words by `word`, for briefings and excerpts.
#[must_use]
pub fn with_links_worded(markdown: &str, mut word: impl FnMut(&WrittenLink) -> String) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut from = 0;
    for link in links_in(markdown) {
        out.push_str(&markdown[from..link.bytes.start]);
        out.push_str(&word(&link));
        from = link.bytes.end;
    }
    out.push_str(&markdown[from..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_found_and_what_is_none_is_left() {
        let markdown = "see [[article:12]] and [[milestone:3|the treaty]], not [[person:1]] or [[note:x]] or [[ [[note:4]] [[passage:2:9-3]]";
        let links = links_in(markdown);
        let targets: Vec<_> = links.iter().map(|link| link.target).collect();
        assert_eq!(
            targets,
            [
                NoteTarget::Article(ArticleId(12)),
                NoteTarget::Milestone(MilestoneId(3)),
                NoteTarget::Note(NoteId(4))
            ]
        );
        assert_eq!(links[1].shown.as_deref(), Some("the treaty"));
    }

    #[test]
    fn a_target_written_reads_back() {
        for target in [
            NoteTarget::Article(ArticleId(1)),
            NoteTarget::Passage(ArticleId(2), Span::new(3, 9)),
            NoteTarget::Topic(TopicId(4)),
            NoteTarget::Milestone(MilestoneId(5)),
            NoteTarget::Note(NoteId(6)),
        ] {
            assert_eq!(links_in(&target.to_markdown())[0].target, target);
        }
    }

    #[test]
    fn links_are_worded_in_place() {
        assert_eq!(with_links_worded("a [[note:1]] ж [[topic:2]]", |_| "x".to_owned()), "a x ж x");
    }
}
