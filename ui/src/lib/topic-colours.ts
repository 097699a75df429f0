// Which colour a topic has: that of its top-level ancestor, one of six. Where a second heading has the same, it comes with a
// second sign (halved squares, broken stripes), so that twelve are told apart.
import type { PlainKey } from './i18n';
import type { TopicDto } from './ipc/generated/TopicDto';

/** As many as tokens.css has hues, in its order. */
export const COLOUR_NAMES = [
  'colour-blue',
  'colour-orange',
  'colour-green',
  'colour-purple',
  'colour-sky',
  'colour-red',
] as const satisfies readonly PlainKey[];
export const TOPIC_COLOURS = COLOUR_NAMES.length;

/** A colour with a sign: from 0 to here. */
export const TOPIC_LOOKS = 2 * TOPIC_COLOURS;

/** Whether a look has the second sign, so that no two are told apart by colour alone within a sign's six. */
export const isSecondSign = (look: number): boolean => look >= TOPIC_COLOURS;

/** Looks by topic; `topics` in tree order, parents before children. */
export function topicColours(
  topics: readonly Pick<TopicDto, 'id' | 'parent' | 'colour'>[],
): ReadonlyMap<number, number> {
  const looks = new Map<number, number>();
  const had = new Map<number, number>();
  for (const { id, parent, colour } of topics) {
    const inherited = parent === null ? undefined : looks.get(parent);
    const own = colour % TOPIC_COLOURS;
    const before = had.get(own) ?? 0;
    if (inherited === undefined) had.set(own, before + 1);
    looks.set(id, inherited ?? own + (before % 2) * TOPIC_COLOURS);
  }
  return looks;
}
