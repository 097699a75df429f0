//! The dossier's facts put into the blocks of a document.

use chancery_briefing::{
    Citations, Dated, Document, Found, Head, KeyPoint, LineageLine, LineageSide, Link, Locale, Named, Note,
    Prose, Quotation, Quote, RegisterRow, ResolvedBlock, SourceList, SourceNumber, StatusLine, Support,
};
use chancery_model::{
    ArticleId, Block, Edtf, EvidenceId, EvidenceOrigin, Language, MilestoneId, Proves, Stance,
};
use chancery_store::{EvidenceRow, MilestoneRow, SavedSearch, Total};

use super::facts::{Facts, without_qualifier};
use super::finds::{Find, Finds};
use crate::Result;
use crate::links::{NoteTarget, links_in};

/// The language of a briefing's words.
pub(crate) fn language(locale: Locale) -> Language {
    match locale {
        Locale::En => Language::En,
        Locale::Ru => Language::Ru,
        Locale::Be => Language::Be,
    }
}

/// Builds the document of a briefing.
pub(super) fn document(facts: Facts, head: Head, blocks: &[Block], finds: &Finds) -> Result<Document> {
    let language = language(head.locale);
    let mut writer = Resolver { facts: &facts, language, sources: SourceList::new() };
    let mut resolved = Vec::with_capacity(blocks.len());
    for block in blocks {
        resolved.push(match block {
            Block::Heading(text) => ResolvedBlock::Heading(text.clone()),
            Block::Text(markdown) => ResolvedBlock::Prose(writer.prose(markdown)),
            Block::KeyPoints(ids) => ResolvedBlock::KeyPoints(writer.key_points(ids)),
            Block::Timeline(ids) => ResolvedBlock::Timeline(writer.timeline(ids)),
            Block::Register(ids) => ResolvedBlock::Register(writer.register(ids)),
            Block::Quotations(ids) => ResolvedBlock::Quotations(writer.quotations(ids)),
            Block::Found(search, most) => match finds.of(*search, *most) {
                Some(find) => ResolvedBlock::Found(writer.found(find)),
                // The search was removed since.
                None => continue,
            },
            Block::Note(id) => match facts.notes.get(id) {
                Some(note) => {
                    let prose = writer.prose(&note.note.markdown);
                    ResolvedBlock::Note(Note { title: note.note.title.clone(), prose })
                }
                // The note was removed since the briefing was laid out.
                None => continue,
            },
            Block::Sources => ResolvedBlock::Sources,
        });
    }
    let sources = writer.sources;
    Ok(Document::new(head, resolved, sources)?)
}

pub(super) struct Resolver<'f> {
    pub(super) facts: &'f Facts,
    pub(super) language: Language,
    sources: SourceList,
}

