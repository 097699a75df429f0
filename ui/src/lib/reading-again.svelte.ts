// Articles asked to be read again from their originals: what that would change is told before it is done.
import type { ReadAgainArgs } from './ipc/generated/ReadAgainArgs';

export const readingAgain = $state<{ asked: ReadAgainArgs | null }>({ asked: null });

/** Opens what reading again would change. */
export function askReadAgain(asked: ReadAgainArgs): void {
  readingAgain.asked = asked;
}
