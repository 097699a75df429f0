//! Kinds, steps of the ladder and roles as people write them into a spreadsheet, in English, Russian and Belarusian.

use chancery_model::{Ladder, LineageKind, MilestoneKind, Role, Status};

use super::fields::plain;
use crate::ladder::Reached;

/// The first of each is what is written out.
const KINDS: &[(MilestoneKind, &[&str])] = &[
    (MilestoneKind::Treaty, &["Treaty", "agreement", "договор", "соглашение", "дагавор", "пагадненне"]),
    (
        MilestoneKind::Decision,
        &["Decision", "decree", "решение", "декрет", "постановление", "рашэнне", "дэкрэт", "пастанова"],
    ),
    (
        MilestoneKind::WorkingGroup,
        &["Working group", "group", "рабочая группа", "рабочая група", "працоўная група"],
    ),
    (
        MilestoneKind::Roadmap,
        &[
            "Roadmap",
            "road map",
            "roadmap or programme",
            "programme",
            "program",
            "дорожная карта",
            "программа",
            "дарожная карта",
            "дарожная мапа",
            "праграма",
        ],
    ),
    (MilestoneKind::Negotiation, &["Negotiation", "negotiations", "talks", "переговоры", "перамовы"]),
    (MilestoneKind::Deadline, &["Deadline", "срок", "дедлайн", "тэрмін", "дэдлайн"]),
    (
        MilestoneKind::Statement,
        &["Statement", "statement of position", "position", "заявление", "позиция", "заява", "пазіцыя"],
    ),
    (
        MilestoneKind::Implementation,
        &["Implementation", "исполнение", "реализация", "выполнение", "выкананне", "рэалізацыя"],
    ),
    (
        MilestoneKind::ExternalEvent,
        &["External event", "event", "внешнее событие", "событие", "знешняя падзея", "падзея"],
    ),
];

const STATUSES: &[(Status, &[&str])] = &[
    (
        Status::NotBegun,
        &["Not begun", "not started", "planned", "0", "не начато", "не начата", "не распачата", "не пачата"],
    ),
    (
        Status::Begun,
        &[
            "Begun",
            "started",
            "in progress",
            "minimum",
            "1",
            "начато",
            "в работе",
            "начата",
            "распачата",
            "пачата",
            "у працы",
        ],
    ),
    (
        Status::Partly,
        &[
            "Partly",
            "partly done",
            "partial",
            "intermediate",
            "2",
            "частично",
            "выполнено частично",
            "часткова",
        ],
    ),
    (
        Status::Done,
        &[
            "Done",
            "completed",
            "complete",
            "implemented",
            "full",
            "3",
            "выполнено",
            "исполнено",
            "завершено",
            "сделано",
            "выканана",
            "завершана",
            "зроблена",
        ],
    ),
    (
        Status::OnHold,
        &[
            "On hold",
            "stalled",
            "paused",
            "приостановлено",
            "отложено",
            "на паузе",
            "прыпынена",
            "адкладзена",
        ],
    ),
    (
        Status::Withdrawn,
        &[
            "Withdrawn",
            "cancelled",
            "canceled",
            "отозвано",
            "отменено",
            "снято",
            "адклікана",
            "адменена",
            "знята",
        ],
    ),
];

const ROLES: &[(Role, &[&str])] = &[
    (Role::Promised, &["Promised", "обещал", "пообещал", "обязался", "абяцаў", "абавязаўся"]),
    (Role::Decided, &["Decided", "решил", "вырашыў"]),
    (Role::Claimed, &["Claimed", "said", "утверждал", "заявил", "сцвярджаў", "заявіў"]),
    (Role::Agreed, &["Agreed", "согласовал", "договорился", "узгадніў", "дамовіўся"]),
    (Role::Announced, &["Announced", "объявил", "сообщил", "абвясціў", "паведаміў"]),
];

pub(super) fn kind(cell: &str) -> Option<MilestoneKind> {
    MilestoneKind::from_id(cell.trim()).or_else(|| known(KINDS, cell))
}

pub(super) fn kind_in_words(kind: MilestoneKind) -> &'static str {
    in_words(KINDS, kind)
}

/// A step of the ladder by what it calls it, or else by what a status is usually called: then the least such step.
pub(super) fn step(ladder: &Ladder, cell: &str) -> Option<Reached> {
    let own = (!ladder.is_default()).then(|| ladder.named(cell)).flatten();
    let usual = || ladder.of_sense(Status::from_id(cell.trim()).or_else(|| known(STATUSES, cell))?);
    Some(Reached::on(ladder, own.or_else(usual)?))
}

pub(super) fn step_in_words(ladder: &Ladder, status: Status, step: Option<&str>) -> String {
    match step.and_then(|step| ladder.step(step)) {
        Some(step) => step.words.en.clone(),
        None => in_words(STATUSES, status).to_owned(),
    }
}

pub(super) fn link_in_words(kind: LineageKind) -> &'static str {
    match kind {
        LineageKind::Became => "became",
        LineageKind::SplitInto => "split into",
        LineageKind::MergedInto => "merged into",
        LineageKind::Renamed => "renamed",
        LineageKind::SupersededBy => "superseded by",
        LineageKind::Withdrawn => "withdrawn by",
    }
}

pub(super) fn role(cell: &str) -> Option<Role> {
    Role::from_id(cell.trim()).or_else(|| known(ROLES, cell))
}

pub(super) fn role_in_words(role: Role) -> &'static str {
    in_words(ROLES, role)
}

fn known<T: Copy>(words: &[(T, &[&str])], cell: &str) -> Option<T> {
    let cell = plain(cell);
    words.iter().find(|(_, words)| words.iter().any(|word| plain(word) == cell)).map(|(value, _)| *value)
}

fn in_words<T: Copy + PartialEq>(words: &[(T, &[&'static str])], value: T) -> &'static str {
    words
        .iter()
        .find(|(one, _)| *one == value)
        .and_then(|(_, words)| words.first().copied())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_words_and_what_is_written_is_read_again() {
        for value in MilestoneKind::ALL {
            assert_eq!(kind(kind_in_words(*value)), Some(*value));
            assert_eq!(kind(value.id()), Some(*value));
        }
        let usual = Ladder::default();
        let status = |cell: &str| step(&usual, cell).map(|reached| reached.status);
        assert!(Status::ALL.iter().all(|value| status(&step_in_words(&usual, *value, None)) == Some(*value)));
        assert!(Role::ALL.iter().all(|value| role(role_in_words(*value)) == Some(*value)));
        assert_eq!(status("Выполнено."), Some(Status::Done));
        assert_eq!(status("На паузе"), Some(Status::OnHold));
        for (_, ladder) in Ladder::presets() {
            for one in &ladder.steps {
                let reached = Reached::on(&ladder, one);
                let cell = step_in_words(&ladder, one.sense, reached.step.as_deref());
                assert_eq!(step(&ladder, &cell), Some(reached), "{cell}");
            }
        }
        let meter = Ladder::presets().remove(2).1;
        assert_eq!(step(&meter, "implemented").and_then(|reached| reached.step).as_deref(), Some("kept"));
        assert_eq!((kind("Дарожная карта"), kind("no such")), (Some(MilestoneKind::Roadmap), None));
    }
}
