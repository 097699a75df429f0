// Which colour a topic has: that of its top-level ancestor; those take the colours of tokens.css in turn.
import type { TopicDto } from './ipc/generated/TopicDto';

/** As many as tokens.css names. From the half on a colour comes with a second sign: halved squares, broken stripes. */
export const TOPIC_COLOURS = 12;

/** Whether a colour has the second sign, so that no two are told apart by colour alone within a sign's six. */
export const isSecondSign = (colour: number): boolean => colour >= TOPIC_COLOURS / 2;

/** Colour numbers by topic; `topics` in tree order, parents before children. */
export function topicColours(
  topics: readonly Pick<TopicDto, 'id' | 'parent'>[],
): ReadonlyMap<number, number> {
  const colours = new Map<number, number>();
  let tops = 0;
  for (const { id, parent } of topics) {
    const inherited = parent === null ? undefined : colours.get(parent);
    colours.set(id, inherited ?? tops++ % TOPIC_COLOURS);
  }
  return colours;
}
