//! What pages repeat: running heads and feet, numbers of pages, the address a browser prints below.

use std::collections::HashMap;

use super::lines::Line;

/// Lines from the edge that may run.
const EDGE: usize = 3;

/// Takes the running lines out of `pages`; gives the web address they hold, if a browser printed one.
pub(super) fn take(pages: &mut [Vec<Line>]) -> Option<String> {
    let mut address = None;
    if artifacts_are_few(pages) {
        for line in pages.iter_mut().flat_map(|page| page.extract_if(.., |line| line.artifact)) {
            address = address.or_else(|| printed_address(&line.text));
        }
    }
    for top in [true, false] {
        for _ in 0..EDGE {
            let edges: Vec<Option<usize>> = pages.iter().map(|page| edge(page, top)).collect();
            let running = running(pages, &edges);
            if !running.contains(&true) {
                break;
            }
            for ((page, edge), runs) in pages.iter_mut().zip(edges).zip(running) {
                if let Some(at) = edge.filter(|_| runs) {
                    take_row(page, at, &mut address);
                }
            }
        }
    }
    address
}

/// A file may mark everything as artifact; then the mark says nothing.
fn artifacts_are_few(pages: &[Vec<Line>]) -> bool {
    let (mut marked, mut all) = (0, 0);
    for line in pages.iter().flatten() {
        let letters = line.letters();
        marked += if line.artifact { letters } else { 0 };
        all += letters;
    }
    marked * 3 < all
}

/// The outermost line of a page.
fn edge(page: &[Line], top: bool) -> Option<usize> {
    let lines = page.iter().enumerate();
    let by_height = |a: &(usize, &Line), b: &(usize, &Line)| a.1.y.total_cmp(&b.1.y);
    let outermost = if top { lines.min_by(by_height) } else { lines.max_by(by_height) };
    outermost.map(|(at, _)| at)
}

/// Takes a line out with what stands beside it.
fn take_row(page: &mut Vec<Line>, at: usize, address: &mut Option<String>) {
    let Some((y, size)) = page.get(at).map(|line| (line.y, line.size)) else { return };
    for line in page.extract_if(.., |line| (line.y - y).abs() < size * 0.35) {
        if address.is_none() {
            *address = printed_address(&line.text);
        }
    }
    if let Some(first) = page.first_mut() {
        first.beside = false;
    }
}

/// Which of the outermost lines run: they stand at one height on several pages and say the same but for figures, or
/// they count pages.
fn running(pages: &[Vec<Line>], edges: &[Option<usize>]) -> Vec<bool> {
    let lines: Vec<Option<&Line>> =
        pages.iter().zip(edges).map(|(page, edge)| edge.and_then(|at| page.get(at))).collect();
    let mut same: HashMap<(String, i64), usize> = HashMap::new();
    let mut counted: HashMap<i64, usize> = HashMap::new();
    for (number, line) in lines.iter().enumerate() {
        let Some(line) = line else { continue };
        *same.entry((shape(&line.text), height(line))).or_default() += 1;
        if let Some(shown) = page_number(&line.text) {
            let number = i64::try_from(number).unwrap_or(0);
            *counted.entry(shown.saturating_sub(number)).or_default() += 1;
        }
    }
    let enough = 2.max(pages.len().div_ceil(4)).min(6);
    let decide = |(number, line): (usize, &Option<&Line>)| {
        let Some(line) = line else { return false };
        let shape = shape(&line.text);
        let repeated = same.get(&(shape, height(line))).is_some_and(|&times| times >= enough);
        let numbered = page_number(&line.text).is_some_and(|shown| {
            let number = i64::try_from(number).unwrap_or(0);
            let first = shown.saturating_sub(number);
            counted.get(&first).is_some_and(|&times| times >= 2) || pages.len() == 1 && first == 1
        });
        repeated || numbered || is_browser_line(&line.text)
    };
    lines.iter().enumerate().map(decide).collect()
}

#[allow(clippy::cast_possible_truncation)] // a page is not that high
fn height(line: &Line) -> i64 {
    (line.y / 4.0).round() as i64
}

