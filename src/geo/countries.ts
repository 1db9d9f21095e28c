import { fold, readTable, shipped, type TableFault } from '../text/index.ts';

export interface Country {
  /** ISO 3166-1 alpha-3 (XKX for Kosovo, which has no official code). */
  readonly iso3: string;
  readonly iso2: string;
  /** Gleditsch and Ward numbers, as in UCDP's `country_id`; the number that UCDP uses first. Empty for territories. */
  readonly gw: readonly number[];
  readonly name: string;
  readonly nameFr: string;
  /** Further names, short forms and the names that UCDP uses, any language. */
  readonly aliases: readonly string[];
  /** Adjectives and nouns; the English adjective first. */
  readonly demonymsEn: readonly string[];
  /** All inflections. */
  readonly demonymsFr: readonly string[];
  /** Names of the capital, English first. */
  readonly capitals: readonly string[];
}

export interface Countries {
  readonly all: readonly Country[];
  readonly faults: readonly TableFault[];
  byIso3(code: string): Country | null;
  byIso2(code: string): Country | null;
  byGw(number: number): Country | null;
  /** By any of its names, case and accents set aside: `Côte d'Ivoire`, `DR Congo (Zaire)`. */
  byName(name: string): Country | null;
}

const columns = [
  'iso3',
  'iso2',
  'gw',
  'name_en',
  'name_fr',
  'aliases',
  'demonyms_en',
  'demonyms_fr',
  'capital_en',
  'capital_fr',
] as const;

/** The parts of a cell that holds several values. */
export const partsOf = (cell: string): string[] => cell.split('|').filter((part) => part !== '');

/** Reads tables with the columns of `data/countries.tsv`; of two rows with one code the later one counts. */
export function readCountries(paths: readonly string[]): Countries {
  const faults: TableFault[] = [];
  const byIso3 = new Map<string, Country>();
  for (const path of paths) {
    const table = readTable(path, columns);
    faults.push(...table.faults);
    for (const row of table.rows) {
      if (!/^[A-Z]{3}$/.test(row.iso3)) {
        faults.push({ file: path, line: row.line, message: `iso3 is "${row.iso3}"; three capital letters expected` });
        continue;
      }
      byIso3.set(row.iso3, {
        iso3: row.iso3,
        iso2: row.iso2,
        gw: partsOf(row.gw).map(Number),
        name: row.name_en,
        nameFr: row.name_fr,
        aliases: partsOf(row.aliases),
        demonymsEn: partsOf(row.demonyms_en),
        demonymsFr: partsOf(row.demonyms_fr),
        capitals: [...new Set([...partsOf(row.capital_en), ...partsOf(row.capital_fr)])],
      });
    }
  }
  const all = [...byIso3.values()];
  const byIso2 = new Map(all.map((country) => [country.iso2, country]));
  const byGw = new Map(all.flatMap((country) => country.gw.map((number) => [number, country] as const)));
  const byName = new Map(
    all.flatMap((country) =>
      [...country.aliases, country.nameFr, country.name].map((name) => [fold(name), country] as const),
    ),
  );
  return {
    all,
    faults,
    byIso3: (code) => byIso3.get(code) ?? null,
    byIso2: (code) => byIso2.get(code) ?? null,
    byGw: (number) => byGw.get(number) ?? null,
    byName: (name) => byName.get(fold(name)) ?? null,
  };
}

let shippedCountries: Countries | null = null;

/** The countries that ship with griot, read once. */
export function countries(): Countries {
  shippedCountries ??= readCountries([shipped('data', 'countries.tsv')]);
  return shippedCountries;
}
