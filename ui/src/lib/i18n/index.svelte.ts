// Words of the interface: typed keys, three languages, English where a translation is missing.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import be from './be.ftl?raw';
import en from './en.ftl?raw';
import type { Messages } from './keys.generated';
import ru from './ru.ftl?raw';

export type Key = keyof Messages;
/** Messages without arguments: what a title or a label can be. */
export type PlainKey = { [K in Key]: [Messages[K]] extends [never] ? K : never }[Key];
export type Language = 'en' | 'ru' | 'be';
export const LANGUAGES: readonly Language[] = ['en', 'ru', 'be'];

/** Tags for Intl; English as it is written in Europe, day before month. */
const TAGS: Record<Language, string> = { en: 'en-GB', ru: 'ru', be: 'be' };

const WORDS: Record<Language, string> = { en, ru, be };
const bundles = new Map<Language, FluentBundle>();

/** The words of a language, read when first asked for: a window speaks one, and opens the sooner. */
function bundle(language: Language): FluentBundle {
  let made = bundles.get(language);
  if (!made) {
    // Directional marks around arguments would end up in copied text; all three languages run left to right.
    made = new FluentBundle(TAGS[language], { useIsolating: false });
    made.addResource(new FluentResource(WORDS[language]));
    bundles.set(language, made);
  }
  return made;
}

let current = $state<Language>('en');

export function language(): Language {
  return current;
}

export function setLanguage(next: Language): void {
  current = next;
  document.documentElement.lang = next;
}

export function intlTag(): string {
  return TAGS[current];
}

function worded(key: string, args?: Record<string, FluentVariable>): string | null {
  for (const language of current === 'en' ? (['en'] as const) : ([current, 'en'] as const)) {
    const from = bundle(language);
    const message = from.getMessage(key);
    if (message?.value != null) return from.formatPattern(message.value, args ?? {}, []);
  }
  return null;
}

type Args<K extends Key> = [Messages[K]] extends [never] ? [] : [args: Record<Messages[K], FluentVariable>];

/** The words for `key`. Reactive: changes with the language. */
export function t<K extends Key>(key: K, ...args: Args<K>): string {
  return worded(key, args[0] as Record<string, FluentVariable> | undefined) ?? key;
}

/** For keys put together at run time (`error-${code}`): the words, or null when there are none. */
export function tryT(key: string, args?: Record<string, FluentVariable>): string | null {
  return worded(key, args);
}
