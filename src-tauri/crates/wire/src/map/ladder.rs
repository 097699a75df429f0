//! Status ladders.

use std::path::Path;

use chancery_desk::{Desk, DeskError, LadderLook, read_ladder, write_ladder};
use chancery_model::{InLanguages, Ladder, Status, Step};

use super::milestones::word;
use super::topics::labels;
use crate::dto::*;

pub(crate) fn ladders(desk: &Desk) -> Result<LaddersDto, DeskError> {
    let presets = Ladder::presets().into_iter().map(|(_, ladder)| self::ladder(ladder));
    Ok(LaddersDto { current: ladder(desk.ladder()?), presets: presets.collect() })
}

pub(crate) fn ladder_look(desk: &Desk, args: LadderArgs) -> Result<LadderLookDto, DeskError> {
    let (draft, moves) = (drafted(args.name, args.steps)?, args.moves);
    desk.ladder_look(draft, &moves).map(looked)
}

pub(crate) fn ladder_set(desk: &Desk, args: LadderArgs) -> Result<DoneDto<LadderLookDto>, DeskError> {
    let (draft, moves) = (drafted(args.name, args.steps)?, args.moves);
    super::done(desk, desk.set_ladder(draft, &moves)?, looked)
}

pub(crate) fn ladder_read(path: &Path) -> Result<LadderDto, DeskError> {
    read_ladder(path).map(ladder)
}

pub(crate) fn ladder_write(desk: &Desk, path: &Path) -> Result<NothingDto, DeskError> {
    write_ladder(&desk.ladder()?, path).map(|()| NothingDto {})
}

fn looked(look: LadderLook) -> LadderLookDto {
    let moves = look.moves.into_iter().map(|one| StepMoveDto {
        from: step(one.from),
        changes: one.changes,
        milestones: one.milestones,
        to: one.to,
        differs: one.differs,
    });
    LadderLookDto { moves: moves.collect(), ladder: ladder(look.ladder) }
}

fn ladder(ladder: Ladder) -> LadderDto {
    let preset = Ladder::presets().into_iter().find(|(_, preset)| *preset == ladder);
    LadderDto {
        name: labels(ladder.name),
        steps: ladder.steps.into_iter().map(step).collect(),
        preset: preset.map(|(id, _)| id.to_owned()),
    }
}

fn step(step: Step) -> StepDto {
    StepDto { id: step.id, words: labels(step.words), mark: step.mark, sense: step.sense.id().to_owned() }
}

fn drafted(name: LabelsDto, steps: Vec<StepDto>) -> Result<Ladder, DeskError> {
    let words = |words: LabelsDto| InLanguages { en: words.en, ru: words.ru, be: words.be };
    let step = |step: StepDto| {
        Ok(Step {
            id: step.id,
            words: words(step.words),
            mark: step.mark,
            sense: word("sense", &step.sense, Status::from_id)?,
        })
    };
    Ok(Ladder { name: words(name), steps: steps.into_iter().map(step).collect::<Result<_, DeskError>>()? })
}
