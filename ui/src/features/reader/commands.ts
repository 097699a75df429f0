// What can be done in the reader, with the keys for it.
import type { Command } from '$lib/nav';

export interface ReaderDeeds {
  /** Selects the next sentence, or takes it in as well. */
  sentence: (extend: boolean) => void;
  find: () => void;
  code: () => void;
  note: () => void;
  attach: () => void;
  /** Evidence of the milestone used last. */
  attachAgain: () => void;
  cite: () => void;
}

/** `chosen`: whether a passage is selected. */
export function readerCommands(deeds: ReaderDeeds, chosen: () => boolean): Command[] {
  const group = 'group-article';
  const ofPassage = { group, enabled: chosen } as const;
  return [
    {
      id: 'article.sentence',
      title: 'command-sentence',
      group,
      shortcut: 'S',
      run: () => deeds.sentence(false),
    },
    {
      id: 'article.sentence-extend',
      title: 'command-sentence-extend',
      group,
      shortcut: 'Shift+S',
      run: () => deeds.sentence(true),
    },
    { id: 'article.find', title: 'command-find', group, shortcut: 'Mod+F', run: deeds.find },
    { id: 'article.code', title: 'command-code', shortcut: 'T', run: deeds.code, ...ofPassage },
    { id: 'article.note', title: 'command-note', shortcut: 'N', run: deeds.note, ...ofPassage },
    { id: 'article.milestone', title: 'command-milestone', shortcut: 'M', run: deeds.attach, ...ofPassage },
    {
      id: 'article.milestone-again',
      title: 'command-milestone-again',
      shortcut: 'Shift+M',
      run: deeds.attachAgain,
      ...ofPassage,
    },
    { id: 'article.cite', title: 'command-cite', shortcut: 'C', run: deeds.cite, ...ofPassage },
  ];
}
