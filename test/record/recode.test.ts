import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeEach, expect, test } from 'vitest';
import type { Report } from '../../src/model/index.ts';
import { codeBytes, type Knowledge, loadKnowledge, recode, store } from '../../src/pipeline.ts';
import {
  closeRecord,
  decide,
  listDocuments,
  lostDecisions,
  type OpenRecord,
  openRecord,
  readLog,
  reviewed,
  undo,
  verifyRecord,
} from '../../src/record/index.ts';
import { successorsOf } from '../../src/record/match-codings.ts';
import { mergeEvents, resolveRecord, showEvent } from '../../src/resolving.ts';
import { makeId } from '../../src/text/index.ts';
import { claimOf, documentOf } from '../support/claim.ts';
import { emptyFolder } from '../support/folder.ts';
import { reportOf } from '../support/report.ts';

const knowledge = loadKnowledge();
const text =
  'Gunmen killed 12 villagers near Mopti in Mali on 3 March 2022. Rebels attacked Gao in Mali on 9 May 2022.\n';

let folder: string;
let record: OpenRecord;

beforeEach(async () => {
  folder = emptyFolder();
  record = await openRecord(join(folder, 'record'), { create: true, by: 'A. Editor' });
  const path = join(folder, 'a.txt');
  writeFileSync(path, text);
  const coded = codeBytes(new TextEncoder().encode(text), path, knowledge, { published: '2022-06-01' });
  if (!coded.ok) throw new Error(coded.refusal.found);
  await store(record, path, coded);
  return () => closeRecord(record);
});

/** A newer coder: it makes something else of each report. */
const newer = (name: string, change: (report: Report) => Report | null): Knowledge => ({
  ...knowledge,
  basis: () => name,
  coder: {
    name,
    code(document, sentences, names) {
      const { reports, claims } = knowledge.coder.code(document, sentences, names);
      return { claims, reports: reports.flatMap((report) => change(report) ?? []) };
    },
  },
});

const shorter = newer('newer@2', (report) => {
  if (report.provenance.kind === 'row') return null;
  const { span, quote, document } = report.provenance;
  return {
    ...report,
    id: makeId<'Report'>('report', document, span.start, span.end - 1, 'newer'),
    killed: report.killed === null ? null : { low: 99, best: 99, high: 99 },
    provenance: {
      ...report.provenance,
      coder: 'newer@2',
      span: { ...span, end: span.end - 1 },
      quote: quote.slice(0, -1),
    },
  };
});

const reports = async () => (await listDocuments(record)).flatMap((coded) => coded.reports);
const deadly = async () => (await reports()).find(({ killed }) => killed !== null) as Report;

test('what people decided goes over to the report that takes the place of theirs', async () => {
  const old = await deadly();
  const { subject } = await reviewed(record, old.id);
  await decide(
    record,
    'correct',
    { subject, values: { killed: { low: 14, best: 14, high: 14 } } },
    'the list of names',
  );
  const found = await recode(record, shorter);
  expect(found).toMatchObject({ recoded: 1, changed: 1, current: 0, refused: [] });
  const now = await deadly();
  expect(now.id).not.toBe(old.id);
  expect(now.killed?.best).toBe(14);
  expect(await reviewed(record, old.id)).toMatchObject({
    read: { id: now.id, killed: { best: 99 }, provenance: { coder: 'newer@2' } },
    standing: { killed: { best: 14 } },
    decisions: [{ id: 'd1' }],
  });
  expect(await lostDecisions(record)).toEqual([]);
  expect((await readLog(record)).at(-1)).toMatchObject({ kind: 'recoded', data: { basis: 'newer@2' } });
  expect((await verifyRecord(record)).alterations).toEqual([]);
});

