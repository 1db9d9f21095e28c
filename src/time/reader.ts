import type { Period } from '../model/index.ts';
import { type NumberWords, readNumeral, type Word } from '../text/index.ts';
import type { TimeWordRole, TimeWords } from './time-words.ts';

/** The moment of publication: a day, and an hour (0 to 24) where it is known. */
export interface Reference {
  readonly day: string;
  readonly hour: number | null;
}

export type Direction = 'past' | 'future';

/** Finest unit that an expression names. */
export type Grain = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'century';

/** What the resolution rests on: the words alone, the publication date, or a time mentioned before. */
export type Basis = 'stated' | 'published' | 'previous';

/** All that the grammar needs to read the words of one text. */
export interface Reader {
  readonly text: string;
  readonly words: readonly Word[];
  /** The word at which the expression begins; the only one that may open a paragraph. */
  readonly start: number;
  readonly lexicon: TimeWords;
  readonly numbers: NumberWords;
  readonly reference: Reference | null;
  /** The time mentioned last, which "two days later" counts from. */
  readonly previous: Period | null;
  /** The whole of it, where `previous` is only the beginning of a "since": what "the same period" means. */
  readonly previousWhole: Period | null;
  /** The points that were read so far, by their first word: the grammar asks for the same one in several ways. */
  readonly points: Map<number, Resolved | null>;
  /** Which way an expression at a word points when its words do not say. */
  direction(at: number): Direction;
}

export interface Resolved {
  readonly next: number;
  readonly period: Period | null;
  readonly basis: Basis;
  readonly grain: Grain;
}

/** How a time bounds what it dates: at it, from it on, up to it, between two, and so on. */
export type TimeRole = 'at' | 'since' | 'until' | 'between' | 'after' | 'before';

/** A time with its role. */
export type Read = Resolved & {
  readonly role: TimeRole;
  /** The date that a length is counted from and its first word ("the year after | December 2020"). */
  readonly beside?: { readonly at: number; readonly period: Period };
};

/** Most words begin no time: they are passed over without asking the grammar. */
export function mayOpen(word: Word | undefined, times: TimeWords, numbers: NumberWords): boolean {
  if (word === undefined || word.kind === 'mark') return false;
  if (word.kind === 'digits') return true;
  const { form } = word;
  return times.openings.has(form) || numeralOpenings.some((role) => numbers.phrases[role].openings.has(form));
}

const numeralOpenings = [
  'unit',
  'teen',
  'ten',
  'hundred',
  'scale',
  'ordinal',
  'article',
  'round',
  'qualifier',
] as const;

/** The phrase of a role at a word, or null; never across a paragraph break. */
export function phrase({ words, start, lexicon }: Reader, role: TimeWordRole, at: number) {
  return at > start && words[at]?.gap === 'paragraph' ? null : lexicon.phrases[role].at(words, at);
}

/** The word after a phrase of the role where there is one, else the same word. */
export function skip(reader: Reader, role: TimeWordRole, at: number): number {
  return phrase(reader, role, at)?.next ?? at;
}

/** A positive whole or decimal number in digits or words ("three", "1.5"); "a" and "un" are 1. */
export function quantity({ text, words, start, numbers }: Reader, at: number): { value: number; next: number } | null {
  if (at > start && words[at]?.gap === 'paragraph') return null;
  const numeral = readNumeral(text, words, at, numbers);
  if (numeral !== null && !numeral.ordinal && numeral.value > 0) return { value: numeral.value, next: numeral.next };
  const article = numbers.phrases.article.at(words, at);
  return article === null ? null : { value: 1, next: article.next };
}

/** An ordinal ("third", "3rd", "1er"). */
export function ordinal({ text, words, start, numbers }: Reader, at: number): { value: number; next: number } | null {
  if (at > start && words[at]?.gap === 'paragraph') return null;
  const numeral = readNumeral(text, words, at, numbers);
  return numeral?.ordinal ? { value: numeral.value, next: numeral.next } : null;
}

export const sameDay = (prefix: string): Period => ({ from: prefix, to: prefix });
