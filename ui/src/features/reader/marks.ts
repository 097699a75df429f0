// Draws an article's passages through the highlight registry.
import { HighlightLayers, rangeOf, type DrawnBlock } from '$lib/text/highlights';
import { TOPIC_LOOKS } from '$lib/topic-colours';
import type { Span } from '$lib/text/positions';
import type { TopicPassage } from './passages';

interface Coloured extends Span {
  colour: number;
}

const COLOUR_NUMBERS = Array.from({ length: TOPIC_LOOKS }, (_, colour) => colour);
const LAYERS = [
  ...COLOUR_NUMBERS.map((colour) => `coding-${colour}`),
  ...COLOUR_NUMBERS.map((colour) => `topic-${colour}`),
  ...COLOUR_NUMBERS.map((colour) => `topic-focus-${colour}`),
  'dates',
  'evidence',
  'target',
  'found',
  'found-current',
];
let layers: HighlightLayers | undefined;

export interface Marks {
  /** Coded passages. */
  codings: readonly Coloured[];
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
  const ranges = new Map<string, Range[]>();
  const add = (name: string, spans: readonly Span[]) => {
    const drawn = ranges.get(name) ?? [];
    for (const span of spans) {
      const range = rangeOf(blocks, span);
      if (range) drawn.push(range);
    }
    ranges.set(name, drawn);
  };
  for (const passage of marks.codings) add(`coding-${passage.colour}`, [passage]);
  for (const passage of marks.topics) {
    add(`${passage.topic === marks.focus ? 'topic-focus' : 'topic'}-${passage.colour}`, [passage]);
  }
  add('dates', marks.dates);
  add('evidence', marks.evidence);
  add('target', marks.target ? [marks.target] : []);
  add(
    'found',
    marks.found.filter((span) => span !== marks.current),
  );
  add('found-current', marks.current ? [marks.current] : []);
  (layers ??= new HighlightLayers(LAYERS)).show(ranges);
}

export function clearMarks(): void {
  layers?.show(new Map());
}
