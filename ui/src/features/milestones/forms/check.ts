// Whether a date can be EDTF as Chancery reads it, so that a form can say so before sending. Rust has the last word.

const PART = /^-?\d{1,4}X{0,3}(?:-(?:0[1-9]|1[0-2]|2[1-4]|XX)(?:-(?:0[1-9]|[12]\d|3[01]|XX))?)?[~?%]?$/;

function plausible(part: string): boolean {
  if (
    !PART.test(part) ||
    part
      .replace(/^-/, '')
      .replace(/[~?%]$/, '')
      .split('-')[0]?.length !== 4
  )
    return false;
  const day = /^(\d{4})-(\d{2})-(\d{2})/.exec(part);
  if (!day) return true;
  const [year, month, date] = day.slice(1).map(Number) as [number, number, number];
  return (
    date <=
    new Date(Date.UTC(2000, month, 0)).getUTCDate() + (month === 2 && isLeap(year) ? 0 : month === 2 ? -1 : 0)
  );
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export function looksLikeEdtf(text: string): boolean {
  const parts = text.trim().split('/');
  if (parts.length === 1) return plausible(parts[0] ?? '');
  if (parts.length !== 2) return false;
  const open = (part: string | undefined) => part === '' || part === '..';
  if (parts.every(open)) return false;
  return parts.every((part) => open(part) || plausible(part));
}
