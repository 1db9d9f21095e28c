import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cities, countries, distanceKm, midpoint, pointAt, readCountries, readPlaces } from '../../src/geo/index.ts';

const bamako = { latitude: 12.65, longitude: -8 };
const gao = { latitude: 16.27, longitude: -0.04 };

test('distanceKm is the great-circle distance', () => {
  expect(distanceKm(bamako, gao)).toBeGreaterThan(930);
  expect(distanceKm(bamako, gao)).toBeLessThan(950);
  expect(distanceKm({ latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 })).toBeCloseTo(111.2, 1);
});

test('pointAt lies as far away as asked, and the midpoint as far from both ends', () => {
  const point = fc.record({
    latitude: fc.double({ min: -80, max: 80, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  });
  fc.assert(
    fc.property(
      point,
      fc.double({ min: 0, max: 5000, noNaN: true }),
      fc.double({ min: 0, max: 360, noNaN: true }),
      (start, km, bearing) => {
        const end = pointAt(start, km, bearing);
        expect(distanceKm(start, end)).toBeCloseTo(km, 3);
        const middle = midpoint(start, end);
        expect(distanceKm(start, middle)).toBeCloseTo(km / 2, 3);
      },
    ),
  );
});

test('countries are found by code, by number and by any of their names', () => {
  const known = countries();
  expect(known.byGw(432)?.iso3).toBe('MLI');
  expect(known.byGw(490)?.iso3).toBe('COD');
  expect(known.byIso2('CF')?.iso3).toBe('CAF');
  expect(known.byName('DR Congo (Zaire)')?.iso3).toBe('COD');
  expect(known.byName("cote d'ivoire")?.iso3).toBe('CIV');
  expect(known.byName('Atlantis')).toBeNull();
  expect(known.all.length).toBeGreaterThanOrEqual(250);
  expect(new Set(known.all.flatMap(({ gw }) => gw)).size).toBe(known.all.flatMap(({ gw }) => gw).length);
});

test('the gazetteer knows cities by folded name', () => {
  expect(cities().named('bobo dioulasso')[0]).toMatchObject({ country: 'BF' });
  expect(cities().size).toBeGreaterThan(100_000);
});

test('a broken line is reported with its file and number, the others are read', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'griot-')), 'places.tsv');
  const header = 'name\taliases\tcountry\tadmin1\tkind\tcode\tcommon\tlatitude\tlongitude';
  writeFileSync(
    file,
    `${header}\nDioungani\t\tMLI\tMopti\tlocality\t\t\t14.34\t-2.74\nNowhere\t\tXYZ\t\tlocality\t\t\t1\t1\nFar\t\tMLI\t\tlocality\t\t\t123\t1\nshort\n`,
  );
  const { listed, faults } = readPlaces([file], countries());
  expect(listed.map(({ name }) => name)).toEqual(['Dioungani']);
  expect(faults.map(({ file: path, line }) => [path, line])).toEqual([
    [file, 5],
    [file, 3],
    [file, 4],
  ]);
  expect(() => readCountries([file])).toThrow(/iso3/);
});
