//! Annotations in the manner of other programs.
#![allow(clippy::unwrap_used)]

use super::read;
use crate::codings::incoming::{LostMatter, Place};

#[test]
fn annotations_of_other_programs_are_read_in_every_wrapping() {
    let one = r##"{
      "@context": "http://www.w3.org/ns/anno.jsonld", "id": "https://hypothes.is/a/1", "type": "Annotation", "motivation": "commenting",
      "body": [
        {"type": "TextualBody", "value": "чаму?", "format": "text/markdown"},
        {"type": "TextualBody", "purpose": "tagging", "value": "Валюта"},
        {"type": "TextualBody", "purpose": "oa:tagging", "value": "Размова"}
      ],
      "target": {"source": "https://news.example/a#frag", "selector": [
        {"type": "RangeSelector", "startSelector": {"type": "XPathSelector", "value": "/p[1]"}},
        {"type": "TextPositionSelector", "start": 18, "end": 32},
        {"type": "TextQuoteSelector", "exact": "Адзіная валюта", "prefix": "казалі: «", "suffix": "»."}
      ]}
    }"##;
    let page = format!("{{\"type\":\"AnnotationPage\",\"items\":[{one}]}}");
    for json in [
        one.to_owned(),
        format!("[{one}]"),
        page.clone(),
        format!("{{\"type\":[\"AnnotationCollection\"],\"total\":1,\"first\":{page}}}"),
        format!("\u{feff}{{\"@graph\":[{one}]}}"),
    ] {
        let incoming = read(json.as_bytes()).unwrap();
        let labels: Vec<&str> = incoming.book.topics.iter().map(|one| one.topic.label.en.as_str()).collect();
        assert_eq!(labels, ["Валюта", "Размова"]);
        let text = &incoming.texts[0];
        assert_eq!((text.url.as_deref(), text.uid), (Some("https://news.example/a"), None));
        assert_eq!(text.codings.len(), 2);
        let coding = &text.codings[1];
        assert_eq!((coding.topic, coding.memo.as_str(), coding.uid), (1, "чаму?", None));
        assert_eq!((coding.place, coding.suffix.as_str()), (Place::At(18), "»."));
        assert!(incoming.lost.is_empty(), "{:?}", incoming.lost);
    }
}

#[test]
fn what_has_no_topic_no_words_or_no_text_is_told() {
    let json = r##"[
      {"type":"Annotation","motivation":"highlighting","target":{"source":"urn:uuid:0190a5c0-0000-7000-8000-00c0ffee00c0","selector":{"type":"TextQuoteSelector","exact":"без тэмы"}}},
      {"type":"Annotation","motivation":"tagging","bodyValue":"Валюта","target":{"source":"urn:x:1","selector":{"type":"TextPositionSelector","start":1,"end":2}}},
      {"type":"Annotation","body":{"type":"SpecificResource","purpose":"classifying","source":"https://vocab.example/energy_policy"},"target":{"source":"urn:uuid:0190a5c0-0000-7000-8000-00c0ffee00c0","selector":{"type":"FragmentSelector","value":"p1","refinedBy":{"type":"TextQuoteSelector","exact":"нафта"}}}}
    ]"##;
    let incoming = read(json.as_bytes()).unwrap();
    let lost: Vec<_> = incoming.lost.iter().map(|lost| (lost.what, lost.name.as_str(), lost.count)).collect();
    assert_eq!(lost, [(LostMatter::Passage, "", 1), (LostMatter::Code, "без тэмы", 1)]);
    let text = incoming.texts.iter().find(|text| text.uid.is_some()).unwrap();
    let coding = &text.codings[0];
    assert_eq!((coding.exact.as_str(), coding.place), ("нафта", Place::Unknown));
    assert_eq!(incoming.book.topics[coding.topic].topic.label.en, "energy policy");
}
