#![allow(clippy::unwrap_used)]

use std::ops::ControlFlow;

use chancery_model::{Day, Edtf, Zone};
use proptest::prelude::*;

use super::*;
use crate::Refusal;
use crate::draft::Draft;
use crate::member::{Allowance, Member};

fn captured() -> Day {
    Day::new(2026, 11, 22).unwrap()
}

fn crlf(text: &str) -> Vec<u8> {
    text.replace('\n', "\r\n").into_bytes()
}

fn message(text: &str) -> Draft {
    super::read(&crlf(text), captured()).unwrap()
}

type Given = Vec<Result<Member, (String, Refusal)>>;

fn given(
    bytes: &[u8],
    each: fn(&[u8], &Allowance, &mut crate::member::Sink<'_>) -> Result<(), Refusal>,
) -> Given {
    let mut all = Vec::new();
    each(bytes, &Allowance::default(), &mut |found| {
        all.push(found);
        ControlFlow::Continue(())
    })
    .unwrap();
    all
}

const PLAIN: &str = "From: Ann Lee <ann@example.org>\nTo: desk@example.com\nSubject: Re: FW: =?koi8-r?B?58Ha?= and oil\n\
    Date: Fri, 3 Dec 2021 10:15:30 +0300\nMessage-ID: <1@example.org>\n\nThe ministers met in Minsk.\n\nThey agreed on nothing.\n\
    -- \nAnn\n";

#[test]
fn a_message_gives_its_text_and_what_its_headers_state() {
    let draft = message(PLAIN);
    assert_eq!(draft.title.value.as_deref(), Some("Газ and oil"));
    assert_eq!(draft.byline.value.as_deref(), Some("Ann Lee"));
    assert_eq!(draft.outlet.value, None);
    let published = draft.published.value.unwrap();
    assert_eq!(published.date, Edtf::day(Day::new(2021, 12, 3).unwrap()));
    assert_eq!(
        (published.time.unwrap().to_string(), published.zone),
        ("10:15:30".to_owned(), Some(Zone(180)))
    );
    assert_eq!(draft.text, "The ministers met in Minsk.\n\nThey agreed on nothing.");
}

#[test]
fn a_newsletter_names_its_outlet() {
    let letter = |from: &str| {
        message(&format!(
            "From: {from}\nList-Id: News <news.example-post.org>\nMIME-Version: 1.0\nSubject: S\n\nText."
        ))
    };
    let of_site = letter("Example Post <hello@mail.example-post.org>");
    assert_eq!((of_site.outlet.value.as_deref(), of_site.byline.value), (Some("Example Post"), None));
    let of_person = letter("Ann Lee <hello@mail.example-post.org>");
    assert_eq!(of_person.outlet.value.as_deref(), Some("example-post.org"));
    assert_eq!(of_person.byline.value.as_deref(), Some("Ann Lee"));
}

const ALTERNATIVE: &str = "From: a@example.org\nSubject: S\nMIME-Version: 1.0\nDate: Fri, 3 Dec 2021 10:15:30 -0000\n\
    Content-Type: multipart/alternative; boundary=\"=_b 1\"\n\n--=_b 1\nContent-Type: text/plain; charset=utf-8\n\
    Content-Transfer-Encoding: quoted-printable\n\nPLAIN\n--=_b 1\nContent-Type: text/html; charset=windows-1251\n\
    Content-Transfer-Encoding: base64\n\nPAGE\n--=_b 1--\n";

const SENTENCE: &str = "Правительства двух стран договорились о цене газа на следующий год, сообщил министр.";

fn alternative(plain: &str) -> Draft {
    let page =
        format!("<html><body><article><h1>S</h1><p>{SENTENCE}</p><p>{SENTENCE}</p></article></body></html>");
    let (page, ..) = encoding_rs::WINDOWS_1251.encode(&page);
    message(&ALTERNATIVE.replace("PLAIN", plain).replace("PAGE", &in_base64(&page)))
}

fn in_base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for (at, piece) in bytes.chunks(3).enumerate() {
        let held = piece.iter().fold(0_usize, |held, &byte| held << 8 | usize::from(byte))
            << (8 * (3 - piece.len()));
        out.extend((0..4).map(|digit| {
            if digit > piece.len() { '=' } else { char::from(LETTERS[held >> (18 - 6 * digit) & 63]) }
        }));
        if at % 19 == 18 {
            out.push('\n');
        }
    }
    out
}

