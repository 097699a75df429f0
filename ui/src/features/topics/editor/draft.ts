// A topic as it is written: what of it differs, and terms from pasted lines.
import type { LabelsDto } from '$lib/ipc/generated/LabelsDto';
import type { TermDto } from '$lib/ipc/generated/TermDto';
import type { TopicDetailDto } from '$lib/ipc/generated/TopicDetailDto';
import type { TopicDraftDto } from '$lib/ipc/generated/TopicDraftDto';

export interface TermRow extends TermDto {
  /** Stays with the row while its words change. */
  key: number;
}

export interface Draft extends Omit<TopicDraftDto, 'terms'> {
  terms: TermRow[];
}

export const LANGUAGES = ['en', 'ru', 'be'] as const;
export type TermLanguage = (typeof LANGUAGES)[number];

export const KINDS = ['stem', 'exact', 'near', 'any-of', 'regex'] as const;
export type Kind = (typeof KINDS)[number];

/** Words that may stand between, where nothing else is said. */
const USUALLY_BETWEEN = 5;

export const kindOf = (id: string): Kind =>
  id.startsWith('near(') ? 'near' : (KINDS.find((kind) => kind === id) ?? 'stem');
export const betweenOf = (id: string): number => Number(/^near\((\d+)\)$/.exec(id)?.[1] ?? USUALLY_BETWEEN);
export const kindId = (kind: Kind, between = USUALLY_BETWEEN): string =>
  kind === 'near' ? `near(${Math.min(Math.max(Math.round(between) || 0, 0), 255)})` : kind;

let keys = 0;
export const withKey = (term: TermDto): TermRow => ({ ...term, key: ++keys });

const none = (): LabelsDto => ({ en: '', ru: null, be: null });

export const emptyDraft = (group: boolean, colour = 0): Draft => ({
  group,
  label: none(),
  definition: none(),
  include: none(),
  exclude: none(),
  threshold: 0.5,
  colour,
  terms: [],
});

export function draftOf({ topic, terms }: TopicDetailDto): Draft {
  const { group, threshold, colour } = topic;
  return {
    group,
    label: { ...topic.label },
    definition: { ...topic.definition },
    include: { ...topic.include },
    exclude: { ...topic.exclude },
    threshold,
    colour,
    terms: terms.map(withKey),
  };
}

/** As it crosses: empty texts are none, and rows without words are no terms. */
export function asDto(draft: Draft): TopicDraftDto {
  const texts = ({ en, ru, be }: LabelsDto): LabelsDto => ({
    en: en.trim(),
    ru: ru?.trim() || null,
    be: be?.trim() || null,
  });
  return {
    group: draft.group,
    label: texts(draft.label),
    definition: texts(draft.definition),
    include: texts(draft.include),
    exclude: texts(draft.exclude),
    threshold: draft.threshold,
    colour: draft.colour,
    terms: draft.group
      ? []
      : draft.terms.map(({ language, text, kind, weight, facet }) => ({
          language,
          text: text.trim(),
          kind,
          weight,
          facet: facet?.trim() || null,
        })),
  };
}

export const sameDraft = (one: Draft, other: Draft): boolean =>
  JSON.stringify(asDto(one)) === JSON.stringify(asDto(other));

/** The language a term's letters tell: ў and і are Belarusian, other Cyrillic keeps `usual` where that is written so. */
export function languageOf(text: string, usual: string): string {
  if (/[ўі]/i.test(text)) return 'be';
  if (/\p{Script=Cyrillic}/u.test(text)) return usual === 'be' ? 'be' : 'ru';
  return /\p{Script=Latin}/u.test(text) ? 'en' : usual;
}

/** A term as it is typed or pasted: `="form"`, `/expression/`, `near(5): gas price`, `oil | gas`; tabs part weight and facet. */
export function termOfLine(line: string, usual: { language: string; kind: string }): TermDto | null {
  const [words = '', weight = '', facet = ''] = line.split('\t').map((cell) => cell.trim());
  if (!words) return null;
  const exact = /^="(.+)"$/.exec(words)?.[1];
  const regex = /^\/(.+)\/$/.exec(words)?.[1];
  const near = /^(near\(\d{1,3}\)):\s*(.+)$/.exec(words);
  const text = exact ?? regex ?? near?.[2] ?? words;
  const kind = exact
    ? 'exact'
    : regex
      ? 'regex'
      : (near?.[1] ?? (words.includes('|') && usual.kind !== 'regex' ? 'any-of' : usual.kind));
  const heavy = Number(weight.replace(',', '.'));
  return {
    language: languageOf(text, usual.language),
    text,
    kind,
    weight: weight && Number.isFinite(heavy) ? heavy : 1,
    facet: facet || null,
  };
}

/** Terms of several lines; those that stand in `known` already, and empty lines, are left out. */
export function termsOfLines(
  lines: string,
  usual: { language: string; kind: string },
  known: readonly TermDto[],
): TermDto[] {
  const name = ({ language, kind, text }: TermDto) => `${language} ${kind} ${text.toLocaleLowerCase()}`;
  const taken = new Set(known.map(name));
  return lines
    .split(/\r?\n/)
    .map((line) => termOfLine(line, usual))
    .filter((term): term is TermDto => {
      if (!term || taken.has(name(term))) return false;
      taken.add(name(term));
      return true;
    });
}
