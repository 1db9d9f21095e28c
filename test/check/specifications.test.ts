import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check, choosing, onlyOf, readSpecifications } from '../../src/check/index.ts';
import type { Claim } from '../../src/model/index.ts';
import { claimOf } from '../support/claim.ts';
import { monthly, seriesOf } from '../support/series.ts';

const shipped = readSpecifications();
const rose: Claim = claimOf({
  kind: 'change',
  of: 'civilianFatalities',
  percent: 100,
  size: { low: 100, best: 100, high: 100 },
  direction: 'up',
  since: { text: 'June 2020', span: { start: 0, end: 9 }, date: { from: '2020-06', to: '2020-06' } },
});
const series = [seriesOf([...monthly('2018-01', 29, 2), ...monthly('2020-06', 43, 4)])];
const checked = (specifications = shipped) => check(rose, { series, turns: [], published: null, specifications });

test('the options of a reading give just this reading', () => {
  const { readings } = checked();
  expect(readings.length).toBeGreaterThan(100);
  for (const reading of [readings[0], readings[60], readings.at(-1)]) {
    if (reading === undefined) throw new Error('no reading');
    const again = checked(choosing(shipped, { only: onlyOf(reading.choices), drop: [] }));
    expect(again.readings).toEqual([reading]);
  }
});

test('a dropped choice is not tried, and the rest stays as it is', () => {
  const all = checked().readings;
  const rest = checked(choosing(shipped, { only: [], drop: ['window=12 months either side'] })).readings;
  expect(rest).toEqual(all.filter(({ choices }) => choices.window !== '12 months either side'));
});

test('a table of one’s own adds choices', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'specs-')), 'own.tsv');
  const head = 'factor\tchoice\thow\tmatters\tkinds\twhy\n';
  writeFileSync(path, `${head}window\t3 months either side\t3\t*\tchange\ta quarter\n`);
  const windows = new Set(checked(readSpecifications(path)).readings.map(({ choices }) => choices.window));
  expect(windows).toContain('3 months either side');
  expect(windows).toContain('24 months either side');
  writeFileSync(path, `${head}window\tsoon\tsoon\t*\tchange\t\n`);
  expect(() => readSpecifications(path)).toThrow(/line 2.*soon.*number of months/s);
});

test('what nobody can choose is refused with what can be', () => {
  expect(() => choosing(shipped, { only: ['measure=tears'], drop: [] })).toThrow(/civilians killed/);
  expect(() => choosing(shipped, { only: [], drop: ['weather=dry'] })).toThrow(/window/);
});

test('all months are tried as turning point, and those counted that give as much', () => {
  const { anchors, warnings } = checked(choosing(shipped, { only: ['window=6 months either side'], drop: [] }));
  // 2018-07 to 2023-07: six months on both sides. Only those around the one step double.
  expect(anchors?.tried).toBe(61);
  expect(anchors?.reach).toBe(1);
  expect(anchors?.asFar).toBe(1);
  expect(anchors?.nearest).toMatchObject({ tried: 61, reach: 1 });
  expect(warnings).toContainEqual(expect.stringContaining('1 of 61 months taken for the turning point'));
});

test('a size that only one window gives is called its luck', () => {
  const burst = [seriesOf([...monthly('2018-01', 29, 2), ...monthly('2020-06', 6, 8), ...monthly('2020-12', 37, 2)])];
  const claim = { ...rose, percent: 300, size: { low: 300, best: 300, high: 300 } };
  const { warnings } = check(claim, { series: burst, turns: [], published: null });
  expect(warnings).toContainEqual(expect.stringMatching(/^\+300 % is one window's luck/));
});
