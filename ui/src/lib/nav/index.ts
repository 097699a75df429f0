// Where one is and what the keys do.
export {
  arrivals,
  go,
  goToPassage,
  hashOf,
  parseHash,
  route,
  slide,
  startRouting,
  type Route,
} from './route.svelte';
export { commands, handleKey, register, useCommands, type Command } from './commands.svelte';
export { inTextField, isMac, matches, shortcutKeys } from './keys';
export { type Section } from './section';
