import type { Measure } from '../../model/index.ts';
import type { Reading } from '../reading.ts';
import type { Tally } from '../victims.ts';
import { cuesOf } from './cues.ts';
import { count, type Finding, type Memory, type Subject } from './finding.ts';
import { isTotal } from './total.ts';

/** What a tally measures; null: nothing that a claim is made of (bystanders, villages, vehicles). */
export function subjectOf(tally: Tally): Subject | null {
  const { noun, fate, civilian, unit } = tally;
  const people = (of: Measure): Subject => ({ of, unit: 'people', onCivilians: civilian });
  if (tally.quantity.kind === 'money') return { of: 'money', unit: tally.quantity.unit ?? 'money', onCivilians: false };
  switch (noun) {
    case 'accounts':
    case 'followers':
      return { of: 'accounts', unit, onCivilians: false };
    case 'events':
      return { of: 'events', unit: 'events', onCivilians: civilian };
    case 'acts':
      return { of: 'other', unit, onCivilians: civilian };
    case 'displaced':
      return people('displaced');
    default:
  }
  switch (fate) {
    case 'killed':
      return people(civilian ? 'civilianFatalities' : 'fatalities');
    case 'wounded':
      return people('injured');
    case 'displaced':
      return people('displaced');
    case 'missing':
    case 'held':
    case 'abducted':
    case 'arrested':
    case 'freed':
      return noun === null && fate !== 'missing' ? null : people('other');
    case 'deployed':
    case null:
      return noun === 'military' || (noun === 'men' && fate === 'deployed') ? people('personnel') : null;
    default:
      return fate satisfies never;
  }
}

/** Counts that are no single happening: totals, strengths, sums, accounts, the missing. */
export function countsOf(reading: Reading, tallies: readonly Tally[], memory: Memory): Finding[] {
  const findings: Finding[] = [];
  if (tallies.length === 0) return findings;
  const cues = cuesOf(reading);
  for (const tally of tallies) {
    const active = tally.by !== null && tally.by.from < tally.quantity.from && tally.by.role !== 'counted';
    const part = active ? null : reading.mark(tally.quantity.next, 'part');
    const subject =
      part === null
        ? withCivilians(subjectOf(tally) ?? figureBefore(reading, tally, findings, memory), findings)
        : partOf(tally, part.value, findings, memory);
    if (subject === null || !isTotal(reading, tally, subject, cues, memory, part !== null)) continue;
    findings.push({
      ...count,
      ...subject,
      value: tally.quantity.value,
      per: rateBehind(reading, tally.next),
      ofHappening: !cues.span && (cues.superseded || tally.fate === 'missing'),
      from: tally.from,
      next: Math.max(tally.next, part?.next ?? 0),
    });
  }
  return findings;
}

/** "ten of them", "730 of those killed": a part of what was counted before. */
function partOf(tally: Tally, part: string, found: readonly Finding[], memory: Memory): Subject | null {
  const before = found.at(-1) ?? (memory.age === 0 ? memory.subjects[0] : null) ?? null;
  const harm = before?.of === 'fatalities' || before?.of === 'civilianFatalities' || before?.of === 'injured';
  if (part === 'same' && !harm) return null;
  if (part === 'wounded') return { of: 'injured', unit: 'people', onCivilians: false };
  const civilian = tally.civilian || (before?.onCivilians ?? false);
  return { of: civilian ? 'civilianFatalities' : 'fatalities', unit: 'people', onCivilians: civilian };
}

/** "Direct attacks on civilians numbered 724 and left 2,151 people dead": the dead of attacks on civilians. */
function withCivilians(subject: Subject | null, found: readonly Finding[]): Subject | null {
  const last = found.at(-1);
  return subject?.of === 'fatalities' && last?.of === 'events' && last.onCivilians
    ? { ...subject, of: 'civilianFatalities', onCivilians: true }
    : subject;
}

/** "a toll of 25", "Direct attacks on civilians numbered 724", "the official figure of about 400". */
function figureBefore(reading: Reading, tally: Tally, found: readonly Finding[], memory: Memory): Subject | null {
  if (tally.noun !== null) return null;
  const { from } = tally.quantity;
  for (let at = from - 1; at >= Math.max(0, from - 3); at--) {
    const marks = reading.marksEndingAt(at + 1);
    const figure = marks.find(({ role, value }) => role === 'figure' && value !== 'both');
    if (figure !== undefined && figure.next < from)
      return subjectOfFigure(figure.value) ?? found.at(-1) ?? memory.subjects[0] ?? null;
    // "against some 770 in 2016": the same thing at another time.
    if (marks.some(({ role }) => role === 'versus') && at === from - 1) return found.at(-1) ?? null;
    if (marks.some(({ role }) => role === 'number')) return subjectBefore(reading, at, 14);
  }
  return null;
}

