//! Round trips through every format, and files as other programs write them.

use chancery_model::{Term, TermKind};
use proptest::prelude::*;

use super::*;

fn term(language: Language, text: &str, kind: TermKind, weight: f64, facet: Option<&str>) -> Term {
    Term { language, text: text.to_owned(), kind, weight, facet: facet.map(str::to_owned) }
}

fn three(en: &str, ru: &str, be: &str) -> InLanguages {
    InLanguages { en: en.to_owned(), ru: Some(ru.to_owned()), be: Some(be.to_owned()) }
}

fn topic(slug: &str, parent: Option<&str>, label: InLanguages) -> Topic {
    Topic {
        slug: slug.to_owned(),
        parent: parent.map(str::to_owned),
        group: parent.is_none(),
        label,
        definition: InLanguages::default(),
        include: InLanguages::default(),
        exclude: InLanguages::default(),
        threshold: 0.5,
        terms: Vec::new(),
    }
}

fn listed(topic: Topic, colour: u32) -> Listed {
    let uid = Some(uid_of(&format!("test {}", topic.slug)));
    Listed { topic, uid, colour: Some(colour), outside: None, stated: Stated::ALL }
}

/// A heading and two topics in three languages, with all a topic can have.
fn book() -> Book {
    let mut gas = topic("gas", Some("energy"), three("Gas & “oil”", "Газ и нефть", "Газ і нафта"));
    gas.definition = three("What is paid <for> gas;\nand how.", "Цена газа", "Цана газу");
    gas.include = three("Transit.\n\nStorage.", "Транзит", "Транзіт");
    gas.exclude = InLanguages {
        ru: Some("Политика".to_owned()),
        ..InLanguages::english("Politics: see \"union\"")
    };
    gas.threshold = 0.35;
    gas.terms = vec![
        term(Language::En, "gas price", TermKind::Stem, 1.0, Some("price")),
        term(Language::Ru, "-ся, «газ»; \"т\"", TermKind::Stem, 0.4, None),
        term(Language::Be, "=газ", TermKind::Exact, -0.25, Some("'+")),
        term(Language::En, "refiner-", TermKind::Stem, 0.0, None),
        term(Language::Ru, "цена газ", TermKind::Near(3), 1.0, None),
        term(Language::Be, "газ|нафта", TermKind::AnyOf, 1.0, None),
        term(Language::En, "^gas\\w{2,}\"?$", TermKind::Regex, 0.5, None),
    ];
    let power = topic("power", Some("energy"), InLanguages::english("Power"));
    let energy = topic("energy", None, three("Energy", "Энергетика", "Энергетыка"));
    let other = topic("other-things", None, InLanguages::english("Other"));
    let topics = vec![listed(energy, 3), listed(gas, 3), listed(power, 4), listed(other, 0)];
    Book { name: three("Union", "Союз", "Саюз"), topics }
}

/// What is left out, by topic and matter.
fn told(left: &[Left]) -> Vec<(&str, &str)> {
    left.iter().map(|one| (one.topic.as_deref().unwrap_or(""), one.what.id())).collect()
}

fn again(book: &Book, format: CodebookFormat) -> (Book, Vec<Left>) {
    let (bytes, left) = write(book, format);
    let (read, _) = read(&format!("book.{}", format.id()), &bytes)
        .unwrap_or_else(|error| panic!("{error}\n{}", String::from_utf8_lossy(&bytes)));
    (read, left)
}

#[test]
fn skos_loses_nothing_in_any_syntax() {
    let book = book();
    for format in [CodebookFormat::SkosTurtle, CodebookFormat::SkosJsonLd, CodebookFormat::SkosRdfXml] {
        let (read, left) = again(&book, format);
        assert_eq!(read, book, "{}", format.id());
        assert_eq!(left, [], "{}", format.id());
    }
}

#[test]
fn the_same_codebook_gives_the_same_bytes() {
    for format in CodebookFormat::ALL {
        assert_eq!(write(&book(), *format).0, write(&book(), *format).0);
    }
}

#[test]
fn a_table_loses_only_the_name_of_the_codebook() {
    let (mut read, left) = again(&book(), CodebookFormat::Csv);
    assert_eq!(told(&left), [("", "name")]);
    for (one, other) in read.topics.iter_mut().zip(book().topics) {
        one.uid = other.uid;
    }
    assert_eq!(read.topics, book().topics);
}

