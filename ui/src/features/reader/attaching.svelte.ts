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

  press = (event: MouseEvent): void => dragging.press(event, this.#load);

  /** A press on the selected words takes them up, where the engine would begin another selection; let go at once, it ends this one. */
  down = (event: MouseEvent): void => {
    if (event.button !== 0 || event.detail > 1 || !this.#selected() || !onSelection(event)) return;
    event.preventDefault();
    this.press(event);
    const up = () => {
      if (!dragging.at) document.getSelection()?.removeAllRanges();
    };
    window.addEventListener('pointerup', up, { capture: true, once: true });
  };

  #load = (): Load | null => {
    const passage = this.#selected();
    const passages = () => Promise.resolve(passage ? [passage] : []);
    return passage && { what: 'passages', words: passage.words, number: 1, passages };
  };
}

function onSelection({ clientX: x, clientY: y }: MouseEvent): boolean {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return false;
  const rects = [...selection.getRangeAt(0).getClientRects()];
  return rects.some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
}
