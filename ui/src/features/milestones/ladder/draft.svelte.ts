// A ladder while it is drawn up: its steps in order, and where statuses go that were set on steps of the one in use.
import type { LabelsDto } from '$lib/ipc/generated/LabelsDto';
import type { LadderArgs } from '$lib/ipc/generated/LadderArgs';
import type { LadderDto } from '$lib/ipc/generated/LadderDto';
import { asStatus, type Status } from '$lib/kit/status';

/** Words in the making: what was not written is empty. */
export type Words = Record<'en' | 'ru' | 'be', string>;

export interface DraftStep {
  /** Holds while it is drawn up, whatever its place. */
  key: number;
  /** Empty for a new one. */
  id: string;
  words: Words;
  /** Its words as they came: those of other languages fit no others. */
  came: Words;
  mark: string;
  sense: Status;
}

const written = ({ en, ru, be }: LabelsDto): Words => ({ en, ru: ru ?? '', be: be ?? '' });
const labels = ({ en, ru, be }: Words): LabelsDto => ({ en, ru: ru.trim() || null, be: be.trim() || null });

/** New English words; those of other languages go with the old ones, unless they were written here. */
function renamed(words: Words, came: Words, en: string): Words {
  const kept = (language: 'ru' | 'be') =>
    en !== came.en && words[language] === came[language] ? '' : words[language];
  return { en, ru: kept('ru'), be: kept('be') };
}

export class Draft {
  name = $state<Words>({ en: '', ru: '', be: '' });
  steps = $state<DraftStep[]>([]);
  /** By the ids of the steps in use. */
  moves = $state.raw<Readonly<Record<string, string>>>({});
  #came: Words = { en: '', ru: '', be: '' };
  #keys = 0;

  /** Begins with a ladder. */
  take(ladder: Pick<LadderDto, 'name' | 'steps'>): void {
    this.name = written(ladder.name);
    this.#came = written(ladder.name);
    this.moves = {};
    this.steps = ladder.steps.map(({ id, words, mark, sense }) => ({
      key: this.#keys++,
      id,
      words: written(words),
      came: written(words),
      mark,
      sense: asStatus(sense) ?? 'not-begun',
    }));
  }

  call(en: string): void {
    this.name = renamed(this.name, this.#came, en);
  }

  rename(step: DraftStep, en: string): void {
    step.words = renamed(step.words, step.came, en);
  }

  add(): DraftStep {
    const none = { en: '', ru: '', be: '' };
    this.steps.push({ key: this.#keys++, id: '', words: none, came: none, mark: '', sense: 'begun' });
    return this.steps[this.steps.length - 1] as DraftStep;
  }

  remove(step: DraftStep): void {
    this.steps = this.steps.filter(({ key }) => key !== step.key);
    this.moves = Object.fromEntries(Object.entries(this.moves).filter(([, to]) => to !== step.id));
  }

  /** Moves a step; its place then, or null at either end. */
  move(step: DraftStep, by: 1 | -1): number | null {
    const from = this.steps.findIndex(({ key }) => key === step.key);
    const to = from + by;
    if (from < 0 || to < 0 || to >= this.steps.length) return null;
    const others = this.steps.filter(({ key }) => key !== step.key);
    this.steps = [...others.slice(0, to), step, ...others.slice(to)];
    return to;
  }

  /** Statuses of a step go to the one at a place, which keeps the id it has there from now on. */
  send(from: string, place: number, id: string): void {
    const step = this.steps[place];
    if (!step) return;
    step.id = id;
    this.moves = { ...this.moves, [from]: id };
  }

  args(): LadderArgs {
    const steps = this.steps.map(({ id, words, mark, sense }) => ({ id, words: labels(words), mark, sense }));
    return { name: labels(this.name), steps, moves: { ...this.moves } };
  }

  /** Whether it is this ladder, with nothing sent elsewhere. */
  is(ladder: Pick<LadderDto, 'name' | 'steps'>): boolean {
    const { name, steps, moves } = this.args();
    const same = ({ en, ru, be }: LabelsDto, other: LabelsDto) =>
      en === other.en && ru === other.ru && be === other.be;
    return (
      same(name, ladder.name) &&
      Object.entries(moves).every(([from, to]) => from === to) &&
      steps.length === ladder.steps.length &&
      steps.every((step, place) => {
        const other = ladder.steps[place];
        return (
          other !== undefined &&
          [step.id, step.mark, step.sense].join('\n') === [other.id, other.mark, other.sense].join('\n') &&
          same(step.words, other.words)
        );
      })
    );
  }
}
