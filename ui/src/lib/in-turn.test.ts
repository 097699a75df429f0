import { expect, it } from 'vitest';
import { InTurn } from './in-turn';

it('does one deed after another, and goes on after one that fails', async () => {
  const done: string[] = [];
  const failed: unknown[] = [];
  const turns = new InTurn((thrown) => failed.push(thrown));
  let finishFirst = () => {};
  void turns.run(async () => {
    await new Promise<void>((resolve) => (finishFirst = resolve));
    done.push('first');
  });
  void turns.run(() => Promise.reject(new Error('no')));
  const last = turns.run(() => {
    done.push('last');
    return Promise.resolve();
  });
  await Promise.resolve();
  expect(done).toEqual([]);
  finishFirst();
  await last;
  expect(done).toEqual(['first', 'last']);
  expect(failed).toHaveLength(1);
});
