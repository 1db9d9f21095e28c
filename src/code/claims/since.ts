import type { TurningPhrase } from '../../model/index.ts';
import type { Mark, Reading, Time } from '../reading.ts';
import type { Words } from './quote.ts';

/** A turning point and its words, "since" included. */
export interface Turning extends Words {
  readonly phrase: TurningPhrase;
}

/** Turning points behind "since", and the dates that lengths are counted from ("in the year after December 2020"). */
export function turningPhrases(reading: Reading): Turning[] {
  const named = reading.marks.flatMap((mark) => {
    const found = mark.role === 'since' ? turningPhrase(reading, mark) : null;
    return found === null ? [] : [found];
  });
  const dated = reading.times.flatMap(({ beside, from, next }) => {
    if (beside === null) return [];
    const text = reading.document.text.slice(beside.span.start, beside.span.end);
    return [{ phrase: { text, span: beside.span, date: beside.period }, from, next }];
  });
  return [...named, ...dated];
}

/**
 * The turning point of a claim: the one in its clause, else the one that opens the sentence, else the only one where
 * there is only one claim. A clause with a time of its own has no other.
 */
export function turningFor(
  reading: Reading,
  all: readonly Turning[],
  clause: Words,
  claims: number,
  times: readonly Time[],
): Turning | null {
  const own = all.find(({ from, next }) => from >= clause.from && next <= clause.next + 1);
  if (own !== undefined) return own;
  if (times.some(({ from, next }) => from >= clause.from && next <= clause.next)) return null;
  const opening = all.find(({ from }) => from <= 1);
  const clauseBreak = all[0] !== undefined && reading.words[all[0].next]?.form === ',' && all[0].next < clause.from;
  return opening ?? (claims === 1 && !clauseBreak ? (all[0] ?? null) : null);
}

const ends = new Set([',', ';', '.', '…', '"', '”', '»', ')', '!', '?']);

/**
 * The turning point that "since" names: "the start of the drawdown in August 2023". Null where "since" only points back
 * ("since then") or stands alone.
 */
function turningPhrase(reading: Reading, since: Mark): Turning | null {
  const { words } = reading;
  let next = since.next;
  while (next < words.length) {
    const form = words[next]?.form ?? '';
    if (ends.has(form) && !decimal(reading, next)) break;
    if (form === ':' || (form === '-' && words[next]?.gap === 'space')) break;
    if (next > since.next && reading.mark(next, 'according') !== null) break;
    const and = reading.mark(next, 'and');
    if (and !== null && next > since.next + 1 && verbFollows(reading, and.next)) break;
    next += 1;
  }
  // "since 2013 with up to 1,400 troops": a date that opens the phrase is all of it.
  const dateFirst = reading.times.find((t) => t.from <= since.next && t.next > since.next && t.from >= since.from);
  if (dateFirst !== undefined) next = Math.min(next, dateFirst.next);
  if (next <= since.next) return null;
  const span = reading.spanOf(since.next, next);
  const text = reading.textOf(since.next, next);
  if (/^(then|lors)$/i.test(text)) return null;
  const time = reading.times.find((t) => t.from >= since.from && t.next <= next);
  const from = time?.period?.from ?? null;
  const { period = null } = time ?? {};
  // "since 2016" as a time runs up to publication; the turning point itself is 2016.
  const date = from === null ? null : time?.role === 'since' ? { from, to: from } : period;
  return { phrase: { text, span, date }, from: since.from, next };
}

const decimal = (reading: Reading, at: number) =>
  reading.words[at - 1]?.kind === 'digits' &&
  reading.words[at + 1]?.kind === 'digits' &&
  reading.words[at + 1]?.gap === 'none';

const verbFollows = (reading: Reading, at: number) =>
  [0, 1, 2, 3].some((n) =>
    reading
      .marksAt(at + n)
      .some(({ role }) => ['kill', 'die', 'wound', 'displace', 'be', 'rise', 'fall', 'lose'].includes(role)),
  );
