// The learning curve and the consequence of a threshold, as numbers.
import type { ConsequenceDto } from '$lib/ipc/generated/ConsequenceDto';
import type { StretchDto } from '$lib/ipc/generated/StretchDto';

/** Of what was suggested, the part that belonged; null where nothing was suggested. */
export function precisionOf({ right, wrong }: Pick<StretchDto, 'right' | 'wrong'>): number | null {
  return right + wrong > 0 ? right / (right + wrong) : null;
}

/** The same over several stretches. */
export function precisionOver(stretches: readonly StretchDto[]): number | null {
  const sum = (of: (stretch: StretchDto) => number) => stretches.reduce((all, one) => all + of(one), 0);
  return precisionOf({ right: sum(({ right }) => right), wrong: sum(({ wrong }) => wrong) });
}

/** The tallest column; at least one, to divide by. */
export function tallest(stretches: readonly StretchDto[]): number {
  return Math.max(1, ...stretches.map(({ right, wrong, missed }) => right + wrong + missed));
}

/** What the threshold nearest to one would do. */
export function consequenceOf(
  consequences: readonly ConsequenceDto[],
  threshold: number,
): ConsequenceDto | undefined {
  return consequences.toSorted(
    (one, other) => Math.abs(one.threshold - threshold) - Math.abs(other.threshold - threshold),
  )[0];
}
