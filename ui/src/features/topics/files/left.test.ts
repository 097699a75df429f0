import { expect, test } from 'vitest';
import { leftLines } from './left';

test('what does not cross is told once for each sort of thing', () => {
  expect(
    leftLines([
      { topic: null, what: 'name', words: '' },
      { topic: 'gas', what: 'terms', words: '12' },
      { topic: 'oil', what: 'terms', words: '' },
      { topic: null, what: 'columns', words: 'Farbe' },
    ]),
  ).toEqual([
    { what: 'name', topics: [] },
    { what: 'terms', topics: ['gas (12)', 'oil'] },
    { what: 'columns', topics: ['Farbe'] },
  ]);
});
