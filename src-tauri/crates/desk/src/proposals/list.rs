//! Proposals as they are looked at: the first of them, each with its passages and reasons.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use chancery_model::{
    ArticleId, CodePoints, Confidence, DateAnchor, DatedId, Edtf, Language, MilestoneId, MilestoneKind,
    Point, Qualifier, Role, Span,
};
use chancery_store::{MilestoneRow, Readable, StatusChangeRow};
use chancery_text::cues::{Cue, kind_of, title};

use super::gather::{Gathered, Passage};
use super::lanes::Lanes;
use super::rank::{Ranked, Used, ranked};
use super::resemble::Compared;
use super::weights::Weights;
use super::{CueLearning, Proposal, ProposedPassage};
use crate::{Desk, MilestoneEntry, Result};

/// Which proposals are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProposalAsk {
    /// Those with a passage of this article only.
    pub article: Option<ArticleId>,
    /// In which order.
    pub order: ProposalOrder,
    /// How many at most.
    pub limit: usize,
}

/// The order of proposals; what was put off comes last in each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ProposalOrder {
    /// The surest first.
    #[default]
    Score,
    /// By the date they are about, the earliest first.
    Date,
    /// By article, the newest first, in the order of its text.
    Article,
}

/// The first proposals.
#[derive(Clone, Debug, PartialEq)]
pub struct ProposalPage {
    /// How many there are in all.
    pub total: usize,
    /// How many of them were put off.
    pub skipped: usize,
    /// Decisions in force.
    pub decided: usize,
    /// Whether articles are still to be read.
    pub reading: bool,
    /// The first of them.
    pub items: Vec<Proposal>,
    /// The cues decisions have changed, those most changed first.
    pub learned: Vec<CueLearning>,
}

/// What proposals follow from, read at once.
pub(super) struct State {
    pub(super) gathered: Arc<Gathered>,
    pub(super) weights: Arc<Weights>,
    pub(super) ranked: Vec<Ranked>,
    pub(super) decided: usize,
}

/// Texts of the articles passages stand in, each read once.
#[derive(Default)]
pub(super) struct Texts(HashMap<ArticleId, Readable>);

/// What passages are compared with.
struct Beside {
    milestones: Vec<MilestoneRow>,
    changes: BTreeMap<MilestoneId, Vec<StatusChangeRow>>,
    lanes: Lanes,
}

