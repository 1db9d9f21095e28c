import { readTable, type TableFault } from '../text/index.ts';
import { type City, cities } from './cities.ts';
import { type Countries, partsOf } from './countries.ts';
import { readGeonames } from './geonames.ts';

/** A place that has a name, below the country. */
export interface NamedPlace {
  readonly name: string;
  readonly aliases: readonly string[];
  /** ISO 3166-1 alpha-3 */
  readonly country: string;
  /** Name of the first-level division; null: not known, or the place spans several. */
  readonly admin1: string | null;
  /** locality: a settlement; feature: a forest, camp, site; area: neither a division nor a point (Darfur, Donbas). */
  readonly kind: 'locality' | 'feature' | 'admin1' | 'admin2' | 'area';
  /** Its name is also an ordinary word or a name of several places: counts only where the words around say place. */
  readonly common: boolean;
  /** 0: not known. */
  readonly population: number;
  /** WGS 84 degrees; null for what is no point. */
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export interface Places {
  /** Rows of the tables. */
  readonly listed: readonly NamedPlace[];
  readonly faults: readonly TableFault[];
  /** Cities of the dumps and of the gazetteer by folded name; reads the gazetteer when first called. */
  cities(folded: string): readonly NamedPlace[];
}

const columns = ['name', 'aliases', 'country', 'admin1', 'kind', 'code', 'common', 'latitude', 'longitude'] as const;

/** null: empty; NaN: no number within `limit`. */
function degree(cell: string, limit: number): number | null {
  if (cell === '') return null;
  const value = Number(cell);
  return Math.abs(value) <= limit ? value : Number.NaN;
}

/**
 * Reads tables with the columns of `data/places.tsv`, and GeoNames dumps of a user's own: for a name that a dump has in a
 * country, it stands for what the gazetteer has there.
 */
export function readPlaces(paths: readonly string[], countries: Countries, dumps: readonly string[] = []): Places {
  const listed: NamedPlace[] = [];
  const faults: TableFault[] = [];
  // GeoNames' code of a division -> its name, so that cities know theirs.
  const divisions = new Map<string, string>();
  for (const path of paths) {
    const table = readTable(path, columns);
    faults.push(...table.faults);
    for (const row of table.rows) {
      const fault = (message: string) => faults.push({ file: path, line: row.line, message });
      const { kind } = row;
      const country = countries.byIso3(row.country);
      const latitude = degree(row.latitude, 90);
      const longitude = degree(row.longitude, 180);
      if (country === null) {
        fault(`country is "${row.country}"; a code of data/countries.tsv expected (ISO 3166-1 alpha-3)`);
      } else if (
        kind !== 'locality' &&
        kind !== 'feature' &&
        kind !== 'admin1' &&
        kind !== 'admin2' &&
        kind !== 'area'
      ) {
        fault(`kind is "${kind}"; locality, feature, admin1, admin2 or area expected`);
      } else if (Number.isNaN(latitude) || Number.isNaN(longitude) || (latitude === null) !== (longitude === null)) {
        fault(`latitude is "${row.latitude}", longitude "${row.longitude}"; both in degrees, or both empty, expected`);
      } else {
        if (kind === 'admin1' && row.code !== '') divisions.set(`${country.iso2}.${row.code}`, row.name);
        listed.push({
          name: row.name,
          aliases: partsOf(row.aliases),
          country: row.country,
          admin1: kind === 'admin1' ? row.name : row.admin1 || null,
          kind,
          common: row.common === 'yes',
          population: 0,
          latitude,
          longitude,
        });
      }
    }
  }
  const dump = readGeonames(dumps);
  const named = (folded: string): readonly City[] => {
    const known = cities().named(folded);
    const own = dump.named.get(folded);
    return own === undefined
      ? known
      : [...own, ...known.filter((city) => !own.some(({ country }) => country === city.country))];
  };
  return {
    listed,
    faults: [...faults, ...dump.faults],
    cities: (folded) =>
      named(folded).flatMap((city) => {
        const country = countries.byIso2(city.country);
        if (country === null) return [];
        return [
          {
            name: city.name,
            aliases: [],
            country: country.iso3,
            admin1: divisions.get(`${city.country}.${city.admin1}`) ?? null,
            kind: 'locality' as const,
            common: true,
            population: city.population,
            latitude: city.latitude,
            longitude: city.longitude,
          },
        ];
      }),
  };
}
