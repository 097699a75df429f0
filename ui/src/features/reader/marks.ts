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
  const drawn = (layers ??= new HighlightLayers(LAYERS));
  const show = (name: string, spans: readonly Span[]) =>
    drawn.show(
      name,
      spans.map((span) => rangeOf(blocks, span)),
    );
  for (const colour of COLOUR_NUMBERS) {
    show(
      `coding-${colour}`,
      marks.codings.filter((passage) => passage.colour === colour),
    );
    const ofColour = marks.topics.filter((passage) => passage.colour === colour);
    show(
      `topic-${colour}`,
      ofColour.filter(({ topic }) => topic !== marks.focus),
    );
    show(
      `topic-focus-${colour}`,
      ofColour.filter(({ topic }) => topic === marks.focus),
    );
  }
  show('dates', marks.dates);
  show('evidence', marks.evidence);
  show('target', marks.target ? [marks.target] : []);
  show(
    'found',
    marks.found.filter((span) => span !== marks.current),
  );
  show('found-current', marks.current ? [marks.current] : []);
}

export function clearMarks(): void {
  layers?.clear();
}
