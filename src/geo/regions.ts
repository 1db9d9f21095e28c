import { readTable, type TableFault } from '../text/index.ts';
import { partsOf } from './countries.ts';

/** A region wider than a country. Usage varies: `note` says which one the list of countries follows. */
export interface Region {
  readonly name: string;
  readonly aliases: readonly string[];
  /** ISO 3166-1 alpha-3 */
  readonly countries: readonly string[];
  readonly note: string;
}

/** Reads tables with the columns of `data/regions.tsv`. */
export function readRegions(paths: readonly string[]): { regions: readonly Region[]; faults: readonly TableFault[] } {
  const tables = paths.map((path) => readTable(path, ['name', 'aliases', 'countries', 'note'] as const));
  return {
    regions: tables.flatMap((table) =>
      table.rows.map((row) => ({
        name: row.name,
        aliases: partsOf(row.aliases),
        countries: row.countries.split(' ').filter((code) => code !== ''),
        note: row.note,
      })),
    ),
    faults: tables.flatMap((table) => table.faults),
  };
}
