/** A date as a text states it, and where. */
export interface WrittenDate {
  /** ISO 8601 prefix: day or, where only that is stated, month. */
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/** Languages whose month names are known here; the names come from the Unicode CLDR tables inside Node. */
const locales = ['en', 'en-GB', 'fr', 'es', 'pt', 'de', 'it', 'nl', 'ar-EG'];

const monthNumbers: ReadonlyMap<string, number> = (() => {
  const numbers = new Map<string, number>();
  for (const locale of locales) {
    for (const width of ['long', 'short'] as const) {
      // With the day beside it CLDR gives the form used in dates.
      const format = new Intl.DateTimeFormat(locale, { month: width, day: 'numeric', timeZone: 'UTC' });
      for (let month = 0; month < 12; month++) {
        const parts = format.formatToParts(Date.UTC(2001, month, 1));
        const name = parts.find((part) => part.type === 'month')?.value ?? '';
        const plain = name.toLowerCase().replace(/\.$/, '');
        if (/^\p{L}+$/u.test(plain) && !numbers.has(plain)) numbers.set(plain, month + 1);
      }
    }
  }
  return numbers;
})();

const ordinal = '(?:st|nd|rd|th|er|ère|re|º|ª|\\.)?';
const word = '(\\p{L}{3,12})\\.?';
/** The alternatives, first that matches at a place wins: ISO, 20240515, 15 May 2024, May 15, 2024, 15/05/2024, May 2024. */
const patterns = new RegExp(
  [
    '(?<![\\d./-])(?<y1>\\d{4})[-/.](?<m1>\\d{1,2})[-/.](?<d1>\\d{1,2})(?![\\d])',
    `(?<![\\d])(?<d2>\\d{1,2})${ordinal}[\\s-]{1,3}(?:(?:de|of|d')\\s{1,2})?(?<m2>${word}),?[\\s-]{1,3}(?:(?:de|del)\\s{1,2})?(?<y2>\\d{4})(?!\\d)`,
    `(?<!\\p{L})(?<m3>${word})\\s{1,3}(?<d3>\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}(?<y3>\\d{4})(?!\\d)`,
    '(?<![\\d./-])(?<a4>\\d{1,2})(?<s4>[./-])(?<b4>\\d{1,2})\\k<s4>(?<y4>\\d{4})(?![\\d])',
    `(?<!\\p{L})(?<m5>${word})\\s{1,3}(?:de\\s)?(?<y5>\\d{4})(?!\\d)`,
  ].join('|'),
  'giu',
);

/** `2024-05-15` when that day exists between 1900 and 2099, else null. */
function isoDay(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const monthOf = (name: string | undefined) => monthNumbers.get((name ?? '').toLowerCase().replace(/\.$/, '')) ?? 0;

function dateOf(groups: Readonly<Record<string, string | undefined>>, dayFirst: boolean): string | null {
  if (groups.y1 !== undefined) return isoDay(Number(groups.y1), Number(groups.m1), Number(groups.d1));
  if (groups.y2 !== undefined) return isoDay(Number(groups.y2), monthOf(groups.m2), Number(groups.d2));
  if (groups.y3 !== undefined) return isoDay(Number(groups.y3), monthOf(groups.m3), Number(groups.d3));
  if (groups.y4 !== undefined) {
    const [a, b, year] = [Number(groups.a4), Number(groups.b4), Number(groups.y4)];
    // 03/04/2024 is March or April: told only by the language, by the dots, or by a number above 12.
    if (a > 12 || dayFirst || groups.s4 === '.') return isoDay(year, b, a);
    return b > 12 ? isoDay(year, a, b) : null;
  }
  const month = monthOf(groups.m5);
  return month === 0 ? null : (isoDay(Number(groups.y5), month, 1)?.slice(0, 7) ?? null);
}

/** The first full or month-wide date in a text; `dayFirst`: 03/04/2024 is 3 April (any language but English). */
export function findDate(text: string, dayFirst = false): WrittenDate | null {
  for (const match of text.matchAll(patterns)) {
    const date = dateOf(match.groups ?? {}, dayFirst);
    if (date !== null) return { date, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/**
 * The day that a machine-readable value states: ISO 8601 in any width, `20240515`, RFC 2822, or a written date. The day
 * is the publisher's own (the offset is not applied): "yesterday" in the text counts from it.
 */
export function statedDay(value: string): string | null {
  const compact = /^\s*((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?\s*$/.exec(value);
  if (compact !== null) return isoDay(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const found = findDate(value.slice(0, 200));
  return found?.date ?? null;
}
