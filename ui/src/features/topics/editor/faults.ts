// What is wrong with a term, in words.
import { tryT } from '$lib/i18n';
import type { TermFaultDto } from '$lib/ipc/generated/TermFaultDto';

/** With what the reader of regular expressions says of one: it stands last, in its own words. */
export function faultInWords({ id, why }: TermFaultDto): string {
  const words = tryT(`term-fault-${id}`) ?? why;
  return id === 'term-no-regex' ? `${words} ${why.slice(why.lastIndexOf(': ') + 2)}` : words;
}
