import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  endOf,
  firstDay,
  lastDay,
  lengthInDays,
  monday,
  monthsBetween,
  monthsFrom,
  periodContains,
  periodsOverlap,
  startOf,
  weekday,
} from '../../src/time/index.ts';

const day = fc.integer({ min: -200_000, max: 200_000 }).map((n) => addDays('1970-01-01', n));
const prefix = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([whole, length]) => whole.slice(0, length));

describe('days of ISO prefixes', () => {
  it('gives the first and the last day of a year, a month and a day', () => {
    expect([firstDay('2022'), lastDay('2022')]).toEqual(['2022-01-01', '2022-12-31']);
    expect([firstDay('2024-02'), lastDay('2024-02')]).toEqual(['2024-02-01', '2024-02-29']);
    expect([firstDay('2022-03-27'), lastDay('2022-03-27')]).toEqual(['2022-03-27', '2022-03-27']);
  });

  it('never puts the first day behind the last', () => {
    fc.assert(
      fc.property(prefix, (p) => firstDay(p) <= lastDay(p) && firstDay(p).startsWith(p) && lastDay(p).startsWith(p)),
    );
  });

  it('adds days and tells them apart again', () => {
    fc.assert(fc.property(day, fc.integer({ min: -5000, max: 5000 }), (d, n) => daysBetween(d, addDays(d, n)) === n));
  });

  it('adds months at the precision given and keeps within a shorter month', () => {
    expect(addMonths('2022-01-31', 1)).toBe('2022-02-28');
    expect(addMonths('2022-11', 3)).toBe('2023-02');
    expect(addMonths('2022', -12)).toBe('2021');
    fc.assert(
      fc.property(day, fc.integer({ min: -2000, max: 2000 }), (d, n) => monthsBetween(d, addMonths(d, n)) === n),
    );
  });

  it('lists the months between two days', () => {
    expect(monthsFrom('2021-11-30', '2022-01')).toEqual(['2021-11', '2021-12', '2022-01']);
    expect(monthsFrom('2022-02', '2022-01')).toEqual([]);
  });

  it('counts weekdays from Monday', () => {
    expect([weekday('2024-06-03'), weekday('2024-06-09'), weekday('1969-12-31')]).toEqual([1, 7, 3]);
    fc.assert(fc.property(day, (d) => weekday(monday(d)) === 1 && daysBetween(monday(d), d) === weekday(d) - 1));
  });
});

describe('periods', () => {
  it('open and close with the days of their prefixes', () => {
    const march = { from: '2022-03', to: '2022-03' };
    expect([startOf(march), endOf(march), lengthInDays(march)]).toEqual(['2022-03-01', '2022-03-31', 31]);
    expect(lengthInDays({ from: '2022', to: null })).toBeNull();
  });

  it('overlap when they can share a day', () => {
    expect(periodsOverlap({ from: '2022', to: '2022' }, { from: '2022-12-31', to: null })).toBe(true);
    expect(periodsOverlap({ from: null, to: '2021' }, { from: '2022-01', to: '2022-02' })).toBe(false);
  });

  it('hold what lies wholly within them', () => {
    expect(periodContains({ from: '2022', to: '2022' }, { from: '2022-03', to: '2022-04' })).toBe(true);
    expect(periodContains({ from: '2022', to: '2022' }, { from: '2022-03', to: null })).toBe(false);
  });
});
