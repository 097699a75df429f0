import type { SearchHitDto } from '$lib/ipc/generated/SearchHitDto';
import { expect, test } from 'vitest';
import { formsFound, soughtIn, titlePieces } from './titles';

const marked = (title: string, query: string, forms: string[] = []) =>
  titlePieces(title, soughtIn(query), new Set(forms))
    .map(({ text, found }) => (found ? `[${text}]` : text))
    .join('');

test.each([
  ['Integration of Russia, Belarus', 'integration', '[Integration] of Russia, Belarus'],
  ['Integration of Russia, Belarus', 'integrat* belarus', '[Integration] of Russia, [Belarus]'],
  ['Political integration now', '"political integration"', '[Political integration] now'],
  ['Integration is political', '"political integration"', 'Integration is political'],
  ['Russia and Belarus', 'topic:russia NOT belarus', 'Russia and Belarus'],
  ['Russia and Belarus', 'russia -belarus OR minsk', '[Russia] and Belarus'],
  ['Союзное государство', 'СОЮЗНОЕ', '[Союзное] государство'],
  ['Nothing here', '', 'Nothing here'],
])('%s, asked for %s', (title, query, result) => expect(marked(title, query)).toBe(result));

test('forms found in the texts are marked in titles too', () => {
  expect(marked('An integrational house', 'integration', ['integrational'])).toBe('An [integrational] house');
});

test('forms are read from single words found in passages', () => {
  const text = 'the integration of states';
  const snippet = { text, marks: [{ start: 4, end: 15 }], span: { start: 0, end: text.length } };
  const phrase = { ...snippet, marks: [{ start: 0, end: 15 }] };
  expect([...formsFound([{ snippets: [snippet, phrase] } as unknown as SearchHitDto])]).toEqual([
    'integration',
  ]);
});
