import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An incident of the test table; what is left out gets a plain value. */
export type Incident = Partial<Record<(typeof columns)[number], string | number>>;

const columns = [
  'id',
  'date_start',
  'date_end',
  'date_precision',
  'country',
  'admin1',
  'place',
  'latitude',
  'longitude',
  'place_precision',
  'event_type',
  'mode',
  'side_a',
  'side_b',
  'violence_type',
  'killed_low',
  'killed_best',
  'killed_high',
  'civilians_killed_best',
  'injured_best',
  'disputed',
  'summary',
  'source_publisher',
] as const;

const plain: Incident = {
  date_start: '2022-03-27',
  date_end: '2022-03-27',
  date_precision: 'day',
  country: 'MLI',
  place_precision: 'near',
  event_type: 'ASSAULT',
  violence_type: 'one-sided',
  killed_low: 5,
  killed_best: 6,
  killed_high: 8,
  civilians_killed_best: 6,
  disputed: 'no',
};

const cell = (value: string | number | undefined) => {
  const text = String(value ?? '');
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Lines of an incident table: the header, then one record an incident (ids i1, i2 ... unless given). */
export function tableLines(incidents: readonly Incident[]): string[] {
  const records = incidents.map((incident, i) => {
    const full: Incident = { id: `i${i + 1}`, ...plain, ...incident };
    return columns.map((column) => cell(full[column])).join(',');
  });
  return [columns.join(','), ...records];
}

/** Writes an incident table and gives its path. */
export function writeTable(folder: string, incidents: readonly Incident[], name = 'incidents.csv'): string {
  const path = join(folder, name);
  writeFileSync(path, `${tableLines(incidents).join('\n')}\n`);
  return path;
}
