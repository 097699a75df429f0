// An excerpt as it is drawn: stretches of text, those that speak for the topic marked.
import type { SnippetDto } from '$lib/ipc/generated/SnippetDto';
import { Positions } from '$lib/text/positions';

export interface Piece {
  text: string;
  marked: boolean;
}

/** Marks come in order and may overlap: what one has covered the next goes on from. */
export function piecesOf({ text, marks }: Pick<SnippetDto, 'text' | 'marks'>): Piece[] {
  const positions = new Positions(text);
  const pieces: Piece[] = [];
  let at = 0;
  const add = (end: number, marked: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end), marked });
    at = Math.max(at, end);
  };
  for (const mark of marks) {
    const { start, end } = positions.spanToUtf16(mark);
    add(start, false);
    add(end, true);
  }
  add(text.length, false);
  return pieces;
}
