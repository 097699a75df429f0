import { expect, test } from 'vitest';
import { findIn } from './find';

const at = (text: string, typed: string) =>
  findIn(text, typed).map(({ start, end }) => text.slice(start, end));

test.each([
  ['Union State, union state', 'union', ['Union', 'union']],
  ['всё ещё', 'все еще', ['всё ещё']],
  ['people’s', "people's", ['people’s']],
  ['“quoted” «так»', '"', ['“', '”', '«', '»']],
  ['a.b axb', 'a.b', ['a.b']],
  ['two  words\nhere', 'words here', ['words\nhere']],
  ['Саюзная Дзяржава', 'дзяржава', ['Дзяржава']],
  ['anything', '  ', []],
  ['2018–2019', '2018-2019', ['2018–2019']],
])('in “%s” “%s” is found', (text, typed, found) => {
  expect(at(text, typed)).toEqual(found);
});

test('what is folded away is not found', () => {
  expect(findIn('Reply. Reply.', 'reply', [{ start: 7, end: 13 }])).toEqual([{ start: 0, end: 5 }]);
});
