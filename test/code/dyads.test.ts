import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { textDocument } from '../../bench/support/coding.ts';
import { mirrored } from '../../src/code/dyads/mirror.ts';
import { weisOf } from '../../src/code/dyads/weis.ts';
import {
  type ActorCoder,
  type Dyad,
  type DyadOptions,
  manualEvents,
  plainCameo,
  rules,
  rulesCoder,
} from '../../src/code/index.ts';
import { parse } from '../../src/parse/index.ts';
import { loadNames } from '../../src/resolve/index.ts';
import { emptyFolder } from '../support/folder.ts';
import { party, reportOf } from '../support/report.ts';

const names = loadNames();
const context = { lang: 'en', countries: [], date: '2016-05-04' };

function triplesIn(text: string, options?: DyadOptions): string[] {
  const document = textDocument(text, { id: 'one', published: '2016-05-04' });
  const { sentences } = parse(text, { lang: 'en' });
  const codesOf = (party: Parameters<typeof names.cameoOf>[0]) => names.cameoOf(party, context) ?? [];
  return rules
    .dyads(document, sentences, names, (party) => [codesOf(party)].flat(), options)
    .map(({ source, target, code }) => `${source} ${target} ${code}`);
}

describe('dyads of a sentence', () => {
  test('have doer, target and CAMEO code, passive and active alike', () => {
    expect(triplesIn('Kenya signed a trade agreement with Uganda on Monday.')).toEqual(['KEN UGA 057']);
    expect(triplesIn('Sudan was condemned by Norway.')).toEqual(['NOR SDN 111']);
  });

  test('are each with each where the deed is mutual', () => {
    expect(triplesIn('Kenya and Uganda agreed to cooperate.').sort()).toEqual(['KEN UGA 031', 'UGA KEN 031']);
  });

  test('take every member of a list', () => {
    expect(triplesIn('Norway praised the resumption of ties with Sudan, Chad and Egypt.')).toEqual([
      'NOR SDN 051',
      'NOR TCD 051',
      'NOR EGY 051',
    ]);
  });

  test('get the root of the word that governs the deed', () => {
    expect(triplesIn('Norway wants to help Sudan.')).toEqual(['NOR SDN 033']);
    expect(triplesIn('Norway asked Sudan to help Chad.')).toEqual(['NOR SDN 023']);
    expect(triplesIn('Norway will not help Sudan.')).toEqual(['NOR SDN 122']);
  });

  test('of harm that somebody tells are accusations of others and admissions of oneself', () => {
    expect(triplesIn('Sudan said that Chad had attacked it.')).toEqual(['SDN TCD 112']);
    expect(triplesIn('Sudan said that it had attacked Chad.')).toEqual(['SDN TCD 015']);
  });

  test('are demands where somebody says what another must do', () => {
    expect(triplesIn('Norway said that Sudan must release the prisoners.')).toEqual(['NOR SDN 105']);
  });

  test('belong to every member of a list of doers, whose country they share', () => {
    expect(triplesIn('The ministers of Norway and Iceland praised Chad.')).toEqual([
      'NORGOV TCD 051',
      'ISLGOV TCD 051',
    ]);
    expect(triplesIn('Danish soldiers and policemen attacked Chad.')).toEqual(['DNKMIL TCD 190', 'DNKCOP TCD 190']);
  });

  test('of protesters and those who put them down are riot and repression', () => {
    expect(triplesIn('Sudanese police clashed with Kenyan demonstrators.')).toEqual([
      'SDNCOP KENOPP 175',
      'KENOPP SDNCOP 145',
    ]);
  });

  test('turn to the country where a deed takes place when no other target is named', () => {
    expect(triplesIn('Norway is conducting military exercises in Iceland.')).toEqual(['NOR ISL 150']);
  });

  test('leave out conditions, and statements unless asked for', () => {
    expect(triplesIn('If Norway attacks Sudan, prices will rise.')).toEqual([]);
    expect(triplesIn('Norway believes that Sudan is poor.')).toEqual([]);
    expect(triplesIn('Norway believes that Sudan is poor.', { statements: true })).toEqual(['NOR SDN 010']);
  });
});

