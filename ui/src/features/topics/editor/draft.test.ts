import type { PreviewPartDto } from '$lib/ipc/generated/PreviewPartDto';
import { describe, expect, test } from 'vitest';
import {
  asDto,
  betweenOf,
  emptyDraft,
  kindId,
  kindOf,
  sameDraft,
  termOfLine,
  termsOfLines,
  withKey,
} from './draft';
import { withPart } from './preview';

const usual = { language: 'en', kind: 'stem' };

describe('terms from lines', () => {
  test.each([
    ['gas pipeline', { text: 'gas pipeline', kind: 'stem', language: 'en', weight: 1, facet: null }],
    ['="NATO"', { text: 'NATO', kind: 'exact', language: 'en', weight: 1, facet: null }],
    ['/\\d+ карт/', { text: '\\d+ карт', kind: 'regex', language: 'ru', weight: 1, facet: null }],
    ['near(3): цена газ', { text: 'цена газ', kind: 'near(3)', language: 'ru', weight: 1, facet: null }],
    [
      'oil | crude\t-0,5\toil',
      { text: 'oil | crude', kind: 'any-of', language: 'en', weight: -0.5, facet: 'oil' },
    ],
    ['саюзная дзяржава', { text: 'саюзная дзяржава', kind: 'stem', language: 'ru', weight: 1, facet: null }],
    ['адзінай валюты ў', { text: 'адзінай валюты ў', kind: 'stem', language: 'be', weight: 1, facet: null }],
  ])('%s', (line, term) => {
    expect(termOfLine(line, usual)).toEqual(term);
  });

  test('what is there already, and what stands there twice, comes in once', () => {
    const known = [{ language: 'en', text: 'gas', kind: 'stem', weight: 2, facet: null }];
    expect(termsOfLines('Gas\n\noil\r\noil\n', usual, known).map(({ text }) => text)).toEqual(['oil']);
  });
});

test('a kind is a word, and near says how far', () => {
  expect([kindOf('near(7)'), betweenOf('near(7)'), kindOf('regex')]).toEqual(['near', 7, 'regex']);
  expect([kindId('near', 300), kindId('exact'), kindId('near', Number.NaN)]).toEqual([
    'near(255)',
    'exact',
    'near(0)',
  ]);
});

test('a draft is another only where what would be saved is another', () => {
  const draft = emptyDraft(false);
  const other = { ...emptyDraft(false), definition: { en: ' ', ru: '', be: null } };
  expect(sameDraft(draft, other)).toBe(true);
  other.terms = [withKey({ language: 'en', text: 'gas', kind: 'stem', weight: 1, facet: '' })];
  expect(sameDraft(draft, other)).toBe(false);
  expect(asDto({ ...other, group: true }).terms).toEqual([]);
  expect(asDto(other).terms).toEqual([{ language: 'en', text: 'gas', kind: 'stem', weight: 1, facet: null }]);
});

test('parts of a preview add up', () => {
  const part = (read: number, hits: number): PreviewPartDto => ({
    turn: 1,
    read,
    total: 9,
    superseded: false,
    suggested: 1,
    now: 2,
    newly: { number: 1, articles: [] },
    noLonger: { number: 0, articles: [] },
    terms: [{ hits, counted: hits, articles: 1, passages: [] }],
    faults: [null],
  });
  const whole = withPart(withPart(undefined, part(4, 3)), part(9, 2));
  expect(whole).toMatchObject({ read: 9, suggested: 2, now: 4, newly: { number: 2 } });
  expect(whole.terms[0]).toMatchObject({ hits: 5, articles: 2 });
});
