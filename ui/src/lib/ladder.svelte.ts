// The ladder promises of the open dossier stand on: its steps, what they mean, what they are called.
import { inWords, ladders } from './desk.svelte';
import { t, tryT } from './i18n';
import type { LadderDto } from './ipc/generated/LadderDto';
import type { StepDto } from './ipc/generated/StepDto';
import { asStatus, SENSES, type Status } from './kit/status';

export interface Rung {
  id: string;
  word: string;
  mark: string;
  sense: Status;
}

/** The preset of the senses: a dossier that chose no other has it, and its words are the interface's. */
const USUAL = 'peace-accords-matrix';

const senseOf = (step: Pick<StepDto, 'sense'>): Status => asStatus(step.sense) ?? 'not-begun';

/** A ladder's steps in words of the interface's language. */
export function rungsOf(ladder: Pick<LadderDto, 'steps' | 'preset'>): Rung[] {
  return ladder.steps.map((step) => {
    const sense = senseOf(step);
    const word = ladder.preset === USUAL ? t(`status-${sense}`) : inWords(step.words);
    return { id: step.id, word, mark: step.mark, sense };
  });
}

const current = $derived.by(() => {
  const own = ladders()?.current;
  return own
    ? rungsOf(own)
    : SENSES.map((sense): Rung => ({ id: sense, word: t(`status-${sense}`), mark: '', sense }));
});
const byId = $derived(new Map(current.map((rung) => [rung.id, rung])));

/** The steps in their order. */
export const rungs = (): readonly Rung[] => current;

const FALLING: readonly Status[] = ['done', 'partly', 'begun', 'not-begun', 'on-hold', 'withdrawn'];

/** The furthest first; what rests or was taken back last. */
export function furthestFirst(all: readonly Rung[]): Rung[] {
  return FALLING.flatMap((sense) => all.filter((rung) => rung.sense === sense).reverse());
}

const falling = $derived(furthestFirst(current));
export const rungsFromDone = (): readonly Rung[] => falling;

export const rungOf = (step: string | null): Rung | undefined => (step === null ? undefined : byId.get(step));

/** What a step is called; null for none. */
export function stepInWords(step: string | null): string | null {
  if (step === null) return null;
  return byId.get(step)?.word ?? tryT(`status-${step}`) ?? step;
}
