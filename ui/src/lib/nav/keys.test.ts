import { expect, test } from 'vitest';
import { matches } from './keys';
import { commandFor, register } from './commands.svelte';
import { hashOf, parseHash } from './route.svelte';

const press = (init: KeyboardEventInit) => new KeyboardEvent('keydown', { cancelable: true, ...init });

test.each([
  ['J', { key: 'j', code: 'KeyJ' }, true],
  ['J', { key: 'о', code: 'KeyJ' }, true], // the same key in a Russian layout
  ['J', { key: 'j', code: 'KeyC' }, true], // Dvorak: the letter counts, not the place
  ['C', { key: 'j', code: 'KeyC' }, false],
  ['J', { key: 'j', code: 'KeyJ', ctrlKey: true }, false],
  ['Mod+K', { key: 'k', code: 'KeyK', ctrlKey: true }, true],
  ['Mod+Z', { key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true }, false],
  ['Mod+Shift+Z', { key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true }, true],
  ['Mod+Shift+Z', { key: 'Я', code: 'KeyZ', ctrlKey: true, shiftKey: true }, true],
  ['?', { key: '?', code: 'Slash', shiftKey: true }, true],
  ['Alt+ArrowLeft', { key: 'ArrowLeft', altKey: true }, true],
])('%s against %o: %s', (shortcut, init, expected) => {
  expect(matches(press(init), shortcut)).toBe(expected);
});

test('single keys stay with a text field, Mod keys do not, undo does', () => {
  const run = () => {};
  const leave = register([
    { id: 'a', title: 'undo', group: 'group-go', shortcut: 'J', run },
    { id: 'b', title: 'undo', group: 'group-go', shortcut: 'Mod+K', run },
    { id: 'c', title: 'undo', group: 'group-go', shortcut: 'Mod+Z', run, inText: false },
  ]);
  const field = document.body.appendChild(document.createElement('input'));
  const found: (string | undefined)[] = [];
  field.addEventListener('keydown', (event) => found.push(commandFor(event)?.id));
  field.dispatchEvent(press({ key: 'j' }));
  field.dispatchEvent(press({ key: 'k', ctrlKey: true }));
  field.dispatchEvent(press({ key: 'z', ctrlKey: true }));
  expect(found).toEqual([undefined, 'b', undefined]);
  leave();
});

test('the latest registered enabled command wins', () => {
  let enabled = true;
  const base = { title: 'undo', group: 'group-go', shortcut: 'J', run: () => {} } as const;
  const leave = register([
    { id: 'window', ...base },
    { id: 'screen', ...base, enabled: () => enabled },
  ]);
  expect(commandFor(press({ key: 'j' }))?.id).toBe('screen');
  enabled = false;
  expect(commandFor(press({ key: 'j' }))?.id).toBe('window');
  leave();
  expect(commandFor(press({ key: 'j' }))).toBeUndefined();
});

test('a place survives its hash', () => {
  expect(parseHash(hashOf('articles', 12, { start: 3, end: 9 }))).toEqual({
    section: 'articles',
    id: '12',
    params: { start: '3', end: '9' },
  });
  expect(parseHash(hashOf('search', undefined, { q: 'союз & «карта»' }))?.params.q).toBe('союз & «карта»');
  expect(parseHash('')).toBeNull();
});
