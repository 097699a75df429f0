// Where the window is: section, thing, and details such as a passage; kept in the hash, so Back and Forward work.

import { untrack } from 'svelte';

export interface Route {
  section: string;
  id?: string;
  params: Readonly<Record<string, string>>;
}

export function parseHash(hash: string): Route | null {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?');
  const [section, id] = path.split('/').map(decodeURIComponent);
  if (!section) return null;
  return { section, id: id || undefined, params: Object.fromEntries(new URLSearchParams(search)) };
}

export function hashOf(
  section: string,
  id?: string | number,
  params: Record<string, string | number> = {},
): string {
  const search = new URLSearchParams(
    Object.entries(params).map(([key, value]) => [key, String(value)]),
  ).toString();
  const path = id === undefined ? section : `${section}/${encodeURIComponent(id)}`;
  return `#/${path}${search ? `?${search}` : ''}`;
}

let current = $state.raw<Route>({ section: '', params: {} });
let arrival = $state(0);

export function route(): Route {
  return current;
}

/** Counts arrivals: going to the same passage twice is two arrivals, and the reader scrolls twice. */
export function arrivals(): number {
  return arrival;
}

export function go(section: string, id?: string | number, params?: Record<string, string | number>): void {
  const hash = hashOf(section, id, params);
  if (location.hash === hash) {
    arrive();
    return;
  }
  location.hash = hash;
  take();
}

/**
 * Like `go`, but leaves no step behind for Back: for selection that follows the arrow keys. It moves within a section: an answer that
 * comes after one has left for another must not call back.
 */
export function slide(section: string, id?: string | number, params?: Record<string, string | number>): void {
  const here = parseHash(location.hash);
  if (here && here.section !== section) return;
  history.replaceState(history.state, '', hashOf(section, id, params));
  take();
}

/** Opens an article at a passage: code-point positions, as they are stored. */
export function goToPassage(article: number | string, start: number, end: number): void {
  go('articles', article, { start, end });
}

// Going somewhere may happen inside an effect, which must not come to depend on where one is.
function arrive(): void {
  arrival = untrack(arrivals) + 1;
}

function take(): void {
  const next = parseHash(location.hash);
  if (next) {
    current = next;
    arrive();
  }
}

/** Starts following the hash; `home` is where an empty one leads. */
export function startRouting(home: string): () => void {
  if (!parseHash(location.hash)) history.replaceState(null, '', hashOf(home));
  take();
  const follow = () => {
    const next = parseHash(location.hash);
    if (
      next &&
      hashOf(next.section, next.id, next.params) !== hashOf(current.section, current.id, current.params)
    ) {
      take();
    }
  };
  window.addEventListener('hashchange', follow);
  return () => window.removeEventListener('hashchange', follow);
}
