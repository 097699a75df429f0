// The margin as it is drawn: codings next to the text, what speaks for topics outside of them, from top to bottom.
import { topicLabel } from '$lib/desk.svelte';
import { t } from '$lib/i18n';
import { rangeOf, type DrawnBlock } from '$lib/text/highlights';
import type { Span } from '$lib/text/positions';
import type { Stripe } from '../passages';
import { lanesOf, type CodingStripe } from './lanes';

export interface PlacedStripe extends Span {
  key: string;
  topic: number;
  colour: number;
  /** The coding it stands for; null where it speaks for a topic only. */
  coding: number | null;
  /** What is shown beside it. */
  name: string;
  /** What a screen reader says. */
  label: string;
  lane: number;
  top: number;
  height: number;
}

const LEAST_HEIGHT = 20;
const SUGGESTION_LANES = 3;

/** Stripes beside what is drawn; `origin` is the top of the text in the window. */
export function marginOf(
  codings: readonly CodingStripe[],
  suggestions: readonly Stripe[],
  blocks: readonly DrawnBlock[],
  origin: number,
): PlacedStripe[] {
  const outside = lanesOf(codings);
  const stripes = [
    ...codings.map((stripe) => ({ ...ofCoding(stripe), lane: stripe.lane })),
    ...suggestions.map((stripe) => ({
      ...ofTopic(stripe),
      lane: outside + (stripe.lane % SUGGESTION_LANES),
    })),
  ];
  return stripes
    .flatMap((stripe) => {
      const rect = rangeOf(blocks, stripe)?.getBoundingClientRect();
      if (!rect) return [];
      return [{ ...stripe, top: rect.top - origin, height: Math.max(rect.height, LEAST_HEIGHT) }];
    })
    .sort((a, b) => a.top - b.top || a.lane - b.lane);
}

function ofCoding({ coding, colour, start, end }: CodingStripe) {
  const topic = topicLabel(coding.topic);
  const name = coding.memo ? `${topic} — ${coding.memo}` : topic;
  return {
    key: `coding ${coding.id}`,
    topic: coding.topic,
    colour,
    coding: coding.id,
    name,
    label: t('coding-stripe', { name }),
    start,
    end,
  };
}

function ofTopic({ topic, colour, block, start, end }: Stripe) {
  const name = topicLabel(topic);
  return {
    key: `${block} ${topic}`,
    topic,
    colour,
    coding: null,
    name,
    label: t('reader-stripe', { topic: name }),
    start,
    end,
  };
}
