import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dragging, type Load } from './dragging.svelte';
import { lastMilestone, recentFirst, recentMilestones, usedMilestone } from './recent.svelte';

const { give, attach } = vi.hoisted(() => ({ give: vi.fn(), attach: vi.fn() }));
vi.mock('./deeds', () => ({ give, attach, FOR: { stance: 'supports', proves: 'milestone' } }));

describe('milestones used last', () => {
  it('come first, each once, and no more than six are remembered', () => {
    expect(lastMilestone()).toBeNull();
    for (const id of [1, 2, 3, 4, 5, 6, 7, 3]) usedMilestone(id);
    expect(recentMilestones()).toEqual([3, 7, 6, 5, 4, 2]);
    expect(lastMilestone()).toBe(3);
    expect(recentFirst([{ id: 1 }, { id: 9 }, { id: 7 }, { id: 3 }]).map(({ id }) => id)).toEqual([
      3, 7, 1, 9,
    ]);
  });
});

describe('dragging', () => {
  const place = document.createElement('div');
  place.dataset.milestone = '5';
  const own = document.createElement('div');
  own.dataset.milestone = '2';
  let under: Element | null = null;
  const at = (x: number, more: Partial<PointerEvent> = {}) =>
    ({
      button: 0,
      buttons: 1,
      clientX: x,
      clientY: 0,
      ctrlKey: false,
      metaKey: false,
      ...more,
    }) as PointerEvent;
  const evidence: Load = { what: 'evidence', words: 'w', number: 2, ids: [8, 9], of: 2 };

  beforeEach(() => {
    give.mockReset();
    attach.mockReset();
    document.elementFromPoint = () => under;
  });
  afterEach(() => dragging.leave());

  it('begins once the pointer moves, and gives what is dropped on a milestone', () => {
    dragging.press(at(0), () => evidence);
    dragging.move(at(2));
    expect(dragging.at).toBeNull();
    under = place;
    dragging.move(at(20));
    expect(dragging.at?.on).toBe(5);
    expect(place.hasAttribute('data-over')).toBe(true);
    dragging.end();
    expect(place.hasAttribute('data-over')).toBe(false);
    expect(give).toHaveBeenCalledWith([8, 9], 5, false);
  });

  it('copies with Ctrl, and never onto the milestone that has it', () => {
    dragging.press(at(0), () => evidence);
    under = own;
    dragging.move(at(20, { ctrlKey: true }));
    expect(dragging.at).toMatchObject({ on: null, copies: true });
    dragging.end();
    expect(give).not.toHaveBeenCalled();
    dragging.press(at(0), () => evidence);
    under = place;
    dragging.move(at(20, { ctrlKey: true }));
    dragging.end();
    expect(give).toHaveBeenCalledWith([8, 9], 5, true);
  });

  it('is let go by Escape, by a button released elsewhere, and where nothing takes it', () => {
    const escape = new KeyboardEvent('keydown', { key: 'Escape', cancelable: true });
    dragging.press(at(0), () => evidence);
    dragging.move(at(20));
    dragging.keys(escape);
    expect([dragging.at, escape.defaultPrevented]).toEqual([null, true]);
    dragging.press(at(0), () => evidence);
    dragging.move(at(20, { buttons: 0 }));
    under = null;
    dragging.press(at(0), () => evidence);
    dragging.move(at(20));
    dragging.end();
    expect(give).not.toHaveBeenCalled();
  });

  it('asks which where that is what it is dropped on', () => {
    const ask = document.createElement('div');
    ask.dataset.milestone = '0';
    under = ask;
    const load: Load = { what: 'passages', words: 'w', number: 1, passages: () => Promise.resolve([]) };
    dragging.press(at(0), () => load);
    dragging.move(at(20));
    dragging.end();
    expect(dragging.asked?.load).toBe(load);
    dragging.asked = null;
    expect(attach).not.toHaveBeenCalled();
  });
});
