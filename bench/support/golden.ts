/** One value that R gave, as JSON holds it: numbers, "Inf", "-Inf", "NaN", strings, lists and objects of these. */
export type Golden = number | string | null | readonly Golden[] | { readonly [name: string]: Golden };

/** One case of the golden statistical results. */
export interface GoldenCase {
  readonly id: string;
  readonly method: string;
  readonly rCall: string;
  readonly input: { readonly [name: string]: Golden };
  readonly output: { readonly [name: string]: Golden };
}

/** A list that R may have written as a single value, or as nothing. */
export const listOf = (value: Golden | undefined): readonly Golden[] => {
  if (value === undefined || value === null || value === 'NA') return [];
  return Array.isArray(value) ? value.filter((item) => item !== null && item !== 'NA') : [value as Golden];
};

export const numberOf = (value: Golden | undefined): number => {
  if (typeof value === 'number') return value;
  if (value === 'Inf') return Number.POSITIVE_INFINITY;
  if (value === '-Inf') return Number.NEGATIVE_INFINITY;
  return Number.NaN;
};

export const numbersOf = (value: Golden | undefined): number[] => listOf(value).map(numberOf);

/** Both below this: zero up to rounding. */
const zero = 1e-12;

/** The worst relative error of `found` against each value of `golden`, with the place of it; infinite where one lacks. */
export function worstError(golden: Golden, found: unknown, place = ''): { error: number; place: string } {
  if (Array.isArray(golden) || Array.isArray(found)) {
    const wanted = listOf(golden);
    const given: readonly unknown[] = Array.isArray(found) ? found : [found];
    if (wanted.length !== given.length) return { error: Number.POSITIVE_INFINITY, place: `${place}.length` };
    return worst(wanted.map((value, i) => worstError(value, given[i], `${place}[${i}]`)));
  }
  if (golden !== null && typeof golden === 'object') {
    const given = (found ?? {}) as Record<string, unknown>;
    return worst(
      Object.entries(golden).map(([name, value]) =>
        worstError(value, given[name], place === '' ? name : `${place}.${name}`),
      ),
    );
  }
  return { error: errorOf(golden as number | string | null, found, place), place };
}

function errorOf(golden: number | string | null, found: unknown, place: string): number {
  if (golden === null || golden === 'NA') return found === null || Number.isNaN(found) ? 0 : Number.POSITIVE_INFINITY;
  if (typeof golden === 'string' && Number.isNaN(numberOf(golden)) && golden !== 'NaN')
    return golden === found ? 0 : Number.POSITIVE_INFINITY;
  if (typeof found !== 'number') return Number.POSITIVE_INFINITY;
  const wanted = numberOf(golden);
  if (Object.is(wanted, found) || wanted === found) return 0;
  if (!Number.isFinite(wanted) || !Number.isFinite(found)) return Number.POSITIVE_INFINITY;
  const mayBeZero = !/(^|\.)p(\[|$)/.test(place);
  if (mayBeZero && Math.abs(wanted) < zero && Math.abs(found) < zero) return 0;
  return Math.abs(found - wanted) / Math.abs(wanted);
}

const worst = (errors: readonly { error: number; place: string }[]): { error: number; place: string } =>
  errors.reduce((a, b) => (b.error > a.error ? b : a), { error: 0, place: '' });
