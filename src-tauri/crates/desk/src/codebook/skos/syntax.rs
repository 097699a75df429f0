//! Statements to bytes and back, in the three syntaxes. Nothing is loaded from anywhere.

use oxjsonld::{JsonLdParser, JsonLdSerializer};
use oxrdf::{GraphNameRef, Triple};
use oxrdfxml::{RdfXmlParser, RdfXmlSerializer};
use oxttl::{TurtleParser, TurtleSerializer};

use super::vocabulary::PREFIXES;
use crate::SeedError;

/// How statements are written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::codebook) enum Syntax {
    Turtle,
    JsonLd,
    RdfXml,
}

/// What relative addresses in a file are taken from: they only tell its topics apart.
const BASE: &str = "urn:x-chancery:file";

/// Most bytes the entities of a file may grow to: they are shorthands for addresses, and a bomb otherwise.
const EXPANDED: usize = 64 << 20;

/// Writes statements. Memory takes every byte and the prefixes are addresses, so nothing here can fail.
pub(super) fn written(triples: &[Triple], syntax: Syntax) -> Vec<u8> {
    let bytes = match syntax {
        Syntax::Turtle => turtle(triples),
        Syntax::JsonLd => json_ld(triples),
        Syntax::RdfXml => rdf_xml(triples),
    };
    let mut bytes = bytes.unwrap_or_default();
    if bytes.last() != Some(&b'\n') {
        bytes.push(b'\n');
    }
    bytes
}

fn turtle(triples: &[Triple]) -> Option<Vec<u8>> {
    let mut serializer = TurtleSerializer::new();
    for (prefix, address) in PREFIXES {
        serializer = serializer.with_prefix(*prefix, *address).ok()?;
    }
    let mut writer = serializer.for_writer(Vec::new());
    for triple in triples {
        writer.serialize_triple(triple).ok()?;
    }
    writer.finish().ok()
}

fn rdf_xml(triples: &[Triple]) -> Option<Vec<u8>> {
    let mut serializer = RdfXmlSerializer::new();
    for (prefix, address) in PREFIXES {
        serializer = serializer.with_prefix(*prefix, *address).ok()?;
    }
    let mut writer = serializer.for_writer(Vec::new());
    for triple in triples {
        writer.serialize_triple(triple).ok()?;
    }
    writer.finish().ok()
}

fn json_ld(triples: &[Triple]) -> Option<Vec<u8>> {
    let mut writer = JsonLdSerializer::new().for_writer(Vec::new());
    for triple in triples {
        writer.serialize_quad(triple.as_ref().in_graph(GraphNameRef::DefaultGraph)).ok()?;
    }
    // It comes on one line; on several, versions can be compared.
    let value: serde_json::Value = serde_json::from_slice(&writer.finish().ok()?).ok()?;
    serde_json::to_vec_pretty(&value).ok()
}

/// Reads the statements of a file.
///
/// # Errors
/// Names the place where it is no RDF, or what it wants loaded.
pub(super) fn read(file: &str, bytes: &[u8], syntax: Syntax) -> Result<Vec<Triple>, SeedError> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let wrong = |what: &str, error: String| SeedError::new(file, format!("is no {what}: {error}"));
    match syntax {
        Syntax::Turtle => {
            let parser = TurtleParser::new()
                .with_base_iri(BASE)
                .map_err(|error| wrong("Turtle", error.to_string()))?;
            parser
                .for_slice(bytes)
                .collect::<Result<_, _>>()
                .map_err(|error| wrong("Turtle", error.to_string()))
        }
        Syntax::JsonLd => {
            let parser = JsonLdParser::new()
                .with_base_iri(BASE)
                .map_err(|error| wrong("JSON-LD", error.to_string()))?;
            let quads = parser.for_slice(bytes).map(|quad| quad.map(Triple::from)).collect::<Result<_, _>>();
            quads.map_err(|error| wrong("JSON-LD", told(&error.to_string())))
        }
        Syntax::RdfXml => {
            if expanded(bytes) > EXPANDED {
                return Err(wrong("RDF/XML that can be read", "its entities expand without end".to_owned()));
            }
            let parser = RdfXmlParser::new()
                .with_base_iri(BASE)
                .map_err(|error| wrong("RDF/XML", error.to_string()))?;
            parser
                .for_slice(bytes)
                .collect::<Result<_, _>>()
                .map_err(|error| wrong("RDF/XML", error.to_string()))
        }
    }
}

/// A context that lies elsewhere is the one thing an analyst can mend without knowing JSON-LD.
fn told(error: &str) -> String {
    if error.contains("ontext") && error.contains("load") {
        format!(
            "{error}; Chancery loads nothing: put the context itself into the file in place of its address"
        )
    } else {
        error.to_owned()
    }
}

/// To how many bytes the entities declared in a file can grow at most; entities within entities count as endless.
fn expanded(bytes: &[u8]) -> usize {
    let text = String::from_utf8_lossy(bytes);
    let mut longest = 0;
    for declared in text.split("<!ENTITY").skip(1) {
        let value = declared.split(['"', '\'']).nth(1).unwrap_or_default();
        if value.contains('&') {
            return usize::MAX;
        }
        longest = longest.max(value.len());
    }
    text.matches('&').count().saturating_mul(longest)
}
