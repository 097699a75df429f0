// What a query field offers while a field of the query is typed: its name from three letters on, then names of the dossier.
// While plain words are typed there is nothing to offer.

/** Fields of a query, with those of their values that are words to choose from. */
export const FIELDS = [
  'topic',
  'tag',
  'outlet',
  'lang',
  'after',
  'before',
  'on',
  'has',
  'milestone',
] as const;
export type FieldName = (typeof FIELDS)[number];

/** Other words for them, as the query language reads them. */
const ALSO: Readonly<Record<string, FieldName>> = {
  тема: 'topic',
  тэма: 'topic',
  тег: 'tag',
  тэг: 'tag',
  издание: 'outlet',
  выданне: 'outlet',
  language: 'lang',
  язык: 'lang',
  мова: 'lang',
  есть: 'has',
  ёсць: 'has',
  веха: 'milestone',
  вяха: 'milestone',
};

/** What an article can have. */
export const HAD = ['note', 'tag', 'suggestion', 'coding', 'evidence', 'date', 'outlet', 'copies'] as const;

/** A part of the query under the caret that can be completed. Positions are UTF-16, as an input counts. */
export interface Typing {
  /** Null while the field's own name is typed. */
  field: FieldName | null;
  typed: string;
  start: number;
  end: number;
}

export interface Offer {
  /** What it puts into the query. */
  value: string;
  label: string;
  /** A quiet word beside it. */
  note?: string;
  /** Other names it is found by. */
  also?: readonly string[];
}

const VALUE = /(?:^|[\s(-])([\p{L}]+):((?:"[^"]*"|[^\s"(),]*,)*)("[^"]*|[^\s"(),]*)$/u;
const NAME = /(?:^|[\s(-])([\p{L}]{3,})$/u;

/** What is being typed at the caret; null where that is plain words. */
export function typingAt(text: string, caret: number): Typing | null {
  const before = text.slice(0, caret);
  // In the middle of a word nothing is completed.
  if (/^[\p{L}\p{N}]/u.test(text.slice(caret)) || openQuote(before)) return null;
  const value = VALUE.exec(before);
  if (value) {
    const [, name = '', , typed = ''] = value;
    const field = fieldOf(name);
    if (!field) return null;
    return { field, typed: typed.replace(/^"/, ''), start: caret - typed.length, end: caret };
  }
  const name = NAME.exec(before)?.[1];
  if (!name) return null;
  const begins = FIELDS.some((field) => field.startsWith(name.toLowerCase()));
  return begins ? { field: null, typed: name, start: caret - name.length, end: caret } : null;
}

/** Whether a phrase is open that is no field's value. */
function openQuote(before: string): boolean {
  const quotes = before.split('"').length - 1;
  return quotes % 2 === 1 && !VALUE.test(before);
}

function fieldOf(name: string): FieldName | null {
  const word = name.toLowerCase();
  return FIELDS.find((field) => field === word) ?? ALSO[word] ?? null;
}

const MOST = 8;

/** Those that fit what is typed, the ones that begin so first; none where exactly one is meant already. */
export function fitting(offers: readonly Offer[], typed: string): Offer[] {
  const wanted = comparable(typed);
  const names = ({ value, label, also = [] }: Offer) => [value, label, ...also].map(comparable);
  const rank = (offer: Offer) => {
    const all = names(offer);
    if (all.some((name) => name.startsWith(wanted))) return 0;
    return all.some((name) => name.includes(wanted)) ? 1 : 2;
  };
  const fit = offers.map((offer) => ({ offer, rank: rank(offer) })).filter(({ rank }) => rank < 2);
  const [only] = fit;
  if (fit.length === 1 && only && wanted !== '' && comparable(only.offer.value) === wanted) return [];
  return fit
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ offer }) => offer);
}

function comparable(name: string): string {
  return name
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[-_–\s"“”„«»]+/g, ' ')
    .trim();
}

/** The query with an offer taken, and where the caret is then. */
export function taken(text: string, typing: Typing, { value }: Offer): { text: string; caret: number } {
  const words = typing.field === null ? `${value}:` : quoted(value);
  const rest = text.slice(typing.end).replace(/^"/, '');
  const gap = typing.field === null || /^[\s),]/.test(rest) ? '' : ' ';
  const head = text.slice(0, typing.start) + words + gap;
  return { text: head + rest, caret: head.length };
}

/** A value as the query language reads it: in quotes where it holds more than a word's signs. */
export function quoted(value: string): string {
  const plain = value.replace(/["“”]/g, ' ').replace(/\s+/g, ' ').trim();
  return /^[\p{L}\p{N}._-]+$/u.test(plain) ? plain : `"${plain}"`;
}
