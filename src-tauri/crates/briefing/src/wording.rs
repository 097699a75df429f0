//! Words the resolved document: chooses every fixed word and date, and which heading stands where.

use std::collections::HashMap;

use chancery_model::{AsOf, Language, Stance};

use crate::sheet::{
    Backing, Flag, KeyPointWords, LONGEST_WORD, Part, QuotationWords, QuoteWords, RegisterRowWords,
    RegisterWords, Sheet, SourceWords, StatusQuote, StatusWords, TimelineRow, TimelineWords,
};
use crate::words::Words;
use crate::{
    Bundled, Citations, Document, Found, KeyPoint, LineageSide, Named, Quotation, Quote, RegisterRow,
    ResolvedBlock, Source, SourceNumber, StatusLine, Support, Timeline, TimelineItem,
};

impl Sheet {
    /// Words the document.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let head = document.head();
        let words = Words::new(head.locale);
        let date = words.day(head.date);
        let title = [&head.title, &head.dossier].into_iter().find(|title| !title.trim().is_empty());
        let mut facts = vec![(words.get("doc-date"), date.clone())];
        if let Some(AsOf { axis, day }) = head.as_of {
            let told = words.with(&format!("doc-as-of-{}", axis.id()), &[("date", &words.day(day))]);
            facts.push((words.get("doc-as-of"), told));
        }
        if !head.audience.trim().is_empty() {
            facts.push((words.get("doc-audience"), head.audience.clone()));
        }
        if !head.dossier.trim().is_empty() {
            facts.push((words.get("doc-dossier"), head.dossier.clone()));
        }
        Self {
            language: head.locale.code(),
            title: title.cloned().unwrap_or_else(|| words.get("doc-untitled")),
            tlp: head.tlp,
            tlp_meaning: words.get(&format!("doc-tlp-{}", head.tlp.id())),
            facts,
            day: head.date,
            date,
            dossier: head.dossier.clone(),
            parts: parts(document, &words),
            back_label: words.get("doc-back"),
            shortened: words.with("doc-shortened", &[("number", &LONGEST_WORD.to_string())]),
        }
    }
}

/// At most this many parts of a milestone are named in one row of the time axis.
const MOST_PARTS: usize = 12;

/// The numbers of the passages quoted, by source and words.
type Quoted<'d> = HashMap<(SourceNumber, &'d str), usize>;

/// Every passage the document quotes has a number, in order, so that what rests on it can refer to it.
fn quoted(document: &Document) -> Quoted<'_> {
    let mut numbers = Quoted::new();
    let mut next = 1;
    for block in document.blocks() {
        let all = match block {
            ResolvedBlock::Quotations(all) => all,
            ResolvedBlock::Found(found) => &found.passages,
            _ => continue,
        };
        for one in all {
            numbers.entry((one.quote.source, one.quote.words.trim())).or_insert(next);
            next += 1;
        }
    }
    numbers
}

