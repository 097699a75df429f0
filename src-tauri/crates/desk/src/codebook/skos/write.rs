//! A codebook as statements.

use chancery_model::{InLanguages, Term as TopicTerm};
use oxrdf::vocab::xsd;
use oxrdf::{BlankNode, Literal, NamedNode, NamedOrBlankNode, Term, Triple};

use super::Syntax;
use super::syntax::written;
use super::vocabulary::{CONCEPT, DCTERMS, OURS, SCHEME, SKOS, TYPE, XKOS, name};
use crate::codebook::draft::clean;
use crate::codebook::{Book, Listed, slug, tagged};

/// Writes a codebook.
pub(in crate::codebook) fn write(book: &Book, syntax: Syntax) -> Vec<u8> {
    written(&statements(book), syntax)
}

fn statements(book: &Book) -> Vec<Triple> {
    let mut all = Statements::default();
    let slug = slug::of(&book.name.en);
    let scheme =
        NamedNode::new_unchecked(format!("{SCHEME}{}", if slug.is_empty() { "codebook" } else { &slug }));
    all.say(&scheme, TYPE.into(), name(SKOS, "ConceptScheme"));
    all.texts(&scheme, &name(DCTERMS, "title"), &book.name);
    let addresses: Vec<NamedNode> = book.topics.iter().map(address).collect();
    let of_slug =
        |slug: &str| book.topics.iter().position(|one| one.topic.slug == slug).map(|at| &addresses[at]);
    for (_, concept) in book.topics.iter().zip(&addresses).filter(|(one, _)| one.topic.parent.is_none()) {
        all.say(&scheme, name(SKOS, "hasTopConcept"), concept.clone());
    }
    for ((position, listed), concept) in (1_u32..).zip(&book.topics).zip(&addresses) {
        let topic = &listed.topic;
        all.say(concept, TYPE.into(), name(SKOS, "Concept"));
        all.say(concept, name(SKOS, "inScheme"), scheme.clone());
        all.say(concept, name(SKOS, "notation"), Literal::new_simple_literal(&topic.slug));
        all.texts(concept, &name(SKOS, "prefLabel"), &topic.label);
        all.texts(concept, &name(SKOS, "definition"), &topic.definition);
        all.texts(concept, &name(SKOS, "scopeNote"), &topic.include);
        all.texts(concept, &name(XKOS, "exclusionNote"), &topic.exclude);
        match topic.parent.as_deref().and_then(of_slug) {
            Some(above) => all.say(concept, name(SKOS, "broader"), above.clone()),
            None => all.say(concept, name(SKOS, "topConceptOf"), scheme.clone()),
        }
        let below = book
            .topics
            .iter()
            .zip(&addresses)
            .filter(|(one, _)| one.topic.parent.as_ref() == Some(&topic.slug));
        for (_, below) in below {
            all.say(concept, name(SKOS, "narrower"), below.clone());
        }
        all.say(concept, name(OURS, "position"), Literal::from(position));
        all.say(concept, name(OURS, "heading"), Literal::from(topic.group));
        all.say(concept, name(OURS, "threshold"), decimal(topic.threshold));
        if let Some(colour) = listed.colour {
            all.say(concept, name(OURS, "colour"), Literal::from(colour));
        }
        let terms = all.name_terms(topic.terms.len());
        for term in &terms {
            all.say(concept, name(OURS, "term"), term.clone());
        }
        for ((position, term), node) in (1_u32..).zip(&topic.terms).zip(terms) {
            all.term(node, position, term);
        }
    }
    all.triples
}

/// Where no UUID is known, one is made of the slug, so that the same codebook gives the same bytes.
fn address(listed: &Listed) -> NamedNode {
    let uid = listed.uid.unwrap_or_else(|| crate::codebook::uid_of(&listed.topic.slug));
    NamedNode::new_unchecked(format!("{CONCEPT}{uid}"))
}

fn decimal(number: f64) -> Literal {
    Literal::new_typed_literal(number.to_string(), xsd::DECIMAL)
}

#[derive(Default)]
struct Statements {
    triples: Vec<Triple>,
    terms: usize,
}

impl Statements {
    fn say(&mut self, of: &NamedNode, what: NamedNode, value: impl Into<Term>) {
        self.triples.push(Triple::new(of.clone(), what, value));
    }

    fn texts(&mut self, of: &NamedNode, what: &NamedNode, text: &InLanguages) {
        for (language, words) in tagged(text) {
            let words = Literal::new_language_tagged_literal_unchecked(clean(words), language.code());
            self.say(of, what.clone(), words);
        }
    }

    /// Names for so many terms, counted through the file.
    fn name_terms(&mut self, count: usize) -> Vec<BlankNode> {
        let first = self.terms + 1;
        self.terms += count;
        (first..first + count).map(|number| BlankNode::new_unchecked(format!("t{number}"))).collect()
    }

    fn term(&mut self, node: BlankNode, position: u32, term: &TopicTerm) {
        let of = NamedOrBlankNode::from(node);
        let mut say =
            |what: &str, value: Literal| self.triples.push(Triple::new(of.clone(), name(OURS, what), value));
        say("words", Literal::new_language_tagged_literal_unchecked(clean(&term.text), term.language.code()));
        say("kind", Literal::new_simple_literal(term.kind.id()));
        say("weight", decimal(term.weight));
        if let Some(facet) = &term.facet {
            say("facet", Literal::new_simple_literal(clean(facet)));
        }
        say("position", Literal::from(position));
    }
}
