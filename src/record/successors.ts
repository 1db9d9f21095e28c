import type { OpenRecord } from './open.ts';

/** Ids that a coding had and the next one has not, each with the id that took its place; null: nothing did. */
export type Successors = Readonly<Record<string, string | null>>;

/** One recoding of a document, as the table `superseded` has it. */
interface Superseded {
  readonly seq: number;
  readonly successors: string;
}

/** A report or claim as somebody named it: its id, and the log entry from which on it was meant. */
export interface Named {
  readonly id: string;
  readonly seq: number;
}

/**
 * The ids that reports and claims have now, by the order given; null: nothing took the place of one that is gone. An id
 * that the present coding has stands for itself (ids are made of what was read where), as do those of rows.
 */
export async function currentIds({ database }: OpenRecord, named: readonly Named[]): Promise<(string | null)[]> {
  if (named.length === 0) return [];
  const rows = await database.all<Superseded>('SELECT seq, successors FROM superseded ORDER BY seq');
  if (rows.length === 0) return named.map(({ id }) => id);
  const ids = named.map(({ id }) => id);
  const marks = ids.map(() => '?').join(', ');
  const present = await database.all<{ id: string }>(
    `SELECT id FROM reports WHERE id IN (${marks}) UNION ALL SELECT id FROM claims WHERE id IN (${marks})`,
    [...ids, ...ids],
  );
  const here = new Set(present.map(({ id }) => id));
  const steps = new Map<string, Step[]>();
  for (const { seq, successors } of rows)
    for (const [id, next] of Object.entries(JSON.parse(successors) as Successors))
      steps.set(id, [...(steps.get(id) ?? []), { seq, next }]);
  return named.map(({ id, seq }) => (here.has(id) ? id : follow(steps, id, seq)));
}

interface Step {
  readonly seq: number;
  readonly next: string | null;
}

/** The last id of a chain of successors that begins after a log entry. */
function follow(steps: ReadonlyMap<string, readonly Step[]>, id: string, after: number): string | null {
  const step = steps.get(id)?.find(({ seq }) => seq > after);
  if (step === undefined) return id;
  return step.next === null ? null : follow(steps, step.next, step.seq);
}
