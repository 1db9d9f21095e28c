import type { OpenRecord } from '../open.ts';
import { entriesOf, field, kindIn } from './entries.ts';
import type { Say } from './say.ts';

interface Row {
  readonly seq: number;
  readonly sha256: string;
  readonly event: string;
  readonly detail: string | null;
}

/** The table of custody against the log, both ways. Gives the number of happenings. */
export async function verifyCustody(record: OpenRecord, say: Say): Promise<number> {
  const { database } = record;
  const told = `SELECT seq, ${field('sha256')} AS sha256, 'imported' AS event, NULL::VARCHAR AS detail FROM log
    WHERE ${kindIn(['read', 'imported', 'sealed'])}`;
  const kept = "SELECT seq, sha256, event, detail FROM custody WHERE event = 'imported'";
  const missing = await database.all<Row>(`(${told}) EXCEPT ALL (${kept}) ORDER BY seq`);
  const extra = await database.all<Row>(`(${kept}) EXCEPT ALL (${told}) ORDER BY seq`);
  const others = new Map<string, number>();
  for (const { seq, data } of await entriesOf(record, ['custody']))
    for (const sha256 of data.items as string[])
      add(others, { seq, sha256, event: String(data.event), detail: JSON.stringify(data.detail) }, 1);
  for (const row of await database.all<Row>("SELECT seq, sha256, event, detail FROM custody WHERE event <> 'imported'"))
    add(others, row, -1);
  for (const [key, n] of others) {
    const [seq, sha256, event, detail] = JSON.parse(key) as [number, string, string, string | null];
    if (n > 0) missing.push({ seq, sha256, event, detail });
    if (n < 0) extra.push({ seq, sha256, event, detail });
  }
  for (const { seq, sha256, event } of missing)
    say(`custody of ${sha256}`, 'no such row', `"${event}", as log entry ${seq} says`);
  for (const { seq, sha256, event } of extra)
    say(`custody of ${sha256}`, `"${event}" by log entry ${seq}`, 'what the log says, nothing else');
  const [{ n } = { n: 0 }] = await database.all<{ n: number }>('SELECT count(*)::INTEGER AS n FROM custody');
  return n;
}

function add(counts: Map<string, number>, { seq, sha256, event, detail }: Row, by: number): void {
  const key = JSON.stringify([seq, sha256, event, detail]);
  counts.set(key, (counts.get(key) ?? 0) + by);
}
