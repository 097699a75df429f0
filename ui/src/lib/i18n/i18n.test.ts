import { FluentBundle, FluentResource } from '@fluent/bundle';
import { afterEach, expect, test } from 'vitest';
import { keysSource } from '../../../scripts/ftl-keys.mjs';
import be from './be.ftl?raw';
import en from './en.ftl?raw';
import generated from './keys.generated.ts?raw';
import ru from './ru.ftl?raw';
import { bytes, percent, roughly, setLanguage, t, tryT } from './index';

const sources: Record<string, string> = { en, ru, be };
const read = (language: string) => sources[language] ?? '';

function messages(language: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const line of keysSource(read(language)).matchAll(/^ {2}'([^']+)': (.*);$/gm)) {
    found.set(line[1] ?? '', new Set((line[2] ?? '').match(/'([^']+)'/g) ?? []));
  }
  return found;
}

afterEach(() => setLanguage('en'));

test('the generated keys are those of en.ftl (npm run i18n)', () => {
  expect(generated).toBe(keysSource(en));
});

test.each(['en', 'ru', 'be'])('%s.ftl is valid and names each message once', (language) => {
  const text = read(language);
  const bundle = new FluentBundle(language);
  expect(bundle.addResource(new FluentResource(text))).toEqual([]);
  const declared = [...text.matchAll(/^([a-z][\w-]*) =/gm)].map((match) => match[1]);
  expect(new Set(declared).size).toBe(declared.length);
  // A message Fluent cannot parse is silently left out: every declared one must be there.
  expect(declared.filter((id) => !bundle.hasMessage(id ?? ''))).toEqual([]);
});

test.each(['ru', 'be'])('%s.ftl translates known messages with known arguments', (language) => {
  const english = messages('en');
  for (const [id, args] of messages(language)) {
    expect(english.has(id), id).toBe(true);
    for (const arg of args) expect(english.get(id), `${id} ${arg}`).toContain(arg);
  }
});

test('a message missing in a translation is shown in English', () => {
  setLanguage('be');
  expect(t('section-notes')).toBe('Нататкі');
  expect(tryT('articles-count', { number: 2, count: '2' })).toBe('2 articles');
  expect(tryT('no-such-message')).toBeNull();
});

test('numbers read as people write them', () => {
  expect(percent(0.824)).toMatch(/^82\s?%$/);
  expect(bytes(3400)).toBe('3.4 kB');
  expect([9_999, 10_900, 128_430, 1_238_000].map(roughly)).toEqual(['9,999', '11k', '128k', '1.2m']);
});
