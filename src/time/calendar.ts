// Days are ISO dates (`2022-03-27`) of the proleptic Gregorian calendar; a prefix (`2022-03`, `2022`) stands for all of
// its days. All functions are pure and know no time zone.

const dayMilliseconds = 86_400_000;

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** The ISO date of a year, month (1 to 12) and day; years 0 to 9999. */
export function isoDay(year: number, month: number, day: number): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Days of a month, 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Year, month and day of a prefix; a month or day that it does not give is null. */
export function partsOf(prefix: string): { year: number; month: number | null; day: number | null } {
  const [year, month, day] = prefix.split('-').map(Number);
  return { year: year ?? Number.NaN, month: month ?? null, day: day ?? null };
}

/** First day of an ISO prefix: `2022` -> `2022-01-01`. */
export function firstDay(prefix: string): string {
  const { year, month, day } = partsOf(prefix);
  return isoDay(year, month ?? 1, day ?? 1);
}

/** Last day of an ISO prefix: `2022-02` -> `2022-02-28`. */
export function lastDay(prefix: string): string {
  const { year, month, day } = partsOf(prefix);
  return isoDay(year, month ?? 12, day ?? daysInMonth(year, month ?? 12));
}

/** Days since 1970-01-01 of a day. */
export function dayNumber(day: string): number {
  const { year, month, day: of } = partsOf(day);
  const date = new Date(0);
  date.setUTCFullYear(year, (month ?? 1) - 1, of ?? 1);
  return Math.round(date.getTime() / dayMilliseconds);
}

/** The day that is `n` days after 1970-01-01. */
export function dayOfNumber(n: number): string {
  const date = new Date(n * dayMilliseconds);
  return isoDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** The day `n` days later (earlier where n < 0). */
export function addDays(day: string, n: number): string {
  return dayOfNumber(dayNumber(day) + n);
}

/**
 * The same day or month `n` months later. A day that the month lacks becomes its last: 31 January + 1 month is 28 or 29
 * February. A month stays a month; a year counts from its January.
 */
export function addMonths(prefix: string, n: number): string {
  const { year, month, day } = partsOf(prefix);
  const months = year * 12 + (month ?? 1) - 1 + n;
  const [y, m] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  if (month === null) return pad(y, 4);
  return day === null ? `${pad(y, 4)}-${pad(m, 2)}` : isoDay(y, m, Math.min(day, daysInMonth(y, m)));
}

/** Days from `a` to `b`; negative where b is earlier. */
export function daysBetween(a: string, b: string): number {
  return dayNumber(b) - dayNumber(a);
}

/** Calendar months from the month of `a` to the month of `b`: 2022-01-31 to 2022-02-01 is 1. */
export function monthsBetween(a: string, b: string): number {
  const [from, to] = [partsOf(firstDay(a)), partsOf(firstDay(b))];
  return (to.year - from.year) * 12 + (to.month ?? 1) - (from.month ?? 1);
}

/** The months (`2022-03`) from that of `from` to that of `to`, both included; empty where `to` is earlier. */
export function monthsFrom(from: string, to: string): string[] {
  const first = firstDay(from).slice(0, 7);
  return Array.from({ length: Math.max(0, monthsBetween(from, lastDay(to)) + 1) }, (_, n) => addMonths(first, n));
}

/** Monday 1 to Sunday 7 (ISO 8601). */
export function weekday(day: string): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the week that holds the day. */
export function monday(day: string): string {
  return addDays(day, 1 - weekday(day));
}

/** True for a day that the calendar has: no 30 February. */
export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}
