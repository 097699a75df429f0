// Small things the window remembers: widths, the theme, where it was. Kept by the shell as one JSON text, never
// journaled and never part of the dossier's content. Start-up hands the text in and is told what to save.

import { untrack } from 'svelte';

type Value = string | number | boolean;

/** `false` given as the initial value means a boolean, not the literal. */
type Wide<T extends Value> = T extends boolean ? boolean : T extends number ? number : string;

export interface Pref<T extends Value> {
  value: T;
}

const SAVE_AFTER_MS = 400;
let stored: Record<string, unknown> = {};
let save: (json: string) => void = () => {};
let timer: ReturnType<typeof setTimeout> | undefined;
const known = new Map<string, { pref: Pref<Value>; take: (value: unknown) => void }>();

/** Takes what was saved last time. Unreadable text counts as nothing saved. */
export function startPrefs(json: string, onsave: (json: string) => void): void {
  try {
    const read: unknown = JSON.parse(json || '{}');
    stored = typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : {};
  } catch {
    stored = {};
  }
  save = onsave;
  for (const [name, { take }] of known) take(stored[name]);
}

/** Saves at once what waits, as when the window closes. */
export function flushPrefs(): void {
  if (timer === undefined) return;
  clearTimeout(timer);
  timer = undefined;
  save(JSON.stringify(stored));
}

/** The preference `name`, shared by everyone who asks for it. A stored value of another type counts as absent. */
export function pref<T extends Value>(name: string, initial: T): Pref<Wide<T>> {
  const existing = known.get(name);
  if (existing) return existing.pref as Pref<Wide<T>>;
  const fitting = (value: unknown) => (typeof value === typeof initial ? value : initial) as Wide<T>;
  let current = $state<Wide<T>>(fitting(stored[name]));
  const made: Pref<Wide<T>> = {
    get value() {
      return current;
    },
    set value(next) {
      if (next === untrack(() => current)) return;
      current = next;
      stored[name] = next;
      clearTimeout(timer);
      timer = setTimeout(flushPrefs, SAVE_AFTER_MS);
    },
  };
  known.set(name, { pref: made as unknown as Pref<Value>, take: (value) => (current = fitting(value)) });
  return made;
}
