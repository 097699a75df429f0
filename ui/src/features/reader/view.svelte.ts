// What reader and inspector share while an article is open: the topic in focus, the passage to go to, the coding to show.
import type { Span } from '$lib/text/positions';

export class ReaderView {
  /** The topic whose passages stand out, and which A and R decide. */
  topic = $state<number | null>(null);
  /** Where to go, in code points; a new object each time, so that going twice scrolls twice. */
  target = $state.raw<Span | null>(null);

  /** The words selected in the text. */
  selected = $state.raw<Span | null>(null);

  /** The coding to be shown with its memo; a new object each time. */
  coding = $state.raw<{ id: number } | null>(null);

  jump(span: Span): void {
    this.target = { start: span.start, end: span.end };
  }

  showCoding(id: number): void {
    this.coding = { id };
  }

  /** Another article: nothing of the former one holds. */
  reset(): void {
    this.topic = null;
    this.target = null;
    this.selected = null;
    this.coding = null;
  }
}
