import { expect, test } from 'vitest';
import type { Id, SettledPlace } from '../../src/model/index.ts';
import { type LookUp, readCorrection } from '../../src/record/index.ts';
import { claimOf } from '../support/claim.ts';
import { party, reportOf } from '../support/report.ts';

const moura: SettledPlace = {
  name: 'Moura',
  admin1: 'Mopti',
  countries: ['MLI'],
  precision: 'exact',
  latitude: 14.33,
  longitude: -4.55,
};

const look: LookUp = {
  actorNamed: (name) =>
    name === 'JNIM' ? { id: 'a' as Id<'Actor'>, name: 'Jama’at', country: null, sector: 'rebel' } : null,
  placesNamed: (name) =>
    name === 'Moura' ? [moura] : name === 'Gao' ? [moura, { ...moura, name: 'Gao', precision: 'admin1' }] : [],
};

const report = reportOf({ killed: { low: 5, best: 6, high: 8 }, source: [party('gunmen', 'rebel')] });
const read = (...settings: string[]) => readCorrection(report, settings, look);

test('values are typed: numbers, times, places, actors, code lists; null is "not stated"', () => {
  expect(read('killed=12')).toEqual({ killed: { low: 12, best: 12, high: 12 } });
  expect(read('killed.best=7')).toEqual({ killed: { low: 5, best: 7, high: 8 } });
  expect(read('killed.low=null', 'killed.best=3')).toEqual({ killed: { low: null, best: 3, high: 8 } });
  expect(read('injured=null')).toEqual({ injured: null });
  expect(read('when=2022-03')).toEqual({ when: { from: '2022-03', to: '2022-03' } });
  expect(read('when.from=2022-03-27', 'when.to=2022-03-31')).toEqual({
    when: { from: '2022-03-27', to: '2022-03-31' },
  });
  expect(read('place.name=Moura')).toEqual({ place: { text: 'Moura', ...moura } });
  expect(read('source=JNIM; gunmen')).toMatchObject({
    source: [{ actor: 'Jama’at', sector: 'rebel' }, { text: 'gunmen' }],
  });
  expect(read('status=denied', 'type=COERCE')).toEqual({ status: 'denied', type: 'COERCE' });
});

test('the size of a claim follows its percent', () => {
  const claim = claimOf({ kind: 'change' });
  expect(readCorrection(claim, ['percent=40', 'direction=up', 'onCivilians=yes'], look)).toEqual({
    percent: 40,
    size: { low: 40, best: 40, high: 40 },
    direction: 'up',
    onCivilians: true,
  });
});

test.each([
  ['kiled=3', /one of the fields type, mode/],
  ['killed', /FIELD=VALUE/],
  ['killed.worst=3', /killed.low, killed.best, killed.high/],
  ['killed.best=many', /whole number/],
  ['killed.best=-1', /whole number/],
  ['killed.best=12', /low 5, best 12, high 8; expected low ≤ best ≤ high/],
  ['when=March', /a date as 2022/],
  ['place.name=Nowhere', /a place of the gazetteer/],
  ['place.name=Gao', /one of Moura, Mopti, MLI, exact; Gao, Mopti, MLI, admin1/],
  ['place.latitude=3', /place.name or place/],
  ['source=Nobody', /actors that are known/],
  ['status=true', /asserted, alleged/],
  ['type=WAR', /AGREE, CONSULT/],
])('%s is refused with what was expected', (setting, expected) => {
  expect(() => read(setting)).toThrow(expected);
});

test('an end before its beginning is refused', () => {
  expect(() => read('when.from=2022-04', 'when.to=2022-03')).toThrow(/no earlier/);
});

test('of a row of a data set only people and sides may be set right: the rest makes the totals of its release', () => {
  const row = { ...report, provenance: { kind: 'row' as const, snapshot: 's' as Id<'Snapshot'>, row: '1' } };
  expect(readCorrection(row, ['killed=3'], look)).toEqual({ killed: { low: 3, best: 3, high: 3 } });
  expect(() => readCorrection(row, ['when=2022'], look)).toThrow(/killed, injured, source, target/);
});
