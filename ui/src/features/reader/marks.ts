// Draws an article's passages through the highlight registry.
import { rangeOf, showHighlight, type DrawnBlock } from '$lib/text/highlights';
import type { Span } from '$lib/text/positions';
import type { TopicPassage } from './passages';

const COLOURS = 6;
const PLAIN = ['dates', 'evidence', 'target', 'found', 'found-current'] as const;

export interface Marks {
  topics: readonly TopicPassage[];
  /** The topic that stands out. */
  focus: number | null;
  dates: readonly Span[];
  evidence: readonly Span[];
  target: Span | null;
  found: readonly Span[];
  current: Span | null;
}

/** Shows all marks; later ones lie over earlier ones. */
export function showMarks(blocks: readonly DrawnBlock[], marks: Marks): void {
  const ranges = (spans: readonly Span[]) => spans.map((span) => rangeOf(blocks, span));
  for (let colour = 0; colour < COLOURS; colour++) {
    const ofColour = marks.topics.filter((passage) => passage.colour % COLOURS === colour);
    showHighlight(`topic-${colour}`, ranges(ofColour.filter(({ topic }) => topic !== marks.focus)), 1);
    showHighlight(`topic-focus-${colour}`, ranges(ofColour.filter(({ topic }) => topic === marks.focus)), 2);
  }
  showHighlight('dates', ranges(marks.dates), 3);
  showHighlight('evidence', ranges(marks.evidence), 4);
  showHighlight('target', ranges(marks.target ? [marks.target] : []), 5);
  showHighlight('found', ranges(marks.found.filter((span) => span !== marks.current)), 6);
  showHighlight('found-current', ranges(marks.current ? [marks.current] : []), 7);
}

export function clearMarks(): void {
  for (let colour = 0; colour < COLOURS; colour++) {
    showHighlight(`topic-${colour}`, []);
    showHighlight(`topic-focus-${colour}`, []);
  }
  for (const name of PLAIN) showHighlight(name, []);
}
