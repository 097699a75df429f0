//! Whole files of each format, and what breaks them.

use proptest::prelude::*;

use super::*;

#[track_caller]
fn records(text: &str) -> (&'static str, Vec<Looked>) {
    let (kind, records) = look(text.as_bytes(), None).unwrap();
    (kind, records.into_iter().map(Result::unwrap).collect())
}

/// Title, byline, outlet, url, date and text of a record.
fn row(record: &Looked) -> [String; 6] {
    let date = record.published.as_ref().map(|date| date.to_string()).unwrap_or_default();
    let Looked { title, byline, outlet, url, text, .. } = record.clone();
    [title, byline, outlet, url, date, text]
}

const RIS: &str = "TY  - NEWS\r\nTI  - Дорожные карты\r\nAU  - Петрова, Анна\r\nAU  - Lee, Ann\r\nY1  - 2019/11/12\r\nPY  - 2019\r\n\
    T2  - Новости Союза\r\nLA  - rus\r\nUR  - https://news.example/1\r\nAB  - Тридцать одна карта\r\nготова.\r\nID  - one\r\nER  - \r\n\r\n\
    TY  - BOOK\r\nED  - Roe, B.\r\nTI  - Essays\r\nPB  - Example Press\r\nPY  - 1999///\r\nER  -\r\n";

#[test]
fn ris_is_read() {
    let (kind, records) = records(RIS);
    assert_eq!(
        (kind, records.len(), records[0].language.as_str(), records[0].name.as_str()),
        ("ris", 2, "ru", "one")
    );
    let expected =
        ["Дорожные карты", "Анна Петрова, Ann Lee", "Новости Союза", "https://news.example/1", "2019-11-12"];
    assert_eq!(row(&records[0])[..5], expected);
    assert_eq!(records[0].text, "Тридцать одна карта готова.");
    let expected = ["Essays", "B. Roe", "Example Press", "", "1999", "B. Roe: Essays. Example Press, 1999."];
    assert_eq!(row(&records[1]), expected);
}

#[test]
fn a_member_is_its_own_source() {
    let mut sources = Vec::new();
    each(Kind::Ris, RIS.as_bytes(), &Allowance::default(), &mut |member| {
        let member = member.unwrap();
        assert!(member.draft.is_some());
        sources.push(String::from_utf8(member.bytes).unwrap());
        ControlFlow::Continue(())
    })
    .unwrap();
    assert!(sources[0].starts_with("TY  - NEWS") && sources[0].ends_with("ER  -"), "{}", sources[0]);
    assert!(sources[1].starts_with("TY  - BOOK"));
}

#[test]
fn csl_json_is_read() {
    let (kind, records) = records(
        r#"[{"id": "a", "type": "article-newspaper", "title": "Союзная дзяржава", "container-title": "Навіны",
          "author": [{"family": "Кавалёк", "given": "Алесь"}, {"literal": "Standing Committee"}], "language": "be",
          "issued": {"date-parts": [["2019", 11]]}, "abstract": "<p>One.</p><p>Two.</p>", "URL": "https://a.example/x"},
         {"id": 2, "type": "book", "title": "Roads", "publisher": "Press", "issued": {"date-parts": [[1999],[2000]]}},
         {"type": "article", "title": "Season", "issued": {"date-parts": [[2018]], "season": 4}},
         {"type": "article", "title": "Raw", "DOI": "10.1/x", "issued": {"raw": "12 November 2019"}}]"#,
    );
    assert_eq!((kind, records.len()), ("csl-json", 4));
    let expected = [
        "Союзная дзяржава",
        "Алесь Кавалёк, Standing Committee",
        "Навіны",
        "https://a.example/x",
        "2019-11",
        "One.\n\nTwo.",
    ];
    assert_eq!(row(&records[0]), expected);
    assert_eq!(records[1].published.as_ref().unwrap().to_string(), "1999/2000");
    assert_eq!(records[2].published.as_ref().unwrap().to_string(), "2018-24");
    assert_eq!(
        (records[3].published.as_ref().unwrap().to_string().as_str(), records[3].url.as_str()),
        ("2019-11-12", "https://doi.org/10.1/x")
    );
}

