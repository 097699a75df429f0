//! Concepts of our own files and of other people's vocabularies.

use std::collections::{BTreeSet, HashMap, HashSet};

use chancery_model::{InLanguages, Language, Term as TopicTerm, TermKind, Uid};
use oxrdf::{Literal, NamedNode, NamedOrBlankNode, Term, Triple};

use super::Syntax;
use super::vocabulary::{CONCEPT, DC, DCTERMS, OURS, RDF, RDFS, SKOS, SKOS_XL, TYPE, XKOS, name};
use crate::SeedError;
use crate::codebook::draft::{Draft, Left, Matter};
use crate::codebook::{Read, set};

/// A synonym of another vocabulary is a word for the topic, but was not weighed for texts: it needs company.
const SYNONYM: f64 = 0.5;

/// Relations between concepts that are not the tree.
const LINKS: [&str; 9] = [
    "related",
    "semanticRelation",
    "mappingRelation",
    "exactMatch",
    "closeMatch",
    "broadMatch",
    "narrowMatch",
    "relatedMatch",
    "member",
];

/// Reads a vocabulary.
///
/// # Errors
/// When it is no RDF, or holds no concept.
pub(in crate::codebook) fn read(file: &str, bytes: &[u8], syntax: Syntax) -> Result<Read, SeedError> {
    let triples = super::syntax::read(file, bytes, syntax)?;
    let graph = Graph::of(&triples);
    let concepts: Vec<&NamedOrBlankNode> =
        graph.subjects.iter().copied().filter(|one| graph.is_concept(one)).collect();
    if concepts.is_empty() {
        let what = "holds no concept of SKOS: a codebook is read from skos:Concept with skos:prefLabel";
        return Err(SeedError::new(file, what));
    }
    let mut left = Vec::new();
    let narrower = graph.narrower();
    let keys: HashSet<String> = concepts.iter().map(ToString::to_string).collect();
    let drafts = concepts.iter().map(|concept| draft(&graph, concept, &narrower, &keys, &mut left)).collect();
    if graph.has_type("Collection") || graph.has_type("OrderedCollection") {
        left.push(Left { topic: None, what: Matter::Sets, words: String::new() });
    }
    let links = LINKS.map(|link| name(SKOS, link));
    if triples.iter().any(|triple| links.contains(&triple.predicate)) {
        left.push(Left { topic: None, what: Matter::Links, words: String::new() });
    }
    Ok((graph.title(), drafts, left))
}

/// Statements by what they are about, in the order of the file.
struct Graph<'t> {
    subjects: Vec<&'t NamedOrBlankNode>,
    said: HashMap<&'t NamedOrBlankNode, Vec<(&'t NamedNode, &'t Term)>>,
}

impl<'t> Graph<'t> {
    fn of(triples: &'t [Triple]) -> Self {
        let mut graph = Self { subjects: Vec::new(), said: HashMap::new() };
        for triple in triples {
            let said = graph.said.entry(&triple.subject).or_insert_with(|| {
                graph.subjects.push(&triple.subject);
                Vec::new()
            });
            said.push((&triple.predicate, &triple.object));
        }
        graph
    }

