import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Dictionaries, type Refusal, UnusableInput } from '../../model/index.ts';
import { readActorLines } from './actors.ts';
import { readAgentLines } from './agents.ts';
import { linesOf } from './lines.ts';
import { readVerbLines } from './verbs.ts';

/** Dictionaries with the lines that could not be used; the others count. */
export interface LoadedDictionaries extends Dictionaries {
  readonly faults: readonly Refusal[];
}

/**
 * Reads dictionaries in the syntax of TABARI and PETRARCH (openeventdata, "PETRARCH Dictionary Formats"): a file, or a
 * folder whose `.txt`, `.actors`, `.agents`, `.verbs` files are. Throws `UnusableInput` where there is none.
 */
export function readDictionaries(path: string): LoadedDictionaries {
  const found = filesOf(path).map((file) => dictionaryOf(readFileSync(file, 'utf8'), file));
  if (found.length === 0)
    throw new UnusableInput({
      file: path,
      line: null,
      found: 'no dictionary',
      expected: 'a file, or a folder with files named .txt, .actors, .agents or .verbs',
      wayOut: 'Check the path; docs/dictionaries.md has the format.',
    });
  return {
    actors: found.flatMap(({ actors }) => actors),
    agents: found.flatMap(({ agents }) => agents),
    verbs: found.flatMap(({ verbs }) => verbs),
    faults: found.flatMap(({ faults }) => faults),
  };
}

function filesOf(path: string): string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (!stats.isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => /\.(txt|actors|agents|verbs)$/.test(name));
  return names.sort().map((name) => join(path, name));
}

const none: Dictionaries = { actors: [], agents: [], verbs: [] };

/** One dictionary. What it is of shows in its lines: patterns are of verbs, a `~` in most codes is of agents. */
export function dictionaryOf(text: string, file: string): LoadedDictionaries {
  const lines = linesOf(text);
  const verbal = lines.filter((line) => /^\s*(-\s.*\*|---|&\w)/.test(line.text));
  const coded = lines.filter((line) => line.text.includes('['));
  if (verbal.length > 0) {
    const { entries, faults } = readVerbLines(text, file);
    return { ...none, verbs: entries, faults };
  }
  if (coded.filter((line) => /\[[^\]]*~[^\]]*\]/.test(line.text)).length * 2 > coded.length) {
    const { entries, faults } = readAgentLines(lines, file);
    return { ...none, agents: entries, faults };
  }
  const { entries, faults } = readActorLines(lines, file);
  return { ...none, actors: entries, faults };
}
