// Files and folders the analyst chooses in the system's own dialogs.
import { invoke } from '@tauri-apps/api/core';

interface Filter {
  name: string;
  extensions: string[];
}

export interface OpenOptions {
  title?: string;
  multiple?: boolean;
  directory?: boolean;
  filters?: Filter[];
}

/** A path that a test of the window offers instead of the dialog, which it can't reach; release builds have none. */
const offered = () => invoke<string | null>('offered_path');

/** The chosen paths; empty when the dialog was left. */
export async function choosePaths(options: OpenOptions): Promise<string[]> {
  const path = await offered();
  if (path !== null) return [path];
  const chosen = await invoke<string | string[] | null>('plugin:dialog|open', { options });
  return chosen === null ? [] : Array.isArray(chosen) ? chosen : [chosen];
}

/** Where to write, or null when the dialog was left. */
export async function chooseTarget(options: {
  title?: string;
  defaultPath?: string;
  filters?: Filter[];
}): Promise<string | null> {
  return (await offered()) ?? invoke<string | null>('plugin:dialog|save', { options });
}
