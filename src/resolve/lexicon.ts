import type { Country } from '../geo/index.ts';
import type { Sector } from '../model/index.ts';
import { readTable, shipped, type TableFault } from '../text/index.ts';
import { isSector } from './actor-table.ts';
import { type Casing, casingOf } from './casing.ts';
import { makeTrie, type Trie } from './trie.ts';

/** A noun that tells what sort of party somebody is. */
export interface HeadNoun {
  readonly sector: Sector;
  /** PLOVER sector code. */
  readonly code: string;
  /** state: a body or office of a state; group: members of an armed or other group; people: anybody else. */
  readonly role: 'state' | 'group' | 'people';
  /** Alone ("the army") it means that of the country in hand. */
  readonly bare: boolean;
  /** Name of the actor when the country is known; '' when none would be told by it. */
  readonly template: string;
  readonly casing: Casing;
}

export type Locator =
  | 'in'
  | 'to'
  | 'near'
  | 'between'
  | 'and'
  | 'unit'
  | 'mile'
  | 'of'
  | 'article'
  | 'direction'
  | 'admin1'
  | 'admin2'
  | 'locality'
  | 'feature'
  | 'modifier'
  | 'capital'
  | 'country'
  | 'stop';

/** How a text refers to a country. */
export interface CountryWord {
  readonly country: Country;
  readonly kind: 'name' | 'demonym' | 'capital';
  readonly casing: Casing;
}

export interface Lexicon {
  readonly nouns: Trie<HeadNoun>;
  readonly locators: Trie<Locator>;
}

const nounColumns = ['noun', 'lang', 'sector', 'code', 'role', 'bare', 'actor'] as const;
const locatorColumns = ['word', 'lang', 'role'] as const;
const locatorRoles: readonly string[] = [
  'in',
  'to',
  'near',
  'between',
  'and',
  'unit',
  'mile',
  'of',
  'article',
  'direction',
  'admin1',
  'admin2',
  'locality',
  'feature',
  'modifier',
  'capital',
  'country',
  'stop',
];

function isLocator(text: string): text is Locator {
  return locatorRoles.includes(text);
}

/** Head nouns and locating words of one language, or of all where the language is not known (`null`). */
export function readLexicon(lang: string | null): Lexicon & { readonly faults: readonly TableFault[] } {
  const nounTable = readTable(shipped('data', 'sectors.tsv'), nounColumns);
  const locatorTable = readTable(shipped('data', 'locators.tsv'), locatorColumns);
  const faults = [...nounTable.faults, ...locatorTable.faults];
  const nouns = makeTrie<HeadNoun>();
  const locators = makeTrie<Locator>();
  for (const row of nounTable.rows) {
    if (lang !== null && row.lang !== lang) continue;
    if (!isSector(row.sector) || (row.role !== 'state' && row.role !== 'group' && row.role !== 'people')) {
      faults.push({
        file: shipped('data', 'sectors.tsv'),
        line: row.line,
        message: `sector is "${row.sector}", role "${row.role}"; a sector and state, group or people expected`,
      });
      continue;
    }
    nouns.add(row.noun, {
      sector: row.sector,
      code: row.code,
      role: row.role,
      bare: row.bare === 'yes',
      template: row.actor,
      // Nouns in capitals are acronyms ("IDPs" aside); "Premier ministre" may be written in lower case.
      casing: casingOf(row.noun) === 'caps' ? 'caps' : 'any',
    });
  }
  for (const row of locatorTable.rows) {
    if (lang !== null && row.lang !== lang) continue;
    if (isLocator(row.role)) locators.add(row.word, row.role);
    else
      faults.push({
        file: shipped('data', 'locators.tsv'),
        line: row.line,
        message: `role is "${row.role}"; one of ${locatorRoles.join(', ')} expected`,
      });
  }
  return { nouns, locators, faults };
}

/** Every word for a country: names in both languages, demonyms with all inflections, capitals. */
export function countryWords(all: readonly Country[]): Trie<CountryWord> {
  const trie = makeTrie<CountryWord>();
  for (const country of all) {
    const put = (texts: readonly string[], kind: CountryWord['kind']) => {
      for (const text of new Set(texts)) trie.add(text, { country, kind, casing: casingOf(text) });
    };
    put([country.name, country.nameFr, ...country.aliases], 'name');
    put(country.demonymsEn, 'demonym');
    // French writes its adjectives small: "l'armée malienne".
    for (const text of country.demonymsFr) trie.add(text, { country, kind: 'demonym', casing: 'any' });
    put(country.capitals, 'capital');
  }
  return trie;
}
