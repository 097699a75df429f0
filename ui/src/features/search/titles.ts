// The words of a query in a title. The desk marks passages of the text only, so titles are marked here.
import type { SearchHitDto } from '$lib/ipc/generated/SearchHitDto';
import { piecesOf, type Piece } from './hits';

const OPERATORS = new Set(['OR', 'AND', 'NOT', 'NEAR']);
const WORD = /[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu;

export interface Sought {
  /** One word, or the words of a phrase. */
  words: string[];
  /** The last word may go on: `integrat*`. */
  prefix: boolean;
}

const wordsOf = (text: string) => (text.match(WORD) ?? []).map((word) => word.toLocaleLowerCase());

/** What a query looks for in titles: words and phrases, without filters, operators and what is excluded. */
export function soughtIn(query: string): Sought[] {
  const sought: Sought[] = [];
  let excluded = false;
  for (const [part, filter, phrase] of query.matchAll(/(\w+:)?[-=]*(?:"([^"]*)"?|[^\s"()]+)/gu)) {
    if (part === 'NOT') {
      excluded = true;
      continue;
    }
    const skipped = excluded || filter !== undefined || part.startsWith('-') || OPERATORS.has(part);
    excluded = false;
    if (skipped || part.startsWith('NEAR/')) continue;
    const words = wordsOf(phrase ?? part);
    if (words.length > 0) sought.push({ words, prefix: phrase === undefined && part.endsWith('*') });
  }
  return sought;
}

/** The forms in which single words were found in the texts, as "integrational" for "integration". */
export function formsFound(hits: readonly SearchHitDto[]): Set<string> {
  const forms = new Set<string>();
  for (const { snippets } of hits)
    for (const snippet of snippets)
      for (const { text, found } of piecesOf(snippet)) {
        const words = found ? wordsOf(text) : [];
        if (words.length === 1 && words[0]) forms.add(words[0]);
      }
  return forms;
}

/** A title cut into found words and the rest. */
export function titlePieces(
  title: string,
  sought: readonly Sought[],
  forms: ReadonlySet<string> = new Set(),
): Piece[] {
  const words = [...title.matchAll(WORD)].map(({ 0: text, index }) => ({
    word: text.toLocaleLowerCase(),
    start: index,
    end: index + text.length,
  }));
  const marks = words.filter(({ word }) => forms.has(word)).map(({ start, end }) => ({ start, end }));
  for (const { words: wanted, prefix } of sought) {
    const last = wanted.length - 1;
    words.forEach(({ start }, at) => {
      const same = wanted.every((want, offset) => {
        const word = words[at + offset]?.word;
        return prefix && offset === last ? word?.startsWith(want) : word === want;
      });
      const end = words[at + last]?.end;
      if (same && end !== undefined) marks.push({ start, end });
    });
  }
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of marks.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    if (from > at) pieces.push({ text: title.slice(at, from), found: false });
    pieces.push({ text: title.slice(from, end), found: true });
    at = end;
  }
  if (at < title.length) pieces.push({ text: title.slice(at), found: false });
  return pieces;
}
