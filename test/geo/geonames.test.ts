import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadNames, tablesWith } from '../../src/resolve/index.ts';
import { emptyFolder } from '../support/folder.ts';

/** A line of a GeoNames dump. */
const line = (name: string, alternates: string, latitude: string, longitude: string, kind = 'P', country = 'ML') =>
  [
    1,
    name,
    name,
    alternates,
    latitude,
    longitude,
    kind,
    'PPL',
    country,
    '',
    '04',
    '',
    '',
    '',
    800,
    '',
    270,
    '',
    '',
  ].join('\t');

function namesWith(...lines: string[]) {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'geonames'));
  writeFileSync(join(folder, 'geonames', 'ML.txt'), `${lines.join('\n')}\n`);
  return loadNames(tablesWith(folder));
}

const context = { lang: 'en', countries: ['MLI', 'TGO'], date: '2022-03-27' };
const found = (names: ReturnType<typeof namesWith>, text: string) =>
  names.placesIn(text, context).map(({ place }) => [place.name, place.countries[0], place.latitude]);

test('villages of a dump are found by their name and their other names', () => {
  const names = namesWith(
    line('Kossobougou', 'Kosso Bugu', '14.1', '-3.9'),
    line('Massif du Test', '', '15', '-3', 'T'),
  );
  expect(names.faults).toEqual([]);
  expect(found(names, 'Gunmen attacked the village of Kossobougou on Sunday.')).toEqual([['Kossobougou', 'MLI', 14.1]]);
  expect(found(names, 'Gunmen attacked the village of Kosso-Bugu on Sunday.')).toEqual([['Kossobougou', 'MLI', 14.1]]);
});

test('a city of the gazetteer gives way to that of the dump in its country', () => {
  expect(
    found(
      namesWith(line('Atakpame', '', '7.9', '1.2', 'P', 'TG')),
      'Shots were heard in the town of Atakpame in Togo.',
    ),
  ).toEqual([
    ['Atakpame', 'TGO', 7.9],
    ['Togo', 'TGO', null],
  ]);
});

test('broken lines are told with their number, many of them once', () => {
  const { faults } = namesWith('half a line', line('Nowhere', '', '97', '0'), ...Array.from({ length: 30 }, () => 'x'));
  expect(faults[0]).toMatchObject({ line: 1, message: expect.stringContaining('1 columns; the 19') });
  expect(faults[1]).toMatchObject({ line: 2, message: expect.stringContaining('latitude is "97"') });
  expect(faults).toHaveLength(11);
  expect(faults.at(-1)?.message).toContain('21 more');
});
