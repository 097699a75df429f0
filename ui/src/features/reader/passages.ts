// The passages of an article to be marked: what speaks for its topics, its dates, its evidence. UTF-16 spans.
import type { ArticleDto } from '$lib/ipc/generated/ArticleDto';
import type { ArticleTopicDto } from '$lib/ipc/generated/ArticleTopicDto';
import type { Positions, Span } from '$lib/text/positions';

export interface TopicPassage extends Span {
  topic: number;
  colour: number;
}

/** Passages that speak for topics that are accepted or still suggested; what speaks against a topic is not tinted. */
export function topicPassages(
  topics: readonly ArticleTopicDto[],
  positions: Positions,
  colourOf: (topic: number) => number,
): TopicPassage[] {
  return topics
    .filter(({ state }) => state !== 'rejected')
    .flatMap(({ id, reasons }) =>
      reasons.flatMap(({ span, weight }) =>
        span && weight > 0 ? [{ topic: id, colour: colourOf(id), ...positions.spanToUtf16(span) }] : [],
      ),
    )
    .sort((a, b) => a.start - b.start);
}

/** The words fields were read from that stand in the text: the lines they fill are set quietly. */
export function metaSpans(article: ArticleDto, positions: Positions): Span[] {
  return article.fields
    .filter(({ name }) => name === 'published' || name === 'byline')
    .flatMap(({ basis }) => basis)
    .flatMap(({ span, place }) => (span && place === 'text' ? [positions.spanToUtf16(span)] : []));
}

export interface Stripe {
  topic: number;
  colour: number;
  /** Index of the block it stands beside. */
  block: number;
  start: number;
  end: number;
  /** 0 is next to the text; stripes that would overlap stand further out. */
  lane: number;
}

/** One stripe per topic and block, from the first to the last passage in it, in lanes that do not overlap. */
export function stripesOf(passages: readonly TopicPassage[], blocks: readonly Span[]): Stripe[] {
  const stripes: Stripe[] = [];
  for (const passage of passages) {
    const block = blocks.findIndex(({ start, end }) => start <= passage.start && passage.start < end);
    if (block < 0) continue;
    const same = stripes.find((stripe) => stripe.block === block && stripe.topic === passage.topic);
    if (same) same.end = Math.max(same.end, passage.end);
    else {
      const beside = stripes.filter((stripe) => stripe.block === block).length;
      stripes.push({ ...passage, block, lane: beside });
    }
  }
  return stripes;
}
