import { familyOf } from './compare.ts';
import { farApart } from './compare-place.ts';
import { type Facts, hashOf } from './facts.ts';

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

/** Time buckets: of few days where both reports may be so exact, of a month where one is not. */
function timesOf({ first, last, published }: Facts): { fine: number[]; coarse: number[]; vague: boolean } {
  // What is not dated was on one of the weeks before it was told. A day meets the next in the bucket of that.
  const [from, to] = Number.isNaN(first) ? [published - month, published] : [first, last + 1];
  if (Number.isNaN(from)) return { fine: [], coarse: [], vague: true };
  const vague = Number.isNaN(first) || last - first > longSpan;
  return { fine: vague ? [] : buckets(from, to, fewDays), coarse: buckets(from, to, month), vague };
}

function buckets(from: number, to: number, width: number): number[] {
  const start = Math.floor(from / width);
  const n = Math.min(Math.floor(to / width) - start + 1, mostMonths);
  return Array.from({ length: n }, (_, i) => start + i);
}

/** Place keys: the settlement or its cell of the grid; and, for all, each party and a large toll. */
function placesOf(facts: Facts): number[] {
  const keys: number[] = [];
  const { place } = facts.report;
  if (facts.place !== null) {
    keys.push(hashOf(`p${facts.place}`));
    if (place?.latitude != null && place.longitude !== null) {
      const [y, x] = [place.latitude / cell, place.longitude / cell];
      // The cells around the point that the nearer half of its own cell borders on.
      for (const row of [Math.floor(y - 0.5), Math.floor(y + 0.5)])
        for (const column of [Math.floor(x - 0.5), Math.floor(x + 0.5)]) keys.push(hashOf(`g${row},${column}`));
    }
  }
  for (const who of tokensOf(facts)) keys.push(hashOf(`w${who}`));
  return keys;
}

/** What identifies a report whose place is known only roughly or not at all. */
function tokensOf({ doers, targets, report }: Facts): Set<string> {
  const tokens = new Set([...doers, ...targets].map(({ name, words }) => name ?? words));
  const killed = report.killed?.best ?? report.killed?.low ?? 0;
  if (killed >= 10) for (const country of report.place?.countries ?? []) tokens.add(`${country} ${killed}`);
  return tokens;
}

/** Keys of a report: two reports are compared where they share one. Those of months are odd, those of days even. */
function keysOf(facts: Facts): Set<number> {
  const { fine, coarse } = timesOf(facts);
  const family = familyOf(facts);
  const keys = new Set<number>();
  for (const place of placesOf(facts)) {
    for (const day of fine) keys.add((mix(mix(place, family), day) & ~1) >>> 0);
    for (const day of coarse) keys.add((mix(mix(place, family), day) | 1) >>> 0);
  }
  return keys;
}

const isVague = ({ first, last }: Facts) => Number.isNaN(first) || last - first > longSpan;

/** Two rows of one release are two events by the word of its format: they are not compared. */
export const sameTable = (a: Facts, b: Facts): boolean => a.row && b.row && a.owner === b.owner;

/**
 * Calls `pair` with the indices (i < j) of reports that share a block, some pairs more than once. Blocks are kept as one
 * sorted array of key and index, so that time and memory grow with the number of reports, and a crowded block is read
 * by the sorted-neighbourhood method (Hernández & Stolfo 1995, doi:10.1145/568271.223807) instead of all its pairs.
 */
export function eachCandidate(facts: readonly Facts[], pair: (i: number, j: number) => void): void {
  if (facts.length > mostReports) throw new Error(`${facts.length} reports at once; at most ${mostReports}`);
  let entries = new Float64Array(facts.length * 16 + 16);
  let n = 0;
  facts.forEach((one, i) => {
    for (const key of keysOf(one)) {
      if (n === entries.length) entries = grown(entries);
      entries[n++] = key * mostReports + i;
    }
  });
  const sorted = entries.subarray(0, n).sort();
  for (let start = 0; start < n; ) {
    const key = Math.floor((sorted[start] as number) / mostReports);
    let end = start + 1;
    while (end < n && Math.floor((sorted[end] as number) / mostReports) === key) end += 1;
    if (end - start > 1) pairsOf(sorted.subarray(start, end), facts, pair);
    start = end;
  }
}

function grown(entries: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const next = new Float64Array(entries.length * 2);
  next.set(entries);
  return next;
}

function pairsOf(block: Float64Array, facts: readonly Facts[], pair: (i: number, j: number) => void): void {
  const members = Array.from(block, (entry) => entry % mostReports);
  const months = Math.floor((block[0] as number) / mostReports) % 2 === 1;
  const reach = members.length > crowd ? Math.max(8, Math.floor(crowd ** 2 / members.length)) : members.length;
  if (members.length > crowd) members.sort((i, j) => order(facts[i] as Facts, facts[j] as Facts) || i - j);
  for (let x = 0; x < members.length; x++) {
    const [i, a] = [members[x] as number, facts[members[x] as number] as Facts];
    const vague = isVague(a);
    for (let y = x + 1; y < members.length && y <= x + reach; y++) {
      const j = members[y] as number;
      const b = facts[j] as Facts;
      if (sameTable(a, b) || farApart(a, b) || (!vague && !isVague(b) && (months || !near(a, b)))) continue;
      pair(Math.min(i, j), Math.max(i, j));
    }
  }
}

/** Exact dates may lie a day apart. */
const near = (a: Facts, b: Facts) => a.first - b.last <= 1 && b.first - a.last <= 1;

/** In a crowd, what lies together in time and place stands together. */
function order(a: Facts, b: Facts): number {
  return (
    (a.first || 0) - (b.first || 0) ||
    compareText(a.place ?? '', b.place ?? '') ||
    (a.report.killed?.best ?? 0) - (b.report.killed?.best ?? 0)
  );
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
