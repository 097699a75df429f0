// Wheel, drag and pinch on the axis. Wheel zooms about the pointer; sideways or with Shift it moves.
import type { Axis } from './axis.svelte';

const PER_WHEEL = 0.0016;
const DRAG_AFTER_PX = 4;

/** Follows an element's gestures while it lives; an attachment. */
export function gestures(axis: Axis): (element: HTMLElement) => () => void {
  return (element) => {
    const pointers = new Map<number, PointerEvent>();
    let dragging = false;
    let pressed: { x: number } | null = null;

    const within = (event: MouseEvent) => event.clientX - element.getBoundingClientRect().left;

    function wheel(event: WheelEvent) {
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 18 : 1;
      const dx = (event.shiftKey ? event.deltaY || event.deltaX : event.deltaX) * lines;
      const dy = event.shiftKey ? 0 : event.deltaY * lines;
      if (Math.abs(dx) > Math.abs(dy)) axis.moveBy(dx / Math.max(axis.width, 1));
      else if (dy !== 0) axis.zoomAbout(Math.exp(dy * PER_WHEEL), axis.toTime(within(event)));
    }

    function down(event: PointerEvent) {
      if (event.button !== 0) return;
      pointers.set(event.pointerId, event);
      pressed = { x: event.clientX };
    }

    function move(event: PointerEvent) {
      const before = pointers.get(event.pointerId);
      if (!before) return;
      const other = [...pointers.values()].find(({ pointerId }) => pointerId !== event.pointerId);
      if (other) {
        const was = Math.hypot(before.clientX - other.clientX, before.clientY - other.clientY);
        const is = Math.hypot(event.clientX - other.clientX, event.clientY - other.clientY);
        const middle = (event.clientX + other.clientX) / 2 - element.getBoundingClientRect().left;
        if (was > 0 && is > 0) axis.zoomAbout(was / is, axis.toTime(middle));
        dragging = true;
      } else if (dragging || Math.abs(event.clientX - (pressed?.x ?? 0)) > DRAG_AFTER_PX) {
        // The press is captured only now: a captured pointer would never click a glyph.
        if (!dragging) element.setPointerCapture(event.pointerId);
        dragging = true;
        axis.moveBy((before.clientX - event.clientX) / Math.max(axis.width, 1));
      }
      pointers.set(event.pointerId, event);
    }

    function up(event: PointerEvent) {
      pointers.delete(event.pointerId);
      pressed = null;
    }

    /** The click that ends a drag chooses nothing. */
    function click(event: MouseEvent) {
      if (dragging) event.stopPropagation();
      dragging = false;
    }

    const listeners: [string, (event: never) => void, AddEventListenerOptions][] = [
      ['wheel', wheel, { passive: false }],
      ['pointerdown', down, {}],
      ['pointermove', move, {}],
      ['pointerup', up, {}],
      ['pointercancel', up, {}],
      ['click', click, { capture: true }],
    ];
    for (const [name, listener, options] of listeners) {
      element.addEventListener(name, listener as EventListener, options);
    }
    return () => {
      for (const [name, listener, options] of listeners) {
        element.removeEventListener(name, listener as EventListener, options);
      }
    };
  };
}
