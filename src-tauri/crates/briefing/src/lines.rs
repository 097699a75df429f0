//! Lines of runs: how a key point, a row, a quotation and a source read, the same in every format.

use chancery_model::Status;

use crate::{
    Backing, Flag, KeyPointWords, QuotationWords, QuoteWords, RegisterRowWords, SourceNumber, SourceWords,
    StatusQuote, StatusWords, TimelineRow,
};

/// A piece of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Run {
    /// Words.
    Text(String),
    /// What the line is about.
    Strong(String),
    /// Words of lesser weight.
    Quiet(String),
    /// Quoted words in quotation marks, with the code of their language.
    Quoted(String, Option<String>),
    /// A status in its colour.
    Status(Status, String),
    /// Source numbers, printed as `[1, 3]`. Never empty.
    Cites(Vec<SourceNumber>),
    /// The hash of an original: its first 12 digits and all 64.
    Hash(String, String),
}

/// Runs that stand in one line.
pub type Line = Vec<Run>;

fn text(text: &str) -> Run {
    Run::Text(text.to_owned())
}

fn cites(numbers: &[SourceNumber]) -> Option<Run> {
    (!numbers.is_empty()).then(|| Run::Cites(numbers.to_vec()))
}

fn judgement(backing: &Backing) -> Option<Line> {
    backing.judgement.as_ref().map(|word| vec![Run::Quiet(word.clone())])
}

fn flag(flag: Option<&Flag>) -> Option<Line> {
    flag.map(|flag| [Run::Quiet(flag.word.clone())].into_iter().chain(cites(&flag.numbers)).collect())
}

fn quoted(quote: &QuoteWords) -> Line {
    let remark = quote.remark.as_ref().map(|remark| Run::Quiet(format!(" ({remark})")));
    let words = [Run::Quoted(quote.text.clone(), quote.language.clone()), Run::Cites(vec![quote.number])];
    words.into_iter().chain(remark).collect()
}

impl StatusWords {
    /// The status with its sources; "since" follows after a comma.
    #[must_use]
    pub fn runs(&self) -> Line {
        let since = self.since.as_ref().map(|since| text(&format!(", {since}")));
        let status = Run::Status(self.status, self.word.clone());
        let judgement = self.backing.judgement.as_ref().map(|word| Run::Quiet(format!(" ({word})")));
        let mut line: Line =
            [Some(status), since, cites(&self.backing.numbers), judgement].into_iter().flatten().collect();
        for quote in &self.quotes {
            line.push(text(", "));
            line.extend(quote.runs());
        }
        line
    }
}

impl StatusQuote {
    fn runs(&self) -> Line {
        match self {
            Self::Quoted(see) => vec![Run::Quiet(see.clone())],
            Self::Words(quote) => self::quoted(quote),
        }
    }
}

impl KeyPointWords {
    /// The statement first, then the words that say so, then what speaks against it.
    #[must_use]
    pub fn lines(&self) -> Vec<Line> {
        let mut head = vec![Run::Strong(self.statement.clone())];
        head.extend(cites(&self.backing.numbers));
        if let Some(date) = &self.date {
            head.push(text(&format!("\u{a0}— {date}")));
        }
        if let Some(status) = &self.status {
            head.push(text(if self.date.is_some() { "; " } else { "\u{a0}— " }));
            head.extend(status.runs());
        }
        let mut lines = vec![head];
        let stance = self.stance.as_ref().map(|word| vec![Run::Quiet(word.clone())]);
        lines.extend(stance);
        lines.extend(flag(self.who.as_ref()));
        lines.extend(self.quotes.iter().map(quoted));
        lines.extend(judgement(&self.backing));
        lines.extend(flag(self.disputed.as_ref()));
        lines
    }
}

impl TimelineRow {
    /// The milestone with its sources, or the word that it is judgement.
    #[must_use]
    pub fn runs(&self) -> Line {
        let judgement = self.backing.judgement.as_ref().map(|word| Run::Quiet(format!(" ({word})")));
        [Some(text(&self.label)), cites(&self.backing.numbers), judgement].into_iter().flatten().collect()
    }

