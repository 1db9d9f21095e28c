import type { Estimate, Period, Term } from '../../model/index.ts';
import { doerShare, targetShare } from './compare-parties.ts';
import { placeShare } from './compare-place.ts';
import { central, type Facts } from './facts.ts';
import { weights } from './weights.ts';

interface Comparison {
  readonly name: Term['name'];
  share(a: Facts, b: Facts): number;
  why(a: Facts, b: Facts): string;
}

/** Bits for the dates: the narrower both are known, the more their meeting says. */
function whenShare(a: Facts, b: Facts): number {
  const { when } = weights;
  const [dated, other] = Number.isNaN(a.first) ? [b, a] : [a, b];
  if (Number.isNaN(dated.first)) return Math.abs(a.published - b.published) <= 7 ? when.undated : 0;
  // A text cannot tell of what has not happened yet, but for what is planned.
  if (Number.isNaN(other.first))
    return dated.first > other.published && other.report.status !== 'planned' ? when.apart : 0;
  const gap = Math.max(a.first, b.first) - Math.min(a.last, b.last);
  if (gap <= 0) return Math.max(-1, Math.log2(when.window / (a.last - a.first + b.last - b.first + 1)));
  return gap === 1 ? when.nextDay : gap <= 3 ? when.fewDays : when.apart;
}

/** Modes of ASSAULT that are acts of their own; the others are means, which tellers name as they know them. */
const acts = new Set(['abduct', 'sexual', 'torture', 'destroy', 'cyber']);
const quadrants = [
  ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE'],
  ['COOPERATE', 'AID', 'RETREAT'],
  ['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN'],
  ['PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'],
];

/** PLOVER's quadrants: verbal and material co-operation, verbal and material conflict. */
const quadrant = new Map(quadrants.flatMap((types, i) => types.map((type) => [type, i] as const)));

export const familyOf = ({ report }: Facts): number => quadrant.get(report.type) ?? quadrants.length;

function whatShare({ report: a }: Facts, { report: b }: Facts): number {
  const { what } = weights;
  if (a.type !== b.type) return what.otherType;
  if (a.mode === null || b.mode === null)
    return a.type === 'ASSAULT' && acts.has(a.mode ?? b.mode ?? '') ? what.act : what.type;
  if (a.mode === b.mode) return what.type + what.mode;
  return what.type + (a.type === 'ASSAULT' && !acts.has(a.mode) && !acts.has(b.mode) ? what.means : what.act);
}

const counted = ['killed', 'injured', 'abducted', 'arrested'] as const;

function numbersShare({ report: a }: Facts, { report: b }: Facts): number {
  const sum =
    numberShare(a.killed, b.killed) +
    numberShare(a.injured, b.injured) +
    numberShare(a.abducted, b.abducted) +
    numberShare(a.arrested, b.arrested);
  return Math.min(sum, weights.numbers.most);
}

function numberShare(a: Estimate | null, b: Estimate | null): number {
  const { same, fit, differ } = weights.numbers;
  if (a === null || b === null) return 0;
  const m = central(a);
  const n = central(b);
  if (m === null || n === null) return 0;
  if (m === n) return same[m >= 10 ? 0 : m >= 3 ? 1 : 2] ?? 0;
  return fits(a, b) ? fit : differ;
}

/** True when one number can be right by both estimates. */
export function fits(a: Estimate, b: Estimate): boolean {
  return (a.low ?? 0) <= atMost(b) && (b.low ?? 0) <= atMost(a);
}

/** "About 20" has no bounds: it is held to its figure. */
const atMost = ({ low, best, high }: Estimate): number =>
  high ?? (low === null ? best : null) ?? Number.POSITIVE_INFINITY;

/** Fewer content words than this say nothing by being others. */
const enoughWords = 4;

