import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeEach, expect, test } from 'vitest';
import type { Actor, Report } from '../../src/model/index.ts';
import {
  addDocument,
  capture,
  closeRecord,
  decide,
  listEvents,
  type OpenRecord,
  openRecord,
  readLog,
  undo,
  verifyRecord,
} from '../../src/record/index.ts';
import { decideNames, mergeEvents, resolveRecord, showEvent, splitEvent } from '../../src/resolving.ts';
import { documentOf } from '../support/claim.ts';
import { emptyFolder } from '../support/folder.ts';
import { importFile } from '../support/import.ts';
import { party, reportOf } from '../support/report.ts';
import { writeTable } from '../support/table.ts';
import { people, reportId, town } from '../support/told.ts';

let folder: string;

beforeEach(() => {
  folder = join(emptyFolder(), 'record');
});

async function inRecord<T>(work: (record: OpenRecord) => Promise<T>): Promise<T> {
  const record = await openRecord(folder, { create: true, by: 'editor' });
  try {
    return await work(record);
  } finally {
    closeRecord(record);
  }
}

/** Reads a text of one report: soldiers killed so many at Moura on 27 March 2022; what is given stands above. */
async function tell(record: OpenRecord, text: string, killed: number, given: Partial<Report> = {}): Promise<void> {
  const captured = await capture(record.evidence, new TextEncoder().encode(text));
  const read = documentOf(text, captured.sha256);
  const document = { ...read, published: { from: '2022-04-05', to: '2022-04-05' } };
  const report = reportOf({
    quote: text,
    when: { from: '2022-03-27', to: '2022-03-27' },
    place: town('Moura', 'Mopti'),
    killed: people(killed),
    ...given,
    id: reportId(`report-${killed}`),
  });
  const provenance = { ...report.provenance, document: document.id } as Report['provenance'];
  await addDocument(record, captured, { document, reports: [{ ...report, provenance }], claims: [] });
}

const listed = async (record: OpenRecord) =>
  (await listEvents(record, {})).shown.map(({ reports }) => reports.map(({ id }) => id));

test('reports that come in one after the other are one event, the same as when all is resolved anew', async () => {
  await inRecord(async (record) => {
    await tell(record, 'Soldiers killed 203 people in Moura.', 203);
    await resolveRecord(record);
    expect(await listed(record)).toEqual([['report-203']]);
    await tell(record, 'The army killed 500 at Moura, the UN said.', 500);
    await tell(record, 'A market burned in Gao.', 3, { place: town('Gao', 'Gao') });
    await resolveRecord(record);
    const step = [['report-203', 'report-500'], ['report-3']];
    expect(await listed(record)).toEqual(step);
    expect((await listEvents(record, { killed: 300 })).shown).toMatchObject([
      { id: 'event-report-203', killed: { low: 203, high: 500 }, sources: 2, contradicts: ['killed'] },
    ]);
    const digest = (await readLog(record)).at(-1)?.data.digest;
    await resolveRecord(record, { all: true });
    expect(await listed(record)).toEqual(step);
    const last = (await readLog(record)).at(-1);
    expect(last).toMatchObject({ kind: 'resolved', data: { events: 1, members: 2, digest } });
    expect(await resolveRecord(record)).toBeNull();
    expect(await verifyRecord(record)).toMatchObject({ alterations: [], events: 1 });
  });
});

test('a merge and a split stand above the resolver, survive it, and can be taken back', async () => {
  await inRecord(async (record) => {
    await tell(record, 'Soldiers killed 203 people in Moura.', 203);
    await tell(record, 'The army killed 500 at Moura, the UN said.', 500);
    await tell(record, 'A market burned in Gao.', 3, { place: town('Gao', 'Gao') });
    await resolveRecord(record);
    const before = await listed(record);
    const merge = await mergeEvents(record, ['event-report-203', 'report-3'], 'one column of vehicles');
    expect(await listed(record)).toEqual([['report-203', 'report-500', 'report-3']]);
    const split = await splitEvent(record, 'event-report-203', ['report-500'], 'another day');
    await resolveRecord(record, { all: true });
    expect(await listed(record)).toEqual([['report-203', 'report-3'], ['report-500']]);
    const { rows } = await showEvent(record, 'event-report-203');
    expect(rows.map(({ assignment }) => assignment?.by)).toEqual([merge.id, merge.id]);
    await undo(record, split.id, 'it was one day');
    await undo(record, merge.id, 'two towns');
    await resolveRecord(record);
    expect(await listed(record)).toEqual(before);
    expect((await verifyRecord(record)).alterations).toEqual([]);
  });
});

/** Resolves what is new, and checks that resolving everything would say the same. */
async function resolved(record: OpenRecord): Promise<string[][]> {
  await resolveRecord(record);
  const events = await listed(record);
  const digest = (await readLog(record)).at(-1)?.data.digest;
  await resolveRecord(record, { all: true });
  expect(await listed(record)).toEqual(events);
  expect((await readLog(record)).at(-1)?.data.digest).toBe(digest);
  expect((await verifyRecord(record)).alterations).toEqual([]);
  return events;
}

