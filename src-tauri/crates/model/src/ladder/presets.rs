//! The ladders that come with Chancery.

use super::{Ladder, Step};
use crate::{InLanguages, Status};

/// Presets as they are written down: id, mark, sense, words in three languages.
type Written = (&'static str, &'static str, Status, [&'static str; 3]);

const USUAL: [&str; 3] = ["Peace Accords Matrix", "Матрица мирных соглашений", "Матрыца мірных пагадненняў"];

const SENSES: &[Written] = &[
    ("not-begun", "0", Status::NotBegun, ["not begun", "не начато", "не пачата"]),
    ("begun", "1", Status::Begun, ["begun", "начато", "пачата"]),
    ("partly", "2", Status::Partly, ["partly", "частично", "часткова"]),
    ("done", "3", Status::Done, ["done", "выполнено", "выканана"]),
    ("on-hold", "–", Status::OnHold, ["on hold", "приостановлено", "прыпынена"]),
    ("withdrawn", "×", Status::Withdrawn, ["withdrawn", "отозвано", "адклікана"]),
];

/// The statuses of files in the European Parliament's Legislative Train Schedule (europarl.europa.eu/legislative-train).
const TRAIN: &[Written] = &[
    ("initiative", "I", Status::NotBegun, ["initiative", "инициатива", "ініцыятыва"]),
    ("announced", "A", Status::NotBegun, ["announced", "объявлено", "абвешчана"]),
    ("tabled", "T", Status::Begun, ["tabled", "внесено", "унесена"]),
    ("close", "C", Status::Partly, ["close to adoption", "близко к принятию", "блізка да прыняцця"]),
    ("adopted", "✓", Status::Done, ["adopted / completed", "принято / завершено", "прынята / завершана"]),
    ("blocked", "–", Status::OnHold, ["blocked", "заблокировано", "заблакавана"]),
    ("withdrawn", "×", Status::Withdrawn, ["withdrawn", "отозвано", "адклікана"]),
];

/// The six ratings of PolitiFact's meters of promises.
const METER: &[Written] = &[
    ("unrated", "0", Status::NotBegun, ["not yet rated", "ещё не оценено", "яшчэ не ацэнена"]),
    ("in-the-works", "1", Status::Begun, ["in the works", "в работе", "у працы"]),
    ("stalled", "–", Status::OnHold, ["stalled", "застопорилось", "спынілася"]),
    ("compromise", "½", Status::Partly, ["compromise", "компромисс", "кампраміс"]),
    ("kept", "✓", Status::Done, ["promise kept", "обещание выполнено", "абяцанне выканана"]),
    ("broken", "×", Status::Withdrawn, ["promise broken", "обещание нарушено", "абяцанне парушана"]),
];

const PRESETS: &[(&str, [&str; 3], &[Written])] = &[
    ("peace-accords-matrix", USUAL, SENSES),
    ("eu-train", ["EU Legislative Train", "Законодательный поезд ЕС", "Заканадаўчы цягнік ЕС"], TRAIN),
    ("promise-meter", ["Promise meter", "Счётчик обещаний", "Лічыльнік абяцанняў"], METER),
];

/// The ladder of the senses.
pub(super) fn usual() -> Ladder {
    written(USUAL, SENSES)
}

/// All of them by their ids, the usual one first.
pub(super) fn all() -> Vec<(&'static str, Ladder)> {
    PRESETS.iter().map(|(id, name, steps)| (*id, written(*name, steps))).collect()
}

fn written(name: [&str; 3], steps: &[Written]) -> Ladder {
    let step = |&(id, mark, sense, words): &Written| Step {
        id: id.to_owned(),
        words: in_languages(words),
        mark: mark.to_owned(),
        sense,
    };
    Ladder { name: in_languages(name), steps: steps.iter().map(step).collect() }
}

fn in_languages([en, ru, be]: [&str; 3]) -> InLanguages {
    InLanguages { en: en.to_owned(), ru: Some(ru.to_owned()), be: Some(be.to_owned()) }
}
