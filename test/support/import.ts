import { basename } from 'node:path';
import { openTable, recogniseTable } from '../../src/exchange/index.ts';
import { capture, type Imported, importTable, type OpenRecord } from '../../src/record/index.ts';

/** Imports a table into the record with the format that its header fits. */
export async function importFile(record: OpenRecord, path: string, release = 'test'): Promise<Imported> {
  const captured = await capture(record.evidence, { file: path });
  const table = await openTable(captured.path, path);
  try {
    const format = recogniseTable(table.header);
    if (format === null) throw new Error(`no format for ${table.header.join(',')}`);
    const input = {
      path: table.path,
      delimiter: table.delimiter,
      header: table.header,
      skip: table.tagged ? 2 : 1,
      name: basename(path),
      captured,
    };
    return await importTable(record, input, format, { release, sample: format.sample });
  } finally {
    table.dispose();
  }
}
