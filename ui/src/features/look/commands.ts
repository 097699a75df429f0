// The keys of the queue.
import { useCommands, type Command } from '$lib/nav';

export interface LookDeeds {
  step: (by: number) => void;
  /** Takes the alternative of that number, from one, of the field in focus. */
  take: (number: number) => void;
  /** How many there are to take. */
  takes: () => number;
  edit: () => void;
  edits: () => boolean;
  nextField: () => void;
  fields: () => number;
  done: () => void;
  open: () => void;
  original: () => void;
  bin: () => void;
}

const group = 'section-look';

/** Going through the queue and taking back: also while the next article is still on its way. */
export function useQueueCommands(step: (by: number) => void, undo: () => void): void {
  useCommands([
    { id: 'look.next', title: 'command-look-next', group, shortcut: 'J', run: () => step(1) },
    { id: 'look.previous', title: 'command-look-previous', group, shortcut: 'K', run: () => step(-1) },
    { id: 'look.undo', title: 'command-look-undo', group, shortcut: 'U', run: undo },
  ]);
}

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Deciding: only while the article in focus is there to be seen. */
export function useLookCommands(deeds: LookDeeds): void {
  const takes = DIGITS.map<Command>((number) => ({
    id: `look.take-${number}`,
    title: 'command-look-take',
    group,
    shortcut: String(number),
    run: () => deeds.take(number),
    enabled: () => number <= deeds.takes(),
  }));
  useCommands([
    ...takes,
    { id: 'look.done', title: 'command-look-done', group, shortcut: 'D', run: deeds.done },
    {
      id: 'look.edit',
      title: 'command-look-edit',
      group,
      shortcut: 'E',
      run: deeds.edit,
      enabled: deeds.edits,
    },
    {
      id: 'look.field',
      title: 'command-look-field',
      group,
      shortcut: 'F',
      run: deeds.nextField,
      enabled: () => deeds.fields() > 1,
    },
    { id: 'look.open', title: 'command-look-open', group, shortcut: 'O', run: deeds.open },
    {
      id: 'look.original',
      title: 'command-look-original',
      group,
      shortcut: 'Shift+O',
      run: deeds.original,
    },
    { id: 'look.bin', title: 'command-look-bin', group, shortcut: 'Delete', run: deeds.bin },
  ]);
}