function wordsShare(a: Facts, b: Facts): number {
  const few = Math.min(a.words.length, b.words.length);
  if (few === 0 || a.lang !== b.lang) return 0;
  const both = common(a.words, b.words);
  const { half, quarter, none } = weights.words;
  if (both === 0) return few >= enoughWords ? none : 0;
  return both / few >= 0.5 ? half : both / few >= 0.25 ? quarter : 0;
}

/** How many numbers two ascending lists share. */
function common(a: readonly number[], b: readonly number[]): number {
  let n = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i] as number;
    const y = b[j] as number;
    if (x === y) n += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return n;
}

function tellingShare(a: Facts, b: Facts): number {
  if (a.row || b.row || a.owner !== b.owner) return 0;
  const { again, account } = weights.telling;
  return a.speaker === b.speaker && a.report.status === b.report.status ? again : account;
}

const dates = (period: Period | null) =>
  period === null ? 'not stated' : period.from === period.to ? `${period.from}` : `${period.from} to ${period.to}`;
const placeName = ({ report: { place } }: Facts) => (place === null ? 'not stated' : (place.name ?? place.text));
const names = (parties: Facts['report']['source']) =>
  parties.map(({ actor, text }) => actor ?? text).join(', ') || 'not stated';
const numbers = ({ report }: Facts) => counted.flatMap((of) => central(report[of]) ?? []).join(', ') || 'not stated';
const both = (a: string, b: string) => (a === b ? a : `${a} · ${b}`);

const comparisons: readonly Comparison[] = [
  { name: 'when', share: whenShare, why: (a, b) => both(dates(a.report.when), dates(b.report.when)) },
  { name: 'where', share: placeShare, why: (a, b) => both(placeName(a), placeName(b)) },
  {
    name: 'what',
    share: whatShare,
    why: ({ report: a }, { report: b }) => both(`${a.type} ${a.mode ?? ''}`.trim(), `${b.type} ${b.mode ?? ''}`.trim()),
  },
  { name: 'doer', share: doerShare, why: (a, b) => both(names(a.report.source), names(b.report.source)) },
  { name: 'target', share: targetShare, why: (a, b) => both(names(a.report.target), names(b.report.target)) },
  { name: 'numbers', share: numbersShare, why: (a, b) => both(numbers(a), numbers(b)) },
  { name: 'words', share: wordsShare, why: () => 'words of the quotes' },
  {
    name: 'telling',
    share: tellingShare,
    why: (a, b) => (a.owner === b.owner ? 'two accounts in one text' : 'two texts'),
  },
];

/** Bits of evidence that two reports tell of one happening. */
export function score(a: Facts, b: Facts): number {
  return (
    whenShare(a, b) +
    placeShare(a, b) +
    whatShare(a, b) +
    doerShare(a, b) +
    targetShare(a, b) +
    numbersShare(a, b) +
    wordsShare(a, b) +
    tellingShare(a, b)
  );
}

const { what, party, numbers: toll, words: said } = weights;
/** Most that the terms behind date, place and act can bring. */
const rest = 2 * party.actor + toll.most + said.half;

/** The score where it reaches `least`, else null; most pairs differ in place or act and are not compared further. */
export function scoreFrom(a: Facts, b: Facts, least: number): number | null {
  let sum = whenShare(a, b) + placeShare(a, b);
  if (sum + what.type + what.mode + rest < least) return null;
  sum += whatShare(a, b);
  if (sum + rest < least) return null;
  sum += doerShare(a, b) + targetShare(a, b) + numbersShare(a, b) + wordsShare(a, b) + tellingShare(a, b);
  return sum >= least ? sum : null;
}

/** The same, term by term; terms that say nothing are left out. */
export function termsOf(a: Facts, b: Facts): Term[] {
  return comparisons.flatMap(({ name, share, why }) => {
    const bits = Math.round(share(a, b) * 100) / 100;
    return bits === 0 ? [] : [{ name, share: bits, why: why(a, b) }];
  });
}
