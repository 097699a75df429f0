// What does not cross, a line for each sort of thing with the topics it concerns.
import type { LeftDto } from '$lib/ipc/generated/LeftDto';
import type { MatterDto } from '$lib/ipc/generated/MatterDto';

export interface LeftLine {
  what: MatterDto;
  /** Topics with the words in question; empty where it concerns the whole codebook and has no words. */
  topics: string[];
}

export function leftLines(left: readonly LeftDto[]): LeftLine[] {
  const lines = new Map<MatterDto, string[]>();
  for (const { what, topic, words } of left) {
    const topics = lines.get(what) ?? [];
    lines.set(what, topics);
    const about = topic && words ? `${topic} (${words})` : (topic ?? words);
    if (about) topics.push(about);
  }
  return [...lines].map(([what, topics]) => ({ what, topics }));
}
