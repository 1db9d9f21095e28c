import { expect, test } from 'vitest';
import { dictionaryOf, readDictionaries } from '../../src/exchange/index.ts';
import { inRepository } from '../support/cli.ts';
import { emptyFolder } from '../support/folder.ts';

const { actors, agents, verbs, faults } = readDictionaries(inRepository('test/cases/dictionaries'));

test('actors have further names and codes of a time; years of two digits go into the next century where they must', () => {
  expect(actors.map(({ name, aliases }) => [name, ...aliases])).toEqual([
    ['RURITANIA', 'STRELSAU'],
    ['RUPERT HENTZAU'],
    ['THE TWINS'],
  ]);
  expect(actors[1]?.codes).toEqual([
    { code: 'RURREB', from: '18800101', to: '19791231' },
    { code: 'RURGOV', from: '19800101', to: null },
  ]);
  const [karl] = dictionaryOf('KARL [RURGOV 730717-070723]', 'karl.txt').actors;
  expect(karl?.codes[0]).toEqual({ code: 'RURGOV', from: '19730717', to: '20070723' });
});

test('agents have plurals, none where the braces are empty, and sets of forms', () => {
  expect(agents.map(({ forms, code }) => [code, ...forms])).toEqual([
    ['~MIL', 'CHIEF OF STAFF', 'CHIEFS OF STAFF'],
    ['~LEG', 'DEPUTY', 'DEPUTIES'],
    ['~MIL', 'LANCER', 'LANCERS'],
    ['NGO~', 'RELIEF BODY'],
  ]);
});

test('verbs share the patterns of their block; longer words of a set are ways of their own', () => {
  const [give, crown] = verbs;
  expect(give?.verbs.map(({ forms, code }) => [code, ...forms])).toEqual([
    ['070', 'give', 'gave', 'given', 'giving'],
    ['070', 'grant'],
  ]);
  expect(give?.patterns.map(({ code, before, after, target }) => ({ code, before, after, target }))).toEqual([
    { code: '0711', before: [], after: [['gold'], ['to']], target: 'to' },
    { code: '0711', before: [], after: [['fresh'], ['horses'], ['to']], target: 'to' },
    { code: null, before: [], after: [['way']], target: null },
    { code: '072', before: [['lancer']], after: [['gold']], target: null },
    { code: '072', before: [['lancer']], after: [['fresh'], ['horses']], target: null },
  ]);
  expect(crown?.verbs).toEqual([
    { forms: ['crown'], code: null, back: null },
    { forms: ['besiege'], code: '191', back: '190' },
  ]);
});

test('broken lines are told with file and line, with what hangs on them left out', () => {
  expect(faults.map(({ file, line, found }) => [file.split('.').at(-2), line, found])).toEqual([
    ['actors', 9, '"BROKEN_REALM [BRO"'],
    ['actors', 12, '[LAT until 1990]'],
    ['agents', 6, '"HERALD"'],
    ['verbs', 11, '"- * &NOTHING                                    [073]"'.replace(/\s+\[/, ' [')],
    ['verbs', 12, '"- * ~ [074]"'],
    ['verbs', 16, '"HAIL [05x]"'],
  ]);
});

test('a folder without dictionaries cannot be used', () => {
  expect(() => readDictionaries(emptyFolder())).toThrow(/no dictionary; expected a file, or a folder/);
});