test('whom a name stands for joins and parts reports, also when it is taken back', async () => {
  const army = [party('soldiers', 'military', 'Malian Armed Forces')];
  await inRecord(async (record) => {
    await tell(record, 'Soldiers killed 203 people in Moura.', 203, { source: army });
    await tell(record, 'Riders shot 500 at Moura, the UN said.', 500, { source: [party('the Riders', 'rebel')] });
    const apart = [['report-203'], ['report-500']];
    expect(await resolved(record)).toEqual(apart);
    const actor = { id: 'actor-fama', name: 'Malian Armed Forces', sector: 'military', country: 'MLI' } as Actor;
    const settled = await decideNames(record, 'actor-is', { names: [{ name: 'riders', actor }] }, 'their nickname');
    const together = [['report-203', 'report-500']];
    expect(await listed(record)).toEqual(together);
    expect(await resolved(record)).toEqual(together);
    await undo(record, settled.id, 'others are called so');
    expect(await resolved(record)).toEqual(apart);
    await decideNames(
      record,
      'actor-is',
      { names: [{ name: 'Riders', actor: { ...actor, name: 'FAMa' } }] },
      'so signed',
    );
    expect(await resolved(record)).toEqual(together);
    expect((await showEvent(record, 'report-500')).event.source).toHaveLength(2);
    const merged = { ...actor, name: 'FAMa' };
    await decideNames(record, 'same-actor', { keep: actor, merged }, 'its short name');
    expect((await showEvent(record, 'report-500')).event.source).toMatchObject([{ actor: 'Malian Armed Forces' }]);
    const [event] = (await listEvents(record, {})).shown;
    expect(event?.source).toMatchObject([{ actor: 'Malian Armed Forces' }]);
    expect(await resolved(record)).toEqual(together);
  });
});

test('where a place is decides what is read later, too', async () => {
  await inRecord(async (record) => {
    await tell(record, 'Soldiers killed 203 people in Mura.', 203, { place: town('Mura', 'Adamawa', 'NGA') });
    await resolveRecord(record);
    const { text, ...place } = town('Moura', 'Mopti');
    await decideNames(record, 'place-is', { names: [{ name: 'Mura', place }] }, `a spelling of ${text}`);
    await tell(record, 'The army killed 500 people at Moura.', 500);
    expect(await resolved(record)).toEqual([['report-203', 'report-500']]);
  });
});

test('a report that somebody rejects leaves its event, and comes back with the decision taken back', async () => {
  await inRecord(async (record) => {
    await tell(record, 'Soldiers killed 203 people in Moura.', 203);
    await tell(record, 'The army killed 500 at Moura, the UN said.', 500);
    const both = [['report-203', 'report-500']];
    expect(await resolved(record)).toEqual(both);
    const subject = { kind: 'report', id: reportId('report-203'), document: null } as const;
    const rejected = await decide(record, 'reject', { subject }, 'of another year');
    expect(await resolved(record)).toEqual([['report-500']]);
    await expect(showEvent(record, 'report-203')).rejects.toThrow(/somebody rejected/);
    await undo(record, rejected.id, 'of this year');
    expect(await resolved(record)).toEqual(both);
  });
});

test('a merge of one event, a split of all its reports and an unknown id are refused with the way out', async () => {
  await inRecord(async (record) => {
    await tell(record, 'Soldiers killed 203 people in Moura.', 203);
    await resolveRecord(record);
    await expect(mergeEvents(record, ['event-report-203', 'report-203'], 'x')).rejects.toThrow(/two events or more/);
    await expect(splitEvent(record, 'report-203', ['report-203'], 'x')).rejects.toThrow(/so that others stay/);
    await expect(splitEvent(record, 'report-203', ['report-9'], 'x')).rejects.toThrow(/one of report-203/);
    await expect(showEvent(record, 'event-report-204')).rejects.toThrow(/such as event-report-203/);
    expect((await readLog(record)).filter(({ kind }) => kind === 'decided')).toEqual([]);
  });
});

test('rows of a data set join the texts that tell of them, and never each other', async () => {
  await inRecord(async (record) => {
    await tell(record, 'Soldiers killed 6 people in Moura.', 6);
    const place = { place: 'Moura', admin1: 'Mopti', place_precision: 'exact' };
    await importFile(
      record,
      writeTable(folder, [
        place,
        { ...place, date_start: '2022-03-28', date_end: '2022-03-28', killed_best: 90, killed_high: 90 },
      ]),
    );
    await resolveRecord(record);
    const { shown } = await listEvents(record, {});
    expect(shown.map(({ reports }) => reports.length)).toEqual([2, 1]);
    expect(shown[0]).toMatchObject({ killed: { low: 5, best: 6, high: 8 }, sources: 2 });
    const { rows } = await showEvent(record, shown[0]?.id ?? '');
    expect(rows.map(({ report }) => report.provenance.kind)).toEqual(['sentence', 'row']);
  });
});

test('copies of one article are one source', async () => {
  const body =
    'Soldiers surrounded the town on market day and shot men of fighting age for four days while helicopters circled above the river, survivors and relief workers said in interviews.';
  const source = [party('soldiers', 'military', 'Malian Armed Forces')];
  await inRecord(async (record) => {
    await tell(record, `${body} They fled on foot.`, 203, { source });
    await tell(record, `Agence. ${body}`, 204, { source });
    await tell(
      record,
      'Another paper sent its own people to Moura and counted the graves one by one before the rains came to the delta this year.',
      205,
      { source },
    );
    await resolveRecord(record);
    expect((await listEvents(record, {})).shown).toMatchObject([{ sources: 2, reports: [{}, {}, {}] }]);
  });
});

test.each([
  'UPDATE members SET json = replace(json, \'"score"\', \'"Score"\')',
  'UPDATE events SET killed = 1',
  'DELETE FROM members',
  'DELETE FROM events',
])('%s is detected', async (sql) => {
  await inRecord(async (record) => {
    await tell(record, 'Soldiers killed 203 people in Moura.', 203);
    await tell(record, 'The army killed 500 at Moura, the UN said.', 500);
    await resolveRecord(record);
  });
  const instance = await DuckDBInstance.create(join(folder, 'record.duckdb'));
  const connection = await instance.connect();
  await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
  const { alterations } = await inRecord(verifyRecord);
  expect(alterations.map(({ where }) => where)).toEqual(['events']);
});
