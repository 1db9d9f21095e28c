import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { manualType, vocabulariesOf } from '../../src/code/index.ts';
import { exactly, isPloverType, ploverTypes, type Report } from '../../src/model/index.ts';
import { readTable, shipped } from '../../src/text/index.ts';
import { party, reportOf } from '../support/report.ts';

const army = party('the army', 'military');
const rebels = party('rebels', 'rebel');
const militia = party('militiamen', 'militia');
const villagers = party('villagers', 'civilian');
const marchers = party('protesters', 'civilian');
const mission = party('the mission', 'igo');

type Given = Parameters<typeof reportOf>[0];
const sub = (given: Given) => vocabulariesOf(reportOf(given)).acled?.subEvent ?? null;
const cameo = (given: Given) => vocabulariesOf(reportOf(given)).cameo;
const ucdp = (given: Given) => vocabulariesOf(reportOf(given)).ucdp;

test('a fight is an armed clash, violence on the unarmed an attack', () => {
  expect(sub({ source: [army, rebels] })).toBe('Armed clash');
  expect(sub({ source: [rebels], target: [army] })).toBe('Armed clash');
  expect(sub({ source: [rebels], target: [villagers], mode: 'firearms' })).toBe('Attack');
  expect(sub({ source: [rebels], target: [party('the mayor', 'government')] })).toBe('Attack');
  expect(sub({ source: [rebels], target: [army], mode: 'execute' })).toBe('Attack');
});

test('the weapon decides for remote violence, whoever was hit', () => {
  expect(sub({ source: [army], target: [villagers], mode: 'drone' })).toBe('Air/drone strike');
  expect(sub({ target: [army], mode: 'explosives' })).toBe('Remote explosive/landmine/IED');
  expect(sub({ target: [army], mode: 'explosives', quote: 'Men threw grenades at a post.' })).toBe('Grenade');
  expect(sub({ source: [rebels], target: [army], mode: 'suicide-attack' })).toBe('Suicide bomb');
});

test('a town taken by force is fighting, its holding a change of territory, a coup neither', () => {
  expect(
    vocabulariesOf(reportOf({ source: [rebels], target: [army], quote: 'Rebels took the town by force.' })),
  ).toEqual({ cameo: '190', acled: { event: 'Battles', subEvent: 'Armed clash' }, ucdp: null });
  const taken = { type: 'COERCE', mode: 'seize', quote: 'captured the town' } as const;
  expect(cameo({ ...taken, source: [rebels] })).toBe('192');
  expect(sub({ ...taken, source: [rebels] })).toBe('Non-state actor overtakes territory');
  expect(sub({ ...taken, source: [army] })).toBe('Government regains territory');
  expect(sub({ ...taken, source: [army], quote: 'took the town without a fight' })).toBe(
    'Non-violent transfer of territory',
  );
  expect(sub({ ...taken, source: [army], quote: 'Soldiers seized power in a coup.' })).toBe('Other');
  expect(sub({ ...taken, source: [rebels], quote: 'stole cattle near the village' })).toBe(
    'Looting/property destruction',
  );
});

test('sanctions imposed, threatened and lifted are three things', () => {
  expect(cameo({ type: 'SANCTION', mode: 'discontinue', quote: 'imposed an arms embargo' })).toBe('163');
  expect(cameo({ type: 'THREATEN', mode: 'restrict', quote: 'threatened sanctions' })).toBe('1312');
  expect(cameo({ type: 'RETREAT', quote: 'The sanctions were lifted.' })).toBe('085');
});

test('peacekeepers are sent, let in or expelled', () => {
  expect(cameo({ type: 'MOBILIZE', mode: 'troops', source: [mission] })).toBe('154');
  expect(cameo({ type: 'RETREAT', mode: 'access', quote: 'agreed to receive peacekeepers' })).toBe('0861');
  expect(cameo({ type: 'SANCTION', mode: 'expel', quote: 'expelled the UN peacekeepers' })).toBe('1661');
});

test('an appeal is CAMEO 02, a demand 10', () => {
  expect(cameo({ type: 'REQUEST', mode: 'yield', quote: 'urged both sides to agree to a ceasefire' })).toBe('0256');
  expect(cameo({ type: 'REQUEST', mode: 'yield', quote: 'demanded a ceasefire' })).toBe('1056');
  expect(cameo({ type: 'REQUEST', quote: 'a exigé des réponses' })).toBe('100');
  expect(cameo({ type: 'REQUEST', quote: 'said that the rebels must stop' })).toBe('100');
  expect(cameo({ type: 'REQUEST', quote: 'asked for calm in order to protect the border' })).toBe('020');
});

test('what is denied or supposed has no name, what is planned only an intent', () => {
  expect(vocabulariesOf(reportOf({ source: [rebels], target: [army], status: 'denied' }))).toEqual({
    cameo: null,
    acled: null,
    ucdp: null,
  });
  const planned = { type: 'AID', status: 'planned' } as const;
  expect(vocabulariesOf(reportOf(planned))).toEqual({ cameo: '033', acled: null, ucdp: null });
  expect(manualType(planned)).toBe('AGREE');
  expect(manualType({ type: 'RETREAT', status: 'planned' })).toBe('CONCEDE');
  expect(manualType({ type: 'SANCTION', status: 'planned' })).toBe('THREATEN');
  expect(manualType({ type: 'REJECT', status: 'denied' })).toBeNull();
});

