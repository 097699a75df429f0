//! The outlet: the agency of the dateline, or the site's name in its own lines. Photo credits name somebody else.

use chancery_model::{
    Alternative, Basis, CodePoints, Confidence, Field, Furniture, FurnitureKind, Place, Span,
};
use chancery_text::{dateline, fold, lines};

/// Reads who published the article. Rules: `agency-in-dateline`, `copyright-line`, `site-in-share-line`,
/// `source-line`, `address-of-site`.
pub(crate) fn read(text: &str, furniture: &[Furniture], dateline: Option<&dateline::Found>) -> Field<String> {
    let points = CodePoints::new(text);
    let mut found: Vec<(String, Confidence, Basis)> = Vec::new();
    if let Some(agency) = dateline.and_then(|dateline| dateline.agency.as_ref()) {
        let basis = Basis {
            words: agency.words.clone(),
            place: Place::Text(agency.span),
            rule: "agency-in-dateline".to_owned(),
        };
        found.push((agency.name.clone(), Confidence::High, basis));
    }
    let basis = |span: Span, rule: &str| Basis {
        words: points.slice(span).unwrap_or_default().to_owned(),
        place: Place::Text(span),
        rule: rule.to_owned(),
    };
    for (span, line) in edge_lines(text, &points) {
        if let Some(name) = in_copyright(line) {
            found.push((name, Confidence::Medium, basis(span, "copyright-line")));
        } else if let Some(name) = in_source_line(line) {
            found.push((name, Confidence::Low, basis(span, "source-line")));
        } else if let Some(name) = in_address(line) {
            found.push((name, Confidence::Low, basis(span, "address-of-site")));
        }
    }
    for piece in furniture.iter().filter(|piece| piece.kind == FurnitureKind::Share) {
        if let Some(name) = points.slice(piece.span).and_then(in_share_line) {
            found.push((name, Confidence::Medium, basis(piece.span, "site-in-share-line")));
        }
    }
    // Best first, in the order found where they are equal.
    found.sort_by_key(|(_, confidence, _)| std::cmp::Reverse(*confidence));
    let mut found = found.into_iter();
    let Some((name, confidence, first)) = found.next() else { return Field::default() };
    let mut field = Field::known(name.clone(), confidence, first);
    for (other, confidence, basis) in found {
        if fold(&other) == fold(&name) {
            if field.basis.len() < 3 {
                field.basis.push(basis);
            }
        } else if !field.alternatives.iter().any(|known| fold(&known.value) == fold(&other)) {
            field.alternatives.push(Alternative { value: other, confidence, basis: vec![basis] });
        }
    }
    field
}

/// Lines at the head and the foot, where pages name themselves.
fn edge_lines<'a>(text: &'a str, points: &CodePoints<'_>) -> Vec<(Span, &'a str)> {
    let filled: Vec<_> = lines(text).filter(|line| !line.is_blank()).collect();
    let foot = filled.len().saturating_sub(10).max(6.min(filled.len()));
    filled
        .iter()
        .take(6)
        .chain(filled.iter().skip(foot))
        .filter(|line| line.text.len() <= 240)
        .map(|line| {
            (
                Span::new(points.position_of_byte(line.start), points.position_of_byte(line.end())),
                line.text.trim(),
            )
        })
        .collect()
}

/// "© 2021 BelTA. All rights reserved"
fn in_copyright(line: &str) -> Option<String> {
    let word =
        |line: &str| line.get(.."copyright".len()).is_some_and(|w| w.eq_ignore_ascii_case("copyright"));
    let after = match line.strip_prefix('©') {
        Some(after) => after,
        None if word(line) => line.get("copyright".len()..)?,
        None => return None,
    };
    // A slash is a photo credit: "© Sergei Petrov/TASS".
    if after.contains('/') {
        return None;
    }
    let name = after.trim_start_matches(|c: char| !c.is_alphabetic());
    let stop = name.find(['.', ',', '|', '(']).unwrap_or(name.len());
    let name = name.get(..stop)?.trim().trim_end_matches(|c: char| c.is_ascii_digit() || " –-".contains(c));
    plausible(name).then(|| name.to_owned())
}

/// Longer than any label of a source, in bytes.
const LONGEST_LABEL: usize = 64;

/// "Source: TASS", "Источник: БелТА"
fn in_source_line(line: &str) -> Option<String> {
    let (label, name) = line.split_once(':')?;
    if label.len() > LONGEST_LABEL {
        return None;
    }
    let label = fold(label.trim());
    let name = name.trim().trim_end_matches('.');
    (["source", "sources", "источник", "крыніца", "outlet", "publisher", "издание", "выданне"]
        .contains(&label.as_str())
        && plausible(name))
    .then(|| name.to_owned())
}

/// "editor@southfront.org" on a line of its own or after a label.
fn in_address(line: &str) -> Option<String> {
    if !line.contains('@') || line.split_whitespace().count() > 6 {
        return None;
    }
    let address = line.split_whitespace().find(|word| word.contains('@') && word.contains('.'))?;
    let host = address.trim_matches(|c: char| !c.is_alphanumeric()).rsplit_once('@')?.1;
    let open_to_all =
        ["gmail", "mail", "yandex", "tut", "outlook", "hotmail", "yahoo", "proton", "protonmail", "inbox"];
    let site = host.split('.').next()?;
    (host.contains('.') && !open_to_all.contains(&site.to_lowercase().as_str())).then(|| host.to_lowercase())
}

/// "Support SouthFront", "Follow BelTA on Telegram", "Read more at tass.com"
fn in_share_line(line: &str) -> Option<String> {
    let words: Vec<&str> =
        line.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    let verb = fold(words.first()?);
    let second = *words.get(1)?;
    let callers =
        ["support", "follow", "join", "subscribe", "поддержать", "поддержите", "падтрымаць", "падтрымайце"];
    if callers.contains(&verb.as_str()) && is_site_name(second) {
        return Some(second.to_owned());
    }
    let reads = ["read", "continue", "full", "читать", "читайте", "подробнее", "чытаць", "чытайце"];
    if reads.contains(&verb.as_str()) {
        return words.iter().skip(1).find(|word| is_host(word)).map(|word| word.to_lowercase());
    }
    None
}

/// A capital inside ("SouthFront"), or a host.
fn is_site_name(word: &str) -> bool {
    let networks = [
        "facebook",
        "twitter",
        "telegram",
        "youtube",
        "linkedin",
        "whatsapp",
        "instagram",
        "vkontakte",
        "tiktok",
    ];
    let inner = word.chars().zip(word.chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase());
    (inner || is_host(word)) && !networks.contains(&fold(word).as_str())
}

fn is_host(word: &str) -> bool {
    let mut labels = word.split('.').rev();
    let top = labels.next().unwrap_or_default();
    let mut rest = labels.peekable();
    rest.peek().is_some()
        && (2..=6).contains(&top.len())
        && top.bytes().all(|byte| byte.is_ascii_alphabetic())
        && rest
            .all(|label| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
}

fn plausible(name: &str) -> bool {
    let words = name.split_whitespace().count();
    (1..=6).contains(&words)
        && (2..=60).contains(&name.chars().count())
        && name.chars().next().is_some_and(|c| c.is_uppercase() || is_host(name))
        && !fold(name).starts_with("all rights")
}
