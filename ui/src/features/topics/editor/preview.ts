// Parts of a preview put together.
import type { PreviewArticleDto } from '$lib/ipc/generated/PreviewArticleDto';
import type { PreviewPartDto } from '$lib/ipc/generated/PreviewPartDto';
import type { TermHitsDto } from '$lib/ipc/generated/TermHitsDto';

export interface Preview {
  read: number;
  total: number;
  suggested: number;
  now: number;
  newly: { number: number; articles: PreviewArticleDto[] };
  noLonger: { number: number; articles: PreviewArticleDto[] };
  terms: TermHitsDto[];
  faults: PreviewPartDto['faults'];
}

/** Kept of each list and of each term's passages; further ones are counted. */
const MOST_LISTED = 300;
const MOST_PASSAGES = 40;

const joined = (one: Preview['newly'], other: PreviewPartDto['newly']) => ({
  number: one.number + other.number,
  articles: [...one.articles, ...other.articles].slice(0, MOST_LISTED),
});

/** What is known after a further part. */
export function withPart(before: Preview | undefined, part: PreviewPartDto): Preview {
  if (!before) return { ...part };
  return {
    read: part.read,
    total: part.total,
    suggested: before.suggested + part.suggested,
    now: before.now + part.now,
    newly: joined(before.newly, part.newly),
    noLonger: joined(before.noLonger, part.noLonger),
    terms: part.terms.map((term, at) => {
      const known = before.terms[at];
      if (!known) return term;
      return {
        hits: known.hits + term.hits,
        counted: known.counted + term.counted,
        articles: known.articles + term.articles,
        passages: [...known.passages, ...term.passages].slice(0, MOST_PASSAGES),
      };
    }),
    faults: part.faults,
  };
}
