import { readFileSync } from 'node:fs';
import { UnusableInput } from '../model/index.ts';

/** A line of a table that could not be read: which file, which line, what was found, what was expected. */
export interface TableFault {
  readonly file: string;
  /** From 1, the header being line 1. */
  readonly line: number;
  readonly message: string;
}

export interface Table<Column extends string> {
  readonly rows: readonly (Readonly<Record<Column, string>> & { readonly line: number })[];
  readonly faults: readonly TableFault[];
}

/**
 * Reads a tab-separated table: UTF-8, one header line, no quoting, `#` opens a comment line. A line with the wrong
 * number of cells is a fault and left out; the others are read. Throws {@link UnusableInput} when a wanted
 * column is missing.
 */
export function readTable<Column extends string>(path: string, columns: readonly Column[]): Table<Column> {
  const lines = readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  const header = (lines[0] ?? '').split('\t');
  const at = columns.map((column) => header.indexOf(column));
  const missing = columns.filter((_, i) => at[i] === -1);
  if (missing.length > 0) {
    throw new UnusableInput({
      file: path,
      line: 1,
      found: `the columns ${header.join(', ')}`,
      expected: `${missing.join(', ')} as well, separated by tabs`,
      wayOut: 'Add the missing columns.',
    });
  }
  const rows: (Record<Column, string> & { line: number })[] = [];
  const faults: TableFault[] = [];
  for (let i = 1; i < lines.length; i++) {
    const text = lines[i] as string;
    if (text === '' || text.startsWith('#')) continue;
    const cells = text.split('\t');
    if (cells.length !== header.length) {
      faults.push({
        file: path,
        line: i + 1,
        message: `${cells.length} cells found, ${header.length} expected (${header.join(', ')}), separated by tabs`,
      });
      continue;
    }
    const row = { line: i + 1 } as Record<string, string | number>;
    columns.forEach((column, c) => {
      row[column] = cells[at[c] as number] as string;
    });
    rows.push(row as Record<Column, string> & { line: number });
  }
  return { rows, faults };
}
