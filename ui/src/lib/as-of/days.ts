// The day the register is asked about, kept in the place one is at, so that it comes back with it.

export const AXES = ['happened-by', 'known-by'] as const;
export type Axis = (typeof AXES)[number];

export interface AsOf {
  axis: Axis;
  /** ISO day. */
  day: string;
}

export function asOfOf(params: Readonly<Record<string, string>>): AsOf | null {
  const axis = AXES.find((one) => one === params.by);
  return axis && params.day && lastDay(params.day) === params.day ? { axis, day: params.day } : null;
}

/** The last day a date read from a field can mean; null for what is no plain day, month or year. */
export function lastDay(edtf: string): string | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(edtf);
  if (!match) return null;
  const [, year = '', month = '12', day] = match;
  if (Number(month) > 12) return null;
  const last = new Date(Date.UTC(2000, Number(month), 0));
  last.setUTCFullYear(Number(year), Number(month), 0);
  return `${year}-${month}-${day ?? String(last.getUTCDate()).padStart(2, '0')}`;
}

/** The day it is, where the analyst is. */
export function today(now = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
