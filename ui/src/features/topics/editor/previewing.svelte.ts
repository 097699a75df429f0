// The preview of a draft: asked for part by part, begun anew with every change of the draft.
import { call, toCommandError, type CommandError } from '$lib/ipc';
import type { TopicDraftDto } from '$lib/ipc/generated/TopicDraftDto';
import { withPart, type Preview } from './preview';

export class Previewing {
  /** What is known so far; the last draft's until the first part of this one is there. */
  seen = $state.raw<Preview>();
  error = $state.raw<CommandError>();
  running = $state(false);
  #asked = 0;

  async begin(topic: number | null, draft: TopicDraftDto): Promise<void> {
    const asked = ++this.#asked;
    this.running = true;
    let whole: Preview | undefined;
    let turn: number | null = null;
    try {
      do {
        const part: Awaited<ReturnType<typeof call<'topic_preview'>>> = await call('topic_preview', {
          topic,
          draft,
          from: whole?.read ?? 0,
          turn,
        });
        if (asked !== this.#asked) return;
        if (part.superseded) break;
        whole = withPart(whole, part);
        turn = part.turn;
        this.seen = whole;
        this.error = undefined;
      } while (whole.read < whole.total);
    } catch (thrown) {
      if (asked === this.#asked) this.error = toCommandError(thrown);
    }
    if (asked === this.#asked) this.running = false;
  }

  /** Asks for no further parts. */
  stop(): void {
    this.#asked++;
    this.running = false;
  }
}
