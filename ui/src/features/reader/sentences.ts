// Sentences of the drawn text, so that a passage can be chosen by keyboard.
import type { Span } from '$lib/text/positions';

/** Sentences of every block, as UTF-16 spans in the whole text, without the blanks between them. */
export function sentencesOf(text: string, blocks: readonly Span[], language: string | null): Span[] {
  const segmenter = new Intl.Segmenter(language ?? 'en', { granularity: 'sentence' });
  return blocks.flatMap((block) =>
    [...segmenter.segment(text.slice(block.start, block.end))].flatMap(({ segment, index }) => {
      const words = segment.trimEnd();
      return words ? [{ start: block.start + index, end: block.start + index + words.length }] : [];
    }),
  );
}

/**
 * What is chosen next: the sentence after (or before) the chosen one, or the first at or behind `from` when none is.
 * Extending keeps the beginning and takes the next sentence in.
 */
export function nextChoice(
  sentences: readonly Span[],
  chosen: Span | null,
  { from, back = false, extend = false }: { from: number; back?: boolean; extend?: boolean },
): Span | null {
  if (!chosen) return sentences.find(({ start }) => start >= from) ?? sentences[0] ?? null;
  const next = back
    ? sentences.findLast(({ end }) => end <= chosen.start)
    : sentences.find(({ start }) => start >= chosen.end);
  if (!next) return chosen;
  return extend ? { start: chosen.start, end: next.end } : next;
}
