import { expect, test } from 'vitest';
import { type Contrast, compare, compareChart, givenTurn } from '../../src/analyse/index.ts';
import { drawSvg, drawTerminal } from '../../src/draw/index.ts';
import { everything } from '../../src/record/index.ts';
import { rateRatio, seeded } from '../../src/stats/index.ts';
import { day, withRows } from '../support/rows.ts';
import type { Incident } from '../support/table.ts';

const inMali = { ...everything, country: 'MLI' };

/** `mean` events a month or so (twice as many in some, none in others), `n` months from a year on. */
function months(year: number, n: number, mean: number, rest: Incident = {}, seed = 1): Incident[] {
  const random = seeded(seed);
  return Array.from({ length: n }, (_, i) => {
    const date = new Date(Date.UTC(year, i, 15)).toISOString().slice(0, 10);
    return Array.from({ length: Math.floor(random() * 2 * mean + 0.5) }, () => day(date, rest));
  })
    .flat()
    .map((incident, i) => ({ ...incident, id: `${year}-${rest.country ?? 'MLI'}-${i}` }));
}

const ends = (country: string) => [
  day('2018-01-01', { country, id: `first ${country}` }),
  day('2023-12-31', { country, id: `last ${country}` }),
];
const rows = [...ends('MLI'), ...months(2018, 36, 3), ...months(2021, 36, 9, {}, 2)];
const around = (months: number): Contrast => ({ kind: 'time', turns: [givenTurn('2021')], months, control: null });

test('before and after a date: the exact ratio of the counts, the model beside it, and the rows behind', async () => {
  const found = await withRows({ a: rows }, (record) => compare(record, inMali, around(24)));
  const events = found.data.find(({ measure }) => measure === 'events');
  if (events === undefined) throw new Error('no events');
  const { after, before } = events;
  expect([after.days, before.days]).toEqual([730, 731]);
  expect(found.behind.ids).toHaveLength(after.count + before.count);
  const exact = rateRatio({ count: after.count, time: 730 }, { count: before.count, time: 731 });
  expect(events.ratios[0]).toMatchObject({ model: 'exact', ...exact });
  const model = events.ratios[1];
  expect(model?.allowsFor).toContain('season');
  expect(Math.abs((model?.ratio ?? 0) / exact.ratio - 1)).toBeLessThan(0.1);
  expect((model?.high ?? 0) - (model?.low ?? 0)).toBeGreaterThan(0);
});

test('what changed in the control as well is taken out', async () => {
  const control = [
    ...ends('BFA'),
    ...months(2018, 36, 3, { country: 'BFA' }),
    ...months(2021, 36, 9, { country: 'BFA' }, 2),
  ];
  const found = await withRows({ a: [...rows, ...control] }, (record) =>
    compare(record, inMali, { ...around(24), control: { country: 'BFA', admin1: null } } as Contrast),
  );
  const events = found.data.find(({ measure }) => measure === 'events');
  expect(events?.control?.ratio.ratio).toBeGreaterThan(2);
  expect(events?.ratios[1]?.allowsFor).toContain('control');
  expect(events?.ratios[1]?.ratio).toBeCloseTo(1, 1);
  expect(found.behind.query).toMatch(/--country MLI .*; griot rows --country BFA/);
});

test('a place against another over the same months', async () => {
  const other = months(2018, 72, 3, { country: 'NER' }, 3);
  const found = await withRows({ a: [...rows, ...other] }, (record) =>
    compare(
      record,
      { ...inMali, from: '2021-01-01', to: '2023-12-31' },
      { kind: 'place', other: { country: 'NER', admin1: null } },
    ),
  );
  const events = found.data.find(({ measure }) => measure === 'events');
  expect(events?.after.days).toBe(1095);
  expect(events?.ratios[0]?.ratio).toBeGreaterThan(2);
  expect(events?.ratios.map(({ refused }) => refused)).not.toContain(undefined);
});

test('a release that does not cover the window is left out, and the reason told', async () => {
  const found = await withRows({ a: rows }, (record) => compare(record, inMali, around(48)));
  expect(found.data).toEqual([]);
  expect(found.warnings.join('\n')).toMatch(/incidents a covers 2018-01-01 to 2023-12-31, not all of 48 months/);
  expect(found.warnings.join('\n')).toMatch(/shorter --window/);
});

test('few events, and one that carries a side, are warned of; what cannot be estimated says why', async () => {
  const few = [
    day('2018-01-01', { killed_best: 0, killed_low: 0, killed_high: 0, civilians_killed_best: 0 }),
    day('2022-05-05', { killed_best: 90, killed_high: 90 }),
    day('2022-06-05'),
    day('2023-12-31'),
  ];
  const found = await withRows({ a: few }, (record) => compare(record, inMali, around(24)));
  expect(found.warnings.join('\n')).toMatch(/events: only 2 events on both sides/);
  expect(found.warnings.join('\n')).toMatch(/one event with 90 killed makes 94 % of the deaths/);
  const refused = found.data.flatMap(({ ratios }) => ratios.flatMap(({ refused }) => refused ?? []));
  expect(refused.length).toBeGreaterThan(0);
  for (const sentence of refused) expect(sentence).toMatch(/^[A-Z].*\.$/);
  const lines = drawTerminal(compareChart(found), 90);
  expect(lines.join(' ')).toContain((refused[0] ?? '').split(' ').slice(0, 3).join(' '));
  expect(drawSvg(compareChart(found))).toContain('not estimable');
});
