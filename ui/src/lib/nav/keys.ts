// Key presses against shortcuts. Letters are matched by their place on the keyboard when the layout is not Latin.

export const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The name of the pressed key: Latin letters upper-case whatever the layout, other keys as the browser names them. */
export function keyName(event: KeyboardEvent): string {
  if (/^[a-z]$/i.test(event.key)) return event.key.toUpperCase();
  const place = /^Key([A-Z])$/.exec(event.code)?.[1];
  return place && event.key.length === 1 ? place : event.key;
}

export function matches(event: KeyboardEvent, shortcut: string): boolean {
  const parts = shortcut.split('+');
  const key = parts.pop() ?? '';
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const other = isMac ? event.ctrlKey : event.metaKey;
  if (other || mod !== parts.includes('Mod') || event.altKey !== parts.includes('Alt')) return false;
  // Shift is part of how "?" is typed, so it is compared for letters and named keys only.
  const shiftCounts = /^[A-Z]$/.test(key) || key.length > 1;
  if (shiftCounts && event.shiftKey !== parts.includes('Shift')) return false;
  return keyName(event) === key;
}

/** Whether typing there is text: shortcuts of one letter must not fire. */
export function inTextField(target: EventTarget | null): boolean {
  let element = target instanceof Element ? target : null;
  // An editor in a shadow root is the host from outside.
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element) return false;
  if (element instanceof HTMLInputElement) {
    return !['checkbox', 'radio', 'button', 'submit', 'range', 'color'].includes(element.type);
  }
  return element instanceof HTMLTextAreaElement || element.closest('[contenteditable="true"]') !== null;
}

const NAMES: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Enter: '↵',
  Delete: 'Del',
};

/** The keys of a shortcut as they are written on this system. */
export function shortcutKeys(shortcut: string): string[] {
  return shortcut.split('+').map((part) => {
    if (part === 'Mod') return isMac ? '⌘' : 'Ctrl';
    if (part === 'Shift') return isMac ? '⇧' : 'Shift';
    if (part === 'Alt') return isMac ? '⌥' : 'Alt';
    return NAMES[part] ?? part;
  });
}
