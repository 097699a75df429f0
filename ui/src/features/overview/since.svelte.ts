// What was done since the last time: which operation was the newest when the window was closed, dossier by dossier.
import { pref } from '$lib/prefs.svelte';

/** The newest operation when this session began, by the file of the dossier. */
const began = new Map<string, number>();

/** Notes the newest operation as seen, and tells which was the newest before this session; null where it was never open. */
export function seenBefore(path: string, newest: number): number | null {
  const seen = pref(`seen ${path}`, 0);
  const before = began.get(path) ?? seen.value;
  began.set(path, before);
  if (seen.value !== newest) seen.value = newest;
  return before === 0 ? null : before;
}
