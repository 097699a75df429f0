// Finding words in the text being read: case, ё and kinds of apostrophes and quotation marks make no difference.
import type { Span } from '$lib/text/positions';

const ALIKE: Record<string, string> = {
  е: '[её]',
  ё: '[её]',
  "'": "['’ʼ`]",
  '’': "['’ʼ`]",
  '"': '["“”„«»]',
  '“': '["“”„«»]',
  '”': '["“”„«»]',
  '-': '[-‐‑–—]',
  '–': '[-‐‑–—]',
  ' ': '\\s+',
};
const MOST = 2000;

function pattern(typed: string): RegExp | null {
  const words = typed.trim().replace(/\s+/g, ' ');
  if (!words) return null;
  const source = [...words.toLowerCase()].map(
    (char) => ALIKE[char] ?? char.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'),
  );
  return new RegExp(source.join(''), 'giu');
}

/** Where the words stand, as UTF-16 spans outside `skipped`; at most two thousand. */
export function findIn(text: string, typed: string, skipped: readonly Span[] = []): Span[] {
  const expression = pattern(typed);
  if (!expression) return [];
  const found: Span[] = [];
  for (const match of text.matchAll(expression)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (skipped.some((part) => part.start < span.end && part.end > span.start)) continue;
    found.push(span);
    if (found.length >= MOST) break;
  }
  return found;
}
