// A note being written: saved when typing pauses or one leaves, never behind the writer's back.
import { later, type Later } from '$lib/later';

export interface NoteText {
  title: string;
  markdown: string;
}

/** One operation each; ui.md's two seconds. */
export const PAUSE_MS = 2000;

/** The dossier keeps titles without blanks at their ends; the blank one has just typed is not a difference. */
const same = (a: NoteText, b: NoteText) => a.title.trim() === b.title.trim() && a.markdown === b.markdown;

export class Draft {
  title = $state('');
  markdown = $state('');
  /** What waits to be saved, for the line that says so. */
  dirty = $state(false);
  #saved: NoteText;
  #later: Later<[]>;
  #save: (text: NoteText) => Promise<unknown>;

  constructor(stored: NoteText, save: (text: NoteText) => Promise<unknown>) {
    this.title = stored.title;
    this.markdown = stored.markdown;
    this.#saved = { ...stored };
    this.#save = save;
    this.#later = later(() => void this.#send(), PAUSE_MS);
  }

  get text(): NoteText {
    return { title: this.title, markdown: this.markdown };
  }

  write(change: Partial<NoteText>): void {
    if (change.title !== undefined) this.title = change.title;
    if (change.markdown !== undefined) this.markdown = change.markdown;
    this.dirty = !same(this.text, this.#saved);
    if (this.dirty) this.#later();
    else this.#later.cancel();
  }

  /** Saves at once what waits: one is leaving. */
  leave(): void {
    this.#later.flush();
  }

  /** What the dossier holds now: after an undo it replaces the text, unless something newer waits here. True when it did. */
  take(stored: NoteText): boolean {
    if (this.dirty || same(stored, this.#saved)) return false;
    this.#saved = { ...stored };
    this.title = stored.title;
    this.markdown = stored.markdown;
    return true;
  }

  async #send(): Promise<void> {
    const text = this.text;
    if (same(text, this.#saved)) return;
    const before = this.#saved;
    this.#saved = text;
    const done = await this.#save(text);
    // A failed save is told by its toast; the text stays here and is tried again with the next word.
    if (done === null && this.#saved === text) this.#saved = before;
    this.dirty = !same(this.text, this.#saved);
  }
}
