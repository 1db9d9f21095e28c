import { expect, test } from 'vitest';
import { textDocument } from '../../bench/support/coding.ts';
import { rulesCoder } from '../../src/code/index.ts';
import { readDictionaries } from '../../src/exchange/index.ts';
import { parse } from '../../src/parse/index.ts';
import { loadNames } from '../../src/resolve/index.ts';
import { inRepository } from '../support/cli.ts';

const names = loadNames();
const coder = rulesCoder({ verbs: readDictionaries(inRepository('test/cases/dictionaries')).verbs });

function triplesIn(text: string): string[] {
  const document = textDocument(text, { id: 'one', published: '2016-05-04' });
  const context = { lang: 'en', countries: [], date: '2016-05-04' };
  return coder
    .dyads(document, parse(text, { lang: 'en' }).sentences, names, (party) =>
      [names.cameoOf(party, context) ?? []].flat(),
    )
    .map(({ source, target, code }) => `${source} ${target} ${code}`);
}

test('the words around a verb of a dictionary give its code, whatever its tense', () => {
  expect(triplesIn('Norway gave gold to Sudan.')).toEqual(['NOR SDN 0711']);
  expect(triplesIn('Norway has granted fresh horses to Sudan.')).toEqual(['NOR SDN 0711']);
});

test('a code behind the colon is what the target does in turn', () => {
  expect(triplesIn('Norway besieged Sudan.')).toEqual(['NOR SDN 191', 'SDN NOR 190']);
});

test('a pattern without a code is no event; verbs of other words are coded as before', () => {
  expect(triplesIn('Norway gave way to Sudan.')).toEqual([]);
  expect(triplesIn('Norway praised Sudan.')).toEqual(['NOR SDN 051']);
});
