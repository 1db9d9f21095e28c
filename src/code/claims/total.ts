import type { Reading } from '../reading.ts';
import type { Tally } from '../victims.ts';
import type { Cues } from './cues.ts';
import type { Memory, Subject } from './finding.ts';

/** A number of happenings from which on it is a count of its own, without a span beside it. */
const manyHappenings = 20;
/** Forces that are smaller are a detachment in a story, no strength that someone asserts. */
const forceWorthClaiming = 20;
/** Sums that are smaller are prices and wages. */
const sumWorthClaiming = 10_000;
/** A toll that merely goes on about a span must not be the toll of one happening told in passing. */
const tollWorthClaiming = 10;
/** Fewer held people are a case, no count. */
const heldWorthClaiming = 5;
/** People in flight from which on it is a count, and no scene of one raid. */
const flightWorthClaiming = 500;

/**
 * True when a number is a total and not the toll of one happening: totals become claims, tolls become reports. What
 * says so, in this order: it is a part of a total, or superseded; a long span; a war or several attacks as the doer;
 * words that count nothing but totals. A singular attack, a "when" or a day says the contrary.
 */
export function isTotal(
  reading: Reading,
  tally: Tally,
  subject: Subject,
  cues: Cues,
  memory: Memory,
  part: boolean,
): boolean {
  const { quantity } = tally;
  const spoken = cues.span || (memory.open && cues.timeless);
  if (cues.supposed || unreal(reading, quantity.from)) return false;
  switch (subject.of) {
    case 'accounts':
      return !isDoer(reading, tally) || subject.unit === 'accounts';
    case 'money':
      return (quantity.value.best ?? 0) >= sumWorthClaiming;
    case 'personnel':
      return isStrength(reading, tally);
    case 'displaced':
      return (quantity.value.best ?? 0) >= flightWorthClaiming || spoken || tally.noun === 'displaced';
    case 'events':
      return (
        (quantity.value.best ?? quantity.value.low ?? 0) >= manyHappenings || tallied(reading, quantity.from) || spoken
      );
    case 'other':
      if (tally.noun === 'acts' || tally.fate === 'missing') return true;
      if (tally.fate === 'held') return (quantity.value.best ?? 0) >= heldWorthClaiming;
      return totalOfVictims(reading, tally, cues, memory);
    case 'fatalities':
    case 'civilianFatalities':
    case 'injured':
      return part || cues.superseded || totalOfVictims(reading, tally, cues, memory);
    default:
      return subject.of satisfies never;
  }
}

/** Planned, possible, denied: "will send 600", "if 20 men died". */
function unreal(reading: Reading, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 6); i--) {
    const form = reading.words[i]?.form;
    if (form === ',' || form === ';') return false;
    const marks = reading.marksAt(i);
    if (marks.some(({ role }) => role === 'if')) return true;
    if (marks.some(({ role }) => role === 'plan') && !marks.some(({ role }) => role === 'say')) return true;
    if (reading.isWord(i, 'to') && reading.isWord(i + 1, 'sends')) return true;
    if (reading.isWord(i, 'sends') && reading.words[i]?.form.endsWith('er')) return true;
  }
  return false;
}

/** "12 soldiers attacked the post", "5,000 accounts followed": those counted act. */
function isDoer(reading: Reading, tally: Tally): boolean {
  return reading.mark(tally.nounNext, 'strike', 'kill') !== null;
}

function isStrength(reading: Reading, tally: Tally): boolean {
  const { value } = tally.quantity;
  if (value.best === null || isDoer(reading, tally)) return false;
  const had = [tally.quantity.from - 1, tally.quantity.from - 2].some((at) => reading.mark(at, 'having') !== null);
  return value.best >= forceWorthClaiming && (tally.fate === 'deployed' || had);
}

/** Words of counting in front: "documented 589 violations". */
function tallied(reading: Reading, from: number): boolean {
  for (let at = from; at >= Math.max(0, from - 3); at--)
    if (
      reading
        .marksEndingAt(at)
        .some(
          ({ role, value, more }) =>
            (role === 'aggregate' && value === 'tally') || role === 'number' || more === 'counts',
        )
    )
      return true;
  return false;
}

function totalOfVictims(reading: Reading, tally: Tally, cues: Cues, memory: Memory): boolean {
  const { best, low } = tally.quantity.value;
  const count = best ?? low ?? 0;
  if (incident(tally, cues)) return false;
  if (cues.span) return true;
  if (cues.toll < tally.from || cues.dated) return false;
  if (cues.inMonth) return !cues.told;
  if (doneByMany(reading, tally) || cues.summed || tally.by?.role === 'lose') return true;
  if (countsDeaths.has(tally.noun ?? '') && count >= manyHappenings) return true;
  return count >= tollWorthClaiming && memory.open && cues.timeless && cues.attacks.length === 0;
}

const countsDeaths = new Set(['deaths', 'civilianDeaths', 'lives']);

/** One attack, by its words: "in a raid", "the massacre of 20 villagers", "when ...". A long span outdoes a mere attack. */
function incident({ from, next, quantity }: Tally, { attacks, scene, span }: Cues): boolean {
  if (scene || (attacks.length > 0 && !span)) return true;
  return attacks.some(
    (attack) =>
      (attack.next <= quantity.from && quantity.from - attack.next < 2) ||
      (attack.value !== '' && attack.from > from && attack.from < next + 8),
  );
}

/** War, conflict, plural attacks as the doers in front of the number: "the conflict has cost". */
function doneByMany(reading: Reading, tally: Tally): boolean {
  for (let at = tally.from; at >= Math.max(0, tally.from - 14); at--) {
    const form = reading.words[at]?.form;
    if (form === ';') return false;
    if (reading.mark(at, 'war') !== null) return true;
    if (reading.marksAt(at).some(({ role, more }) => role === 'attack' && more === 'many')) return true;
  }
  return false;
}
