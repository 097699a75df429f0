// Articles on their way out: which were asked for, as what, and how far the file is.
import { count, t, type PlainKey } from './i18n';
import { call, chooseTarget } from './ipc';
import type { ArticleFilterDto } from './ipc/generated/ArticleFilterDto';
import type { ArticleFormatDto } from './ipc/generated/ArticleFormatDto';
import type { WrittenDto } from './ipc/generated/WrittenDto';
import type { JobProgressDto } from './ipc/generated/JobProgressDto';
import { fileName } from './file-name';
import { toast } from './kit/toasts.svelte';
import { showError } from './operations';

export interface Asked {
  filter: ArticleFilterDto;
  /** These instead of those of the filter, where there are any. */
  ids: readonly number[];
  /** In words: "3 marked articles". */
  what: string;
}

export const EVERYTHING: ArticleFilterDto = {
  query: null,
  asTyped: false,
  topic: null,
  outlet: null,
  language: null,
  review: null,
  after: null,
  before: null,
  stories: false,
  cameAfter: null,
  inBin: false,
};

interface Format {
  format: ArticleFormatDto;
  extension: string;
  label: PlainKey;
  text: PlainKey;
}

export const FORMATS: readonly [Format, ...Format[]] = [
  { format: 'jsonl', extension: 'jsonl', label: 'export-jsonl', text: 'export-jsonl-text' },
  { format: 'csl', extension: 'json', label: 'export-csl', text: 'export-csl-text' },
  { format: 'ris', extension: 'ris', label: 'export-ris', text: 'export-ris-text' },
  { format: 'bibtex', extension: 'bib', label: 'export-bibtex', text: 'export-bibtex-text' },
  { format: 'csv', extension: 'csv', label: 'export-csv', text: 'export-csv-text' },
  { format: 'originals', extension: 'zip', label: 'export-originals', text: 'export-originals-text' },
  { format: 'qdpx', extension: 'qdpx', label: 'export-qdpx', text: 'export-qdpx-text' },
  {
    format: 'annotations',
    extension: 'jsonld',
    label: 'export-annotations',
    text: 'export-annotations-text',
  },
];

/** What only a question has: the passages that answer it. */
const OF_HITS: readonly Format[] = [
  { format: 'hits-csv', extension: 'csv', label: 'export-hits-csv', text: 'export-hits-csv-text' },
  { format: 'hits-jsonl', extension: 'jsonl', label: 'export-hits-jsonl', text: 'export-hits-jsonl-text' },
];

/** As what the articles asked for can go out, and which of it is chosen unless the analyst did. */
export function formatsFor(asked: Asked | null): readonly [Format, ...Format[]] {
  if (!asked?.filter.query || asked.ids.length > 0) return FORMATS;
  const [first, ...others] = FORMATS;
  return [...OF_HITS, first, ...others] as [Format, ...Format[]];
}

export const exporting = $state<{ asked: Asked | null; progress: JobProgressDto | null }>({
  asked: null,
  progress: null,
});

/** Opens the choice of a format. */
export function askExport(asked: Asked): void {
  exporting.asked = asked;
}

/** Lets the analyst choose where, and writes. Whether a place was chosen. */
export async function exportAs(
  asked: Asked,
  { format, extension, label }: Format,
  name: string,
): Promise<boolean> {
  try {
    const path = await chooseTarget({
      title: t('export-title'),
      defaultPath: fileName(name, extension, 'articles'),
      filters: [{ name: t(label), extensions: [extension] }],
    });
    if (!path) return false;
    exporting.asked = null;
    const { filter, ids } = asked;
    const written = await call('articles_export', { filter, ids: [...ids], format, path });
    toast(written ? inWords(written) : t('export-cancelled'));
  } catch (thrown) {
    showError(thrown);
  } finally {
    exporting.progress = null;
  }
  return true;
}

function inWords({ articles: number, codings, path }: WrittenDto): string {
  if (codings === null) return t('export-written', { number, path });
  return t('export-written-codings', { number: codings, count: count(codings), path });
}

/** What the shell says of an export on its way; how it ended the command itself answers. */
export function takeExportProgress(progress: JobProgressDto): void {
  exporting.progress = progress.state === 'running' ? progress : null;
}
