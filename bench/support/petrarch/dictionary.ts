import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LoadedNames, loadNames, shippedTables } from '../../../src/resolve/index.ts';
import { nameWords } from '../../../src/text/index.ts';

/** A code of an actor with the days on which it holds, `YYYYMMDD`, both included; null: open. */
interface DatedCode {
  readonly code: string;
  readonly from: string | null;
  readonly to: string | null;
}

export interface DictionaryActor {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly codes: readonly DatedCode[];
}

/** A noun of people or bodies; `~` in the code stands for the actor it belongs to. */
export interface DictionaryAgent {
  readonly forms: readonly string[];
  readonly code: string;
}

export interface Dictionaries {
  readonly actors: readonly DictionaryActor[];
  readonly agents: readonly DictionaryAgent[];
}

const spaced = (name: string) => name.replaceAll('_', ' ').replace(/\s+/g, ' ').trim();

/** `950601` is 19950601, as in the dictionaries of that time. */
const fullDay = (day: string) => (day.length === 6 ? `19${day}` : day);

/** `[CODE]`, `[CODE < 950601]`, `[CODE > 990816]`, `[CODE 19950601 - 19990815]`. */
function datedCode(bracket: string): DatedCode {
  const [, code = '', before, after, from, to] =
    /^\s*(\S+?)\s*(?:<\s*(\d+)>?|>\s*(\d+)>?|(\d+)\s*-\s*(\d+))?\s*$/.exec(bracket) ?? [];
  if (before !== undefined) return { code, from: null, to: fullDay(before) };
  if (after !== undefined) return { code, from: fullDay(after), to: null };
  return { code, from: from === undefined ? null : fullDay(from), to: to === undefined ? null : fullDay(to) };
}

const withoutComment = (line: string) => line.replace(/#.*$/, '').replace(/<!?\s*--.*$/, '');

/**
 * Reads dictionary lines in PETRARCH's syntax (a table of kind `actor` or `agent` and line): an actor's name with its
 * codes, `+` lines as further names, indented lines as further codes; agents with `{plural}`, `!SET!` of forms.
 */
export function readDictionaries(path: string): Dictionaries {
  const actors: { name: string; aliases: string[]; codes: DatedCode[] }[] = [];
  const agents: DictionaryAgent[] = [];
  const sets = new Map<string, readonly string[]>();
  for (const row of readFileSync(path, 'utf8').split(/\r?\n/).slice(1)) {
    // A line's own tabs belong to it: only the first one parts the columns.
    const [kind = '', ...line] = row.split('\t');
    const text = withoutComment(line.join(' '));
    const codes = [...text.matchAll(/\[([^\]]*)\]/g)].map((match) => datedCode(match[1] ?? ''));
    const name = spaced(text.replace(/[[{].*$/, ''));
    if (kind === 'agent') {
      const [, set, members] = /^(!\w+!)\s*=\s*(.*)$/.exec(text.trim()) ?? [];
      if (set !== undefined) sets.set(set, (members ?? '').split(',').map(spaced));
      else if (name !== '' && codes[0] !== undefined)
        agents.push({ forms: formsOf(name, /\{([^}]*)\}/.exec(text)?.[1], sets), code: codes[0].code });
      continue;
    }
    const last = actors.at(-1);
    if (name.startsWith('+')) last?.aliases.push(spaced(name.slice(1)));
    else if (name !== '') actors.push({ name, aliases: [], codes: [] });
    actors.at(-1)?.codes.push(...codes);
  }
  return { actors: actors.filter(({ codes }) => codes.length > 0), agents };
}

function formsOf(name: string, plural: string | undefined, sets: ReadonlyMap<string, readonly string[]>): string[] {
  const set = /!\w+!/.exec(name)?.[0];
  if (set !== undefined) return (sets.get(set) ?? []).map((member) => spaced(name.replace(set, member)));
  if (plural !== undefined) return [name, ...(plural === '' ? [] : [spaced(plural)])];
  return [name, name.endsWith('Y') ? `${name.slice(0, -1)}IES` : `${name}S`];
}

/** The codes of an actor on a day `YYYYMMDD`: the first dated one that holds, else the first without dates. */
export function codesOn({ codes }: DictionaryActor, day: string): readonly string[] {
  const dated = codes.filter(({ from, to }) => from !== null || to !== null);
  const held = dated.find(({ from, to }) => (from === null || from <= day) && (to === null || day <= to));
  const code = held ?? codes.find(({ from, to }) => from === null && to === null);
  return code === undefined ? [] : code.code.toUpperCase().split('/');
}

const titled = (name: string) =>
  name
    .toLowerCase()
    .replace(/(^|[\s.'-])(\p{L})/gu, (all) => all.toUpperCase())
    .replace(/\b(Of|The|And)\b/g, (word) => word.toLowerCase());

/** Names of griot with the dictionary's actors added, by way of a table as a user would write it. */
export function namesWith({ actors }: Dictionaries): LoadedNames {
  const folder = mkdtempSync(join(tmpdir(), 'griot-names-'));
  try {
    const file = join(folder, 'actors.tsv');
    const header = 'id name kind sector code country host parent aliases active_from active_to'.split(' ');
    const lines = actors.map(({ name, aliases, codes }) => {
      const id = `dictionary-${name.toLowerCase().replace(/\W+/g, '-')}`;
      const [code = ''] = codes[0]?.code.toUpperCase().split('/') ?? [];
      const country = /^[A-Z]{3}/.exec(code)?.[0] ?? '';
      const written = [...new Set([name, ...aliases].flatMap((alias) => [titled(alias), alias]))];
      const cells: Readonly<Record<string, string>> = {
        id,
        name: titled(name),
        kind: 'group',
        sector: sectorOf(code),
        country,
        aliases: written.slice(1).join('|'),
      };
      return header.map((column) => cells[column] ?? '').join('\t');
    });
    writeFileSync(file, `${[header.join('\t'), ...lines].join('\n')}\n`);
    const tables = shippedTables();
    return loadNames({ ...tables, actors: [...tables.actors, file] });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sectorOf(code: string): string {
  const role = code.slice(3);
  if (role.includes('MIL')) return 'military';
  if (role.includes('REB')) return 'rebel';
  return role === '' || role.includes('GOV') ? 'government' : 'unknown';
}

/** The longest entry that begins at each word of a phrase, left to right. */
export function entriesIn<Entry>(text: string, byName: ReadonlyMap<string, Entry>): Entry[] {
  const words = nameWords(text).map(({ folded }) => folded);
  const found: Entry[] = [];
  for (let at = 0; at < words.length; at++)
    for (let end = Math.min(words.length, at + 6); end > at; end--) {
      const entry = byName.get(words.slice(at, end).join(' '));
      if (entry === undefined) continue;
      found.push(entry);
      at = end - 1;
      break;
    }
  return found;
}

/** Entries by the folded words of their names. */
export function byWords<Entry>(entries: readonly Entry[], namesOf: (entry: Entry) => readonly string[]) {
  return new Map(
    entries.flatMap((entry) =>
      namesOf(entry).map((name) => [
        nameWords(name)
          .map(({ folded }) => folded)
          .join(' '),
        entry,
      ]),
    ) as [string, Entry][],
  );
}
