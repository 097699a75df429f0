// What is being brought in step in the background, after the codebook changed or an older dossier was opened: how far that is.
import { t } from './i18n';
import { CommandError } from './ipc';
import type { JobProgressDto } from './ipc/generated/JobProgressDto';
import { toast } from './kit/toasts.svelte';
import { effectsInWords } from './learning';
import { showError } from './operations';

let running = $state.raw<JobProgressDto | null>(null);

export function suggesting(): JobProgressDto | null {
  return running;
}

/** What the shell says of it; what changed by it is re-read by itself. */
export function takeSuggestProgress(progress: JobProgressDto): void {
  running = progress.state === 'running' ? progress : null;
  const effects = effectsInWords(progress.effects);
  if (effects !== null) toast(t('learned-later', { effects }));
  if (progress.state === 'failed' && progress.error) showError(new CommandError(progress.error));
}
