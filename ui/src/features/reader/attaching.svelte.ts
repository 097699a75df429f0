// The selected passage made evidence: by the dialog, by the key for the milestone used last, or dragged onto one.
import { attachToLast, type Passage } from '$lib/attaching/deeds';
import { dragging, type Load } from '$lib/attaching/dragging.svelte';

export class Attaching {
  /** What the dialog is about; null while it is closed. */
  asked = $state.raw<Passage | null>(null);
  readonly #selected: () => Passage | null;

  constructor(selected: () => Passage | null) {
    this.#selected = selected;
  }

  begin = (): void => {
    this.asked = this.#selected();
  };

  again = (): void => {
    const passage = this.#selected();
    if (passage && !attachToLast([passage])) this.begin();
  };

  press = (event: PointerEvent | DragEvent): void => dragging.press(event, this.#load);

  /** The engine would drag the words as text, which nothing here takes. */
  dragged = (event: DragEvent): void => {
    if (!this.#selected()) return;
    event.preventDefault();
    this.press(event);
  };

  #load = (): Load | null => {
    const passage = this.#selected();
    const passages = () => Promise.resolve(passage ? [passage] : []);
    return passage && { what: 'passages', words: passage.words, number: 1, passages };
  };
}
