// Looks up which days of the register are inferred. The register does not say it, so the passages are asked for.
import { inferredAmong } from './inferred-days';
import { query, type Query } from './ipc';
import type { RegisterDto } from './ipc/generated/RegisterDto';

/** The milestones whose day is inferred; none until it is known. Asked again when milestones or articles change. */
export function inferredDays(register: () => RegisterDto | undefined): {
  readonly ids: ReadonlySet<number>;
} {
  const none: ReadonlySet<number> = new Set();
  const found: Query<Set<number>> = query(['milestones', 'articles', 'dossier'], () => {
    const known = register();
    return known ? inferredAmong(known.milestones) : null;
  });
  return {
    get ids() {
      return found.data ?? none;
    },
  };
}
