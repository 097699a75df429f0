// The hits of a question by their places, as many as there are: a page of them comes where one looks.
import type { SearchHitDto } from '$lib/ipc/generated/SearchHitDto';
import { PAGE } from './request';

type Hits = readonly SearchHitDto[];

/** Places beyond what is in sight: who goes on reading does not wait. */
const NEAR = 20;

export interface HitPages {
  /** Places there are: of all hits where their number is known, else of those that have come. */
  readonly length: number;
  /** The hit at a place, where it has come. */
  at: (place: number) => SearchHitDto | undefined;
  /** Changes with every answer: what one looks at is asked for anew then. */
  readonly answer: unknown;
  /** All that have come with their places, in order. */
  readonly come: readonly (readonly [number, SearchHitDto])[];
  /** Asks for what stands at these places and a little beyond, where it has not come. */
  see: (first: number, last: number) => void;
}

interface Asked {
  /** What is asked; the same when its answer is read again. */
  question: () => unknown;
  /** The hits that came with the answer; others are another answer. */
  first: () => Hits | undefined;
  /** How many there are in all, where that is known exactly. */
  total: () => number | undefined;
  page: (offset: number, limit: number) => Promise<Hits>;
  onfailed: (thrown: unknown) => void;
}

type ByPage = ReadonlyMap<number, Hits>;
const NONE: ByPage = new Map();

/** Where a page fails, what is there stays, and looking there again asks again. What has come stays while the answer is read again. */
export function hitPages({ question, first, total, page: ask, onfailed }: Asked): HitPages {
  let later = $state.raw<{ question: unknown; of: unknown; pages: ByPage; end: number }>({
    question: undefined,
    of: undefined,
    pages: NONE,
    end: Infinity,
  });
  let asked = new Set<number>();
  let underWay: unknown;
  let seen: [number, number] = [0, 0];

  const pages = $derived.by((): ByPage => {
    const begin = first();
    if (!begin) return NONE;
    const come = new Map(later.question === question() ? later.pages : []);
    for (let at = 0; at < begin.length; at += PAGE) come.set(at / PAGE, begin.slice(at, at + PAGE));
    return come;
  });
  const come = $derived([...pages].sort(([one], [other]) => one - other));
  const last = $derived.by(() => {
    const [page, hits] = come.at(-1) ?? [0, []];
    return page * PAGE + hits.length;
  });
  const end = $derived(later.of === first() ? later.end : Infinity);
  const length = $derived(Math.min(end, total() ?? last));

  async function fetch(page: number): Promise<boolean> {
    const begin = first();
    asked.add(page);
    underWay = begin;
    try {
      const hits = await ask(page * PAGE, PAGE);
      if (first() !== begin) return false;
      const ends = hits.length < PAGE ? page * PAGE + hits.length : Infinity;
      later = {
        question: question(),
        of: begin,
        pages: new Map([...pages, [page, hits]]),
        end: Math.min(end, ends),
      };
      return true;
    } catch (thrown) {
      asked.delete(page);
      onfailed(thrown);
      return false;
    } finally {
      if (underWay === begin) underWay = undefined;
    }
  }

  function see(from: number, to: number): void {
    seen = [from, to];
    const begin = first();
    if (!begin || underWay === begin) return;
    if (later.of !== begin) {
      asked = new Set();
      later = { ...later, question: question(), of: begin, pages, end: Infinity };
    }
    const beyond = Math.floor((to + NEAR) / PAGE);
    for (let page = Math.floor(from / PAGE); page <= beyond; page++) {
      const isThere = (page + 1) * PAGE <= begin.length;
      if (isThere || asked.has(page) || page * PAGE >= Math.min(end, total() ?? Infinity)) continue;
      return void fetch(page).then((has) => has && see(...seen));
    }
  }

  return {
    get length() {
      return length;
    },
    get answer() {
      return first();
    },
    at: (place) => pages.get(Math.floor(place / PAGE))?.[place % PAGE],
    get come() {
      return come.flatMap(([page, hits]) => hits.map((hit, at) => [page * PAGE + at, hit] as const));
    },
    see,
  };
}
