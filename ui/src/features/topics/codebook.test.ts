import type { TermDto } from '$lib/ipc/generated/TermDto';
import type { TopicDto } from '$lib/ipc/generated/TopicDto';
import { describe, expect, test } from 'vitest';
import { acceptance, termGroups, termInWords, topicRows } from './codebook';

const topic = (id: number, slug: string, parent: number | null) =>
  ({ id, slug, parent }) as unknown as TopicDto;
const topics = [
  topic(1, 'energy', null),
  topic(2, 'gas', 1),
  topic(3, 'power', 1),
  topic(4, 'defence', null),
];
const rows = (typed: string) =>
  topicRows(topics, typed, ({ slug }) => slug).map(({ topic: { slug }, depth }) => '  '.repeat(depth) + slug);

describe('the codebook', () => {
  test('is shown as a tree', () => {
    expect(rows('')).toEqual(['energy', '  gas', '  power', 'defence']);
  });

  test('a heading with one topic of the same name is shown once, one with another name stays', () => {
    const heading = (id: number, slug: string) => ({ ...topic(id, slug, null), group: true });
    const codebook = [
      heading(1, 'Energy'),
      topic(2, 'Energy: gas', 1),
      heading(3, 'Defence'),
      topic(4, 'defence', 3),
      heading(5, 'Economy'),
      topic(6, 'economy', 5),
      topic(7, 'Transport', 5),
    ];
    expect(
      topicRows(codebook, '', ({ slug }) => slug).map(({ topic: { id }, depth }) => [id, depth]),
    ).toEqual([
      [1, 0],
      [2, 1],
      [4, 0],
      [5, 0],
      [6, 1],
      [7, 1],
    ]);
  });

  test('filtered, it keeps the headings above', () => {
    expect(rows('GAS')).toEqual(['energy', '  gas']);
    expect(rows('nothing')).toEqual([]);
  });

  test('the rate counts only what was decided', () => {
    expect(acceptance({ accepted: 3, rejected: 1 })).toBe(0.75);
    expect(acceptance({ accepted: 0, rejected: 0 })).toBeNull();
  });

  test('terms are grouped by language and facet, the heaviest first', () => {
    const term = (language: string, text: string, weight: number, facet: string | null = null): TermDto => ({
      language,
      text,
      weight,
      facet,
      kind: 'stem',
    });
    const groups = termGroups([
      term('be', 'газ', 1),
      term('en', 'oil', 1),
      term('en', 'gas price', 3),
      term('en', 'tariff', 2, 'prices'),
    ]);
    expect(groups.map(({ language }) => language)).toEqual(['en', 'be']);
    expect(groups[0]?.facets.map(({ facet, terms }) => [facet, terms.map(({ text }) => text)])).toEqual([
      [null, ['gas price', 'oil']],
      ['prices', ['tariff']],
    ]);
  });
});

test('a term shows how its words are compared', () => {
  const shown = [
    ['stem', 'gas price'],
    ['exact', 'EU'],
    ['near(5)', 'gas price'],
    ['any-of', 'oil | gas'],
    ['regex', 'road ?maps?'],
  ].map(([kind = '', text = '']) => termInWords({ kind, text }));
  expect(shown).toEqual(['gas price', '="EU"', 'near(5): gas price', 'oil | gas', '/road ?maps?/']);
});
