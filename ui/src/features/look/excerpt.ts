// The beginning of a text and the neighbourhood of the words a field rests on, with those words marked. In UTF-16.
import type { Span } from '$lib/text/positions';

export interface Mark extends Span {
  /** The number of the alternative that rests on these words; empty for the value itself. */
  label: string;
}

export interface Run {
  text: string;
  mark?: Mark;
}

export interface Piece {
  runs: Run[];
  /** The text goes on behind it. */
  cut: boolean;
}

/** How much of the beginning, and of what stands around marked words farther down, is shown. */
const HEAD = 900;
const AROUND = 140;

/** Widened to whole words, as far as `most`. */
function wholeWords(text: string, { start, end }: Span, most = 24): Span {
  let [from, to] = [Math.max(0, start), Math.min(text.length, end)];
  for (let step = 0; step < most && from > 0 && /\S/.test(text[from - 1] ?? ''); step++) from--;
  for (let step = 0; step < most && to < text.length && /\S/.test(text[to] ?? ''); step++) to++;
  return { start: from, end: to };
}

function windowsOf(text: string, marks: readonly Mark[]): Span[] {
  const wanted = [
    { start: 0, end: HEAD },
    ...marks.map(({ start, end }) => ({ start: start - AROUND, end: end + AROUND })),
  ].map((span) => wholeWords(text, span));
  const merged: Span[] = [];
  for (const span of wanted.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged.filter(({ start, end }) => end > start);
}

/** Pieces of the text in order, each divided into runs. */
export function excerptOf(text: string, marks: readonly Mark[]): Piece[] {
  const inOrder = [...marks].sort((a, b) => a.start - b.start || b.end - a.end);
  return windowsOf(text, inOrder).map(({ start, end }) => {
    const runs: Run[] = [];
    let at = start;
    for (const mark of inOrder) {
      // Words that serve twice are marked once, for what comes first.
      if (mark.start < at || mark.end > end || mark.end <= mark.start) continue;
      if (mark.start > at) runs.push({ text: text.slice(at, mark.start) });
      runs.push({ text: text.slice(mark.start, mark.end), mark });
      at = mark.end;
    }
    if (at < end) runs.push({ text: text.slice(at, end) });
    return { runs, cut: end < text.trimEnd().length };
  });
}
