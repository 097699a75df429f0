import { describe, expect, test } from 'vitest';
import { Length, REACH, TALLEST } from './stretch';

const ROW = 92;
const MILLION = 1_000_000;

describe('a list that can be laid out whole', () => {
  const list = new Length(1_000, ROW);

  test('is', () => {
    expect(list.around(500)).toEqual({ first: 0, length: 1_000, above: 0, below: 0 });
    expect([list.topOf(500), list.placeAt(500 * ROW)]).toEqual([500 * ROW, 500]);
  });
});

describe('a list of a million', () => {
  const list = new Length(MILLION, ROW);
  const places = Array.from({ length: 1_001 }, (_, at) => Math.min(MILLION - 1, at * 1_000));

  test('stands between the ends of the scrollbar, in order', () => {
    const tops = places.map((place) => list.topOf(place));
    expect(tops[0]).toBe(0);
    expect(tops.at(-1)).toBe(TALLEST - ROW);
    for (const [at, top] of tops.entries()) if (at > 0) expect(top).toBeGreaterThan(tops[at - 1] ?? 0);
  });

  test('half way down is its middle', () => {
    expect(Math.abs(list.placeAt(TALLEST / 2) - MILLION / 2)).toBeLessThan(10);
  });

  test('a place is found again where it stands', () => {
    for (const place of places)
      expect(Math.abs(list.placeAt(list.topOf(place)) - place)).toBeLessThanOrEqual(1);
  });

  test('what is laid out holds the place where the scrollbar says it is, and fills the height with what is not', () => {
    for (const place of places) {
      const { first, length, above, below } = list.around(place);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(first + length).toBeLessThanOrEqual(MILLION);
      expect(place).toBeGreaterThanOrEqual(first);
      expect(place).toBeLessThan(first + length);
      expect(above).toBeGreaterThanOrEqual(0);
      expect(below).toBeGreaterThanOrEqual(0);
      expect(above + length * ROW + below).toBeCloseTo(TALLEST, 3);
      expect(Math.abs(above + (place - first) * ROW - list.topOf(place))).toBeLessThanOrEqual(ROW);
    }
  });

  test('rows before and after are there to scroll into, pixel by pixel', () => {
    const { first, length } = list.around(MILLION / 2);
    const reach = Math.floor(REACH / ROW);
    expect([MILLION / 2 - first, first + length - MILLION / 2]).toEqual([reach, reach]);
  });
});
