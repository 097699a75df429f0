// Passages in their context as they are asked for and put in order.
import type { ContextArgs } from '$lib/ipc/generated/ContextArgs';
import type { ContextDto } from '$lib/ipc/generated/ContextDto';
import type { ContextLineDto } from '$lib/ipc/generated/ContextLineDto';

type Params = Readonly<Record<string, string>>;

/** The orders, as their columns stand. */
export const ORDERS = ['date', 'left', 'found', 'right'] as const;
export type ContextOrder = (typeof ORDERS)[number];

/** Lines read at once; more are a sign that the question is too wide to be read line by line. */
const MOST = 5_000;

export const orderOf = (params: Params): ContextOrder =>
  ORDERS.find((order) => order === params.order) ?? 'date';

/** The question of an address; null when no words are in it. */
export function contextArgs(params: Params): ContextArgs | null {
  const query = params.q?.trim() ?? '';
  if (!query) return null;
  return { query, asTyped: params.typed === '1', stories: params.stories === '1', limit: MOST };
}

/** The lines in an order; the desk has put them in each already. */
export function inOrder(told: ContextDto, order: ContextOrder): readonly ContextLineDto[] {
  if (order === 'date') return told.lines;
  const places = { left: told.byLeft, right: told.byRight, found: told.byFound }[order];
  return places.flatMap((place) => told.lines[place] ?? []);
}

export const keyOf = ({ article, inTitle, span }: ContextLineDto): string =>
  `${article}:${inTitle ? 't' : ''}${span.start}`;
