import { expect, test } from 'vitest';
import type { MilestoneDto } from '$lib/ipc/generated/MilestoneDto';
import type { RegisterDto } from '$lib/ipc/generated/RegisterDto';
import { turned } from './turned';

const milestone = (id: number) => ({ id, status: 'done', supports: 2 }) as MilestoneDto;
const link = (id: number, from: number, to: number) => ({ id, from, to }) as RegisterDto['lineage'][number];
const now: RegisterDto = {
  lanes: [],
  milestones: [milestone(1), milestone(2), milestone(3)],
  lineage: [link(7, 1, 2), link(8, 2, 3)],
  later: 0,
};

test('on a day stands what had come, as it stood', () => {
  const then = { status: 'begun', step: 'begun', statusSince: '2019', statusIsJudgement: false };
  const counts = { supports: 1, contradicts: 0, mentions: 0, accepted: 0, bundled: false };
  const register = turned(now, { later: [3], stood: [{ id: 2, ...then, ...counts }], lineage: [7] });
  expect(register.milestones.map(({ id, status, supports }) => [id, status, supports])).toEqual([
    [1, 'done', 2],
    [2, 'begun', 1],
  ]);
  expect(register.lineage.map(({ id }) => id)).toEqual([7]);
  expect(register.later).toBe(1);
});

test('what stood as it does now is the same row', () => {
  const register = turned(now, { later: [], stood: [], lineage: [] });
  expect(register.milestones[0]).toBe(now.milestones[0]);
});
