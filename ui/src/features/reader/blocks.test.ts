import { expect, test } from 'vitest';
import { languageAt, partsOf } from './blocks';

const text = [
  'Support SouthFront',
  'World September 10, 2021, 2:42',
  'Belarus and Russia may become even closer in military and political dimension, should it become necessary, President said',
  'MOSCOW, September 9. /TASS/. Belarus will be ready.',
  'On building the Union State',
  '“We will return to any problem,” he said.',
  'Leave a Reply',
  'Your email address will not be published.',
].join('\n\n');
const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

const parts = partsOf(
  text,
  [
    { ...span('Support SouthFront'), kind: 'share' },
    { start: text.indexOf('Leave a Reply'), end: text.length, kind: 'form' },
  ],
  [span('September 10, 2021, 2:42')],
);

test('furniture folds into one part per run, the rest stays in order', () => {
  expect(
    parts.map((part) =>
      'block' in part ? part.block.look : `${part.furniture.kind} ${part.furniture.blocks.length}`,
    ),
  ).toEqual(['share 1', 'meta', 'deck', 'paragraph', 'crosshead', 'paragraph', 'form 2']);
});

test('every block knows where its words stand', () => {
  for (const part of parts) {
    const blocks = 'block' in part ? [part.block] : part.furniture.blocks;
    for (const block of blocks) expect(text.slice(block.start, block.end)).toBe(block.text);
  }
});

test('a paragraph has the language of the run it stands in', () => {
  const runs = [{ start: 10, end: 30, language: 'be' }];
  const at = (start: number) => languageAt({ start, end: start + 5 }, runs);
  expect([at(0), at(10), at(25), at(30)]).toEqual([undefined, 'be', 'be', undefined]);
});
