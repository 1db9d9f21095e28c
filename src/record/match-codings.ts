import { type Claim, contains, type Document, overlaps, type Report } from '../model/index.ts';
import { wordsOf } from '../text/index.ts';
import type { Coded } from './documents.ts';
import type { Successors } from './successors.ts';

/** Share of the shorter quote's words that two quotes of differing texts must have in common. */
const half = 0.5;

/**
 * Which report or claim of a new coding takes the place of which of the old: of the same document and type (claims: kind),
 * quotes that overlap, one to one, the best overlap first and among equals the one with more values alike. Where the text
 * itself is read otherwise now, quotes must share half of the shorter one's words.
 */
export function successorsOf(old: Coded, next: Coded): Successors {
  return {
    ...match(old.reports, next.reports, overlapOf(old.document, next.document), ({ type }) => type),
    ...match(old.claims, next.claims, overlapOf(old.document, next.document), ({ kind }) => kind),
  };
}

type Overlap = (a: Report | Claim, b: Report | Claim) => number;

function match<T extends Report | Claim>(
  old: readonly T[],
  next: readonly T[],
  overlap: Overlap,
  sort: (item: T) => string,
): Successors {
  const kept = new Set(next.map(({ id }) => id as string));
  const before = new Set(old.map(({ id }) => id as string));
  const gone = old.filter(({ id }) => !kept.has(id));
  const fresh = next.filter(({ id }) => !before.has(id));
  const pairs = gone
    .flatMap((a) =>
      fresh
        .filter((b) => sort(a) === sort(b))
        .map((b) => ({ a: a.id as string, b: b.id as string, overlap: overlap(a, b), alike: alike(a, b) })),
    )
    .filter((pair) => pair.overlap > 0)
    .sort((p, q) => q.overlap - p.overlap || q.alike - p.alike || (p.a + p.b < q.a + q.b ? -1 : 1));
  const successors: Record<string, string | null> = Object.fromEntries(gone.map(({ id }) => [id, null]));
  const taken = new Set<string>();
  for (const { a, b } of pairs) {
    if (successors[a] !== null || taken.has(b)) continue;
    successors[a] = b;
    taken.add(b);
  }
  return successors;
}

/** 0: none; 1: the same quote. */
function overlapOf(old: Document, next: Document): Overlap {
  const sameText = old.text === next.text;
  return ({ provenance: a }, { provenance: b }) => {
    if (a.kind !== 'sentence' || b.kind !== 'sentence') return 0;
    if (a.quote === b.quote) return 1;
    if (!sameText) return sharedWords(a.quote, b.quote);
    if (!overlaps(a.span, b.span)) return 0;
    if (contains(a.span, b.span) && contains(b.span, a.span)) return 1;
    const shared = Math.min(a.span.end, b.span.end) - Math.max(a.span.start, b.span.start);
    return shared / (Math.max(a.span.end, b.span.end) - Math.min(a.span.start, b.span.start));
  };
}

function sharedWords(a: string, b: string): number {
  const [ours, theirs] = [a, b].map((quote) => new Set(wordsOf(quote).map(({ form }) => form.toLowerCase())));
  if (ours === undefined || theirs === undefined) return 0;
  const shared = [...ours].filter((word) => theirs.has(word)).length;
  const share = shared / Math.max(1, Math.min(ours.size, theirs.size));
  return share >= half ? share : 0;
}

/** Number of values that two reports or claims have alike. */
function alike(a: Report | Claim, b: Report | Claim): number {
  const [ours, theirs] = [a, b].map((item) => item as unknown as Readonly<Record<string, unknown>>);
  return Object.keys(a).filter((key) => JSON.stringify(ours?.[key]) === JSON.stringify(theirs?.[key])).length;
}