#[test]
fn plain_text_is_read_unless_it_only_stands_in_for_the_page() {
    let stub = alternative("Your program can't show this message.");
    assert!(stub.text.contains(SENTENCE), "{}", stub.text);
    assert_eq!(stub.published.value.unwrap().zone, None);
    let whole = alternative(&format!("{}=\n the end.", "The price of gas =E2=80=94 again. ".repeat(8)));
    assert!(
        whole.text.starts_with("The price of gas — again.") && whole.text.ends_with("the end."),
        "{}",
        whole.text
    );
}

#[test]
fn documents_that_hang_on_a_message_are_members() {
    let mail = "From: a@example.org\nMIME-Version: 1.0\nSubject: S\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nText.\n\
        --b\nContent-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n\
        Content-Disposition: attachment; filename*=utf-8''..%2F%D0%93%D0%B0%D0%B7.pdf\n\nJVBERi0=\n\
        --b\nContent-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\nAAAA\n\
        --b\nContent-Type: message/rfc822\n\nFrom: b@example.org\nSubject: Inner\n\nInner text.\n--b--\n";
    let all = given(&crlf(mail), attachments);
    let names: Vec<_> = all.iter().map(|found| found.as_ref().unwrap().name.as_str()).collect();
    assert_eq!(names, ["Газ.pdf", "Inner"]);
    assert_eq!(all[0].as_ref().unwrap().bytes, b"%PDF-");
    assert_eq!(message(mail).text, "Text.");
}

#[test]
fn a_mailbox_gives_its_messages_and_goes_on_behind_a_broken_one() {
    let one = |subject: &str, body: &str| {
        format!(
            "From a@example.org Fri Dec  3 10:15:00 2021\nFrom: A <a@example.org>\nSubject: {subject}\nMessage-ID: <1@x>\n\
             Date: Fri, 3 Dec 2021 10:15:30 +0300\n\n{body}\n\n"
        )
    };
    let noise = "From b@example.org Fri Dec  3 10:16:00 2021\nSubject: Broken\nContent-Type: multipart/mixed; boundary=q\n\n--q\n\n\n";
    let text = one("Адзін", ">From Minsk they say: nothing.\n\nFrom now on, nothing: else.")
        + noise
        + &one("Три", "Конец.");
    let bytes = crlf(&text);
    assert_eq!(Kind::of(&bytes), Some(Kind::Mailbox));
    let all = given(&bytes, mailbox);
    let first = all[0].as_ref().unwrap();
    assert_eq!(first.name, "Адзін");
    assert_eq!(
        first.draft.as_ref().unwrap().text,
        "From Minsk they say: nothing.\n\nFrom now on, nothing: else."
    );
    assert_eq!(all[1].as_ref().err(), Some(&("Broken".to_owned(), Refusal::Empty)));
    assert_eq!(all[2].as_ref().unwrap().draft.as_ref().unwrap().text, "Конец.");
    assert_eq!(all.len(), 3);
}

const SAVED: &str = "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/gas?a=1\nSubject: Gas\n\
    Date: Sun, 22 Nov 2026 04:00:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype=\"text/html\";\n\
    \tboundary=\"----MultipartBoundary--x----\"\n\n------MultipartBoundary--x----\nContent-Type: text/css\n\
    Content-Location: cid:1\n\na {}\n------MultipartBoundary--x----\nContent-Type: text/html\nContent-ID: <frame-1@x>\n\
    Content-Transfer-Encoding: quoted-printable\nContent-Location: https://example.org/gas?a=1\n\nPAGE\n\
    ------MultipartBoundary--x------\n";

