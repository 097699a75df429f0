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

/** The chosen paths; empty when the dialog was left. */
export async function choosePaths(options: OpenOptions): Promise<string[]> {
  const chosen = await invoke<string | string[] | null>('plugin:dialog|open', { options });
  return chosen === null ? [] : Array.isArray(chosen) ? chosen : [chosen];
}

/** Where to write, or null when the dialog was left. */
export async function chooseTarget(options: {
  title?: string;
  defaultPath?: string;
  filters?: Filter[];
}): Promise<string | null> {
  return invoke<string | null>('plugin:dialog|save', { options });
}
