// Looking at a saved search: what is new is what came in since one looked before, also while one goes on looking.
import { announce, call } from '$lib/ipc';

export interface Looking {
  /** The last article that was in when one looked before; null where no saved search is shown. */
  readonly seen: number | null;
}

/** Marks the saved search as looked at when it is shown. */
export function lookingAt(saved: () => number | null): Looking {
  let seen = $state<number | null>(null);
  // The number alone: to look is told to the list, which then is read again.
  const shown = $derived(saved());

  $effect(() => {
    const id = shown;
    seen = null;
    if (id === null) return;
    let current = true;
    call('saved_search_look', { id })
      .then((looked) => {
        if (current) seen = looked.seen;
        announce(['searches']);
      })
      // One that is not there has no name to show either.
      .catch(() => {});
    return () => (current = false);
  });

  return {
    get seen() {
      return seen;
    },
  };
}
