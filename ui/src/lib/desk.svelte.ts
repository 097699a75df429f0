// What every screen may need of the open dossier: its figures, its codebook and its ladder, asked for once.
import { language } from './i18n';
import { topicColours } from './topic-colours';
import { call, query, type Query } from './ipc';
import type { DossierDto } from './ipc/generated/DossierDto';
import type { LaddersDto } from './ipc/generated/LaddersDto';
import type { LabelsDto } from './ipc/generated/LabelsDto';
import type { TopicDto } from './ipc/generated/TopicDto';

interface Desk {
  dossier: Query<DossierDto | null>;
  topics: Query<TopicDto[]>;
  ladders: Query<LaddersDto>;
}

let desk = $state.raw<Desk>();

/** Starts asking; called once while the root component is set up. */
export function openDesk(): Desk {
  desk = {
    dossier: query(['dossier', 'articles', 'tags', 'topics', 'milestones', 'notes', 'briefings'], () =>
      call('dossier'),
    ),
    topics: query(['topics', 'dossier'], () => call('topics')),
    ladders: query(['dossier'], () => call('ladder')),
  };
  return desk;
}

export function dossier(): DossierDto | null {
  return desk?.dossier.data ?? null;
}

/** The open dossier with how its question stands: `data` is null when none is open. */
export function dossierState(): Query<DossierDto | null> | undefined {
  return desk?.dossier;
}

/** The ladder promises stand on, and those that come with Chancery. */
export function ladders(): LaddersDto | undefined {
  return desk?.ladders.data;
}

/** The codebook in tree order. */
export function topics(): readonly TopicDto[] {
  return desk?.topics.data ?? [];
}

const byId = $derived(new Map(topics().map((topic) => [topic.id, topic])));

/** Colours by topic: that of its top-level heading. */
const colours = $derived(topicColours(topics()));

/** The number of a topic's look, colour and sign, from 0 to `TOPIC_LOOKS`. */
export function topicColour(id: number): number {
  return colours.get(id) ?? 0;
}

export function topicById(id: number): TopicDto | undefined {
  return byId.get(id);
}

/** A label in the language of the interface, else in English. */
export function inWords(labels: LabelsDto): string {
  const chosen = language();
  return (chosen === 'en' ? labels.en : labels[chosen]) ?? labels.en;
}

export function topicLabel(id: number, fallback = ''): string {
  const topic = byId.get(id);
  return topic ? inWords(topic.label) : fallback;
}

/** The label of the topic with this slug; the slug itself while the codebook is not there. */
export function labelOfSlug(slug: string): string {
  const topic = topics().find((known) => known.slug === slug);
  return topic ? inWords(topic.label) : slug;
}
