// A date as it is typed into a field, and what Rust reads in it: EDTF, or null where it is not understood.
import { call, query } from '$lib/ipc';
import { edtfInWords, t } from '$lib/i18n';

export interface TypedDate {
  /** What was read; null while nothing is. */
  readonly edtf: string | null;
  /** Whether what stands in the field was read and is no date. */
  readonly wrong: boolean;
  /** What the field says of it. */
  readonly hint: string;
}

export function typedDate(text: () => string, hint: string): TypedDate {
  const asked = query([], async () => {
    const typed = text().trim();
    return { typed, edtf: typed === '' ? null : await call('date_read', { text: typed }) };
  });
  const answer = $derived(asked.data?.typed === text().trim() ? asked.data : undefined);
  return {
    get edtf() {
      return answer?.edtf ?? null;
    },
    get wrong() {
      return answer !== undefined && answer.edtf === null;
    },
    get hint() {
      const edtf = answer?.edtf;
      return edtf ? t('form-date-reads', { date: edtfInWords(edtf), edtf }) : hint;
    },
  };
}
