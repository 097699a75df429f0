// The one door to the desk: every command by its name, typed from the command table of crate wire.
import { invoke } from '@tauri-apps/api/core';
import { announce } from './changes';
import { toCommandError } from './errors';
import type { Commands } from './generated/Commands';

export type CommandName = keyof Commands;
export type ArgsOf<C extends CommandName> = Commands[C]['args'];
export type ResultOf<C extends CommandName> = Commands[C]['result'];

type CallArgs<C extends CommandName> =
  ArgsOf<C> extends Record<symbol, never> ? [args?: ArgsOf<C>] : [args: ArgsOf<C>];

function changedOf(result: unknown): string[] {
  if (typeof result !== 'object' || result === null || !('changed' in result)) return [];
  return Array.isArray(result.changed) ? result.changed.filter((kind) => typeof kind === 'string') : [];
}

/** Runs a command. Throws `CommandError`; what a mutation says has changed is re-read wherever it is shown. */
export async function call<C extends CommandName>(command: C, ...args: CallArgs<C>): Promise<ResultOf<C>> {
  try {
    const result = await invoke<ResultOf<C>>('call', { command, args: args[0] ?? {} });
    announce(changedOf(result));
    return result;
  } catch (thrown) {
    throw toCommandError(thrown);
  }
}
