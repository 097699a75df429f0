//! Fixed words in the briefing's language, from this crate's .ftl files.

use std::borrow::Cow;

use chancery_model::Status;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::Locale;

const EN: &str = include_str!("../words/en.ftl");
const RU: &str = include_str!("../words/ru.ftl");
const BE: &str = include_str!("../words/be.ftl");

/// The words of one language; English stands in for what is missing.
pub(crate) struct Words {
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl Words {
    pub(crate) fn new(locale: Locale) -> Self {
        let own = (locale != Locale::En).then(|| bundle(locale));
        Self { bundles: own.into_iter().chain([bundle(Locale::En)]).collect() }
    }

    /// The words of a key.
    pub(crate) fn get(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The words of a key with its arguments put in.
    pub(crate) fn with(&self, key: &str, arguments: &[(&'static str, &str)]) -> String {
        let values =
            arguments.iter().map(|(name, value)| (*name, FluentValue::String(Cow::Borrowed(*value))));
        let arguments: FluentArgs<'_> = values.collect();
        for bundle in &self.bundles {
            if let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) {
                return bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned();
            }
        }
        key.to_owned()
    }

    /// What the ladder of the senses calls a status.
    pub(crate) fn status(&self, status: Status) -> String {
        self.get(&format!("doc-status-{}", status.id()))
    }

    /// Words in the language's quotation marks.
    pub(crate) fn quoted(&self, words: &str) -> String {
        format!("{}{}{}", self.get("doc-quote-open"), words, self.get("doc-quote-close"))
    }
}

fn bundle(locale: Locale) -> FluentBundle<FluentResource> {
    let source = match locale {
        Locale::En => EN,
        Locale::Ru => RU,
        Locale::Be => BE,
    };
    // What cannot be parsed is left out and shows as its key; a test holds that nothing is.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
    let mut bundle = FluentBundle::new(vec![locale.code().parse::<LanguageIdentifier>().unwrap_or_default()]);
    // Isolating marks would end up in the files.
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn keys(source: &str) -> Vec<&str> {
        let named = source.lines().filter(|line| line.starts_with("doc-"));
        named.map(|line| line.split(" = ").next().unwrap()).collect()
    }

    #[test]
    fn the_three_files_parse_and_have_the_same_keys() {
        for source in [EN, RU, BE] {
            assert!(FluentResource::try_new(source.to_owned()).is_ok());
            assert_eq!(keys(source), keys(EN));
        }
    }

    #[test]
    fn an_unknown_key_shows_itself_and_quotes_follow_the_language() {
        assert_eq!(Words::new(Locale::Be).get("doc-nothing"), "doc-nothing");
        assert_eq!(Words::new(Locale::Be).quoted("саюз"), "«саюз»");
        assert_eq!(Words::new(Locale::En).quoted("union"), "“union”");
    }

    #[test]
    fn every_status_role_lineage_and_mark_has_its_word() {
        use chancery_model::{LineageKind, MilestoneKind, Role, Status, Tlp};
        let statuses = Status::ALL.iter().map(|one| format!("doc-status-{}", one.id()));
        let roles = Role::ALL.iter().map(|one| format!("doc-role-{}", one.id()));
        let marks = Tlp::ALL.iter().map(|one| format!("doc-tlp-{}", one.id()));
        let lineage = LineageKind::ALL
            .iter()
            .flat_map(|one| [format!("doc-lineage-{}", one.id()), format!("doc-lineage-from-{}", one.id())]);
        let kinds = MilestoneKind::ALL.iter().map(|one| format!("doc-kind-{}", one.id()));
        for key in statuses.chain(kinds).chain(roles).chain(marks).chain(lineage) {
            assert_ne!(Words::new(Locale::En).get(&key), key);
        }
    }
}
