// The list of outlets: found by any of its names, in an order of choice; and what a page of one says.
import type { PlainKey } from '$lib/i18n';
import { countryInWords, kindInWords } from '$lib/outlets';
import type { EditOutletArgs } from '$lib/ipc/generated/EditOutletArgs';
import type { OutletDto } from '$lib/ipc/generated/OutletDto';
import type { OutletHintDto } from '$lib/ipc/generated/OutletHintDto';

export const SORTS = {
  name: 'outlets-sort-name',
  articles: 'outlets-sort-articles',
  ungraded: 'outlets-sort-ungraded',
} as const satisfies Record<string, PlainKey>;
export type OutletSort = keyof typeof SORTS;

export const isSort = (word: string): word is OutletSort => word in SORTS;

export function arranged(outlets: readonly OutletDto[], typed: string, sort: OutletSort): OutletDto[] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const found = outlets.filter(({ name, names, domain }) => {
    const text = [name, ...names, domain].join(' ').toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
  const byName = (a: OutletDto, b: OutletDto) => a.name.localeCompare(b.name);
  const byArticles = (a: OutletDto, b: OutletDto) => b.articles - a.articles || byName(a, b);
  const ORDERS: Record<OutletSort, (a: OutletDto, b: OutletDto) => number> = {
    name: byName,
    articles: byArticles,
    ungraded: (a, b) => Number(a.grade !== null) - Number(b.grade !== null) || byArticles(a, b),
  };
  return found.sort(ORDERS[sort]);
}

/** "state agency · Russia · tass.com": what is known, without what is not. */
export function knownInWords({ kind, country, domain }: OutletDto): string {
  return [kind && kindInWords(kind), countryInWords(country), domain].filter(Boolean).join(' · ');
}

/** All of an outlet with one thing changed, as the desk takes it. */
export function edited(outlet: OutletDto, change: Partial<Omit<EditOutletArgs, 'id'>>): EditOutletArgs {
  const { id, name, domain, country, kind, grade } = outlet;
  return { id, name, domain, country, kind, grade, ...change };
}

export const BECAUSE = {
  name: 'outlet-because-name',
  domain: 'outlet-because-domain',
  ending: 'outlet-because-ending',
  addresses: 'outlet-because-addresses',
} as const satisfies Record<OutletHintDto['because'], string>;
