// Codings as stripes in the margin: one each, in lanes where none lies over another.
import type { CodingDto } from '$lib/ipc/generated/CodingDto';
import type { Positions } from '$lib/text/positions';

export interface CodingStripe {
  coding: CodingDto;
  colour: number;
  /** UTF-16, as everything that is drawn. */
  start: number;
  end: number;
  /** 0 is next to the text. */
  lane: number;
}

/** Lanes there is room for; what overlaps in more places shares one. */
export const CODING_LANES = 3;

/**
 * Stripes in the order of the text, each in the nearest lane that is free where it begins. Passages that touch count as
 * overlapping: their stripes would stand on the same line.
 */
export function codingStripes(
  codings: readonly CodingDto[],
  positions: Positions,
  colourOf: (topic: number) => number,
): CodingStripe[] {
  const ends: number[] = [];
  return codings.map((coding) => {
    const span = positions.spanToUtf16(coding.span);
    const free = ends.findIndex((end) => end < span.start);
    const lane = free >= 0 ? free : ends.length < CODING_LANES ? ends.length : leastOf(ends);
    ends[lane] = Math.max(ends[lane] ?? 0, span.end);
    return { coding, colour: colourOf(coding.topic), ...span, lane };
  });
}

function leastOf(ends: readonly number[]): number {
  return ends.indexOf(Math.min(...ends));
}

/** How many lanes are taken. */
export function lanesOf(stripes: readonly CodingStripe[]): number {
  return stripes.reduce((most, { lane }) => Math.max(most, lane + 1), 0);
}
