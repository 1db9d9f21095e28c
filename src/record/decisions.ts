import { type Decided, type Decision, type DecisionKind, type Id, UnusableInput } from '../model/index.ts';
import type { LogEntry } from './log.ts';
import { type OpenRecord, write } from './open.ts';

/** Writes down what a person decided, with the reason; it counts from now on and until it is undone. */
export async function decide<Kind extends DecisionKind>(
  record: OpenRecord,
  kind: Kind,
  data: Decided[Kind],
  reason: string,
): Promise<Decision<Kind>> {
  return write(record, async (entry) => {
    const [{ n = 0 } = {}] = await record.database.all<{ n: number }>('SELECT count(*)::INTEGER AS n FROM decisions');
    const id = `d${n + 1}` as Id<'Decision'>;
    const decision: Decision<Kind> = { id, kind, data, reason, by: record.by, at: entry.at };
    const json = JSON.stringify(decision);
    await record.database.run('INSERT INTO decisions VALUES (?, ?, ?, ?, NULL)', [id, entry.seq, kind, json]);
    return { result: decision, log: { kind: 'decided', data: { ...decision } } };
  });
}

/**
 * Takes a decision back; both stay in the log. Throws {@link UnusableInput} when there is none of this id, or when it
 * was taken back before.
 */
export async function undo(record: OpenRecord, id: string, reason: string): Promise<Decision> {
  return write(record, async (entry) => {
    const [found] = await record.database.all<{ json: string; undone: number | null }>(
      'SELECT json, undone FROM decisions WHERE id = ?',
      [id],
    );
    if (found === undefined || found.undone !== null)
      throw new UnusableInput({
        file: id,
        line: null,
        found: found === undefined ? 'no decision of this id' : `a decision that log entry ${found.undone} took back`,
        expected: 'a decision that stands',
        wayOut: 'See `griot log --decisions` for those that stand.',
      });
    await record.database.run('UPDATE decisions SET undone = ? WHERE id = ?', [entry.seq, id]);
    return { result: JSON.parse(found.json) as Decision, log: { kind: 'undone', data: { decision: id, reason } } };
  });
}

/** The decisions of a kind that stand, the oldest first. */
export async function standing<Kind extends DecisionKind>(record: OpenRecord, kind: Kind): Promise<Decision<Kind>[]> {
  const rows = await record.database.all<{ json: string }>(
    'SELECT json FROM decisions WHERE kind = ? AND undone IS NULL ORDER BY seq',
    [kind],
  );
  return rows.map(({ json }) => JSON.parse(json) as Decision<Kind>);
}

/** All decisions that stand, the oldest first. */
export async function standingDecisions(record: OpenRecord): Promise<Decision[]> {
  const rows = await record.database.all<{ json: string }>(
    'SELECT json FROM decisions WHERE undone IS NULL ORDER BY seq',
  );
  return rows.map(({ json }) => JSON.parse(json) as Decision);
}

/** A decision as the log vouches for it, and the entry that took it back. */
export interface Vouched {
  readonly decision: Decision;
  readonly seq: number;
  readonly undone: number | null;
}

/** All decisions that the entries of a log tell of, those undone too. */
export function decisionsOf(entries: readonly LogEntry[]): Vouched[] {
  const undone = new Map(
    entries.filter(({ kind }) => kind === 'undone').map(({ seq, data }) => [String(data.decision), seq]),
  );
  return entries
    .filter(({ kind }) => kind === 'decided')
    .map(({ seq, data }) => {
      const decision = data as unknown as Decision;
      return { decision, seq, undone: undone.get(decision.id) ?? null };
    });
}

/** Entries of the log, the oldest first, as the database keeps them. */
export async function readLog(record: OpenRecord): Promise<LogEntry[]> {
  const rows = await record.database.all<{ line: string }>('SELECT line FROM log ORDER BY seq');
  return rows.map(({ line }) => JSON.parse(line) as LogEntry);
}
