// Work put off until typing pauses: the newest request wins, and nothing asked for is lost when one leaves.

export interface Later<A extends unknown[]> {
  /** Asks for a run with these arguments once nothing was asked for `wait` milliseconds. */
  (...args: A): void;
  /** Runs at once what is waiting, if anything is. */
  flush: () => void;
  /** Forgets what is waiting. */
  cancel: () => void;
  waiting: () => boolean;
}

/**
 * `most`: run at the latest this many milliseconds after the first request, however long typing goes on.
 */
export function later<A extends unknown[]>(
  run: (...args: A) => void,
  wait: number,
  most = Number.POSITIVE_INFINITY,
): Later<A> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let first = 0;
  let latest: A | undefined;

  function go() {
    clearTimeout(timer);
    timer = undefined;
    const args = latest;
    latest = undefined;
    if (args) run(...args);
  }

  function ask(...args: A) {
    const now = Date.now();
    if (latest === undefined) first = now;
    latest = args;
    clearTimeout(timer);
    timer = setTimeout(go, Math.max(0, Math.min(wait, first + most - now)));
  }

  ask.flush = go;
  ask.cancel = () => {
    clearTimeout(timer);
    timer = undefined;
    latest = undefined;
  };
  ask.waiting = () => latest !== undefined;
  return ask;
}
