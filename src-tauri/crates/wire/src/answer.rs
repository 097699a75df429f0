//! Answers: unpack the arguments, call one use case, map to a DTO.

use std::path::Path;

use chancery_desk::{Desk, DeskError, Format, Progress};
use chancery_model::{
    ArticleId, BriefingId, CodingId, DatedId, LineageId, MilestoneId, NoteId, OutletId, SavedSearchId, Span,
    TopicId,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::dto::*;
use crate::map;

/// Unpacks `args`, runs `f`, and packs what it gives.
///
/// # Errors
/// `bad-arguments` where they do not fit; what `f` returns.
pub fn run<A: DeserializeOwned, T: Serialize>(
    args: &Value,
    f: impl FnOnce(A) -> Result<T, ErrorDto>,
) -> Result<Value, ErrorDto> {
    let args = A::deserialize(args).map_err(|error| ErrorDto::bad_arguments(&error.to_string()))?;
    serde_json::to_value(f(args)?).map_err(|error| ErrorDto::internal(error.to_string()))
}

/// Makes the dispatch and the list of what it answers from one table.
macro_rules! answers {
    ($($name:ident($desk:ident, $args:ident: $ty:ty) $body:block)*) => {
        /// The commands that concern the open dossier.
        pub const DESK_COMMANDS: &[&str] = &[$(stringify!($name)),*];

        /// Answers a command about the open dossier.
        ///
        /// # Errors
        /// `no-such-command`, `bad-arguments`, or what the use case returns.
        pub fn answer(desk: &Desk, command: &str, args: Value) -> Result<Value, ErrorDto> {
            match command {
                $(stringify!($name) => run(&args, |args: $ty| $name(desk, args).map_err(|error| ErrorDto::from(&error))),)*
                _ => Err(ErrorDto::no_such_command(command)),
            }
        }

        $(fn $name($desk: &Desk, $args: $ty) -> Result<impl Serialize + use<>, DeskError> $body)*
    };
}

answers! {
    dossier(desk, _args: NothingDto) { Ok(Some(map::dossier(desk)?)) }
    overview(desk, args: OverviewArgs) { map::overview(desk, &args) }
    dossier_backup(desk, args: PathArgs) { desk.backup(args.path.as_ref()).map(|()| NothingDto {}) }
    dossier_verify(desk, _args: NothingDto) { Ok(map::verify(&desk.verify()?)) }
    undo(desk, _args: NothingDto) { map::walked(desk, desk.undo()?) }
    redo(desk, _args: NothingDto) { map::walked(desk, desk.redo()?) }
    undo_state(desk, _args: NothingDto) { map::undo_state(desk) }
    operations(desk, args: OperationsArgs) { map::operations(desk, args.before, args.limit) }

    articles(desk, args: ArticlesArgs) { map::article_page(desk, &args) }
    article_ids(desk, args: ArticlesArgs) { map::article_ids(desk, &args) }
    article_facets(desk, args: FacetsArgs) { map::article_facets(desk, args.stories) }
    article(desk, args: IdArgs) { map::article(desk, ArticleId(args.id)) }
    article_compare(desk, args: CompareArgs) { map::comparison(desk, args) }
    article_correct(desk, args: CorrectFieldArgs) {
        let value = map::field_value(desk, args.value)?;
        map::done(desk, desk.correct_field(ArticleId(args.article), map::field_name(args.field), value)?, |()| NothingDto {})
    }
    articles_remove(desk, args: IdsArgs) { map::done(desk, desk.remove_articles(&map::articles(&args.ids))?, |()| NothingDto {}) }
    articles_restore(desk, args: IdsArgs) { map::done(desk, desk.restore_articles(&map::articles(&args.ids))?, |()| NothingDto {}) }
    bin_empty(desk, _args: NothingDto) { map::done(desk, desk.empty_bin()?, map::emptied) }
    original_save(desk, args: SaveOriginalArgs) {
        desk.save_original(ArticleId(args.article), args.path.as_ref()).map(|_| NothingDto {})
    }
    cite(desk, args: PassageArgs) { desk.cite(ArticleId(args.article), Span::new(args.span.start, args.span.end)) }

    articles_read_again_look(desk, args: ReadAgainArgs) { map::look_read_again(desk, &args, &mut Progress::silent()) }
    articles_read_again(desk, args: ReadAgainArgs) { map::read_again(desk, &args, &mut Progress::silent()) }
    passages_lost(desk, args: LostPassagesArgs) { map::lost_passages(desk, args) }
    passage_place(desk, args: PlacePassageArgs) { map::done(desk, map::place_passage(desk, &args)?, |()| NothingDto {}) }
    look_queue(desk, _args: NothingDto) { map::look_queue(desk) }
    look_settle(desk, args: IdsArgs) { map::done(desk, desk.settle_look(&map::articles(&args.ids))?, |()| NothingDto {}) }
    date_order_set(desk, args: DateOrderArgs) {
        let done = desk.set_date_order(OutletId(args.outlet), args.order.map(map::date_order))?;
        map::done(desk, done, |articles| RedatedDto { articles: u32::try_from(articles).unwrap_or(u32::MAX) })
    }
    imports(desk, _args: NothingDto) { map::imports(desk) }
    import_report(desk, args: ImportReportArgs) { map::import_report(desk, &args) }
    watch(desk, _args: NothingDto) { desk.watched().map(map::watched) }
    watch_set(desk, args: WatchArgs) { desk.watch(args.folder.as_deref().map(Path::new)).map(map::watched) }

    outlets(desk, _args: NothingDto) { map::outlets(desk) }
    outlet(desk, args: IdArgs) { map::outlet_detail(desk, OutletId(args.id)) }
    outlet_edit(desk, args: EditOutletArgs) {
        let id = OutletId(args.id);
        map::done(desk, desk.edit_outlet(id, &map::outlet_in(args))?, |()| NothingDto {})
    }
    outlets_merge(desk, args: MergeOutletsArgs) {
        let from: Vec<OutletId> = args.from.iter().copied().map(OutletId).collect();
        map::done(desk, desk.merge_outlets(&from, OutletId(args.into))?, |()| NothingDto {})
    }

    topics(desk, _args: NothingDto) { map::topics(desk) }
    topic(desk, args: IdArgs) { map::topic(desk, TopicId(args.id)) }
    topic_decide(desk, args: DecideArgs) { map::decide(desk, &args) }
    topic_clear(desk, args: ClearDecisionArgs) {
        let done = desk.clear_decision(&map::articles(&args.articles), TopicId(args.topic))?;
        map::done(desk, done, |effects| map::decided(args.articles.len(), effects))
    }
    topic_nearest(desk, args: TopicOnArticleArgs) { map::nearest(desk, args) }
    topic_learning(desk, args: IdArgs) { desk.topic_learning(TopicId(args.id)).map(map::topic_learning) }
    topic_threshold(desk, args: ThresholdArgs) {
        map::done(desk, desk.set_threshold(TopicId(args.topic), args.threshold)?, |effects| map::decided(0, effects))
    }
    topic_missed(desk, args: IdArgs) { desk.missed(TopicId(args.id)).map(map::missed) }
    topic_missed_draw(desk, args: DrawArgs) { desk.draw_sample(TopicId(args.topic), args.afresh).map(map::missed) }
    topic_missed_drop(desk, args: IdArgs) { desk.drop_sample(TopicId(args.id)).map(|()| NothingDto {}) }
    review(desk, args: ReviewArgs) { map::review(desk, args) }
    review_skip(desk, args: SkipArgs) {
        desk.skip_review(ArticleId(args.article), TopicId(args.topic), args.skipped).map(|()| NothingDto {})
    }
    topic_add(desk, args: AddTopicArgs) {
        let draft = map::topic_draft(args.draft)?;
        map::done(desk, desk.add_topic(&draft, args.parent.map(TopicId), args.before.map(TopicId))?, |id| id.0)
    }
    topic_edit(desk, args: EditTopicArgs) {
        let draft = map::topic_draft(args.draft)?;
        map::done(desk, desk.edit_topic(TopicId(args.topic), &draft)?, |()| NothingDto {})
    }
    topic_move(desk, args: MoveTopicArgs) {
        let (parent, before) = (args.parent.map(TopicId), args.before.map(TopicId));
        map::done(desk, desk.move_topic(TopicId(args.topic), parent, before)?, |()| NothingDto {})
    }
    topic_merge_look(desk, args: MergeTopicsArgs) {
        Ok(map::merged(desk.merge_foretold(TopicId(args.from), TopicId(args.into))?))
    }
    topic_merge(desk, args: MergeTopicsArgs) {
        map::done(desk, desk.merge_topics(TopicId(args.from), TopicId(args.into))?, map::merged)
    }
    topic_split_look(desk, args: SplitLookArgs) { map::split_look(desk, &args) }
    topic_split(desk, args: SplitTopicArgs) {
        map::done(desk, desk.split_topic(TopicId(args.topic), &map::new_part(args))?, |id| id.0)
    }
    topic_remove_look(desk, args: RemoveTopicArgs) {
        Ok(map::removed(desk.removal_foretold(TopicId(args.topic), args.into.map(TopicId))?))
    }
    topic_remove(desk, args: RemoveTopicArgs) {
        map::done(desk, desk.remove_topic(TopicId(args.topic), args.into.map(TopicId))?, map::removed)
    }
    topic_preview(desk, args: PreviewTopicArgs) { map::topic_preview(desk, args) }
    topic_history(desk, args: IdArgs) { Ok(map::topic_history(desk.topic_history(TopicId(args.id))?)) }
    codebook_export_look(desk, args: CodebookLossArgs) { map::codebook_export_look(desk, args.format) }
    codebook_export(desk, args: CodebookExportArgs) { map::codebook_export(desk, &args) }
    codebook_look(desk, args: CodebookImportArgs) { map::codebook_look(desk, &args) }
    codebook_import(desk, args: CodebookImportArgs) { map::codebook_import(desk, &args) }

    codings(desk, args: CodingsArgs) { map::coding_page(desk, args) }
    coding_add(desk, args: AddCodingArgs) {
        let span = Span::new(args.span.start, args.span.end);
        map::done(desk, desk.add_coding(ArticleId(args.article), span, TopicId(args.topic), &args.memo)?, |id| id.0)
    }
    coding_edit(desk, args: EditCodingArgs) {
        map::done(desk, desk.edit_coding(CodingId(args.id), &map::coding_change(args))?, |()| NothingDto {})
    }
    codings_export(desk, args: CodingsExportArgs) { map::codings_export(desk, &args) }
    codings_look(desk, args: PathArgs) { map::codings_look(desk, &args) }
    coding_remove(desk, args: IdArgs) { map::done(desk, desk.remove_coding(CodingId(args.id))?, |()| NothingDto {}) }

    register(desk, _args: NothingDto) { map::register(desk) }
    register_as_of(desk, args: AsOfArgs) { map::register_as_of(desk, &args) }
    register_day(desk, args: AsOfArgs) { map::register_day(desk, &args) }
    register_between(desk, args: BetweenArgs) { map::register_between(desk, &args) }
    milestone(desk, args: MilestoneArgs) { map::milestone(desk, &args) }
    register_review(desk, args: OnDayArgs) { map::register_review(desk, args.as_of.as_ref()) }
    stall_dismiss(desk, args: IdArgs) {
        map::done(desk, desk.dismiss_stall(MilestoneId(args.id))?, |()| NothingDto {})
    }
    stall_rule_set(desk, args: StallRuleArgs) {
        map::done(desk, desk.set_stall_months(args.months)?, |()| NothingDto {})
    }
    register_import_look(desk, args: SheetArgs) { map::register_import_look(desk, &args) }
    register_import(desk, args: SheetArgs) { map::register_import(desk, &args) }
    register_export(desk, args: RegisterExportArgs) { map::register_export(desk, &args) }
    milestone_add(desk, args: AddMilestoneArgs) {
        let passage = args.passage.as_ref().map(|passage| (ArticleId(passage.article), Span::new(passage.span.start, passage.span.end)));
        map::done(desk, desk.add_milestone(&map::milestone_added(desk, args)?, passage)?, |id| id.0)
    }
    milestone_edit(desk, args: EditMilestoneArgs) {
        let id = MilestoneId(args.id);
        map::done(desk, desk.edit_milestone(id, &map::milestone_edited(desk, args)?)?, |()| NothingDto {})
    }
    milestone_field_set(desk, args: MilestoneFieldArgs) {
        map::done(desk, desk.edit_milestone(MilestoneId(args.id), &map::field_set(desk, &args)?)?, |()| NothingDto {})
    }
    milestone_remove(desk, args: IdArgs) { map::done(desk, desk.remove_milestone(MilestoneId(args.id))?, |()| NothingDto {}) }
    evidence_attach(desk, args: AttachEvidenceArgs) {
        let new = map::new_evidence(&args)?;
        map::done(desk, desk.attach_evidence(&new)?, |id| id.0)
    }
    evidence_accept(desk, args: AcceptEvidenceArgs) {
        map::done(desk, desk.accept_evidence(&map::evidence_ids(&args.ids), args.accepted)?, |()| NothingDto {})
    }
    evidence_remove(desk, args: IdsArgs) {
        map::done(desk, desk.remove_evidence(&map::evidence_ids(&args.ids))?, |()| NothingDto {})
    }
    evidence_give(desk, args: GiveEvidenceArgs) { map::give_evidence(desk, &args) }
    evidence_stance(desk, args: EvidenceStanceArgs) { map::set_stance(desk, &args) }
    passages_around(desk, args: PassagesAroundArgs) { map::passages_around(desk, &args) }
    timeline_export(desk, args: TimelineExportArgs) { map::timeline_export(desk, &args) }
    article_days(desk, args: ArticleDaysArgs) { map::article_days(desk, args.as_of.as_ref()) }
    lineage_add(desk, args: LineageArgs) { map::done(desk, desk.add_lineage(&map::lineage_entry(args)?)?, |id| id.0) }
    lineage_edit(desk, args: EditLineageArgs) {
        map::done(desk, desk.edit_lineage(LineageId(args.id), &map::lineage_entry(args.link)?)?, |()| NothingDto {})
    }
    lineage_remove(desk, args: IdArgs) { map::done(desk, desk.remove_lineage(LineageId(args.id))?, |()| NothingDto {}) }
    lineage_confirm(desk, args: ConfirmLineageArgs) {
        map::done(desk, desk.confirm_lineage(LineageId(args.id), args.confirmed)?, |()| NothingDto {})
    }
    evidence_attach_all(desk, args: AttachPassagesArgs) { map::attach_passages(desk, args) }
    milestone_guess(desk, args: PassagesArgs) { map::guess(desk, &args) }
    proposals(desk, args: ProposalsArgs) { map::proposals(desk, args) }
    proposal_accept(desk, args: AcceptProposalArgs) {
        let entry = map::milestone_added(desk, args.milestone)?;
        map::done(desk, desk.accept_proposal(DatedId(args.id), &entry)?, |(id, effect)| map::proposal_decided(Some(id), effect))
    }
    proposal_merge(desk, args: MergeProposalArgs) { map::merge_proposal(desk, &args) }
    proposal_reject(desk, args: IdArgs) {
        map::done(desk, desk.reject_proposal(DatedId(args.id))?, |effect| map::proposal_decided(None, effect))
    }
    proposal_skip(desk, args: SkipProposalArgs) {
        desk.skip_proposal(DatedId(args.id), args.skipped).map(|()| NothingDto {})
    }
    date_read(desk, args: DateReadArgs) { Ok(desk.date_typed(&args.text).ok().map(|date| date.to_string())) }
    status_set(desk, args: SetStatusArgs) {
        let entry = map::status_entry(desk, &args)?;
        map::done(desk, desk.set_status(MilestoneId(args.milestone), &entry)?, |id| id.0)
    }
    ladder(desk, _args: NothingDto) { map::ladders(desk) }
    ladder_look(desk, args: LadderArgs) { map::ladder_look(desk, args) }
    ladder_set(desk, args: LadderArgs) { map::ladder_set(desk, args) }
    ladder_read(_desk, args: PathArgs) { map::ladder_read(args.path.as_ref()) }
    ladder_write(desk, args: PathArgs) { map::ladder_write(desk, args.path.as_ref()) }

    notes(desk, _args: NothingDto) { map::notes(desk) }
    note(desk, args: IdArgs) { map::note(desk, NoteId(args.id)) }
    note_add(desk, args: AddNoteArgs) {
        let about = args.about.map(map::note_target);
        map::done(desk, desk.add_note(&args.title, &args.markdown, about)?, |id| id.0)
    }
    note_save(desk, args: SaveNoteArgs) {
        map::done(desk, desk.save_note(NoteId(args.id), &args.title, &args.markdown)?, |()| NothingDto {})
    }
    note_remove(desk, args: IdArgs) { map::done(desk, desk.remove_note(NoteId(args.id))?, |()| NothingDto {}) }
    link_targets(desk, args: LinkTargetsArgs) { map::link_targets(desk, &args.typed) }

    search(desk, args: SearchArgs) { map::search(desk, &args) }
    search_facets(desk, args: SearchArgs) { map::search_facets(desk, &args) }
    search_count(desk, args: SearchArgs) { map::search_count(desk, &args) }
    search_index_anew(desk, _args: NothingDto) { desk.make_search_index_anew().map(|()| NothingDto {}) }
    search_explain(desk, args: ExplainArgs) { map::explain(desk, &args) }
    search_context(desk, args: ContextArgs) { map::concordance(desk, &args) }
    search_trend(desk, args: TrendArgs) { map::trend(desk, &args) }
    search_trend_export(desk, args: TrendExportArgs) { map::trend_export(desk, &args) }
    saved_searches(desk, _args: NothingDto) { map::saved_searches(desk) }
    saved_search_found(desk, args: IdArgs) { map::saved_found(desk, args.id) }
    saved_search_look(desk, args: IdArgs) {
        Ok(LookedDto { seen: desk.look_at_saved_search(SavedSearchId(args.id))?.0 })
    }
    saved_search_add(desk, args: SaveSearchArgs) {
        map::done(desk, desk.save_search(&args.name, map::asked(args.asked))?, |id| id.0)
    }
    saved_search_edit(desk, args: EditSearchArgs) {
        let id = SavedSearchId(args.id);
        map::done(desk, desk.edit_search(id, &args.name, map::asked(args.asked))?, |()| NothingDto {})
    }
    saved_search_remove(desk, args: IdArgs) {
        map::done(desk, desk.remove_search(SavedSearchId(args.id))?, |()| NothingDto {})
    }

    briefings(desk, _args: NothingDto) { map::briefings(desk) }
    briefing(desk, args: IdArgs) { map::briefing(desk, BriefingId(args.id)) }
    briefing_add(desk, args: AddBriefingArgs) { map::done(desk, desk.add_briefing(&args.title)?, |id| id.0) }
    briefing_save(desk, args: BriefingDto) {
        let id = BriefingId(args.id);
        let draft = map::draft(args)?;
        map::done(desk, desk.save_briefing(id, &draft)?, |()| NothingDto {})
    }
    briefing_remove(desk, args: IdArgs) { map::done(desk, desk.remove_briefing(BriefingId(args.id))?, |()| NothingDto {}) }
    briefing_preview(desk, args: PreviewArgs) {
        let range = args.from as usize..args.from.saturating_add(args.count) as usize;
        Ok(map::preview(args.from, desk.preview_briefing(BriefingId(args.id), map::as_of(args.as_of.as_ref())?, range)?))
    }
    briefing_export(desk, args: ExportArgs) {
        let format = match args.format {
            ExportFormatDto::Pdf => Format::Pdf,
            ExportFormatDto::Docx => Format::Docx,
            ExportFormatDto::Html => Format::Html,
            ExportFormatDto::Md => Format::Markdown,
        };
        Ok(map::exported(&desk.export_briefing(BriefingId(args.id), map::as_of(args.as_of.as_ref())?, format, args.path.as_ref())?))
    }
}