    fn values(&self, of: &NamedOrBlankNode, vocabulary: &str, local: &str) -> impl Iterator<Item = &'t Term> {
        let wanted = name(vocabulary, local);
        let said = self.said.get(of).map(Vec::as_slice).unwrap_or_default();
        said.iter()
            .filter(move |(what, _)| **what == wanted)
            .map(|(_, value)| *value)
            .collect::<Vec<_>>()
            .into_iter()
    }

    fn literal(&self, of: &NamedOrBlankNode, vocabulary: &str, local: &str) -> Option<&'t str> {
        self.values(of, vocabulary, local).find_map(|value| match value {
            Term::Literal(literal) => Some(literal.value()),
            _ => None,
        })
    }

    fn is(&self, of: &NamedOrBlankNode, local: &str) -> bool {
        let wanted = Term::from(name(SKOS, local));
        let said = self.said.get(of).map(Vec::as_slice).unwrap_or_default();
        said.iter().any(|(what, value)| what.as_ref() == TYPE && **value == wanted)
    }

    fn has_type(&self, local: &str) -> bool {
        self.subjects.iter().any(|one| self.is(one, local))
    }

    /// What is called one, and what bears a label without being called anything else.
    fn is_concept(&self, of: &NamedOrBlankNode) -> bool {
        let labelled = || !self.texts(of, &[(SKOS, "prefLabel"), (SKOS_XL, "prefLabel")]).is_empty();
        let otherwise =
            || ["ConceptScheme", "Collection", "OrderedCollection"].iter().any(|one| self.is(of, one));
        self.is(of, "Concept") || (labelled() && !otherwise())
    }

    /// The texts of any of these, each with its language; a node in a text's place stands for what it holds.
    fn texts(&self, of: &NamedOrBlankNode, names: &[(&str, &str)]) -> Vec<(&'t str, &'t str)> {
        let mut texts = Vec::new();
        for (vocabulary, local) in names {
            for value in self.values(of, vocabulary, local) {
                match value {
                    Term::Literal(literal) => texts.push(tagged(literal)),
                    Term::NamedNode(_) | Term::BlankNode(_) => {
                        let Some(node) = node(value) else { continue };
                        let held = [(SKOS_XL, "literalForm"), (RDF, "value")];
                        for (vocabulary, local) in held {
                            texts.extend(self.values(&node, vocabulary, local).filter_map(
                                |held| match held {
                                    Term::Literal(literal) => Some(tagged(literal)),
                                    _ => None,
                                },
                            ));
                        }
                    }
                }
            }
        }
        texts
    }

    /// Who is above whom by `skos:narrower`.
    fn narrower(&self) -> HashMap<NamedOrBlankNode, Vec<String>> {
        let mut above: HashMap<NamedOrBlankNode, Vec<String>> = HashMap::new();
        for one in &self.subjects {
            for below in self.values(one, SKOS, "narrower").filter_map(node) {
                above.entry(below).or_default().push(one.to_string());
            }
        }
        above
    }

    fn title(&self) -> InLanguages {
        let Some(scheme) = self.subjects.iter().find(|one| self.is(one, "ConceptScheme")) else {
            return InLanguages::default();
        };
        let names = [(DCTERMS, "title"), (DC, "title"), (SKOS, "prefLabel"), (RDFS, "label")];
        let found = names.iter().map(|name| self.texts(scheme, &[*name])).find(|texts| !texts.is_empty());
        in_languages(&found.unwrap_or_default(), &mut BTreeSet::new())
    }
}

fn draft(
    graph: &Graph<'_>,
    concept: &NamedOrBlankNode,
    narrower: &HashMap<NamedOrBlankNode, Vec<String>>,
    keys: &HashSet<String>,
    left: &mut Vec<Left>,
) -> Draft {
    let mut foreign = BTreeSet::new();
    let mut texts = |names: &[(&str, &str)]| in_languages(&graph.texts(concept, names), &mut foreign);
    let label = match texts(&[(SKOS, "prefLabel")]) {
        label if label == InLanguages::default() => texts(&[(SKOS_XL, "prefLabel"), (RDFS, "label")]),
        label => label,
    };
    let notes = [
        (SKOS, "scopeNote"),
        (XKOS, "inclusionNote"),
        (XKOS, "coreContentNote"),
        (XKOS, "additionalContentNote"),
    ];
    let (definition, include, exclude) =
        (texts(&[(SKOS, "definition")]), texts(&notes), texts(&[(XKOS, "exclusionNote")]));
    let slug =
        graph.literal(concept, SKOS, "notation").or_else(|| graph.literal(concept, DCTERMS, "identifier"));
    let told = slug.unwrap_or(&label.en).to_owned();
    let mut tell = |what, words: String| left.push(Left { topic: Some(told.clone()), what, words });
    if !foreign.is_empty() {
        tell(Matter::Languages, foreign.into_iter().collect::<Vec<_>>().join(", "));
    }
    let mut parents: Vec<String> =
        graph.values(concept, SKOS, "broader").filter_map(node).map(|one| one.to_string()).collect();
    for above in narrower.get(concept).into_iter().flatten() {
        if !parents.contains(above) {
            parents.push(above.clone());
        }
    }
    // One that the file only names would leave the concept without a place.
    parents.sort_by_key(|parent| !keys.contains(parent));
    if parents.len() > 1 {
        tell(Matter::Parents, parents[1..].join(", "));
    }
    let number = |local| graph.literal(concept, OURS, local).and_then(|text| text.trim().parse::<f64>().ok());
    let whole = |local| graph.literal(concept, OURS, local).and_then(|text| text.trim().parse::<i64>().ok());
    Draft {
        key: concept.to_string(),
        parent: parents.into_iter().next(),
        uid: uid(concept),
        slug: slug.map(str::to_owned),
        group: graph.literal(concept, OURS, "heading").map(|text| matches!(text.trim(), "true" | "1")),
        label,
        definition,
        include,
        exclude,
        threshold: number("threshold"),
        colour: whole("colour").and_then(|colour| u32::try_from(colour).ok()),
        terms: terms(graph, concept, &mut tell),
        position: whole("position"),
    }
}

