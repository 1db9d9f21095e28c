import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Id } from '../../src/model/index.ts';
import {
  closeRecord,
  custodyLog,
  decide,
  importSeal,
  type OpenRecord,
  openRecord,
  sealRequest,
  verifyRecord,
} from '../../src/record/index.ts';
import { entryHash, type LogEntry } from '../../src/record/log.ts';
import { sha256 } from '../../src/text/index.ts';
import { type Authority, authority } from '../support/authority.ts';
import { emptyFolder } from '../support/folder.ts';

let folder: string;
let record: OpenRecord;
let stamps: Authority;

beforeAll(async () => {
  stamps = await authority();
});

beforeEach(async () => {
  folder = emptyFolder();
  record = await openRecord(join(folder, 'record'), { create: true, by: 'Awa' });
  await decide(record, 'together', { reports: ['r1', 'r2'] as Id<'Report'>[] }, 'one massacre');
  return () => closeRecord(record);
});

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const answered = async (options?: Parameters<Authority['answer']>[1], by = stamps): Promise<Uint8Array> =>
  by.answer((await sealRequest(record)).request, options);

const verified = async (options?: Parameters<typeof verifyRecord>[2]) => verifyRecord(record, () => {}, options);

test('the request asks for the SHA-256 of the last log line as it stands in the file', async () => {
  const { line, digest } = await sealRequest(record);
  const lines = readFileSync(record.logPath, 'utf8').split('\n');
  expect([line, digest]).toEqual([2, sha256(lines[1] ?? '')]);
});

test('an answer is kept as evidence and checked offline; what could not be checked is said', async () => {
  const seal = await importSeal(record, file('answer.tsr', await answered({ time: new Date('2049-01-01T00:00:00Z') })));
  expect(seal).toMatchObject({ line: 2, time: '2049-01-01T00:00:00.000Z', authority: 'Test Time Stamps', faults: [] });
  expect(seal.unchecked).toEqual([
    'whether a certificate was revoked (that needs a connection)',
    'whether Test Root can be trusted (--ca FILE with its certificate)',
  ]);
  expect(await verified()).toMatchObject({ alterations: [], seals: [{ line: 2 }], evidence: 1, logLines: 3 });
  expect(await custodyLog(record)).toMatchObject([{ seq: 3, event: 'imported', origin: 'answer.tsr' }]);
});

test('with the certificate of the root nothing but revocation is left open; another root is no trust', async () => {
  await importSeal(record, file('answer.tsr', await answered()));
  const { alterations, seals } = await verified({ ca: file('root.pem', stamps.root) });
  expect(alterations).toEqual([]);
  expect(seals[0]?.unchecked).toHaveLength(1);
  const other = await verified({ ca: file('other.pem', (await authority()).root) });
  expect(other.alterations).toMatchObject([{ where: expect.stringContaining('seal of line 2') }]);
  await expect(verified({ ca: file('none.pem', 'no certificate') })).rejects.toThrow(/no certificate/);
});

test('an answer without certificates needs those that are given', async () => {
  const path = file('answer.tsr', await answered({ withCertificates: false }));
  await expect(importSeal(record, path)).rejects.toThrow(/signature does not hold/);
});

test('a forged answer is refused: one byte of the time, of the signature', async () => {
  const whole = await answered({ time: new Date('2030-05-05T05:05:05Z') });
  const at = Buffer.from(whole).indexOf('20300505');
  expect(at).toBeGreaterThan(0);
  for (const place of [at + 3, whole.length - 3]) {
    const forged = Uint8Array.from(whole);
    forged[place] = (forged[place] ?? 0) ^ 1;
    await expect(importSeal(record, file('forged.tsr', forged))).rejects.toThrow(/signature does not hold/);
  }
});

test('an answer of an authority that may not stamp is refused', async () => {
  const other = await authority('1.3.6.1.5.5.7.3.1');
  const path = file('answer.tsr', await answered({}, other));
  await expect(importSeal(record, path)).rejects.toThrow(/may not sign time stamps/);
});

test('an answer outside the life of the certificate is refused', async () => {
  const path = file('answer.tsr', await answered({ time: new Date('2050-01-01T00:00:00Z') }));
  await expect(importSeal(record, path)).rejects.toThrow(/not valid at the time/);
});

test('an answer for another digest is refused', async () => {
  const path = file('answer.tsr', await answered({ digest: 'ab'.repeat(32) }));
  await expect(importSeal(record, path)).rejects.toThrow(/abababab.*no line of this log has/);
});

test('what is no answer is refused, and nothing changes', async () => {
  const whole = await answered();
  const request = (await sealRequest(record)).request;
  const garbage = [
    whole.slice(0, whole.length / 2),
    whole.slice(0, 10),
    new Uint8Array(0),
    request,
    new Uint8Array(5_000).fill(0x30),
  ];
  for (const bytes of [...garbage, randomBytes(3_000)])
    await expect(importSeal(record, file('bad.tsr', bytes))).rejects.toThrow(
      /no time-stamp response.*Nothing was changed/s,
    );
  await expect(importSeal(record, file('big.tsr', randomBytes(1_000_000)))).rejects.toThrow(/a file of 1000000 bytes/);
  await expect(importSeal(record, join(folder, 'none.tsr'))).rejects.toThrow(/no such file/);
  expect(await verified()).toMatchObject({ alterations: [], logLines: 2, evidence: 0 });
});

test('a log that was rewritten as a whole does not fit its seal any more', async () => {
  const answer = await answered();
  await importSeal(record, file('answer.tsr', answer));
  await rewriteLog();
  const { alterations } = await verified();
  expect(alterations.map(({ where, found }) => [where.slice(0, 14), found])).toEqual([
    ['seal of line 2', expect.stringContaining('which no line of the log has')],
  ]);
});

test('an answer kept outside the record finds out a rewriting that took the seal away', async () => {
  const outside = file('answer.tsr', await answered());
  expect((await verified({ seals: [outside] })).alterations).toEqual([]);
  await rewriteLog();
  expect((await verified()).alterations).toEqual([]);
  expect((await verified({ seals: [outside] })).alterations).toMatchObject([
    { where: `seal ${outside}`, expected: 'a line of this log: it was rewritten since' },
  ]);
});

/** What somebody with the whole folder in hand can do: another decision, every line chained anew, in both places. */
async function rewriteLog(): Promise<void> {
  const lines = readFileSync(record.logPath, 'utf8').split('\n').slice(0, -1);
  let prev = '0'.repeat(64);
  const rewritten = lines.map((line) => {
    const entry = JSON.parse(line.replace('one massacre', 'two massacres')) as LogEntry;
    const body = { ...entry, prev };
    prev = entryHash(body);
    return JSON.stringify({ ...body, hash: prev });
  });
  writeFileSync(record.logPath, rewritten.map((line) => `${line}\n`).join(''));
  for (const [i, line] of rewritten.entries())
    await record.database.run('UPDATE log SET line = ? WHERE seq = ?', [line, i + 1]);
  await record.database.run("UPDATE decisions SET json = replace(json, 'one massacre', 'two massacres')");
}
