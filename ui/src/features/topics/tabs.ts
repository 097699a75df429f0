// What the page of a topic shows in tabs. A tab is a line here and a component of its own.
import type { Component } from 'svelte';
import type { PlainKey } from '$lib/i18n';
import type { TopicDetailDto } from '$lib/ipc/generated/TopicDetailDto';
import { inTab, STATES, type Tab } from './codebook';
import CodedPassages from './codings/CodedPassages.svelte';
import History from './history/History.svelte';
import LearningTab from './learning/LearningTab.svelte';
import TopicArticles from './TopicArticles.svelte';

export interface TopicTab {
  id: string;
  title: PlainKey;
  component: Component<{ detail: TopicDetailDto; tab: string }>;
  /** Shown beside the title; the first tab that has more than none is open at first. */
  number?: (detail: TopicDetailDto) => number;
  /** Headings have it too. */
  ofHeadings?: boolean;
}

const ofState = (state: Tab): TopicTab => ({
  id: state,
  title: `topic-tab-${state}`,
  component: TopicArticles,
  number: (detail) => inTab(detail.articles, state).length,
});

export const TABS: readonly TopicTab[] = [
  ...STATES.map(ofState),
  {
    id: 'passages',
    title: 'topic-tab-passages',
    component: CodedPassages,
    number: (detail) => detail.topic.codings,
  },
  { id: 'learning', title: 'topic-tab-learning', component: LearningTab },
  { id: 'history', title: 'topic-tab-history', component: History, ofHeadings: true },
];
