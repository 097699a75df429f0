import { expect, test } from 'vitest';
import { languagesInWords } from './article-words';
import type { FieldDto } from './ipc/generated/FieldDto';

const language = (text: string | null): FieldDto => ({
  name: 'language',
  value: text === null ? null : { text, date: null, time: null, zone: null },
  confidence: 'high',
  basis: [],
  alternatives: [],
  byAnalyst: false,
  needsALook: false,
});
const run = (code: string, paragraphs: number) => ({
  span: { start: 0, end: 1 },
  language: code,
  paragraphs,
});

test('the languages of paragraphs stand beside that of the article, each once', () => {
  const read = (runs: ReturnType<typeof run>[], text: string | null = 'ru') =>
    languagesInWords({ fields: [language(text)], languageRuns: runs });
  expect(read([])).toBe('Russian');
  expect(read([run('be', 1), run('en', 1), run('be', 2)])).toBe(
    'Russian · 3 paragraphs Belarusian · 1 paragraph English',
  );
  expect(read([run('be', 1)], null)).toBe('1 paragraph Belarusian');
});
