// The fields of an article as controls show them: label, bases, and how each is corrected.
import { originInWords, valueInWords } from './article-words';
import { t, type PlainKey } from './i18n';
import type { AlternativeDto } from './ipc/generated/AlternativeDto';
import type { BasisDto } from './ipc/generated/BasisDto';
import type { FieldDto } from './ipc/generated/FieldDto';
import type { FieldNameDto } from './ipc/generated/FieldNameDto';
import type { FieldValueDto } from './ipc/generated/FieldValueDto';
import type { AlternativeView, BasisView, FieldEdit } from './kit/basis';
import { perform } from './operations';
import type { Span } from './text/positions';

export const FIELD_LABELS: Record<FieldNameDto, PlainKey> = {
  title: 'field-title',
  outlet: 'field-outlet',
  byline: 'field-byline',
  dateline: 'field-dateline',
  published: 'field-published',
  language: 'field-language',
  modified: 'field-modified',
  url: 'field-url',
  section: 'field-section',
};

// A byline or dateline that nobody found is not missing; everything else can be corrected.
const OPTIONAL: readonly FieldNameDto[] = ['byline', 'dateline', 'modified', 'url', 'section'];

/** Those worth a line: known, perhaps known, or missed. */
export function shownFields(fields: readonly FieldDto[]): FieldDto[] {
  return fields.filter(
    ({ name, value, alternatives }) => value !== null || alternatives.length > 0 || !OPTIONAL.includes(name),
  );
}

type Jump = (span: Span) => void;

function basisView(basis: BasisDto, jump?: Jump): BasisView {
  const { span } = basis;
  return {
    words: basis.words,
    origin: originInWords(basis),
    jump: jump && span && basis.place === 'text' ? () => jump(span) : undefined,
  };
}

/** Repeating the value as its own basis says nothing; the words are shown where they differ. */
export function basesOf(field: FieldDto, jump?: Jump): BasisView[] {
  const value = valueInWords(field.name, field.value);
  return field.basis
    .filter(({ words }) => words.trim() !== value.trim())
    .map((basis) => basisView(basis, jump));
}

export function correctField(article: number, field: FieldNameDto, value: FieldValueDto) {
  return perform('article_correct', { article, field, value });
}

export function alternativesOf(article: number, field: FieldDto, jump?: Jump): AlternativeView[] {
  return field.alternatives.map(({ value, basis }: AlternativeDto) => ({
    value: valueInWords(field.name, value),
    basis: basis.map((one) => basisView(one, jump)),
    use: () => void correctField(article, field.name, value),
  }));
}

/** What is typed replaces the value's text or date; its other parts stay. */
export function editOf(article: number, field: FieldDto): FieldEdit {
  const old = field.value ?? { text: null, date: null, time: null, zone: null };
  const save = async (value: FieldValueDto) => (await correctField(article, field.name, value)) !== null;
  if (field.name === 'published' || field.name === 'modified') {
    return {
      raw: old.date ?? '',
      hint: t('field-hint-date'),
      save: (date) => save({ ...old, date: date || null }),
    };
  }
  return {
    raw: old.text ?? '',
    hint: field.name === 'language' ? t('field-hint-language') : undefined,
    save: (text) => save({ ...old, text: text || null }),
  };
}