/// Our terms; where there are none, the synonyms.
fn terms(
    graph: &Graph<'_>,
    concept: &NamedOrBlankNode,
    tell: &mut impl FnMut(Matter, String),
) -> Vec<TopicTerm> {
    let mut ours: Vec<(i64, TopicTerm)> = Vec::new();
    let mut unread = Vec::new();
    for node in graph.values(concept, OURS, "term").filter_map(node) {
        let words = graph.texts(&node, &[(OURS, "words")]);
        let Some((tag, text)) = words.first() else { continue };
        let kind = graph.literal(&node, OURS, "kind").unwrap_or("stem");
        let (Some(kind), Some(language)) = (TermKind::from_id(kind), Language::from_code(tag)) else {
            unread.push(format!("{text} ({kind})"));
            continue;
        };
        let number =
            |local| graph.literal(&node, OURS, local).and_then(|text| text.trim().parse::<f64>().ok());
        #[allow(clippy::cast_possible_truncation)]
        let position = number("position").unwrap_or(f64::MAX) as i64;
        let facet = graph.literal(&node, OURS, "facet").map(str::to_owned);
        let weight = number("weight").unwrap_or(1.0);
        ours.push((position, TopicTerm { language, text: (*text).to_owned(), kind, weight, facet }));
    }
    if !unread.is_empty() {
        tell(Matter::Terms, unread.join(", "));
    }
    ours.sort_by_key(|(position, _)| *position);
    if !ours.is_empty() || graph.literal(concept, OURS, "position").is_some() {
        return ours.into_iter().map(|(_, term)| term).collect();
    }
    let synonyms = graph.texts(
        concept,
        &[(SKOS, "altLabel"), (SKOS_XL, "altLabel"), (SKOS, "hiddenLabel"), (SKOS_XL, "hiddenLabel")],
    );
    let known = synonyms.into_iter().filter_map(|(tag, text)| Some((ours_of(tag)?, text.to_owned())));
    known
        .map(|(language, text)| TopicTerm {
            language,
            text,
            kind: TermKind::Stem,
            weight: SYNONYM,
            facet: None,
        })
        .collect()
}

fn node(term: &Term) -> Option<NamedOrBlankNode> {
    match term {
        Term::NamedNode(node) => Some(node.clone().into()),
        Term::BlankNode(node) => Some(node.clone().into()),
        Term::Literal(_) => None,
    }
}

fn uid(concept: &NamedOrBlankNode) -> Option<Uid> {
    match concept {
        NamedOrBlankNode::NamedNode(node) => Uid::parse(node.as_str().strip_prefix(CONCEPT)?),
        NamedOrBlankNode::BlankNode(_) => None,
    }
}

fn tagged(literal: &Literal) -> (&str, &str) {
    (literal.language().unwrap_or_default(), literal.value())
}

/// One of the three languages of the dossier, by a tag such as `be` or `ru-RU`.
fn ours_of(tag: &str) -> Option<Language> {
    let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let language = if tag.is_empty() { Some(Language::En) } else { Language::from_code(&primary) };
    language.filter(|language| matches!(language, Language::En | Language::Ru | Language::Be))
}

/// The texts by language, several of one as paragraphs. A text without a tag is taken for English where none is tagged so.
/// Other languages are named in `foreign`; where they are all there is, the first stands as English.
fn in_languages(texts: &[(&str, &str)], foreign: &mut BTreeSet<String>) -> InLanguages {
    let mut all = InLanguages::default();
    let english = texts.iter().any(|(tag, _)| !tag.is_empty() && ours_of(tag) == Some(Language::En));
    for wanted in [Language::En, Language::Ru, Language::Be] {
        let of_it = texts
            .iter()
            .filter(|(tag, _)| ours_of(tag) == Some(wanted) && !(tag.is_empty() && english))
            .map(|(_, text)| text.trim())
            .filter(|text| !text.is_empty());
        let mut paragraphs: Vec<&str> = Vec::new();
        for text in of_it {
            if !paragraphs.contains(&text) {
                paragraphs.push(text);
            }
        }
        if !paragraphs.is_empty() {
            set(&mut all, wanted, paragraphs.join("\n\n"));
        }
    }
    let others: Vec<&(&str, &str)> = texts.iter().filter(|(tag, _)| ours_of(tag).is_none()).collect();
    foreign.extend(others.iter().map(|(tag, _)| (*tag).to_owned()));
    if all == InLanguages::default()
        && let Some((_, text)) = others.iter().min()
    {
        all.en = text.trim().to_owned();
    }
    all
}
