//! References in XML: EndNote, MODS, MARC, PubMed and Word's own list.

use super::names;
use super::record::{Record, one_line};
use super::xml::Element;

/// A format of references in XML.
pub(crate) struct XmlList {
    pub(super) rule: &'static str,
    /// Local names of its root.
    roots: &'static [&'static str],
    /// What its first characters hold, where the root is not enough.
    holds: &'static str,
    pub(super) is_record: fn(&str, usize) -> bool,
    pub(super) name: fn(&Element<'_>) -> String,
    pub(super) record: fn(&Element<'_>) -> Record,
}

pub(super) const LISTS: &[XmlList] = &[
    XmlList {
        rule: "endnote-xml",
        roots: &["xml", "records"],
        holds: "<record",
        is_record: |name, _| name == "record",
        name: |record| record.said(&["rec-number"]),
        record: endnote,
    },
    XmlList {
        rule: "mods",
        roots: &["modscollection", "mods"],
        holds: "",
        is_record: |name, _| name == "mods",
        name: |record| record.attribute("id").to_owned(),
        record: mods,
    },
    XmlList {
        rule: "marc-xml",
        roots: &["collection", "record", "searchretrieveresponse"],
        holds: "<",
        is_record: |name, depth| name == "record" && depth < 2 || name == "recorddata",
        name: |_| String::new(),
        record: marc,
    },
    XmlList {
        rule: "pubmed-xml",
        roots: &["pubmedarticleset", "pubmedarticle", "pubmedbookarticle", "pubmedbookarticleset"],
        holds: "",
        is_record: |name, _| matches!(name, "pubmedarticle" | "pubmedbookarticle"),
        name: pubmed_id,
        record: pubmed,
    },
    XmlList {
        rule: "word-xml",
        roots: &["sources"],
        holds: "",
        is_record: |name, _| name == "source",
        name: |record| record.said(&["tag"]),
        record: word,
    },
];

pub(super) fn detect(root: &str, head: &str) -> Option<&'static XmlList> {
    LISTS.iter().find(|list| list.roots.contains(&root) && head.contains(list.holds))
}

fn endnote(item: &Element<'_>) -> Record {
    let mut record = Record::new("endnote-xml");
    let titles = |name| item.said(&["titles", name]);
    record.title = titles("title");
    let people = |role| {
        item.at(&["contributors", role])
            .into_iter()
            .flat_map(Element::children)
            .map(|one| names::said(&one.words()))
            .collect()
    };
    record.authors = people("authors");
    record.editors = people("secondary-authors");
    record.outlets = vec![
        item.said(&["periodical", "full-title"]),
        titles("secondary-title"),
        item.said(&["periodical", "abbr-1"]),
        item.said(&["publisher"]),
    ];
    record.url = item.said(&["urls", "related-urls", "url"]);
    if record.url.is_empty() {
        record.url = item.said(&["urls", "web-urls", "url"]);
    }
    record.doi = item.said(&["electronic-resource-num"]);
    record.language = item.said(&["language"]);
    let (year, day) = (item.said(&["dates", "year"]), item.said(&["dates", "pub-dates", "date"]));
    record.dated(&format!("{day} {year}"));
    record.dated(&year);
    record.text = item.said(&["abstract"]);
    let notes = item.said(&["notes"]);
    record.or_note([notes.as_str()]);
    record.details = ["volume", "number", "pages"].map(|name| item.said(&[name])).into();
    record
}