test('a merge of events goes over to the reports that take the place of theirs', async () => {
  await resolveRecord(record);
  const ids = (await reports()).map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(1);
  const merge = await mergeEvents(record, ids, 'one raid in two towns');
  await recode(record, shorter);
  await resolveRecord(record);
  const now = (await reports()).map(({ id }) => id);
  expect(now.filter((id) => ids.includes(id))).toEqual([]);
  const { rows } = await showEvent(record, now[0] ?? '');
  expect(rows.map(({ report }) => report.id).sort()).toEqual([...now].sort());
  expect(new Set(rows.map(({ assignment }) => assignment?.by))).toEqual(new Set([merge.id]));
  await undo(record, merge.id, 'two raids');
  await resolveRecord(record);
  expect((await showEvent(record, now[0] ?? '')).rows).toHaveLength(1);
});

test('only documents that were coded by something else are coded anew, unless all are asked for', async () => {
  expect(await recode(record, knowledge)).toMatchObject({ recoded: 0, current: 1 });
  expect(await recode(record, knowledge, { all: true })).toMatchObject({ recoded: 1, changed: 0 });
  await recode(record, shorter);
  expect(await recode(record, shorter)).toMatchObject({ recoded: 0, current: 1 });
});

test('a decision whose report is gone is told, kept, and stands again when the report comes back', async () => {
  const old = await deadly();
  const { subject } = await reviewed(record, old.id);
  await decide(record, 'reject', { subject }, 'another war');
  await recode(
    record,
    newer('blind@1', () => null),
  );
  expect(await reports()).toEqual([]);
  expect((await lostDecisions(record)).map(({ decision }) => decision.id)).toEqual(['d1']);
  await recode(record, knowledge);
  expect(await lostDecisions(record)).toEqual([]);
  expect((await reports()).map(({ id }) => id)).not.toContain(old.id);
  expect(await reviewed(record, old.id)).toMatchObject({ standing: null });
  expect((await verifyRecord(record)).alterations).toEqual([]);
});

test.each([
  ["UPDATE superseded SET json = replace(json, 'Gunmen', 'Rebels')", /superseded coding \d+ of document doc-/],
  ["UPDATE superseded SET successors = '{}'", /superseded coding \d+/],
  ['DELETE FROM superseded', /superseded coding \d+/],
])('%s is detected', async (sql, where) => {
  await recode(record, shorter);
  closeRecord(record);
  const instance = await DuckDBInstance.create(join(folder, 'record', 'record.duckdb'));
  const connection = await instance.connect();
  await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
  record = await openRecord(join(folder, 'record'));
  const { alterations } = await verifyRecord(record);
  expect(alterations.map((alteration) => alteration.where).join()).toMatch(where);
});

test('successors are of the same type and overlap, one to one, the best overlap first', () => {
  const document = documentOf('Gunmen killed two people and wounded five in Gao. Rebels fled.');
  const at = (id: string, start: number, end: number, given: Partial<Report> = {}) =>
    reportOf({
      ...given,
      id: id as Report['id'],
      provenance: {
        kind: 'sentence',
        document: document.id,
        span: { start, end },
        quote: document.text.slice(start, end),
        coder: 'test@1',
        score: 1,
      },
    });
  const coded = (found: Report[]) => ({ document, reports: found, claims: [claimOf({})] });
  const successors = (old: Report[], next: Report[]) => successorsOf(coded(old), coded(next));
  expect(successors([at('a', 0, 49)], [at('b', 0, 28), at('c', 0, 48)])).toEqual({ a: 'c' });
  expect(successors([at('a', 0, 24), at('x', 10, 49)], [at('b', 0, 48)])).toEqual({ a: null, x: 'b' });
  expect(successors([at('a', 0, 49)], [at('b', 0, 49, { type: 'COERCE' })])).toEqual({ a: null });
  expect(successors([at('a', 0, 49)], [at('b', 50, 62)])).toEqual({ a: null });
  expect(successors([at('a', 0, 49)], [at('a', 0, 49), at('b', 0, 48)])).toEqual({});
  const moved = { ...coded([at('b', 0, 49)]), document: { ...document, text: `Title. ${document.text}` } };
  expect(successorsOf(coded([at('a', 0, 48)]), moved)).toEqual({ a: 'b' });
});