#[test]
fn our_own_format_loses_colours_and_says_so() {
    let (read, left) = again(&book(), CodebookFormat::Toml);
    let colours = ["energy", "gas", "power", "other-things"].map(|slug| (slug, "colour"));
    assert_eq!(told(&left), colours);
    let topics = |book: &Book| book.topics.iter().map(|one| one.topic.clone()).collect::<Vec<_>>();
    // Terms stand by language there.
    let mut by_language = topics(&book());
    by_language[1].terms.sort_by_key(|term| {
        [Language::En, Language::Ru, Language::Be].iter().position(|one| *one == term.language)
    });
    assert_eq!((read.name.clone(), topics(&read)), (book().name, by_language));
}

#[test]
fn a_code_keeps_what_it_is_called_and_what_it_means_in_three_languages() {
    let (read, left) = again(&book(), CodebookFormat::Qdc);
    assert_eq!(
        told(&left),
        [("", "name"), ("gas", "slug"), ("gas", "threshold"), ("gas", "terms"), ("other-things", "slug")]
    );
    for (one, other) in read.topics.iter().zip(book().topics) {
        let texts = |topic: &Topic| {
            [&topic.label, &topic.definition, &topic.include, &topic.exclude].map(Clone::clone)
        };
        assert_eq!(texts(&one.topic), texts(&other.topic));
        assert_eq!((one.uid, one.colour, one.topic.group), (other.uid, other.colour, other.topic.group));
    }
    let (bytes, _) = write(&book(), CodebookFormat::Qdc);
    let text = String::from_utf8(bytes).unwrap();
    assert!(
        text.contains("xmlns=\"urn:QDA-XML:codebook:1.0\"") && text.contains("color=\"#d45aa8\""),
        "{text}"
    );
}

#[test]
fn a_bundled_codebook_crosses_whole() {
    let seeds = crate::bundled::codebook().unwrap();
    let topics = seeds.topics.into_iter().map(|topic| listed(topic, 1)).collect();
    let book = Book { name: seeds.name, topics };
    for format in [CodebookFormat::SkosTurtle, CodebookFormat::SkosJsonLd, CodebookFormat::SkosRdfXml] {
        assert_eq!(again(&book, format), (book.clone(), Vec::new()), "{}", format.id());
    }
    assert_eq!(told(&again(&book, CodebookFormat::Csv).1), [("", "name")]);
}

#[test]
fn what_a_format_leaves_out_is_told_of_each_topic() {
    let mut book = book();
    book.topics[1].topic.terms.push(term(Language::Uk, "газ", TermKind::Stem, 1.0, None));
    let (_, left) = write(&book, CodebookFormat::Toml);
    assert!(left.contains(&Left {
        topic: Some("gas".to_owned()),
        what: Matter::Terms,
        words: "1".to_owned()
    }));
}

/// A vocabulary as VocBench or PoolParty write it: no notations of ours, other languages, more than one parent.
const FOREIGN: &str = "\u{feff}@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\r\n\
    @prefix : <http://example.org/v/> .\r\n\
    :s a skos:ConceptScheme ; skos:prefLabel \"Нефть\"@ru, \"Oil\"@en .\r\n\
    :c2 a skos:Concept ; skos:prefLabel \"Transit\"@en-GB, \"Durchleitung\"@de ; skos:broader :c1, :c3 ;\r\n\
      skos:altLabel \"carriage\"@en, \"транзит\"@ru, \"Transport\"@de ; skos:scopeNote \"by pipe\"@en, \"by rail\"@en .\r\n\
    :c1 a skos:Concept ; skos:prefLabel \"Нефть и газ\"@ru ; skos:notation \"12.01\" ; skos:narrower :c4 ; skos:topConceptOf :s .\r\n\
    :c3 a skos:Concept ; skos:prefLabel \"Перавозкі\"@be ; skos:exactMatch <http://example.org/other> ;\r\n\
      skos:definition [ <http://www.w3.org/1999/02/22-rdf-syntax-ns#value> \"што возяць\"@be ] .\r\n\
    :c4 skos:prefLabel \"Refining\" ; skos:broader :nowhere .\r\n\
    :c5 a skos:Concept ; skos:notation \"no label\" ; skos:broader :nowhere .\r\n";

