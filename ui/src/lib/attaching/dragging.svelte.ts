// Passages or evidence dragged onto a milestone by the pointer. Anything on the screen with `data-milestone` takes them; Escape
// lets them go. The keys do the same: M in the reader and on hits, "Give…" on evidence.
import { attach, FOR, give, type Passage } from './deeds';

/** What is dragged: passages, got when they are dropped, or pieces of evidence of a milestone. */
export type Load =
  | { what: 'passages'; words: string; number: number; passages: () => Promise<readonly Passage[]> }
  | { what: 'evidence'; words: string; number: number; ids: readonly number[]; of: number };

/** A place that asks for the milestone. */
export const ANY = 0;

const MOVED = 5;
const OVER = 'data-over';

interface Drag {
  load: Load;
  x: number;
  y: number;
  on: number | null;
  /** Evidence is copied: Ctrl is held. */
  copies: boolean;
}

class Dragging {
  at = $state.raw<Drag | null>(null);
  /** Dropped where the milestone is asked for. */
  asked = $state.raw<{ load: Load; copies: boolean } | null>(null);
  #press: { load: () => Load | null; x: number; y: number } | null = null;
  #over: Element | null = null;

  /** A press that becomes a drag once the pointer moves; `load` is asked for then, and null keeps it a press. */
  press(event: MouseEvent, load: () => Load | null): void {
    if (event.button === 0) this.#press = { load, x: event.clientX, y: event.clientY };
  }

  move = (event: PointerEvent): void => {
    const press = this.#press;
    if (!press) return;
    if (event.buttons === 0) return this.leave();
    if (!this.at && Math.hypot(event.clientX - press.x, event.clientY - press.y) < MOVED) return;
    const load = this.at?.load ?? press.load();
    if (!load) return this.leave();
    const target = document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-milestone]');
    const on = target ? Number(target.getAttribute('data-milestone')) : null;
    const own = load.what === 'evidence' && load.of === on;
    this.#mark(own ? null : (target ?? null));
    const copies = load.what === 'evidence' && (event.ctrlKey || event.metaKey);
    this.at = { load, x: event.clientX, y: event.clientY, on: own ? null : on, copies };
  };

  end = (): void => {
    const dropped = this.at;
    this.leave();
    if (!dropped) return;
    swallowClick();
    const { load, on, copies } = dropped;
    if (on === null) return;
    if (on === ANY) this.asked = { load, copies };
    else void drop(load, on, copies);
  };

  keys = (event: KeyboardEvent): void => {
    if (!this.at || event.key !== 'Escape') return;
    this.leave();
    event.preventDefault();
    event.stopPropagation();
  };

  leave = (): void => {
    this.#press = null;
    this.#mark(null);
    this.at = null;
  };

  #mark(element: Element | null): void {
    if (element === this.#over) return;
    this.#over?.removeAttribute(OVER);
    element?.setAttribute(OVER, '');
    this.#over = element;
  }
}

export const dragging = new Dragging();

async function drop(load: Load, on: number, copies: boolean): Promise<void> {
  if (load.what === 'evidence') await give(load.ids, on, copies);
  else await attach(on, await load.passages(), FOR);
}

/** The click that ends a drag opens nothing. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
}
