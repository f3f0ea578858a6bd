import { describe, expect, it } from 'vitest';
import type { HorizonName } from '#scene';
import { translatorOf } from '../../i18n/messages';
import { nextName, spokenName, tagsOf } from './horizon-data';

const name = (id: string, headingDeg: number, more: Partial<HorizonName> = {}): HorizonName => ({
  id,
  placeId: null,
  kind: 'summit',
  name: { vi: 'Pu Ta Leng', en: 'Pu Ta Leng' },
  headingDeg,
  pitchDeg: 0,
  distanceM: 12_340,
  heightOrthometricM: 3049,
  ...more,
});

describe('spokenName', () => {
  it('says the hour, the way, the name and the height in both languages', () => {
    const one = name('a', 75);
    expect(spokenName(one, 15, { t: translatorOf('vi'), locale: 'vi' })).toBe(
      'Hướng 2 giờ, 12 km, Pu Ta Leng, 3.049 m',
    );
    expect(spokenName(one, 15, { t: translatorOf('en'), locale: 'en' })).toBe(
      '2 o’clock, 12 km, Pu Ta Leng, 3,049 m',
    );
  });
});

describe('tagsOf', () => {
  it('gives summits their height and towns their way, in the language of the name', () => {
    const town = { kind: 'town', name: { vi: 'Lai Châu', en: 'Lai Chau town' } } as const;
    expect(tagsOf([name('a', 0), name('b', 9, { ...town, distanceM: 4321 })], 'en')).toEqual([
      {
        id: 'a',
        headingDeg: 0,
        pitchDeg: 0,
        label: 'Pu Ta Leng',
        labelLanguage: 'vi',
        note: '3,049 m',
      },
      {
        id: 'b',
        headingDeg: 9,
        pitchDeg: 0,
        label: 'Lai Chau town',
        labelLanguage: 'en',
        note: '4.3 km',
      },
    ]);
  });
});

describe('a name with another in brackets', () => {
  it('is short in the picture and whole when said', () => {
    const both = 'Ky Quan San (Bạch Mộc Lương Tử)';
    const one = name('a', 0, { name: { vi: both, en: both } });
    expect(tagsOf([one], 'vi')[0]?.label).toBe('Ky Quan San');
    expect(spokenName(one, 0, { t: translatorOf('vi'), locale: 'vi' })).toContain(both);
  });
});

describe('nextName', () => {
  const names = [name('north', 1), name('east', 90), name('west', 270)];
  it('begins straight ahead, also a little to the other side', () => {
    expect(nextName(names, 2, 1, null)?.id).toBe('north');
    expect(nextName(names, 20, 1, null)?.id).toBe('east');
    expect(nextName(names, 20, -1, null)?.id).toBe('north');
  });
  it('goes round both ways', () => {
    expect(nextName(names, 0, 1, 'west')?.id).toBe('north');
    expect(nextName(names, 0, -1, 'north')?.id).toBe('west');
    expect(nextName(names, 0, 1, 'north')?.id).toBe('east');
  });
  it('is nothing where nothing is named', () => {
    expect(nextName([], 0, 1, null)).toBe(null);
  });
});
