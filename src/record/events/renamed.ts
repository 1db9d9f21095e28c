import type { Decision, Report } from '../../model/index.ts';
import type { OpenRecord } from '../open.ts';
import { is, nameAsKey } from '../overlay.ts';
import { rowReportIdSql } from '../rows.ts';
import { anyOther } from './tell.ts';

/** SQL: all names that a report of a text has. */
const namesInText = `list_concat(
  json_extract_string(json, '$.source[*].text'), json_extract_string(json, '$.source[*].actor'),
  json_extract_string(json, '$.target[*].text'), json_extract_string(json, '$.target[*].actor'),
  json_extract_string(json, ['$.place.text', '$.place.name', '$.by.text', '$.by.name']))`;

/** SQL: the sides of a row. */
const namesInRow = `string_split(concat_ws('; ', side_a, side_b), '; ')`;

/**
 * Reports in which decisions about names, made or taken back, may change a party or a place; `all` are the decisions of
 * the record.
 */
export async function reportsRenamed(
  { database }: OpenRecord,
  changed: readonly Decision[],
  all: readonly Decision[],
): Promise<Report['id'][]> {
  const keys = new Set(changed.flatMap((decision) => keysOf(decision, all)));
  if (keys.size === 0) return [];
  const found: Report['id'][] = [];
  // Who is corrected to be an actor that is merged changes as well.
  if (changed.some((decision) => is(decision, 'same-actor')))
    for (const decision of all)
      if (is(decision, 'correct') && decision.data.subject.kind === 'report')
        found.push(decision.data.subject.id as Report['id']);
  const look = async (table: string, id: string, names: string) => {
    const written = await database.all<{ name: string | null }>(
      `SELECT DISTINCT unnest(${names}) AS name FROM ${table}`,
    );
    const meant = written.flatMap(({ name }) => (name !== null && keys.has(nameAsKey(name)) ? [name] : []));
    if (meant.length === 0) return;
    const rows = await database.all<{ id: Report['id'] }>(
      `SELECT ${id} AS id FROM ${table} WHERE list_has_any(${names}, json_extract_string(?, '$[*]')) ORDER BY 1`,
      [JSON.stringify(meant)],
    );
    for (const row of rows) found.push(row.id);
  };
  await look('reports', 'id', namesInText);
  if (await anyOther(database)) await look('rows', rowReportIdSql, namesInRow);
  return found;
}

/** Keys of the names that a decision says anything of; of a merged actor also those that were said to stand for it. */
function keysOf(decision: Decision, all: readonly Decision[]): string[] {
  if (is(decision, 'actor-is') || is(decision, 'place-is'))
    return decision.data.names.map(({ name }) => nameAsKey(name));
  if (!is(decision, 'same-actor')) return [];
  const actors = new Set([decision.data.merged.name]);
  const keys: string[] = [];
  for (const actor of actors) {
    keys.push(nameAsKey(actor));
    for (const other of all) {
      if (is(other, 'same-actor') && other.data.keep.name === actor) actors.add(other.data.merged.name);
      if (is(other, 'actor-is'))
        for (const settled of other.data.names) if (settled.actor.name === actor) keys.push(nameAsKey(settled.name));
    }
  }
  return keys;
}
