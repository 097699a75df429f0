// The text of an article as the blocks it is drawn in: paragraphs, quiet metadata lines, folded furniture.
import type { Span } from '$lib/text/positions';

export interface Block {
  /** UTF-16 offsets in the whole text. */
  start: number;
  end: number;
  text: string;
  look: 'paragraph' | 'deck' | 'crosshead' | 'meta';
}

export interface FurnitureRun {
  kind: string;
  blocks: Block[];
  start: number;
}

export type Part = { block: Block } | { furniture: FurnitureRun };

export interface Furniture extends Span {
  kind: string;
}

const DECK_WITHIN_LINES = 4;
const DECK_LENGTH = 200;
const CROSSHEAD_LENGTH = 80;
const ENDS_A_SENTENCE = /[.!?…:;,"”’»)\]]$/;

/** Lines with letters in them, in order. */
function lines(text: string): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    if (match[0].trim()) found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function covered(line: Span, spans: readonly Span[]): number {
  return spans.reduce(
    (sum, span) => sum + Math.max(0, Math.min(line.end, span.end) - Math.max(line.start, span.start)),
    0,
  );
}

/** A line that is no sentence, as newspapers set them; judged by its form only, and only for its looks. */
function lookOf(line: Span, text: string, place: number, meta: readonly Span[]): Block['look'] {
  const words = text.slice(line.start, line.end);
  if (covered(line, meta) * 2 > words.length) return 'meta';
  if (ENDS_A_SENTENCE.test(words)) return 'paragraph';
  if (place < DECK_WITHIN_LINES && words.length > CROSSHEAD_LENGTH && words.length < DECK_LENGTH)
    return 'deck';
  if (words.length <= CROSSHEAD_LENGTH && /\p{L}/u.test(words)) return 'crosshead';
  return 'paragraph';
}

/** Parts in reading order. Neighbouring lines of furniture of one kind fold into one run. All spans are UTF-16. */
export function partsOf(text: string, furniture: readonly Furniture[], meta: readonly Span[]): Part[] {
  const parts: Part[] = [];
  let place = 0;
  for (const line of lines(text)) {
    const block = (look: Block['look']): Block => ({ ...line, text: text.slice(line.start, line.end), look });
    const kind = furniture.find(
      (span) => span.start <= line.start && covered(line, [span]) * 10 >= (line.end - line.start) * 9,
    )?.kind;
    const last = parts.at(-1);
    if (kind === undefined) parts.push({ block: block(lookOf(line, text, place++, meta)) });
    else if (last && 'furniture' in last && last.furniture.kind === kind) {
      last.furniture.blocks.push(block('paragraph'));
    } else parts.push({ furniture: { kind, blocks: [block('paragraph')], start: line.start } });
  }
  return parts;
}

/** The language a block is set and read aloud in where it is not the article's. */
export function languageAt(block: Span, runs: readonly (Span & { language: string })[]): string | undefined {
  return runs.find(({ start, end }) => start <= block.start && block.start < end)?.language;
}
