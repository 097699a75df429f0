import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { placeOf, rangeOf, type DrawnBlock } from './highlights';

const text = 'First paragraph.\n\nSecond one.\n\nThird.';
let blocks: DrawnBlock[];
let article: HTMLElement;

beforeEach(() => {
  article = document.createElement('article');
  document.body.replaceChildren(article);
  blocks = [...text.matchAll(/[^\n]+/g)].map((match) => {
    const paragraph = article.appendChild(document.createElement('p'));
    const node = paragraph.appendChild(document.createTextNode(match[0]));
    return { start: match.index, end: match.index + match[0].length, node };
  });
});

const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

test('a passage inside one paragraph is its words', () => {
  expect(rangeOf(blocks, spanOf('Second'))?.toString()).toBe('Second');
});

test('a passage over a paragraph break spans both', () => {
  const range = rangeOf(blocks, { start: spanOf('paragraph').start, end: spanOf('Second').end });
  expect(range?.startContainer).toBe(blocks[0]?.node);
  expect(range?.endContainer).toBe(blocks[1]?.node);
  expect(range?.endOffset).toBe(6);
});

test('a passage that begins in the blank between paragraphs begins with the next one', () => {
  expect(rangeOf(blocks, { start: 16, end: spanOf('Second').end })?.toString()).toBe('Second');
});

test('what is folded away has no range', () => {
  expect(rangeOf(blocks.slice(0, 1), spanOf('Third'))).toBeNull();
  expect(rangeOf([], spanOf('First'))).toBeNull();
});

test('a place in a text node leads back to the whole text', () => {
  const second = blocks[1];
  expect(second && placeOf(blocks, second.node, 7)).toBe(text.indexOf('one'));
});

test('a selection that ends on an element counts from the paragraph it names', () => {
  expect(placeOf(blocks, article, 1)).toBe(text.indexOf('Second'));
  expect(placeOf(blocks, article, 3)).toBe(text.length);
});

test('a place elsewhere in the window is none', () => {
  const elsewhere = document.body.appendChild(document.createElement('aside'));
  elsewhere.textContent = 'x';
  expect(placeOf(blocks, elsewhere.firstChild, 0)).toBeNull();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

test('only highlights with ranges are registered, in their order', async () => {
  const registry = new Map<string, Set<Range>>();
  vi.stubGlobal('CSS', { highlights: registry });
  vi.stubGlobal('Highlight', Set);
  vi.resetModules();
  const { HighlightLayers } = await import('./highlights');
  const layers = new HighlightLayers(['topic', 'evidence', 'found']);
  expect([...registry.keys()]).toEqual([]);
  const ranges = [rangeOf(blocks, spanOf('Second'))].filter((range) => range !== null);
  layers.show(new Map([['found', ranges]]));
  expect([...registry]).toEqual([['found', new Set(ranges)]]);
  layers.show(
    new Map([
      ['found', ranges],
      ['topic', ranges],
      ['evidence', []],
    ]),
  );
  expect([...registry.keys()]).toEqual(['topic', 'found']);
  layers.show(new Map());
  expect([...registry.keys()]).toEqual([]);
});