#[test]
fn json_lines_are_read_and_a_broken_line_is_reported() {
    let text = "{\"title\": \"Gas talks\", \"text\": \"One.\\n\\nTwo.\", \"url\": \"https://a.example\", \"outlet\": \"Post\", \"published\": \"2019-11-12\", \"lang\": \"en\", \"x\": [1]}\n\
        {\"title\": \"cut\n\n{\"text\": \"Only a text\"}\n[1]\n";
    let (kind, records) = look(text.as_bytes(), None).unwrap();
    assert_eq!((kind, records.len()), ("json-lines", 4));
    assert_eq!(
        row(records[0].as_ref().unwrap())[..],
        ["Gas talks", "", "Post", "https://a.example", "2019-11-12", "One.\n\nTwo."]
    );
    let (name, refusal) = records[1].as_ref().unwrap_err();
    assert_eq!((name.as_str(), refusal.code()), ("line 2", "damaged-file"));
    assert_eq!(records[2].as_ref().unwrap().text, "Only a text");
    assert!(records[3].is_err());
}

const RSS: &str = r#"<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY bomb "boom">]>
    <rss version="2.0" xmlns:content="c" xmlns:dc="d"><channel><title>The Example Post</title><language>en-gb</language>
    <image><title>Logo</title></image>
    <item><title>Gas &amp;amp; oil</title><link>https://a.example/1</link><pubDate>Tue, 12 Nov 2019 10:00:00 +0300</pubDate>
    <dc:creator><![CDATA[Ann Lee]]></dc:creator><category>World</category><description>Short &bomb;</description>
    <content:encoded><![CDATA[<p>The first.</p><script>alert(1)</script><p>The&nbsp;second.</p>]]></content:encoded></item>
    <item><title>Другая</title><guid>https://a.example/2</guid><author>a@b.example (Анна Петрова)</author>
    <description>&lt;p&gt;Текст &#1086;дин.&lt;/p&gt;</description></item></channel></rss>"#;

#[test]
fn rss_is_read() {
    let (kind, records) = records(RSS);
    assert_eq!((kind, records.len(), records[0].language.as_str()), ("feed", 2, "en"));
    let expected = [
        "Gas & oil",
        "Ann Lee",
        "The Example Post",
        "https://a.example/1",
        "2019-11-12",
        "The first.\n\nThe second.",
    ];
    assert_eq!(row(&records[0]), expected);
    let expected = ["Другая", "Анна Петрова", "The Example Post", "https://a.example/2", "", "Текст один."];
    assert_eq!(row(&records[1]), expected);
}

#[test]
fn atom_and_rdf_feeds_are_read() {
    let (_, atom) = records(
        r#"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="be"><title>Навіны</title><author><name>Рэдакцыя</name></author>
        <entry><title type="html">Саюзная &lt;b&gt;дзяржава&lt;/b&gt;</title><link rel="self" href="https://a.example/s"/>
        <link href="https://a.example/a"/><published>2019-11-12T10:00:00Z</published><updated>2020-01-01T00:00:00Z</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Першы.</p><p>Другі &amp; апошні.</p></div></content></entry></feed>"#,
    );
    let expected = [
        "Саюзная дзяржава",
        "Рэдакцыя",
        "Навіны",
        "https://a.example/a",
        "2019-11-12",
        "Першы.\n\nДругі & апошні.",
    ];
    assert_eq!(row(&atom[0]), expected);
    assert_eq!(atom[0].language, "be");
    let (_, rdf) = records(
        r#"<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/" xmlns:dc="d"><channel rdf:about="x"><title>Post</title></channel>
        <item rdf:about="https://a.example/1"><title>One</title><link>https://a.example/1</link><dc:date>2003-05-01</dc:date>
        <description>Words.</description></item></rdf:RDF>"#,
    );
    assert_eq!(row(&rdf[0]), ["One", "", "Post", "https://a.example/1", "2003-05-01", "Words."]);
}

