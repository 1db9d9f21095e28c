import { type Field, type RowField, rowFields, type TableFormat } from '../model/index.ts';

const name = (column: string) => `"${column.replaceAll('"', '""')}"`;
const text = (value: string) => `'${value.replaceAll("'", "''")}'`;

/** SQL for the text of a column as it stands in the file, empty as null. */
const raw = (column: string) => `nullif(${name(column)}, '')`;

/** SQL for one field of a row; null where the value is empty or cannot be read as its kind. */
function value(field: Field): string {
  switch (field.kind) {
    case 'text':
      return raw(field.column);
    // The database would round "3.7" and take "nan": neither is what the file says.
    case 'integer':
      return `CASE WHEN NOT contains(${name(field.column)}, '.') THEN try_cast(${raw(field.column)} AS INTEGER) END`;
    case 'real':
      return `CASE WHEN isfinite(try_cast(${raw(field.column)} AS DOUBLE)) THEN try_cast(${raw(field.column)} AS DOUBLE) END`;
    case 'date':
      return `CASE WHEN ${name(field.column)}[11:11] IN ('', ' ', 'T') THEN try_cast(left(${raw(field.column)}, 10) AS DATE) END`;
    case 'lookup':
      return lookup(field);
    case 'constant':
      return field.value === null ? 'CAST(NULL AS VARCHAR)' : text(field.value);
    default:
      return field satisfies never;
  }
}

/** Code lists up to this length are a CASE, longer ones (countries) one look-up in a map. */
const shortList = 20;

function lookup({ column, values }: Field & { kind: 'lookup' }): string {
  const entries = Object.entries(values);
  if (entries.length <= shortList)
    return `CASE ${raw(column)} ${entries.map(([key, to]) => `WHEN ${text(key)} THEN ${text(to)}`).join(' ')} END`;
  const keys = entries.map(([key]) => text(key)).join(', ');
  return `map([${keys}], [${entries.map(([, to]) => text(to)).join(', ')}])[${raw(column)}]`;
}

const expected = {
  text: 'a value',
  integer: 'a whole number',
  real: 'a number',
  date: 'a date as 2022-03-27',
  lookup: 'a known code',
} as const;

/** SQL for what is wrong with a value as `column is "found", … was expected`; null where nothing can be. */
function fault(field: Field, required: boolean): string | null {
  if (field.kind === 'constant') return null;
  const list = field.kind === 'lookup' ? Object.keys(field.values) : [];
  const wanted = list.length > 0 && list.length <= shortList ? `one of ${list.join(', ')}` : expected[field.kind];
  const given = raw(field.column);
  const missing = `WHEN ${given} IS NULL THEN ${text(`${field.column} is empty, ${wanted} was expected`)}`;
  if (field.kind === 'text') return required ? missing : null;
  const shown = `${text(`${field.column} is "`)} || left(${given}, 40) || ${text(`", ${wanted} was expected`)}`;
  const unread = `WHEN ${given} IS NOT NULL AND ${value(field)} IS NULL THEN ${shown}`;
  return required ? `${missing} ${unread}` : unread;
}

/** A format as SQL over a relation that holds the file's columns as text. */
export interface Compiled {
  /** Select list of the record's row fields, in the order of {@link rowFields}. */
  readonly values: string;
  /** The first fault of the row as a sentence part, or null. */
  readonly fault: string;
}

/** Compiles a table format. Numbers out of their range and dates in the wrong order are faults too. */
export function compile(format: TableFormat): Compiled {
  const fields = Object.keys(rowFields) as RowField[];
  const values = fields.map((field) => `${value(format.fields[field])} AS ${name(field)}`).join(',\n  ');
  const faults = [
    ...fields.flatMap((field) => fault(format.fields[field], format.required.includes(field)) ?? []),
    ...fields.flatMap((field) => outOfRange(field, format.fields[field]) ?? []),
  ];
  const { from, to } = format.fields;
  if (from.kind === 'date' && to.kind === 'date')
    faults.push(
      `WHEN ${value(to)} < ${value(from)} THEN ${text(`${to.column} is before ${from.column}, the same day or later was expected`)}`,
    );
  return { values, fault: `CASE ${faults.join('\n  ')} END` };
}

/** Degrees and people: what a number of a field may be at most; people are never below 0. */
const degrees: Readonly<Partial<Record<RowField, number>>> = { latitude: 90, longitude: 180 };

function outOfRange(target: RowField, field: Field): string | null {
  if (field.kind !== 'integer' && field.kind !== 'real') return null;
  const most = degrees[target];
  const [test, wanted] =
    most === undefined
      ? [`${value(field)} < 0`, '0 or more']
      : [`abs(${value(field)}) > ${most}`, `-${most} to ${most}`];
  return `WHEN ${test} THEN ${text(`${field.column} is "`)} || ${name(field.column)} || ${text(`", ${wanted} was expected`)}`;
}