    /// The status, for what has one.
    #[must_use]
    pub fn status_runs(&self) -> Line {
        self.status.iter().map(|(status, word)| Run::Status(*status, word.clone())).collect()
    }
}

impl RegisterRowWords {
    /// The title, what it rests on where that is judgement, evidence against, and lineage.
    #[must_use]
    pub fn title_lines(&self) -> Vec<Line> {
        let mut lines = vec![vec![Run::Strong(self.title.clone())]];
        lines.extend(judgement(&self.backing));
        lines.extend(flag(self.disputed.as_ref()));
        for (words, backing) in &self.lineage {
            let judged = backing.judgement.as_ref().map(|word| Run::Quiet(format!(" ({word})")));
            lines.push([Some(text(words)), cites(&backing.numbers), judged].into_iter().flatten().collect());
        }
        lines
    }

    /// The status with its sources, since when and the words that say so; for what has no ladder, what it is.
    #[must_use]
    pub fn status_lines(&self) -> Vec<Line> {
        let Some(status) = &self.status else { return vec![vec![Run::Quiet(self.kind.clone())]] };
        let word = Run::Status(status.status, status.word.clone());
        let mut lines = vec![[Some(word), cites(&status.backing.numbers)].into_iter().flatten().collect()];
        lines.extend(status.since.as_ref().map(|since| vec![Run::Quiet(since.clone())]));
        lines.extend(judgement(&status.backing));
        lines.extend(status.quotes.iter().map(StatusQuote::runs));
        lines
    }

    /// Names, a line each.
    #[must_use]
    pub fn who_lines(&self) -> Vec<Line> {
        self.who.iter().map(|name| vec![text(name)]).collect()
    }

    /// The source numbers; a dash where the milestone is judgement, which is said under its title.
    #[must_use]
    pub fn source_line(&self) -> Line {
        vec![cites(&self.backing.numbers).unwrap_or_else(|| text("–"))]
    }
}

impl QuotationWords {
    /// The quoted words with their source.
    #[must_use]
    pub fn quote_line(&self) -> Line {
        quoted(&self.quote)
    }

    /// What they are evidence of, their own number, and where they stand.
    #[must_use]
    pub fn origin_lines(&self) -> Vec<Line> {
        let quiet = |words: &String| vec![Run::Quiet(words.clone())];
        let origin = vec![Run::Quiet(format!("{} · {}", self.label, self.origin))];
        self.contexts.iter().map(quiet).chain([origin]).collect()
    }
}

impl SourceWords {
    /// Title, what is known of the article, and the fingerprint of its original.
    #[must_use]
    pub fn lines(&self) -> Vec<Line> {
        vec![
            vec![Run::Strong(self.title.clone())],
            vec![text(&self.line.join(" · "))],
            vec![
                Run::Quiet(format!("{} · SHA-256 ", self.captured)),
                Run::Hash(self.sha256_short.clone(), self.sha256.clone()),
            ],
        ]
    }
}

/// `[1, 3]`
pub(crate) fn bracketed(numbers: &[SourceNumber]) -> String {
    let numbers: Vec<_> = numbers.iter().map(ToString::to_string).collect();
    format!("[{}]", numbers.join(", "))
}

/// Text fit for a line of any format: no control characters, line ends as blanks.
#[must_use]
pub fn clean(text: &str) -> String {
    text.chars().map(|c| if breaks_line(c) { ' ' } else { c }).filter(|c| printable(*c)).collect()
}

/// Text fit for preformatted lines: line ends and tabs stay.
#[must_use]
pub fn clean_lines(text: &str) -> String {
    text.chars().filter(|c| *c == '\n' || printable(*c)).map(|c| if c == '\t' { ' ' } else { c }).collect()
}

fn breaks_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\t' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// What XML 1.0 allows, less the characters that turn the direction of what follows.
fn printable(c: char) -> bool {
    c == '\t'
        || !(c.is_control()
            || matches!(c, '\u{FFFE}' | '\u{FFFF}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
}
