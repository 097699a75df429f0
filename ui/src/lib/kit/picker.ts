// What a picker offers.

export interface PickerOption<Id extends string | number> {
  id: Id;
  label: string;
  /** A quiet word at the end. */
  note?: string;
  /** Colour number of a topic. */
  topic?: number;
  /** Further words that find it. */
  words?: string;
  /** Steps in a tree. */
  depth?: number;
  disabled?: boolean;
}