describe('the manual’s events of a sentence', () => {
  const dyad: Dyad = {
    source: 'NOR',
    target: 'SDN',
    words: { source: 'Norway', target: 'two Sudanese ports' },
    code: '191',
    weis: null,
    span: { start: 0, end: 9 },
    why: [],
  };
  const blockade = { type: 'COERCE', source: [party('Norway', 'government', 'Norway')], target: [] } as const;

  test('have the target of the dyad of their type where the report names none, without its number', () => {
    const events = manualEvents([reportOf(blockade)], [dyad]);
    expect(events).toEqual([{ type: 'COERCE', source: ['Norway'], target: ['Sudanese ports'] }]);
  });

  test('keep the people that the report names', () => {
    const target = [party('Sudan', 'government', 'Sudan')];
    expect(manualEvents([reportOf({ ...blockade, target })], [dyad])[0]?.target).toEqual(['Sudan']);
  });

  test('are those of the dyads without a report, and leave out reports beside those that both tell', () => {
    expect(manualEvents([], [dyad])[0]?.type).toBe('COERCE');
    expect(manualEvents([], [{ ...dyad, code: '015' }])).toEqual([]);
    expect(manualEvents([reportOf(blockade), reportOf({ type: 'AID' })], [dyad])).toHaveLength(1);
  });
});

test('a dyad tells the words that its codes come from', () => {
  const text = 'Norway threatened further action against Russia.';
  const document = textDocument(text, { id: 'one', published: '2016-05-04' });
  const codesOf: ActorCoder = (one) => [names.cameoOf(one, context) ?? []].flat();
  const [dyad] = rules.dyads(document, parse(text, { lang: 'en' }).sentences, names, codesOf);
  expect(dyad?.words).toEqual({ source: 'Norway', target: 'Russia' });
});

test('a dyad tells why: the word of its code, what became of it, and who is meant', () => {
  const text = 'Norway will not help Sudan.';
  const document = textDocument(text, { id: 'one', published: '2016-05-04' });
  const codesOf: ActorCoder = (one) => [names.cameoOf(one, context) ?? []].flat();
  const { dyads, reports } = rules.withDyads(document, parse(text, { lang: 'en' }).sentences, names, codesOf);
  expect(dyads[0]?.why).toEqual(['070: "help" is help', '122: it is denied', 'NOR: "Norway"', 'SDN: "Sudan"']);
  expect(reports).toEqual(rules.code(document, parse(text, { lang: 'en' }).sentences, names).reports);
});

test('a role has the country that the text is about where its own words tell none', () => {
  expect(triplesIn('Soldiers from Mali left Gao. The army attacked rebels in Chad.')[0]).toMatch(/^MLIMIL /);
  expect(triplesIn('The army attacked the rebels in Gao, Mali.')).toEqual(['MLIMIL ---REB 190']);
});

test('a CAMEO code is plain in the name of its root', () => {
  expect(plainCameo('057')).toBe('Engage in diplomatic cooperation');
  expect(plainCameo('999')).toBeNull();
});

test('a governing root says what becomes of the deed below it', () => {
  expect(mirrored('02', '070')).toBe('023');
  expect(mirrored('10', '045')).toBe('108');
  expect(mirrored('03', '190')).toBe('138');
  expect(mirrored('02', '111')).toBeNull();
});

test('CAMEO codes fall into WEIS categories by their longest known beginning', () => {
  expect(weisOf('0874')).toEqual({ code: '011', back: null });
  expect(weisOf('042')).toEqual({ code: '032', back: '033' });
  expect(weisOf('999')).toBeNull();
});

test('a user’s own words come first, and their broken lines are told by number', () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'en'));
  const lines = [
    'words\tclass\tcode\tsource\ttarget\tweis',
    'praise\tverb\t050\t\t\t',
    'help\tverbs\t070\t\t\t',
    'aid\tverb\tmuch\t\t\t',
  ];
  writeFileSync(join(folder, 'en', 'cameo.tsv'), `${lines.join('\n')}\n`);
  const coder = rulesCoder({ lexicons: [folder] });
  expect(coder.faults().map(({ line, found }) => [line, found])).toEqual([
    [3, 'class verbs'],
    [4, 'code much'],
  ]);
  const document = textDocument('Norway praised Sudan.', { id: 'one', published: null });
  const { sentences } = parse(document.text, { lang: 'en' });
  expect(coder.dyads(document, sentences, names, ({ text }) => [text]).map(({ code }) => code)).toEqual(['050']);
});

test('actors are called by country and CAMEO role', () => {
  const cameoOf = (text: string, actor: string | null = null) => names.cameoOf({ text, actor }, context);
  expect(cameoOf('Kenyan demonstrators')).toBe('KENOPP');
  expect(cameoOf('UN troops')).toBe('IGOUNOMIL');
  expect(cameoOf('the European Union')).toBe('IGOEUREEC');
  expect(cameoOf('Kenya')).toBe('KEN');
  expect(cameoOf('the rebels')).toBe('---REB');
  expect(cameoOf('a goodwill gesture')).toBeNull();
});
