import { expect, test } from 'vitest';
import { violation } from './boundaries.js';

const cases = [
  ['/ui/src/features/notes/Notes.svelte', '@tauri-apps/api/core', false],
  ['/ui/src/lib/ipc/call.ts', '@tauri-apps/api/core', true],
  ['/ui/src/features/notes/Notes.svelte', '$lib/kit/Button.svelte', true],
  ['/ui/src/features/notes/Notes.svelte', '../reader/Reader.svelte', false],
  ['/ui/src/features/notes/Notes.svelte', './Editor.svelte', true],
  ['/ui/src/features/notes/Notes.svelte', '../../app/Shell.svelte', false],
  ['/ui/src/lib/kit/Button.svelte', '../../features/notes/Notes.svelte', false],
  ['/ui/src/lib/kit/Button.svelte', '$lib/ipc/call', false],
  ['/ui/src/lib/kit/Button.svelte', '$lib/i18n', true],
  ['/ui/src/app/Shell.svelte', '../features/notes/section', true],
];

test.each(cases)('%s importing %s is allowed: %s', (from, source, allowed) => {
  expect(violation(from, source) === null).toBe(allowed);
});
