// Code points ↔ UTF-16. The desk counts code points, the browser UTF-16 units; they meet here and nowhere else.

export interface Span {
  start: number;
  end: number;
}

export class Positions {
  readonly #length: number;
  /** Code-point positions of the characters that take two units, ascending. */
  readonly #wide: number[] = [];

  constructor(readonly text: string) {
    let codePoint = 0;
    for (let unit = 0; unit < text.length; unit++, codePoint++) {
      const code = text.charCodeAt(unit);
      const low = text.charCodeAt(unit + 1);
      if (code >= 0xd800 && code <= 0xdbff && low >= 0xdc00 && low <= 0xdfff) {
        this.#wide.push(codePoint);
        unit++;
      }
    }
    this.#length = codePoint;
  }

  /** Length in code points. */
  get length(): number {
    return this.#length;
  }

  /** How many wide characters stand before the code point. */
  #wideBefore(codePoint: number): number {
    let low = 0;
    let high = this.#wide.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#wide[middle] ?? 0) < codePoint) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  toUtf16(codePoint: number): number {
    const within = Math.min(Math.max(codePoint, 0), this.#length);
    return within + this.#wideBefore(within);
  }

  /** A position inside a surrogate pair counts as before it. */
  toCodePoint(unit: number): number {
    const within = Math.min(Math.max(unit, 0), this.text.length);
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.toUtf16(middle) <= within) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  spanToUtf16({ start, end }: Span): Span {
    return { start: this.toUtf16(start), end: this.toUtf16(end) };
  }

  spanToCodePoints({ start, end }: Span): Span {
    return { start: this.toCodePoint(start), end: this.toCodePoint(end) };
  }

  /** The words of a span given in code points. */
  slice({ start, end }: Span): string {
    return this.text.slice(this.toUtf16(start), this.toUtf16(end));
  }
}

const WORD = /[\p{L}\p{M}\p{N}]/u;

/** A UTF-16 span without blanks at its ends, widened where it cuts a word: passages are quoted in whole words. */
export function wholeWords(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end);
  let from = start + words.length - words.trimStart().length;
  let to = start + words.trimEnd().length;
  if (to <= from) return null;
  const inside = (at: number) => WORD.test(text[at] ?? '');
  while (from > 0 && inside(from) && inside(from - 1)) from--;
  while (to < text.length && inside(to - 1) && inside(to)) to++;
  return { start: from, end: to };
}