impl Desk {
    /// The first proposals there are now.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn proposals(&self, ask: ProposalAsk) -> Result<ProposalPage> {
        let state = self.proposal_state()?;
        let State { gathered, weights, decided, .. } = &*state;
        let mut ranked: Vec<&Ranked> = state.ranked.iter().collect();
        let passage = |place: usize| gathered.passages.get(place);
        if let Some(article) = ask.article {
            ranked.retain(|one| {
                one.open.iter().filter_map(|&place| passage(place)).any(|one| one.row.article == article)
            });
        }
        match ask.order {
            ProposalOrder::Score => {}
            ProposalOrder::Date => {
                ranked.sort_by_key(|one| {
                    (one.skipped, passage(one.best).map(|one| one.row.passage.date.order()))
                });
            }
            ProposalOrder::Article => ranked.sort_by_key(|one| {
                let row = passage(one.best).map(|one| &one.row);
                let day = row.and_then(|row| row.published.as_ref()).map(Edtf::order);
                let place = row.map(|row| (row.article, row.passage.span.start));
                (one.skipped, std::cmp::Reverse(day), place)
            }),
        }
        let (total, skipped) = (ranked.len(), ranked.iter().filter(|one| one.skipped).count());
        ranked.truncate(ask.limit);
        let mut items = Vec::with_capacity(ranked.len());
        if !ranked.is_empty() {
            let (beside, mut texts) = (self.beside()?, Texts::default());
            for one in &ranked {
                items.extend(self.proposal_of(gathered, weights, one, &beside, &mut texts)?);
            }
        }
        let mut learned: Vec<CueLearning> =
            weights.cues().filter(|cue| cue.yes + cue.no > 0).cloned().collect();
        let moved = |cue: &CueLearning| (cue.weight - cue.usual).abs();
        learned.sort_by(|one, other| moved(other).total_cmp(&moved(one)).then(one.id.cmp(other.id)));
        Ok(ProposalPage { total, skipped, decided: *decided, reading: self.proposals_wait(), items, learned })
    }

    /// How many proposals there are now.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn proposal_count(&self) -> Result<usize> {
        Ok(self.proposal_state()?.ranked.len())
    }

    /// The proposal called by a passage, in full.
    ///
    /// # Errors
    /// `no-such` where there is none of that id now.
    pub fn proposal(&self, id: DatedId) -> Result<Proposal> {
        self.proposal_in(&*self.proposal_state()?, id)
    }

    pub(super) fn proposal_in(&self, state: &State, id: DatedId) -> Result<Proposal> {
        let one = self.ranked_of(state, id)?;
        let (beside, mut texts) = (self.beside()?, Texts::default());
        let proposal = self.proposal_of(&state.gathered, &state.weights, one, &beside, &mut texts)?;
        proposal.ok_or_else(|| self.no_such("proposal", id))
    }

    /// What there is now: worked out once until something is written.
    pub(super) fn proposal_state(&self) -> Result<Arc<State>> {
        let generation = self.store.generation();
        let mut kept = self.proposing.state();
        if let (Some(now), Some((then, state))) = (generation, kept.as_ref())
            && now == *then
        {
            return Ok(Arc::clone(state));
        }
        let state = Arc::new(self.proposals_now()?);
        *kept = generation.map(|generation| (generation, Arc::clone(&state)));
        Ok(state)
    }

    fn proposals_now(&self) -> Result<State> {
        let gathered = self.gathered()?;
        let (decisions, evidence) =
            self.read(|reader| Ok((reader.proposal_decisions()?, reader.evidence()?)))?;
        let weights = self.weights(&gathered, &decisions)?;
        let evidence = evidence.into_iter().filter(|row| !row.in_bin).map(|row| row.evidence);
        let spans = evidence.map(|one| (one.article, one.anchor.span, one.milestone));
        let ranked = ranked(&gathered, &weights, &Used::of(&decisions, spans));
        Ok(State { gathered, weights, ranked, decided: decisions.len() })
    }

    /// The group a passage is called by: its best now, or any other of it.
    pub(super) fn ranked_of<'s>(&self, state: &'s State, id: DatedId) -> Result<&'s Ranked> {
        let is_it = |place: &usize| state.gathered.passages.get(*place).is_some_and(|one| one.row.id == id);
        let found = state.ranked.iter().find(|one| one.open.iter().any(is_it));
        found.ok_or_else(|| self.no_such("proposal", id))
    }

    fn beside(&self) -> Result<Beside> {
        let (lanes, milestones, changes) =
            self.read(|reader| Ok((reader.lanes()?, reader.milestones()?, reader.status_changes()?)))?;
        let lanes = Lanes::of(&lanes, &milestones, self.matcher()?);
        Ok(Beside { milestones, changes, lanes })
    }

    fn proposal_of(
        &self,
        gathered: &Gathered,
        weights: &Weights,
        one: &Ranked,
        beside: &Beside,
        texts: &mut Texts,
    ) -> Result<Option<Proposal>> {
        let Some(best) = gathered.passages.get(one.best) else { return Ok(None) };
        let passages = self.passages_of(gathered, one, texts)?;
        let Some(first) = passages.first() else { return Ok(None) };
        let language = texts.of(self, best.row.article)?.language;
        let entry = entry_of(best, first, language, &beside.lanes);
        let compared = Compared { passage: best, exact: &first.exact, language };
        let resembles = self.resembled(&compared, one.told, &beside.milestones, &beside.changes)?;
        Ok(Some(Proposal {
            id: best.row.id,
            score: one.fit.score,
            rules: one.fit.rules,
            learned: one.fit.learned,
            entry,
            cues: best.cues.iter().map(|cue| weights.cue(cue)).collect(),
            passages,
            resembles,
            skipped: one.skipped,
        }))
    }

    /// The passages of a group, one a story: the best first, then by the day of their articles.
    fn passages_of(
        &self,
        gathered: &Gathered,
        one: &Ranked,
        texts: &mut Texts,
    ) -> Result<Vec<ProposedPassage>> {
        let mut of_story: Vec<(ArticleId, Vec<&Passage>)> = Vec::new();
        let best_first =
            std::iter::once(one.best).chain(one.open.iter().copied().filter(|place| *place != one.best));
        for passage in best_first.filter_map(|place| gathered.passages.get(place)) {
            let story = passage.row.story.unwrap_or(passage.row.article);
            match of_story.iter_mut().find(|(of, _)| *of == story) {
                Some((_, told)) => told.push(passage),
                None => of_story.push((story, vec![passage])),
            }
        }
        let leads: Vec<ArticleId> =
            of_story.iter().filter_map(|(_, told)| Some(told.first()?.row.article)).collect();
        let rows = self.read(|reader| reader.article_rows(&leads))?;
        let mut rows: HashMap<ArticleId, _> = rows.into_iter().map(|row| (row.id, row)).collect();
        let mut passages = Vec::with_capacity(of_story.len());
        for (_, told) in of_story {
            let Some(passage) = told.first() else { continue };
            let Some(row) = rows.remove(&passage.row.article) else { continue };
            let others: HashSet<ArticleId> = told.iter().map(|one| one.row.article).collect();
            let text = texts.of(self, passage.row.article)?;
            let points = CodePoints::new(&text.text);
            let words = |span: Span| points.slice(span).unwrap_or_default().to_owned();
            let read = &passage.row.passage;
            passages.push(ProposedPassage {
                row,
                span: read.span,
                exact: words(read.span),
                date_span: read.date_span,
                date_words: words(read.date_span),
                date: read.date.clone(),
                anchor: read.anchor,
                cues: read.cues.clone(),
                copies: others.len() - 1,
            });
        }
        Ok(passages)
    }
}

