// The keys of the axis: what is chosen goes from milestone to milestone, Shift moves the window, + and − zoom.
import type { Axis, Item } from './axis.svelte';

/** The milestone a key leads to, or null. Left and right go in time, up and down to the nearest of the next lane. */
export function neighbour(
  key: string,
  axis: Pick<Axis, 'items' | 'lanes'>,
  selected: number | null,
): Item | null {
  const { items } = axis;
  const at = items.findIndex(({ id }) => id === selected);
  const current = items[at];
  switch (key) {
    case 'ArrowRight':
      return items[at + 1] ?? null;
    case 'ArrowLeft':
      return items[at < 0 ? items.length - 1 : at - 1] ?? null;
    case 'Home':
      return items[0] ?? null;
    case 'End':
      return items.at(-1) ?? null;
    case 'ArrowDown':
    case 'ArrowUp': {
      if (!current) return items[0] ?? null;
      const lane = axis.lanes.findIndex(({ id }) => id === current.milestone.lane);
      const next = axis.lanes[lane + (key === 'ArrowDown' ? 1 : -1)];
      const distance = (item: Item) => Math.abs(item.extent.at - current.extent.at);
      return next?.items.reduce((best, item) => (distance(item) < distance(best) ? item : best)) ?? null;
    }
    default:
      return null;
  }
}

/** Zooming and moving; false when the key means nothing here. */
export function steer(event: KeyboardEvent, axis: Axis, selected: number | null): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const item = selected === null ? undefined : axis.byId.get(selected);
  const inSight = item && item.extent.at > axis.view.t0 && item.extent.at < axis.view.t1;
  const about = inSight ? item.extent.at : (axis.view.t0 + axis.view.t1) / 2;
  if (event.key === '+' || event.key === '=') axis.zoomAbout(0.6, about, true);
  else if (event.key === '-' || event.key === '−') axis.zoomAbout(1 / 0.6, about, true);
  else if (event.key === '0') axis.fit();
  else if (event.shiftKey && event.key === 'ArrowLeft') axis.moveBy(-0.25, true);
  else if (event.shiftKey && event.key === 'ArrowRight') axis.moveBy(0.25, true);
  else return false;
  return true;
}
