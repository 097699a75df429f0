// What of a very long list is laid out, and where: a web view draws nothing below some 33 million pixels.

/** As many pixels as a list is tall at most; a longer one is laid out a stretch at a time, and its scrollbar stands for all of it. */
export const TALLEST = 8_000_000;
/** Pixels laid out before and after the place one looks at, where a list is too long to be laid out whole. */
export const REACH = 100_000;

/** The places laid out, and the pixels left empty around them for all the others. */
export interface Stretch {
  first: number;
  length: number;
  above: number;
  below: number;
}

/** A list of `length` rows of about `size` pixels. */
export class Length {
  /** Rows before and after the place one looks at. */
  readonly #reach: number;

  constructor(
    readonly length: number,
    readonly size: number,
  ) {
    this.#reach = Math.floor(REACH / size);
  }

  /** All of it is laid out, and a pixel scrolled is a pixel of it. */
  get whole(): boolean {
    return this.length * this.size <= TALLEST;
  }

  /** How far down the list a place stands: pixel by pixel near both ends, evenly shared between. */
  topOf(place: number): number {
    const { length, size } = this;
    const reach = this.#reach;
    if (this.whole || place <= reach) return place * size;
    if (place >= length - reach) return TALLEST - (length - place) * size;
    return (reach + (place - reach) * this.#share) * size;
  }

  /** The place that stands so far down. */
  placeAt(top: number): number {
    const { length, size } = this;
    const reach = this.#reach;
    const rows = top / size;
    if (this.whole || rows <= reach) return Math.floor(rows);
    const fromEnd = (TALLEST - top) / size;
    if (fromEnd <= reach) return Math.min(length - 1, Math.floor(length - fromEnd));
    return Math.floor(reach + (rows - reach) / this.#share);
  }

  /** What is laid out where one looks at this place. */
  around(place: number): Stretch {
    const { length, size } = this;
    if (this.whole) return { first: 0, length, above: 0, below: 0 };
    const first = Math.min(Math.max(0, place - this.#reach), length - 2 * this.#reach);
    const laid = 2 * this.#reach;
    const above =
      first === 0 ? 0 : Math.min(this.topOf(place) - (place - first) * size, TALLEST - laid * size);
    return { first, length: laid, above, below: TALLEST - above - laid * size };
  }

  /** Pixels a row has in the scrollbar, for each of its own, away from the ends. */
  get #share(): number {
    const ends = 2 * this.#reach;
    return (TALLEST / this.size - ends) / (this.length - ends);
  }
}
