export { type Exported, type ExportFormat, type ExportSource, exportFormats, exportText } from './exports.ts';

import { columnsOf, type TableFormat } from '../model/index.ts';
import { incidents } from './incidents.ts';
import { ucdpGed } from './ucdp-ged.ts';

export { openTable, type TableFile } from './open-table.ts';
export { dictionaryOf, type LoadedDictionaries, readDictionaries } from './petrarch/read.ts';

/** Foreign tables that griot can import; their names are those of `--as`. */
export function tableFormats(): readonly TableFormat[] {
  return [ucdpGed(), incidents()];
}

/** The format whose columns a header line holds all of, or null. */
export function recogniseTable(header: readonly string[]): TableFormat | null {
  const names = new Set(header);
  return tableFormats().find((format) => columnsOf(format).every((column) => names.has(column))) ?? null;
}

/** The format that the header comes closest to, and the columns that it lacks; null when it shares none. */
export function nearestTable(header: readonly string[]): { title: string; missing: readonly string[] } | null {
  const names = new Set(header);
  const near = tableFormats().map((format) => {
    const columns = columnsOf(format);
    return { title: format.title, missing: columns.filter((column) => !names.has(column)), of: columns.length };
  });
  const best = near.reduce((a, b) => (b.missing.length / b.of < a.missing.length / a.of ? b : a));
  return best.missing.length === best.of ? null : best;
}
