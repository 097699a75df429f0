// The register on a day, made of the register of now and what differs: only the latter crosses when one turns to another day.
import type { RegisterDayDto } from '$lib/ipc/generated/RegisterDayDto';
import type { RegisterDto } from '$lib/ipc/generated/RegisterDto';

export function turned(now: RegisterDto, day: RegisterDayDto): RegisterDto {
  const later = new Set(day.later);
  const stood = new Map(day.stood.map((one) => [one.id, one]));
  const links = new Set(day.lineage);
  return {
    lanes: now.lanes,
    milestones: now.milestones.flatMap((one) => {
      if (later.has(one.id)) return [];
      const then = stood.get(one.id);
      return [then ? { ...one, ...then } : one];
    }),
    lineage: now.lineage.filter(({ id }) => links.has(id)),
    later: day.later.length,
  };
}
