import type { DatedCode, DictionaryActor } from '../../model/index.ts';
import { type DictionaryLine, type Entries, refusals, spaced } from './lines.ts';

/**
 * Reads a dictionary of actors: a name with its codes in brackets, `+` lines as further names, indented lines as further
 * codes, which may hold for a time only (PETRARCH manual, "Actor Dictionary"; TABARI manual 0.8, chapter 5).
 */
export function readActorLines(lines: readonly DictionaryLine[], file: string): Entries<DictionaryActor> {
  const { faults, refuse } = refusals(file);
  const actors: { name: string; aliases: string[]; codes: DatedCode[] }[] = [];
  let broken = false;
  for (const line of lines) {
    const name = spaced(line.text.replace(/\[.*$/, ''));
    const brackets = [...line.text.matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? '');
    const codes = brackets.map(datedCode);
    const wrong = brackets.find((_, at) => codes[at] === null);
    const open = line.text.split('[').length !== line.text.split(']').length;
    // What hangs on a broken name hangs on nothing.
    const hangs = name === '' || name.startsWith('+');
    if (hangs && broken) continue;
    if (open) refuse(line, `"${line.text.trim()}"`, 'a code between [ and ]');
    else if (wrong !== undefined) refuse(line, `[${wrong}]`, 'a code, alone or with <DATE, >DATE or DATE-DATE');
    else if (hangs && actors.length === 0) refuse(line, `"${line.text.trim()}"`, 'the name of an actor before it');
    else {
      if (!hangs) actors.push({ name, aliases: [], codes: [] });
      else if (name !== '') actors.at(-1)?.aliases.push(spaced(name.slice(1)));
      actors.at(-1)?.codes.push(...codes.filter((code) => code !== null));
      broken = false;
      continue;
    }
    broken = !hangs;
  }
  return { entries: actors.filter(({ codes }) => codes.length > 0), faults };
}

/** `[CODE]`, `[CODE <950601]`, `[CODE >990816]`, `[CODE 19950601-19990815]`; null: something else. */
function datedCode(bracket: string): DatedCode | null {
  const match = /^\s*([^\s<>]+)\s*(?:<\s*(\d+)>?|>\s*(\d+)>?|(\d+)\s*-\s*(\d+))?\s*$/.exec(bracket);
  if (match === null) return null;
  const [, code = '', before, after, first, last] = match;
  const days = [before, after, first, last].filter((day) => day !== undefined);
  if (days.some((day) => day.length !== 6 && day.length !== 8)) return null;
  if (before !== undefined) return { code, from: null, to: fullDay(before) };
  if (first === undefined || last === undefined)
    return { code, from: after === undefined ? null : fullDay(after), to: null };
  const [from, to] = [fullDay(first), fullDay(last)];
  // "730717-070723" goes into the next century.
  return { code, from, to: last.length === 6 && to < from ? `20${last}` : to };
}

/** `950601` is 19950601, as in the dictionaries of that time. */
const fullDay = (day: string): string => (day.length === 6 ? `19${day}` : day);