#[test]
fn a_saved_page_is_its_article_with_its_address() {
    let sentence: String = SENTENCE
        .bytes()
        .map(|byte| if byte < 128 { char::from(byte).to_string() } else { format!("={byte:02X}") })
        .collect();
    let page = format!(
        "<html><head><title>Gas talks</title></head><body><article><h1>Gas talks</h1><p>{sentence}</p><p>{sentence}</p></article>"
    );
    let bytes = crlf(&SAVED.replace("PAGE", &page));
    assert_eq!(Kind::of(&bytes), Some(Kind::Page));
    let draft = saved_page(&bytes, captured()).unwrap();
    assert_eq!(draft.url.value.as_deref(), Some("https://example.org/gas?a=1"));
    assert_eq!(draft.title.value.as_deref(), Some("Gas talks"));
    assert!(draft.text.contains(SENTENCE), "{}", draft.text);
    assert_eq!(draft.published.value, None, "the day it was saved is none of publication");
}

#[test]
fn mail_is_told_from_texts_that_begin_like_it() {
    assert_eq!(Kind::of(&crlf(PLAIN)), Some(Kind::Message));
    assert_eq!(Kind::of(b"From: Ann\nDate: today\nSubject: gas\n\nText"), None);
    assert_eq!(Kind::of(b"From Minsk to Moscow: a journey\nat 10:15\n"), None);
    assert_eq!(Kind::of(b""), None);
}

#[test]
fn a_message_without_text_is_refused() {
    assert_eq!(
        super::read(b"Subject: S\r\nMessage-ID: <1@x>\r\n\r\n", captured()).unwrap_err(),
        Refusal::Empty
    );
    assert_eq!(
        saved_page(b"Content-Type: multipart/related; boundary=b\n\n--b--", captured()).unwrap_err(),
        Refusal::Empty
    );
}

#[test]
fn letters_set_in_tables_are_read() {
    let rows: String = [SENTENCE; 3]
        .iter()
        .map(|text| format!("<tr><td><table><tr><td style='padding:10px'>{text}</td></tr></table></td></tr>"))
        .collect();
    let draft = message(&format!(
        "From: Example Post <n@example-post.org>\nList-Id: <n.example-post.org>\nSubject: The week\nMIME-Version: 1.0\n\
         Content-Type: text/html; charset=utf-8\n\n<html><body><table width=600>{rows}</table></body></html>"
    ));
    assert!(draft.text.contains(SENTENCE), "{}", draft.text);
    assert_eq!(draft.title.value.as_deref(), Some("The week"));
}

#[test]
fn messages_inside_messages_end_somewhere() {
    let deep = "Content-Type: message/rfc822\n\n".repeat(20_000);
    assert!(given(deep.as_bytes(), attachments).len() <= 1);
    let nested: String =
        (0..2000).map(|n| format!("Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n")).collect();
    drop(super::read(nested.as_bytes(), captured()));
}

fn read_anyhow(bytes: &[u8]) {
    let _ = Kind::of(bytes);
    drop(super::read(bytes, captured()));
    drop(saved_page(bytes, captured()));
    given(bytes, attachments);
    given(bytes, mailbox);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_bytes_stop_the_reading(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        read_anyhow(&bytes);
    }

    #[test]
    fn no_change_of_a_mail_stops_the_reading(
        which in 0..3_usize,
        cut in 0..1200_usize,
        changes in proptest::collection::vec((0..1200_usize, any::<u8>()), 0..12),
    ) {
        let mut bytes = crlf([PLAIN, ALTERNATIVE, SAVED][which]);
        for (at, byte) in changes {
            if let Some(place) = bytes.get_mut(at) {
                *place = byte;
            }
        }
        bytes.truncate(cut.max(1));
        read_anyhow(&bytes);
    }
}
