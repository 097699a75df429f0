// Asks the desk for the passages behind exact days, and for how surely their articles are dated.
import { dayInferred, isPlainDay, publishedSurely } from './inferred';
import { call } from './ipc';
import type { EvidenceDto } from './ipc/generated/EvidenceDto';
import type { MilestoneDto } from './ipc/generated/MilestoneDto';

/** More exact days than this are not looked up one by one. */
const MOST = 400;

async function datedSurely(article: number): Promise<boolean> {
  const { fields } = await call('article', { id: article });
  const published = fields.find(({ name }) => name === 'published');
  return published !== undefined && publishedSurely(published.value?.date ?? null, published.confidence);
}

/** Those of the milestones whose day is inferred. */
export async function inferredAmong(milestones: readonly MilestoneDto[]): Promise<Set<number>> {
  const asked = milestones.filter(({ date }) => isPlainDay(date)).slice(0, MOST);
  const details = await Promise.all(asked.map(({ id }) => call('milestone', { id })));
  const plain = ({ published }: EvidenceDto) => published !== null && isPlainDay(published);
  const articles = new Set(
    details.flatMap(({ evidence }) => evidence.filter(plain).map(({ article }) => article)),
  );
  const sure = new Set<number>();
  await Promise.all(
    [...articles].map(async (article) => {
      if (await datedSurely(article)) sure.add(article);
    }),
  );
  return new Set(
    details
      .filter(({ milestone, evidence }) => dayInferred(milestone, evidence, (article) => sure.has(article)))
      .map(({ milestone }) => milestone.id),
  );
}
