// A topic dragged over others by the pointer: which row it is over, and where on it. Escape lets it go.
import { dropAt, type Drop } from './moves';

const MOVED = 5;

export class Dragging {
  at = $state.raw<{ topic: number; on: number | null; drop: Drop } | null>(null);
  #press: { topic: number; x: number; y: number } | null = null;
  #ondrop: (topic: number, on: number, drop: Drop) => void;

  constructor(ondrop: (topic: number, on: number, drop: Drop) => void) {
    this.#ondrop = ondrop;
  }

  press(event: PointerEvent, topic: number): void {
    if (event.button === 0) this.#press = { topic, x: event.clientX, y: event.clientY };
  }

  move = (event: PointerEvent): void => {
    const press = this.#press;
    if (!press) return;
    if (!this.at && Math.hypot(event.clientX - press.x, event.clientY - press.y) < MOVED) return;
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const row = under?.closest<HTMLElement>('[data-topic]');
    const box = row?.getBoundingClientRect();
    const on = row ? Number(row.dataset.topic) : null;
    this.at = {
      topic: press.topic,
      on: on === press.topic ? null : on,
      drop: box ? dropAt(event.clientY - box.top, box.height) : 'into',
    };
  };

  end = (): void => {
    const dropped = this.at;
    this.leave();
    if (dropped && dropped.on !== null) this.#ondrop(dropped.topic, dropped.on, dropped.drop);
  };

  keys = (event: KeyboardEvent): void => {
    if (!this.at || event.key !== 'Escape') return;
    this.leave();
    event.preventDefault();
  };

  leave(): void {
    this.#press = null;
    this.at = null;
  }
}
