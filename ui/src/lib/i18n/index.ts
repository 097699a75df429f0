// The door to words, dates and numbers.
export {
  intlTag,
  language,
  LANGUAGES,
  setLanguage,
  t,
  tryT,
  type Key,
  type Language,
  type PlainKey,
} from './index.svelte';
export { edtfInWords, edtfSortKey } from './edtf';
export { bytes, count, dayInWords, monthInWords, percent, roughly, timeInWords } from './format';
