// Hits as rows to go through: one for each passage, the article's title over its first.
import type { AroundArgs } from '$lib/ipc/generated/AroundArgs';
import type { SearchHitDto } from '$lib/ipc/generated/SearchHitDto';
import type { SnippetDto } from '$lib/ipc/generated/SnippetDto';
import type { SpanDto } from '$lib/ipc/generated/SpanDto';
import { Positions } from '$lib/text/positions';

export interface HitRow {
  key: string;
  hit: SearchHitDto;
  /** None: the words stand in the title only. */
  snippet: SnippetDto | null;
  first: boolean;
}

/** A hit's rows; the article alone where its words stand in the title only. */
export function rowsOf(hit: SearchHitDto): HitRow[] {
  if (hit.snippets.length === 0) return [{ key: `${hit.article}`, hit, snippet: null, first: true }];
  return hit.snippets.map((snippet, index) => ({
    key: `${hit.article}:${snippet.span.start}`,
    hit,
    snippet,
    first: index === 0,
  }));
}

/** The passage to open the reader at: the first found words where they can be placed, else the whole snippet. */
export function passageOf({ text, marks, span }: SnippetDto): SpanDto {
  const first = marks[0];
  const sameLength = new Positions(text).length === span.end - span.start;
  return first && sameLength ? { start: span.start + first.start, end: span.start + first.end } : span;
}

/** The found words of a hit, in code points of its article: what a passage is wanted around. None where only the title has them. */
export function foundIn({ hit, snippet }: Pick<HitRow, 'hit' | 'snippet'>): AroundArgs {
  if (!snippet) return { article: hit.article, found: [] };
  const { text, marks, span } = snippet;
  const sameLength = new Positions(text).length === span.end - span.start;
  const shift = ({ start, end }: SpanDto) => ({ start: span.start + start, end: span.start + end });
  return { article: hit.article, found: sameLength ? marks.map(shift) : [] };
}

/** Where a passage was cut out of its text: before it, unless it begins the text, and after it, unless a sentence ends there. */
export function cutsOf({ text, span }: Pick<SnippetDto, 'text' | 'span'>): {
  before: boolean;
  after: boolean;
} {
  return { before: span.start > 0, after: !/[.!?…]["'”’»)\]]*\s*$/u.test(text) };
}

export interface Piece {
  text: string;
  found: boolean;
}

/** The snippet cut into found words and the rest. Marks are code points; overlapping ones are joined. */
export function piecesOf({ text, marks }: Pick<SnippetDto, 'text' | 'marks'>): Piece[] {
  const positions = new Positions(text);
  const pieces: Piece[] = [];
  let at = 0;
  const add = (start: number, end: number, found: boolean) => {
    if (end > start) pieces.push({ text: positions.slice({ start, end }), found });
  };
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    const from = Math.max(at, start);
    add(at, from, false);
    add(from, Math.min(end, positions.length), true);
    at = Math.max(at, Math.min(end, positions.length));
  }
  add(at, positions.length, false);
  return pieces;
}