#[test]
fn zotero_rdf_is_read() {
    let (kind, records) = records(
        r##"<rdf:RDF xmlns:rdf="r" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dc="d" xmlns:bib="b" xmlns:foaf="f" xmlns:dcterms="t">
        <bib:Article rdf:about="#item_1"><z:itemType>journalArticle</z:itemType>
        <dcterms:isPartOf rdf:resource="urn:issn:1"/>
        <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Петрова</foaf:surname><foaf:givenName>Анна</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
        <dc:title>Дорожные карты</dc:title><dcterms:abstract>О картах.</dcterms:abstract><dc:date>12 ноября 2019</dc:date><z:language>ru</z:language>
        <dc:identifier><dcterms:URI><rdf:value>https://a.example/z</rdf:value></dcterms:URI></dc:identifier></bib:Article>
        <bib:Journal rdf:about="urn:issn:1"><dc:title>Вопросы</dc:title></bib:Journal>
        <bib:Book rdf:about="#item_2"><z:itemType>book</z:itemType><dc:title>Roads</dc:title>
        <dc:publisher><foaf:Organization><foaf:name>Press</foaf:name></foaf:Organization></dc:publisher></bib:Book>
        <z:Attachment rdf:about="#a"><z:itemType>attachment</z:itemType><dc:title>PDF</dc:title></z:Attachment></rdf:RDF>"##,
    );
    assert_eq!((kind, records.len()), ("zotero-rdf", 2));
    let expected =
        ["Дорожные карты", "Анна Петрова", "Вопросы", "https://a.example/z", "2019-11-12", "О картах."];
    assert_eq!(row(&records[0]), expected);
    assert_eq!(records[1].outlet, "Press");
}

#[test]
fn formats_not_read_are_called_by_their_name() {
    let refusal = look(b"# a\ncff-version: 1.2.0\ntitle: X\n", Some("CITATION.cff")).unwrap_err();
    assert!(refusal.to_string().contains("CITATION.cff") && refusal.to_string().contains("RIS"), "{refusal}");
    assert!(
        look(b"<?xml version='1.0'?><CitaviExchangeData/>", None).unwrap_err().to_string().contains("Citavi")
    );
    for other in ["A plain article about nothing.", "<html><p>x</p></html>", "{\"a\": 1}", "<svg/>", ""] {
        assert!(detect(other.as_bytes(), None).is_none(), "{other}");
    }
}

#[test]
fn what_is_allowed_is_kept_to() {
    let count = |allowance: Allowance| {
        let (mut given, mut refused) = (0, 0);
        let end = each(Kind::Ris, RIS.as_bytes(), &allowance, &mut |member| {
            *(if member.is_ok() { &mut given } else { &mut refused }) += 1;
            ControlFlow::Continue(())
        });
        (given, refused, end.is_ok())
    };
    assert_eq!(count(Allowance { members: 1, ..Allowance::default() }), (1, 0, false));
    assert_eq!(count(Allowance { member: 100, ..Allowance::default() }), (1, 1, true));
    assert_eq!(count(Allowance { all: 100, ..Allowance::default() }), (0, 0, false));
}

#[test]
fn deep_and_cut_markup_ends() {
    let deep = format!(
        "<rss><channel><item><title>x</title>{}{}</item></channel></rss>",
        "<a>".repeat(9_000),
        "</a>".repeat(9_000)
    );
    assert_eq!(records(&deep).1[0].title, "x");
    let (_, cut) = look(RSS.get(..RSS.len() - 40).unwrap().as_bytes(), None).unwrap();
    assert!(cut[0].is_ok() && cut[1].is_err());
}

const SAMPLES: [&str; 4] = [
    RIS,
    RSS,
    "@article{k, title = {A {B}}, year = 2019 # \"x\"}",
    "[{\"type\":\"a\",\"title\":\"b\",\"issued\":{\"date-parts\":[[2019]]}}]",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_bytes_stop_it(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = look(&bytes, Some("x.bib"));
        let _ = look(&bytes, Some("x.rss"));
    }

    #[test]
    fn no_damage_stops_it(sample in 0..4_usize, cut in 0..2_000_usize, at in 0..2_000_usize, with in "[<>{}@&\"\\\\/ а-я0-9-]{0,6}") {
        let mut text: Vec<char> = SAMPLES[sample].chars().collect();
        let at = at.min(text.len());
        text.splice(at..at, with.chars());
        text.truncate(cut.max(10));
        let text: String = text.into_iter().collect();
        for name in ["x.bib", "x.ris", "x.rss", "x.jsonl"] {
            let _ = look(text.as_bytes(), Some(name));
        }
    }
}
