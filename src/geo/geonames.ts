import { readFileSync, statSync } from 'node:fs';
import type { TableFault } from '../text/index.ts';
import { type City, nameKey } from './cities.ts';

/** Bytes from which on a dump is refused: the whole world does not fit into a string. */
const mostBytes = 400_000_000;

/** Broken lines of one file that are told one by one. */
const mostTold = 10;

/** Columns of the main table of a GeoNames dump (download.geonames.org/export/dump/readme.txt), tab-separated, no header. */
const columns = 19;
const [nameAt, asciiAt, alternatesAt, latitudeAt, longitudeAt, classAt, countryAt, admin1At, populationAt] = [
  1, 2, 3, 4, 5, 6, 8, 10, 14,
] as const;

export interface Dump {
  /** Populated places (class P) by folded name, their other names too. */
  readonly named: ReadonlyMap<string, readonly City[]>;
  readonly faults: readonly TableFault[];
}

/** Reads GeoNames dumps of countries (`ML.txt`). Lines that are none are told and left out; the others count. */
export function readGeonames(paths: readonly string[]): Dump {
  const named = new Map<string, City[]>();
  const faults: TableFault[] = [];
  for (const path of paths) {
    const { size } = statSync(path);
    if (size > mostBytes) {
      const message = `${Math.round(size / 1e6)} MB; at most ${mostBytes / 1e6} expected: take the dumps of single countries`;
      faults.push({ file: path, line: 1, message });
      continue;
    }
    const broken: TableFault[] = [];
    readFileSync(path, 'utf8')
      .split('\n')
      .forEach((text, i) => {
        if (text.trim() === '') return;
        const found = readLine(text.replace(/\r$/, '').split('\t'));
        if (typeof found === 'string') broken.push({ file: path, line: i + 1, message: found });
        else if (found !== null) for (const key of found.keys) add(named, key, found.city);
      });
    faults.push(...broken.slice(0, mostTold));
    const [next] = broken.slice(mostTold);
    if (next !== undefined)
      faults.push({ ...next, message: `${next.message}; so have ${broken.length - mostTold - 1} more` });
  }
  return { named, faults };
}

/** A populated place with the keys of its names; null for any other feature; a sentence part for what is no line. */
function readLine(cells: readonly string[]): { city: City; keys: ReadonlySet<string> } | string | null {
  const cell = (at: number) => cells[at] ?? '';
  if (cells.length !== columns) return `${cells.length} columns; the ${columns} of a GeoNames dump expected`;
  if (cell(classAt) !== 'P') return null;
  const [latitude, longitude] = [Number(cell(latitudeAt)), Number(cell(longitudeAt))];
  if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180) || cell(latitudeAt) === '')
    return `latitude is "${cell(latitudeAt)}", longitude "${cell(longitudeAt)}"; both in degrees expected`;
  const city: City = {
    name: cell(nameAt),
    country: cell(countryAt),
    admin1: cell(admin1At),
    population: Number(cell(populationAt)) || 0,
    latitude,
    longitude,
  };
  const keys = [city.name, cell(asciiAt), ...cell(alternatesAt).split(',')].map(nameKey).filter((key) => key !== '');
  return { city, keys: new Set(keys) };
}

function add(named: Map<string, City[]>, key: string, city: City): void {
  const namesakes = named.get(key);
  if (namesakes === undefined) named.set(key, [city]);
  else namesakes.push(city);
}
