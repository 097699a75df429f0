//! Languages as records name them: by code, by name, in English or in their own words.

use chancery_model::Language;

const NAMES: &[(&str, &[&str])] = &[
    ("en", &["eng", "english", "american", "british", "ukenglish", "usenglish", "английский", "англійская"]),
    ("ru", &["rus", "russian", "русский", "руская", "російська"]),
    ("be", &["bel", "belarusian", "belorussian", "byelorussian", "белорусский", "беларуская"]),
    ("uk", &["ukr", "ukrainian", "украинский", "українська", "украінская"]),
    ("pl", &["pol", "polish", "polski", "польский", "польская"]),
    ("de", &["deu", "ger", "german", "ngerman", "deutsch", "austrian", "немецкий", "нямецкая"]),
    ("fr", &["fra", "fre", "french", "français", "французский"]),
    ("es", &["spa", "spanish", "español"]),
    ("it", &["ita", "italian", "italiano"]),
    ("pt", &["por", "portuguese", "brazilian"]),
    ("lt", &["lit", "lithuanian", "литовский"]),
    ("lv", &["lav", "latvian", "латышский"]),
    ("et", &["est", "estonian"]),
    ("cs", &["ces", "cze", "czech"]),
    ("sk", &["slk", "slo", "slovak"]),
    ("nl", &["nld", "dut", "dutch"]),
    ("sv", &["swe", "swedish"]),
    ("fi", &["fin", "finnish"]),
    ("hu", &["hun", "hungarian"]),
    ("bg", &["bul", "bulgarian"]),
    ("ro", &["ron", "rum", "romanian"]),
    ("tr", &["tur", "turkish"]),
    ("kk", &["kaz", "kazakh"]),
    ("zh", &["zho", "chi", "chinese"]),
    ("ja", &["jpn", "japanese"]),
];

/// Reads `en`, `en-GB`, `eng`, `English`, `русский`; of several the first.
pub(super) fn read(words: &str) -> Option<Language> {
    let first = words.split([',', ';', '/', '|']).next()?.trim().to_lowercase();
    let name = first.split([' ', '-', '_', '.']).next()?;
    let code = NAMES.iter().find(|(_, names)| names.contains(&name)).map(|(code, _)| *code);
    code.map_or_else(|| Language::from_code(name), Language::from_code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_known_by_code_and_name() {
        let code = |words: &str| read(words).map(|language| language.code()).unwrap_or_default();
        assert_eq!(
            ["en-GB", "eng", "Russian", "беларуская", "рус", "und"].map(code),
            ["en", "en", "ru", "be", "", ""]
        );
    }
}
