import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadNames, shippedTables } from '../../src/resolve/index.ts';

const names = loadNames();
const seen = (text: string, lang = 'en', countries = ['MLI'], date: string | null = '2022-06-01') =>
  names
    .actorsIn(text, { lang, countries, date })
    .map(({ span, actor, sector }) => [text.slice(span.start, span.end), actor?.name ?? null, sector]);

test('the shipped tables have no faults', () => {
  expect(names.faults).toEqual([]);
});

test('bodies of a state follow from its name, demonym or capital', () => {
  expect(seen('The Malian army and US troops met.')).toEqual([
    ['Malian army', 'Malian Armed Forces', 'military'],
    ['US troops', 'United States Armed Forces', 'military'],
  ]);
  expect(seen("l'armée malienne et le président du Niger", 'fr')).toEqual([
    ['armée malienne', 'Malian Armed Forces', 'military'],
    ['président du Niger', 'Government of Niger', 'government'],
  ]);
  expect(seen('France said it would leave northern Mali.')).toEqual([['France', 'Government of France', 'government']]);
});

test('two demonyms before one noun are two actors', () => {
  expect(seen('Malian and Nigerien soldiers left.').map(([, name]) => name)).toEqual([
    'Malian Armed Forces',
    'Nigerien Armed Forces',
  ]);
});

test('a noun alone tells a sector, and an actor only for a body of the country in hand', () => {
  expect(seen('gunmen attacked villagers')).toEqual([
    ['gunmen', null, 'unknown'],
    ['villagers', null, 'civilian'],
  ]);
  expect(seen('the army said')).toEqual([['army', 'Malian Armed Forces', 'military']]);
  expect(seen('the army said', 'en', [])).toEqual([['army', null, 'military']]);
});

test('an office-holder stands for the body that he leads while he holds the office', () => {
  const met = (date: string) => seen('He met President Ibrahim Boubacar Keita.', 'en', ['MLI'], date)[0]?.[1];
  expect(met('2019-01-01')).toBe('Government of Mali');
  expect(met('2021-01-01')).toBe('Ibrahim Boubacar Keïta');
});

test('a short acronym counts only in capitals', () => {
  expect(seen('they told us about it')).toEqual([]);
  expect(seen('the US said')).toEqual([['US', 'Government of the United States', 'government']]);
});

test('headlines in capitals are read', () => {
  expect(seen('MALI ARMY KILLS 20 IN MOPTI, MINUSMA SAYS').map(([, name]) => name)).toEqual([
    'Malian Armed Forces',
    'MINUSMA',
  ]);
});

test('a group is not seen in texts from years before it was formed', () => {
  expect(seen('The Africa Corps arrived.', 'en', ['MLI'], '2024-01-01').map(([, name]) => name)).toEqual([
    'Africa Corps',
  ]);
  expect(seen('The Africa Corps arrived.', 'en', ['MLI'], '2015-01-01').map(([, name]) => name)).toEqual([]);
});

test('an office just lost still counts for a month, unless the next office has begun', () => {
  const [mention] = seen('President Keita resigned.', 'en', ['MLI'], '2020-08-20');
  expect(mention?.[1]).toBe('Government of Mali');
});

test('peacekeepers are of the mission of the country in hand, whatever their flag', () => {
  expect(seen('dix Casques bleus tchadiens', 'fr', ['MLI'], '2019-01-21')).toEqual([
    ['Casques bleus tchadiens', 'MINUSMA', 'igo'],
  ]);
  expect(seen('UN peacekeepers', 'en', ['COD'], '2017-12-08')[0]?.[1]).toBe('MONUSCO');
  expect(seen('UN peacekeepers', 'en', ['MLI'], '2024-06-01')[0]?.[1]).toBe('UN peacekeepers');
});

test('the junta is the one of its time', () => {
  expect(seen('the junta said', 'en', ['MLI'], '2012-04-02')[0]?.[1]).toBe('Military junta of Mali (2012)');
  expect(seen('the junta said', 'en', ['NER'], '2023-08-02')[0]?.[1]).toBe(
    'National Council for the Safeguard of the Homeland',
  );
  expect(seen('the junta said', 'en', ['THA'], '2014-08-02')[0]?.[1]).toBe('Government of Thailand');
});

test('members of a community are civilians unless the noun arms them', () => {
  expect(seen('Fulani villagers fled armed Dogon men')).toEqual([
    ['Fulani villagers', 'Fulani civilians (Mali)', 'civilian'],
    ['armed Dogon men', 'Dogon armed men (Mali)', 'militia'],
  ]);
  expect(seen('au moins 157 Peuls', 'fr')).toEqual([['Peuls', 'Fulani civilians (Mali)', 'civilian']]);
});

test('phrases are coded by country and PLOVER sector', () => {
  const code = (phrase: string, date = '2022-06-01') => {
    const { country, code: sector } = names.codeOf(phrase, { lang: 'en', countries: [], date });
    return `${country} ${sector}`;
  };
  expect(code("Burkina Faso's ruling junta")).toBe('BFA GOV');
  expect(code('a former CIA official')).toBe('USA ELI');
  expect(code('gunmen')).toBe(' UAF');
  expect(code('the World Health Organization')).toBe('UNO MED');
  expect(code('Gao police')).toBe('MLI COP');
});

test('a user can add actors, and a broken line is reported', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'griot-')), 'actors.tsv');
  const header = 'id\tname\tkind\tsector\tcode\tcountry\tparent\taliases\tactive_from\tactive_to\thost';
  writeFileSync(
    file,
    `${header}\nx\tFront of Tests\tgroup\trebel\t\tMLI\t\tFOT\t\t\t\ny\tBad\tgroup\trebels\t\t\t\t\t\t\t\n`,
  );
  const tables = shippedTables();
  const own = loadNames({ ...tables, actors: [...tables.actors, file] });
  expect(own.actorsIn('FOT fighters', { lang: 'en', countries: [], date: null })[0]?.actor?.name).toBe(
    'Front of Tests',
  );
  expect(own.faults).toEqual([{ file, line: 3, message: expect.stringContaining('"rebels"') }]);
});

test('a name does not run over the end of a sentence or a bracket', () => {
  expect(seen('a private company (a PMC). Wagner left.').map(([text]) => text)).toContain('Wagner');
});

test('titles in a row belong to the name at their end', () => {
  expect(seen('interim President Colonel Assimi Goita spoke', 'en', ['RUS'])).toEqual([
    ['interim President Colonel Assimi Goita', 'Government of Mali', 'government'],
  ]);
});
