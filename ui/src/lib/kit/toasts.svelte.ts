// What just happened, said once at the edge of the window, with the way back.

export interface Toast {
  id: number;
  text: string;
  action?: { label: string; run: () => void };
  tone: 'plain' | 'problem';
  /** Technical text that can be copied; kept out of sight. */
  detail?: string;
}

const STAYS_MS = 6000;
const PROBLEM_STAYS_MS = 15000;
let next = 1;
let shown = $state.raw<readonly Toast[]>([]);

export function toasts(): readonly Toast[] {
  return shown;
}

export function dismiss(id: number): void {
  shown = shown.filter((toast) => toast.id !== id);
}

/** Shows a toast; the newest three stay in sight. */
export function toast(text: string, more: Partial<Omit<Toast, 'id' | 'text'>> = {}): number {
  const made: Toast = { id: next++, text, tone: 'plain', ...more };
  shown = [...shown, made].slice(-3);
  setTimeout(() => dismiss(made.id), made.tone === 'problem' ? PROBLEM_STAYS_MS : STAYS_MS);
  return made.id;
}
