import { languageOf } from '../../../src/lang/index.ts';
import { findNumbers } from '../../../src/text/index.ts';
import type { Entity } from './entities.ts';
import type { CodedDocument } from './features.ts';
import { incidentsOf, incidentTypeOf, isAsked, killedIn } from './incidents.ts';
import type { Judged } from './outline.ts';
import { dead } from './questions.ts';

/** A number that may be that of a document's dead, with what tells for and against it. */
export interface Toll {
  readonly count: number;
  readonly features: readonly string[];
}

/** The numbers that may be the toll: those that reports give, those of the entities judged dead, and the sums of both. */
export function tollsOf(document: CodedDocument, { entities }: Judged): Toll[] {
  const fallen = entities.flatMap(({ entity, margins }) => {
    const margin = margins.get(dead) ?? -9;
    return margin > -1 ? [{ entity, margin, number: numberOf(document, entity) }] : [];
  });
  const sure = fallen.filter(({ margin }) => margin > 0);
  const sum = sure.reduce((total, { number }) => total + (number ?? 2), 0);
  const named = sure.filter(({ entity }) => entity.mentions.some((mention) => mention.named)).length;
  const said = document.reports.flatMap((report) => {
    const count = report.killed?.best ?? report.killed?.low ?? null;
    const asked = incidentTypeOf(report) !== null && isAsked(report, document.published);
    return count === null || count === 0 ? [] : [{ count, asked }];
  });
  const rules = killedIn(incidentsOf(document.reports, document.published));
  const asked = said.flatMap((one) => (one.asked ? [one.count] : []));
  const numbers = fallen.flatMap(({ number }) => number ?? []);
  const counts = new Set([...said.map(({ count }) => count), ...numbers, sum, named, rules ?? 0, 1]);
  counts.delete(0);
  if (fallen.length === 0 && said.length === 0) return [];
  return [...counts].map((count) => {
    const features = new Set(['bias', `size=${count > 12 ? 'many' : count}`]);
    const is = (what: string, other: number | null) => {
      if (other === null || other === 0) return;
      features.add(`${what} ${count === other ? 'is it' : count > other ? 'is less' : 'is more'}`);
      if (count === other) features.add(`${what} is it ${count > 12 ? 'many' : count}`);
    };
    is('rules', rules);
    is('sum of dead', sum);
    is('named dead', named);
    is('most said', asked.length === 0 ? null : Math.max(...asked));
    is('first said', asked[0] ?? null);
    is('most dead', numbers.length === 0 ? null : Math.max(...numbers));
    is('surest dead', fallen.length === 0 ? null : fallen.reduce((a, b) => (b.margin > a.margin ? b : a)).number);
    features.add(`said=${Math.min(3, asked.filter((other) => other === count).length)}`);
    features.add(`said at all=${Math.min(3, said.filter((one) => one.count === count).length)}`);
    features.add(`dead of that number=${Math.min(3, sure.filter(({ number }) => number === count).length)}`);
    if (sum === count) features.add(`sum of ${Math.min(4, sure.length)} is it`);
    if (count === 1) features.add(`one of ${Math.min(3, sure.length)} dead, ${Math.min(3, new Set(asked).size)} said`);
    return { count, features: [...features] };
  });
}

/** How many people an entity is: its number, or one where it is a name or singular; null: a plural without number. */
function numberOf(document: CodedDocument, { mentions }: Entity): number | null {
  const language = languageOf('en');
  if (language === null) return null;
  const counts = mentions.flatMap(({ sentence, from, to, named }) => {
    const tokens = document.sentences[sentence]?.tokens ?? [];
    const [start, end] = [tokens[from]?.span.start ?? 0, tokens[to]?.span.end ?? 0];
    const [number] = findNumbers(document.text, language, { start, end });
    if (number?.value.best != null && number.value.best > 0) return [number.value.best];
    return named || tokens[to]?.feats.Number !== 'Plur' ? [1] : [];
  });
  return counts.length === 0 ? null : Math.max(...counts);
}
