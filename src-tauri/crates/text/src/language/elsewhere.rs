//! Languages that our table does not have, by whatlang's trigrams.

use chancery_model::{Confidence, Language};
use whatlang::{Lang, Script};

use super::evidence;

/// The language of a text that none of the table's languages fits; from how many letters on whatlang is believed depends on how many
/// languages share the script.
pub(super) fn read(text: &str, letters: usize) -> Option<(Language, Confidence)> {
    // The script alone is told in a tenth of the time of the trigrams.
    let script = whatlang::detect_script(text)?;
    let (enough, sure) = match script {
        Script::Cyrillic => return None,
        Script::Latin => (300, Confidence::Medium),
        _ => (12, Confidence::High),
    };
    if letters < enough {
        return None;
    }
    let info = whatlang::detect(text)?;
    let language = from_whatlang(info.lang())?;
    let is_ours = script == Script::Latin && evidence::Script::Latin.table().languages.contains(&language);
    (info.is_reliable() && !is_ours).then_some((language, sure))
}

/// whatlang's language as ours; languages without a two-letter code do not occur in it.
fn from_whatlang(lang: Lang) -> Option<Language> {
    let two = match lang.code() {
        "eng" => "en",
        "rus" => "ru",
        "bel" => "be",
        "ukr" => "uk",
        "epo" => "eo",
        "cmn" => "zh",
        "spa" => "es",
        "por" => "pt",
        "ita" => "it",
        "ben" => "bn",
        "fra" => "fr",
        "deu" => "de",
        "kat" => "ka",
        "ara" => "ar",
        "hin" => "hi",
        "jpn" => "ja",
        "heb" => "he",
        "yid" => "yi",
        "pol" => "pl",
        "amh" => "am",
        "jav" => "jv",
        "kor" => "ko",
        "nob" => "nb",
        "dan" => "da",
        "swe" => "sv",
        "fin" => "fi",
        "tur" => "tr",
        "nld" => "nl",
        "hun" => "hu",
        "ces" => "cs",
        "ell" => "el",
        "bul" => "bg",
        "mar" => "mr",
        "kan" => "kn",
        "ron" => "ro",
        "slv" => "sl",
        "hrv" => "hr",
        "srp" => "sr",
        "mkd" => "mk",
        "lit" => "lt",
        "lav" => "lv",
        "est" => "et",
        "tam" => "ta",
        "vie" => "vi",
        "urd" => "ur",
        "tha" => "th",
        "guj" => "gu",
        "uzb" => "uz",
        "pan" => "pa",
        "aze" => "az",
        "ind" => "id",
        "tel" => "te",
        "pes" => "fa",
        "mal" => "ml",
        "ori" => "or",
        "mya" => "my",
        "nep" => "ne",
        "sin" => "si",
        "khm" => "km",
        "tuk" => "tk",
        "aka" => "ak",
        "zul" => "zu",
        "sna" => "sn",
        "afr" => "af",
        "lat" => "la",
        "slk" => "sk",
        "cat" => "ca",
        "tgl" => "tl",
        "hye" => "hy",
        "cym" => "cy",
        _ => return None,
    };
    Language::from_code(two)
}