fn mods(item: &Element<'_>) -> Record {
    let mut record = Record::new("mods");
    let title = |info: &Element<'_>| {
        let parts = [[info.said(&["nonsort"]), info.said(&["title"])].join(" "), info.said(&["subtitle"])];
        parts
            .map(|part| one_line(&part))
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(": ")
    };
    record.title = item
        .all("titleinfo")
        .filter(|info| info.attribute("type").is_empty())
        .map(title)
        .next()
        .unwrap_or_default();
    for person in item.all("name") {
        let part = |kind: &str| {
            person
                .all("namepart")
                .filter(|part| part.attribute("type") == kind)
                .map(Element::words)
                .collect::<Vec<_>>()
                .join(" ")
        };
        let name = one_line(&format!("{} {}", part("given"), part("family")));
        let name = if name.is_empty() { names::said(&part("")) } else { name };
        let role = person.said(&["role", "roleterm"]).to_lowercase();
        match role.as_str() {
            "editor" | "edt" => record.editors.push(name),
            _ => record.authors.push(name),
        }
    }
    let hosts = item.all("relateditem").filter(|one| one.attribute("type") == "host");
    record.outlets = hosts.flat_map(|host| host.all("titleinfo").map(title).collect::<Vec<_>>()).collect();
    record.outlets.push(item.said(&["origininfo", "publisher"]));
    record.url = item.said(&["location", "url"]);
    record.doi = item
        .all("identifier")
        .find(|id| id.attribute("type") == "doi")
        .map(Element::words)
        .unwrap_or_default();
    record.language = item.said(&["language", "languageterm"]);
    for path in [
        &["origininfo", "dateissued"][..],
        &["relateditem", "origininfo", "dateissued"],
        &["part", "date"],
        &["relateditem", "part", "date"],
        &["origininfo", "datecreated"],
        &["origininfo", "copyrightdate"],
    ] {
        record.dated(&item.said(path));
    }
    record.text = item.said(&["abstract"]);
    let note = item.said(&["note"]);
    record.or_note([note.as_str()]);
    record
}

fn marc(data: &Element<'_>) -> Record {
    // Wrapped by a search service, or alone.
    let wrapped = data.all("record").next();
    let item = wrapped.unwrap_or(data);
    let field = |tag: &str, codes: &[&str]| {
        let field = item.all("datafield").find(|field| field.attribute("tag") == tag);
        let parts = field.into_iter().flat_map(|field| {
            codes
                .iter()
                .flat_map(|code| field.all("subfield").filter(|part| part.attribute("code") == *code).take(1))
                .collect::<Vec<_>>()
        });
        parts
            .map(|part| part.words().trim_end_matches([' ', '/', ':', ',', ';']).to_owned())
            .collect::<Vec<_>>()
    };
    let first = |tag: &str, code: &str| field(tag, &[code]).into_iter().next().unwrap_or_default();
    let mut record = Record::new("marc-xml");
    record.title = field("245", &["a", "b"]).join(": ");
    let people =
        item.all("datafield").filter(|field| ["100", "110", "700", "710"].contains(&field.attribute("tag")));
    for person in people {
        let part = |code: &str| {
            person
                .all("subfield")
                .filter(|part| part.attribute("code") == code)
                .map(Element::words)
                .next()
                .unwrap_or_default()
        };
        let name = names::said(part("a").trim_end_matches([' ', ',']));
        if ["edt", "editor"].iter().any(|role| part("4") == *role || part("e").starts_with(role)) {
            record.editors.push(name);
        } else {
            record.authors.push(name);
        }
    }
    record.outlets = vec![first("773", "t"), first("264", "b"), first("260", "b")];
    record.url = first("856", "u");
    let doi = first("024", "a");
    record.doi = if doi.starts_with("10.") { doi } else { String::new() };
    record.language = first("041", "a");
    for words in [first("264", "c"), first("260", "c")] {
        record.dated(words.trim_matches(|c: char| !c.is_alphanumeric()));
    }
    let coded = item.all("controlfield").find(|field| field.attribute("tag") == "008").map(Element::words);
    let coded = coded.unwrap_or_default();
    record.dated(coded.get(7..11).unwrap_or_default());
    if record.language.is_empty() {
        record.language = coded.get(35..38).unwrap_or_default().to_owned();
    }
    record.text = first("520", "a");
    let note = first("500", "a");
    record.or_note([note.as_str()]);
    record
}

