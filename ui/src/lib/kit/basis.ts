// What a field shows of its grounds; features fill it from what crosses the wire.

export type Confidence = 'high' | 'medium' | 'low';

export interface BasisView {
  /** The words the value was read from. */
  words: string;
  /** Where they stand and by which rule, in words. */
  origin: string;
  /** Leads to the words, when they stand in the text. */
  jump?: () => void;
}

export interface AlternativeView {
  value: string;
  basis: readonly BasisView[];
  use: () => void;
}

/** How a field is corrected by hand. */
export interface FieldEdit {
  /** The value as it is typed: a date as EDTF, a language as its code. */
  raw: string;
  hint?: string;
  /** Whether it was taken; the reason why not is told by who saves. */
  save: (raw: string) => Promise<boolean>;
}
