//! What a file says of topics, and how it becomes a codebook the dossier can hold.

use std::collections::{HashMap, HashSet};

use chancery_model::{InLanguages, Term, Topic, Uid};
use chancery_text::topics::term_fault;

use super::{Listed, slug};

/// A topic as a file has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Draft {
    /// What the file names it by; others name their parent so.
    pub(crate) key: String,
    pub(crate) parent: Option<String>,
    pub(crate) uid: Option<Uid>,
    /// Its notation, where it has one.
    pub(crate) slug: Option<String>,
    pub(crate) group: Option<bool>,
    pub(crate) label: InLanguages,
    pub(crate) definition: InLanguages,
    pub(crate) include: InLanguages,
    pub(crate) exclude: InLanguages,
    pub(crate) threshold: Option<f64>,
    pub(crate) colour: Option<u32>,
    pub(crate) terms: Vec<Term>,
    /// Its place among all, where the file tells one apart from its order.
    pub(crate) position: Option<i64>,
}

/// What a file said of a topic, where silence means "as usual".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stated {
    /// Its slug, rather than one made of its label.
    pub slug: bool,
    /// Whether it is a heading.
    pub group: bool,
    /// From which score it is suggested.
    pub threshold: bool,
    /// Its English label, rather than one of another language in its place.
    pub english: bool,
}

impl Stated {
    /// All of it: what a dossier knows.
    pub const ALL: Self = Self { slug: true, group: true, threshold: true, english: true };
}

/// Something that did not cross.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Slug of the topic; `None`: of the whole codebook.
    pub topic: Option<String>,
    /// What.
    pub what: Matter,
    /// The words it is about, where that helps.
    pub words: String,
}

/// What can fail to cross.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Matter {
    /// All of it.
    Everything,
    /// What the codebook is called.
    Name,
    /// The whole topic.
    Topic,
    /// The slug: another is made of the label.
    Slug,
    /// A label in one of our languages.
    Label,
    /// Its definition.
    Definition,
    /// What belongs to it.
    Include,
    /// What does not.
    Exclude,
    /// The topic above it.
    Parent,
    /// That it is a heading.
    Heading,
    /// Its threshold.
    Threshold,
    /// Its colour.
    Colour,
    /// Terms.
    Terms,
    /// Texts in languages the dossier has no place for; `words` lists them.
    Languages,
    /// No label in English: another stands in.
    English,
    /// A slug that stands there twice; `words` is the one given instead.
    TakenSlug,
    /// Parents beyond the first; `words` lists them.
    Parents,
    /// A parent that is neither in the file nor in the dossier, or lies under the topic itself.
    LostParent,
    /// Sets or collections across the tree.
    Sets,
    /// Links to other topics and other vocabularies.
    Links,
    /// Columns nobody knows; `words` lists them.
    Columns,
}

impl Matter {
    /// The word used in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Everything => "everything",
            Self::Name => "name",
            Self::Topic => "topic",
            Self::Slug => "slug",
            Self::Label => "label",
            Self::Definition => "definition",
            Self::Include => "include",
            Self::Exclude => "exclude",
            Self::Parent => "parent",
            Self::Heading => "heading",
            Self::Threshold => "threshold",
            Self::Colour => "colour",
            Self::Terms => "terms",
            Self::Languages => "languages",
            Self::English => "english",
            Self::TakenSlug => "taken-slug",
            Self::Parents => "parents",
            Self::LostParent => "lost-parent",
            Self::Sets => "sets",
            Self::Links => "links",
            Self::Columns => "columns",
        }
    }
}

/// Makes topics of drafts: each with a slug of its own and an English label, parents before children, no circles,
/// headings without terms.
pub(crate) fn settle(mut drafts: Vec<Draft>, left: &mut Vec<Left>) -> Vec<Listed> {
    if drafts.iter().all(|draft| draft.position.is_some()) {
        drafts.sort_by_key(|draft| draft.position);
    }
    for draft in &mut drafts {
        tidy(draft);
    }
    let slugs = slugs(&drafts, left);
    let parents = parents(&drafts, &slugs, left);
    let mut listed = Vec::with_capacity(drafts.len());
    let order = order(&parents);
    let keys: HashSet<String> = drafts.iter().map(|draft| draft.key.clone()).collect();
    let mut drafts: Vec<Option<Draft>> = drafts.into_iter().map(Some).collect();
    for at in order {
        let Some(mut draft) = drafts[at].take() else { continue };
        let slug = slugs[at].clone();
        let mut tell = |what, words: &str| {
            left.push(Left { topic: Some(slug.clone()), what, words: words.to_owned() });
        };
        let faulty: Vec<String> = draft
            .terms
            .extract_if(.., |term| term_fault(term.kind, &term.text).is_some())
            .map(|term| format!("{} ({})", term.text, term.kind.id()))
            .collect();
        if !faulty.is_empty() {
            tell(Matter::Terms, &faulty.join(", "));
        }
        let heading = draft.group == Some(true);
        if heading && !draft.terms.is_empty() {
            tell(Matter::Heading, "");
        }
        let otherwise = draft.slug.clone().unwrap_or_else(|| last(&draft.key).to_owned());
        let stated = Stated {
            slug: draft.slug.is_some(),
            group: draft.group.is_some(),
            threshold: draft.threshold.is_some(),
            english: !draft.label.en.is_empty(),
        };
        listed.push(Listed {
            topic: Topic {
                slug: slug.clone(),
                parent: parents[at].map(|parent| slugs[parent].clone()),
                group: heading && draft.terms.is_empty(),
                label: with_english(draft.label, &otherwise, &mut tell),
                definition: draft.definition,
                include: draft.include,
                exclude: draft.exclude,
                threshold: draft.threshold.unwrap_or(USUAL),
                terms: draft.terms,
            },
            uid: draft.uid,
            colour: draft.colour,
            outside: draft.parent.filter(|named| !keys.contains(named)),
            stated,
        });
    }
    listed
}

