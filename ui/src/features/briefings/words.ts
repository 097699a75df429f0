// The words of briefings: handling marks, kinds of blocks, what a block shows.
import { t, tryT } from '$lib/i18n';
import type { BlockDto } from '$lib/ipc/generated/BlockDto';
import type { ExportFormatDto } from '$lib/ipc/generated/ExportFormatDto';
import type { BlockKind } from './blocks';

/** Traffic Light Protocol 2.0, strictest first; the marks are written alike in every language. */
export const TLP = [
  { value: 'red', label: 'TLP:RED' },
  { value: 'amber-strict', label: 'TLP:AMBER+STRICT' },
  { value: 'amber', label: 'TLP:AMBER' },
  { value: 'green', label: 'TLP:GREEN' },
  { value: 'clear', label: 'TLP:CLEAR' },
] as const;

export const FORMATS: readonly { format: ExportFormatDto; label: string; extension: string }[] = [
  { format: 'pdf', label: 'PDF', extension: 'pdf' },
  { format: 'docx', label: 'Word (DOCX)', extension: 'docx' },
  { format: 'html', label: 'HTML', extension: 'html' },
  { format: 'md', label: 'Markdown', extension: 'md' },
];

export const blockInWords = (kind: BlockKind): string => tryT(`block-${kind}`) ?? kind;

/** What notes and saved searches are called; empty where one is gone. */
export interface Titles {
  note: (id: number) => string;
  search: (id: number) => string;
}

/** What a block shows, in a few words. */
export function summaryOf(block: BlockDto, titles: Titles): string {
  switch (block.kind) {
    case 'heading':
      return block.text;
    case 'text':
      return block.markdown.replaceAll(/\s+/g, ' ').slice(0, 80);
    case 'key-points':
    case 'timeline':
    case 'register':
      return block.milestones.length === 0
        ? t('block-all')
        : t('block-chosen', { number: block.milestones.length });
    case 'quotations':
      return block.evidence.length === 0
        ? t('block-all')
        : t('block-chosen', { number: block.evidence.length });
    case 'found':
      return titles.search(block.search) || t('block-found-gone');
    case 'note':
      return titles.note(block.note);
    case 'sources':
      return t('block-sources-all');
  }
}
