import { expect, test } from 'vitest';
import { readDictionaries } from '../../src/exchange/index.ts';
import { dictionaryCoder, loadNames, shippedTables } from '../../src/resolve/index.ts';
import { inRepository } from '../support/cli.ts';

const dictionaries = readDictionaries(inRepository('test/cases/dictionaries'));
const codesOf = dictionaryCoder(dictionaries);
const named = (text: string, actor: string | null = null, day = '19900101') => codesOf({ text, actor }, day);

test('a party is the actors in its words with the agents beside them', () => {
  expect(named("Ruritania's deputies")).toEqual(['RURLEG']);
  expect(named('the relief body of Strelsau')).toEqual(['NGORUR']);
  expect(named('deputies')).toEqual(['---LEG']);
  expect(named('they', 'Ruritania')).toEqual(['RUR']);
  expect(named('The Twins')).toEqual(['AAA', 'BBB']);
  expect(named('villagers')).toEqual([]);
});

test('an actor has the code of the day', () => {
  expect(named('Rupert Hentzau')).toEqual(['RURGOV']);
  expect(named('Rupert Hentzau', null, '18900101')).toEqual(['RURREB']);
  expect(named('Rupert Hentzau', null, '18700101')).toEqual([]);
});

test('actors that no table has are found in texts', () => {
  const names = loadNames(shippedTables(), dictionaries.actors);
  const text = 'Strelsau met The Twins.';
  const found = names.actorsIn(text, { lang: 'en', countries: [], date: null });
  expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual(['Strelsau', 'The Twins']);
});
