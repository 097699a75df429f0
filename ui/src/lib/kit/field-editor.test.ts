import { flushSync, mount, tick, unmount } from 'svelte';
import { expect, test } from 'vitest';
import FieldEditor from './FieldEditor.svelte';

/** Opens the editor on `2021`, types something and presses Enter. */
async function typed(text: string, isTaken: boolean) {
  const saved: string[] = [];
  let done = false;
  const editor = mount(FieldEditor, {
    target: document.body,
    props: {
      label: 'Published',
      edit: {
        raw: '2021',
        save: (raw: string) => {
          saved.push(raw);
          return Promise.resolve(isTaken);
        },
      },
      ondone: () => (done = true),
    },
  });
  flushSync();
  const input = document.querySelector('input');
  if (!input) throw new Error('no input');
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  await tick();
  await Promise.resolve();
  flushSync();
  const seen = { saved, done, value: input.value, invalid: input.getAttribute('aria-invalid') };
  await unmount(editor);
  return seen;
}

test('what is taken closes the editor', async () => {
  expect(await typed('2021-05', true)).toMatchObject({ saved: ['2021-05'], done: true });
});

test('what is refused stays to be mended', async () => {
  const seen = await typed('May of 2021', false);
  expect(seen).toEqual({ saved: ['May of 2021'], done: false, value: 'May of 2021', invalid: 'true' });
});

test('what was not changed is not saved', async () => {
  expect(await typed('2021', false)).toMatchObject({ saved: [], done: true });
});
