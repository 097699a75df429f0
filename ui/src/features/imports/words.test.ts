import { expect, test } from 'vitest';
import { allOf, countsInWords, reasonInWords, rootsInWords, shownPath, splitPath } from './words';

const counts = { imported: 1200, copies: 1, reprints: 2, needsALook: 3, refused: 0, cameIn: 1203 };

test.each([
  ['/home/olga/Статьи/Брест.txt', { folder: '/home/olga/Статьи/', name: 'Брест.txt' }],
  ['C:\\Articles\\a.pdf', { folder: 'C:\\Articles\\', name: 'a.pdf' }],
  ['a.pdf', { folder: '', name: 'a.pdf' }],
])('%s has folder and name', (path, expected) => {
  expect(splitPath(path)).toEqual(expected);
});

test.each([
  [[], 'A pasted article'],
  [['/articles/2021/'], '2021'],
  [['/a/one.txt', '/a/two.txt', '/a/three.txt'], 'one.txt and 2 more'],
])('%o is called %s', (roots, words) => {
  expect(rootsInWords(roots)).toBe(words);
});

test('counts leave out what there was none of, and all counts a reprint that needs a look once', () => {
  expect(countsInWords(counts)).toBe('1,200 read · 3 need a look · 1 copy · 2 reprints');
  expect(allOf(counts)).toBe(1204);
});

test('a refusal is worded with its way out, an unknown one with its detail', () => {
  const file = { path: '/a/b.pdf', article: null, title: null, notes: [], outcome: 'refused' as const };
  expect(reasonInWords({ ...file, code: 'locked', detail: null })).toMatch(/password.*Save it without one/);
  expect(reasonInWords({ ...file, code: 'unheard-of', detail: 'the tape snapped' })).toBe('the tape snapped');
});

test('notes of the reading follow the reason', () => {
  const file = { path: 'a', article: 1, title: 'T', code: null, detail: null, outcome: 'imported' as const };
  expect(reasonInWords({ ...file, notes: [] })).toBe('');
  expect(reasonInWords({ ...file, notes: ['pages-without-text', 'unheard-of'] })).toMatch(/pages .*no text/i);
});

test.each([
  ['/a/2021/05/one.txt', ['/a/2021'], '05/one.txt'],
  ['/a/mail.mbox/3', ['/a/mail.mbox'], 'mail.mbox/3'],
  ['/a/2021/one.txt', ['/a/2021', '/b'], '2021/one.txt'],
  ['/a/2021-extra/one.txt', ['/a/2021', '/a/2021-extra'], '2021-extra/one.txt'],
  ['C:\\Articles\\old\\one.txt', ['C:\\Articles'], 'old\\one.txt'],
  ['/a/one.txt', ['/a/one.txt'], 'one.txt'],
])('%s of the import of %o is shown as %s', (path, roots, shown) => {
  expect(shownPath(path, roots)).toBe(shown);
});
