// What can be done with the codebook: begun here from the tree, the page and the palette alike.
import { inWords, topicById, topics } from '$lib/desk.svelte';
import type { TopicDetailDto } from '$lib/ipc/generated/TopicDetailDto';
import { go } from '$lib/nav';
import { perform } from '$lib/operations';
import { TOPIC_COLOURS } from '$lib/topic-colours';
import { standsFor } from './codebook';
import { beginEditing, beginNew } from './editor/drafts.svelte';
import { step, type Direction } from './tree/moves';

/** A dialog that is open, and the topic it is about. */
export type Asking = { what: 'merge' | 'split' | 'remove'; topic: number } | { what: 'export' | 'import' };

let asking = $state.raw<Asking | null>(null);

export function asked(): Asking | null {
  return asking;
}

export function ask(next: Asking | null): void {
  asking = next;
}

export function edit(detail: TopicDetailDto): void {
  beginEditing(detail);
  go('topics', detail.topic.id);
}

/** Begins a topic or heading under `parent`; one on top takes the next colour. */
export function make(group: boolean, parent: number | null): void {
  const tops = topics().filter((topic) => topic.parent === null).length;
  beginNew(group, parent, parent === null ? tops % TOPIC_COLOURS : (topicById(parent)?.colour ?? 0));
  go('topics', 'new');
}

/** Where a new topic goes when one is open: under it where it is a heading, beside it else. */
export function parentFor(open: number | null): number | null {
  const topic = open === null ? undefined : topicById(open);
  if (!topic) return null;
  return topic.group ? topic.id : topic.parent;
}

/** Moves a topic a step in the tree. */
export function moveBy(topic: number, direction: Direction): void {
  const moved = standsFor(topics(), topic, ({ label }) => inWords(label));
  const place = step(topics(), moved, direction);
  if (place) void perform('topic_move', { topic: moved, ...place });
}
