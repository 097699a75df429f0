// Tells queries which kinds of things have changed. One change is announced once, however many commands report it.

type Listener = (kinds: ReadonlySet<string>) => void;

const listeners = new Set<Listener>();
let pending = new Set<string>();

/** Everything waiting for one of `kinds` is re-read after the current task. */
export function announce(kinds: Iterable<string>): void {
  const first = pending.size === 0;
  for (const kind of kinds) pending.add(kind);
  if (!first || pending.size === 0) return;
  queueMicrotask(() => {
    const told = pending;
    pending = new Set();
    for (const listener of [...listeners]) listener(told);
  });
}

export function onChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
