// Where lines and bars of a trend lie, in pixels: the whole above, a row for each part beneath, all over the same time.
import type { TrendDto } from '$lib/ipc/generated/TrendDto';
import type { TrendLineDto } from '$lib/ipc/generated/TrendLineDto';
import { extentOf, most, unitAt, type Cell } from './trend';

const WHOLE_PX = 132;
/** Of a trend that is not split. */
const ALONE_PX = 240;
const PART_PX = 52;
/** Between two rows, with room for the figure over the highest bar. */
const GAP_PX = 15;
/** The least a figure is drawn with. */
const LEAST_PX = 1.5;

export interface Row {
  line: TrendLineDto;
  top: number;
  height: number;
  /** The figure that is as tall as the row: the whole has its own, its parts share one. */
  scale: number;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export class Geometry {
  readonly rows: readonly Row[];
  readonly height: number;
  readonly t0: number;
  readonly t1: number;

  constructor(
    readonly trend: TrendDto,
    readonly width: number,
  ) {
    const [whole, parts] = [most(trend.lines.slice(0, 1)), most(trend.lines.slice(1))];
    const tall = trend.lines.length > 1 ? WHOLE_PX : ALONE_PX;
    this.rows = trend.lines.map((line, index) =>
      index === 0
        ? { line, top: GAP_PX, height: tall, scale: whole }
        : {
            line,
            top: 2 * GAP_PX + tall + (index - 1) * (PART_PX + GAP_PX),
            height: PART_PX,
            scale: parts,
          },
    );
    this.height = Math.max(0, ...this.rows.map((row) => row.top + row.height)) + 1;
    const none = { first: '', last: '' };
    this.t0 = extentOf(trend.units[0] ?? none).t0;
    this.t1 = extentOf(trend.units.at(-1) ?? none).t1;
  }

  toX(at: number): number {
    return ((at - this.t0) / (this.t1 - this.t0)) * this.width;
  }

  /** Left edge and width of a unit: with a gap to the next as soon as there is room for one. */
  edges(unit: number): { x: number; width: number } {
    const { t0, t1 } = extentOf(this.trend.units[unit] ?? { first: '', last: '' });
    const [x, end] = [this.toX(t0), this.toX(t1)];
    return { x, width: Math.max(1, end - x - (end - x > 3 ? 1 : 0)) };
  }

  /** The bar of a place; null where nothing is counted. */
  bar({ line, unit }: Cell): Box | null {
    const row = this.rows[line];
    const counted = row?.line.figures[unit]?.counted ?? 0;
    if (!row || counted === 0) return null;
    const height = Math.max(LEAST_PX, (counted / row.scale) * row.height);
    return { ...this.edges(unit), y: row.top + row.height - height, height };
  }

  /** All bars of a row as one path: two thousand cost as little as one. */
  path(line: number): string {
    return this.trend.units
      .map((_, unit) => {
        const bar = this.bar({ line, unit });
        if (!bar) return '';
        const [width, height] = [bar.width.toFixed(1), bar.height.toFixed(1)];
        return `M${bar.x.toFixed(1)} ${(bar.y + bar.height).toFixed(1)}v-${height}h${width}v${height}z`;
      })
      .join('');
  }

  /** The place under a point, from the field's upper left corner. */
  cellAt(x: number, y: number): Cell | null {
    const unit = unitAt(this.trend, this.t0 + (x / this.width) * (this.t1 - this.t0));
    const line = this.rows.findIndex((row) => y <= row.top + row.height + 2);
    return unit === null || line < 0 ? null : { line, unit };
  }
}
