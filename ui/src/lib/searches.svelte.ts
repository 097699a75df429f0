// Saved searches with what each finds now: the names are there at once, the counts come one after another.
import { call, onChange, query } from './ipc';
import type { AskedDto } from './ipc/generated/AskedDto';
import type { SavedFoundDto } from './ipc/generated/SavedFoundDto';
import type { SavedSearchDto } from './ipc/generated/SavedSearchDto';

/** What may change how much a search finds. */
const COUNTED = ['articles', 'tags', 'topics', 'outlets', 'milestones', 'notes'];

export interface SavedSearches {
  /** Undefined until they are read. */
  readonly list: readonly SavedSearchDto[] | undefined;
  readonly found: ReadonlyMap<number, SavedFoundDto>;
}

/** The saved searches while the component lives. */
export function savedSearches(): SavedSearches {
  const list = query(['searches', 'dossier'], () => call('saved_searches'), { key: () => 'saved_searches' });
  let found = $state.raw<ReadonlyMap<number, SavedFoundDto>>(new Map());
  let stale = $state(0);

  $effect(() =>
    onChange((changed) => {
      if (COUNTED.some((kind) => changed.has(kind))) stale++;
    }),
  );

  $effect(() => {
    void stale;
    let current = true;
    void countEach(list.data ?? [], (id, answer) => {
      if (current) found = new Map(found).set(id, answer);
      return current;
    });
    return () => (current = false);
  });

  return {
    get list() {
      return list.data;
    },
    get found() {
      return found;
    },
  };
}

async function countEach(
  list: readonly SavedSearchDto[],
  take: (id: number, answer: SavedFoundDto) => boolean,
): Promise<void> {
  for (const { id } of list) {
    // One that was removed meanwhile leaves with the next reading of the list.
    const answer = await call('saved_search_found', { id }).catch(() => null);
    if (answer && !take(id, answer)) return;
  }
}

type Params = Readonly<Record<string, string>>;

/** The address of a saved search on the search screen. */
export function paramsOf({ id, asked }: Pick<SavedSearchDto, 'id' | 'asked'>): Record<string, string> {
  return {
    saved: String(id),
    q: asked.words,
    ...(asked.asTyped && { typed: '1' }),
    ...(asked.stories && { stories: '1' }),
    ...(!asked.newestFirst && { sort: 'relevance' }),
  };
}

/** What an address of the search screen asks for. */
export function askedOf(params: Params): AskedDto {
  return {
    words: params.q?.trim() ?? '',
    asTyped: params.typed === '1',
    stories: params.stories === '1',
    newestFirst: params.sort !== 'relevance',
  };
}

export function asksTheSame(one: AskedDto, other: AskedDto): boolean {
  return (
    one.words === other.words &&
    one.asTyped === other.asTyped &&
    one.stories === other.stories &&
    one.newestFirst === other.newestFirst
  );
}
