import type { Behind, Filters, Snapshot } from '../model/index.ts';
import { type OpenRecord, rowIds } from '../record/index.ts';

/** Up to so many ids stand in the result itself. */
const mostIds = 1000;

/** The command that lists the rows that these filters choose. */
export function rowsCommand(filters: Filters): string {
  const value = (text: string) => (/^[\w.:-]+$/.test(text) ? text : `"${text.replaceAll('"', '\\"')}"`);
  const given = { ...filters, type: filters.type ?? 'all' };
  const options = Object.entries(given).flatMap(([name, text]) => (text === null ? [] : [`--${name} ${value(text)}`]));
  return ['griot rows', ...options].join(' ');
}

/** What stands behind an analysis that counted `rows` rows. */
export async function behind(
  record: OpenRecord,
  filters: Filters,
  snapshots: readonly Snapshot[],
  rows: number,
): Promise<Behind> {
  const ids = rows > mostIds ? null : await rowIds(record, filters, snapshots);
  return { rows, ids, query: rowsCommand(filters) };
}
