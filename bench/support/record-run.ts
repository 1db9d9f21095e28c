import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Id } from '../../src/model/index.ts';
import {
  addDocuments,
  type CapturedDocument,
  capture,
  closeRecord,
  openRecord,
  verifyRecord,
} from '../../src/record/index.ts';
import { makeId } from '../../src/text/index.ts';
import { documentOf } from '../../test/support/claim.ts';
import { reportOf } from '../../test/support/report.ts';

// Fills, opens or verifies a record, alone in its process so that memory is its own: STEP RECORD DOCUMENTS.
const [step, folder = '', count = '0'] = process.argv.slice(2);
const documents = Number(count);
/** Documents of one captured file, and of one acknowledged step. */
const batch = 1_000;

/** The documents of a captured file that holds many, as archives of articles do; each has two reports. */
async function write(): Promise<number> {
  const record = await openRecord(folder, { create: true, by: 'bench' });
  for (let from = 0; from < documents; from += batch) {
    const texts = Array.from(
      { length: Math.min(batch, documents - from) },
      (_, i) => `Article ${from + i}. Gunmen killed ${i} people in a village. ${'It was said. '.repeat(20)}`,
    );
    const captured = await capture(record.evidence, new TextEncoder().encode(texts.join('\n')));
    const items = texts.map((text, i): CapturedDocument => {
      const document = { ...documentOf(text, captured.sha256), id: makeId<'Document'>('doc', captured.sha256, i) };
      const reports = [0, 1].map((n) => {
        const report = reportOf({ id: makeId<'Report'>('report', document.id, n) as Id<'Report'>, quote: 'Article' });
        return { ...report, provenance: { ...report.provenance, document: document.id } };
      });
      return { captured, coded: { document, reports, claims: [] } };
    });
    await addDocuments(record, items);
  }
  closeRecord(record);
  return documents;
}

async function open(): Promise<number> {
  closeRecord(await openRecord(folder, { by: 'bench' }));
  return documents;
}

async function verify(): Promise<number> {
  const record = await openRecord(folder, { by: 'bench' });
  const found = await verifyRecord(record);
  closeRecord(record);
  if (found.alterations.length > 0) throw new Error(JSON.stringify(found.alterations[0]));
  return found.documents;
}

const steps: Readonly<Record<string, () => Promise<number>>> = { write, open, verify };
const start = performance.now();
const before = process.cpuUsage();
const done = await steps[step ?? '']?.();
const seconds = (performance.now() - start) / 1000;
const cpu = process.cpuUsage(before);
const cpuSeconds = (cpu.user + cpu.system) / 1e6;
const megabytes = statSync(join(folder, 'record.duckdb')).size / 1e6;
const peakMb = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ seconds, cpuSeconds, peakMb, documents: done, megabytes }));
