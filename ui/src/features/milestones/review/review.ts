// What the register says of itself, by milestone, and the words for it.
import { count, edtfInWords, t } from '$lib/i18n';
import type { MilestoneDto } from '$lib/ipc/generated/MilestoneDto';
import type { RegisterReviewDto } from '$lib/ipc/generated/RegisterReviewDto';
import type { RollUpDto } from '$lib/ipc/generated/RollUpDto';
import type { WarnedDto } from '$lib/ipc/generated/WarnedDto';
import type { WarningDto } from '$lib/ipc/generated/WarningDto';
import type { Status } from '$lib/kit/status';
import { stepInWords } from '$lib/ladder.svelte';
import { countryInWords } from '$lib/outlets';

export interface Review {
  warned: ReadonlyMap<number, WarnedDto>;
  /** The day of the last news, of promises that may rest. */
  stalled: ReadonlyMap<number, string>;
  stallMonths: number;
  overdue: ReadonlySet<number>;
  ofParent: ReadonlyMap<number, RollUpDto>;
  ofLane: ReadonlyMap<string, RollUpDto>;
  ofAll: RollUpDto | undefined;
}

export function reviewOf(told: RegisterReviewDto | undefined): Review {
  const rollUps = told?.rollUps ?? [];
  const ofAll = rollUps.find(({ lane, parent }) => lane === null && parent === null);
  return {
    warned: new Map(told?.warned.map((one) => [one.milestone, one])),
    stalled: new Map(told?.stalled.map(({ milestone, last }) => [milestone, last])),
    stallMonths: told?.stallMonths ?? 0,
    overdue: new Set(ofAll?.overdue),
    ofParent: new Map(rollUps.flatMap((one) => (one.parent === null ? [] : [[one.parent, one]]))),
    ofLane: new Map(rollUps.flatMap((one) => (one.lane === null ? [] : [[one.lane, one]]))),
    ofAll,
  };
}

/** That sources differ or are lost weighs more than that they are few. */
export const weighs = ({ what }: WarningDto): boolean => what === 'other-date' || what === 'lost';

/** Milestones with such a warning, of their own or of a step of their ladder. */
export function doubted({ warned }: Pick<Review, 'warned'>): Set<number> {
  const told = [...warned.values()].filter(({ warnings, steps }) =>
    [...warnings, ...steps.flatMap((step) => step.warnings)].some(weighs),
  );
  return new Set(told.map(({ milestone }) => milestone));
}

export function warningInWords({ what, words, date, evidence }: WarningDto): string {
  switch (what) {
    case 'one-outlet':
      return t('warning-one-outlet', { outlet: words });
    case 'one-camp':
      return words ? t('warning-one-camp', { country: countryInWords(words) }) : t('warning-interstate');
    case 'other-date':
      return t('warning-other-date', { words, date: date ? edtfInWords(date) : '' });
    case 'lost':
      return t('warning-lost', { number: evidence.length });
    default:
      return t('warning-one-story');
  }
}

/** What is said of a milestone in its row: warnings, and that it may rest; empty where nothing is. */
export function remarksOn(milestone: MilestoneDto, review: Review): { words: string[]; weighs: boolean } {
  const warnings = review.warned.get(milestone.id)?.warnings ?? [];
  const last = review.stalled.get(milestone.id);
  return {
    words: [
      ...warnings.map(warningInWords),
      ...(last ? [t('stall-since', { day: edtfInWords(last), months: review.stallMonths })] : []),
    ],
    weighs: warnings.some(weighs),
  };
}

export const promisesIn = ({ steps }: RollUpDto): number => steps.reduce((sum, { count: of }) => sum + of, 0);

/** How many stand on steps of a sense. */
export const countOf = ({ steps }: RollUpDto, sense: Status): number =>
  steps.reduce((sum, { status, count: of }) => sum + (status === sense ? of : 0), 0);

function share(sum: RollUpDto): { done: string; all: string } {
  const standing = promisesIn(sum) - countOf(sum, 'withdrawn');
  return { done: count(countOf(sum, 'done')), all: count(standing) };
}

/** "6 begun, 2 done": how many stand on which step. */
export const stepsSpoken = ({ steps }: RollUpDto): string =>
  steps.map(({ step, count: of }) => `${count(of)} ${stepInWords(step) ?? ''}`).join(', ');

/** "2 of 9 done", of those not withdrawn. */
export const doneInWords = (sum: RollUpDto): string => t('roll-up-done', share(sum));

/** The same where the column says what is counted: "2 of 9". */
export const shareInWords = (sum: RollUpDto): string =>
  t('progress-of', { ...share(sum), total: share(sum).all });
