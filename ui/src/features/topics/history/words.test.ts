import type { TermDto } from '$lib/ipc/generated/TermDto';
import { expect, test } from 'vitest';
import { changeInWords, decidedInWords } from './words';

const gas: TermDto = { language: 'en', text: 'gas', kind: 'exact', weight: 1, facet: null };
const label = (slug: string) => slug.toUpperCase();

test.each([
  [{ what: 'threshold', before: 0.5, after: 0.6 }, /50.?% → 60.?%/],
  [{ what: 'parent', before: null, after: 'energy' }, /ENERGY/],
  [{ what: 'term-added', term: gas }, /="gas".*English/],
  [{ what: 'term-changed', before: gas, after: { ...gas, weight: 0.5, facet: 'price' } }, /1 → 0.5.*price/],
  [{ what: 'text', field: 'label', language: 'be', before: '', after: 'Газ' }, /Belarusian.*Газ/],
] as const)('%o', (change, words) => {
  expect(changeInWords(change, label)).toMatch(words);
});

test('what was decided under a version is counted', () => {
  expect(decidedInWords({ tags: 2, rejected: 1 })).toMatch(/2 tags.*one rejection/);
  expect(decidedInWords({ tags: 0, rejected: 0 })).not.toMatch(/\d/);
});