fn parts(document: &Document, words: &Words) -> Vec<Part> {
    let quoted = quoted(document);
    // Numbers go on from one block of quotations to the next.
    let mut first_quotation = 1;
    let mut parts = Vec::new();
    // A heading of the analyst's own stands for the fixed heading of the block right after it.
    let mut own_heading = false;
    // Notes under a heading of the analyst's own stand one level deeper.
    let mut under = false;
    for block in document.blocks() {
        let fixed = |key: &str| (!own_heading).then(|| Part::Heading(1, words.get(key)));
        let (heading, body) = match block {
            ResolvedBlock::Heading(text) if text.trim().is_empty() => continue,
            ResolvedBlock::Heading(text) => (Some(Part::Heading(1, text.clone())), None),
            ResolvedBlock::Prose(prose) if prose.is_empty() => continue,
            ResolvedBlock::Prose(prose) => {
                let headed = parts.iter().any(|part| matches!(part, Part::Heading(..)));
                (None, Some(Part::Prose(u8::from(headed), prose.blocks().to_vec())))
            }
            ResolvedBlock::KeyPoints(points) => {
                (fixed("doc-key-points"), some(points, |points| key_points(points, words, &quoted)))
            }
            ResolvedBlock::Timeline(timeline) => (fixed("doc-timeline"), self::timeline(timeline, words)),
            ResolvedBlock::Register(rows) => {
                (fixed("doc-register"), some(rows, |rows| register(rows, words, &quoted)))
            }
            ResolvedBlock::Quotations(all) => {
                let first = first_quotation;
                first_quotation += all.len();
                (fixed("doc-quotations"), some(all, |all| quotations(all, first, document, words)))
            }
            ResolvedBlock::Found(found) => {
                let first = first_quotation;
                first_quotation += found.passages.len();
                if !own_heading {
                    parts.push(Part::Heading(1, found_name(found, words)));
                }
                parts.push(Part::Label(found_of(found, words)));
                (None, some(&found.passages, |all| quotations(all, first, document, words)))
            }
            // Listed once: two lists would be two targets for one number.
            ResolvedBlock::Sources if parts.iter().any(|part| matches!(part, Part::Sources(..))) => continue,
            ResolvedBlock::Sources => (fixed("doc-sources"), sources(document, words)),
            ResolvedBlock::Note(note) => {
                let title = if note.title.trim().is_empty() {
                    words.get("doc-note-untitled")
                } else {
                    note.title.clone()
                };
                let level = 1 + u8::from(under);
                parts.push(Part::Heading(level, title));
                parts.push(Part::Label(words.get("doc-note")));
                let prose = !note.prose.is_empty();
                (None, prose.then(|| Part::Prose(level, note.prose.blocks().to_vec())))
            }
        };
        let empty = match block {
            ResolvedBlock::KeyPoints(_) => Some("doc-empty-key-points"),
            ResolvedBlock::Timeline(_) => Some("doc-empty-timeline"),
            ResolvedBlock::Register(_) => Some("doc-empty-register"),
            ResolvedBlock::Quotations(_) => Some("doc-empty-quotations"),
            ResolvedBlock::Found(_) => Some("doc-empty-found"),
            ResolvedBlock::Sources => Some("doc-empty-sources"),
            ResolvedBlock::Note(_) => Some("doc-empty-note"),
            ResolvedBlock::Heading(_) | ResolvedBlock::Prose(_) => None,
        };
        own_heading = matches!(block, ResolvedBlock::Heading(_));
        under = own_heading || (under && matches!(block, ResolvedBlock::Note(_) | ResolvedBlock::Prose(_)));
        parts.extend(heading);
        parts.extend(body.or_else(|| empty.map(|key| Part::Empty(words.get(key)))));
    }
    if parts.is_empty() {
        parts.push(Part::Empty(words.get("doc-empty")));
    }
    parts
}

fn some<T>(all: &[T], make: impl FnOnce(&[T]) -> Part) -> Option<Part> {
    (!all.is_empty()).then(|| make(all))
}

fn backing(support: &Support, words: &Words) -> Backing {
    let judged = |key: &str, reason: &str| match reason.trim() {
        "" => words.get(key),
        reason => words.with(&format!("{key}-reason"), &[("reason", reason)]),
    };
    let judgement = match support {
        Support::Sources(_) => None,
        Support::Judgement(reason) => Some(judged("doc-judgement", reason)),
        Support::BundledJudgement(reason) => Some(judged("doc-judgement-bundled", reason)),
    };
    Backing { numbers: support.numbers().collect(), judgement }
}

fn status(line: &StatusLine, words: &Words, quoted: &Quoted<'_>) -> StatusWords {
    let said = |one: &Quote| match quoted.get(&(one.source, one.words.trim())) {
        Some(number) => {
            StatusQuote::Quoted(words.with("doc-see-quotation", &[("number", &number.to_string())]))
        }
        None => StatusQuote::Words(quote(one, words)),
    };
    StatusWords {
        status: line.status,
        word: line.own.clone().unwrap_or_else(|| words.status(line.status)),
        since: line.since.as_ref().map(|since| words.since(since)),
        quotes: line.quotes.iter().map(said).collect(),
        backing: backing(&line.support, words),
    }
}

fn disputed(by: Option<&Citations>, words: &Words) -> Option<Flag> {
    by.map(|by| Flag { word: words.get("doc-disputed"), numbers: by.numbers().collect() })
}

