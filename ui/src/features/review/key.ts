// What a suggestion in the queue is known by: its article and its topic.
import type { ReviewItemDto } from '$lib/ipc/generated/ReviewItemDto';

export const keyOf = (item: Pick<ReviewItemDto, 'article' | 'topic'>): string =>
  `${item.article}-${item.topic}`;
