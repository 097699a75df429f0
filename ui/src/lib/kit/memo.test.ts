import { flushSync, mount, tick, unmount } from 'svelte';
import { expect, test } from 'vitest';
import Memo from './Memo.svelte';

/** Opens the memo `why`, types and presses a key; what was saved, and whether the field is gone. */
async function typed(text: string, key: string) {
  const saved: string[] = [];
  const target = document.body.appendChild(document.createElement('div'));
  const memo = mount(Memo, { target, props: { memo: 'why', onsave: (words: string) => saved.push(words) } });
  flushSync();
  target.querySelector('button')?.click();
  flushSync();
  const field = target.querySelector('textarea');
  if (!field) throw new Error('no field');
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  if (key) field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  else field.dispatchEvent(new FocusEvent('blur'));
  flushSync();
  await tick();
  const open = target.querySelector('textarea') !== null;
  await unmount(memo);
  target.remove();
  return { saved, open };
}

test('Enter keeps a memo, and so does leaving the field', async () => {
  expect(await typed(' because ', 'Enter')).toEqual({ saved: ['because'], open: false });
  expect(await typed('because', '')).toEqual({ saved: ['because'], open: false });
});

test('Escape leaves it as it was, and what was not changed is not saved', async () => {
  expect(await typed('because', 'Escape')).toEqual({ saved: [], open: false });
  expect(await typed('why', 'Enter')).toEqual({ saved: [], open: false });
});

test('an emptied memo is taken away', async () => {
  expect(await typed('', 'Enter')).toEqual({ saved: [''], open: false });
});
