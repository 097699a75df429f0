// A briefing being laid out: structure is saved at once, typing when it pauses; the preview follows what is saved.
import type { BlockDto } from '$lib/ipc/generated/BlockDto';
import type { BriefingDto } from '$lib/ipc/generated/BriefingDto';
import { later, type Later } from '$lib/later';
import { moved } from './blocks';

/** Each save is an operation and renders the pages: one for a phrase, not for a letter. */
export const TYPING_PAUSE_MS = 700;

/** The same text for the same briefing, in whatever order its fields come. */
function textOf(briefing: BriefingDto): string {
  return JSON.stringify(briefing, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}

export interface Entry {
  /** Stays with a block while it moves. */
  key: number;
  block: BlockDto;
}

export class BriefingDraft {
  briefing = $state.raw<BriefingDto>() as BriefingDto;
  entries = $state.raw<readonly Entry[]>([]);
  #saved: string;
  #next = 0;
  #later: Later<[]>;
  #save: (briefing: BriefingDto) => Promise<unknown>;
  #saving: Promise<unknown> = Promise.resolve();

  constructor(stored: BriefingDto, save: (briefing: BriefingDto) => Promise<unknown>) {
    this.#save = save;
    this.#saved = textOf(stored);
    this.#later = later(() => this.#send(), TYPING_PAUSE_MS);
    this.#show(stored);
  }

  #show(stored: BriefingDto): void {
    this.briefing = stored;
    this.entries = stored.blocks.map((block) => ({ key: this.#next++, block }));
  }

  #take(entries: readonly Entry[]): void {
    this.entries = entries;
    this.briefing = { ...this.briefing, blocks: entries.map(({ block }) => block) };
  }

  /** A field of the head. */
  set(change: Partial<Omit<BriefingDto, 'id' | 'blocks'>>, typing = false): void {
    this.briefing = { ...this.briefing, ...change };
    this.#later();
    if (!typing) this.#later.flush();
  }

  /** What a block shows. */
  change(key: number, block: BlockDto, typing = false): void {
    this.#take(this.entries.map((entry) => (entry.key === key ? { key, block } : entry)));
    this.#later();
    if (!typing) this.#later.flush();
  }

  insert(block: BlockDto, at: number): number {
    const key = this.#next++;
    this.#take(this.entries.toSpliced(at, 0, { key, block }));
    this.#later();
    this.#later.flush();
    return key;
  }

  remove(key: number): void {
    this.#take(this.entries.filter((entry) => entry.key !== key));
    this.#later();
    this.#later.flush();
  }

  move(from: number, to: number): void {
    this.#take(moved(this.entries, from, to));
    this.#later();
    this.#later.flush();
  }

  /** What the dossier holds now, after an undo; words still being typed win. */
  receive(stored: BriefingDto): void {
    const text = textOf(stored);
    if (this.#later.waiting() || text === this.#saved || text === textOf(this.briefing)) return;
    this.#saved = text;
    this.#show(stored);
  }

  /** Resolves when everything is in the dossier. */
  async settle(): Promise<void> {
    this.#later.flush();
    await this.#saving;
  }

  #send(): void {
    const text = textOf(this.briefing);
    if (text === this.#saved) return;
    this.#saved = text;
    const { briefing } = this;
    // One after the other: the last word must not be overtaken.
    this.#saving = this.#saving.then(() => this.#save(briefing));
  }
}
