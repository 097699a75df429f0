// Lineage in words: what a link is called, and what a screen reader says of a milestone's links.
import { inWords } from '$lib/desk.svelte';
import { t, tryT } from '$lib/i18n';
import type { RegisterDto } from '$lib/ipc/generated/RegisterDto';

export const LINKS = [
  'became',
  'split-into',
  'merged-into',
  'renamed',
  'superseded-by',
  'withdrawn',
] as const;

export const linkInWords = (kind: string): string => tryT(`lineage-${kind}`) ?? kind;

/** "became Most roadmaps agreed; out of Drafts prepared: was split into": every link of a milestone, by its side. */
export function linksSpoken(id: number, { milestones, lineage }: RegisterDto): string {
  const titleOf = (other: number) => {
    const found = milestones.find((milestone) => milestone.id === other);
    return found ? inWords(found.title) : '';
  };
  return lineage
    .flatMap(({ from, to, kind }) => {
      if (from === id) return [`${linkInWords(kind)} ${titleOf(to)}`];
      if (to === id) return [t('lineage-out-of', { title: titleOf(from), kind: linkInWords(kind) })];
      return [];
    })
    .join('; ');
}
