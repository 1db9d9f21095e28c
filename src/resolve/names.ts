import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { countries, readPlaces, readRegions } from '../geo/index.ts';
import type { DictionaryActor, NameContext, Names, NonEmpty } from '../model/index.ts';
import { type NameWord, nameWords, shipped, type TableFault } from '../text/index.ts';
import { indexActors } from './actor-index.ts';
import { readActors } from './actor-table.ts';
import { readAnchors } from './anchors.ts';
import { type ActorCode, codeActor } from './code-actor.ts';
import { cameoActor } from './code-cameo.ts';
import { rowsOfDictionary } from './code-dictionary.ts';
import { readCommunities } from './communities.ts';
import { countCountries } from './count-countries.ts';
import { type CodedMention, type Finder, findActors } from './find-actors.ts';
import { findPlaces } from './find-places.ts';
import { countryWords, type Lexicon, readLexicon } from './lexicon.ts';
import { indexPlaces } from './place-index.ts';
import { makeRegistry, type Registry } from './registry.ts';
import { makeTurningPoints, readTurningWords, type TurningContext, type TurningPoint } from './turning-point.ts';

/** Tables of names; each list is read in order, later rows correct earlier ones. */
export interface NameTables {
  /** Columns of `data/actors.tsv`. */
  readonly actors: readonly string[];
  /** Columns of `data/places.tsv`. */
  readonly places: readonly string[];
  /** Columns of `data/regions.tsv`. */
  readonly regions: readonly string[];
  /** Columns of `data/communities.tsv`. */
  readonly communities: readonly string[];
  /** Columns of `data/anchors.tsv`. */
  readonly anchors: readonly string[];
  /** GeoNames dumps of countries. */
  readonly geonames: readonly string[];
}

/** The tables that ship with griot. */
export function shippedTables(): NameTables {
  return {
    actors: [shipped('data', 'actors.tsv')],
    places: [shipped('data', 'places.tsv')],
    regions: [shipped('data', 'regions.tsv')],
    communities: [shipped('data', 'communities.tsv')],
    anchors: [shipped('data', 'anchors.tsv')],
    geonames: [],
  };
}

/** The tables that ship with griot and those of the same names in a user's folder, which come after and correct them. */
export function tablesWith(folder: string): NameTables {
  const own = (name: string) => [join(folder, name)].filter((path) => existsSync(path));
  const tables = shippedTables();
  return {
    actors: [...tables.actors, ...own('actors.tsv')],
    places: [...tables.places, ...own('places.tsv')],
    regions: [...tables.regions, ...own('regions.tsv')],
    communities: [...tables.communities, ...own('communities.tsv')],
    anchors: [...tables.anchors, ...own('anchors.tsv')],
    geonames: dumpsIn(join(folder, 'geonames')),
  };
}

/** The dumps in a folder, by name. */
const dumpsIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.txt'))
        .sort()
        .map((name) => join(folder, name))
    : [];

export interface LoadedNames extends Names {
  /** Lines of the tables that could not be read. */
  readonly faults: readonly TableFault[];
  readonly registry: Registry;
  /** Country and PLOVER sector of a phrase that names one party. */
  codeOf(phrase: string, context: NameContext): ActorCode;
  /** The CAMEO code of a party by its words, else by the name of the actor that these stand for; null: none. */
  cameoOf(party: { readonly text: string; readonly actor: string | null }, context: NameContext): string | null;
  /** Turning points that a phrase may mean, the likeliest first; null when unsure. */
  turningPoint(phrase: string, context: TurningContext): NonEmpty<TurningPoint> | null;
}

/** The words of a text and the actors that they name. */
interface Read {
  readonly text: string;
  readonly context: NameContext;
  readonly words: readonly NameWord[];
  readonly actors: readonly CodedMention[];
}

/**
 * Reads the tables and gives the functions that find their names in text; the gazetteer is read when first needed. Actors
 * of a user's dictionary that no table has are found too.
 */
export function loadNames(
  tables: NameTables = shippedTables(),
  dictionary: readonly DictionaryActor[] = [],
): LoadedNames {
  const known = countries();
  const read = readActors(tables.actors);
  const actorTable = { ...read, rows: [...read.rows, ...rowsOfDictionary(dictionary, read.rows)] };
  const regions = readRegions(tables.regions);
  const places = readPlaces(tables.places, known, tables.geonames);
  const anchors = readAnchors(tables.anchors);
  const communities = readCommunities(tables.communities);
  const turningWords = readTurningWords(shipped('data', 'turning-words.tsv'));
  const lexicons = new Map<string | null, Lexicon & { readonly faults: readonly TableFault[] }>();
  const index = indexPlaces(places, known.all, regions.regions);
  const finder: Finder = {
    actors: indexActors(actorTable.rows, known),
    countryWords: countryWords(known.all),
    countries: known,
    communities: communities.names,
    lexicon(lang) {
      const key = lang === 'en' || lang === 'fr' ? lang : null;
      const lexicon = lexicons.get(key) ?? readLexicon(key);
      lexicons.set(key, lexicon);
      return lexicon;
    },
  };
  let last: Read | null = null;
  // Actors and places are asked of the same sentence: its words and actors are found once.
  const actorsOf = (text: string, context: NameContext): Read => {
    if (last?.text === text && last.context === context) return last;
    const words = nameWords(text);
    last = { text, context, words, actors: findActors(text, words, context, finder) };
    return last;
  };
  let turningPoint: LoadedNames['turningPoint'] | null = null;
  return {
    faults: [known, actorTable, places, regions, communities, anchors, turningWords].flatMap(({ faults }) => faults),
    registry: makeRegistry(actorTable.rows, finder, index),
    actorsIn: (text, context) => actorsOf(text, context).actors,
    placesIn(text, context) {
      const { words, actors } = actorsOf(text, context);
      return findPlaces(text, words, actors, context, finder, index);
    },
    countriesOf: (text, lang) => countCountries(text, nameWords(text), lang, finder, index),
    codeOf: (phrase, context) => codeActor(phrase, context, finder, index),
    cameoOf({ text, actor }, context) {
      const written = codeActor(text, context, finder, index);
      const bare = written.country === '' && written.code === '';
      const phrase = bare && actor !== null ? actor : text;
      const code = phrase === text ? written : codeActor(phrase, context, finder, index);
      const people = findActors(phrase, nameWords(phrase), context, finder).some(({ sector }) => sector === 'civilian');
      return cameoActor(text, code, people);
    },
    turningPoint(phrase, context) {
      turningPoint ??= makeTurningPoints(anchors.anchors, turningWords.conceptOf, finder);
      return turningPoint(phrase, context);
    },
  };
}

let shippedNames: LoadedNames | null = null;

/** Turning points that a phrase may mean ("the Wagner Group began operations"), by the tables that ship with griot. */
export function resolveTurningPoint(phrase: string, context: TurningContext): NonEmpty<TurningPoint> | null {
  shippedNames ??= loadNames();
  return shippedNames.turningPoint(phrase, context);
}
