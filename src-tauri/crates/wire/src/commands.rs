//! The one command table: name, arguments, result. Handlers are dispatched from it and the TypeScript map is written from it.

use crate::dto::*;

/// Names a command with the types that cross, for dispatch and for TypeScript.
macro_rules! commands {
    ($($name:ident: $args:ty => $result:ty),* $(,)?) => {
        /// Every command the window can call.
        pub const COMMANDS: &[&str] = &[$(stringify!($name)),*];

        /// The TypeScript map from command to arguments and result, written by this crate's tests.
        #[must_use]
        pub fn typescript() -> String {
            let config = ts_rs::Config::from_env();
            let mut names = std::collections::BTreeSet::new();
            let mut rows = String::new();
            $(
                names.extend(imports(&<$args as ts_rs::TS>::name(&config)));
                names.extend(imports(&<$result as ts_rs::TS>::name(&config)));
                rows.push_str(&format!(
                    "  {}: {{ args: {}; result: {} }};\n",
                    stringify!($name),
                    <$args as ts_rs::TS>::name(&config),
                    <$result as ts_rs::TS>::name(&config),
                ));
            )*
            let mut out = String::from("// Written from the command table of crate wire. Do not edit.\n");
            for name in names {
                out.push_str(&format!("import type {{ {name} }} from \"./{name}\";\n"));
            }
            out.push_str("\nexport interface Commands {\n");
            out.push_str(&rows);
            out.push_str("}\n");
            out
        }
    };
}

/// The names of our own types in a TypeScript type.
fn imports(name: &str) -> Vec<String> {
    name.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.ends_with("Dto") || word.ends_with("Args"))
        .map(str::to_owned)
        .collect()
}

