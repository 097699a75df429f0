// The day everything is looked at as of.
export { AXES, lastDay, today, type AsOf, type Axis } from './days';
export { asOf, followPlace, lookAsOf } from './state.svelte';
