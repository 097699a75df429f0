// What the palette offers: enabled commands ranked by how well they fit, and things of the dossier by name.
import { t, type PlainKey } from '$lib/i18n';
import { call } from '$lib/ipc';
import type { NoteTargetDto } from '$lib/ipc/generated/NoteTargetDto';
import { go, goToPassage, type Command } from '$lib/nav';
import { paramsOf } from '$lib/searches.svelte';

export interface PaletteEntry {
  key: string;
  label: string;
  group: string;
  shortcut?: string;
  run: () => void;
}

/** How well words fit a label: 0 not at all, higher is better. Every word must begin a word of the label or stand in it. */
export function fit(label: string, typed: string): number {
  const text = label.toLowerCase();
  let score = 1;
  for (const word of typed.toLowerCase().split(/\s+/).filter(Boolean)) {
    const at = text.indexOf(word);
    if (at < 0) return 0;
    score += at === 0 ? 3 : /[\s(«“-]/.test(text[at - 1] ?? '') ? 2 : 0.5;
  }
  return score;
}

export function rank(commands: readonly Command[], typed: string): PaletteEntry[] {
  return commands
    .filter((command) => command.id !== 'window.palette' && (command.enabled?.() ?? true))
    .map((command) => ({
      key: command.id,
      label: t(command.title),
      group: t(command.group),
      shortcut: command.shortcut,
      run: command.run,
      score: fit(`${t(command.title)} ${t(command.group)}`, typed),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => (typed.trim() ? b.score - a.score : 0));
}

const GROUPS: Record<NoteTargetDto['to'], PlainKey> = {
  article: 'section-articles',
  passage: 'section-articles',
  topic: 'section-topics',
  milestone: 'section-milestones',
  note: 'section-notes',
};

function visit(target: NoteTargetDto): void {
  if (target.to === 'passage') goToPassage(target.article, target.span.start, target.span.end);
  else go(`${target.to}s`, target.id);
}

/** Saved searches, articles, milestones, topics and notes whose names have the words. */
export async function findThings(typed: string): Promise<PaletteEntry[]> {
  const [found, searches] = await Promise.all([
    call('link_targets', { typed }).catch(() => []),
    call('saved_searches').catch(() => []),
  ]);
  const asked = searches
    .filter(({ name }) => fit(name, typed) > 0)
    .map((saved) => ({
      key: `search ${saved.id}`,
      label: saved.name,
      group: t('search-saved-list'),
      run: () => go('search', undefined, paramsOf(saved)),
    }));
  const things = found.slice(0, 20).map(({ target, label }) => ({
    key: JSON.stringify(target),
    label,
    group: t(GROUPS[target.to]),
    run: () => visit(target),
  }));
  return [...asked, ...things];
}
