// The selected passage, and choosing one by keyboard.
import { placeOf, rangeOf, type DrawnBlock } from '$lib/text/highlights';
import { wholeWords, type Span } from '$lib/text/positions';
import { nextChoice, sentencesOf } from './sentences';

/** The selection inside `element` as whole words of the text (UTF-16), and where it is drawn; null without one. */
export function selectedPassage(
  element: HTMLElement | undefined,
  blocks: readonly DrawnBlock[],
  text: string,
): { span: Span; rect: DOMRect } | null {
  const selected = document.getSelection();
  if (!selected || selected.isCollapsed || !element?.contains(selected.anchorNode)) return null;
  const range = selected.getRangeAt(0);
  const start = placeOf(blocks, range.startContainer, range.startOffset);
  const end = placeOf(blocks, range.endContainer, range.endOffset);
  if (start === null || end === null || end <= start) return null;
  const span = wholeWords(text, { start, end });
  return span && { span, rect: range.getBoundingClientRect() };
}

/** Selects the next sentence, or takes it in as well; without a selection the first one in sight. Where that is. */
export function chooseSentence(
  blocks: readonly DrawnBlock[],
  text: string,
  language: string | null,
  chosen: Span | null,
  { top, extend }: { top: number; extend: boolean },
): Span | null {
  const inSight = blocks.find(({ node }) => (node.parentElement?.getBoundingClientRect().top ?? 0) >= top);
  const next = nextChoice(sentencesOf(text, blocks, language), chosen, { from: inSight?.start ?? 0, extend });
  return next && selectSpan(blocks, next) ? next : null;
}

/** Selects a UTF-16 span of the text. Whether any of it is drawn. */
export function selectSpan(blocks: readonly DrawnBlock[], span: Span): boolean {
  const range = rangeOf(blocks, span);
  if (!range) return false;
  const selected = document.getSelection();
  selected?.removeAllRanges();
  selected?.addRange(range);
  return true;
}

/** Scrolls so that what is drawn there stands in the upper half, unless it is in sight. */
export function scrollIntoSight(element: HTMLElement | undefined, rect: DOMRect | undefined): void {
  const scroller = element?.closest<HTMLElement>('[data-scroller]');
  if (!rect || !scroller) return;
  const frame = scroller.getBoundingClientRect();
  if (rect.top >= frame.top + 40 && rect.bottom <= frame.bottom - 40) return;
  scroller.scrollTop += rect.top - frame.top - frame.height * 0.35;
}
