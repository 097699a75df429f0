// The milestone a proposal would make, as it is edited before that.
import type { AddMilestoneArgs } from '$lib/ipc/generated/AddMilestoneArgs';
import type { ProposalDto } from '$lib/ipc/generated/ProposalDto';

export class Fields {
  title = $state('');
  date = $state('');
  kind = $state('');
  lane = $state('');
  #role: string | null = null;

  /** As the proposal has them. */
  take({ title, date, kind, lane, role }: ProposalDto): void {
    this.title = title;
    this.date = date;
    this.kind = kind;
    this.lane = lane;
    this.#role = role;
  }

  milestone(): AddMilestoneArgs {
    const { title, date, kind, lane } = this;
    return {
      title: title.trim(),
      date: date.trim(),
      kind,
      lane,
      parent: null,
      who: '',
      role: this.#role,
      deadline: kind === 'deadline' ? date.trim() : '',
      description: '',
      passage: null,
    };
  }
}
