import { describe, expect, test } from 'vitest';
import { Draft, type DraftStep } from './draft.svelte';

const step = (id: string, sense: string, ru: string | null = null) => ({
  id,
  words: { en: id, ru, be: null },
  mark: '',
  sense,
});
const ladder = {
  name: { en: 'Yes or no', ru: 'Да или нет', be: null },
  steps: [step('no', 'not-begun', 'нет'), step('half', 'partly'), step('yes', 'done')],
};

function drawn() {
  const draft = new Draft();
  draft.take(ladder);
  const at = (place: number) => draft.steps[place] as DraftStep;
  const ids = () => draft.args().steps.map(({ id, words }) => id || words.en);
  return { draft, at, ids };
}

describe('a ladder in the making', () => {
  test('is the one it began with until something differs', () => {
    const { draft, at } = drawn();
    expect(draft.is(ladder)).toBe(true);
    at(0).mark = '0';
    expect(draft.is(ladder)).toBe(false);
    draft.take(ladder);
    draft.send('no', 1, 'half');
    expect(draft.is(ladder)).toBe(false);
  });

  test('its steps go up and down, and stay where they are at the ends', () => {
    const { draft, at, ids } = drawn();
    expect(draft.move(at(2), -1)).toBe(1);
    expect(ids()).toEqual(['no', 'yes', 'half']);
    expect(draft.move(at(0), -1)).toBeNull();
    expect(draft.move(at(2), 1)).toBeNull();
  });

  test('new English words drop translations that came with the old, not those written here', () => {
    const { draft, at } = drawn();
    draft.rename(at(0), 'not yet');
    expect(draft.args().steps[0]?.words).toEqual({ en: 'not yet', ru: null, be: null });
    draft.rename(at(1), 'halfway');
    at(1).words.ru = 'наполовину';
    draft.rename(at(1), 'half way');
    expect(draft.args().steps[1]?.words).toEqual({ en: 'half way', ru: 'наполовину', be: null });
    draft.call('Yes, half, no');
    expect(draft.args().name.ru).toBeNull();
  });

  test('a step that takes statuses keeps its id, and one removed takes none', () => {
    const { draft, ids } = drawn();
    const added = draft.add();
    added.words.en = 'Подписано';
    draft.send('half', 3, 'podpisano');
    added.words.en = 'Подписано, но';
    expect(ids()).toEqual(['no', 'half', 'yes', 'podpisano']);
    expect(draft.args().moves).toEqual({ half: 'podpisano' });
    draft.remove(added);
    expect([ids(), draft.args().moves]).toEqual([['no', 'half', 'yes'], {}]);
  });
});
