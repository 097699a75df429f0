// What a menu offers.
import type { IconName } from './icons';

export interface MenuItem {
  id: string;
  label: string;
  run: () => void;
  icon?: IconName;
  /** Colour number of the topic it stands for; shown instead of an icon. */
  topic?: number;
  shortcut?: string;
  /** A quiet word at the end, such as a count. */
  note?: string;
  disabled?: boolean;
  danger?: boolean;
  /** A line above it. */
  separated?: boolean;
  /** Present: a tick that is on or off. */
  checked?: boolean;
  /** False keeps the menu open, for several ticks in a row. */
  closes?: boolean;
}
