// Pages of the preview: how large they are, which are in sight, how a picture of one is named.

export interface PageSize {
  width: number;
  height: number;
}

/** A4 in points, until a page says otherwise. */
export const A4: PageSize = { width: 595.28, height: 841.89 };

/** The size an SVG page says it has. */
export function sizeOf(svg: string): PageSize {
  const box = /viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"/.exec(svg.slice(0, 600));
  const [width, height] = [Number(box?.[1]), Number(box?.[2])];
  return width > 0 && height > 0 ? { width, height } : A4;
}

/** A page as the address of a picture. Pictures run no script and load nothing. */
export function pictureOf(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

export interface Range {
  from: number;
  count: number;
}

/** Pages in sight with one more on either side. `step` is the height of a page with its gap. */
export function inSight(scrollTop: number, viewport: number, step: number, pages: number): Range {
  if (step <= 0) return { from: 0, count: Math.min(2, Math.max(pages, 1)) };
  const first = Math.max(0, Math.floor(scrollTop / step) - 1);
  const last = Math.min(Math.max(pages - 1, 0), Math.floor((scrollTop + viewport) / step) + 1);
  const from = Math.min(first, last);
  return { from, count: last - from + 1 };
}
