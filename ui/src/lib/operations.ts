// Acting on the dossier: every operation is named in a toast with the way back, every failure with what to do.
import { labelOfSlug } from './desk.svelte';
import { t, tryT } from './i18n';
import { call, CommandError, toCommandError, type ArgsOf, type CommandName, type ResultOf } from './ipc';
import type { OperationDto } from './ipc/generated/OperationDto';
import { dismiss, toast } from './kit/toasts.svelte';
import { effectsInWords, effectsOf } from './learning';

const TITLE_SHOWN = 60;

/** Arguments of an operation as Fluent takes them; a topic by its label, a long title by its beginning. */
function fluentArgs(args: Record<string, unknown>): Record<string, string | number> {
  const flat: Record<string, string | number> = {
    articles: 1,
    evidence: 1,
    known: 0,
    title: '',
    topic: '',
    part: '',
    step: 'none',
  };
  for (const [name, value] of Object.entries(args)) {
    if (typeof value === 'number') flat[name] = value;
    else if (typeof value === 'boolean') flat[name] = String(value);
    else if (typeof value === 'string') {
      flat[name] = value.length > TITLE_SHOWN ? `${value.slice(0, TITLE_SHOWN - 1).trimEnd()}…` : value;
    }
  }
  if (typeof args.topic === 'string') flat.topic = labelOfSlug(args.topic);
  return flat;
}

/** An operation in words: "Rejected Energy on 12 articles". */
export function operationInWords(operation: Pick<OperationDto, 'kind' | 'args'>): string {
  return (
    tryT(`op-${operation.kind}`, fluentArgs(operation.args)) ?? t('op-unknown', { kind: operation.kind })
  );
}

/** What happened and what to do about it. */
export function errorInWords(error: CommandError): string {
  return tryT(`error-${error.code}`, error.args) ?? t('error-unexpected');
}

export function showError(thrown: unknown): void {
  const error = toCommandError(thrown);
  if (error.code === 'cancelled') return;
  toast(errorInWords(error), { tone: 'problem', detail: `${error.code}\n${error.detail}` });
}

/** Runs a mutation, names it in a toast with Undo, and words its failure. The result, or null when it failed. */
export async function perform<C extends CommandName>(
  command: C,
  args: ArgsOf<C>,
  { quiet = false }: { quiet?: boolean } = {},
): Promise<ResultOf<C> | null> {
  try {
    const result = await (call as (command: C, args: ArgsOf<C>) => Promise<ResultOf<C>>)(command, args);
    const operation = operationOf(result);
    if (operation && !quiet) {
      const effects = effectsInWords(effectsOf(result));
      const done = operationInWords(operation);
      toastWithUndo(effects === null ? done : t('learned-by', { done, effects }));
    }
    return result;
  } catch (thrown) {
    showError(thrown);
    return null;
  }
}

function operationOf(result: unknown): OperationDto | null {
  if (typeof result !== 'object' || result === null || !('operation' in result)) return null;
  return result.operation as OperationDto | null;
}

let undoable: number | undefined;

/**
 * Says what was done and offers to undo it. Undo takes back the last operation only, so an older offer goes when
 * a newer one comes: it would take back something else.
 */
export function toastWithUndo(text: string): void {
  if (undoable !== undefined) dismiss(undoable);
  undoable = toast(text, { action: { label: t('undo'), run: () => void undo() } });
}

/** Takes back the last operation; false where there was none, or it failed, which is told. */
export function undo(): Promise<boolean> {
  return step('undo', 'undone', 'nothing-to-undo');
}

export function redo(): Promise<boolean> {
  return step('redo', 'redone', 'nothing-to-redo');
}

async function step(
  command: 'undo' | 'redo',
  said: 'undone' | 'redone',
  nothing: 'nothing-to-undo' | 'nothing-to-redo',
): Promise<boolean> {
  try {
    if (undoable !== undefined) dismiss(undoable);
    const { value } = await call(command);
    toast(value ? t(said, { operation: operationInWords(value) }) : t(nothing));
    return value !== null;
  } catch (thrown) {
    showError(thrown);
    return false;
  }
}
