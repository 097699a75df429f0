// Which days of the register are inferred.
import type { RegisterDto } from './ipc/generated/RegisterDto';

/** The milestones whose day is inferred; none until the register is there. */
export function inferredDays(register: () => RegisterDto | undefined): {
  readonly ids: ReadonlySet<number>;
} {
  const ids = $derived(
    new Set(register()?.milestones.flatMap(({ id, dayInferred }) => (dayInferred ? [id] : []))),
  );
  return {
    get ids() {
      return ids;
    },
  };
}