/// The threshold of a topic that names none.
pub(super) const USUAL: f64 = 0.5;

fn tidy(draft: &mut Draft) {
    for text in [&mut draft.label, &mut draft.definition, &mut draft.include, &mut draft.exclude] {
        text.en = clean(&text.en);
        for other in [&mut text.ru, &mut text.be] {
            *other = other.as_deref().map(clean).filter(|text| !text.is_empty());
        }
    }
    // A label is one line wherever it is shown.
    for text in
        [Some(&mut draft.label.en), draft.label.ru.as_mut(), draft.label.be.as_mut()].into_iter().flatten()
    {
        *text = text.replace(['\n', '\t'], " ");
    }
    draft.slug = draft.slug.take().map(|slug| clean(&slug)).filter(|slug| !slug.is_empty());
    draft.threshold = draft.threshold.filter(|threshold| (0.0..=1.0).contains(threshold));
    draft.terms.retain_mut(|term| {
        term.text = clean(&term.text);
        term.facet = term.facet.as_deref().map(clean).filter(|facet| !facet.is_empty());
        term.weight.is_finite()
    });
}

/// Text as the dossier keeps it: lines end in LF, nothing unseen, nothing around.
pub(crate) fn clean(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let seen = lines.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t'));
    seen.filter(|c| !matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}')).collect::<String>().trim().to_owned()
}

fn slugs(drafts: &[Draft], left: &mut Vec<Left>) -> Vec<String> {
    let mut taken: HashSet<String> = HashSet::new();
    let mut slugs = vec![String::new(); drafts.len()];
    // Those that are given come first, so that no made one takes their place.
    for given in [true, false] {
        for (slug, draft) in slugs.iter_mut().zip(drafts).filter(|(_, draft)| draft.slug.is_some() == given) {
            let made = wanted(draft);
            let mut free = made.clone();
            let mut number = 2;
            while !taken.insert(free.clone()) {
                free = format!("{made}-{number}");
                number += 1;
            }
            if given && free != made {
                left.push(Left { topic: Some(made), what: Matter::TakenSlug, words: free.clone() });
            }
            *slug = free;
        }
    }
    slugs
}

fn wanted(draft: &Draft) -> String {
    if let Some(given) = &draft.slug
        && slug::stands(given)
    {
        return given.clone();
    }
    let label = &draft.label;
    let words = [
        draft.slug.as_deref().unwrap_or_default(),
        &label.en,
        label.ru.as_deref().unwrap_or_default(),
        label.be.as_deref().unwrap_or_default(),
        last(&draft.key),
    ];
    words.into_iter().map(slug::of).find(|slug| !slug.is_empty()).unwrap_or_else(|| "topic".to_owned())
}

/// What an address ends with.
fn last(key: &str) -> &str {
    key.trim_end_matches('>').rsplit(['/', '#', ':']).next().unwrap_or_default()
}

/// Most headings above one topic: no tree of topics is so deep, and a file that says so is a mistake or a trap.
const DEEPEST: usize = 64;

/// Index of each draft's parent.
fn parents(drafts: &[Draft], slugs: &[String], left: &mut Vec<Left>) -> Vec<Option<usize>> {
    let keys: HashMap<&str, usize> =
        drafts.iter().enumerate().rev().map(|(at, draft)| (draft.key.as_str(), at)).collect();
    let mut parents: Vec<Option<usize>> = vec![None; drafts.len()];
    for (at, draft) in drafts.iter().enumerate() {
        let Some(named) = &draft.parent else { continue };
        let Some(&found) = keys.get(named.as_str()) else { continue };
        // Walking up from the parent must come to an end, and not back here.
        let up = || std::iter::successors(Some(found), |&above| parents[above]).take(DEEPEST);
        if up().count() == DEEPEST || up().any(|above| above == at) {
            left.push(Left {
                topic: Some(slugs[at].clone()),
                what: Matter::LostParent,
                words: named.clone(),
            });
            continue;
        }
        parents[at] = Some(found);
    }
    parents
}

/// The order found, where parents stand before their children in it; else each parent is followed by what lies under it.
fn order(parents: &[Option<usize>]) -> Vec<usize> {
    if parents.iter().enumerate().all(|(at, parent)| parent.is_none_or(|parent| parent < at)) {
        return (0..parents.len()).collect();
    }
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); parents.len()];
    let mut waiting = Vec::new();
    for (at, parent) in parents.iter().enumerate().rev() {
        match parent {
            Some(parent) => children[*parent].push(at),
            None => waiting.push(at),
        }
    }
    let mut order = Vec::with_capacity(parents.len());
    while let Some(at) = waiting.pop() {
        order.push(at);
        waiting.append(&mut children[at]);
    }
    order
}

/// English is always there: where the file has none, another language stands in, or else `otherwise`.
fn with_english(text: InLanguages, otherwise: &str, tell: &mut impl FnMut(Matter, &str)) -> InLanguages {
    if !text.en.is_empty() {
        return text;
    }
    let other = text.ru.clone().or_else(|| text.be.clone());
    if let Some(other) = &other {
        tell(Matter::English, other);
    }
    InLanguages { en: other.unwrap_or_else(|| otherwise.to_owned()), ..text }
}
