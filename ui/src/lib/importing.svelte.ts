// Bringing articles in: what begins an import, those under way, and what is said when one ends.
import { count, t } from './i18n';
import { announce, call, choosePaths, CommandError } from './ipc';
import type { ImportReportDto } from './ipc/generated/ImportReportDto';
import type { JobDto } from './ipc/generated/JobDto';
import type { JobProgressDto } from './ipc/generated/JobProgressDto';
import { toast } from './kit/toasts.svelte';
import { go } from './nav';
import { showError, toastWithUndo } from './operations';
import { stepsWith, type Step } from './pace';
import { isOfCodings, lookAtCodings } from './taking-in.svelte';

export interface RunningImport {
  progress: JobProgressDto;
  /** The last steps, to judge the pace by. */
  steps: readonly Step[];
  /** Asked to stop, and stopping. */
  stopping: boolean;
}

let running = $state.raw<readonly RunningImport[]>([]);

/** The imports under way, the oldest first. */
export function runningImports(): readonly RunningImport[] {
  return running;
}

async function begin(start: () => Promise<JobDto | null>): Promise<boolean> {
  try {
    return (await start()) !== null;
  } catch (thrown) {
    showError(thrown);
    return false;
  }
}

/** A project of coded passages is looked at first: as an archive it would give texts without their codings. */
async function start(paths: string[]): Promise<JobDto | null> {
  const [first] = paths;
  if (first === undefined) return null;
  if (paths.length > 1 || !isOfCodings(first)) return call('import_start', { paths });
  await lookAtCodings(first);
  return null;
}

export async function importPaths(paths: string[]): Promise<boolean> {
  return begin(() => start(paths));
}

export function chooseAndImport({ folder }: { folder: boolean }): Promise<boolean> {
  const title = t(folder ? 'command-import-folder' : 'command-import');
  return begin(async () => {
    const paths = await choosePaths({ title, multiple: true, directory: folder });
    return start(paths);
  });
}

/** A pasted article. A page goes before the plain text of the same clipboard. */
export function pasteArticle(pasted: { html: string | null; text: string }): Promise<boolean> {
  return begin(() => call('import_paste', pasted));
}

export function resumeImport(id: number): Promise<boolean> {
  return begin(() => call('import_resume', { import: id }));
}

/** Reads refused files again; all of them without `paths`. */
export function retryRefused(id: number, paths: string[] | null = null): Promise<boolean> {
  return begin(() => call('import_retry', { import: id, paths }));
}

export async function stopImport({ progress }: RunningImport): Promise<void> {
  running = running.map((one) => (one.progress.job === progress.job ? { ...one, stopping: true } : one));
  await call('job_cancel', { job: progress.job }).catch(showError);
}

async function watch(folder: string | null): Promise<void> {
  await call('watch_set', { folder });
  // It is no operation of the dossier, so nothing else says that it changed.
  announce(['imports']);
}

/** Chooses the folder whose new files come in by themselves. */
export async function chooseWatched(): Promise<void> {
  try {
    const [folder] = await choosePaths({ title: t('command-import-watch'), directory: true });
    if (folder) await watch(folder);
  } catch (thrown) {
    showError(thrown);
  }
}

export async function stopWatching(): Promise<void> {
  await watch(null).catch(showError);
}

/** What the shell says about a job: shown while it runs, summed up in a toast when it ends. */
export function takeProgress(progress: JobProgressDto): void {
  const known = running.find((one) => one.progress.job === progress.job);
  const others = running.filter((one) => one !== known);
  if (progress.state === 'running') {
    const steps = stepsWith(known?.steps ?? [], progress);
    const next = { progress, steps, stopping: known?.stopping ?? false };
    running = known ? running.map((one) => (one === known ? next : one)) : [...others, next];
    // The list learns of an import when it begins; when it ends, the shell says so itself.
    if (known?.progress.import !== progress.import) announce(['imports']);
    return;
  }
  running = others;
  if (progress.error) showError(new CommandError(progress.error));
  if (progress.report) sayFinished(progress.report, progress.state === 'cancelled');
}

function sayFinished({ import: id, counts, operation }: ImportReportDto, stopped: boolean): void {
  const { cameIn: number, copies, needsALook, refused } = counts;
  const report = { label: t('import-show-report'), run: () => go('imports', id) };
  if (stopped) toast(t('import-cancelled'), { action: report });
  else if (copies + refused > 0) {
    toast(t('import-finished-more', { imported: number, duplicates: copies, refused }), { action: report });
  } else if (needsALook > 0) {
    toast(
      `${t('import-finished', { number, count: count(number) })} ${t('import-finished-look', { number: needsALook, count: count(needsALook) })}`,
      { action: { label: t('import-look'), run: () => go('look') } },
    );
  } else if (operation !== null) toastWithUndo(t('import-finished', { number, count: count(number) }));
}
