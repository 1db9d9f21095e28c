import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Id, Report } from '../../src/model/index.ts';
import { addDocument, capture, closeRecord, decide, openRecord, undo } from '../../src/record/index.ts';
import { seeded } from '../../src/stats/index.ts';
import { makeId } from '../../src/text/index.ts';
import { claimOf, documentOf } from '../../test/support/claim.ts';
import { importFile } from '../../test/support/import.ts';
import { reportOf } from '../../test/support/report.ts';
import { writeTable } from '../../test/support/table.ts';
import { claimsOfDocument, reportsOfDocument, rowsOfTable } from './endurance.ts';

// Writes to a record without end and says of each step only when it is on disk: RECORD SEED. Somebody kills it.
const [folder = '', seed = '1'] = process.argv.slice(2);
const random = seeded(Number(seed));
const record = await openRecord(folder, { create: true, by: 'child', patience: 60_000 });
const tables = join(folder, '..', `tables-${seed}`);
mkdirSync(tables, { recursive: true });
const say = (line: string) => process.stdout.write(`${line}\n`);
say('open');

const seen: Id<'Report'>[] = [];
const decided: string[] = [];

async function read(n: number): Promise<void> {
  const text = `Document ${n} of ${seed}. Gunmen killed ${n} people in Moura.`;
  const captured = await capture(record.evidence, new TextEncoder().encode(text));
  const document = documentOf(text, captured.sha256);
  const coded = <Kind extends 'Report' | 'Claim'>(kind: Kind, i: number) => ({
    id: makeId<Kind>(kind.toLowerCase(), document.id, i),
    provenance: {
      kind: 'sentence' as const,
      document: document.id,
      span: { start: 0, end: 8 },
      quote: 'Document',
      coder: 'bench@1',
      score: 1,
    },
  });
  const reports = Array.from({ length: reportsOfDocument }, (_, i) => reportOf(coded('Report', i)));
  const claims = Array.from({ length: claimsOfDocument }, (_, i) =>
    claimOf({ document: document.id, ...coded('Claim', i) }),
  );
  await addDocument(record, captured, { document, reports, claims });
  seen.push(...reports.map(({ id }) => id));
  say(`document ${document.id}`);
}

async function bring(n: number): Promise<void> {
  const release = `${seed}-${n}`;
  await importFile(
    record,
    writeTable(
      tables,
      Array.from({ length: rowsOfTable }, () => ({ summary: release })),
      `${release}.csv`,
    ),
    release,
  );
  say(`release ${release}`);
}

async function judge(n: number): Promise<void> {
  const pick = () => seen[Math.floor(random() * seen.length)] as Id<'Report'>;
  const subject = { kind: 'report' as const, id: pick(), document: null };
  const made =
    n % 3 === 0
      ? await decide(record, 'together', { reports: [pick(), pick()] }, 'one happening')
      : n % 3 === 1
        ? await decide(record, 'accept', { subject }, 'read it')
        : await decide(
            record,
            'correct',
            { subject, values: { killed: { low: n, best: n, high: n } } as Partial<Report> },
            'the table says so',
          );
  decided.push(made.id);
  say(`decision ${made.id}`);
}

async function takeBack(): Promise<void> {
  const id = decided.pop();
  if (id === undefined) return;
  await undo(record, id, 'not so');
  say(`undone ${id}`);
}

// Never closed: only a kill ends it. A limit keeps an orphan from filling the disk.
for (let n = 0; n < 5_000; n++) {
  const which = seen.length === 0 ? 0 : random();
  if (which < 0.45) await read(n);
  else if (which < 0.6) await bring(n);
  else if (which < 0.9) await judge(n);
  else await takeBack();
}
closeRecord(record);
rmSync(tables, { recursive: true, force: true });
