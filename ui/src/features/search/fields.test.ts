import { expect, test } from 'vitest';
import { fieldsIn, toggled, withField, withoutFields, type Field } from './fields';

const outlet = (value: string, denied = false): Field => ({ name: 'outlet', value, denied });

test('fields that stand by themselves are seen, and nothing else', () => {
  expect(fieldsIn('gas outlet:"Example Agency" -lang:ru after:2019')).toEqual([
    outlet('Example Agency'),
    { name: 'lang', value: 'ru', denied: true },
    { name: 'after', value: '2019', denied: false },
  ]);
  expect(fieldsIn('(outlet:belta OR lang:ru) "lang:be" site:x')).toEqual([]);
});

test('a field is added, taken away and turned round', () => {
  expect(toggled('gas', outlet('BelTA'))).toBe('gas outlet:BelTA');
  expect(toggled('', outlet('Пример, агентство'))).toBe('outlet:"Пример, агентство"');
  expect(toggled('gas outlet:belta price', outlet('BelTA'))).toBe('gas price');
  expect(toggled('gas outlet:BelTA', outlet('BelTA', true))).toBe('gas -outlet:BelTA');
  expect(toggled('-outlet:BelTA gas', outlet('BelTA', true))).toBe('gas');
});

test('a value that could be read as more than one word is quoted', () => {
  expect(toggled('gas', outlet('TASS'))).toBe('gas outlet:TASS');
  expect(toggled('gas', outlet('Naša Niva'))).toBe('gas outlet:"Naša Niva"');
});

test('there is one period, and it can be taken away', () => {
  expect(withField('gas after:2018', 'after', '2019-04')).toBe('gas after:2019-04');
  expect(withField('gas after:2018', 'after', '')).toBe('gas');
  expect(withoutFields('gas -lang:ru after:2018 outlet:"A B"', ['lang', 'after', 'outlet'])).toBe('gas');
});
