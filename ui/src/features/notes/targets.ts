// From what a link names to where it leads and what it is called.
import { topicById, topics } from '$lib/desk.svelte';
import { t } from '$lib/i18n';
import type { NoteTargetDto } from '$lib/ipc/generated/NoteTargetDto';
import type { IconName } from '$lib/kit/icons';
import { go, goToPassage } from '$lib/nav';
import type { LinkTarget } from './links';

/** The wire names topics by number, the text by slug. Null for a topic that is gone. */
export function asLink(target: NoteTargetDto): LinkTarget | null {
  if (target.to !== 'topic') return target;
  const slug = topicById(target.id)?.slug;
  return slug ? { to: 'topic', slug } : null;
}

export function follow(target: LinkTarget): void {
  switch (target.to) {
    case 'passage':
      goToPassage(target.article, target.span.start, target.span.end);
      break;
    case 'topic': {
      const topic = topics().find(({ slug }) => slug === target.slug);
      if (topic) go('topics', topic.id);
      break;
    }
    default:
      go(`${target.to}s`, target.id);
  }
}

export const ICON: Record<LinkTarget['to'], IconName> = {
  article: 'articles',
  passage: 'quote',
  topic: 'topics',
  milestone: 'milestones',
  note: 'notes',
};

export function kindOf(to: LinkTarget['to']): string {
  const WORDS = {
    article: t('link-article'),
    passage: t('link-passage'),
    topic: t('link-topic'),
    milestone: t('link-milestone'),
    note: t('link-note'),
  };
  return WORDS[to];
}
