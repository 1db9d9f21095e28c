import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type PloverType, ploverTypes, type Refusal } from '../../model/index.ts';
import { readTable, shipped } from '../../text/index.ts';
import type { Fate } from '../victims.ts';
import { type DeedClass, type DeedEntry, deedClasses, type Pattern } from './entry.ts';
import { lengthOf, type Worded } from './match.ts';

/** The deed words of one language, by the lemma of their head; of each lemma the longest pattern first. */
export interface DeedLexicon {
  readonly verbs: ReadonlyMap<string, readonly DeedEntry[]>;
  readonly nouns: ReadonlyMap<string, readonly DeedEntry[]>;
  readonly cues: Readonly<Record<Exclude<DeedClass, 'verb' | 'noun'>, ReadonlyMap<string, readonly DeedEntry[]>>>;
  /** Lines that could not be used. */
  readonly faults: readonly Refusal[];
}

const columns = ['words', 'class', 'type', 'mode', 'source', 'target', 'fate', 'needs'] as const;
const fates: Readonly<Record<string, Fate>> = {
  killed: 'killed',
  injured: 'wounded',
  abducted: 'abducted',
  arrested: 'arrested',
};
const effects: Readonly<Partial<Record<DeedClass, readonly string[]>>> = {
  light: ['does', 'suffers', 'happens', 'nothing'],
  govern: [
    'planned',
    'threatened',
    'never',
    'attempted',
    'causes',
    'wished',
    'supposed',
    'same',
    'accuses',
    'denies',
    'claims',
  ],
  modal: ['planned', 'possible', 'would', 'general', 'demanded', 'alleged'],
  negator: ['not'],
  conditional: ['if', 'aim'],
  figurative: ['topic', 'fiction'],
  blame: ['on', 'by', 'of'],
  collective: ['group', 'thing'],
};

/** Folders that hold `LANG/deeds.tsv`: the shipped one, behind those of the user, whose lines come first. */
export const shippedLexicon = (): string => shipped('data', 'lexicon');

/**
 * Reads the deed words of a language (ISO 639-1) from a list of folders, the first of which has the first word on a
 * pattern. Broken lines are left out and told.
 */
export function readDeeds(folders: readonly string[], lang: string): DeedLexicon {
  const entries: { readonly head: string; readonly entry: DeedEntry }[] = [];
  const faults: Refusal[] = [];
  for (const folder of folders) {
    const path = join(folder, lang, 'deeds.tsv');
    if (!existsSync(path)) continue;
    const table = readTable(path, columns);
    for (const { file, line, message } of table.faults)
      faults.push({
        file,
        line,
        found: message,
        expected: `the columns ${columns.join(', ')}`,
        wayOut: 'Mend the line.',
      });
    for (const row of table.rows) {
      const wrong = faultOf(row);
      if (wrong !== null) {
        faults.push({ file: path, line: row.line, ...wrong, wayOut: 'See data/lexicon/README.md, deeds.tsv.' });
        continue;
      }
      for (const words of row.words.split('|')) entries.push(entryOf(words, row));
    }
  }
  const of = (wanted: DeedClass) => indexed(entries.filter(({ entry }) => entry.class === wanted));
  return {
    verbs: of('verb'),
    nouns: of('noun'),
    cues: {
      light: of('light'),
      govern: of('govern'),
      modal: of('modal'),
      negator: of('negator'),
      conditional: of('conditional'),
      figurative: of('figurative'),
      blame: of('blame'),
      collective: of('collective'),
    },
    faults,
  };
}

type Row = Readonly<Record<(typeof columns)[number], string>>;

const isPloverType = (text: string): text is PloverType => (ploverTypes as readonly string[]).includes(text);
const isClass = (text: string): text is DeedClass => (deedClasses as readonly string[]).includes(text);

function faultOf(row: Row): { found: string; expected: string } | null {
  if (!isClass(row.class)) return { found: `class ${row.class}`, expected: `one of ${deedClasses.join(', ')}` };
  const allowed = effects[row.class];
  if (allowed === undefined && !isPloverType(row.type))
    return { found: `type ${row.type}`, expected: 'one of the PLOVER types, in capitals' };
  if (allowed !== undefined && !allowed.includes(row.type))
    return { found: `${row.class} ${row.type}`, expected: `one of ${allowed.join(', ')}` };
  if (row.fate !== '' && fates[row.fate] === undefined)
    return { found: `fate ${row.fate}`, expected: `one of ${Object.keys(fates).join(', ')}` };
  if (row.words.split('|').some((words) => words.trim() === ''))
    return { found: 'an empty pattern', expected: 'words between the bars' };
  return null;
}

/** Elisions are words of their own in the trees: "s'emparer" is "se emparer". */
const elided: Readonly<Record<string, string>> = { "s'": 'se ', "d'": 'de ', "l'": 'le ', "n'": 'ne ', "qu'": 'que ' };

/** A pattern as the tables write it: its head (`*`, else the first word) and the words around that. */
export function patternOf(words: string): { head: string; pattern: Pattern } {
  const forms = words
    .replace(/\b(s|d|l|n|qu)'(?=\p{L})/gu, (found) => elided[found] ?? found)
    .trim()
    .split(/\s+/);
  const marked = forms.findIndex((form) => form.startsWith('*'));
  const at = marked >= 0 ? marked : forms[0] === 'se' && forms.length > 1 ? 1 : 0;
  const head = (forms[at] ?? '').replace(/^\*/, '');
  return { head, pattern: { before: forms.slice(0, at), after: forms.slice(at + 1) } };
}

function entryOf(words: string, row: Row): { head: string; entry: DeedEntry } {
  const { head, pattern } = patternOf(words);
  const deed = row.class === 'verb' || row.class === 'noun';
  const slots = (cell: string, usual: string) => (cell === '' ? usual : cell).split('+').filter((slot) => slot !== '-');
  return {
    head,
    entry: {
      words,
      pattern,
      class: row.class as DeedClass,
      type: deed && isPloverType(row.type) ? row.type : null,
      effect: deed ? '' : row.type,
      mode: row.mode === '' ? null : row.mode,
      source: slots(row.source, row.class === 'verb' ? 'subj' : ''),
      target: slots(row.target, row.class === 'verb' ? 'obj' : ''),
      fate: fates[row.fate] ?? null,
      needs: row.needs === '' ? [] : row.needs.split('+'),
    },
  };
}

/** Entries by the lemma of their head; of each lemma the longest pattern first. */
export function indexed<Entry extends Worded>(
  entries: readonly { readonly head: string; readonly entry: Entry }[],
): Map<string, Entry[]> {
  const byHead = new Map<string, Entry[]>();
  for (const { head, entry } of entries) {
    const same = byHead.get(head);
    if (same === undefined) byHead.set(head, [entry]);
    else same.push(entry);
  }
  for (const list of byHead.values()) list.sort((a, b) => lengthOf(b) - lengthOf(a));
  return byHead;
}