impl<'f> Resolver<'f> {
    /// The milestones named, or all; children after their parent.
    pub(super) fn chosen(&self, ids: &[MilestoneId]) -> Vec<&'f MilestoneRow> {
        self.facts.milestones.iter().filter(|row| ids.is_empty() || ids.contains(&row.id)).collect()
    }

    fn number(&mut self, row: &EvidenceRow) -> Option<SourceNumber> {
        let source = self.facts.sources.get(&row.evidence.article)?.clone();
        Some(self.sources.number_for(source, row.evidence.origin))
    }

    fn numbers<'r>(&mut self, rows: impl Iterator<Item = &'r EvidenceRow>) -> Vec<SourceNumber> {
        rows.filter_map(|row| self.number(row)).collect()
    }

    pub(super) fn title(&self, row: &MilestoneRow) -> String {
        row.milestone.title.get(self.language).to_owned()
    }

    fn quote(&mut self, row: &EvidenceRow) -> Option<Quote> {
        let language = self.facts.sources.get(&row.evidence.article)?.language;
        let source = self.number(row)?;
        let lost = row.evidence.anchor.is_lost();
        Some(Quote { words: row.evidence.anchor.exact.clone(), language, source, lost })
    }

    /// What a milestone itself rests on: passages that support it and are not there for its status only.
    pub(super) fn support(&mut self, row: &MilestoneRow) -> Support {
        let supporting = self.facts.of(row.id).filter(|one| {
            one.evidence.stance == Stance::Supports
                && one.evidence.proves.iter().any(|proves| *proves != Proves::Status)
        });
        let numbers = self.numbers(supporting);
        Support::of(numbers, "", entered_by(row))
    }

    fn disputed_by(&mut self, id: MilestoneId) -> Option<Citations> {
        let against = self.facts.of(id).filter(|one| one.evidence.stance == Stance::Contradicts);
        let numbers = self.numbers(against);
        Citations::new(numbers)
    }

    /// What a step of the dossier's own ladder is called.
    pub(super) fn own_words(&self, step: Option<&str>) -> Option<String> {
        Some(self.facts.ladder.step(step?)?.words.get(self.language).to_owned())
    }

    fn status(&mut self, row: &MilestoneRow) -> Option<StatusLine> {
        let change = self.facts.statuses.get(&row.id)?.last()?;
        let proofs: Vec<&EvidenceRow> =
            self.facts.of(row.id).filter(|one| one.evidence.status_change == Some(change.id)).collect();
        let numbers = self.numbers(proofs.iter().copied());
        let mut quotes: Vec<Quote> = proofs.into_iter().filter_map(|one| self.quote(one)).collect();
        quotes.dedup();
        let reason = change.change.judgement.as_deref().unwrap_or_default();
        let judge = EvidenceOrigin::from_id(&change.change.decided_by).unwrap_or(EvidenceOrigin::Analyst);
        let support = Support::of(numbers, reason, judge);
        let since = change.change.since.as_ref().map(dated);
        let own = self.own_words(change.change.step.as_deref());
        Some(StatusLine { status: change.change.status, own, since, quotes, support })
    }

    /// One point a milestone that has accepted evidence for it, without its parts: those stand in the register.
    fn key_points(&mut self, ids: &[MilestoneId]) -> Vec<KeyPoint> {
        let mut points = Vec::new();
        for row in self.chosen(ids) {
            if ids.is_empty() && row.milestone.parent.is_some() {
                continue;
            }
            let accepted: Vec<&EvidenceRow> = self
                .facts
                .of(row.id)
                .filter(|one| one.accepted_at.is_some() && one.evidence.stance == Stance::Supports)
                .collect();
            let proving =
                |wanted: Proves| accepted.iter().find(|one| one.evidence.proves.contains(&wanted)).copied();
            let Some(best) = proving(Proves::Milestone).or_else(|| accepted.first().copied()) else {
                continue;
            };
            let Some(quote) = self.quote(best) else { continue };
            let numbers = self.numbers(accepted.iter().copied());
            let naming: Vec<&EvidenceRow> = self
                .facts
                .of(row.id)
                .filter(|one| {
                    one.accepted_at.is_some()
                        && one.evidence.stance != Stance::Contradicts
                        && one.evidence.proves.contains(&Proves::Who)
                })
                .collect();
            let mut who = self.who(row);
            if let (true, Some(first)) = (who.is_empty(), naming.first()) {
                // Nobody has entered a name: the words that tell it stand for one.
                who.push(Named { name: first.evidence.anchor.exact.clone(), role: row.milestone.role });
            }
            let who_from = Citations::new(self.numbers(naming.into_iter()));
            points.push(KeyPoint {
                statement: self.title(row),
                date: self.date(row),
                who,
                who_from,
                status: self.status(row),
                quotes: vec![quote],
                support: Support::of(numbers, "", entered_by(row)),
                stance: Stance::Supports,
                disputed_by: self.disputed_by(row.id),
            });
        }
        points
    }

    /// When a milestone happened; "inferred" where its year stands in none of its passages and is only as sure as the
    /// publication date of their articles, which is itself inferred.
    pub(super) fn date(&self, row: &MilestoneRow) -> Option<Dated> {
        let date = row.milestone.date.as_ref()?;
        let mut proofs = self.facts.of(row.id).peekable();
        let year = date.earliest().or(date.latest()).map(|day| day.year.to_string());
        let stated = |one: &EvidenceRow| {
            year.as_ref().is_some_and(|year| one.evidence.anchor.exact.contains(year.as_str()))
        };
        let dated_surely = |one: &EvidenceRow| {
            let source = self.facts.sources.get(&one.evidence.article);
            source.and_then(|source| source.published.as_ref()).is_some_and(|published| !published.inferred)
        };
        let vague = date.only_day().is_none();
        if vague || proofs.peek().is_none() || proofs.any(|one| stated(one) || dated_surely(one)) {
            return Some(dated(date));
        }
        Some(Dated::inferred(without_qualifier(date)))
    }

    fn register(&mut self, ids: &[MilestoneId]) -> Vec<RegisterRow> {
        let mut rows = Vec::new();
        for row in self.chosen(ids) {
            rows.push(RegisterRow {
                title: self.title(row),
                kind: row.milestone.kind,
                depth: self.depth(row),
                date: self.date(row),
                who: self.who(row),
                support: self.support(row),
                status: self.status(row),
                disputed_by: self.disputed_by(row.id),
                lineage: self.lineage(row.id),
            });
        }
        rows
    }

    /// Who promised, decided or claimed it, by the name entered.
    fn who(&self, row: &MilestoneRow) -> Vec<Named> {
        let name = row.milestone.who.get(self.language).trim();
        let named = Named { name: name.to_owned(), role: row.milestone.role };
        if name.is_empty() { Vec::new() } else { vec![named] }
    }

    fn depth(&self, row: &MilestoneRow) -> u8 {
        let mut depth = 0;
        let mut above = row.milestone.parent;
        while let Some(parent) = above
            && depth < 8
        {
            depth += 1;
            above = self
                .facts
                .milestones
                .iter()
                .find(|one| one.id == parent)
                .and_then(|one| one.milestone.parent);
        }
        depth
    }

    fn lineage(&mut self, id: MilestoneId) -> Vec<LineageLine> {
        let mut lines = Vec::new();
        for link in &self.facts.lineage {
            let lineage = &link.lineage;
            let (side, other) = if lineage.from == id {
                (LineageSide::Forward, lineage.to)
            } else if lineage.to == id {
                (LineageSide::Backward, lineage.from)
            } else {
                continue;
            };
            let Some(other) = self.facts.milestones.iter().find(|row| row.id == other) else { continue };
            let proof =
                lineage.evidence.and_then(|proof| self.facts.evidence.iter().find(|row| row.id == proof));
            let numbers = self.numbers(proof.into_iter());
            let reason = lineage.judgement.as_ref().map_or("", |reason| reason.get(self.language));
            let judge = if link.is_bundled() { EvidenceOrigin::Bundled } else { EvidenceOrigin::Analyst };
            lines.push(LineageLine {
                kind: lineage.kind,
                side,
                other: self.title(other),
                support: Support::of(numbers, reason, judge),
            });
        }
        lines
    }

    /// The passages named, or all that prove a milestone or its status: words that only date it or name who acted are no
    /// quotation by themselves. A passage that proves several milestones is quoted once, with each of them.
    fn quotations(&mut self, ids: &[EvidenceId]) -> Vec<Quotation> {
        let mut quotations: Vec<Quotation> = Vec::new();
        let mut seen: Vec<(ArticleId, chancery_model::Span)> = Vec::new();
        for milestone in &self.facts.milestones {
            for row in self.facts.of(milestone.id) {
                let place = (row.evidence.article, row.evidence.anchor.span);
                let telling = row
                    .evidence
                    .proves
                    .iter()
                    .any(|proves| matches!(proves, Proves::Milestone | Proves::Status));
                let chosen = if ids.is_empty() { telling } else { ids.contains(&row.id) };
                if !chosen {
                    continue;
                }
                let context = (row.evidence.stance, self.title(milestone));
                let again = seen.iter().position(|known| *known == place);
                if let Some(known) = again.and_then(|at| quotations.get_mut(at)) {
                    if !known.contexts.contains(&context) {
                        known.contexts.push(context);
                    }
                    continue;
                }
                let Some(quote) = self.quote(row) else { continue };
                seen.push(place);
                quotations.push(Quotation { quote, contexts: vec![context] });
            }
        }
        quotations
    }

    /// A passage of each article that answers; its title where the words stand there only.
    fn found(&mut self, find: &Find) -> Found {
        let mut passages = Vec::new();
        for (article, sentence) in &find.shown {
            let Some(source) = self.facts.sources.get(article) else { continue };
            let language = source.language;
            let words = sentence.clone().unwrap_or_else(|| source.title.clone());
            let source = self.sources.number(source.clone());
            let quote = Quote { words, language, source, lost: false };
            passages.push(Quotation { quote, contexts: Vec::new() });
        }
        let SavedSearch { name, asked } = &find.search;
        Found {
            name: name.clone(),
            words: asked.words.clone(),
            articles: find.total.articles(),
            at_most: matches!(find.total, Total::AtMost(_)),
            newest_first: asked.newest_first,
            passages,
        }
    }

    fn prose(&mut self, markdown: &str) -> Prose {
        let facts = self.facts;
        let language = self.language;
        Prose::from_markdown(markdown, &mut |destination| {
            let Some(link) = links_in(&format!("[[{destination}]]")).into_iter().next() else {
                return Link::Unknown;
            };
            match link.target {
                NoteTarget::Article(id) | NoteTarget::Passage(id, _) => match facts.sources.get(&id) {
                    Some(source) => Link::Source(self.sources.number(source.clone())),
                    None => Link::Unknown,
                },
                NoteTarget::Topic(id) => match facts.topics.get(&id.0) {
                    Some(label) => Link::Titled(label.get(language).to_owned()),
                    None => Link::Unknown,
                },
                NoteTarget::Milestone(id) => match facts.milestones.iter().find(|row| row.id == id) {
                    Some(row) => Link::Titled(row.milestone.title.get(language).to_owned()),
                    None => Link::Unknown,
                },
                NoteTarget::Note(id) => match facts.notes.get(&id) {
                    Some(note) => Link::Titled(note.note.title.clone()),
                    None => Link::Unknown,
                },
            }
        })
    }
}

/// Who entered a milestone: only those of the bundled dossier have a slug.
fn entered_by(row: &MilestoneRow) -> EvidenceOrigin {
    if row.milestone.slug.is_some() { EvidenceOrigin::Bundled } else { EvidenceOrigin::Analyst }
}

/// A milestone's own date; one marked approximate that names a day was inferred.
fn dated(date: &Edtf) -> Dated {
    let plain = without_qualifier(date);
    if plain == *date { Dated::stated(plain) } else { Dated::inferred(plain) }
}
