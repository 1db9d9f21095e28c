import { isIsoPrefix } from '../model/index.ts';
import { readTable, type TableFault } from '../text/index.ts';

/** A dated turning point as one source gives it; sources that differ are rows of one `name`. */
export interface Anchor {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** ISO prefix, as precise as the source. */
  readonly date: string;
  readonly precision: 'day' | 'month';
  /** ISO 3166-1 alpha-3 */
  readonly country: string;
  readonly actors: readonly string[];
  readonly source: { readonly publisher: string; readonly title: string; readonly url: string };
}

const columns = [
  'id',
  'name',
  'aliases',
  'date',
  'date_precision',
  'country',
  'actors',
  'source_publisher',
  'source_title',
  'source_url',
] as const;

/** Reads tables with the columns of `data/anchors.tsv`; a row without a date or a source is a fault. */
export function readAnchors(paths: readonly string[]): { anchors: readonly Anchor[]; faults: readonly TableFault[] } {
  const anchors: Anchor[] = [];
  const faults: TableFault[] = [];
  for (const path of paths) {
    const table = readTable(path, columns);
    faults.push(...table.faults);
    for (const row of table.rows) {
      const fault = (message: string) => faults.push({ file: path, line: row.line, message });
      if (!isIsoPrefix(row.date) || row.date.length < 7) fault(`date is "${row.date}"; YYYY-MM or YYYY-MM-DD expected`);
      else if (!/^[A-Z]{3}$/.test(row.country))
        fault(`country is "${row.country}"; an ISO 3166-1 alpha-3 code expected`);
      else if (row.source_publisher === '' || row.source_url === '')
        fault('no source; publisher and address are needed');
      else
        anchors.push({
          id: row.id,
          name: row.name,
          aliases: row.aliases.split('|').filter((alias) => alias !== ''),
          date: row.date,
          precision: row.date.length === 7 ? 'month' : 'day',
          country: row.country,
          actors: row.actors.split('; ').filter((actor) => actor !== ''),
          source: { publisher: row.source_publisher, title: row.source_title, url: row.source_url },
        });
    }
  }
  return { anchors, faults };
}
