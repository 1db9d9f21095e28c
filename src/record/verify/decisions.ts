import { decisionsOf } from '../decisions.ts';
import type { OpenRecord } from '../open.ts';
import { entriesOf } from './entries.ts';
import type { Progress, Say } from './say.ts';

/** Decisions of people against the log. Gives their number, those taken back too. */
export async function verifyDecisions(record: OpenRecord, progress: Progress, say: Say): Promise<number> {
  progress('decisions');
  const entries = await entriesOf(record, ['decided', 'undone']);
  const kept = await record.database.all<{
    id: string;
    seq: number;
    kind: string;
    json: string;
    undone: number | null;
  }>('SELECT id, seq, kind, json, undone FROM decisions ORDER BY seq');
  const rows = new Map(kept.map((row) => [row.id, row]));
  for (const { decision, seq, undone } of decisionsOf(entries)) {
    const row = rows.get(decision.id);
    rows.delete(decision.id);
    const whole =
      row?.json === JSON.stringify(decision) && row.seq === seq && row.kind === decision.kind && row.undone === undone;
    if (!whole)
      say(
        `decision ${decision.id}`,
        row === undefined ? 'nothing in the database' : 'another decision in the database',
        `what log entry ${seq} says${undone === null ? '' : `, taken back by entry ${undone}`}`,
      );
  }
  for (const id of rows.keys()) say(`decision ${id}`, 'no log entry', 'an entry that says who decided it');
  return kept.length;
}
