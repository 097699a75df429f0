// The keys of the proposals.
import { useCommands } from '$lib/nav';

export interface ProposalDeeds {
  accept: () => void;
  merge: () => void;
  reject: () => void;
  edit: () => void;
  skip: () => void;
  back: () => void;
  /** A proposal is on the screen. */
  some: () => boolean;
  /** Something was done in this sitting. */
  done: () => boolean;
}

const group = 'section-milestones';

export function useProposalCommands({ some, done, ...deeds }: ProposalDeeds): void {
  useCommands([
    {
      id: 'proposals.accept',
      title: 'proposal-accept',
      group,
      shortcut: 'A',
      run: deeds.accept,
      enabled: some,
    },
    { id: 'proposals.merge', title: 'proposal-merge', group, shortcut: 'M', run: deeds.merge, enabled: some },
    {
      id: 'proposals.reject',
      title: 'proposal-reject',
      group,
      shortcut: 'R',
      run: deeds.reject,
      enabled: some,
    },
    { id: 'proposals.edit', title: 'proposal-edit', group, shortcut: 'E', run: deeds.edit, enabled: some },
    { id: 'proposals.skip', title: 'proposal-skip', group, shortcut: 'S', run: deeds.skip, enabled: some },
    { id: 'proposals.undo', title: 'proposal-undo', group, shortcut: 'U', run: deeds.back, enabled: done },
  ]);
}
