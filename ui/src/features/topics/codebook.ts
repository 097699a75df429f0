// The codebook as rows of a tree, and a topic's terms and articles in the groups they are read in.
import type { TermDto } from '$lib/ipc/generated/TermDto';
import type { TopicArticleDto } from '$lib/ipc/generated/TopicArticleDto';
import type { TopicDto } from '$lib/ipc/generated/TopicDto';
import type { TopicStateDto } from '$lib/ipc/generated/TopicStateDto';

export interface TopicRow {
  topic: TopicDto;
  depth: number;
}

/** Headings that say no more than the only topic under them: the topic stands for both. */
function repeated(topics: readonly TopicDto[], labelOf: (topic: TopicDto) => string): Set<number> {
  const plain = (topic: TopicDto) => labelOf(topic).trim().toLocaleLowerCase();
  return new Set(
    topics
      .filter((topic) => {
        const children = topics.filter(({ parent }) => parent === topic.id);
        return topic.group && children.length === 1 && children[0] && plain(children[0]) === plain(topic);
      })
      .map(({ id }) => id),
  );
}

/** What moves when a topic is moved: a heading that is not shown because the topic stands for both goes along. */
export function standsFor(
  topics: readonly TopicDto[],
  id: number,
  labelOf: (topic: TopicDto) => string,
): number {
  const hidden = repeated(topics, labelOf);
  let at = id;
  for (let depth = 0; depth < topics.length; depth++) {
    const parent = topics.find((topic) => topic.id === at)?.parent ?? null;
    if (parent === null || !hidden.has(parent)) break;
    at = parent;
  }
  return at;
}

/**
 * Rows in tree order; with words typed, what has them and the headings above. A heading whose only topic has its name is
 * shown once, as the topic.
 */
export function topicRows(
  topics: readonly TopicDto[],
  typed: string,
  labelOf: (topic: TopicDto) => string,
): TopicRow[] {
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const left = repeated(topics, labelOf);
  const depthOf = (topic: TopicDto): number => {
    let depth = 0;
    for (let at = topic.parent; at !== null && depth < 8; at = byId.get(at)?.parent ?? null)
      if (!left.has(at)) depth++;
    return depth;
  };
  const wanted = typed.trim().toLocaleLowerCase();
  const kept = new Set<number>();
  for (const topic of topics) {
    if (wanted && !`${labelOf(topic)} ${topic.slug}`.toLocaleLowerCase().includes(wanted)) continue;
    for (let at: TopicDto | undefined = topic; at && !kept.has(at.id); at = byId.get(at.parent ?? -1))
      kept.add(at.id);
  }
  return topics
    .filter(({ id }) => kept.has(id) && !left.has(id))
    .map((topic) => ({ topic, depth: depthOf(topic) }));
}

/** Of what was decided on the machine's suggestions, how much was accepted; null before the first decision. */
export function acceptance({ accepted, rejected }: Pick<TopicDto, 'accepted' | 'rejected'>): number | null {
  const decided = accepted + rejected;
  return decided === 0 ? null : accepted / decided;
}

export interface TermGroup {
  language: string;
  facets: { facet: string | null; terms: TermDto[] }[];
}

const LANGUAGE_ORDER = ['en', 'ru', 'be'];

/** Terms by language, within it by facet, within it the heaviest first. */
export function termGroups(terms: readonly TermDto[]): TermGroup[] {
  const place = (language: string) => LANGUAGE_ORDER.indexOf(language) + 1 || LANGUAGE_ORDER.length + 1;
  const languages = [...new Set(terms.map(({ language }) => language))].sort(
    (a, b) => place(a) - place(b) || a.localeCompare(b),
  );
  return languages.map((language) => {
    const own = terms.filter((term) => term.language === language);
    const facets = [...new Set(own.map(({ facet }) => facet))].sort((a, b) =>
      (a ?? '').localeCompare(b ?? ''),
    );
    return {
      language,
      facets: facets.map((facet) => ({
        facet,
        terms: own
          .filter((term) => term.facet === facet)
          .sort((a, b) => b.weight - a.weight || a.text.localeCompare(b.text)),
      })),
    };
  });
}

/** A term as it is shown: `="form"`, `/regular expression/`, `near(5): gas price`, `oil | gas`. */
export function termInWords({ kind, text }: Pick<TermDto, 'kind' | 'text'>): string {
  if (kind === 'exact') return `="${text}"`;
  if (kind === 'regex') return `/${text}/`;
  if (kind.startsWith('near(')) return `${kind}: ${text}`;
  return text;
}

export type Tab = 'suggested' | 'accepted' | 'rejected';
export const STATES: readonly Tab[] = ['suggested', 'accepted', 'rejected'];

const TAB_OF: Record<TopicStateDto, Tab> = {
  suggested: 'suggested',
  accepted: 'accepted',
  'by-hand': 'accepted',
  rejected: 'rejected',
};

export function inTab(articles: readonly TopicArticleDto[], tab: Tab): TopicArticleDto[] {
  return articles.filter(({ state }) => TAB_OF[state] === tab);
}
