//! What each step of reading costs, by itself: where the time of an import goes.

use std::hint::black_box;

use chancery_desk::read_codebook;
use chancery_intake::{Limits, Read, normalise};
use chancery_model::{Day, SourceDocument};
use chancery_text::{Matcher, dateline, dates, fold, furniture, language_of, publication, stem, words};
use clap::Args;

use super::{Outcome, cpu_seconds};
use crate::generate::Numbers;
use crate::generate::files::in_every_format;
use crate::generate::news::Newsroom;

#[derive(Args)]
pub(crate) struct Options {
    /// How many articles.
    #[arg(long, default_value_t = 500)]
    articles: usize,
}

type Step<'s> = dyn Fn(&SourceDocument) + 's;

pub(crate) fn run(options: &Options) -> Outcome {
    let captured = Day::new(2026, 11, 22).ok_or("no day")?;
    let limits = Limits::default();
    let mut room = Newsroom::new(1);
    let mut numbers = Numbers::new(1);
    let mut files: [Vec<Vec<u8>>; 5] = Default::default();
    let mut formats = [""; 5];
    for _ in 0..options.articles {
        let news = in_every_format(&room.next(), &mut numbers)?;
        for ((name, of_format), (format, bytes)) in formats.iter_mut().zip(&mut files).zip(news) {
            *name = format;
            of_format.push(bytes);
        }
    }
    println!("µs of computing an article, {} of them", options.articles);
    let tell = |what: &str, before: f64| {
        println!("{what:<22}{:>8.0}", (cpu_seconds().0 - before) * 1e6 / options.articles as f64);
    };
    let mut documents = Vec::new();
    for (format, files) in formats.into_iter().zip(&files) {
        // Rules are made once, by the first who needs them.
        for bytes in files.iter().take(1) {
            Read::of(bytes, None, captured, &limits)?;
        }
        let before = cpu_seconds().0;
        let read =
            files.iter().map(|bytes| Read::of(bytes, None, captured, &limits).map(|read| read.document));
        let read = read.collect::<Result<Vec<_>, _>>()?;
        tell(&format!("read {format}"), before);
        if format == "txt" {
            documents = read;
        }
    }
    let codebook = read_codebook("codebook.toml", include_str!("../../../../../seeds/codebook.toml"))?;
    let matcher = Matcher::new(&codebook.topics);
    let steps: [(&str, &Step<'_>); 8] = [
        ("normalise", &|one| drop(black_box(normalise(&one.text)))),
        ("furniture", &|one| drop(black_box(furniture(&one.text, one.title.value.as_deref())))),
        ("language", &|one| drop(black_box(language_of(&one.text)))),
        ("dateline", &|one| drop(black_box(dateline::find(&one.text, &one.furniture)))),
        ("day of publication", &|one| {
            let page = publication::Page { text: &one.text, furniture: &one.furniture, dateline: None };
            drop(black_box(publication::read(&page, captured)));
        }),
        ("dates in the text", &|one| {
            let (language, published) = (one.language.value, one.published.value.as_ref());
            drop(black_box(dates::mentions(&one.text, &one.furniture, language, published, None)));
        }),
        ("topics", &|one| {
            let title = one.title.value.as_deref().unwrap_or_default();
            drop(black_box(matcher.suggest(title, &one.text, &one.furniture, one.language.value)));
        }),
        ("words, folded, stems", &|one| {
            for word in words(&one.text) {
                let language = one.language.value.unwrap_or(chancery_model::Language::En);
                black_box(stem(&fold(&word.form), language));
            }
        }),
    ];
    for (name, step) in steps {
        let before = cpu_seconds().0;
        documents.iter().for_each(step);
        tell(name, before);
    }
    Ok(())
}
