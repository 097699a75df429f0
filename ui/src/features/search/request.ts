// What is asked, from the address: words with their fields, and order. Everything is in the address, so Back and links work.
import type { SearchArgs } from '$lib/ipc/generated/SearchArgs';

type Params = Readonly<Record<string, string>>;

/** Typing is followed after this pause, which only joins what comes at once: who types fast leaves some 100 ms between letters. */
export const TYPING_PAUSE_MS = 20;
export const PAGE = 50;

let lastTurn = 0;

/** The number of a question: later ones end those before them, also after the window was loaded anew. */
export function nextTurn(): number {
  lastTurn = Math.max(lastTurn + 1, Math.floor(Date.now() / 1000));
  return lastTurn;
}

/** The question of an address; null when no words are in it. */
export function requestOf(params: Params, limit: number): SearchArgs | null {
  const query = params.q?.trim() ?? '';
  if (!query) return null;
  return {
    query,
    filter: {
      query: null,
      asTyped: params.typed === '1',
      topic: null,
      outlet: null,
      language: null,
      review: null,
      after: null,
      before: null,
      stories: params.stories === '1',
      cameAfter: null,
      inBin: false,
    },
    newestFirst: params.sort !== 'relevance',
    offset: 0,
    limit,
  };
}

/** How what is found is looked at; passages are the first. */
export const VIEWS = ['passages', 'context', 'trend'] as const;

export const viewOf = (params: Params): (typeof VIEWS)[number] =>
  VIEWS.find((view) => view === params.view) ?? 'passages';

/** The address with one detail changed; an empty one is left out. */
export function withParam(params: Params, name: string, value: string): Record<string, string> {
  const others = Object.fromEntries(Object.entries(params).filter(([other]) => other !== name));
  return value ? { ...others, [name]: value } : others;
}

/** The address with several details changed. */
export const withParams = (params: Params, changes: Params): Record<string, string> =>
  Object.entries(changes).reduce((now, [name, value]) => withParam(now, name, value), { ...params });
