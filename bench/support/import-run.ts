import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { importInto } from '../../src/pipeline.ts';
import { closeRecord, openRecord } from '../../src/record/index.ts';

// One side of the import benchmark, alone in its process: `griot` or `bare`, the file, a folder to work in.
const [side, file = '', folder = ''] = process.argv.slice(2);
const path = join(folder, side === 'griot' ? 'record' : 'bare.duckdb');
rmSync(path, { recursive: true, force: true });
const start = performance.now();
let rows = 0;
if (side === 'griot') {
  const record = await openRecord(path, { create: true });
  rows = (await importInto(record, file, {}, () => {})).rows;
  closeRecord(record);
} else {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  await connection.run('CREATE TABLE bare AS SELECT * FROM read_csv(?)', [file]);
  rows = Number((await connection.runAndReadAll('SELECT count(*)::INTEGER FROM bare')).getRows()[0]?.[0]);
  connection.closeSync();
  instance.closeSync();
}
const seconds = (performance.now() - start) / 1000;
console.log(JSON.stringify({ seconds, peakMb: process.resourceUsage().maxRSS / 1024, rows }));
