import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { answerByModel, candidatesOf } from '../../bench/support/muc/answer.ts';
import { codedDocument } from '../../bench/support/muc/document.ts';
import { entitiesOf } from '../../bench/support/muc/entities.ts';
import { entityFeatures } from '../../bench/support/muc/entity-features.ts';
import type { CodedDocument } from '../../bench/support/muc/features.ts';
import type { MucRow, Template } from '../../bench/support/muc/gold.ts';
import { mentionsOf } from '../../bench/support/muc/mentions.ts';
import { linearModel, readModel, writeModel } from '../../bench/support/muc/model.ts';
import { tollsOf } from '../../bench/support/muc/tolls.ts';
import { loadNames } from '../../src/resolve/index.ts';
import { learnIncidents } from '../../train/incidents.ts';
import { fitLogistic, scoreOf } from '../../train/logistic.ts';

const names = loadNames();
const rowOf = (text: string, templates: readonly Template[] = []): MucRow => ({
  doc_id: 'doc',
  dateline_date: '1990-02-04',
  text_truecased: text,
  templates,
});
const coded = (text: string): CodedDocument => codedDocument(rowOf(text), names);

const mentioned = ({ sentences }: CodedDocument) => sentences.flatMap(mentionsOf);

test('a mention is a noun phrase up to its head, a full name, or an owner', () => {
  const texts = mentioned(coded("The two priests met Jaime de la Sotta in the mayor's house.")).map(({ text }) => text);
  expect(texts).toContain('The two priests');
  expect(texts).toContain('Jaime de la Sotta');
  expect(texts.some((text) => /mayor$/.test(text))).toBe(true);
  expect(texts.some((text) => /house$/.test(text))).toBe(true);
});

test('a surname joins its full name, an acronym the name in brackets, a singular its plural', () => {
  const document = coded(
    'Judge Maria Ayala was shot by a guerrilla. The FMLN [Farabundo Marti National Liberation Front] praised the guerrillas. Judge Ayala died.',
  );
  const groups = entitiesOf(document.sentences, mentioned(document)).map(({ texts }) => texts.join(' | '));
  expect(groups.filter((texts) => texts.includes('Ayala'))).toHaveLength(1);
  expect(groups.find((texts) => texts.includes('FMLN'))).toMatch(/Liberation Front/);
  expect(groups.find((texts) => texts.includes('guerrillas'))).toMatch(/a guerrilla( |$)/);
});

test('features of an entity tell its words, its place in the tree and its side in the reports', () => {
  const document = coded('Guerrillas murdered the mayor and two peasants.');
  const of = (head: string) => {
    const entity = entitiesOf(document.sentences, mentioned(document)).find(
      ({ mentions }) => mentions[0]?.head === head,
    );
    return entity === undefined ? new Set<string>() : entityFeatures(document, entity);
  };
  expect(of('guerrillas')).toContain('link=nsubj');
  expect(of('mayor')).toContain('under=false obj murder');
  expect(of('peasants')).toContain('shared=obj - murder');
  expect([...of('guerrillas')].some((feature) => feature.startsWith('report=doer ASSAULT'))).toBe(true);
});

test('the numbers that may be the toll are those of the dead and of reports', () => {
  const document = coded('Gunmen killed three peasants.');
  const entities = candidatesOf(document, () => 0, [1]).map(({ entity }) => ({
    entity,
    margins: new Map([['DEAD', entity.mentions[0]?.head === 'peasants' ? 2 : -3]]),
  }));
  const tolls = tollsOf(document, { first: new Map(), sentences: [1], entities });
  const three = tolls.find(({ count }) => count === 3);
  expect(three?.features).toContain('sum of dead is it');
  expect(three?.features).toContain('rules is it');
  expect(tollsOf(coded('The minister arrived.'), { first: new Map(), sentences: [0], entities: [] })).toEqual([]);
});

