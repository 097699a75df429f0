// Where a topic can go in the tree: a step by keys, or dropped on a row.
import type { TopicDto } from '$lib/ipc/generated/TopicDto';

type Node = Pick<TopicDto, 'id' | 'parent' | 'group'>;

export type Direction = 'up' | 'down' | 'in' | 'out';

export interface Place {
  parent: number | null;
  /** The sibling it stands before; null: last. */
  before: number | null;
}

const siblingsOf = (topics: readonly Node[], parent: number | null) =>
  topics.filter((topic) => topic.parent === parent);

/** Whether `id` is `above`, or lies somewhere under it. */
export function liesUnder(topics: readonly Node[], id: number, above: number): boolean {
  let at: number | null = id;
  for (let depth = 0; at !== null && depth <= topics.length; depth++) {
    if (at === above) return true;
    at = topics.find((topic) => topic.id === at)?.parent ?? null;
  }
  return false;
}

/** The place a step leads to: up and down among its siblings, in under the one before it, out behind its parent. */
export function step(topics: readonly Node[], id: number, direction: Direction): Place | null {
  const topic = topics.find((one) => one.id === id);
  if (!topic) return null;
  const siblings = siblingsOf(topics, topic.parent);
  const at = siblings.indexOf(topic);
  if (direction === 'up') {
    const before = siblings[at - 1];
    return before ? { parent: topic.parent, before: before.id } : null;
  }
  if (direction === 'down') {
    if (at === siblings.length - 1) return null;
    return { parent: topic.parent, before: siblings[at + 2]?.id ?? null };
  }
  if (direction === 'in') {
    const above = siblings[at - 1];
    return above ? { parent: above.id, before: null } : null;
  }
  const parent = topics.find((one) => one.id === topic.parent);
  if (!parent) return null;
  const beside = siblingsOf(topics, parent.parent);
  return { parent: parent.parent, before: beside[beside.indexOf(parent) + 1]?.id ?? null };
}

export type Drop = 'before' | 'into' | 'after';

/** Which part of a row the pointer is over: its upper and lower quarter are between rows. */
export function dropAt(offset: number, height: number): Drop {
  if (offset < height / 4) return 'before';
  return offset > (height * 3) / 4 ? 'after' : 'into';
}

/** The place a drop on another topic means; null where it can't go there. */
export function placeOf(topics: readonly Node[], dragged: number, on: number, drop: Drop): Place | null {
  const target = topics.find((one) => one.id === on);
  if (!target || liesUnder(topics, on, dragged)) return null;
  if (drop === 'into') return { parent: on, before: null };
  if (drop === 'before') return { parent: target.parent, before: on };
  const siblings = siblingsOf(topics, target.parent).filter(({ id }) => id !== dragged);
  const next = siblings[siblings.findIndex(({ id }) => id === on) + 1];
  return { parent: target.parent, before: next?.id ?? null };
}
