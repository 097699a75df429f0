// Suggestions being made anew after the codebook changed: how far that is.
import { CommandError } from './ipc';
import type { JobProgressDto } from './ipc/generated/JobProgressDto';
import { showError } from './operations';

let running = $state.raw<JobProgressDto | null>(null);

export function suggesting(): JobProgressDto | null {
  return running;
}

/** What the shell says of it; what changed by it is re-read by itself. */
export function takeSuggestProgress(progress: JobProgressDto): void {
  running = progress.state === 'running' ? progress : null;
  if (progress.state === 'failed' && progress.error) showError(new CommandError(progress.error));
}
