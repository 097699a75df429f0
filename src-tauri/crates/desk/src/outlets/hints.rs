//! What the machine would say of an outlet, each with its reason: only where the analyst has said nothing, and never a grade.

use std::collections::BTreeMap;

use chancery_store::{Outlet, OutletKind};

use super::known::{KNOWN, Known};

/// What a hint is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HintedField {
    /// Its web domain.
    Domain,
    /// Its country.
    Country,
    /// What sort it is.
    Kind,
}

/// Why the machine would say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// It is known by this name.
    Name,
    /// It is known by this domain.
    Domain,
    /// Its domain ends so.
    Ending,
    /// The addresses of its articles lead there.
    Addresses,
}

/// What the machine would say of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// Of which.
    pub field: HintedField,
    /// What: a domain, an ISO 3166 code, or the id of a kind.
    pub value: String,
    /// Why.
    pub because: Because,
    /// The words it rests on.
    pub words: String,
}

/// Endings of domains that belong to a country, for the countries a dossier here is about.
const ENDINGS: &[(&str, &str)] = &[
    ("by", "BY"),
    ("ru", "RU"),
    ("su", "RU"),
    ("рф", "RU"),
    ("бел", "BY"),
    ("ua", "UA"),
    ("pl", "PL"),
    ("lt", "LT"),
    ("lv", "LV"),
    ("ee", "EE"),
    ("kz", "KZ"),
    ("kg", "KG"),
    ("am", "AM"),
    ("de", "DE"),
    ("fr", "FR"),
    ("uk", "GB"),
    ("cn", "CN"),
];

/// The hints for an outlet that goes by `names`, whose articles have these addresses.
pub(super) fn of(outlet: &Outlet, names: &[String], addresses: &[String]) -> Vec<Hint> {
    let mut hints = Vec::new();
    let from_addresses = commonest_host(addresses);
    if let (true, Some((host, articles))) = (outlet.domain.is_empty(), &from_addresses) {
        hints.push(Hint {
            field: HintedField::Domain,
            value: host.clone(),
            because: Because::Addresses,
            words: articles.to_string(),
        });
    }
    let hosts: Vec<String> = [plain_host(&outlet.domain), from_addresses.map(|(host, _)| host)]
        .into_iter()
        .flatten()
        .chain(std::iter::once(&outlet.name).chain(names).filter_map(|name| plain_host(name)))
        .collect();
    let known = by_name(std::iter::once(&outlet.name).chain(names)).or_else(|| by_domain(&hosts));
    if let Some((known, because, words)) = known {
        let hint =
            |field, value: &str| Hint { field, value: value.to_owned(), because, words: words.clone() };
        if outlet.country.is_empty() && !known.country.is_empty() {
            hints.push(hint(HintedField::Country, known.country));
        }
        if outlet.kind.is_none() {
            hints.push(hint(HintedField::Kind, known.kind.id()));
        }
    } else if outlet.country.is_empty() {
        let ending = hosts.iter().find_map(|host| {
            let end = host.rsplit('.').next()?;
            ENDINGS.iter().find(|(ending, _)| *ending == end).map(|(ending, country)| (host, ending, country))
        });
        if let Some((host, ending, country)) = ending {
            hints.push(Hint {
                field: HintedField::Country,
                value: (*country).to_owned(),
                because: Because::Ending,
                words: format!(".{ending}"),
            });
            if is_government(host) && outlet.kind.is_none() {
                hints.push(Hint {
                    field: HintedField::Kind,
                    value: OutletKind::Government.id().to_owned(),
                    because: Because::Ending,
                    words: host.clone(),
                });
            }
        }
    }
    hints
}

fn by_name<'n>(names: impl Iterator<Item = &'n String>) -> Option<(&'static Known, Because, String)> {
    names.into_iter().find_map(|name| {
        let folded = chancery_text::fold(name);
        let found =
            KNOWN.iter().find(|known| known.names.iter().any(|one| chancery_text::fold(one) == folded))?;
        Some((found, Because::Name, name.clone()))
    })
}

fn by_domain(hosts: &[String]) -> Option<(&'static Known, Because, String)> {
    hosts.iter().find_map(|host| {
        let under = |domain: &&str| host == domain || host.ends_with(&format!(".{domain}"));
        let found = KNOWN.iter().find(|known| known.domains.iter().any(under))?;
        Some((found, Because::Domain, host.clone()))
    })
}

/// `mfa.gov.by`, `government.gov.ru`
fn is_government(host: &str) -> bool {
    host.split('.').rev().nth(1) == Some("gov")
}

/// The host most addresses have, and how many: more than half of them, or it is an aggregator's guess.
fn commonest_host(addresses: &[String]) -> Option<(String, usize)> {
    let mut hosts: BTreeMap<String, usize> = BTreeMap::new();
    for address in addresses {
        let after = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest);
        let host = after.split(['/', '?', '#', ':']).next().and_then(plain_host);
        *hosts.entry(host?).or_default() += 1;
    }
    let (host, articles) = hosts.into_iter().max_by_key(|(_, articles)| *articles)?;
    (articles * 2 > addresses.len()).then_some((host, articles))
}

/// A host without `www.`; `None` for words that are no host.
fn plain_host(words: &str) -> Option<String> {
    let host = words.trim().to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let sound = host.contains('.')
        && host
            .split('.')
            .all(|label| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-'));
    sound.then(|| host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(outlet: &Outlet, addresses: &[&str], expected: &[&str]) {
        let addresses: Vec<String> = addresses.iter().map(|&address| address.to_owned()).collect();
        let told: Vec<String> = of(outlet, &[], &addresses)
            .into_iter()
            .map(|hint| format!("{:?} {} {:?} {}", hint.field, hint.value, hint.because, hint.words))
            .collect();
        assert_eq!(told, expected, "{outlet:?}");
    }

    fn named(name: &str) -> Outlet {
        Outlet { name: name.to_owned(), ..Outlet::default() }
    }

    #[test]
    fn hints_come_with_their_reason_and_only_where_nothing_is_said() {
        check(&named("БелТА"), &[], &["Country BY Name БелТА", "Kind state-agency Name БелТА"]);
        check(
            &named("Пример"),
            &["https://www.example.by/1", "https://example.by/2", "https://other.org/3"],
            &["Domain example.by Addresses 2", "Country BY Ending .by"],
        );
        check(&named("mfa.gov.by"), &[], &["Country BY Ending .by", "Kind government Ending mfa.gov.by"]);
        check(
            &named("eng.belta.by"),
            &[],
            &["Country BY Domain eng.belta.by", "Kind state-agency Domain eng.belta.by"],
        );
        check(&named("Example Post"), &["https://a.example/1", "https://b.example/1"], &[]);
        let said = Outlet { kind: Some(OutletKind::Private), country: "PL".to_owned(), ..named("TASS") };
        check(&said, &[], &[]);
    }
}
