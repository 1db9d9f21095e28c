import { type Country, type NamedPlace, nameKey, type Places, type Region } from '../geo/index.ts';
import { type Casing, casingOf } from './casing.ts';
import { makeTrie, type Trie } from './trie.ts';

/** What a name of the tables may mean. */
export type PlaceMeaning =
  | { readonly kind: 'place'; readonly place: NamedPlace; readonly casing: Casing }
  | { readonly kind: 'country'; readonly country: Country; readonly casing: Casing }
  | { readonly kind: 'region'; readonly region: Region; readonly casing: Casing };

export interface PlaceIndex {
  readonly names: Trie<PlaceMeaning>;
  /** Countries by the names of their capitals, in either language. */
  readonly capitals: Trie<Country>;
  readonly places: Places;
  /** The capital as a place; null: the gazetteer has none of its names. */
  capitalOf(country: Country): NamedPlace | null;
}

export function indexPlaces(places: Places, countries: readonly Country[], regions: readonly Region[]): PlaceIndex {
  const names = makeTrie<PlaceMeaning>();
  for (const country of countries) {
    for (const name of new Set([country.name, country.nameFr, ...country.aliases]))
      names.add(name, { kind: 'country', country, casing: casingOf(name) });
  }
  for (const place of places.listed) {
    for (const name of new Set([place.name, ...place.aliases]))
      names.add(name, { kind: 'place', place, casing: casingOf(name) });
  }
  for (const region of regions) {
    for (const name of new Set([region.name, ...region.aliases]))
      names.add(name, { kind: 'region', region, casing: casingOf(name) });
  }
  const found = new Map<string, NamedPlace | null>();
  const capitals = makeTrie<Country>();
  for (const country of countries) for (const name of country.capitals) capitals.add(name, country);
  return {
    names,
    capitals,
    places,
    capitalOf(country) {
      const before = found.get(country.iso3);
      if (before !== undefined) return before;
      const listed = places.listed.find(
        ({ name, kind, country: home }) =>
          kind === 'locality' && home === country.iso3 && country.capitals.includes(name),
      );
      const named = country.capitals.flatMap((name) =>
        places.cities(nameKey(name)).filter((city) => city.country === country.iso3),
      );
      const [biggest] = named.toSorted((a, b) => b.population - a.population);
      const known = listed ?? biggest;
      const capital = known === undefined ? null : { ...known, common: false };
      found.set(country.iso3, capital);
      return capital;
    },
  };
}