test('UCDP types follow from who stands on each side, and only for the dead', () => {
  const dead = { killed: exactly(3) };
  expect(ucdp({ ...dead, source: [rebels], target: [army, villagers] })).toBe(1);
  expect(ucdp({ ...dead, source: [army, rebels] })).toBe(1);
  expect(ucdp({ ...dead, source: [rebels], target: [militia] })).toBe(2);
  expect(ucdp({ ...dead, source: [army], target: [villagers] })).toBe(3);
  expect(ucdp({ ...dead, source: [party('gunmen')], target: [villagers] })).toBeNull();
  expect(ucdp({ ...dead, source: [rebels], target: [mission] })).toBeNull();
  expect(ucdp({ source: [rebels], target: [army] })).toBeNull();
  expect(ucdp({ source: [rebels], target: [army], killed: exactly(0) })).toBeNull();
});

test('protest, intervention, excessive force and riot are told apart', () => {
  expect(sub({ type: 'PROTEST', mode: 'demo', source: [marchers] })).toBe('Peaceful protest');
  expect(sub({ type: 'PROTEST', mode: 'demo', quote: 'Police dispersed the marchers with tear gas.' })).toBe(
    'Protest with intervention',
  );
  expect(sub({ source: [party('police', 'police')], target: [marchers], killed: exactly(2) })).toBe(
    'Excessive force against protesters',
  );
  expect(sub({ type: 'PROTEST', mode: 'riot' })).toBe('Violent demonstration');
  expect(sub({ source: [party('a mob')], target: [villagers] })).toBe('Mob violence');
  expect(sub({ type: 'PROTEST', mode: 'hunger' })).toBeNull();
});

test('who arrests decides between arrest and abduction', () => {
  const held = { type: 'COERCE', mode: 'arrest', target: [villagers] } as const;
  expect(sub({ ...held, source: [army] })).toBe('Arrests');
  expect(sub({ ...held, source: [rebels] })).toBe('Abduction/forced disappearance');
});

test('a row of a data set has no words, so only its type, mode and sides count', () => {
  const row: Pick<Report, 'provenance'> = {
    provenance: { kind: 'row', snapshot: 'snap' as never, row: '1' },
  };
  expect(vocabulariesOf({ ...reportOf({ type: 'SUPPORT' }), ...row }).cameo).toBe('050');
});

test('every type has a CAMEO code, each of a root that the table of roots gives that type', () => {
  const roots = new Map(readTable(ontology('cameo-roots.tsv'), ['root', 'plover']).rows.map((r) => [r.root, r.plover]));
  for (const type of ploverTypes) expect(cameo({ type })).toMatch(/^\d{2,4}$/);
  for (const { type, status, cameo: code, line } of readTable(ontology('plover-cameo.tsv'), ['type', 'status', 'cameo'])
    .rows) {
    const root = code.slice(0, 2);
    expect(roots.has(root), `line ${line}`).toBe(true);
    const near = (roots.get(root) ?? '').split('|');
    const elsewhere = new Set(['02 REQUEST', '08 CONCEDE', '08 RETREAT', '11 SANCTION', '17 ASSAULT', '17 SANCTION']);
    elsewhere.add('19 COERCE').add('03 AGREE');
    // Concern, condolences and owning up are statements to CAMEO, which PLOVER has no type for.
    elsewhere.add('01 ACCUSE').add('01 SUPPORT').add('01 ASSAULT');
    if (status === '')
      for (const one of type.split('|')) expect(near.includes(one) || elsewhere.has(`${root} ${one}`), code).toBe(true);
  }
});

test('the tables name only types, modes and sub-events that their lists have', () => {
  const modes = new Set(
    readTable(ontology('plover-modes.tsv'), ['type', 'mode']).rows.map(({ type, mode }) => `${type} ${mode}`),
  );
  const events = new Set(
    readTable(ontology('acled-sub-events.tsv'), ['event', 'sub_event']).rows.map((r) => `${r.event}: ${r.sub_event}`),
  );
  expect(events.size).toBe(25);
  expect(readTable(ontology('plover-types.tsv'), ['type']).rows.map(({ type }) => type)).toEqual([...ploverTypes]);
  for (const table of ['plover-cameo.tsv', 'plover-acled.tsv', 'plover-ucdp.tsv'])
    for (const { type, mode, line } of readTable(ontology(table), ['type', 'mode']).rows)
      for (const one of type.split('|')) {
        expect(isPloverType(one), `${table} ${line}`).toBe(true);
        for (const name of mode.split('|').filter((m) => m !== '' && m !== '-'))
          expect(
            type.split('|').some((t) => modes.has(`${t} ${name}`)),
            `${table}, line ${line}: ${name}`,
          ).toBe(true);
      }
  for (const row of readTable(ontology('plover-acled.tsv'), ['event', 'sub_event']).rows)
    expect(events.has(`${row.event}: ${row.sub_event}`), `line ${row.line}`).toBe(true);
});

test('the tables have as many cells in every line as in the header', () => {
  for (const table of [
    'plover-types',
    'plover-modes',
    'cameo-roots',
    'acled-sub-events',
    'plover-cameo',
    'party-words',
  ]) {
    const lines = readFileSync(ontology(`${table}.tsv`), 'utf8')
      .trimEnd()
      .split('\n');
    const width = lines[0]?.split('\t').length;
    for (const line of lines.filter((text) => !text.startsWith('#'))) expect(line.split('\t').length, line).toBe(width);
  }
});

function ontology(name: string): string {
  return shipped('data', 'ontology', name);
}