#[test]
fn another_vocabulary_is_read_and_what_is_passed_over_is_told() {
    let (book, left) = read("oil.ttl", FOREIGN.as_bytes()).unwrap();
    assert_eq!((book.name.en.as_str(), book.name.ru.as_deref()), ("Oil", Some("Нефть")));
    let shape: Vec<(&str, Option<&str>, &str)> = book
        .topics
        .iter()
        .map(|one| (one.topic.slug.as_str(), one.topic.parent.as_deref(), one.topic.label.en.as_str()))
        .collect();
    assert_eq!(
        shape,
        [
            ("12.01", None, "Нефть и газ"),
            ("transit", Some("12.01"), "Transit"),
            ("refining", Some("12.01"), "Refining"),
            ("peravozki", None, "Перавозкі"),
            ("no-label", None, "no label"),
        ]
    );
    let transit = &book.topics[1].topic;
    assert_eq!(transit.include.en, "by pipe\n\nby rail");
    let words: Vec<(Language, &str)> =
        transit.terms.iter().map(|term| (term.language, term.text.as_str())).collect();
    assert_eq!(words, [(Language::En, "carriage"), (Language::Ru, "транзит")]);
    assert_eq!(book.topics[3].topic.definition.be.as_deref(), Some("што возяць"));
    assert_eq!(book.topics[4].outside.as_deref(), Some("<http://example.org/v/nowhere>"));
    let told = told(&left);
    for wanted in ["languages", "parents", "english", "links"] {
        assert!(told.iter().any(|(_, what)| *what == wanted), "{wanted}: {told:?}");
    }
}

#[test]
fn a_context_that_lies_elsewhere_is_not_loaded() {
    let file = r#"{"@context": "http://example.org/skos.jsonld", "@id": "http://example.org/c", "prefLabel": "Gas"}"#;
    let refused = read("c.jsonld", file.as_bytes()).unwrap_err().to_string();
    assert!(
        refused.starts_with("c.jsonld: is no JSON-LD") && refused.contains("put the context itself"),
        "{refused}"
    );
}

#[test]
fn entities_that_grow_without_end_are_refused_and_those_that_shorten_addresses_are_not() {
    let file = |entities: &str, label: &str| {
        format!(
            "<?xml version=\"1.0\"?><!DOCTYPE rdf:RDF [{entities}]><rdf:RDF \
             xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:skos=\"http://www.w3.org/2004/02/skos/core#\">\
             <skos:Concept rdf:about=\"&v;gas\"><skos:prefLabel xml:lang=\"ru\">{label}</skos:prefLabel>\
             <foreign xmlns=\"http://example.org/\">x</foreign></skos:Concept></rdf:RDF>"
        )
    };
    let shorthand = file("<!ENTITY v \"http://example.org/v/\">", "Газ");
    assert_eq!(read("v.rdf", shorthand.as_bytes()).unwrap().0.topics[0].topic.slug, "gaz");
    let bomb = file("<!ENTITY v \"lol\"><!ENTITY w \"&v;&v;&v;\">", "&w;");
    assert!(read("v.rdf", bomb.as_bytes()).unwrap_err().to_string().contains("without end"));
    let wide = format!("<!ENTITY v \"{}\">", "x".repeat(1 << 20));
    assert!(read("v.rdf", file(&wide, &"&v;".repeat(100)).as_bytes()).is_err());
}

#[test]
fn a_table_as_a_russian_spreadsheet_saves_it_is_read() {
    let table = "Code;Name;Parent;Threshold;Шифр;term;term_kind\r\n\
        1;Энергетика;;;x;;\r\n2;Газ;Энергетика;0,4;;газопровод;stem\r\n;;;;;трубопровод;exact\r\n;;;;;;\r\n";
    let (book, left) = read("книга.csv", &in_minsk(table)).unwrap();
    assert_eq!(told(&left), [("", "columns")]);
    assert_eq!(left[0].words, "Шифр");
    let gas = &book.topics[1].topic;
    assert_eq!((gas.slug.as_str(), gas.parent.as_deref(), gas.threshold), ("2", Some("1"), 0.4));
    let words: Vec<(&str, TermKind)> = gas.terms.iter().map(|term| (term.text.as_str(), term.kind)).collect();
    assert_eq!(words, [("газопровод", TermKind::Stem), ("трубопровод", TermKind::Exact)]);
}

