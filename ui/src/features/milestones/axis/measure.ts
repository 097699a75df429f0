// Widths of labels in the typeface of the interface, measured once each.
const FONT = '12px Inter, system-ui, sans-serif';
const PER_LETTER = 6.6;
const LONGEST = 32;

let context: CanvasRenderingContext2D | null | undefined;
const widths = new Map<string, number>();

export function labelWidth(label: string): number {
  const known = widths.get(label);
  if (known !== undefined) return known;
  if (context === undefined) {
    context = document.createElement('canvas').getContext('2d');
    if (context) context.font = FONT;
  }
  const width = Math.ceil(context?.measureText(label).width ?? label.length * PER_LETTER);
  if (widths.size > 20_000) widths.clear();
  widths.set(label, width);
  return width;
}

/** Measured before the typeface had loaded: measured again. */
export function forgetWidths(): void {
  widths.clear();
  context = undefined;
}

/** A title short enough to stand on the axis, cut between words. */
export function shortTitle(title: string): string {
  if (title.length <= LONGEST) return title;
  const cut = title.slice(0, LONGEST);
  const space = cut.lastIndexOf(' ');
  return `${(space > LONGEST / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:–—-]+$/u, '')}…`;
}
