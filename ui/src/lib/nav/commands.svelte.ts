// The central keyboard map: every action with its words and its key, for the palette, the help and the key handler.
import type { PlainKey } from '$lib/i18n';
import { inTextField, matches } from './keys';

export interface Command {
  /** Stable name, `area.action`. */
  id: string;
  title: PlainKey;
  group: PlainKey;
  /** `Mod+K`, `J`, `Shift+ArrowDown`; Mod is Ctrl, or ⌘ on a Mac. Letters match in any keyboard layout. */
  shortcut?: string;
  run: () => void;
  /** Absent means always. What is not enabled shows in the help, not in the palette. */
  enabled?: () => boolean;
  /** Fires inside text fields too; for Mod shortcuts this is the rule unless set to false. */
  inText?: boolean;
}

/** What is registered; a plain list, because effects that come and go together may read a state as it was before. */
let all: readonly Command[] = [];
let shown = $state.raw(all);

export function commands(): readonly Command[] {
  return shown;
}

function keep(next: readonly Command[]): void {
  all = next;
  shown = next;
}

export function register(added: readonly Command[]): () => void {
  keep([...all, ...added]);
  return () => keep(all.filter((command) => !added.includes(command)));
}

/** Registers commands while the component lives. */
export function useCommands(added: readonly Command[]): void {
  $effect.pre(() => register(added));
}

/** The command a key press means: the most recently registered one wins, so a screen may refine the window's. */
export function commandFor(event: KeyboardEvent): Command | undefined {
  const typing = inTextField(event.target);
  return all.findLast((command) => {
    if (!command.shortcut || !matches(event, command.shortcut)) return false;
    const allowed = command.inText ?? command.shortcut.includes('Mod+');
    if (typing && !allowed) return false;
    return command.enabled?.() ?? true;
  });
}

const OPEN = ':not([data-state="closed"])';

/** Handles key presses of the window; modal layers keep single keys to themselves. */
export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  // One that is fading away no longer keeps them.
  const modal =
    document.querySelector(`[role="dialog"][aria-modal="true"]${OPEN}, [role="menu"]${OPEN}`) !== null;
  if (modal && !event.ctrlKey && !event.metaKey) return;
  const command = commandFor(event);
  if (!command) return;
  event.preventDefault();
  command.run();
}
