//! Writes `letters.bin`: how likely a letter is after the one, two or three before it, for each language of a script.
//!
//! `make-letters VENDOR OUT`, where `VENDOR` holds the unpacked model crates.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::Path;

use fst::Streamer as _;

type Model = BTreeMap<Vec<char>, f64>;

struct Script {
    /// Code and the name of the model.
    languages: &'static [(&'static str, &'static str)],
    /// The longest run of letters kept.
    longest: usize,
    /// How many of the commonest runs of three and more letters each language brings in; what one brings is kept for all.
    each: [usize; 2],
}

const CYRILLIC: Script = Script { languages: CYRILLIC_LANGUAGES, longest: 4, each: [4000, 6000] };
const LATIN: Script = Script { languages: LATIN_LANGUAGES, longest: 3, each: [1500, 0] };

const CYRILLIC_LANGUAGES: &[(&str, &str)] = &[
    ("ru", "russian"),
    ("be", "belarusian"),
    ("uk", "ukrainian"),
    ("bg", "bulgarian"),
    ("mk", "macedonian"),
    ("sr", "serbian"),
    ("kk", "kazakh"),
    ("mn", "mongolian"),
];

const LATIN_LANGUAGES: &[(&str, &str)] = &[
    ("en", "english"),
    ("de", "german"),
    ("fr", "french"),
    ("pl", "polish"),
    ("lt", "lithuanian"),
    ("lv", "latvian"),
    ("et", "estonian"),
    ("fi", "finnish"),
    ("sv", "swedish"),
    ("da", "danish"),
    ("nb", "bokmal"),
    ("nl", "dutch"),
    ("es", "spanish"),
    ("pt", "portuguese"),
    ("it", "italian"),
    ("ro", "romanian"),
    ("cs", "czech"),
    ("sk", "slovak"),
    ("hu", "hungarian"),
    ("tr", "turkish"),
    ("hr", "croatian"),
    ("sl", "slovene"),
    ("sq", "albanian"),
    ("az", "azerbaijani"),
    ("eo", "esperanto"),
];

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [vendor, out] = arguments.as_slice() else { return Err("make-letters VENDOR OUT".into()) };
    let mut bytes = Vec::new();
    for script in [&CYRILLIC, &LATIN] {
        write(script, Path::new(vendor), &mut bytes)?;
    }
    fs::write(out, &bytes)?;
    println!("{} bytes", bytes.len());
    Ok(())
}

/// Languages, letters, then for each length the keys in order and a row of them for each language.
fn write(script: &Script, vendor: &Path, out: &mut Vec<u8>) -> Result<(), Box<dyn Error>> {
    let models: Vec<Model> = script
        .languages
        .iter()
        .map(|(_, name)| read(vendor, name, script.longest))
        .collect::<Result<_, _>>()?;
    out.push(u8::try_from(script.languages.len())?);
    script.languages.iter().for_each(|(code, _)| out.extend(code.bytes()));
    // What stands in foreign names only is no letter of these languages: one in thirty thousand.
    let common = |model: &Model| {
        model
            .iter()
            .filter(|(run, p)| run.len() == 1 && **p > -10.3)
            .map(|(run, _)| run[0])
            .collect::<Vec<_>>()
    };
    let letters: Vec<char> = models.iter().flat_map(common).collect::<BTreeSet<_>>().into_iter().collect();
    let written: String = letters.iter().collect();
    out.extend(u16::try_from(written.len())?.to_le_bytes());
    out.extend(written.bytes());
    out.push(u8::try_from(script.longest)?);
    for length in 1..=script.longest {
        let mut keys: BTreeSet<Vec<usize>> = BTreeSet::new();
        for model in &models {
            let mut runs: Vec<(&Vec<char>, f64)> =
                model.keys().filter(|run| run.len() == length).map(|run| (run, joint(model, run))).collect();
            runs.sort_by(|a, b| b.1.total_cmp(&a.1));
            let each = if length < 3 { usize::MAX } else { script.each[length - 3] };
            keys.extend(runs.iter().take(each).filter_map(|(run, _)| key(run, &letters)));
        }
        out.extend(u32::try_from(keys.len())?.to_le_bytes());
        keys.iter().flatten().for_each(|&letter| out.push(letter as u8));
        for model in &models {
            for key in &keys {
                let run: Vec<char> = key.iter().map(|&letter| letters[letter]).collect();
                out.push(model.get(&run).map_or(0, |p| (-p * 4.0).round().min(62.0) as u8 + 1));
            }
        }
        println!("{} languages, {length} letters: {} runs", models.len(), keys.len());
    }
    Ok(())
}

fn key(run: &[char], letters: &[char]) -> Option<Vec<usize>> {
    run.iter().map(|letter| letters.binary_search(letter).ok()).collect()
}

/// How common a run is: the models give each letter after those before it.
fn joint(model: &Model, run: &[char]) -> f64 {
    (1..=run.len()).map(|end| model.get(&run[..end]).copied().unwrap_or(-12.0)).sum()
}

fn read(vendor: &Path, name: &str, longest: usize) -> Result<Model, Box<dyn Error>> {
    let file = vendor.join(format!("lingua-{name}-language-model/models/ngrams.fst"));
    let map = fst::Map::new(fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?)?;
    let mut model = Model::new();
    let mut stream = map.stream();
    while let Some((run, bits)) = stream.next() {
        let run: Vec<char> = std::str::from_utf8(run)?.chars().collect();
        if run.len() <= longest {
            model.insert(run, f64::from_bits(bits));
        }
    }
    Ok(model)
}
