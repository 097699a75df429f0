// Reasons as they are shown: the same words once, with how often they stand and where.
import type { ReasonDto } from '$lib/ipc/generated/ReasonDto';
import type { Span } from '$lib/text/positions';

export interface ReasonGroup {
  words: string;
  spans: Span[];
  times: number;
  inTitle: boolean;
  /** The words speak against the topic. */
  against: boolean;
}

/** Groups in order of what they weigh together; words are the same when only case differs. */
export function groupReasons(reasons: readonly ReasonDto[]): ReasonGroup[] {
  const groups = new Map<string, ReasonGroup & { weight: number }>();
  for (const { words, span, weight } of reasons) {
    const key = `${words.toLowerCase()} ${weight < 0}`;
    const group = groups.get(key) ?? {
      words,
      spans: [],
      times: 0,
      inTitle: false,
      against: weight < 0,
      weight: 0,
    };
    group.times++;
    group.weight += Math.abs(weight);
    if (span) group.spans.push(span);
    else group.inTitle = true;
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.weight - a.weight);
}