impl Texts {
    pub(super) fn of(&mut self, desk: &Desk, article: ArticleId) -> Result<&Readable> {
        Ok(match self.0.entry(article) {
            std::collections::hash_map::Entry::Occupied(known) => known.into_mut(),
            std::collections::hash_map::Entry::Vacant(unknown) => {
                unknown.insert(desk.read(|reader| reader.readable(article))?)
            }
        })
    }
}

fn entry_of(
    passage: &Passage,
    of: &ProposedPassage,
    language: Option<Language>,
    lanes: &Lanes,
) -> MilestoneEntry {
    let date_span = Span::new(of.date_span.start - of.span.start, of.date_span.end - of.span.start);
    let date = as_sure(&of.date, of.anchor, of.row.confidence);
    let kind = kind_of(&passage.cues, is_ahead(&of.date, passage.row.published.as_ref()));
    MilestoneEntry {
        title: title(&of.exact, &[date_span]),
        kind,
        lane: lanes.lane(&of.exact, language, kind),
        parent: None,
        who: String::new(),
        role: role_of(&passage.cues),
        description: String::new(),
        deadline: (kind == MilestoneKind::Deadline).then(|| date.clone()),
        date: Some(date),
    }
}

/// A day counted from a day of publication that is itself inferred is about that day.
pub(super) fn as_sure(date: &Edtf, anchor: DateAnchor, published: Confidence) -> Edtf {
    let counted = matches!(anchor, DateAnchor::Published | DateAnchor::Dateline);
    match date {
        Edtf::Date(point) if counted && published != Confidence::High && date.exact_day().is_some() => {
            Edtf::Date(Point { qualifier: Qualifier { approximate: true, ..point.qualifier }, ..*point })
        }
        _ => date.clone(),
    }
}

/// Whether a date lies after the day its article was published.
pub(super) fn is_ahead(date: &Edtf, published: Option<&Edtf>) -> bool {
    let day = published.and_then(Edtf::latest);
    day.is_some_and(|day| date.earliest().or(date.latest()).is_some_and(|date| date > day))
}

/// What those named with it did, by the surest deed.
fn role_of(cues: &[&'static Cue]) -> Option<Role> {
    let role = |cue: &&'static Cue| {
        Some((
            cue.weight,
            match cue.id {
                "agree" | "sign" | "initial" => Role::Agreed,
                "approve" | "decide" | "ratify" => Role::Decided,
                "promise" | "plan" | "due" => Role::Promised,
                "state" => Role::Announced,
                _ => return None,
            },
        ))
    };
    let roles = cues.iter().filter_map(role);
    roles.max_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, role)| role)
}
