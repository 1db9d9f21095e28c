import type { Versus } from '../../model/index.ts';
import type { Quantity, Reading } from '../reading.ts';
import { nounAt } from './counts.ts';
import { count, type Finding, type Subject } from './finding.ts';

/** Words around a figure within which its noun, or the place it is compared with, stands; its verb may be further on. */
const near = 6;
const clause = 16;

const deaths: Subject = { of: 'fatalities', unit: 'people', onCivilians: false };
const civilianDeaths: Subject = { of: 'civilianFatalities', unit: 'people', onCivilians: true };
const events = (onCivilians: boolean): Subject => ({ of: 'events', unit: 'events', onCivilians });

/** "62 percent of those killed were civilians", "the deadliest month since 2012": parts of a whole, and records. */
export function standingsOf(reading: Reading): Finding[] {
  return [...reading.quantities.flatMap((quantity) => shareOf(reading, quantity)), ...recordsOf(reading)];
}

/** A percentage of deaths or attacks that is said to be that of civilians, in front of it or behind. */
function shareOf(reading: Reading, { kind, value, from, next }: Quantity): Finding[] {
  if (kind !== 'percent') return [];
  const part = reading.mark(next, 'part');
  const whole =
    part?.value === 'deaths'
      ? { ...deaths, next: part.next }
      : reading.isWord(next, 'binds')
        ? wholeBehind(reading, next + 1)
        : null;
  if (whole === null || whole.onCivilians || (whole.of !== 'fatalities' && whole.of !== 'events')) return [];
  const behind = civiliansIn(reading, whole.next, whole.next + clause);
  const before = civiliansIn(reading, Math.max(0, from - near), from);
  const civilians = behind ?? before;
  if (civilians === null) return [];
  return [
    {
      ...count,
      ...(whole.of === 'events' ? events(true) : civilianDeaths),
      kind: 'comparison',
      value: null,
      versus: { kind: 'whole', of: whole.of, percent: value },
      from: Math.min(from, civilians),
      next: Math.max(whole.next, civilians + 1),
    },
  ];
}

function wholeBehind(reading: Reading, from: number): (Subject & { readonly next: number }) | null {
  for (let at = from; at < from + 3; at++) {
    const part = reading.mark(at, 'part');
    if (part?.value === 'deaths') return { ...deaths, next: part.next };
    const noun = nounAt(reading, at);
    if (noun !== null) return { ...noun, next: reading.mark(at, 'counted')?.next ?? at + 1 };
  }
  return null;
}

function civiliansIn(reading: Reading, from: number, to: number): number | null {
  for (let at = from; at < Math.min(to, reading.words.length); at++) {
    const form = reading.words[at]?.form;
    if (form === ';' || form === '.' || form === ',') return null;
    if (reading.mark(at, 'counted')?.value === 'civilians') return at;
  }
  return null;
}

const units = ['event', 'month', 'year'] as const;

/** "the deadliest month": one that nothing surpasses; "one of the deadliest" claims less and is none. */
function recordsOf(reading: Reading): Finding[] {
  return reading.marks.flatMap((mark): Finding[] => {
    const unit = units.find((known) => known === mark.value);
    if (mark.role !== 'record' || unit === undefined) return [];
    const begun = [1, 2].some((n) => reading.isWord(mark.from - n, 'binds'));
    const denied = [1, 2, 3].some((n) => reading.mark(mark.from - n, 'not') !== null);
    if (begun || denied) return [];
    const civilian = civiliansIn(reading, mark.next, mark.next + 3) !== null;
    const year = unit === 'year' ? yearBefore(reading, mark.from) : null;
    const subject = mark.more === 'events' ? events(civilian) : civilian ? civilianDeaths : deaths;
    return [
      {
        ...count,
        ...subject,
        kind: 'comparison',
        value: null,
        versus: { kind: 'rank', unit },
        ...(year === null ? {} : { period: { from: year, to: year } }),
        from: mark.from,
        next: mark.next,
      },
    ];
  });
}

/** "2014 was the": a number in the form of a year in front of the verb. */
function yearBefore(reading: Reading, from: number): string | null {
  for (let at = from - 1; at >= Math.max(0, from - 4); at--) {
    const form = reading.words[at - 1]?.form ?? '';
    if (reading.mark(at, 'be') !== null && /^(19|20)\d\d$/.test(form)) return form;
  }
  return null;
}

/** "twice as many deaths as in Niger": a multiple of what is counted elsewhere. */
export function withPlace(reading: Reading, finding: Finding): Finding {
  if (finding.kind !== 'comparison' || finding.versus !== undefined) return finding;
  const marks = reading.marks.filter(
    ({ role, from }) => role === 'versus' && from >= finding.from && from < finding.next + 2 * near,
  );
  for (const { next } of marks) {
    const start = reading.words[next]?.start;
    const found = reading.places().find(({ span }) => span.start === start);
    if (found !== undefined && found.place.countries.length > 0)
      return { ...finding, versus: { kind: 'place', place: found.place } satisfies Versus };
  }
  return finding;
}
