//! Briefings, their blocks and pages.

use chancery_desk::{Desk, DeskError, Exported, Pages};
use chancery_model::{Block, BriefingDraft, BriefingId, EvidenceId, MilestoneId, NoteId, SavedSearchId, Tlp};

use super::count;
use crate::dto::*;

pub(crate) fn briefings(desk: &Desk) -> Result<Vec<BriefingRowDto>, DeskError> {
    let rows = desk.read(|reader| reader.briefings())?;
    Ok(rows
        .into_iter()
        .map(|row| BriefingRowDto {
            id: row.id.0,
            title: row.title,
            tlp: row.tlp.id().to_owned(),
            edited_at: row.edited_at.0,
        })
        .collect())
}

pub(crate) fn briefing(desk: &Desk, id: BriefingId) -> Result<BriefingDto, DeskError> {
    let (_, draft) = desk.read(|reader| reader.briefing(id))?;
    Ok(BriefingDto {
        id: id.0,
        title: draft.title,
        tlp: draft.tlp.id().to_owned(),
        audience: draft.audience,
        date: draft.date,
        blocks: draft.blocks.into_iter().map(block_out).collect(),
    })
}

fn block_out(block: Block) -> BlockDto {
    let milestones = |ids: Vec<MilestoneId>| ids.into_iter().map(|id| id.0).collect();
    match block {
        Block::Heading(text) => BlockDto::Heading { text },
        Block::Text(markdown) => BlockDto::Text { markdown },
        Block::KeyPoints(ids) => BlockDto::KeyPoints { milestones: milestones(ids) },
        Block::Timeline(ids) => BlockDto::Timeline { milestones: milestones(ids) },
        Block::Register(ids) => BlockDto::Register { milestones: milestones(ids) },
        Block::Quotations(ids) => BlockDto::Quotations { evidence: ids.into_iter().map(|id| id.0).collect() },
        Block::Found(search, most) => BlockDto::Found { search: search.0, most },
        Block::Note(id) => BlockDto::Note { note: id.0 },
        Block::Sources => BlockDto::Sources,
    }
}

fn block_in(block: BlockDto) -> Block {
    let milestones = |ids: Vec<i64>| ids.into_iter().map(MilestoneId).collect();
    match block {
        BlockDto::Heading { text } => Block::Heading(text),
        BlockDto::Text { markdown } => Block::Text(markdown),
        BlockDto::KeyPoints { milestones: ids } => Block::KeyPoints(milestones(ids)),
        BlockDto::Timeline { milestones: ids } => Block::Timeline(milestones(ids)),
        BlockDto::Register { milestones: ids } => Block::Register(milestones(ids)),
        BlockDto::Quotations { evidence } => {
            Block::Quotations(evidence.into_iter().map(EvidenceId).collect())
        }
        BlockDto::Found { search, most } => Block::Found(SavedSearchId(search), most),
        BlockDto::Note { note } => Block::Note(NoteId(note)),
        BlockDto::Sources => Block::Sources,
    }
}

pub(crate) fn draft(dto: BriefingDto) -> Result<BriefingDraft, DeskError> {
    Ok(BriefingDraft {
        tlp: Tlp::from_id(&dto.tlp).ok_or(DeskError::NoSuchWord { what: "tlp", word: dto.tlp })?,
        title: dto.title,
        audience: dto.audience,
        date: dto.date.filter(|date| !date.trim().is_empty()),
        blocks: dto.blocks.into_iter().map(block_in).collect(),
    })
}

pub(crate) fn preview(from: u32, pages: Pages) -> PreviewDto {
    PreviewDto { pages: count(pages.count), from, svgs: pages.svgs.into_iter().map(|(_, svg)| svg).collect() }
}

pub(crate) fn exported(exported: &Exported) -> ExportedDto {
    ExportedDto { path: exported.path.display().to_string(), bytes: count(exported.bytes) }
}
