// A change of a topic in words: "Term added: gas pipeline", "Threshold 50 % → 60 %".
import { percent, t, tryT } from '$lib/i18n';
import type { DecidedUnderDto } from '$lib/ipc/generated/DecidedUnderDto';
import type { TermDto } from '$lib/ipc/generated/TermDto';
import type { TopicChangeDto } from '$lib/ipc/generated/TopicChangeDto';
import { termInWords } from '../codebook';

const LONGEST = 120;
const cut = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text);

const languageInWords = (language: string) => tryT(`language-${language}`) ?? language;

function termChange(before: TermDto, after: TermDto): string {
  const parts: string[] = [];
  if (before.weight !== after.weight) {
    parts.push(t('change-weight', { before: String(before.weight), after: String(after.weight) }));
  }
  if (before.facet !== after.facet) {
    parts.push(t('change-facet', { before: before.facet ?? '–', after: after.facet ?? '–' }));
  }
  return t('change-term', { term: termInWords(after), how: parts.join(', ') });
}

export function changeInWords(change: TopicChangeDto, labelOf: (slug: string) => string): string {
  switch (change.what) {
    case 'text': {
      const field = `${tryT(`topic-field-${change.field}`) ?? change.field} (${languageInWords(change.language)})`;
      if (!change.before) return t('change-text-new', { field, after: cut(change.after) });
      if (!change.after) return t('change-text-gone', { field, before: cut(change.before) });
      return t('change-text', { field, before: cut(change.before), after: cut(change.after) });
    }
    case 'threshold':
      return t('change-threshold', { before: percent(change.before), after: percent(change.after) });
    case 'parent': {
      const place = (slug: string | null) => (slug === null ? t('change-on-top') : labelOf(slug));
      return t('change-parent', { before: place(change.before), after: place(change.after) });
    }
    case 'heading':
      return t(change.after ? 'change-heading' : 'change-no-heading');
    case 'term-added':
      return t('change-term-added', {
        term: termInWords(change.term),
        language: languageInWords(change.term.language),
        weight: String(change.term.weight),
      });
    case 'term-removed':
      return t('change-term-removed', {
        term: termInWords(change.term),
        language: languageInWords(change.term.language),
      });
    case 'term-changed':
      return termChange(change.before, change.after);
  }
}

/** "Decided under it: 4 tags, 2 rejections" */
export function decidedInWords({ tags, rejected }: DecidedUnderDto): string {
  return tags + rejected === 0 ? t('history-undecided') : t('history-decided', { tags, rejected });
}
