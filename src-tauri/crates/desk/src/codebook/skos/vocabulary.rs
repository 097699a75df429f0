//! The names of what is said.

use oxrdf::{NamedNode, NamedNodeRef};

pub(super) const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";
pub(super) const SKOS_XL: &str = "http://www.w3.org/2008/05/skos-xl#";
/// Statistical classifications on SKOS: it has the note that excludes.
pub(super) const XKOS: &str = "http://rdf-vocabulary.ddialliance.org/xkos#";
pub(super) const DCTERMS: &str = "http://purl.org/dc/terms/";
pub(super) const DC: &str = "http://purl.org/dc/elements/1.1/";
pub(super) const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
pub(super) const RDFS: &str = "http://www.w3.org/2000/01/rdf-schema#";
pub(super) const XSD: &str = "http://www.w3.org/2001/XMLSchema#";
/// Our own: `position`, `heading`, `threshold`, `colour` of a concept; `term` with `words`, `kind`, `weight`, `facet`,
/// `position`.
pub(super) const OURS: &str = "urn:x-chancery:codebook#";
/// What every concept's address begins with, before its UUID.
pub(super) const CONCEPT: &str = "urn:uuid:";
/// What the scheme's address begins with, before a slug of its name.
pub(super) const SCHEME: &str = "urn:x-chancery:codebook:";

/// Prefixes of the files we write.
pub(super) const PREFIXES: &[(&str, &str)] =
    &[("skos", SKOS), ("xkos", XKOS), ("dcterms", DCTERMS), ("xsd", XSD), ("chancery", OURS)];

pub(super) const TYPE: NamedNodeRef<'_> = oxrdf::vocab::rdf::TYPE;

/// A name of a vocabulary.
pub(super) fn name(vocabulary: &str, local: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{vocabulary}{local}"))
}
