// Proposals in words: cues, what a date was counted from, what a decision did.
import { count, edtfInWords, percent, t, tryT } from '$lib/i18n';
import { publishedInWords } from '$lib/inferred';
import type { CueDto } from '$lib/ipc/generated/CueDto';
import type { ProposalDecidedDto } from '$lib/ipc/generated/ProposalDecidedDto';
import type { ProposedPassageDto } from '$lib/ipc/generated/ProposedPassageDto';

export const cueInWords = (id: string): string => tryT(`cue-${id}`) ?? id;

/** "Thursday: 9 Sep 2021, counted from the day of the article". */
export function dateRead({ date, dateWords, anchor }: ProposedPassageDto): string {
  const read = { words: dateWords, date: edtfInWords(date) };
  return anchor === 'stated'
    ? t('proposal-date-stated', read)
    : t('proposal-date-counted', { ...read, from: tryT(`proposal-from-${anchor}`) ?? anchor });
}

export const sourceOf = ({ outlet, published, publishedConfidence }: ProposedPassageDto): string =>
  [
    outlet ?? t('articles-no-outlet'),
    published ? publishedInWords(published, publishedConfidence) : t('date-undated'),
  ].join(' · ');

/** Whether decisions made a cue count more or less than it did. */
export const hasMoved = ({ weight, usual }: Pick<CueDto, 'weight' | 'usual'>): boolean =>
  Math.abs(weight - usual) > 0.005;

export function cueMoved({ weight, usual, yes, no }: CueDto): string {
  return t('proposal-cue-moved', { now: percent(weight), usual: percent(usual), yes, no });
}

const MOST_CUES = 3;

/** What a decision did to cues and to other proposals. */
export function effectInWords({ cues, withdrawn, fresh }: ProposalDecidedDto): string {
  const moved = [...cues]
    .sort((one, other) => Math.abs(other.after - other.before) - Math.abs(one.after - one.before))
    .slice(0, MOST_CUES)
    .map(({ id, before, after }) =>
      t('proposal-cue-now', { cue: cueInWords(id), before: percent(before), after: percent(after) }),
    );
  if (withdrawn > 0) moved.push(t('proposal-withdrawn', { number: withdrawn, count: count(withdrawn) }));
  if (fresh > 0) moved.push(t('proposal-fresh', { number: fresh, count: count(fresh) }));
  return moved.join(' · ');
}
