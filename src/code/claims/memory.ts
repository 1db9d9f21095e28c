import type { Claim } from '../../model/index.ts';
import { periodContains } from '../../time/index.ts';
import type { Reading } from '../reading.ts';
import { spanGiven } from './cues.ts';
import type { Finding, Memory } from './finding.ts';

/** Sentences without a claim after which a span of time is no longer spoken of. */
const soonForgotten = 4;

/** True when a sentence goes on about the span of those before it, or points back to it: "in the same period". */
export function goesOn(reading: Reading, memory: Memory): boolean {
  return memory.open || pointsBack(reading);
}

const pointsBack = (reading: Reading) =>
  reading.marks.some(({ role, value }) => role === 'lasting' && value === 'back');

/** True when the speaker of an earlier sentence speaks on: figures about the same span, no speaker and no day of its own. */
export function speaksOn(reading: Reading, memory: Memory, { kind, value, size, baseline, next }: Finding): boolean {
  if (memory.by === null || !goesOn(reading, memory)) return false;
  if (pointsBack(reading)) return true;
  if (memory.age > 1 || reading.times.some(({ grain }) => grain === 'day')) return false;
  const compared =
    size !== null || baseline !== null || reading.marksEndingAt(next).some(({ role }) => role === 'versus');
  return kind === 'count' ? value?.best != null : compared;
}

/** What a sentence with claims hands on. */
export function remembered(
  reading: Reading,
  memory: Memory,
  findings: readonly Finding[],
  claims: readonly Claim[],
): Memory {
  const total = findings.some(({ of }) => violence.has(of));
  const ownSpan = total && spanGiven(reading) && !pointsBack(reading);
  const period = claims.find((claim) => claim.period !== null)?.period ?? null;
  const by = claims.findLast((claim) => claim.by !== null)?.by ?? null;
  return {
    subjects: [...findings].reverse().map(({ of, unit, onCivilians }) => ({ of, unit, onCivilians })),
    period: ownSpan ? (period ?? memory.period) : memory.period,
    baseline: claims.find(({ baseline }) => baseline !== null)?.baseline ?? memory.baseline,
    open: ownSpan || (goesOn(reading, memory) && !leaves(reading, memory)),
    by: by ?? (goesOn(reading, memory) ? memory.by : null),
    happening: memory.happening,
    age: 0,
  };
}

const violence: ReadonlySet<string> = new Set(['events', 'fatalities', 'civilianFatalities', 'injured']);

/** After a sentence without claims: its own date closes the span, and figures are soon too far to be taken up. */
export function faded(reading: Reading, memory: Memory): Memory {
  const age = memory.age + 1;
  return {
    ...memory,
    age,
    open: memory.open && !leaves(reading, memory) && age < soonForgotten,
    subjects: age > 1 ? [] : memory.subjects,
  };
}

/** True when a sentence has a time of its own that is no part of the span that was spoken of. */
function leaves(reading: Reading, { period: span }: Memory): boolean {
  return reading.times.some(
    ({ period, grain }) =>
      grain === 'day' ||
      grain === 'hour' ||
      grain === 'week' ||
      (period !== null && span !== null && !periodContains(span, period)),
  );
}