/// The words of a line with its figures made alike.
fn shape(text: &str) -> String {
    let mut shape = String::new();
    for c in text.chars() {
        if c.is_ascii_digit() {
            if !shape.ends_with('#') {
                shape.push('#');
            }
        } else if !c.is_whitespace() {
            shape.extend(c.to_lowercase());
        }
    }
    shape
}

/// The number of a page, where a line says nothing else.
fn page_number(text: &str) -> Option<i64> {
    let lower = text.to_lowercase();
    let bare = lower
        .trim_matches(|c: char| c.is_whitespace() || "-–—|[]().•·".contains(c))
        .trim_start_matches("page")
        .trim_start_matches("p.")
        .trim_start_matches("страница")
        .trim_start_matches("старонка")
        .trim_start_matches("стр.")
        .trim_start_matches("с.")
        .trim();
    let separators = ["of", "из", "з", "/"];
    let first = separators
        .iter()
        .find_map(|separator| bare.split_once(separator))
        .filter(|(_, of)| of.trim().parse::<u32>().is_ok())
        .map_or(bare, |(number, _)| number.trim());
    let digits = first.len() <= 4 && !first.is_empty() && first.bytes().all(|b| b.is_ascii_digit());
    if digits { first.parse().ok() } else { None }
}

/// What a browser prints below: the address and the number of the page.
fn is_browser_line(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let address = words.next().is_some_and(is_address);
    address && words.next().is_none_or(|count| count.contains('/') && page_number(count).is_some())
}

fn is_address(word: &str) -> bool {
    ["https://", "http://", "file:///"].iter().any(|scheme| word.starts_with(scheme))
}

fn printed_address(text: &str) -> Option<String> {
    let web = |word: &&str| is_address(word) && !word.starts_with("file:");
    text.split_whitespace().find(web).filter(|word| !word.contains('…')).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, y: f32, page: u32) -> Line {
        let (x0, x1, size) = (72.0, 500.0, 11.0);
        Line {
            text: text.to_owned(),
            x0,
            x1,
            y,
            size,
            font: 1,
            beside: false,
            labelled: false,
            artifact: false,
            page,
        }
    }

    fn left(pages: &[&[(&str, f32)]]) -> (Vec<String>, Option<String>) {
        let mut pages: Vec<Vec<Line>> = (0..)
            .zip(pages)
            .map(|(number, page)| page.iter().map(|(text, y)| line(text, *y, number)).collect())
            .collect();
        let address = take(&mut pages);
        (pages.into_iter().flatten().map(|line| line.text).collect(), address)
    }

    #[test]
    fn heads_feet_and_numbers_go() {
        let (kept, _) = left(&[
            &[("The Gazette, No. 4", 30.0), ("One.", 80.0), ("7", 800.0)],
            &[("The Gazette, No. 4", 30.0), ("Two.", 80.0), ("8", 800.0)],
            &[("The Gazette, No. 4", 30.0), ("Three.", 80.0), ("9", 800.0)],
        ]);
        assert_eq!(kept, ["One.", "Two.", "Three."]);
    }

    #[test]
    fn lines_of_the_text_stay() {
        let (kept, _) = left(&[&[("One.", 80.0), ("the year", 700.0)], &[("Two.", 80.0), ("2019", 700.0)]]);
        assert_eq!(kept, ["One.", "the year", "Two.", "2019"]);
    }

    #[test]
    fn a_browser_tells_the_address() {
        let (kept, address) =
            left(&[&[("Words of the page.", 80.0), ("https://example.org/news/gas 1/1", 800.0)]]);
        assert_eq!(kept, ["Words of the page."]);
        assert_eq!(address.as_deref(), Some("https://example.org/news/gas"));
    }

    #[test]
    fn numbers_of_pages_are_told() {
        for (text, number) in
            [("— 12 —", 12), ("Page 3 of 9", 3), ("стр. 4", 4), ("2 / 7", 2), ("Страница 5 из 6", 5)]
        {
            assert_eq!(page_number(text), Some(number), "{text}");
        }
        for text in ["2019 год", "3 of the", "", "In 7"] {
            assert_eq!(page_number(text), None, "{text}");
        }
    }
}
