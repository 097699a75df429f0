// Opening, beginning and backing up dossiers, with the system's dialogs.
import { dossier } from '$lib/desk.svelte';
import { t } from '$lib/i18n';
import { announce, call, choosePaths, chooseTarget, forgetAnswers } from '$lib/ipc';
import { toast } from '$lib/kit/toasts.svelte';
import { go } from '$lib/nav';
import { showError } from '$lib/operations';
import { LISTED } from './sections';

const FILTERS = [{ name: 'Chancery', extensions: ['dossier'] }];
const EVERYTHING = [
  'articles',
  'topics',
  'tags',
  'milestones',
  'notes',
  'briefings',
  'outlets',
  'imports',
  'operations',
  'dossier',
];

/** Another dossier is open: nothing kept of the former one may be shown. */
function arrive(): void {
  forgetAnswers();
  announce(EVERYTHING);
  go(LISTED[0]?.id ?? 'articles');
}

async function opening(action: () => Promise<unknown>): Promise<void> {
  try {
    if ((await action()) !== null) arrive();
  } catch (thrown) {
    showError(thrown);
  }
}

export function openDossier(): Promise<void> {
  return opening(async () => {
    const [path] = await choosePaths({ title: t('no-dossier-open'), filters: FILTERS });
    return path ? call('dossier_open', { path }) : null;
  });
}

export function newDossier(): Promise<void> {
  return opening(async () => {
    const path = await chooseTarget({ title: t('no-dossier-new'), filters: FILTERS });
    if (!path) return null;
    const file = path.split(/[/\\]/).at(-1) ?? path;
    return call('dossier_new', { path, name: file.replace(/\.dossier$/i, ''), bundled: false });
  });
}

export function openBundled(): Promise<void> {
  return opening(() => call('dossier_open_bundled_copy'));
}

/** Empties the search index; that it is made anew in the background is told as it goes on. */
export async function makeIndexAnew(): Promise<void> {
  try {
    await call('search_index_anew');
    announce(['articles']);
  } catch (thrown) {
    showError(thrown);
  }
}

export async function backUp(): Promise<void> {
  try {
    const open = dossier();
    const path = await chooseTarget({
      title: t('command-backup'),
      defaultPath: open ? `${open.name}.dossier` : undefined,
      filters: FILTERS,
    });
    if (!path) return;
    await call('dossier_backup', { path });
    toast(t('backed-up', { path }));
  } catch (thrown) {
    showError(thrown);
  }
}
