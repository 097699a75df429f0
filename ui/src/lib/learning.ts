// What decisions do to suggestions, in words, and the parts of a score.
import { count, percent, t } from './i18n';
import type { DecidedDto } from './ipc/generated/DecidedDto';
import type { EffectDto } from './ipc/generated/EffectDto';
import type { ScorePartsDto } from './ipc/generated/ScorePartsDto';

/** "4 suggestions withdrawn, 2 new"; null where nothing changed. */
export function effectsInWords(effects: readonly EffectDto[]): string | null {
  const sum = (of: (effect: EffectDto) => number) => effects.reduce((all, effect) => all + of(effect), 0);
  const withdrawn = sum((effect) => effect.withdrawn);
  const fresh = sum((effect) => effect.fresh);
  if (withdrawn === 0 && fresh === 0) return null;
  const gone = t('learned-withdrawn', { number: withdrawn, count: count(withdrawn) });
  if (fresh === 0) return gone;
  if (withdrawn === 0) return t('learned-new', { number: fresh, count: count(fresh) });
  return t('learned-both', { withdrawn: gone, fresh: count(fresh) });
}

/** What a decision gave back, of whatever a command gives. */
export function effectsOf(result: unknown): readonly EffectDto[] {
  if (typeof result !== 'object' || result === null || !('value' in result)) return [];
  const value = result.value as Partial<DecidedDto> | null;
  return typeof value === 'object' && Array.isArray(value?.effects) ? value.effects : [];
}

/** "rules 62 %, learned from 14 decisions 20 %, together 38 %". */
export function partsInWords({ rules, learned, decisions }: ScorePartsDto, score: number): string {
  return t('learned-parts', {
    rules: percent(rules),
    learned: percent(learned),
    number: decisions,
    decisions: count(decisions),
    together: percent(score),
  });
}
