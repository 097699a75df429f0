//! Smaller formats of tagged lines: PubMed (nbib), EndNote and refer, Web of Science, Copac, Inspec, Biblioscape.

use super::names;
use super::record::{Record, one_line};
use super::tagged::{Dialect, Tagged, before};

/// Which tags hold what; of several the first that is there counts.
pub(crate) struct List {
    pub(super) rule: &'static str,
    pub(super) dialect: Dialect,
    /// Lines that such a file has near its beginning.
    marks: &'static [fn(&str) -> bool],
    titles: &'static [&'static str],
    authors: &'static [&'static str],
    editors: &'static [&'static str],
    outlets: &'static [&'static str],
    dates: &'static [&'static str],
    texts: &'static [&'static str],
    notes: &'static [&'static str],
    urls: &'static [&'static str],
    dois: &'static [&'static str],
    languages: &'static [&'static str],
    keys: &'static [&'static str],
}

/// The list formats, in the order they are looked for.
pub(super) const LISTS: &[List] = &[
    List {
        rule: "nbib",
        dialect: Dialect {
            split: |line| before(line, "-", 2, 5),
            begins: |tag| tag == "PMID",
            ends: |_| false,
            blank_ends: true,
            apart: &[],
        },
        marks: &[|line| {
            before(line, "-", 3, 5).is_some_and(|(tag, _)| ["PMID", "PMC", "PMCR"].contains(&tag))
        }],
        titles: &["TI", "BTI", "TT"],
        authors: &["FAU", "AU", "CN"],
        editors: &["FED", "ED"],
        outlets: &["JT", "TA", "BTI", "PB"],
        dates: &["DP", "DEP"],
        texts: &["AB"],
        notes: &["OAB", "GN", "CON"],
        urls: &[],
        dois: &["AID", "LID"],
        languages: &["LA"],
        keys: &["PMID", "PMC"],
    },
    List {
        rule: "enw",
        dialect: Dialect {
            split: |line| {
                let rest = line.strip_prefix('%')?;
                let tag = rest.get(..1)?;
                rest.get(1..)?.strip_prefix(' ').map(|value| (tag, value))
            },
            begins: |tag| tag == "0",
            ends: |_| false,
            blank_ends: true,
            apart: &[],
        },
        marks: &[|line| line.starts_with("%0 "), |line| line.starts_with("%A ") || line.starts_with("%T ")],
        titles: &["T"],
        authors: &["A"],
        editors: &["E"],
        outlets: &["J", "B", "I", "S"],
        dates: &["8", "D"],
        texts: &["X"],
        notes: &["Z"],
        urls: &["U"],
        dois: &["R"],
        languages: &["G"],
        keys: &["F"],
    },
    List {
        rule: "isi",
        dialect: Dialect {
            split: |line| {
                let (tag, value) = line.split_at_checked(2)?;
                let sound = tag.starts_with(|c: char| c.is_ascii_uppercase())
                    && tag.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
                // The lines above the first record.
                let above = matches!(tag, "FN" | "VR");
                (sound && !above && value.starts_with(' ')).then_some((tag, value))
            },
            begins: |tag| tag == "PT",
            ends: |line| line == "ER" || line == "EF",
            blank_ends: false,
            apart: &["AU", "AF"],
        },
        marks: &[
            |line| line.starts_with("FN ") && line.contains("ISI"),
            |line| line.starts_with("FN Clarivate"),
        ],
        titles: &["TI"],
        authors: &["AF", "AU"],
        editors: &["BE", "ED"],
        outlets: &["SO", "JI", "PU"],
        dates: &["PD", "PY"],
        texts: &["AB"],
        notes: &[],
        urls: &["UR"],
        dois: &["DI"],
        languages: &["LA"],
        keys: &["UT"],
    },
    List {
        rule: "inspec",
        dialect: Dialect {
            split: |line| before(line, "~", 2, 3),
            begins: |_| false,
            ends: |line| line.starts_with("Record") && line.contains("INSPEC"),
            blank_ends: false,
            apart: &[],
        },
        marks: &[|line| line.starts_with("Record") && line.contains("INSPEC")],
        titles: &["TI"],
        authors: &["AU"],
        editors: &[],
        outlets: &["JT", "PU"],
        dates: &["PY"],
        texts: &["AB"],
        notes: &[],
        urls: &[],
        dois: &[],
        languages: &["LA"],
        keys: &["ID"],
    },
    List {
        rule: "biblioscape",
        dialect: Dialect {
            split: |line| {
                let (tag, value) = line.strip_prefix("--")?.split_once("--")?;
                (tag.len() == 2 && tag.bytes().all(|byte| byte.is_ascii_uppercase())).then_some((tag, value))
            },
            begins: |_| false,
            ends: |line| line.starts_with("------"),
            blank_ends: false,
            apart: &[],
        },
        marks: &[|line| line.starts_with("--AU-- ") || line.starts_with("--TI-- ")],
        titles: &["TI"],
        authors: &["AU"],
        editors: &["SA"],
        outlets: &["ST", "PB"],
        dates: &["YP"],
        texts: &["AB"],
        notes: &["NT"],
        urls: &["WL", "UR"],
        dois: &[],
        languages: &["LA"],
        keys: &[],
    },
    List {
        rule: "copac",
        dialect: Dialect {
            split: |line| before(line, "- ", 2, 2),
            begins: |_| false,
            ends: |_| false,
            blank_ends: true,
            apart: &[],
        },
        marks: &[|line| line.starts_with("TI- ")],
        titles: &["TI"],
        authors: &["AU"],
        editors: &[],
        outlets: &["PU", "SE"],
        dates: &["PY"],
        texts: &["AB"],
        notes: &["NT"],
        urls: &["UR"],
        dois: &[],
        languages: &["LA"],
        keys: &[],
    },
];

/// The list format of `text`, by its first lines.
pub(super) fn detect(text: &str) -> Option<&'static List> {
    let head: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(12).collect();
    LISTS.iter().find(|list| head.iter().any(|line| list.marks.iter().any(|mark| mark(line))))
}

impl List {
    pub(super) fn name(&self, tagged: &Tagged<'_>) -> String {
        one_line(tagged.first(self.keys))
    }

    pub(super) fn record(&self, tagged: &Tagged<'_>) -> Record {
        let mut record = Record::new(self.rule);
        let main = self.titles.first().map(|tag| tagged.all(&[tag]).join(" ")).unwrap_or_default();
        record.title = if main.is_empty() { tagged.first(self.titles).to_owned() } else { main };
        let people = |tags: &[&str]| {
            let named = tags.iter().map(|tag| tagged.all(&[tag])).find(|names| !names.is_empty());
            named.unwrap_or_default().into_iter().flat_map(names::semicolons).collect()
        };
        record.authors = people(self.authors);
        record.editors = people(self.editors);
        record.outlets = self.outlets.iter().map(|tag| tagged.first(&[tag]).to_owned()).collect();
        for tag in self.dates {
            record.dated(tagged.first(&[tag]));
        }
        record.text = tagged.all(self.texts).join("\n\n");
        record.or_note(tagged.all(self.notes));
        record.url = tagged.first(self.urls).to_owned();
        let doi = tagged.all(self.dois).into_iter().find(|doi| doi.contains("10."));
        record.doi = doi.map(|doi| doi.trim_end_matches("[doi]").trim().to_owned()).unwrap_or_default();
        record.language = tagged.first(self.languages).to_owned();
        record
    }
}
