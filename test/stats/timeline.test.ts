import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Bin, timeline } from '../../src/stats/index.ts';
import { dayNumber, dayOfNumber } from '../../src/time/index.ts';

const on = (day: string, amount = 1) => ({ day: dayNumber(day), amount });
const span = (from: string, until: string) => ({ start: dayNumber(from), end: dayNumber(until) });

test('months without events are zero, months that nobody covers are gaps, half covered ones say so', () => {
  const steps = timeline(
    [on('2021-01-03', 4), on('2021-01-31', 2), on('2021-04-20', 5)],
    [span('2021-04-11', '2021-05-01'), span('2021-01-01', '2021-03-01')],
    'month',
  );
  expect(steps.map(({ start, covered, count }) => [dayOfNumber(start), covered, count])).toEqual([
    ['2021-01-01', 31, 6],
    ['2021-02-01', 28, 0],
    ['2021-03-01', 0, null],
    ['2021-04-01', 20, 5],
  ]);
});

test('weeks begin on Monday, quarters in January, April, July and October', () => {
  const covered = [span('2020-02-27', '2020-05-02')];
  const starts = (bin: Bin) => timeline([], covered, bin).map(({ start }) => dayOfNumber(start));
  expect(starts('week').slice(0, 2)).toEqual(['2020-02-24', '2020-03-02']);
  expect(starts('quarter')).toEqual(['2020-01-01', '2020-04-01']);
  expect(starts('year')).toEqual(['2020-01-01']);
  expect(timeline([], [], 'year')).toEqual([]);
});

test('steps follow each other and lose neither a covered day nor an event', () => {
  const days = fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 40 });
  const bins = fc.constantFrom<Bin>('day', 'week', 'month', 'quarter', 'year');
  fc.assert(
    fc.property(days, bins, fc.integer({ min: -20_000, max: 20_000 }), (offsets, bin, from) => {
      const covered = [
        { start: from, end: from + 500 },
        { start: from + 400, end: from + 901 },
      ];
      const steps = timeline(
        offsets.map((offset) => ({ day: from + offset, amount: 1 })),
        covered,
        bin,
      );
      steps.slice(1).forEach(({ start }, i) => {
        expect(start).toBe(steps[i]?.end);
      });
      expect(steps.reduce((sum, step) => sum + step.covered, 0)).toBe(901);
      expect(steps.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(offsets.length);
    }),
  );
});

test('an event on a day that is not covered is a contradiction', () => {
  expect(() => timeline([on('2021-03-01')], [span('2021-01-01', '2021-03-01')], 'month')).toThrow(/2021-03-01/);
  expect(() => timeline([], [span('2021-01-01', '2021-01-01')], 'month')).toThrow(RangeError);
});
