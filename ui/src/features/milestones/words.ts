// The words of the register: kinds, roles, stances, how a date was read.
import { inWords } from '$lib/desk.svelte';
import { edtfInWords, t, tryT } from '$lib/i18n';
import { stepInWords } from '$lib/ladder.svelte';
import { datedInWords } from '$lib/inferred';
import type { LaneDto } from '$lib/ipc/generated/LaneDto';
import type { MilestoneDto } from '$lib/ipc/generated/MilestoneDto';

export const KINDS = [
  'treaty',
  'decision',
  'working-group',
  'roadmap',
  'negotiation',
  'deadline',
  'statement',
  'implementation',
  'external-event',
] as const;

export const ROLES = ['promised', 'decided', 'claimed', 'agreed', 'announced'] as const;

export const kindInWords = (kind: string): string => tryT(`kind-${kind}`) ?? kind;
export const roleInWords = (role: string): string => tryT(`role-${role}`) ?? role;
export const stanceInWords = (stance: string): string => tryT(`stance-${stance}`) ?? stance;

export function laneInWords(lane: string, lanes: readonly LaneDto[]): string {
  const known = lanes.find(({ id }) => id === lane);
  return known ? inWords(known.label) : lane;
}

export function dateInWords(date: string): string {
  return date.trim() === '' || date.trim() === '/' ? t('date-undated') : edtfInWords(date);
}

/** When a milestone happened, with the mark that its day is inferred. */
export function whenInWords({ id, date }: MilestoneDto, inferred: ReadonlySet<number>): string {
  return date.trim() === '' || date.trim() === '/' ? t('date-undated') : datedInWords(date, inferred.has(id));
}

/** "10 Sep 2021, Agreement on all programmes, done": what a screen reader says for a glyph. */
export function spoken(milestone: MilestoneDto, inferred: ReadonlySet<number>): string {
  const { title, kind, step } = milestone;
  return [whenInWords(milestone, inferred), inWords(title), kindInWords(kind), stepInWords(step)]
    .filter(Boolean)
    .join(', ');
}