/// Windows-1251, as Excel writes "CSV" in Minsk.
fn in_minsk(text: &str) -> Vec<u8> {
    let byte = |c: char| match c {
        'А'..='я' => u8::try_from(u32::from(c) - 0x410 + 0xc0).unwrap(),
        _ => u8::try_from(c).unwrap(),
    };
    text.chars().map(byte).collect()
}

#[test]
fn a_wrong_cell_is_named_with_its_line() {
    for (table, named) in [
        ("id,threshold\na,0.5\nb,high\n", "line 3: threshold: \"high\""),
        ("id,term,term_kind\na,gas,fuzzy\n", "line 2: term_kind: \"fuzzy\""),
        ("id,term,term_language\na,gas,russian\n", "line 2: term_language: \"russian\""),
        ("id,term\n,gas\n", "line 2: a term without a topic"),
        ("Farbe,Zahl\nrot,1\n", "its heads are Farbe, Zahl"),
        ("id\n", "holds no topic"),
    ] {
        let refused = read("codes.csv", table.as_bytes()).unwrap_err().to_string();
        assert!(refused.starts_with("codes.csv: ") && refused.contains(named), "{refused}");
    }
}

/// As NVivo and MAXQDA write codes: another form of the namespace, braces, a missing guid, sets, notes.
const CODES: &str = "\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n\
    <CodeBook xmlns=\"urn:QDA-XML:codebook:1:0\" origin=\"Other\">\r\n <Codes>\r\n\
      <Code guid=\"{2A08BDDF-4C35-4250-BF77-7DE37B50C930}\" name=\"Энергія\" isCodable=\"false\" color=\"#F00\">\r\n\
       <Description>Нафта &amp; газ &#8212; усё&nbsp;</Description>\r\n\
       <Code name=\"Газ\" isCodable=\"true\"><NoteRef targetGUID=\"x\"/></Code>\r\n\
       <Code name=\"Газ\"/>\r\n\
      </Code>\r\n </Codes>\r\n <Sets><Set guid=\"y\" name=\"S\"><Description>not a code's</Description><MemberCode guid=\"z\"/></Set></Sets>\r\n\
    </CodeBook>";

#[test]
fn codes_of_another_program_are_read() {
    let (book, left) = read("codes.qdc", CODES.as_bytes()).unwrap();
    assert_eq!(told(&left), [("", "sets")]);
    let shape: Vec<(&str, Option<&str>, bool)> = book
        .topics
        .iter()
        .map(|one| (one.topic.slug.as_str(), one.topic.parent.as_deref(), one.topic.group))
        .collect();
    assert_eq!(
        shape,
        [("energiya", None, true), ("gaz", Some("energiya"), false), ("gaz-2", Some("energiya"), false)]
    );
    let energy = &book.topics[0];
    assert_eq!(energy.uid.unwrap().to_string(), "2a08bddf-4c35-4250-bf77-7de37b50c930");
    assert_eq!((energy.topic.definition.en.as_str(), energy.colour), ("Нафта & газ — усё&nbsp;", Some(5)));
    let cut = &CODES[..CODES.find(" <Sets>").unwrap() - 40];
    assert!(read("codes.qdc", cut.as_bytes()).is_err());
}

#[test]
fn a_term_that_can_find_nothing_is_passed_over_and_told() {
    let table = "id,label,term,term_kind\na,A,gas,near(2)\na,,(oil,regex\na,,gas,\n";
    let (book, left) = read("codes.csv", table.as_bytes()).unwrap();
    assert_eq!(book.topics[0].topic.terms.len(), 1);
    assert_eq!((left[0].what, left[0].words.as_str()), (Matter::Terms, "gas (near(2)), (oil (regex)"));
}

#[test]
fn a_tree_that_bites_its_tail_is_cut() {
    let table = "id,parent\na,c\nb,a\nc,b\nd,d\n";
    let (book, left) = read("codes.csv", table.as_bytes()).unwrap();
    let shape: Vec<(&str, Option<&str>)> =
        book.topics.iter().map(|one| (one.topic.slug.as_str(), one.topic.parent.as_deref())).collect();
    assert_eq!(shape, [("c", None), ("a", Some("c")), ("b", Some("a")), ("d", None)]);
    assert_eq!(told(&left), [("c", "lost-parent"), ("d", "lost-parent")]);
}

