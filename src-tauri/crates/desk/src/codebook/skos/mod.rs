//! SKOS: topics as concepts, in the three syntaxes of RDF. What SKOS has no word for is said in a vocabulary of our own,
//! so that a codebook comes back whole.

mod read;
mod syntax;
mod vocabulary;
mod write;

pub(super) use read::read;
pub(super) use syntax::Syntax;
pub(super) use write::write;
