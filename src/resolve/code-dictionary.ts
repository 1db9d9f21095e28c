import type { Dictionaries, DictionaryActor, Sector } from '../model/index.ts';
import { fold, nameWords } from '../text/index.ts';
import { type ActorRow, codeOfSector } from './actor-table.ts';

/** The words of a party and the actor that they stand for; null: not known. */
interface Named {
  readonly text: string;
  readonly actor: string | null;
}

/**
 * What a party is called by a user's dictionaries on a day `YYYYMMDD`: the actors that stand in its words, each with the
 * agents beside it; agents alone are `---MIL`; nothing where the dictionaries know nobody.
 */
export function dictionaryCoder({ actors, agents }: Pick<Dictionaries, 'actors' | 'agents'>) {
  const names = byWords(actors, ({ name, aliases }) => [name, ...aliases]);
  const nouns = byWords(agents, ({ forms }) => forms);
  return ({ text, actor }: Named, day: string): readonly string[] => {
    const roles = [...new Set(entriesIn(text, nouns).map(({ code }) => code.toUpperCase()))];
    const written = entriesIn(text, names);
    const found = written.length > 0 ? written : entriesIn(actor ?? '', names); // "they", "the group"
    const codes = found.flatMap((entry) => codesOn(entry, day));
    const bases = codes.length > 0 ? codes : roles.length > 0 ? ['---'] : [];
    return bases.map((base) =>
      roles.reduce((code, role) => {
        const part = role.replace('~', '');
        // Codes are built of threes: `GMWGOV` holds GOV, not WGO.
        if ([...code.matchAll(/.{1,3}/g)].some(([three]) => three === part)) return code;
        return role.startsWith('~') ? code + part : part + code;
      }, base),
    );
  };
}

/** The codes of an actor on a day: the first dated one that holds, else the first without dates. */
function codesOn({ codes }: DictionaryActor, day: string): readonly string[] {
  const dated = codes.filter(({ from, to }) => from !== null || to !== null);
  const held = dated.find(({ from, to }) => (from === null || from <= day) && (to === null || day <= to));
  const code = held ?? codes.find(({ from, to }) => from === null && to === null);
  return code === undefined ? [] : code.code.toUpperCase().split('/');
}

const keyOf = (name: string): string =>
  nameWords(name)
    .map(({ folded }) => folded)
    .join(' ');

/** Entries by the folded words of their names. */
function byWords<Entry>(entries: readonly Entry[], namesOf: (entry: Entry) => readonly string[]): Map<string, Entry> {
  const found = new Map<string, Entry>();
  for (const entry of entries) for (const name of namesOf(entry)) found.set(keyOf(name), entry);
  return found;
}

/** Words of the longest names that are looked for. */
const longestName = 6;

/** The longest entry that begins at each word of a phrase, left to right. */
function entriesIn<Entry>(text: string, byName: ReadonlyMap<string, Entry>): Entry[] {
  const words = nameWords(text).map(({ folded }) => folded);
  const found: Entry[] = [];
  for (let at = 0; at < words.length; at++)
    for (let end = Math.min(words.length, at + longestName); end > at; end--) {
      const entry = byName.get(words.slice(at, end).join(' '));
      if (entry === undefined) continue;
      found.push(entry);
      at = end - 1;
      break;
    }
  return found;
}

const titled = (name: string): string =>
  name
    .toLowerCase()
    .replace(/(^|[\s.'-])(\p{L})/gu, (all) => all.toUpperCase())
    .replace(/\b(Of|The|And)\b/g, (word) => word.toLowerCase());

/** The actors of a dictionary that no row names yet, as rows of the actor table, so that they are found in texts. */
export function rowsOfDictionary(actors: readonly DictionaryActor[], rows: readonly ActorRow[]): ActorRow[] {
  const known = new Set(rows.flatMap(({ name, aliases }) => [name, ...aliases]).map(fold));
  return actors
    .filter(({ name }) => !known.has(fold(name)))
    .map(({ name, aliases, codes }): ActorRow => {
      const [code = ''] = codes[0]?.code.toUpperCase().split('/') ?? [];
      const sector = sectorOf(code);
      const written = [...new Set([name, ...aliases].flatMap((alias) => [titled(alias), alias]))];
      return {
        id: `dictionary-${name.toLowerCase().replace(/\W+/g, '-')}`,
        name: titled(name),
        kind: 'group',
        sector,
        code: codeOfSector[sector],
        country: /^[A-Z]{3}/.exec(code)?.[0] ?? null,
        parent: null,
        aliases: written.slice(1),
        from: null,
        to: null,
        host: null,
      };
    });
}

function sectorOf(code: string): Sector {
  const role = code.slice(3);
  if (role.includes('MIL')) return 'military';
  if (role.includes('REB')) return 'rebel';
  return role === '' || role.includes('GOV') ? 'government' : 'unknown';
}
