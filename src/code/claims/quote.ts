import type { Saying } from '../attribution.ts';
import type { Reading } from '../reading.ts';

const marks = new Set([',', ';', ':', '(', ')', '—', '…']);
const trims = new Set([',', ';', ':', '-', '"', '“', '”', '«', '»', '(', ')']);

/** Words `[from, next)` of a sentence. */
export interface Words {
  readonly from: number;
  readonly next: number;
}

/** True where a new clause can begin: behind a comma, at "which", "and", "while". */
function breaksAt(reading: Reading, at: number): boolean {
  const form = reading.words[at - 1]?.form ?? '';
  const digits = reading.words[at]?.kind === 'digits' && reading.words[at]?.gap === 'none';
  if (marks.has(form) && !digits) return true;
  if (reading.times.some((time) => time.from < at && at < time.next)) return false;
  return reading.mark(at, 'and') !== null || reading.mark(at, 'relative') !== null;
}

/**
 * The clause of each claim, by the words `[from, next)`: as far as the next claim's clause on both sides, without the
 * words that only say who says so. Wordss are in order; claims with the same words share a clause.
 */
export function clausesOf(reading: Reading, cores: readonly Words[], sayings: readonly Saying[]): Words[] {
  const length = reading.words.length;
  const cuts = cores.map((core, i) => {
    const following = cores.slice(i + 1).find(({ from }) => from >= core.next);
    return following === undefined ? length : cutBetween(reading, core.next, following.from);
  });
  return cores.map((core, i) => {
    let from = 0;
    for (let j = i - 1; j >= 0; j--) {
      const cut = cuts[j];
      if (cut !== undefined && cut <= core.from) {
        from = Math.max(from, cut);
        break;
      }
    }
    let next = Math.max(cuts[i] ?? length, core.next);
    for (const { from: start, next: end } of sayings) {
      if (start >= core.next && start < next) next = start;
      if (end <= core.from && end > from) from = end;
    }
    return trimmed(reading, narrowed(reading, { from, next }, core));
  });
}

function cutBetween(reading: Reading, from: number, to: number): number {
  for (let at = from; at <= to; at++) if (breaksAt(reading, at)) return at;
  return to;
}

const longClause = 24;

/** A long stretch is cut down to the clause that holds the core, where it has clauses. */
function narrowed(reading: Reading, { from, next }: Words, core: Words): Words {
  let [start, end] = [from, next];
  if (core.from - start > longClause / 2)
    for (let at = core.from; at > start; at--)
      if (reading.mark(at, 'relative') !== null || reading.words[at - 1]?.form === ';') {
        start = at;
        break;
      }
  if (end - core.next > longClause / 2)
    for (let at = core.next + 3; at < end; at++)
      if (
        reading.mark(at, 'relative') !== null ||
        (marks.has(reading.words[at - 1]?.form ?? '') && breaksAt(reading, at))
      ) {
        end = at;
        break;
      }
  return { from: start, next: end };
}

function trimmed(reading: Reading, { from, next }: Words): Words {
  let [start, end] = [from, next];
  const loose = (at: number) => {
    const form = reading.words[at]?.form ?? '';
    return trims.has(form);
  };
  while (start < end - 1 && (loose(start) || reading.mark(start, 'and') !== null)) start += 1;
  while (end > start + 1 && (loose(end - 1) || reading.mark(end - 1, 'and')?.next === end)) end -= 1;
  if (end > start + 1 && reading.words[end - 1]?.form === '.') end -= 1;
  return { from: start, next: end };
}
