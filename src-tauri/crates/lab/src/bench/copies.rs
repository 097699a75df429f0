//! Times looking for copies among very many articles, and what the index holds: the desk's way, without its file.

use std::time::Instant;

use chancery_text::copies::{ALIKE, Fingerprint, LikenessIndex, Way};
use clap::Args;

use super::Outcome;
use crate::generate::Numbers;
use crate::generate::news::Newsroom;

#[derive(Args)]
pub(crate) struct Options {
    /// How many articles.
    #[arg(long, default_value_t = 100_000)]
    articles: usize,
    /// Seed of the generator.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Words the articles are made of, each as likely as 1/rank (as in prose); 0 makes them of phrases, which repeat more than
    /// any news does.
    #[arg(long, default_value_t = 50_000)]
    words: usize,
}

/// Every so many articles one is a reprint of the one before.
const REPRINTS: usize = 20;

/// Texts looked at before the rest; the desk looks at as many.
const SAMPLE: usize = 4000;

pub(super) fn run(options: &Options) -> Outcome {
    let mut numbers = Numbers::new(options.seed);
    let mut newsroom = Newsroom::new(options.seed);
    let mut texts = Vec::with_capacity(options.articles);
    let (mut before, mut letters, mut spent) = (String::new(), 0, 0.0);
    for serial in 0..options.articles {
        let fresh = match options.words {
            0 => newsroom.next().paragraphs.join("\n\n"),
            words => prose(&mut numbers, words),
        };
        let text = if serial % REPRINTS == REPRINTS - 1 { reprint(&before, &fresh) } else { fresh };
        letters += text.len();
        let started = Instant::now();
        texts.push(Fingerprint::of(&text, &[]));
        spent += started.elapsed().as_secs_f64();
        before = text;
    }
    println!(
        "{} articles, {:.0} MB of text, one in {REPRINTS} a reprint; fingerprints: {:.1} s, {:.0}/s",
        texts.len(),
        letters as f64 / 1e6,
        spent,
        texts.len() as f64 / spent
    );
    println!("\n| way | search | rate | compared | pairs told | index |\n|---|---|---|---|---|---|");
    for (way, name) in [(Way::Exact, "exact"), (Way::Bands, "MinHash")] {
        let started = Instant::now();
        let sample: Vec<&Fingerprint> = texts.iter().take(SAMPLE).collect();
        let mut index = LikenessIndex::new(way, texts.len(), &sample);
        let (mut compared, mut told) = (0_usize, 0_usize);
        for text in &texts {
            let earlier = index.meet(text).into_iter().filter_map(|one| texts.get(one.text as usize));
            for other in earlier {
                compared += 1;
                told += usize::from(text.likeness(other) >= ALIKE);
            }
        }
        let seconds = started.elapsed().as_secs_f64();
        println!(
            "| {name} | {seconds:.1} s | {:.0}/s | {compared} | {told} | {:.0} MB |",
            texts.len() as f64 / seconds,
            index.bytes() as f64 / 1e6
        );
    }
    Ok(())
}

/// The text with its last quarter replaced.
fn reprint(text: &str, other: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let kept = words.len() * 3 / 4;
    let rest = other.split(' ').take(words.len() - kept);
    words.into_iter().take(kept).chain(rest).collect::<Vec<_>>().join(" ")
}

/// About 2.3 kB of words by Zipf's law.
fn prose(numbers: &mut Numbers, words: usize) -> String {
    let mut text = String::with_capacity(2400);
    while text.len() < 2300 {
        // The logarithm of a rank that is as likely as 1/rank is as likely as any other.
        let rank = (words as f64).powf(numbers.share());
        text.push_str(&format!("слово{} ", rank as usize));
    }
    text
}
