// What reader and inspector share while an article is open: the topic in focus and the passage to go to.
import type { Span } from '$lib/text/positions';

export class ReaderView {
  /** The topic whose passages stand out, and which A and R decide. */
  topic = $state<number | null>(null);
  /** Where to go, in code points; a new object each time, so that going twice scrolls twice. */
  target = $state.raw<Span | null>(null);

  jump(span: Span): void {
    this.target = { start: span.start, end: span.end };
  }

  /** Another article: nothing of the former one holds. */
  reset(): void {
    this.topic = null;
    this.target = null;
  }
}
