import { closeRecord, openRecord } from '../../src/record/index.ts';
import { importFile } from './import.ts';

// Imports files one after another and says so of each only when it is in: `node importChild.ts RECORD FILE…`.
const [folder = '', ...files] = process.argv.slice(2);
const record = await openRecord(folder, { create: true, by: 'child' });
process.stdout.write('open\n');
for (const file of files) {
  await importFile(record, file, file);
  process.stdout.write(`${file}\n`);
}
closeRecord(record);
