// The hits of a question, a page after another: what is there stays, the next page is asked for from where it ends.
import type { SearchHitDto } from '$lib/ipc/generated/SearchHitDto';

export interface MoreHits {
  /** All that have come. */
  readonly hits: readonly SearchHitDto[];
  /** Asks for the next page, unless it is on its way or the last one was empty. */
  more: () => Promise<void>;
}

/**
 * `first` tells the hits that came with the answer; another answer starts anew. `next` asks for those from a place on. Where that
 * fails, what is there stays, and nearing the end asks again.
 */
export function moreHits(
  first: () => readonly SearchHitDto[] | undefined,
  next: (offset: number) => Promise<readonly SearchHitDto[]>,
  onfailed: (thrown: unknown) => void,
): MoreHits {
  let later = $state.raw<{ of: unknown; hits: readonly SearchHitDto[] }>({ of: undefined, hits: [] });
  let underWay: unknown;
  let ended: unknown;
  const all = () => {
    const begin = first();
    return later.of === begin ? [...(begin ?? []), ...later.hits] : (begin ?? []);
  };

  return {
    get hits() {
      return all();
    },
    async more() {
      const begin = first();
      if (begin === undefined || underWay === begin || ended === begin) return;
      underWay = begin;
      try {
        const come = await next(all().length);
        if (first() !== begin) return;
        if (come.length === 0) ended = begin;
        later = { of: begin, hits: [...(later.of === begin ? later.hits : []), ...come] };
      } catch (thrown) {
        onfailed(thrown);
      } finally {
        if (underWay === begin) underWay = undefined;
      }
    },
  };
}
