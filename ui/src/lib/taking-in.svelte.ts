// Coded passages on their way in from a file: looked at first, taken in when the analyst says so, with progress and what is lost.
import { t } from './i18n';
import { call, choosePaths } from './ipc';
import type { CodingsTakenDto } from './ipc/generated/CodingsTakenDto';
import type { JobProgressDto } from './ipc/generated/JobProgressDto';
import { toast } from './kit/toasts.svelte';
import { perform, showError } from './operations';

export interface TakingIn {
  path: string;
  /** What taking it in would do, or did. */
  taken: CodingsTakenDto;
  stage: 'looked' | 'running' | 'done';
  progress: JobProgressDto | null;
}

let taking = $state.raw<TakingIn | null>(null);

export const takingIn = (): TakingIn | null => taking;

/** Files that hold coded passages rather than articles, by their names. */
export const isOfCodings = (path: string): boolean => /\.qdpx$/i.test(path);

/** Lets the analyst choose a file, and tells what taking it in would do. */
export async function chooseCodings(): Promise<void> {
  try {
    const [path] = await choosePaths({
      title: t('command-take-in'),
      filters: [{ name: t('take-in-files'), extensions: ['qdpx', 'jsonld', 'json'] }],
    });
    if (path) await lookAtCodings(path);
  } catch (thrown) {
    showError(thrown);
  }
}

export async function lookAtCodings(path: string): Promise<void> {
  try {
    taking = { path, taken: await call('codings_look', { path }), stage: 'looked', progress: null };
  } catch (thrown) {
    showError(thrown);
  }
}

export async function takeIn(): Promise<void> {
  if (taking?.stage !== 'looked') return;
  const { path } = taking;
  taking = { ...taking, stage: 'running' };
  const done = await perform('codings_import', { path });
  if (!done) {
    taking = null;
    return;
  }
  if (done.value.cancelled) toast(t('take-in-cancelled'));
  else if (!done.operation) toast(t('take-in-nothing'));
  // What was lost was told before; a report is due only where the texts themselves lost something.
  taking = done.value.lost.length > 0 ? { path, taken: done.value, stage: 'done', progress: null } : null;
}

export function stopTakingIn(): void {
  const job = taking?.progress?.job;
  if (job !== undefined) call('job_cancel', { job }).catch(showError);
}

export function closeTakingIn(): void {
  if (taking?.stage !== 'running') taking = null;
}

/** What the shell says of it on its way; how it ended the command itself answers. */
export function takeCodingsProgress(progress: JobProgressDto): void {
  if (taking?.stage === 'running') taking = { ...taking, progress };
}
