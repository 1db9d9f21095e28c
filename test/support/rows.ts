import { closeRecord, type OpenRecord, openRecord } from '../../src/record/index.ts';
import { emptyFolder } from './folder.ts';
import { importFile } from './import.ts';
import { type Incident, writeTable } from './table.ts';

/** An incident of one day. */
export const day = (date: string, rest: Incident = {}): Incident => ({ date_start: date, date_end: date, ...rest });

/** Does its work on a record that holds these incidents, a release each table. */
export async function withRows<T>(
  tables: Record<string, readonly Incident[]>,
  work: (record: OpenRecord) => Promise<T>,
): Promise<T> {
  const folder = emptyFolder();
  const record = await openRecord(`${folder}/record`, { create: true });
  try {
    for (const [release, rows] of Object.entries(tables))
      await importFile(record, writeTable(folder, rows, `${release}.csv`), release);
    return await work(record);
  } finally {
    closeRecord(record);
  }
}
