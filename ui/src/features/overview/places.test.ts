import { expect, test } from 'vitest';
import { placeOf } from './places';

test.each([
  ['set-status', { milestone: 12 }, '#/milestones/12'],
  ['remove-milestone', { milestone: 12 }, '#/milestones'],
  ['add-lineage', { kind: 'became', title: 'a' }, '#/milestones'],
  ['edit-note', { note: 3 }, '#/notes/3'],
  ['decide', { articles: 4, topic: 'energy' }, '#/articles'],
  ['import', {}, '#/imports'],
  ['edit-dossier', {}, null],
])('%s with %o leads to %s', (kind, args, place) => {
  expect(placeOf({ kind, args })).toBe(place);
});
