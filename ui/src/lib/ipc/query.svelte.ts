// A query: re-reads when what it depends on changes, keeps the old answer on screen meanwhile, ignores late answers.
import { untrack } from 'svelte';
import { onChange } from './changes';
import { toCommandError, type CommandError } from './errors';

/** No skeleton under this many milliseconds: what is quick should not flash. */
export const SLOW_AFTER_MS = 150;

const kept = new Map<string, unknown>();
const MOST_KEPT = 64;

function keep(key: string, value: unknown): void {
  kept.delete(key);
  kept.set(key, value);
  if (kept.size > MOST_KEPT) {
    const oldest = kept.keys().next().value;
    if (oldest !== undefined) kept.delete(oldest);
  }
}

/** Forgets every kept answer, as when another dossier is opened. */
export function forgetAnswers(): void {
  kept.clear();
}

export class Query<T> {
  /** The last answer; stays while a newer one is under way. */
  data = $state.raw<T | undefined>(undefined);
  error = $state.raw<CommandError | undefined>(undefined);
  loading = $state(false);
  /** Loading for longer than anyone would not notice, with nothing to show: draw a skeleton. */
  slow = $state(false);

  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  async run(ask: Promise<T>, key?: string): Promise<void> {
    const turn = ++this.#asked;
    this.loading = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (turn === this.#asked && this.loading) this.slow = true;
    }, SLOW_AFTER_MS);
    try {
      const answer = await ask;
      if (turn !== this.#asked) return;
      this.data = answer;
      this.error = undefined;
      if (key !== undefined) keep(key, answer);
    } catch (thrown) {
      if (turn !== this.#asked) return;
      this.error = toCommandError(thrown);
    } finally {
      if (turn === this.#asked) this.settle();
    }
  }

  /** Shows nothing, and drops what is under way: the question no longer makes sense. */
  clear(): void {
    this.#asked++;
    this.data = undefined;
    this.error = undefined;
    this.settle();
  }

  settle(): void {
    clearTimeout(this.#timer);
    this.loading = false;
    this.slow = false;
  }
}

export interface QueryOptions {
  /** With a key the answer is remembered, and shown at once when the same question comes again. */
  key?: () => string;
  /** The previous question's answer stays on screen until the next one's is there; the answer says itself what it is of. */
  stays?: boolean;
}

/**
 * Asks while the component lives. `ask` is tracked: what it reads reactively makes it ask again, as does any
 * change of one of `kinds`. It returns null when there is nothing to ask (nothing selected).
 */
export function query<T>(
  kinds: readonly string[],
  ask: () => Promise<T> | null,
  options: QueryOptions = {},
): Query<T> {
  const state = new Query<T>();
  let stale = $state(0);
  let shown: string | undefined;

  $effect.pre(() => {
    void stale;
    const key = options.key?.();
    const asked = ask();
    if (asked === null) {
      shown = undefined;
      state.clear();
      return;
    }
    if (key !== undefined && key !== shown) {
      // Another question: its own last answer, and the previous question's only where that was asked for.
      state.data =
        (kept.get(key) as T | undefined) ?? (options.stays ? untrack(() => state.data) : undefined);
      shown = key;
    }
    void state.run(asked, key);
  });

  $effect(() =>
    onChange((changed) => {
      if (kinds.some((kind) => changed.has(kind))) stale++;
    }),
  );

  return state;
}