#[test]
fn a_slug_that_stands_twice_gets_a_number() {
    let ttl = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . <urn:a> a skos:Concept ; skos:notation \"x\" . \
        <urn:b> a skos:Concept ; skos:notation \"x\" .";
    let (book, left) = read("x", ttl.as_bytes()).unwrap();
    let slugs: Vec<&str> = book.topics.iter().map(|one| one.topic.slug.as_str()).collect();
    assert_eq!(slugs, ["x", "x-2"]);
    assert!(left.contains(&Left {
        topic: Some("x".to_owned()),
        what: Matter::TakenSlug,
        words: "x-2".to_owned()
    }));
}

#[test]
fn what_is_no_codebook_says_what_would_be_one() {
    for (name, bytes) in
        [("a.bin", "\u{1}\u{2}"), ("a.ttl", "<a> <b> <c> ."), ("a.xml", "<html/>"), ("a.json", "{}")]
    {
        let refused = read(name, bytes.as_bytes()).unwrap_err();
        assert_eq!(refused.file, name);
        assert!(!refused.what.is_empty());
    }
    assert!(read("a.txt", b"hello").unwrap_err().what.contains("save it as SKOS"));
}

fn words() -> impl Strategy<Value = String> {
    "[a-zA-Zа-яёўіА-Я0-9=+'\"<>&;,:@\\[\\]{}|#\\\\/-]([ a-zа-яёўі0-9=+'\"<>&;,:.@\\[\\]{}|#\\\\/-]{0,12}[a-zа-яёўі.!]){0,2}"
}

fn texts() -> impl Strategy<Value = InLanguages> {
    (words(), proptest::option::of(words()), proptest::option::of(words()))
        .prop_map(|(en, ru, be)| InLanguages { en, ru, be })
}

fn terms() -> impl Strategy<Value = Vec<Term>> {
    let language = prop_oneof![Just(Language::En), Just(Language::Ru), Just(Language::Be)];
    let kind = prop_oneof![Just(TermKind::Stem), Just(TermKind::Exact)];
    let one = (language, words(), kind, -300_i32..300, proptest::option::of(words())).prop_map(
        |(language, text, kind, weight, facet)| Term {
            language,
            text,
            kind,
            weight: f64::from(weight) / 100.0,
            facet,
        },
    );
    let sound = |term: &Term| chancery_text::topics::term_fault(term.kind, &term.text).is_none();
    proptest::collection::vec(one.prop_filter("a term has words", sound), 0..4)
}

fn books() -> impl Strategy<Value = Book> {
    let one =
        (texts(), texts(), texts(), texts(), terms(), 0..=100_u8, 0..6_u32, any::<prop::sample::Index>());
    let many = proptest::collection::vec(one, 1..6);
    (texts(), many).prop_map(|(name, many)| {
        let mut topics: Vec<Listed> = Vec::new();
        for (number, (label, definition, include, exclude, terms, threshold, colour, above)) in
            many.into_iter().enumerate()
        {
            let parent = (number > 0).then(|| above.index(number)).filter(|at| at % 2 == 0);
            let parent = parent.map(|at| topics[at].topic.slug.clone());
            let threshold = f64::from(threshold) / 100.0;
            let made = topic(&format!("topic-{number}"), parent.as_deref(), label);
            let made =
                Topic { definition, include, exclude, threshold, group: terms.is_empty(), terms, ..made };
            topics.push(listed(made, colour));
        }
        Book { name, topics }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_codebook_comes_back(book in books()) {
        for format in [CodebookFormat::SkosTurtle, CodebookFormat::SkosJsonLd, CodebookFormat::SkosRdfXml] {
            prop_assert_eq!(&again(&book, format), &(book.clone(), Vec::new()));
        }
        let (_, left) = again(&book, CodebookFormat::Csv);
        prop_assert_eq!(told(&left), vec![("", "name")]);
        let (_, left) = again(&book, CodebookFormat::Toml);
        prop_assert!(told(&left).iter().all(|(_, what)| *what == "colour"), "{:?}", left);
    }

    #[test]
    fn no_bytes_bring_a_reader_down(bytes in proptest::collection::vec(any::<u8>(), 0..200), name in "[a-z]\\.(ttl|jsonld|rdf|csv|qdc|toml)") {
        let _ = read(&name, &bytes);
    }
}