commands! {
    // the dossier
    dossier: NothingDto => Option<DossierDto>,
    overview: OverviewArgs => OverviewDto,
    dossier_new: NewDossierArgs => DossierDto,
    dossier_open: PathArgs => DossierDto,
    dossier_open_bundled_copy: NothingDto => DossierDto,
    dossier_backup: PathArgs => NothingDto,
    dossier_verify: NothingDto => VerifyDto,
    undo: NothingDto => DoneDto<Option<OperationDto>>,
    redo: NothingDto => DoneDto<Option<OperationDto>>,
    undo_state: NothingDto => UndoStateDto,
    operations: OperationsArgs => Vec<OperationDto>,
    ui_state: NothingDto => UiStateDto,
    ui_state_save: UiStateDto => NothingDto,
    // articles
    articles: ArticlesArgs => ArticlePageDto,
    article_ids: ArticlesArgs => ArticleIdsDto,
    article_facets: FacetsArgs => ArticleFacetsDto,
    article: IdArgs => ArticleDto,
    article_compare: CompareArgs => ComparisonDto,
    article_correct: CorrectFieldArgs => DoneDto<NothingDto>,
    articles_remove: IdsArgs => DoneDto<NothingDto>,
    articles_restore: IdsArgs => DoneDto<NothingDto>,
    bin_empty: NothingDto => DoneDto<EmptiedDto>,
    original_open: IdArgs => NothingDto,
    original_save: SaveOriginalArgs => NothingDto,
    cite: PassageArgs => String,
    articles_export: ExportArticlesArgs => Option<WrittenDto>,
    articles_read_again_look: ReadAgainArgs => ReadAgainDto,
    articles_read_again: ReadAgainArgs => DoneDto<ReadAgainDto>,
    passages_lost: LostPassagesArgs => Vec<LostPassageDto>,
    passage_place: PlacePassageArgs => DoneDto<NothingDto>,
    look_queue: NothingDto => Vec<LookDto>,
    look_settle: IdsArgs => DoneDto<NothingDto>,
    date_order_set: DateOrderArgs => DoneDto<RedatedDto>,
    // imports
    import_start: ImportArgs => JobDto,
    import_paste: PasteArgs => JobDto,
    import_resume: ImportIdArgs => JobDto,
    import_retry: RetryArgs => JobDto,
    job_cancel: JobDto => NothingDto,
    imports: NothingDto => Vec<ImportRowDto>,
    import_report: ImportReportArgs => ImportPageDto,
    watch: NothingDto => WatchDto,
    watch_set: WatchArgs => WatchDto,
    // outlets
    outlets: NothingDto => Vec<OutletDto>,
    outlet: IdArgs => OutletDetailDto,
    outlet_edit: EditOutletArgs => DoneDto<NothingDto>,
    outlets_merge: MergeOutletsArgs => DoneDto<NothingDto>,
    // topics
    topics: NothingDto => Vec<TopicDto>,
    topic: IdArgs => TopicDetailDto,
    topic_decide: DecideArgs => DoneDto<DecidedDto>,
    topic_clear: ClearDecisionArgs => DoneDto<DecidedDto>,
    topic_nearest: TopicOnArticleArgs => NearbyDto,
    topic_learning: IdArgs => TopicLearningDto,
    topic_threshold: ThresholdArgs => DoneDto<DecidedDto>,
    topic_missed: IdArgs => Option<MissedDto>,
    topic_missed_draw: DrawArgs => Option<MissedDto>,
    topic_missed_drop: IdArgs => NothingDto,
    review: ReviewArgs => ReviewPageDto,
    review_skip: SkipArgs => NothingDto,
    topic_add: AddTopicArgs => DoneDto<i64>,
    topic_edit: EditTopicArgs => DoneDto<NothingDto>,
    topic_move: MoveTopicArgs => DoneDto<NothingDto>,
    topic_merge_look: MergeTopicsArgs => MergedDto,
    topic_merge: MergeTopicsArgs => DoneDto<MergedDto>,
    topic_split_look: SplitLookArgs => Vec<SplitArticleDto>,
    topic_split: SplitTopicArgs => DoneDto<i64>,
    topic_remove_look: RemoveTopicArgs => RemovedTopicDto,
    topic_remove: RemoveTopicArgs => DoneDto<RemovedTopicDto>,
    topic_preview: PreviewTopicArgs => PreviewPartDto,
    topic_history: IdArgs => TopicHistoryDto,
    codebook_export_look: CodebookLossArgs => CodebookLossDto,
    codebook_export: CodebookExportArgs => CodebookWrittenDto,
    codebook_look: CodebookImportArgs => CodebookMergeDto,
    codebook_import: CodebookImportArgs => DoneDto<CodebookMergeDto>,
    // codings
    codings: CodingsArgs => CodingPageDto,
    coding_add: AddCodingArgs => DoneDto<i64>,
    coding_edit: EditCodingArgs => DoneDto<NothingDto>,
    coding_remove: IdArgs => DoneDto<NothingDto>,
    codings_export: CodingsExportArgs => CodingsWrittenDto,
    codings_look: PathArgs => CodingsTakenDto,
    codings_import: PathArgs => DoneDto<CodingsTakenDto>,
    // milestones
    register: NothingDto => RegisterDto,
    register_as_of: AsOfArgs => RegisterDto,
    register_day: AsOfArgs => RegisterDayDto,
    register_between: BetweenArgs => Vec<MilestoneChangeDto>,
    milestone: MilestoneArgs => MilestoneDetailDto,
    register_review: OnDayArgs => RegisterReviewDto,
    stall_dismiss: IdArgs => DoneDto<NothingDto>,
    stall_rule_set: StallRuleArgs => DoneDto<NothingDto>,
    register_import_look: SheetArgs => SheetLookDto,
    register_import: SheetArgs => DoneDto<SheetLookDto>,
    register_export: RegisterExportArgs => RegisterWrittenDto,
    milestone_add: AddMilestoneArgs => DoneDto<i64>,
    milestone_edit: EditMilestoneArgs => DoneDto<NothingDto>,
    milestone_field_set: MilestoneFieldArgs => DoneDto<NothingDto>,
    milestone_remove: IdArgs => DoneDto<NothingDto>,
    evidence_attach: AttachEvidenceArgs => DoneDto<i64>,
    evidence_accept: AcceptEvidenceArgs => DoneDto<NothingDto>,
    evidence_remove: IdsArgs => DoneDto<NothingDto>,
    evidence_give: GiveEvidenceArgs => DoneDto<GivenDto>,
    evidence_stance: EvidenceStanceArgs => DoneDto<NothingDto>,
    evidence_attach_all: AttachPassagesArgs => DoneDto<AttachedDto>,
    passages_around: PassagesAroundArgs => Vec<FoundPassageDto>,
    milestone_guess: PassagesArgs => GuessDto,
    proposals: ProposalsArgs => ProposalPageDto,
    proposal_accept: AcceptProposalArgs => DoneDto<ProposalDecidedDto>,
    proposal_merge: MergeProposalArgs => DoneDto<ProposalDecidedDto>,
    proposal_reject: IdArgs => DoneDto<ProposalDecidedDto>,
    proposal_skip: SkipProposalArgs => NothingDto,
    date_read: DateReadArgs => Option<String>,
    status_set: SetStatusArgs => DoneDto<i64>,
    ladder: NothingDto => LaddersDto,
    ladder_look: LadderArgs => LadderLookDto,
    ladder_set: LadderArgs => DoneDto<LadderLookDto>,
    ladder_read: PathArgs => LadderDto,
    ladder_write: PathArgs => NothingDto,
    timeline_export: TimelineExportArgs => TimelineWrittenDto,
    article_days: ArticleDaysArgs => Vec<ArticleDayDto>,
    lineage_add: LineageArgs => DoneDto<i64>,
    lineage_edit: EditLineageArgs => DoneDto<NothingDto>,
    lineage_remove: IdArgs => DoneDto<NothingDto>,
    lineage_confirm: ConfirmLineageArgs => DoneDto<NothingDto>,
    // notes
    notes: NothingDto => Vec<NoteRowDto>,
    note: IdArgs => NoteDto,
    note_add: AddNoteArgs => DoneDto<i64>,
    note_save: SaveNoteArgs => DoneDto<NothingDto>,
    note_remove: IdArgs => DoneDto<NothingDto>,
    link_targets: LinkTargetsArgs => Vec<NoteLinkDto>,
    // search
    search: SearchArgs => SearchResultDto,
    search_count: SearchArgs => SearchCountDto,
    search_index_anew: NothingDto => NothingDto,
    search_facets: SearchArgs => SearchFacetsDto,
    search_explain: ExplainArgs => ExplanationDto,
    search_context: ContextArgs => ContextDto,
    search_trend: TrendArgs => TrendDto,
    search_trend_export: TrendExportArgs => TrendWrittenDto,
    saved_searches: NothingDto => Vec<SavedSearchDto>,
    saved_search_found: IdArgs => SavedFoundDto,
    saved_search_look: IdArgs => LookedDto,
    saved_search_add: SaveSearchArgs => DoneDto<i64>,
    saved_search_edit: EditSearchArgs => DoneDto<NothingDto>,
    saved_search_remove: IdArgs => DoneDto<NothingDto>,
    // briefings
    briefings: NothingDto => Vec<BriefingRowDto>,
    briefing: IdArgs => BriefingDto,
    briefing_add: AddBriefingArgs => DoneDto<i64>,
    briefing_save: BriefingDto => DoneDto<NothingDto>,
    briefing_remove: IdArgs => DoneDto<NothingDto>,
    briefing_preview: PreviewArgs => PreviewDto,
    briefing_export: ExportArgs => ExportedDto,
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_typescript_map_is_written_from_the_table() {
        let directory =
            std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/lib/ipc/generated");
        std::fs::create_dir_all(&directory).unwrap();
        std::fs::write(directory.join("Commands.ts"), typescript()).unwrap();
        assert!(COMMANDS.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
