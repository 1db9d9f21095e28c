import type { Period, Span } from '../model/index.ts';
import { type NumberWords, wordsOf } from '../text/index.ts';
import { addDays, firstDay } from './calendar.ts';
import { pointsTo } from './direction.ts';
import { dayAlone, readPoint } from './points.ts';
import { readBeside, readRange } from './ranges.ts';
import {
  type Basis,
  type Direction,
  type Grain,
  mayOpen,
  phrase,
  type Read,
  type Reader,
  type Reference,
  sameDay,
  skip,
  type TimeRole,
} from './reader.ts';
import type { TimeWords } from './time-words.ts';

/** An expression of time in running text. */
export interface TimeMention {
  /** The expression with the word of its role ("since August 2023"), without "on", "in" and the like. */
  readonly span: Span;
  /** Null where the words do not date it: a relative expression without the date that it counts from. */
  readonly period: Period | null;
  readonly role: TimeRole;
  readonly basis: Basis;
  /** Finest unit that the words name. */
  readonly grain: Grain;
  /** The date that a length is counted from: "December 2020" in "the year after December 2020". */
  readonly beside: { readonly span: Span; readonly period: Period } | null;
}

/** What one language brings for times; `Language` has it. */
export interface TimeLanguage {
  readonly numbers: NumberWords;
  readonly times: TimeWords;
}

export interface TimeOptions {
  /** ISO date of publication, with or without a clock time (`2013-02-12T04:30`); null: not known. */
  readonly published: string | null;
  /** What "two days later" counts from when the text has not yet named a time. */
  readonly previous?: Period | null;
  /** Which way a bare "Tuesday" or "March" points; without it the sentence decides, the past by default. */
  readonly direction?: Direction;
  /** Part of the text to search (a sentence). */
  readonly span?: Span;
}

const publication = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2}))?/;

function referenceOf(published: string | null): Reference | null {
  const match = published === null ? null : publication.exec(published);
  const day = match?.[1];
  if (day === undefined) return null;
  return { day, hour: match?.[2] === undefined ? null : Number(match[2]) + Number(match[3]) / 60 };
}

/**
 * Finds the times of a text in one pass and resolves them against the publication date, as precisely as they are said.
 *
 * `since` and `after` run from the time named to publication (to its month where the time is a month or longer), `until`
 * ends with the time named, `before` ends just before it. A relative expression that lacks its date has the period null.
 */
export function findTimes(text: string, language: TimeLanguage, options: TimeOptions): TimeMention[] {
  const words = wordsOf(text, options.span);
  const reference = referenceOf(options.published);
  const found: TimeMention[] = [];
  let previous = options.previous ?? null;
  let previousWhole = previous;
  for (let at = 0; at < words.length; ) {
    if (!mayOpen(words[at], language.times, language.numbers)) {
      at += 1;
      continue;
    }
    const reader: Reader = {
      text,
      words,
      start: at,
      lexicon: language.times,
      numbers: language.numbers,
      reference,
      previous,
      previousWhole,
      points: new Map(),
      direction: (i) => options.direction ?? pointsTo(words, i, language.times),
    };
    const read = readTime(reader, at);
    if (read === null || read.next <= at) {
      at += 1;
      continue;
    }
    const { next, period, role, basis, grain } = read;
    const start = words[at]?.start ?? 0;
    const end = words[next - 1]?.end ?? start;
    const beside = read.beside
      ? { span: { start: words[read.beside.at]?.start ?? start, end }, period: read.beside.period }
      : null;
    found.push({ span: { start, end }, period, role, basis, grain, beside });
    if (period !== null && (role === 'at' || role === 'between')) previous = period;
    if (period?.from != null && role === 'since') previous = sameDay(period.from);
    if (period !== null && role !== 'before' && role !== 'until') previousWhole = period;
    at = next;
  }
  return found;
}

function readTime(reader: Reader, at: number): Read | null {
  const ranged = readRange(reader, at);
  if (ranged !== null) return ranged;
  const beside = readBeside(reader, at);
  if (beside !== null) return beside;
  const point = readPoint(reader, at);
  if (point !== null) return isName(reader, at, point.next) ? null : point;
  for (const role of ['since', 'until', 'by', 'after', 'before'] as const) {
    const word = phrase(reader, role, at);
    if (word === null) continue;
    const start = skip(reader, 'determiner', word.next);
    const target = readPoint(reader, word.next) ?? readPoint(reader, start) ?? dayAlone(reader, word.next);
    if (target !== null && !(role === 'by' && byAgent(reader, word.next))) return bounded(reader, role, target);
  }
  return dayAlone(reader, at);
}

/** "the June 5 Movement", "le Mouvement du 23 mars": a date that is part of a name. */
function isName(reader: Reader, at: number, next: number): boolean {
  if (reader.words[next]?.capital === true && phrase(reader, 'name-after', next) !== null) return true;
  return [1, 2, 3].some((back) => phrase(reader, 'name-before', at - back)?.next === at);
}

/** "called by the 5 June Movement": a date behind "by the" names who did it. */
const byAgent = (reader: Reader, at: number): boolean =>
  phrase(reader, 'determiner', at) !== null && phrase(reader, 'part', at) === null;

/** What "since", "until", "before" make of a time. */
function bounded({ reference }: Reader, role: 'since' | 'until' | 'by' | 'after' | 'before', point: Read): Read {
  const { period } = point;
  const as = (made: Period | null): Read => ({ ...point, role: role === 'by' ? 'until' : role, period: made });
  if (period?.from == null || period.to == null) return as(null);
  switch (role) {
    case 'since':
    case 'after': {
      const to = period.from.length < 10 ? (reference?.day.slice(0, 7) ?? null) : (reference?.day ?? null);
      const ahead = reference !== null && firstDay(period.from) > reference.day;
      return as({ from: period.from, to: ahead ? null : to });
    }
    case 'until':
    case 'by': {
      const ahead = reference !== null && firstDay(period.to) > reference.day;
      return as({ from: ahead ? reference.day : null, to: period.to });
    }
    case 'before':
      return as({ from: null, to: justBefore(period.from) });
    default:
      return role satisfies never;
  }
}

/** The day before a day, the month before a month, the year before a year. */
function justBefore(prefix: string): string {
  const eve = addDays(firstDay(prefix), -1);
  return eve.slice(0, prefix.length);
}
