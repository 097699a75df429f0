// The register to a spreadsheet: as it is shown, filtered and sorted, on the day that is asked for.
import type { AsOf } from '$lib/as-of';
import { dossier } from '$lib/desk.svelte';
import { fileName } from '$lib/file-name';
import { t } from '$lib/i18n';
import { call, chooseTarget } from '$lib/ipc';
import { toast } from '$lib/kit/toasts.svelte';
import { showError } from '$lib/operations';

export async function exportRegister(only: number[] | null, asOf: AsOf | null): Promise<void> {
  try {
    const path = await chooseTarget({
      title: t('sheet-export-title'),
      defaultPath: fileName(dossier()?.name ?? '', 'xlsx', 'register'),
      filters: [
        { name: 'XLSX', extensions: ['xlsx'] },
        { name: 'CSV', extensions: ['csv'] },
      ],
    });
    if (!path) return;
    const written = await call('register_export', { path, only, asOf });
    toast(t('sheet-written', { number: written.milestones, path: written.path }));
  } catch (thrown) {
    showError(thrown);
  }
}