/** What a word for a figure stands for: "the toll" counts deaths. */
export function subjectOfFigure(value: string): Subject | null {
  const subjects: Readonly<Record<string, Subject>> = {
    deaths: { of: 'fatalities', unit: 'people', onCivilians: false },
    civilianDeaths: { of: 'civilianFatalities', unit: 'people', onCivilians: true },
    wounded: { of: 'injured', unit: 'people', onCivilians: false },
  };
  return subjects[value] ?? null;
}

/** The countable noun nearest in front of a word, within the clause. */
export function subjectBefore(reading: Reading, at: number, reach: number): Subject | null {
  for (let i = at - 1; i >= Math.max(0, at - reach); i--) {
    const form = reading.words[i]?.form;
    if (form === ';' || form === '.') return null;
    const figure = reading.mark(i, 'figure');
    const named = figure === null ? null : subjectOfFigure(figure.value);
    if (named !== null) return named;
    const noun = nounAt(reading, i);
    if (noun !== null) return headBefore(reading, i) ?? noun;
    if (reading.mark(i, 'war')?.value === 'events')
      return headBefore(reading, i) ?? { of: 'events', unit: 'events', onCivilians: false };
  }
  return null;
}

/** "deaths from such attacks", "casualties of terrorist attacks": the noun that governs another. */
function headBefore(reading: Reading, at: number): Subject | null {
  let bound = false;
  for (let i = at - 1; i >= Math.max(0, at - 6); i--) {
    const form = reading.words[i]?.form ?? '';
    if (reading.words[i]?.kind === 'mark' && form !== "'" && form !== '-') return null;
    if (reading.isWord(i, 'binds')) bound = true;
    const head = bound ? nounAt(reading, i) : null;
    if (head !== null) return head;
  }
  return null;
}

/** The subject that a noun names by itself, with "against civilians" behind it: "Direct attacks on civilians". */
export function nounAt(reading: Reading, at: number): Subject | null {
  const counted = reading.mark(at, 'counted');
  if (counted === null) return null;
  // "attacks on civilians", "number of people killed": the noun in front or the verb behind says what is counted.
  const civilian = counted.value === 'civilians' || counted.value === 'civilianDeaths';
  if (civilian || counted.value === 'people') {
    for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
      const front = reading.mark(i, 'counted');
      if (front?.value === 'events') return { of: 'events', unit: 'events', onCivilians: civilian };
      if (front?.value === 'deaths' || front?.value === 'casualties')
        return { of: civilian ? 'civilianFatalities' : 'fatalities', unit: 'people', onCivilians: civilian };
    }
    const killed = [0, 1].some((n) => reading.mark(counted.next + n, 'kill', 'die') !== null);
    if (killed) return { of: civilian ? 'civilianFatalities' : 'fatalities', unit: 'people', onCivilians: civilian };
  }
  const before = reading.words[at - 1]?.form;
  const harmed = civilian || before === 'civilian';
  switch (counted.value) {
    case 'civilianDeaths':
      return { of: 'civilianFatalities', unit: 'people', onCivilians: true };
    case 'deaths':
    case 'dead':
    case 'casualties':
      return { of: harmed ? 'civilianFatalities' : 'fatalities', unit: 'people', onCivilians: harmed };
    case 'wounded':
      return { of: 'injured', unit: 'people', onCivilians: harmed };
    case 'events':
      return { of: 'events', unit: 'events', onCivilians: civiliansBehind(reading, counted.next) };
    case 'displaced':
      return { of: 'displaced', unit: 'people', onCivilians: false };
    case 'accounts':
    case 'followers':
      return { of: 'accounts', unit: counted.more, onCivilians: false };
    case 'acts':
      return { of: 'other', unit: counted.more, onCivilians: false };
    default:
      return null;
  }
}

function civiliansBehind(reading: Reading, from: number): boolean {
  return [0, 1, 2, 3].some((n) => reading.mark(from + n, 'counted')?.value === 'civilians');
}

function rateBehind(reading: Reading, from: number): string | null {
  const rate = reading.mark(from, 'rate') ?? reading.mark(from + 1, 'rate');
  return rate?.value ?? null;
}
