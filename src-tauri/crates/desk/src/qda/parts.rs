//! The elements of a project as they are written, one function each.

use chancery_model::Uid;
use chancery_store::Moment;
use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};

use crate::codebook::clean;

/// XML in memory, which takes every byte: no writing into it fails.
pub(super) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// `depth`: under how many elements it will stand.
    pub(super) fn new() -> Self {
        Self(Writer::new_with_indent(Vec::new(), b' ', 1))
    }

    pub(super) fn writer(&mut self) -> &mut Writer<Vec<u8>> {
        &mut self.0
    }

    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, String)]) {
        let _ = self.0.write_event(Event::Start(element(name, attributes)));
    }

    pub(super) fn close(&mut self, name: &str) {
        let _ = self.0.write_event(Event::End(BytesEnd::new(name)));
    }

    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, String)]) {
        let _ = self.0.write_event(Event::Empty(element(name, attributes)));
    }

    /// An element with words only; none where there are none.
    pub(super) fn words(&mut self, name: &str, words: &str) {
        let words = clean(words);
        if !words.is_empty() {
            self.open(name, &[]);
            let _ = self.0.write_event(Event::Text(BytesText::new(&words)));
            self.close(name);
        }
    }

    /// A reference to another element.
    pub(super) fn target(&mut self, name: &str, target: Uid) {
        self.empty(name, &[("targetGUID", target.to_string())]);
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0.into_inner()
    }
}

fn element<'n>(name: &'n str, attributes: &[(&str, String)]) -> BytesStart<'n> {
    let mut start = BytesStart::new(name);
    for (key, value) in attributes {
        start.push_attribute((*key, clean(value).as_str()));
    }
    start
}

/// A moment as `xsd:dateTime`, in seconds: QualCoder reads no others.
pub(super) fn date_time(at: Moment) -> String {
    chrono::DateTime::from_timestamp_millis(at.0)
        .map(|at| at.format("%Y-%m-%dT%H:%M:%SZ").to_string())
        .unwrap_or_default()
}
