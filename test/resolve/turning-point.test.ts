import { expect, test } from 'vitest';
import { resolveTurningPoint } from '../../src/resolve/index.ts';

const dates = (phrase: string, countries = ['MLI'], published: string | null = '2024-12-01') =>
  resolveTurningPoint(phrase, { countries, lang: null, published })?.[0].anchors.map(({ date }) => date) ?? null;

test('all dates that sources give for one turning point are offered', () => {
  expect(dates('the Wagner Group began operations')).toEqual(['2021-12', '2021-12-23', '2022-01-03']);
  expect(dates("depuis l'arrivée de Wagner")).toEqual(['2021-12', '2021-12-23', '2022-01-03']);
  expect(dates('the start of the drawdown')).toEqual(['2023-07', '2023-07-01', '2023-08-03']);
});

test('the country in hand decides whose coup is meant, the date which one', () => {
  expect(dates('the junta took power', ['NER'])).toEqual(['2023-07-26']);
  expect(dates('the coup of August 2020')).toEqual(['2020-08-18']);
  expect(dates('the coup', ['MLI'], '2020-12-01')).toEqual(['2020-08-18']);
});

test('what is later than the text cannot be meant', () => {
  expect(dates('the start of the drawdown', ['MLI'], '2023-01-01')).toBeNull();
});

test('a phrase that is like none gives null', () => {
  expect(dates('the start of the rainy season')).toBeNull();
  expect(dates('last year')).toBeNull();
  expect(dates('')).toBeNull();
});

test('every anchor keeps its source, and the answer says which words matched', () => {
  const [point] =
    resolveTurningPoint('the massacre in Moura', { countries: ['MLI'], lang: 'en', published: null }) ?? [];
  expect(point?.matched).toEqual(['massacre', 'Moura']);
  expect(point?.anchors[0].source.url).toMatch(/^https?:/);
});

test('the place of a turning point tells it from others', () => {
  expect(dates('the fall of Kabul', ['AFG'], null)).toEqual(['2021-08-15']);
  expect(dates('the army retook Kidal')).toEqual(['2023-11-14']);
});
