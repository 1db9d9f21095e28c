import { type Coded, codedDigest } from '../documents.ts';
import type { OpenRecord } from '../open.ts';
import { entriesOf } from './entries.ts';
import { brief, look, type Say } from './say.ts';

interface Row {
  readonly seq: number;
  readonly document: string;
  readonly json: string;
  readonly successors: string;
}

/** Superseded codings against the digests and successors that the log keeps. Gives their number. */
export async function verifyRecoding(record: OpenRecord, say: Say): Promise<number> {
  const told = new Map((await entriesOf(record, ['recoded'])).map((entry) => [entry.seq, entry.data]));
  const rows = await record.database.all<Row>('SELECT seq, document, json, successors FROM superseded ORDER BY seq');
  const seen = new Set(rows.map(({ seq }) => seq));
  for (const [seq, data] of told)
    if (data.supersedes !== null && !seen.has(seq))
      say(`superseded coding ${seq}`, 'nothing in the database', 'the coding that the log says was superseded');
  for (const { seq, document, json, successors } of rows) {
    const where = `superseded coding ${seq} of document ${document}`;
    const data = told.get(seq);
    if (data === undefined || data.document !== document) {
      say(where, 'no log entry', 'an entry that says when it was superseded');
      continue;
    }
    await look(say, where, undefined, () => {
      const digest = codedDigest(JSON.parse(json) as Coded);
      if (digest !== data.supersedes)
        say(where, `a coding with digest ${brief(digest)}`, brief(String(data.supersedes)));
      if (successors !== JSON.stringify(data.successors)) say(where, 'other successors', 'those of the log');
    });
  }
  return rows.length;
}
