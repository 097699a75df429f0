// What a step of a ladder can mean, whatever it is called: by this it is coloured and drawn.
export type Status = 'not-begun' | 'begun' | 'partly' | 'done' | 'on-hold' | 'withdrawn';

export const SENSES: readonly Status[] = ['not-begun', 'begun', 'partly', 'done', 'on-hold', 'withdrawn'];

export function asStatus(status: string | null): Status | null {
  return SENSES.find((known) => known === status) ?? null;
}
