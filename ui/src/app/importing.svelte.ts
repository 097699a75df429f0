// The import under way, and its report when it is done.
import { t } from '$lib/i18n';
import { call, choosePaths, CommandError } from '$lib/ipc';
import type { ImportReportDto } from '$lib/ipc/generated/ImportReportDto';
import type { JobProgressDto } from '$lib/ipc/generated/JobProgressDto';
import { toast } from '$lib/kit/toasts.svelte';
import { showError, toastWithUndo } from '$lib/operations';

export const importing = $state<{ progress: JobProgressDto | null; report: ImportReportDto | null }>({
  progress: null,
  report: null,
});

export async function chooseAndImport({ folder }: { folder: boolean }): Promise<void> {
  try {
    const title = t(folder ? 'command-import-folder' : 'command-import');
    await importPaths(await choosePaths({ title, multiple: true, directory: folder }));
  } catch (thrown) {
    showError(thrown);
  }
}

export async function importPaths(paths: string[]): Promise<void> {
  if (paths.length === 0) return;
  try {
    await call('import_start', { paths });
  } catch (thrown) {
    showError(thrown);
  }
}

/** What the shell says about a job: shown while it runs, summed up in a toast when it ends. */
export function takeProgress(progress: JobProgressDto): void {
  if (progress.state === 'running') {
    importing.progress = progress;
    return;
  }
  importing.progress = null;
  if (progress.error) showError(new CommandError(progress.error));
  const { report } = progress;
  if (!report) return;
  const { counts } = report;
  const imported = counts.imported + counts.needsALook + counts.reprints;
  const plain = counts.refused === 0 && counts.copies === 0;
  const text = plain
    ? t('import-finished', { number: imported, count: imported })
    : t('import-finished-more', { imported, duplicates: counts.copies, refused: counts.refused });
  if (plain && report.operation !== null) {
    toastWithUndo(text);
  } else {
    toast(text, { action: { label: t('import-show-report'), run: () => (importing.report = report) } });
  }
}
