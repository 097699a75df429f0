// Drafts not saved yet: they outlive going elsewhere in the window, and end with the session.
import { SvelteMap } from 'svelte/reactivity';
import { dossier } from '$lib/desk.svelte';
import type { TopicDetailDto } from '$lib/ipc/generated/TopicDetailDto';
import { draftOf, emptyDraft, type Draft } from './draft';

/** `new`: one that is not in the codebook yet. */
export type DraftId = number | 'new';

interface Kept {
  draft: Draft;
  /** As it was when writing began. */
  before: Draft;
  /** Where a new one goes. */
  parent: number | null;
}

const kept = new SvelteMap<string, Kept>();
const keyOf = (id: DraftId) => `${dossier()?.path ?? ''} ${id}`;

export function draftKept(id: DraftId | null): Kept | undefined {
  return id === null ? undefined : kept.get(keyOf(id));
}

export function beginEditing(detail: TopicDetailDto): void {
  const id = detail.topic.id;
  if (kept.has(keyOf(id))) return;
  const draft = $state(draftOf(detail));
  kept.set(keyOf(id), { draft, before: draftOf(detail), parent: detail.topic.parent });
}

export function beginNew(group: boolean, parent: number | null, colour: number): void {
  const draft = $state(emptyDraft(group, colour));
  kept.set(keyOf('new'), { draft, before: emptyDraft(group, colour), parent });
}

export function dropDraft(id: DraftId): void {
  kept.delete(keyOf(id));
}
