import { familyOf } from './compare.ts';
import { farApart } from './compare-place.ts';
import { type Facts, hashOf, type Name } from './facts.ts';

/** Days of a bucket: what is dated to the day falls into one or two of them. */
const fewDays = 4;
/** Spans longer than this are looked for by the month, those longer than a year not beyond it. */
const longSpan = 14;
const month = 31;
const mostMonths = 13;
/** Degrees of a cell of the grid: two points of one settlement are in one cell or in its neighbours. */
const cell = 0.2;

/** Keys are 32 bits (a collision costs a comparison, never a join); beside them the number of the report must fit into a double's 53. */
const mostReports = 2 ** 21;
/** In a block with more members each is compared with so many that follow it in the order of their facts. */
const crowd = 256;

const mix = (a: number, b: number): number => {
  const h = Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 0x85ebca6b);
  return (h ^ (h >>> 13)) >>> 0;
};

/** Calls `add` with the bucket of each `width` days from one day to another, at most 13 of them. */
function eachBucket(from: number, to: number, width: number, add: (bucket: number) => void): void {
  const start = Math.floor(from / width);
  const end = Math.min(Math.floor(to / width), start + mostMonths - 1);
  for (let bucket = start; bucket <= end; bucket++) add(bucket);
}

/** Place keys: the settlement or its cell of the grid; and, for all, each party and a large toll. */
function placesOf(facts: Facts): number[] {
  const keys: number[] = [];
  const { place } = facts.report;
  if (facts.place !== null) {
    keys.push(mix(facts.place.hash, 1));
    if (place?.latitude != null && place.longitude !== null) {
      const [y, x] = [place.latitude / cell, place.longitude / cell];
      // The cells around the point that the nearer half of its own cell borders on.
      for (let row = Math.floor(y - 0.5); row <= Math.floor(y + 0.5); row++)
        for (let column = Math.floor(x - 0.5); column <= Math.floor(x + 0.5); column++)
          keys.push(mix(mix(row, column), 2));
    }
  }
  for (const side of [facts.doers, facts.targets])
    for (const { name, words } of side) keys.push(tokenOf(name ?? words));
  // What identifies a report whose place is known only roughly or not at all.
  const killed = facts.report.killed?.best ?? facts.report.killed?.low ?? 0;
  if (killed >= 10) for (const country of place?.countries ?? []) keys.push(mix(mix(hashOf(country), killed), 4));
  return keys;
}

const tokenOf = ({ hash }: Name) => mix(hash, 3);

/** Undated, or dated to more than a fortnight: looked for by the month. */
const isVague = ({ first, last }: Facts) => Number.isNaN(first) || last - first > longSpan;

/**
 * Calls `add` with the keys of a report: two reports are compared where they share one. Time is cut in buckets of few days
 * where both reports may be so exact, and of a month where one is not; keys of months are odd, those of days even.
 */
function eachKey(facts: Facts, add: (key: number) => void): void {
  const { first, last, published } = facts;
  // What is not dated was on one of the weeks before it was told. A day meets the next in the bucket of that.
  const undated = Number.isNaN(first);
  const [from, to] = undated ? [published - month, published] : [first, last + 1];
  if (Number.isNaN(from)) return;
  const family = familyOf(facts);
  for (const place of new Set(placesOf(facts))) {
    const key = mix(place, family);
    if (!isVague(facts)) eachBucket(from, to, fewDays, (day) => add((mix(key, day) & ~1) >>> 0));
    eachBucket(from, to, month, (day) => add((mix(key, day) | 1) >>> 0));
  }
}

/** Two rows of one release are two events by the word of its format: they are not compared. */
export const sameTable = (a: Facts, b: Facts): boolean => a.row && b.row && a.owner === b.owner;

/** Reports by the keys that they share, in columns. */
interface Blocks {
  /** Members of all blocks, one block after the other. */
  readonly members: Int32Array;
  /** For each place in `members` the end of those that the member there is compared with. */
  readonly ends: Int32Array;
  /** Places in `members` of each report: those of report i from `starts[i]` to `starts[i + 1]` of `places`. */
  readonly places: Int32Array;
  readonly starts: Int32Array;
}

/**
 * Calls `pair` with the indices (i < j) of reports that share a block, hardly a pair more than once. Blocks are kept as
 * one sorted array of key and index, so that time and memory grow with the number of reports, and a crowded block is read
 * by the sorted-neighbourhood method (Hernández & Stolfo 1995, doi:10.1145/568271.223807) instead of all its pairs.
 */
