// Ranges in rendered text and the CSS Custom Highlight registry: passages are coloured without touching the markup.
import type { Span } from './positions';

/** A stretch of the text that is drawn as one text node; offsets are UTF-16 in the whole text. */
export interface DrawnBlock {
  start: number;
  end: number;
  node: Text;
}

/** The blocks drawn in an element: those that say with `data-start` where in the text they begin. */
export function drawnIn(element: HTMLElement | undefined): DrawnBlock[] {
  const blocks = element?.querySelectorAll<HTMLElement>('[data-start]') ?? [];
  return [...blocks].flatMap((block) => {
    const node = block.firstChild;
    const start = Number(block.dataset.start);
    return node instanceof Text ? [{ start, end: start + node.length, node }] : [];
  });
}

/** The DOM range of a UTF-16 span, or null when none of it is drawn. Blocks are in order. */
export function rangeOf(blocks: readonly DrawnBlock[], span: Span): Range | null {
  const touched = blocks.filter((block) => block.start < span.end && block.end > span.start);
  const first = touched[0];
  const last = touched.at(-1);
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(first.node, Math.max(0, span.start - first.start));
  range.setEnd(last.node, Math.min(last.end, span.end) - last.start);
  return range;
}

/** The place in the whole text of a point in a drawn node, or null when it lies elsewhere. */
export function placeOf(blocks: readonly DrawnBlock[], node: Node | null, offset: number): number | null {
  if (!node) return null;
  const block = blocks.find((candidate) => candidate.node === node);
  if (block) return block.start + offset;
  // A selection may begin or end on an element: before its n-th child, or behind its last one.
  const inside = blocks.filter((candidate) => node.contains(candidate.node));
  const child = node.childNodes[offset];
  if (!child) return inside.at(-1)?.end ?? null;
  const next = inside.find(
    (candidate) =>
      child.contains(candidate.node) ||
      child.compareDocumentPosition(candidate.node) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return next?.start ?? inside.at(-1)?.end ?? null;
}

/** Whether the engine can highlight without markup; without it the text stays readable, only plain. */
export const canHighlight =
  typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight === 'function';

/**
 * Highlights that lie over each other, the last name on top. Only those with ranges are registered: WebKit works out the style of
 * every name registered anew for each stretch of text it paints, wherever in the window that is. They lie in the order of
 * registration, in every engine. No priorities: WebKitGTK 2.50 ends its process when it sorts one in between two others (it
 * inserts before the first of the list, at -1).
 */
export class HighlightLayers {
  readonly #layers: ReadonlyMap<string, Highlight>;

  constructor(names: readonly string[]) {
    this.#layers = new Map(canHighlight ? names.map((name) => [name, new Highlight()]) : []);
  }

  /** Shows exactly these ranges in the layers, and none in those not named. */
  show(ranges: ReadonlyMap<string, readonly Range[]>): void {
    const registered = this.#shown();
    for (const [name, layer] of this.#layers) {
      layer.clear();
      for (const range of ranges.get(name) ?? []) layer.add(range);
    }
    if (this.#shown().join() !== registered.join()) this.#register();
  }

  #shown(): string[] {
    return [...this.#layers].flatMap(([name, layer]) => (layer.size > 0 ? [name] : []));
  }

  #register(): void {
    for (const name of this.#layers.keys()) CSS.highlights.delete(name);
    for (const [name, layer] of this.#layers) if (layer.size > 0) CSS.highlights.set(name, layer);
  }
}
