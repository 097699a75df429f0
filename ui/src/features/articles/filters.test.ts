import { expect, test } from 'vitest';
import { filtersOf, toWire, without } from './filters';

test('only filters are taken from an address', () => {
  expect(filtersOf({ topic: 'energy', start: '3', end: '9', q: '' })).toEqual({ topic: 'energy' });
});

test('what the desk would not know is left out', () => {
  const wire = toWire({ outlet: 'x', review: 'nonsense', lang: 'be' }, false);
  expect(wire).toMatchObject({ outlet: null, review: null, language: 'be', inBin: false });
  expect(toWire({ outlet: '4', review: 'to-review' }, true)).toMatchObject({
    outlet: 4,
    review: 'to-review',
    inBin: true,
  });
});

test('each story is told once only where that was asked for', () => {
  expect(toWire(filtersOf({ stories: '1' }), false).stories).toBe(true);
  expect(toWire(filtersOf({ stories: 'x' }), false).stories).toBe(false);
  expect(toWire({}, false).stories).toBe(false);
});

test('one filter is taken away, the others stay', () => {
  expect(without({ topic: 'energy', lang: 'ru' }, 'topic')).toEqual({ lang: 'ru' });
});
