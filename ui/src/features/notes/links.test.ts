import { describe, expect, test } from 'vitest';
import { linkAt, linksIn, linkText, parseTarget, unfinishedLink, type LinkTarget } from './links';

describe('links in notes', () => {
  const targets: [string, LinkTarget | null][] = [
    ['article:12', { to: 'article', id: 12 }],
    ['milestone:3', { to: 'milestone', id: 3 }],
    ['note:4', { to: 'note', id: 4 }],
    ['topic:gas-price', { to: 'topic', slug: 'gas-price' }],
    ['passage:12:100-140', { to: 'passage', article: 12, span: { start: 100, end: 140 } }],
    ['passage:12:100-100', { to: 'passage', article: 12, span: { start: 100, end: 100 } }],
    ['passage:12:140-100', null],
    ['article:twelve', null],
    ['person:3', null],
    ['topic:', null],
  ];
  test.each(targets)('%s', (text, target) => {
    expect(parseTarget(text)).toEqual(target);
  });

  test.each(targets.filter(([, target]) => target !== null))(
    '%s is written as it was read',
    (text, target) => {
      expect(target && linkText(target)).toBe(`[[${text}]]`);
    },
  );

  test('are found with their place and their words', () => {
    const text = 'Cf. [[article:12]] and [[milestone:3|the treaty]].';
    expect(linksIn(text)).toEqual([
      { from: 4, to: 18, target: { to: 'article', id: 12 }, words: null },
      { from: 23, to: 49, target: { to: 'milestone', id: 3 }, words: 'the treaty' },
    ]);
  });

  test('that name nothing are found too, without a target', () => {
    expect(linksIn('[[somewhere]]')).toEqual([{ from: 0, to: 13, target: null, words: null }]);
  });

  test('do not reach over lines or nest', () => {
    expect(linksIn('[[article:\n1]] [[a [[note:2]]')).toEqual([
      { from: 19, to: 29, target: { to: 'note', id: 2 }, words: null },
    ]);
  });

  test('are found from a place within, brackets included', () => {
    const text = 'x [[note:2]] y';
    for (const at of [2, 7, 12]) expect(linkAt(text, at)?.target).toEqual({ to: 'note', id: 2 });
    for (const at of [0, 1, 13]) expect(linkAt(text, at)).toBeNull();
  });

  test('while being typed offer what was typed so far', () => {
    expect(unfinishedLink('see [[trea')).toEqual({ from: 6, typed: 'trea' });
    expect(unfinishedLink('see [[')).toEqual({ from: 6, typed: '' });
    expect(unfinishedLink('see [[note:2]] and')).toBeNull();
    expect(unfinishedLink('see [[note:2|wor')).toBeNull();
  });

  test('never carry words that would break them', () => {
    expect(linkText({ to: 'note', id: 1 }, 'a [b] | c\nd')).toBe('[[note:1|a  b    c d]]');
  });
});
