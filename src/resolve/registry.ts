import { distanceKm, nameKey } from '../geo/index.ts';
import type { Actor, NameContext, SettledPlace } from '../model/index.ts';
import { nameWords } from '../text/index.ts';
import type { ActorRow } from './actor-table.ts';
import { placeOf } from './describe-place.ts';
import { type Finder, findActors } from './find-actors.ts';
import type { PlaceIndex } from './place-index.ts';
import { actorId } from './states.ts';
import { plainLead } from './surroundings.ts';

/** An actor of the tables with all that they say of it. */
export interface ActorEntry {
  readonly actor: Actor;
  readonly aliases: readonly string[];
  /** Names, not ids. */
  readonly parent: string | null;
  readonly children: readonly string[];
  /** PLOVER sector code. */
  readonly code: string;
  /** ISO prefixes; null: not known, or still active. */
  readonly from: string | null;
  readonly to: string | null;
}

/** What the tables know by name, for people who look names up and settle them. */
export interface Registry {
  readonly actors: readonly ActorEntry[];
  /** The actor that the whole of a name stands for ("JNIM", "armée malienne"); null: no table knows it. */
  actorNamed(name: string): Actor | null;
  /**
   * Places of the gazetteer by this name, the most populous first; behind commas the division and the country may follow
   * ("Moura, Mopti, MLI"), or the precision that tells a town from its region ("Gao, exact"). Coordinates and precision
   * are the gazetteer's.
   */
  placesNamed(name: string): readonly SettledPlace[];
}

/** Entries nearer than this are one place that two lists have. */
const sameKm = 30;
/** A name by itself, with nothing around it. */
const plain = { ...plainLead, start: 0 };

export function makeRegistry(rows: readonly ActorRow[], finder: Finder, index: PlaceIndex): Registry {
  const byKey = new Map<string, ActorRow>();
  // Names go before aliases, earlier rows before later ones.
  for (const row of rows) if (row.kind !== 'peacekeepers') put(byKey, row.name, row);
  for (const row of rows) if (row.kind !== 'peacekeepers') for (const alias of row.aliases) put(byKey, alias, row);
  const actorOf = ({ id, name, country, sector }: ActorRow): Actor => ({ id: actorId(id), name, country, sector });
  const children = new Map<string, string[]>();
  for (const { parent, name } of rows)
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), name]);
  const nowhere = (lang: string): NameContext => ({ lang, countries: [], date: null });

  return {
    actors: rows
      .filter(({ kind }) => kind === 'group' || kind === 'state')
      .map((row) => ({
        actor: actorOf(row),
        aliases: row.aliases,
        parent: row.parent === null ? null : (finder.actors.byId.get(row.parent)?.name ?? row.parent),
        children: children.get(row.id) ?? [],
        code: row.code,
        from: row.from,
        to: row.to,
      })),
    actorNamed(name) {
      const bare = name.replace(/^(the|les?|la)\s+|^l['’]/i, '').trim();
      // "Civilians (Mali)" is how data sets write Malian civilians.
      const [, own, within] = /^(.+?)\s*\((.+)\)$/.exec(bare) ?? [];
      const country = within === undefined ? null : finder.countries.byName(within);
      return whole(bare) ?? (country === null ? null : whole(`${country.demonymsEn[0] ?? country.name} ${own}`));
    },
    placesNamed(name) {
      const [own = '', ...within] = name.split(',').map((part) => nameKey(part));
      const meanings = index.names
        .at(nameWords(own), 0)
        .filter(({ end }) => end === nameWords(own).length)
        .flatMap(({ values }) => values);
      const listed = meanings.flatMap((meaning) => {
        const { text: _, ...place } = placeOf(meaning, plain, null, name);
        return [{ place, population: Number.POSITIVE_INFINITY }];
      });
      const cities = index.places.cities(own).map((city) => {
        const { text: _, ...place } = placeOf({ kind: 'place', place: city, casing: 'any' }, plain, null, name);
        return { place, population: city.population };
      });
      return [...listed, ...cities.filter(({ place }) => !listed.some((known) => same(known.place, place)))]
        .filter(({ place }) => within.every((part) => isIn(place, part)))
        .sort((a, b) => b.population - a.population)
        .map(({ place }) => place);
    },
  };

  /** The actor whose name is the whole of the text. */
  function whole(name: string): Actor | null {
    const listed = byKey.get(nameKey(name));
    if (listed !== undefined && listed.kind !== 'person') return actorOf(listed);
    const words = nameWords(name);
    for (const lang of ['en', 'fr']) {
      const [first] = findActors(name, words, nowhere(lang), finder);
      if (first?.from === 0 && first.end === words.length && first.actor !== null) return first.actor;
    }
    return null;
  }

  function isIn(place: SettledPlace, part: string): boolean {
    if (part === place.precision) return true;
    if (place.admin1 !== null && nameKey(place.admin1) === part) return true;
    return place.countries.some((code) => {
      const country = finder.countries.byIso3(code);
      return code.toLowerCase() === part || (country !== null && finder.countries.byName(part)?.iso3 === code);
    });
  }
}

function put(map: Map<string, ActorRow>, name: string, row: ActorRow): void {
  const key = nameKey(name);
  if (!map.has(key)) map.set(key, row);
}

function same(a: SettledPlace, b: SettledPlace): boolean {
  if (a.countries[0] !== b.countries[0]) return false;
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return false;
  return (
    distanceKm({ latitude: a.latitude, longitude: a.longitude }, { latitude: b.latitude, longitude: b.longitude }) <
    sameKm
  );
}
