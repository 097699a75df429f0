// In which order proposals stand.
export const ORDERS = ['score', 'date', 'article'] as const;

export type Order = (typeof ORDERS)[number];

export const orderOf = (named: string | undefined): Order =>
  ORDERS.find((known) => known === named) ?? 'score';
