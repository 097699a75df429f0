// How much of the text around found words a passage takes in.

export interface Width {
  sentences: number;
  /** Another sentence can be taken in. */
  widens: boolean;
  onset: (sentences: number) => void;
}
