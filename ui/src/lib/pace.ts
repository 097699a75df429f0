// How fast long work goes, judged by its last seconds, and how long it still takes.
import { count, t } from './i18n';

export interface Step {
  elapsedMs: number;
  done: number;
}

const WINDOW_MS = 8000;
/** Less than this tells chance, not pace. */
const LEAST_MS = 1000;

/** The steps to judge by once `step` was taken. Work that begins anew forgets what was before. */
export function stepsWith(steps: readonly Step[], step: Step): Step[] {
  const last = steps.at(-1);
  if (last && (step.elapsedMs < last.elapsedMs || step.done < last.done)) return [step];
  return [...steps.filter(({ elapsedMs }) => step.elapsedMs - elapsedMs <= WINDOW_MS), step];
}

/** Things done in a second; undefined while that cannot be told. */
export function perSecond(steps: readonly Step[]): number | undefined {
  const [first] = steps;
  const last = steps.at(-1);
  if (!first || !last || last.elapsedMs - first.elapsedMs < LEAST_MS || last.done === first.done) return;
  return ((last.done - first.done) * 1000) / (last.elapsedMs - first.elapsedMs);
}

/** Seconds still to go; undefined while the pace or the whole is unknown. */
export function secondsLeft(steps: readonly Step[], total: number): number | undefined {
  const rate = perSecond(steps);
  const done = steps.at(-1)?.done ?? 0;
  return rate === undefined || total <= done ? undefined : (total - done) / rate;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** "about 40 s left", "about 5 min left", "about 2 h 10 min left": no finer than one can rely on. */
export function timeLeft(seconds: number): string {
  if (seconds < 90) return t('progress-remaining', { seconds: Math.max(1, Math.ceil(seconds)) });
  if (seconds < HOUR) return t('progress-remaining-minutes', { minutes: Math.round(seconds / MINUTE) });
  const tens = Math.round(seconds / MINUTE / 10) * 10;
  return t('progress-remaining-hours', { hours: Math.floor(tens / 60), minutes: tens % 60 });
}

/** "230 files/s"; below ten with one decimal. */
export function paceInWords(rate: number): string {
  return t('progress-rate', { rate: count(rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate)) });
}
