//! Outlets.

use chancery_desk::stored::{Grade, Outlet, OutletKind, OutletRow};
use chancery_desk::{Because, Desk, DeskError, Hint, HintedField};
use chancery_model::OutletId;

use super::count;
use crate::dto::*;

pub(crate) fn outlets(desk: &Desk) -> Result<Vec<OutletDto>, DeskError> {
    Ok(desk.read(|reader| reader.outlets())?.into_iter().map(outlet).collect())
}

pub(crate) fn outlet_detail(desk: &Desk, id: OutletId) -> Result<OutletDetailDto, DeskError> {
    let (row, hints) = desk.outlet(id)?;
    Ok(OutletDetailDto { outlet: outlet(row), hints: hints.into_iter().map(hint).collect() })
}

fn outlet(row: OutletRow) -> OutletDto {
    let Outlet { name, domain, country, kind, grade: given } = row.outlet;
    OutletDto {
        id: row.id.0,
        name,
        names: row.names,
        domain,
        country,
        kind: kind.map(kind_out),
        grade: given.map(grade),
        articles: count(row.articles),
        stories: count(row.stories),
        first: row.first.map(|day| day.to_string()),
        last: row.last.map(|day| day.to_string()),
    }
}

/// The outlet of an article, where it has one.
pub(super) fn of_article(desk: &Desk, id: Option<OutletId>) -> Result<Option<ArticleOutletDto>, DeskError> {
    let Some(id) = id else { return Ok(None) };
    let known = desk.read(|reader| reader.known_of_outlet(id))?;
    Ok(known.map(|known| ArticleOutletDto {
        id: id.0,
        name: known.name,
        country: known.country,
        kind: known.kind.map(kind_out),
        grade: known.grade.map(grade),
    }))
}

fn hint(hint: Hint) -> OutletHintDto {
    OutletHintDto {
        field: match hint.field {
            HintedField::Domain => HintedFieldDto::Domain,
            HintedField::Country => HintedFieldDto::Country,
            HintedField::Kind => HintedFieldDto::Kind,
        },
        value: hint.value,
        because: match hint.because {
            Because::Name => HintBecauseDto::Name,
            Because::Domain => HintBecauseDto::Domain,
            Because::Ending => HintBecauseDto::Ending,
            Because::Addresses => HintBecauseDto::Addresses,
        },
        words: hint.words,
    }
}

pub(crate) fn outlet_in(args: EditOutletArgs) -> Outlet {
    Outlet {
        name: args.name,
        domain: args.domain,
        country: args.country,
        kind: args.kind.map(kind_in),
        grade: args.grade.map(grade_in),
    }
}

pub(crate) fn grade(grade: Grade) -> GradeDto {
    match grade {
        Grade::A => GradeDto::A,
        Grade::B => GradeDto::B,
        Grade::C => GradeDto::C,
        Grade::D => GradeDto::D,
        Grade::E => GradeDto::E,
        Grade::F => GradeDto::F,
    }
}

fn grade_in(grade: GradeDto) -> Grade {
    match grade {
        GradeDto::A => Grade::A,
        GradeDto::B => Grade::B,
        GradeDto::C => Grade::C,
        GradeDto::D => Grade::D,
        GradeDto::E => Grade::E,
        GradeDto::F => Grade::F,
    }
}

fn kind_out(kind: OutletKind) -> OutletKindDto {
    match kind {
        OutletKind::StateAgency => OutletKindDto::StateAgency,
        OutletKind::StateMedia => OutletKindDto::StateMedia,
        OutletKind::Government => OutletKindDto::Government,
        OutletKind::Interstate => OutletKindDto::Interstate,
        OutletKind::PrivateAgency => OutletKindDto::PrivateAgency,
        OutletKind::Private => OutletKindDto::Private,
        OutletKind::Public => OutletKindDto::Public,
        OutletKind::ThinkTank => OutletKindDto::ThinkTank,
        OutletKind::Organisation => OutletKindDto::Organisation,
        OutletKind::Personal => OutletKindDto::Personal,
    }
}

fn kind_in(kind: OutletKindDto) -> OutletKind {
    match kind {
        OutletKindDto::StateAgency => OutletKind::StateAgency,
        OutletKindDto::StateMedia => OutletKind::StateMedia,
        OutletKindDto::Government => OutletKind::Government,
        OutletKindDto::Interstate => OutletKind::Interstate,
        OutletKindDto::PrivateAgency => OutletKind::PrivateAgency,
        OutletKindDto::Private => OutletKind::Private,
        OutletKindDto::Public => OutletKind::Public,
        OutletKindDto::ThinkTank => OutletKind::ThinkTank,
        OutletKindDto::Organisation => OutletKind::Organisation,
        OutletKindDto::Personal => OutletKind::Personal,
    }
}