test('a model file gives back its thresholds and its weights, rounded', () => {
  const thresholds = new Map([
    ['victim', -1.25],
    ['weapon', 0.5],
  ]);
  const weights = new Map([
    [
      'head=mayor',
      new Map([
        ['victim', 1.5],
        ['weapon', 0.001],
      ]),
    ],
    ['bias', new Map([['weapon', -2.01]])],
  ]);
  const path = join(mkdtempSync(join(tmpdir(), 'muc4-')), 'model.br');
  writeFileSync(path, writeModel(thresholds, weights));
  const model = readModel(path);
  expect(model?.thresholds.get('victim')).toBe(-1.25);
  expect(model?.score('victim', ['bias', 'head=mayor', 'unknown'])).toBe(1.5);
  expect(model?.score('weapon', ['bias', 'head=mayor'])).toBe(-2);
  expect(readModel(`${path}.none`)).toBeNull();
});

test('logistic regression finds the feature that decides', () => {
  const examples = Array.from({ length: 60 }, (_, at) => ({
    features: Int32Array.from([0, at % 2 === 0 ? 1 : 2, 3 + (at % 3)]),
    yes: at % 2 === 0,
  }));
  const fitting = { epochs: 8, rate: 0.1, decay: 1e-3, seed: 1 };
  const weights = fitLogistic(examples, 6, fitting);
  expect(scoreOf(weights, Int32Array.from([0, 1, 3]))).toBeGreaterThan(1);
  expect(scoreOf(weights, Int32Array.from([0, 2, 3]))).toBeLessThan(-1);
  expect(fitLogistic(examples, 6, fitting)).toEqual(weights);
});

/** Documents of two kinds, each with what its key asks for. */
const lesson = (kind: 'murder' | 'visit', person: string) => {
  if (kind === 'visit') return rowOf(`The minister received the ${person}. The ${person} thanked the minister.`);
  const victim = { mentions: [person.toUpperCase()], effect: ['DEATH'] };
  return rowOf(`Gunmen murdered the ${person} in Lima. The ${person} died at once.`, [
    {
      optional: false,
      type: ['ATTACK'],
      instrument: [],
      perp_ind: [{ alts: ['GUNMEN'] }],
      perp_org: [],
      phys_tgt: [],
      victims: [victim],
      killed: { any: true, count: 1 },
    },
  ]);
};

let learnt: ReturnType<typeof learnIncidents>;
beforeAll(() => {
  const people = ['mayor', 'priest', 'judge', 'teacher', 'lawyer', 'peasant', 'senator', 'bishop', 'nurse', 'driver'];
  const rows = people.flatMap((person) => [lesson('murder', person), lesson('visit', person)]);
  const documents = [...rows, ...rows].map((row) => ({ row, document: codedDocument(row, names) }));
  learnt = learnIncidents(documents, () => {});
});

test('what is learnt from documents is told of others: relevance, type, roles and dead', () => {
  const model = linearModel(learnt.thresholds, learnt.weights);
  const told = answerByModel(coded('Gunmen murdered the engineer in Lima. The engineer died at once.'), model);
  expect(told.types).toEqual(['ATTACK']);
  expect(told.roles.perp_individual).toEqual([['Gunmen']]);
  expect(told.roles.victim.flat()).toContain('the engineer');
  expect(told.killed).toBe(1);
  const other = answerByModel(coded('The minister received the engineer. The engineer thanked the minister.'), model);
  expect(other.types).toEqual([]);
  expect(other.roles.victim).toEqual([]);
});

test('the shipped model tells a plain incident', () => {
  const model = readModel();
  expect(model).not.toBeNull();
  if (model === null) return;
  const text =
    'Lima, 4 Feb 90 -- A car bomb exploded in front of the U.S. embassy yesterday. The bomb destroyed two vehicles. Shining Path guerrillas also murdered Mayor Juan Perez in Ayacucho. Police blamed the Shining Path.';
  const told = answerByModel(coded(text), model);
  expect(told.types).toContain('BOMBING');
  expect(told.roles.weapon.flat().join(' ')).toMatch(/bomb/i);
  expect(told.roles.victim.flat().join(' ')).toMatch(/Perez/);
});
