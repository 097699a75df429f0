// Links in a note's Markdown: `[[article:12]]`, `[[milestone:3|shown words]]`, `[[topic:slug]]`, `[[note:4]]`, `[[passage:12:100-140]]`.
import type { NoteTargetDto } from '$lib/ipc/generated/NoteTargetDto';

/** What a link in the text names; topics by slug, everything else by number. */
export type LinkTarget = Exclude<NoteTargetDto, { to: 'topic' }> | { to: 'topic'; slug: string };

export interface NoteLink {
  /** Place in the Markdown, in UTF-16 units as the editor counts; brackets included. */
  from: number;
  to: number;
  /** Null where it names nothing that can be linked to. */
  target: LinkTarget | null;
  /** The words after the bar. */
  words: string | null;
}

const LINK = /\[\[([^[\]|\n]+)(?:\|([^[\]\n]*))?\]\]/g;

export function parseTarget(text: string): LinkTarget | null {
  const passage = /^passage:(\d+):(\d+)-(\d+)$/.exec(text);
  if (passage) {
    const [article, start, end] = passage.slice(1).map(Number) as [number, number, number];
    // Without extent: its words no longer stand in the article.
    return start <= end ? { to: 'passage', article, span: { start, end } } : null;
  }
  const plain = /^(article|milestone|note):(\d+)$/.exec(text);
  if (plain) return { to: plain[1] as 'article' | 'milestone' | 'note', id: Number(plain[2]) };
  const topic = /^topic:([a-z0-9][a-z0-9-]*)$/.exec(text);
  return topic?.[1] ? { to: 'topic', slug: topic[1] } : null;
}

/** Every link in the text, in order. */
export function linksIn(markdown: string): NoteLink[] {
  return [...markdown.matchAll(LINK)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    target: parseTarget((match[1] ?? '').trim()),
    words: match[2]?.trim() || null,
  }));
}

/** The link at a place, its brackets included. */
export function linkAt(markdown: string, position: number): NoteLink | null {
  return linksIn(markdown).find(({ from, to }) => from <= position && position <= to) ?? null;
}

/** Inside an unfinished `[[…`: where the typed words begin and what they are. */
export function unfinishedLink(before: string): { from: number; typed: string } | null {
  const match = /\[\[([^[\]|\n]*)$/.exec(before);
  return match ? { from: match.index + 2, typed: match[1] ?? '' } : null;
}

/** A link as it is written; words that would break the brackets are dropped. */
export function linkText(target: LinkTarget, words?: string): string {
  const shown = words?.replaceAll(/[[\]|\n]/g, ' ').trim();
  return `[[${targetText(target)}${shown ? `|${shown}` : ''}]]`;
}

/** The part of a link before the bar: one name for one thing, also as a key. */
export function targetText(target: LinkTarget): string {
  switch (target.to) {
    case 'passage':
      return `passage:${target.article}:${target.span.start}-${target.span.end}`;
    case 'topic':
      return `topic:${target.slug}`;
    default:
      return `${target.to}:${target.id}`;
  }
}
