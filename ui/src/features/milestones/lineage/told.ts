// Lineage in a cell: "split into 3 · from Sochi".
import { count, t } from '$lib/i18n';
import type { LineageDto } from '$lib/ipc/generated/LineageDto';
import { linkInWords, LINKS } from './words';

export interface Lineage {
  /** What became of it. */
  readonly into: readonly LineageDto[];
  /** What it came out of. */
  readonly from: readonly LineageDto[];
}

/** The links of every milestone that has some. */
export function lineagesOf(links: readonly LineageDto[]): ReadonlyMap<number, Lineage> {
  const all = new Map<number, { into: LineageDto[]; from: LineageDto[] }>();
  const of = (id: number) => {
    const known = all.get(id) ?? { into: [], from: [] };
    all.set(id, known);
    return known;
  };
  for (const link of links) {
    of(link.from).into.push(link);
    of(link.to).from.push(link);
  }
  return all;
}

export const linksOf = (lineage: Lineage | undefined): number =>
  lineage ? lineage.into.length + lineage.from.length : 0;

type Titles = ReadonlyMap<number, string>;

/** The title of the only one, or how many. */
const named = (ids: readonly number[], titles: Titles): string =>
  (ids.length === 1 ? titles.get(ids[0] ?? 0) : undefined) ?? count(ids.length);

export function lineageInShort({ into, from }: Lineage, titles: Titles): string {
  const parts = LINKS.flatMap((kind) => {
    const ids = into.filter((link) => link.kind === kind).map(({ to }) => to);
    return ids.length > 0 ? [t(`lineage-short-${kind}`, { what: named(ids, titles) })] : [];
  });
  if (from.length > 0) {
    const earlier = from.map((link) => link.from);
    parts.push(t('lineage-short-from', { what: named(earlier, titles) }));
  }
  return parts.join(' · ');
}

/** Every link with the title at its other end. */
export function lineageSpoken({ into, from }: Lineage, titles: Titles): string {
  const titleOf = (id: number) => titles.get(id) ?? '';
  return [
    ...into.map(({ kind, to }) => `${linkInWords(kind)} ${titleOf(to)}`),
    ...from.map((link) => t('lineage-out-of', { title: titleOf(link.from), kind: linkInWords(link.kind) })),
  ].join('; ');
}
