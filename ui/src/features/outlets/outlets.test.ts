import { describe, expect, it } from 'vitest';
import type { OutletDto } from '$lib/ipc/generated/OutletDto';
import { arranged, edited, knownInWords } from './outlets';

const outlet = (id: number, name: string, more: Partial<OutletDto> = {}): OutletDto => ({
  id,
  name,
  names: [],
  domain: '',
  country: '',
  kind: null,
  grade: null,
  articles: 0,
  stories: 0,
  first: null,
  last: null,
  ...more,
});

const LIST = [
  outlet(1, 'TASS', { names: ['ТАСС', 'tass.com'], articles: 3, grade: 'C' }),
  outlet(2, 'БелТА', { articles: 5, grade: 'C' }),
  outlet(3, 'SouthFront', { articles: 1 }),
];
const names = (list: OutletDto[]) => list.map(({ name }) => name);

describe('the list of outlets', () => {
  it('is found by any name, whatever the capitals', () => {
    expect(names(arranged(LIST, 'тасс', 'name'))).toEqual(['TASS']);
    expect(names(arranged(LIST, 'бел', 'name'))).toEqual(['БелТА']);
    expect(arranged(LIST, 'nobody', 'name')).toEqual([]);
  });

  it('stands in the order chosen', () => {
    expect(names(arranged(LIST, '', 'articles'))).toEqual(['БелТА', 'TASS', 'SouthFront']);
    expect(names(arranged(LIST, '', 'ungraded'))).toEqual(['SouthFront', 'БелТА', 'TASS']);
  });
});

describe('one outlet', () => {
  it('says what is known and leaves out what is not', () => {
    expect(knownInWords(outlet(1, 'TASS', { kind: 'state-agency', country: 'RU' }))).toBe(
      'state agency · Russia',
    );
    expect(knownInWords(outlet(1, 'TASS', { country: 'Soviet Union' }))).toBe('Soviet Union');
    expect(knownInWords(outlet(1, 'TASS'))).toBe('');
  });

  it('is edited in one thing and keeps the others', () => {
    const known = outlet(1, 'TASS', { domain: 'tass.com', grade: 'C' });
    expect(edited(known, { grade: 'D' })).toEqual({
      id: 1,
      name: 'TASS',
      domain: 'tass.com',
      country: '',
      kind: null,
      grade: 'D',
    });
  });
});
