import { expect, test } from 'vitest';
import { CommandError } from './ipc/errors';
import { toasts } from './kit/toasts.svelte';
import { errorInWords, operationInWords, toastWithUndo } from './operations';

test.each([
  [
    'decide',
    { topic: 'energy', articles: 12, article: null, verdict: 'rejected' },
    'Rejected energy on 12 articles',
  ],
  ['decide', { topic: 'energy', articles: 1, article: 3, verdict: 'accepted' }, 'Accepted energy'],
  ['remove-articles', { articles: 1, title: 'A title' }, 'Moved “A title” to the bin'],
  ['remove-articles', { articles: 3, title: null }, 'Moved 3 articles to the bin'],
  ['accept-evidence', { evidence: 2, accepted: false }, 'Took 2 passages back out of briefings'],
  ['set-status', { title: 'Court', status: 'on-hold' }, 'Set “Court” to on hold'],
  ['set-status', { title: 'Court', status: 'on-hold', step: 'stalled' }, 'Set “Court” to stalled'],
  ['set-ladder', { ladder: 'Ours', changes: 0 }, 'Changed the status ladder to “Ours”'],
  [
    'set-ladder',
    { ladder: 'Ours', changes: 3 },
    'Changed the status ladder to “Ours”: 3 statuses went along',
  ],
  ['something-new', {}, 'Changed the dossier (something-new)'],
])('%s %o reads “%s”', (kind, args, words) => {
  expect(operationInWords({ kind, args })).toBe(words);
});

test('errors are worded by their code, unknown ones still say that the dossier is unharmed', () => {
  const error = (code: string, args = {}) => errorInWords(new CommandError({ code, args, detail: '' }));
  expect(error('in-use', { path: 'a.dossier' })).toContain('a.dossier is open in another Chancery');
  expect(error('never-heard-of')).toContain('unharmed');
});

test('only the last operation offers to be undone', () => {
  toastWithUndo('first');
  toastWithUndo('second');
  expect(
    toasts()
      .filter(({ action }) => action)
      .map(({ text }) => text),
  ).toEqual(['second']);
});