fn quote(quote: &Quote, words: &Words) -> QuoteWords {
    QuoteWords {
        text: words.quoted(quote.words.trim()),
        language: quote.language.map(|language| language.code()),
        number: quote.source,
        remark: quote.lost.then(|| words.get("doc-quote-lost")),
    }
}

/// A name with what the one named did.
fn named(one: &Named, words: &Words) -> String {
    match one.role {
        None => one.name.clone(),
        Some(role) => {
            let role = words.get(&format!("doc-role-{}", role.id()));
            words.with("doc-who-role", &[("name", &one.name), ("role", &role)])
        }
    }
}

fn key_points(points: &[KeyPoint], words: &Words, quoted: &Quoted<'_>) -> Part {
    let key_point = |point: &KeyPoint| {
        let quotes: Vec<_> = point.quotes.iter().map(|one| quote(one, words)).collect();
        let mut rest = backing(&point.support, words);
        rest.numbers.retain(|number| quotes.iter().all(|quote| quote.number != *number));
        KeyPointWords {
            statement: point.statement.clone(),
            date: point.date.as_ref().map(|date| words.dated(date)),
            who: (!point.who.is_empty()).then(|| {
                let names: Vec<_> = point.who.iter().map(|one| named(one, words)).collect();
                Flag {
                    word: format!("{}: {}", words.get("doc-who"), names.join("; ")),
                    numbers: point.who_from.iter().flat_map(Citations::numbers).collect(),
                }
            }),
            status: point.status.as_ref().map(|line| status(line, words, quoted)),
            stance: match point.stance {
                Stance::Supports => None,
                Stance::Contradicts => Some(words.get("doc-against")),
                Stance::Mentions => Some(words.get("doc-mention")),
            },
            quotes,
            backing: rest,
            disputed: disputed(point.disputed_by.as_ref(), words),
        }
    };
    Part::KeyPoints(points.iter().map(key_point).collect())
}

fn timeline(timeline: &Timeline, words: &Words) -> Option<Part> {
    let mut lane_before: Option<&String> = None;
    let mut rows = Vec::new();
    for (item, bar) in timeline.items().iter().zip(timeline.bars()) {
        let lane = item.lane.as_ref().filter(|lane| lane_before != Some(lane));
        lane_before = item.lane.as_ref();
        let mut rests_on = backing(&item.support, words);
        rests_on.judgement = match item.support {
            Support::Sources(_) => None,
            Support::Judgement(_) => Some(words.get("doc-judgement-short")),
            Support::BundledJudgement(_) => Some(words.get("doc-judgement-bundled-short")),
        };
        rows.push(TimelineRow {
            lane: lane.cloned(),
            label: label(item, words),
            date: words.dated(&item.date),
            status: item
                .status
                .map(|status| (status, item.own.clone().unwrap_or_else(|| words.status(status)))),
            backing: rests_on,
            bar: *bar,
        });
    }
    if rows.is_empty() {
        return None;
    }
    let heads = ["doc-milestone", "doc-when", "doc-status"].map(|key| words.get(key));
    let ticks = timeline.ticks().iter().map(|tick| (tick.year.to_string(), tick.at)).collect();
    Some(Part::Timeline(TimelineWords { heads, ticks, rows }))
}

fn label(item: &TimelineItem, words: &Words) -> String {
    if item.parts.is_empty() {
        return item.label.clone();
    }
    let mut parts = item.parts.iter().take(MOST_PARTS).map(String::as_str).collect::<Vec<_>>().join("; ");
    if let more @ 1.. = item.parts.len().saturating_sub(MOST_PARTS) {
        parts = words.with("doc-timeline-more", &[("parts", &parts), ("number", &more.to_string())]);
    }
    words.with("doc-timeline-parts", &[("milestone", &item.label), ("parts", &parts)])
}

