import { languageOf } from '../../lang/index.ts';
import { isPloverType, type PloverType, type Report } from '../../model/index.ts';
import { findNumbers, readTable, shipped } from '../../text/index.ts';
import { manualType } from '../vocabularies/index.ts';
import type { Dyad } from './dyad.ts';

/** An event as the PLOVER manual codes a sentence: its type, and both sides in the words of the text. */
export interface ManualEvent {
  readonly type: PloverType;
  readonly source: readonly string[];
  readonly target: readonly string[];
}

let table: ReadonlyMap<string, PloverType> | null = null;

function types(): ReadonlyMap<string, PloverType> {
  if (table !== null) return table;
  const path = shipped('data', 'ontology', 'cameo-plover.tsv');
  const { rows, faults } = readTable(path, ['cameo', 'type']);
  const [fault] = faults;
  if (fault !== undefined) throw new Error(`${path}, line ${fault.line}: ${fault.message}`);
  const read = new Map<string, PloverType>();
  for (const { cameo, type, line } of rows) {
    if (!isPloverType(type)) throw new Error(`${path}, line ${line}: "${type}" is no PLOVER type.`);
    read.set(cameo, type);
  }
  table = read;
  return table;
}

/** The PLOVER type of a CAMEO code; null for statements, which PLOVER drops. */
export function typeOfCameo(cameo: string): PloverType | null {
  for (let length = cameo.length; length >= 2; length--) {
    const found = types().get(cameo.slice(0, length));
    if (found !== undefined) return found;
  }
  return null;
}

/** "18 Rwandan rebels", "scores of refugees": who it is, without how many. */
function withoutCount(text: string): string {
  const english = languageOf('en');
  if (english === null) return text;
  const count = findNumbers(text, english, { start: 0, end: text.length }).find(({ span }) => span.start === 0);
  if (count === undefined || count.kind !== 'cardinal') return text;
  const rest = text.slice(count.span.end).replace(/^\s*(of\s+)?/, '');
  return rest === '' ? text : rest;
}

/**
 * The events of one sentence after the PLOVER manual (2021): its reports under the manual's types; a report that names
 * nobody it is done to has the target of the sentence's dyads of that type, which may be a place (the manual's records
 * have "Serbia" for a protest there), else its own place; a sentence without reports has its first dyads. Where reports
 * and dyads agree on a type, reports of other types are left out: the manual codes what a sentence is about.
 */
export function manualEvents(reports: readonly Report[], dyads: readonly Dyad[]): readonly ManualEvent[] {
  const saidIn = (some: readonly Dyad[], side: 'source' | 'target') => [
    ...new Set(some.map(({ words }) => withoutCount(words[side]))),
  ];
  if (reports.length === 0) {
    const [first] = dyads;
    const type = first === undefined ? null : typeOfCameo(first.code);
    const same = dyads.filter(({ code }) => code === first?.code);
    return type === null ? [] : [{ type, source: saidIn(same, 'source'), target: saidIn(same, 'target') }];
  }
  const events = reports.flatMap((report): ManualEvent[] => {
    const type = manualType(report);
    if (type === null) return [];
    const source = report.source.map(({ text }) => withoutCount(text));
    const target = report.target.map(({ text }) => withoutCount(text));
    const people = report.target.some(({ actor, sector }) => actor !== null || sector !== 'unknown');
    // Sides without direction are all doers, and an office is left to nobody.
    const alone = target.length === 0 && (source.length > 1 || report.mode === 'resign');
    if (people || alone) return [{ type, source, target }];
    const aimed = saidIn(
      dyads.filter(({ code }) => typeOfCameo(code) === type),
      'target',
    );
    const place = report.place === null ? [] : [report.place.text];
    const next = [aimed, target, place].find((texts) => texts.length > 0) ?? [];
    return [{ type, source, target: next.filter((text) => !source.includes(text)) }];
  });
  const told = new Set(dyads.map(({ code }) => typeOfCameo(code)));
  const both = events.filter(({ type }) => told.has(type));
  return both.length > 0 ? both : events;
}
