//! Kinds, steps of the ladder and roles as people write them into a spreadsheet, in English, Russian and Belarusian.

use chancery_model::{MilestoneKind, Role, Status};

use super::fields::plain;

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

pub(super) fn status(cell: &str) -> Option<Status> {
    Status::from_id(cell.trim()).or_else(|| known(STATUSES, cell))
}

pub(super) fn status_in_words(status: Status) -> &'static str {
    in_words(STATUSES, status)
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
        assert!(Status::ALL.iter().all(|value| status(status_in_words(*value)) == Some(*value)));
        assert!(Role::ALL.iter().all(|value| role(role_in_words(*value)) == Some(*value)));
        assert_eq!(status("Выполнено."), Some(Status::Done));
        assert_eq!(status("На паузе"), Some(Status::OnHold));
        assert_eq!((kind("Дарожная карта"), kind("no such")), (Some(MilestoneKind::Roadmap), None));
    }
}
