import type { CodingEntry, CodingRole, Language } from '../lang/index.ts';
import type {
  ActorMention,
  Document,
  NameContext,
  Names,
  Period,
  PlaceMention,
  Sentence,
  Span,
} from '../model/index.ts';
import { findNumbers, type NumberMention, type Word, wordsOf } from '../text/index.ts';
import { findTimes, type TimeMention } from '../time/index.ts';

/** A word of the lexicon in the sentence; words `[from, next)`. */
export interface Mark extends CodingEntry {
  readonly from: number;
  readonly next: number;
}

/** A number in the sentence; words `[from, next)`. */
export interface Quantity extends NumberMention {
  readonly from: number;
  readonly next: number;
}

export interface Time extends TimeMention {
  /** "early this year": somewhere in it, not the whole of it. */
  readonly partly: boolean;
  readonly from: number;
  readonly next: number;
}

/** What the coder sees of one sentence: its words, and what the lexicons say about them. */
export interface Reading {
  readonly document: Document;
  readonly sentence: Sentence;
  readonly language: Language;
  readonly words: readonly Word[];
  /** In order; a word may have several. */
  readonly marks: readonly Mark[];
  readonly quantities: readonly Quantity[];
  readonly times: readonly Time[];
  /** Spans in the document. */
  readonly actors: () => readonly ActorMention[];
  readonly places: () => readonly PlaceMention[];
  /** The marks that begin at a word. */
  marksAt(at: number): readonly Mark[];
  /** The marks whose last word is the one before `at`. */
  marksEndingAt(at: number): readonly Mark[];
  /** The number that begins at a word. */
  quantityAt(at: number): Quantity | null;
  /** The mark of one of these roles that begins at a word. */
  mark(at: number, ...roles: readonly CodingRole[]): Mark | null;
  /** True where a small word of a class (role `word` in the lexicon) stands. */
  isWord(at: number, kind: string): boolean;
  /** The text of words `[from, next)`, verbatim. */
  textOf(from: number, next: number): string;
  spanOf(from: number, next: number): Span;
  /** Index of the first word that starts at or after an offset of the document. */
  wordAt(offset: number): number;
}

/** What is the same for all sentences of a document. */
export interface Surroundings {
  readonly document: Document;
  readonly language: Language;
  readonly names: Names;
  readonly context: NameContext;
}

const none: readonly Mark[] = [];

/** Reads one sentence. Names are looked up only when somebody asks. */
export function readSentence(
  { document, language, names, context }: Surroundings,
  sentence: Sentence,
  previous: Period | null,
): Reading {
  const { text } = document;
  const words = wordsOf(text, sentence.span);
  const byWord: Mark[][] = [];
  const byEnd: Mark[][] = [];
  const marks: Mark[] = [];
  const reached = new Map<CodingRole, number>();
  for (let at = 0; at < words.length; at++) {
    const found = language.coding.at(words, at);
    byWord.push([]);
    for (const entry of found?.value ?? []) {
      // Inside "earlier this year" there is no "this year".
      if ((reached.get(entry.role) ?? 0) > at) continue;
      const mark = { ...entry, from: at, next: found?.next ?? at + 1 };
      byWord[at]?.push(mark);
      byEnd[mark.next] ??= [];
      byEnd[mark.next]?.push(mark);
      marks.push(mark);
    }
    for (const { role, next } of byWord[at] ?? []) reached.set(role, Math.max(next, reached.get(role) ?? 0));
  }
  const times = findTimes(text, language, {
    published: document.published?.from?.length === 10 ? document.published.from : null,
    previous,
    span: sentence.span,
  });
  const numbers = findNumbers(
    text,
    language,
    sentence.span,
    times.map(({ span }) => span),
  );
  const placed = <T extends { readonly span: Span }>(mention: T) => ({
    ...mention,
    from: firstWordFrom(words, mention.span.start),
    next: firstWordFrom(words, mention.span.end),
  });
  const marksAt = (at: number) => byWord[at] ?? none;
  const quantities = numbers.map(placed);
  const byStart = new Map(quantities.map((quantity) => [quantity.from, quantity]));
  const spanOf = (from: number, next: number): Span => ({
    start: words[from]?.start ?? sentence.span.end,
    end: words[next - 1]?.end ?? sentence.span.end,
  });
  return {
    document,
    sentence,
    language,
    words,
    marks,
    quantities,
    times: times.map(placed).map((time) => ({
      ...time,
      partly: [0, 1].some((n) =>
        (byWord[time.from - n] ?? none).some(({ role, value }) => role === 'lasting' && value === 'day'),
      ),
    })),
    actors: once(() => shifted(names.actorsIn(written(), context))),
    places: once(() => shifted(names.placesIn(written(), context))),
    marksAt,
    marksEndingAt: (at) => byEnd[at] ?? none,
    quantityAt: (at) => byStart.get(at) ?? null,
    mark: (at, ...roles) => marksAt(at).find(({ role }) => roles.includes(role)) ?? null,
    isWord: (at, kind) => marksAt(at).some(({ role, value }) => role === 'word' && value === kind),
    textOf: (from, next) => {
      const { start, end } = spanOf(from, next);
      return text.slice(start, end);
    },
    spanOf,
    wordAt: (offset) => firstWordFrom(words, offset),
  };

  function written(): string {
    return text.slice(sentence.span.start, sentence.span.end);
  }
  function shifted<T extends { readonly span: Span }>(mentions: readonly T[]): T[] {
    const by = sentence.span.start;
    return mentions.map((mention) => ({
      ...mention,
      span: { start: mention.span.start + by, end: mention.span.end + by },
    }));
  }
}

/** Index of the first word that starts at or after an offset. */
export function firstWordFrom(words: readonly Word[], offset: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
