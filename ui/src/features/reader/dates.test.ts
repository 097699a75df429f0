import { expect, test } from 'vitest';
import type { ArticleDto } from '$lib/ipc/generated/ArticleDto';
import { suggestedDate } from './dates';

const published = { text: null, date: '2021-05-28', time: null, zone: null };
const article: Pick<ArticleDto, 'dates' | 'fields'> = {
  dates: [
    { span: { start: 5, end: 9 }, words: 'then', value: null, anchor: 'text' },
    { span: { start: 20, end: 33 }, words: 'November 2019', value: '/2019-11', anchor: 'stated' },
  ],
  fields: [
    {
      name: 'published',
      value: published,
      confidence: 'high',
      basis: [],
      alternatives: [],
      byAnalyst: false,
      needsALook: false,
    },
  ],
};

test('what is counted from an inferred date of publication is inferred itself', () => {
  const told = (confidence: 'high' | 'medium', anchor: string) => ({
    dates: [{ span: { start: 0, end: 9 }, words: 'Thursday', value: '2021-05-27', anchor }],
    fields: article.fields.map((field) => ({ ...field, confidence })),
  });
  const passage = { start: 0, end: 9 };
  expect(suggestedDate(told('medium', 'published'), passage)).toBe('2021-05-27~');
  expect(suggestedDate(told('medium', 'stated'), passage)).toBe('2021-05-27');
  expect(suggestedDate(told('high', 'published'), passage)).toBe('2021-05-27');
});

test('a date named in the passage comes before the day of publication', () => {
  expect(suggestedDate(article, { start: 0, end: 40 })).toBe('/2019-11');
  expect(suggestedDate(article, { start: 0, end: 15 })).toBe('2021-05-28');
  expect(suggestedDate({ dates: [], fields: [] }, { start: 0, end: 15 })).toBe('');
});