fn pubmed_id(item: &Element<'_>) -> String {
    [&["medlinecitation", "pmid"][..], &["bookdocument", "pmid"]].map(|path| item.said(path)).concat()
}

fn pubmed(item: &Element<'_>) -> Record {
    let mut record = Record::new("pubmed-xml");
    let Some(article) = [&["medlinecitation", "article"][..], &["bookdocument"]]
        .into_iter()
        .find_map(|path| item.at(path).into_iter().next())
    else {
        return record;
    };
    let said = |path: &[&str]| article.said(path);
    record.title = [said(&["articletitle"]), said(&["book", "booktitle"])]
        .into_iter()
        .find(|title| !title.is_empty())
        .unwrap_or_default();
    let people = [&["authorlist", "author"][..], &["book", "authorlist", "author"]]
        .into_iter()
        .flat_map(|path| article.at(path));
    record.authors = people
        .map(|person| match person.said(&["collectivename"]) {
            name if !name.is_empty() => name,
            _ => one_line(&format!("{} {}", person.said(&["forename"]), person.said(&["lastname"]))),
        })
        .collect();
    record.outlets = vec![
        said(&["journal", "title"]),
        said(&["journal", "isoabbreviation"]),
        said(&["book", "publisher", "publishername"]),
    ];
    record.doi = article
        .all("elocationid")
        .find(|id| id.attribute("eidtype") == "doi")
        .map(Element::words)
        .unwrap_or_default();
    let id = pubmed_id(item);
    if !id.is_empty() {
        record.url = format!("https://pubmed.ncbi.nlm.nih.gov/{id}/");
    }
    record.language = said(&["language"]);
    for path in [&["journal", "journalissue", "pubdate"][..], &["book", "pubdate"], &["articledate"]] {
        let Some(date) = article.at(path).into_iter().next() else { continue };
        let part = |name: &str| date.said(&[name]);
        let month = [part("month"), part("season")].concat();
        record.dated(&format!("{} {month} {}", part("year"), part("day")));
        record.dated(&part("medlinedate"));
    }
    let texts = article.at(&["abstract", "abstracttext"]);
    let labelled = texts.into_iter().map(|text| match text.attribute("label") {
        "" | "UNLABELLED" => text.words(),
        label => format!("{label}: {}", text.words()),
    });
    record.text = labelled.collect::<Vec<_>>().join("\n\n");
    record
}

fn word(item: &Element<'_>) -> Record {
    let mut record = Record::new("word-xml");
    let said = |name: &str| item.said(&[name]);
    record.title =
        [said("title"), said("shorttitle")].into_iter().find(|title| !title.is_empty()).unwrap_or_default();
    let people = |role: &str| {
        let listed = item
            .at(&["author", role, "namelist", "person"])
            .into_iter()
            .map(|person| one_line(&["first", "middle", "last"].map(|part| person.said(&[part])).join(" ")));
        let body = item.said(&["author", role, "corporate"]);
        listed.chain([body]).filter(|name| !name.is_empty()).collect::<Vec<_>>()
    };
    record.authors = people("author");
    record.editors = people("editor");
    record.outlets = [
        "journalname",
        "periodicaltitle",
        "booktitle",
        "conferencename",
        "internetsitetitle",
        "publisher",
        "institution",
    ]
    .map(said)
    .into();
    record.url = said("url");
    record.doi = said("doi");
    record.language = language_of(&said("lcid"));
    let date = [said("year"), said("month"), said("day")].join(" ");
    record.dated(&date);
    record.dated(&said("year"));
    let comments = said("comments");
    record.or_note([comments.as_str()]);
    record.details = vec![said("volume"), said("issue"), said("pages")];
    record
}

/// Word's number of a language, or its code.
fn language_of(lcid: &str) -> String {
    let code = match lcid {
        "1033" | "2057" => "en",
        "1049" => "ru",
        "1059" => "be",
        "1058" => "uk",
        "1045" => "pl",
        "1031" => "de",
        "1036" => "fr",
        other => other,
    };
    code.to_owned()
}
