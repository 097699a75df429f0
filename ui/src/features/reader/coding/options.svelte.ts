// The topics a passage can be coded with, as the picker takes them.
import { inWords, topicColour, topics } from '$lib/desk.svelte';
import type { PickerOption } from '$lib/kit/picker';
import { recentFirst, recentTopics } from './recent';

export interface TopicOption extends PickerOption<number> {
  slug: string;
}

/** The whole codebook, recently used topics first; headings and topics the passage has can't be chosen. */
export function topicOptions(taken: ReadonlySet<number>): TopicOption[] {
  const options = topics().map((topic) => ({
    id: topic.id,
    slug: topic.slug,
    label: inWords(topic.label),
    words: `${topic.slug} ${topic.label.en} ${topic.label.ru ?? ''} ${topic.label.be ?? ''}`,
    topic: topic.group ? undefined : topicColour(topic.id),
    depth: topic.parent === null ? 0 : 1,
    disabled: topic.group || taken.has(topic.id),
  }));
  return recentFirst(options, recentTopics());
}
