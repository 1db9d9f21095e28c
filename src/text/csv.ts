/** A cell of a table for people; null is an empty cell. */
export type CsvCell = string | number | null;

/**
 * Rows as CSV (RFC 4180: commas, CRLF after each row, quotes where a cell needs them). Text that a spreadsheet would
 * take for a formula gets an apostrophe in front (OWASP, CSV injection); numbers stay as they are.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

/** What makes a cell a formula, its full-width forms too. */
const formula = /^[\t\r\n ]*[=+\-@＝＋－＠]|^[\t\r\n]/;

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
