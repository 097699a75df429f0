// Where an operation of the list leads: to the thing it was done to, where that is still known, else to its section.
import type { OperationDto } from '$lib/ipc/generated/OperationDto';
import { hashOf } from '$lib/nav';

/** Sections by the last word of an operation's kind. */
const SECTIONS: Readonly<Record<string, string>> = {
  milestone: 'milestones',
  status: 'milestones',
  ladder: 'milestones',
  evidence: 'milestones',
  passages: 'milestones',
  stance: 'milestones',
  lineage: 'milestones',
  register: 'milestones',
  note: 'notes',
  search: 'search',
  briefing: 'briefings',
  topic: 'topics',
  codebook: 'topics',
  coding: 'topics',
  codings: 'topics',
  outlet: 'outlets',
  outlets: 'outlets',
  import: 'imports',
  decide: 'articles',
  decision: 'articles',
  articles: 'articles',
  field: 'articles',
  look: 'look',
  again: 'articles',
  passage: 'lost',
};

export function placeOf({ kind, args }: Pick<OperationDto, 'kind' | 'args'>): string | null {
  const section = SECTIONS[kind.split('-').at(-1) ?? ''];
  if (!section) return null;
  const name = section.replace(/s$/, '');
  const id: unknown = (args as Record<string, unknown>)[name];
  // What was removed has no page any more.
  const there = typeof id === 'number' && !kind.startsWith('remove-');
  return hashOf(section, there ? id : undefined);
}
