import type { Claim, Document, Elsewhere, Estimate, Period } from '../model/index.ts';
import { nameWords } from '../text/index.ts';
import { sameSize } from './judged.ts';
import { daysOf } from './windows.ts';

/** A claim where it stands. */
export interface Statement {
  readonly claim: Claim;
  readonly document: Document;
}

/** One claim with all that carry it, the earliest first; those behind a copy were not said independently. */
interface Carried {
  readonly carriers: readonly (Statement & { readonly copyOf: Statement | null; readonly why: string | null })[];
}

/** All statements of one quantity: claims that agree are one with several carriers, those that do not contradict. */
interface Quantity {
  readonly claims: readonly Carried[];
}

/** Shared word triples from which on two quotes are copies of one text (Broder 1997, resemblance of shingles). */
const copied = 0.5;
/** Shared days from which on two periods are the same time. */
const sameTime = 0.5;

/**
 * Groups statements by the quantity that they are about: same measure, unit, rate, actor, overlapping place and time.
 * What is not stated is not taken for the same: two forces without a name are compared only when one text copies the other.
 */
export function quantitiesOf(statements: readonly Statement[]): Quantity[] {
  const inOrder = [...statements].sort((a, b) => publishedOn(a).localeCompare(publishedOn(b)));
  const groups: Statement[][] = [];
  for (const one of inOrder) {
    const group = groups.find((other) => other.some((known) => sameQuantity(one, known)));
    if (group === undefined) groups.push([one]);
    else group.push(one);
  }
  return groups.map((group) => ({ claims: carriedOf(group) }));
}

/** What other statements say of the quantity of a claim. */
export function elsewhereOf(claim: Claim, quantities: readonly Quantity[]): Elsewhere[] {
  const own = (one: Carried) => one.carriers.some((carrier) => carrier.claim.id === claim.id);
  const quantity = quantities.find(({ claims }) => claims.some(own));
  return (quantity?.claims ?? []).flatMap((one) =>
    one.carriers
      .filter((carrier) => carrier.claim.id !== claim.id)
      .map((carrier) => ({ claim: carrier.claim, agrees: own(one), copy: carrier.why })),
  );
}

const publishedOn = ({ document }: Statement) => document.published?.from ?? '9999';

function carriedOf(group: readonly Statement[]): Carried[] {
  const claims: Statement[][] = [];
  for (const one of group) {
    const same = claims.find(([first]) => first !== undefined && agree(first.claim, one.claim));
    if (same === undefined) claims.push([one]);
    else same.push(one);
  }
  return claims.map((carriers) => ({
    carriers: carriers.map((one, i) => {
      for (const earlier of carriers.slice(0, i)) {
        const why = copies(one, earlier);
        if (why !== null) return { ...one, copyOf: earlier, why };
      }
      return { ...one, copyOf: null, why: null };
    }),
  }));
}

/** Why a statement is no independent one: nearly the same words, or the same speaker. */
function copies(later: Statement, earlier: Statement): string | null {
  if (resemblance(later.claim.provenance.quote, earlier.claim.provenance.quote) >= copied)
    return 'nearly the same words';
  const [a, b] = [later.claim.by?.name ?? null, earlier.claim.by?.name ?? null];
  return a !== null && a === b ? `both have it from ${a}` : null;
}

function sameQuantity(a: Statement, b: Statement): boolean {
  const [one, other] = [a.claim, b.claim];
  const alike = (['kind', 'of', 'unit', 'per', 'direction'] as const).every((key) => one[key] === other[key]);
  if (!alike || one.versus?.kind !== other.versus?.kind) return false;
  if (resemblance(one.provenance.quote, other.provenance.quote) >= copied) return true;
  if (one.actor !== other.actor || !sharePlace(one, other)) return false;
  // Strengths, sums and accounts belong to somebody; without a name nobody knows whether they are the same.
  const owned = one.of === 'personnel' || one.of === 'money' || one.of === 'accounts' || one.of === 'other';
  if (owned && one.actor === null) return false;
  if (one.since !== null || other.since !== null)
    return keyOf(one.since?.text ?? '') === keyOf(other.since?.text ?? '') && one.since !== null;
  return shareTime(one.period, other.period);
}

function sharePlace(a: Claim, b: Claim): boolean {
  const [one, other] = [a.place?.countries ?? [], b.place?.countries ?? []];
  if (one.length === 0 || other.length === 0) return one.length === other.length;
  return (
    one.length === other.length &&
    one.every((country) => other.includes(country)) &&
    a.place?.admin1 === b.place?.admin1
  );
}

function shareTime(a: Period | null, b: Period | null): boolean {
  const [one, other] = [a === null ? null : daysOf(a), b === null ? null : daysOf(b)];
  if (one === null || other === null) return false;
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  const all = Math.max(one.end, other.end) - Math.min(one.start, other.start);
  return shared / all >= sameTime;
}

/** Values within a quarter of one another are one claim, as for a verdict. */
function agree(a: Claim, b: Claim): boolean {
  const [one, other] = [sizeOf(a), sizeOf(b)];
  if (one === null || other === null) return one === other;
  return one > 0 && other > 0 ? sameSize(other, one, null) : one === other;
}

const sizeOf = (claim: Claim) => claim.percent ?? claim.factor ?? middle(claim.value);

const middle = (value: Estimate | null): number | null => value?.best ?? value?.low ?? value?.high ?? null;

const keyOf = (text: string) =>
  nameWords(text)
    .map(({ folded }) => folded)
    .join(' ');

/** Share of the word triples that two texts have in common. */
function resemblance(a: string, b: string): number {
  const [one, other] = [shingles(a), shingles(b)];
  const shared = [...one].filter((shingle) => other.has(shingle)).length;
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : shared / all;
}

function shingles(text: string): Set<string> {
  const words = keyOf(text).split(' ');
  if (words.length < 3) return new Set([words.join(' ')]);
  return new Set(words.slice(2).map((word, i) => [words[i], words[i + 1], word].join(' ')));
}
