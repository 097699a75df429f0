// The status ladder as the interface names it.
export type Status = 'not-begun' | 'begun' | 'partly' | 'done' | 'on-hold' | 'withdrawn';
