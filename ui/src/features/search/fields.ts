// Fields in the words of a query: which there are, and the words with one more or one less.

export type FieldName = 'topic' | 'outlet' | 'lang' | 'on' | 'after' | 'before';

/** Every field this file knows. */
export const NARROWING: readonly FieldName[] = ['topic', 'outlet', 'lang', 'on', 'after', 'before'];

export interface Field {
  name: FieldName;
  value: string;
  denied: boolean;
}

const FIELD = /(?<=^|\s)(-?)(topic|outlet|lang|on|after|before):("[^"]*"|[^\s"()]+)(?=\s|$)/giu;

/** The fields that stand by themselves in the words, as they were typed. */
export function fieldsIn(words: string): Field[] {
  return [...words.matchAll(FIELD)].map(([, minus, name = '', value = '']) => ({
    name: name.toLowerCase() as FieldName,
    value: value.replace(/^"|"$/g, ''),
    denied: minus === '-',
  }));
}

const same = (one: Field, other: Field) =>
  one.name === other.name && one.value.toLowerCase() === other.value.toLowerCase();

function typed({ name, value, denied }: Field): string {
  const plain = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(value);
  return `${denied ? '-' : ''}${name}:${plain ? value : `"${value.replaceAll('"', '')}"`}`;
}

/** The words without the fields that are to go. */
function without(words: string, goes: (field: Field) => boolean): string {
  const left = words.replace(FIELD, (whole) => {
    const [field] = fieldsIn(whole);
    return field && goes(field) ? '' : whole;
  });
  return left.replace(/\s{2,}/g, ' ').trim();
}

/** The words with a field added; asked or denied already, it is taken away, or turned round. */
export function toggled(words: string, field: Field): string {
  const before = fieldsIn(words).find((known) => same(known, field));
  const rest = without(words, (known) => same(known, field));
  return before && before.denied === field.denied ? rest : `${rest} ${typed(field)}`.trim();
}

/** The words with the one field of a name; none where the value is empty. */
export function withField(words: string, name: FieldName, value: string): string {
  const rest = without(words, (known) => known.name === name && !known.denied);
  return value ? `${rest} ${typed({ name, value, denied: false })}`.trim() : rest;
}

/** The words with no field of these names. */
export function withoutFields(words: string, names: readonly FieldName[]): string {
  return without(words, ({ name }) => names.includes(name));
}