fn register(rows: &[RegisterRow], words: &Words, quoted: &Quoted<'_>) -> Part {
    let row = |row: &RegisterRow| RegisterRowWords {
        depth: row.depth,
        title: row.title.clone(),
        date: row.date.as_ref().map_or_else(|| words.get("doc-date-unknown"), |date| words.dated(date)),
        kind: words.get(&format!("doc-kind-{}", row.kind.id())),
        who: row.who.iter().map(|one| named(one, words)).collect(),
        status: row.status.as_ref().map(|line| status(line, words, quoted)),
        backing: backing(&row.support, words),
        disputed: disputed(row.disputed_by.as_ref(), words),
        lineage: row
            .lineage
            .iter()
            .map(|line| {
                let side = if line.side == LineageSide::Backward { "from-" } else { "" };
                let key = format!("doc-lineage-{side}{}", line.kind.id());
                (words.with(&key, &[("title", &words.quoted(&line.other))]), backing(&line.support, words))
            })
            .collect(),
    };
    Part::Register(RegisterWords {
        heads: ["doc-milestone", "doc-when", "doc-who", "doc-status-or-kind", "doc-source-numbers"]
            .map(|key| words.get(key)),
        status_label: words.get("doc-status"),
        kind_label: words.get("doc-kind"),
        rows: rows.iter().map(row).collect(),
    })
}

fn quotations(all: &[Quotation], first: usize, document: &Document, words: &Words) -> Part {
    let worded = |(number, one): (usize, &Quotation)| {
        let context = |stance: &Stance| {
            let of: Vec<&str> =
                one.contexts.iter().filter(|(of, _)| of == stance).map(|(_, title)| title.as_str()).collect();
            let key = match stance {
                Stance::Supports => "doc-supports",
                Stance::Contradicts => "doc-contradicts",
                Stance::Mentions => "doc-mentions",
            };
            (!of.is_empty()).then(|| words.with(key, &[("milestone", &of.join("; "))]))
        };
        let origin = document.source(one.quote.source).map_or_else(String::new, |source| {
            let mut origin = vec![source_title(source, words)];
            origin.extend(source.outlet.clone());
            origin.push(published(source, words));
            origin.join(", ")
        });
        QuotationWords {
            quote: quote(&one.quote, words),
            label: words.with("doc-quotation", &[("number", &number.to_string())]),
            contexts: Stance::ALL.iter().filter_map(context).collect(),
            origin,
        }
    };
    Part::Quotations((first..).zip(all).map(worded).collect())
}

fn found_name(found: &Found, words: &Words) -> String {
    if found.name.trim().is_empty() { words.get("doc-found") } else { found.name.clone() }
}

/// What was looked for, and how much of what answers is shown.
fn found_of(found: &Found, words: &Words) -> String {
    let articles = match found.at_most {
        true => words.with("doc-found-at-most", &[("articles", &found.articles.to_string())]),
        false => found.articles.to_string(),
    };
    let key = if found.newest_first { "doc-found-newest" } else { "doc-found-best" };
    let shown = found.passages.len().to_string();
    words.with(key, &[("words", &found.words), ("articles", &articles), ("shown", &shown)])
}

fn source_title(source: &Source, words: &Words) -> String {
    if source.title.trim().is_empty() { words.get("doc-untitled") } else { source.title.clone() }
}

fn published(source: &Source, words: &Words) -> String {
    source.published.as_ref().map_or_else(|| words.get("doc-date-unknown"), |date| words.dated(date))
}

fn sources(document: &Document, words: &Words) -> Option<Part> {
    let worded = |(number, source): (SourceNumber, &Source)| {
        let outlet = source.outlet.clone().unwrap_or_else(|| words.get("doc-outlet-unknown"));
        let mut line: Vec<String> = std::iter::once(outlet).chain(source.byline.clone()).collect();
        line.push(published(source, words));
        line.extend(source.language.map(|language| match language {
            Language::Other(_) => language.code(),
            _ => words.get(&format!("doc-language-{}", language.code())),
        }));
        line.extend(source.grade.map(|grade| words.with("doc-grade", &[("grade", &grade.to_string())])));
        line.extend(document.sources().bundled(number).map(|bundled| match bundled {
            Bundled::All => words.get("doc-evidence-bundled"),
            Bundled::Partly => words.get("doc-evidence-partly-bundled"),
        }));
        let sha256 = source.sha256_hex();
        SourceWords {
            number,
            title: source_title(source, words),
            language: source.language.map(|language| language.code()),
            line,
            captured: words.captured(source.captured),
            sha256_short: sha256.chars().take(12).collect(),
            sha256,
        }
    };
    let all: Vec<_> = document.sources().iter().map(worded).collect();
    (!all.is_empty()).then(|| Part::Sources(words.get("doc-sources-legend"), all))
}