export function eachCandidate(facts: readonly Facts[], pair: (i: number, j: number) => void): void {
  if (facts.length > mostReports) throw new Error(`${facts.length} reports at once; at most ${mostReports}`);
  const vague = Uint8Array.from(facts, (one) => (isVague(one) ? 1 : 0));
  const { members, ends, places, starts } = blocksOf(facts, vague);
  const met = new Int32Array(facts.length).fill(-1);
  for (let i = 0; i < facts.length; i++) {
    const a = facts[i] as Facts;
    for (let at = starts[i] as number; at < (starts[i + 1] as number); at++) {
      const place = places[at] as number;
      const months = (ends[place] as number) < 0;
      const end = Math.abs(ends[place] as number);
      for (let next = place + 1; next < end; next++) {
        const j = members[next] as number;
        if (met[j] === i) continue;
        const exact = vague[i] === 0 && vague[j] === 0;
        // Two exact dates meet in a bucket of days.
        if (exact && months) continue;
        met[j] = i;
        const b = facts[j] as Facts;
        if (farApart(a, b) || (exact && !near(a, b)) || sameTable(a, b)) continue;
        if (i < j) pair(i, j);
        else pair(j, i);
      }
    }
  }
}

function blocksOf(facts: readonly Facts[], vague: Uint8Array): Blocks {
  const entries = entriesOf(facts, vague);
  const members = new Int32Array(entries.length);
  const ends = new Int32Array(entries.length);
  const starts = new Int32Array(facts.length + 1);
  let n = 0;
  for (let start = 0, end = 0; start < entries.length; start = end) {
    const key = Math.floor((entries[start] as number) / mostReports);
    const begin = n;
    for (end = start; end < entries.length && (entries[end] as number) < (key + 1) * mostReports; end++)
      members[n++] = (entries[end] as number) - key * mostReports;
    if (n - begin > 1) arrange(members.subarray(begin, n), ends.subarray(begin, n), begin, key % 2 === 1, facts, vague);
    else n = begin;
  }
  // How many places each report has, then where the last of them goes: filled from the end, the first stays.
  for (let at = 0; at < n; at++) if (ends[at] !== 0) up(starts, members[at] as number, 1);
  for (let i = 0; i < facts.length; i++) up(starts, i + 1, starts[i] as number);
  const places = new Int32Array(starts[facts.length] as number);
  for (let at = n - 1; at >= 0; at--) if (ends[at] !== 0) places[up(starts, members[at] as number, -1)] = at;
  return { members, ends, places, starts };
}

/**
 * Puts the members of a block in the order in which they are compared, and says up to where. In a block of months only
 * the vague are compared with others: such an end stands below 0; 0 says that nothing follows to compare with.
 */
function arrange(
  members: Int32Array,
  ends: Int32Array,
  offset: number,
  months: boolean,
  facts: readonly Facts[],
  vague: Uint8Array,
): void {
  const { length } = members;
  const crowded = length > crowd;
  if (crowded) members.sort((i, j) => order(facts[i] as Facts, facts[j] as Facts) || i - j);
  else if (months) members.sort((i, j) => (vague[j] as number) - (vague[i] as number) || i - j);
  const reach = crowded ? Math.max(8, Math.floor(crowd ** 2 / length)) : length;
  for (let at = 0; at < length - 1; at++) {
    const end = offset + Math.min(at + reach + 1, length);
    if (!months) ends[at] = end;
    else if (crowded || vague[members[at] as number] === 1) ends[at] = -end;
    else ends[at] = 0;
  }
  ends[length - 1] = 0;
}

/** Adds to a number of a list, and gives the sum. */
function up(list: Int32Array, at: number, by: number): number {
  const sum = (list[at] as number) + by;
  list[at] = sum;
  return sum;
}

/** Each key of each report with the number of the report, ascending. */
function entriesOf(facts: readonly Facts[], vague: Uint8Array): Float64Array {
  // Exact dates are looked for by the month only where a vague one may meet them.
  const slots = 2 ** Math.min(24, Math.ceil(Math.log2(facts.length + 1)) + 4);
  const awaited = new Uint8Array(slots);
  const slot = (key: number) => (key >>> 1) & (slots - 1);
  facts.forEach((one, i) => {
    if (vague[i] === 1) eachKey(one, (key) => (awaited[slot(key)] = 1));
  });
  let entries = new Float64Array(facts.length * 8 + 16);
  let n = 0;
  facts.forEach((one, i) => {
    eachKey(one, (key) => {
      if (key % 2 === 1 && awaited[slot(key)] === 0) return;
      if (n === entries.length) entries = grown(entries);
      entries[n++] = key * mostReports + i;
    });
  });
  return entries.subarray(0, n).sort();
}

function grown(entries: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const next = new Float64Array(Math.ceil(entries.length * 1.5));
  next.set(entries);
  return next;
}

/** Exact dates may lie a day apart. */
const near = (a: Facts, b: Facts) => a.first - b.last <= 1 && b.first - a.last <= 1;

/** In a crowd, what lies together in time and place stands together. */
function order(a: Facts, b: Facts): number {
  return (
    (a.first || 0) - (b.first || 0) ||
    compareText(a.place?.text ?? '', b.place?.text ?? '') ||
    (a.report.killed?.best ?? 0) - (b.report.killed?.best ?? 0)
  );
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
