// Something written to a file: the analyst says where, a toast says that it is there, an error what went wrong.
import { chooseTarget } from './ipc';
import { toast } from './kit/toasts.svelte';
import { showError } from './operations';

interface Target {
  /** Of the dialog. */
  title: string;
  /** The file's name, offered. */
  name: string;
  ending: string;
  /** What sort of file it is, in words. */
  kind: string;
}

/** `write` gives the words of the toast. */
export async function toFile(
  { title, name, ending, kind }: Target,
  write: (path: string) => Promise<string>,
): Promise<void> {
  try {
    const path = await chooseTarget({
      title,
      defaultPath: name,
      filters: [{ name: kind, extensions: [ending] }],
    });
    if (path) toast(await write(path));
  } catch (thrown) {
    showError(thrown);
  }
}
