// Outlets in words: their sorts, their grades, their countries.
import { intlTag, t, type PlainKey } from './i18n';
import type { GradeDto } from './ipc/generated/GradeDto';
import type { OutletKindDto } from './ipc/generated/OutletKindDto';

export const GRADES: readonly GradeDto[] = ['A', 'B', 'C', 'D', 'E', 'F'];

const GRADE_WORDS: Record<GradeDto, PlainKey> = {
  A: 'grade-a',
  B: 'grade-b',
  C: 'grade-c',
  D: 'grade-d',
  E: 'grade-e',
  F: 'grade-f',
};

const KIND_WORDS: Record<OutletKindDto, PlainKey> = {
  'state-agency': 'outlet-kind-state-agency',
  'state-media': 'outlet-kind-state-media',
  government: 'outlet-kind-government',
  interstate: 'outlet-kind-interstate',
  'private-agency': 'outlet-kind-private-agency',
  private: 'outlet-kind-private',
  public: 'outlet-kind-public',
  'think-tank': 'outlet-kind-think-tank',
  organisation: 'outlet-kind-organisation',
  personal: 'outlet-kind-personal',
};

export const KINDS = Object.keys(KIND_WORDS) as OutletKindDto[];

/** "usually reliable" */
export const gradeInWords = (grade: GradeDto): string => t(GRADE_WORDS[grade]);

export const kindInWords = (kind: OutletKindDto): string => t(KIND_WORDS[kind]);

export const isKind = (word: string): word is OutletKindDto => word in KIND_WORDS;
export const isGrade = (word: string): word is GradeDto => word in GRADE_WORDS;

/** "BY" → "Belarus"; what is no code stands as it is. */
export function countryInWords(country: string): string {
  if (!/^[A-Za-z]{2}$/.test(country)) return country;
  const names = new Intl.DisplayNames(intlTag(), { type: 'region', fallback: 'code' });
  return names.of(country.toUpperCase()) ?? country;
}
