import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Report } from '../../src/model/index.ts';
import { codeBytes, loadKnowledge, store } from '../../src/pipeline.ts';
import {
  closeRecord,
  countActors,
  countPlaces,
  decide,
  listEvents,
  type OpenRecord,
  openRecord,
  readCorrection,
  readReports,
  readSeries,
  reviewed,
  undo,
  verifyRecord,
  waiting,
} from '../../src/record/index.ts';
import { emptyFolder } from '../support/folder.ts';
import { importFile } from '../support/import.ts';
import { writeTable } from '../support/table.ts';

const knowledge = loadKnowledge();
const { registry } = knowledge;
const raid =
  'Fighters of the Zarbo Front killed 12 villagers near Mopti in Mali on 3 March 2022. The Zarbo Front killed two herders in Kolbani on 5 March 2022, the army said.\n';

let folder: string;
let record: OpenRecord;

beforeEach(async () => {
  folder = emptyFolder();
  record = await openRecord(join(folder, 'record'), { create: true, by: 'A. Editor' });
  await readText('a.txt', raid);
  const rows = [
    { side_a: 'Zarbo Front', side_b: 'Civilians (Mali)' },
    { side_a: 'JNIM', killed_best: 90, killed_high: 99 },
  ];
  await importFile(record, writeTable(folder, rows));
  return () => closeRecord(record);
});

async function readText(name: string, text: string): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, text);
  const coded = codeBytes(new TextEncoder().encode(text), path, knowledge, { published: '2022-04-01' });
  if (!coded.ok) throw new Error(coded.refusal.found);
  await store(record, path, coded);
}

const unresolved = async () =>
  (await countActors(record, registry.actorNamed)).unresolved.map(({ name }) => name.replace(/^the /i, ''));
const actors = async () => (await countActors(record, registry.actorNamed)).actors;
/** Events by the report that alone tells of each. */
const events = async () =>
  (await listEvents(record, {})).shown.map(({ reports: [{ id }], ...event }) => ({ ...event, id }));

async function deadliest(): Promise<Report> {
  const [item] = await waiting(record, 'report');
  return item?.read as Report;
}

const front = { id: 'actor-1' as never, name: 'Zarbo Liberation Front', country: 'MLI', sector: 'rebel' as const };

test('a name that no table knows is settled for all texts and rows, those that come later too', async () => {
  expect(await unresolved()).toContain('Zarbo Front');
  const { unresolved: names } = await countActors(record, registry.actorNamed);
  expect(names.find(({ name }) => /Zarbo/.test(name))?.example).toMatch(/Zarbo|row/);
  const { id } = await decide(record, 'actor-is', { names: [{ name: 'Zarbo Front', actor: front }] }, 'told so');
  expect(await unresolved()).not.toContain('Zarbo Front');
  const before = (await actors()).find(({ name }) => name === front.name);
  expect(before).toMatchObject({ sector: 'rebel', country: 'MLI' });
  await readText('b.txt', 'The Zarbo Front attacked Gao in Mali on 9 May 2022 and killed 3 soldiers.\n');
  expect((await actors()).find(({ name }) => name === front.name)?.source).toBe((before?.source ?? 0) + 1);
  await undo(record, id, 'not so');
  expect(await unresolved()).toContain('Zarbo Front');
});

test('merging two actors links all reports anew, rows too, and undoing parts them', async () => {
  const jnim = registry.actorNamed('JNIM');
  if (jnim === null) throw new Error('JNIM is in the tables');
  await decide(record, 'actor-is', { names: [{ name: 'Zarbo Front', actor: front }] }, 'told so');
  const { id } = await decide(record, 'same-actor', { keep: front, merged: jnim }, 'one group');
  const names = (await actors()).map(({ name }) => name);
  expect(names).toContain(front.name);
  expect(names).not.toContain(jnim.name);
  const doers = (await readReports(record, {}, registry.actorNamed)).flatMap(({ source }) => source);
  expect(doers.find(({ text }) => text === 'JNIM')?.actor).toBe(front.name);
  await undo(record, id, 'two groups');
  expect((await actors()).map(({ name }) => name)).toContain(jnim.name);
});

test('places are counted as they stand; one that the gazetteer lacks has no coordinates', async () => {
  const places = await countPlaces(record);
  expect(places.find(({ place }) => place.name === 'Mopti')?.total).toBeGreaterThan(0);
  const lacking = places.find(({ place }) => place.text === 'Kolbani');
  expect(lacking?.place).toMatchObject({ name: null, latitude: null, longitude: null });
});

test('a correction stands above what was read, and both are shown with time and name', async () => {
  const { id } = await deadliest();
  const all = (await waiting(record)).length;
  const { subject, standing } = await reviewed(record, id);
  if (standing === null) throw new Error('nothing is rejected yet');
  const values = readCorrection(standing, ['killed=15', 'place.name=Moura, MLI'], registry);
  await decide(record, 'correct', { subject, values }, 'toll of the district office');
  expect(await waiting(record)).toHaveLength(all - 1);
  expect((await events()).find((event) => event.id === id)).toMatchObject({
    killed: { low: 15, best: 15, high: 15 },
    place: { name: 'Moura', latitude: 14.33, precision: 'exact' },
  });
  const shown = await reviewed(record, id);
  expect(shown.read).toMatchObject({ killed: { best: 12 }, provenance: { coder: expect.stringMatching(/^rules@/) } });
  expect(shown.coded).toMatchObject({ by: 'A. Editor', at: expect.stringMatching(/^20/) });
  expect(shown.decisions).toMatchObject([{ kind: 'correct', by: 'A. Editor' }]);
  expect((await verifyRecord(record)).alterations).toEqual([]);
});

test('what is rejected leaves the lists and stays in the record; undoing brings it back', async () => {
  const { id } = await deadliest();
  const { subject } = await reviewed(record, id);
  const { id: decision } = await decide(record, 'reject', { subject }, 'another war');
  expect((await events()).map((event) => event.id)).not.toContain(id);
  expect(await reviewed(record, id)).toMatchObject({ standing: null, read: { id } });
  await undo(record, decision, 'it is so');
  expect((await events()).map((event) => event.id)).toContain(id);
  await expect(reviewed(record, 'report-0')).rejects.toThrow('no report and no claim report-0');
});

test('a rejected row leaves the series that checks count, a corrected one counts as corrected', async () => {
  const killed = async () => [...((await readSeries(record, ['MLI']))[0]?.killedBest ?? [])].sort((a, b) => a - b);
  expect(await killed()).toEqual([6, 90]);
  const row = (await events()).find((event) => event.killed?.best === 90);
  const { subject } = await reviewed(record, row?.id ?? '');
  await decide(record, 'correct', { subject, values: { killed: { low: 20, best: 20, high: 20 } } }, 'typing error');
  expect(await killed()).toEqual([6, 20]);
  expect((await listEvents(record, { killed: 80 })).shown).toEqual([]);
  expect((await listEvents(record, { killed: 20 })).shown.map(({ reports: [{ id }] }) => id)).toEqual([row?.id]);
  await decide(record, 'reject', { subject }, 'twice in the release');
  expect(await killed()).toEqual([6]);
});
