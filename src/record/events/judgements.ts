import type { Decision, Report } from '../../model/index.ts';
import type { OpenRecord } from '../open.ts';
import { is } from '../overlay.ts';
import { currentIds } from '../successors.ts';

/**
 * Merges and splits that stand, in the order of their making, with the ids that their reports have now; reports whose
 * place nothing took since the text was coded anew are left out.
 */
export async function judgementsOf(record: OpenRecord): Promise<(Decision<'together'> | Decision<'apart'>)[]> {
  const rows = await record.database.all<{ seq: number; json: string }>(
    `SELECT seq, json FROM decisions WHERE kind IN ('together', 'apart') AND undone IS NULL ORDER BY seq`,
  );
  const made: (Decision<'together'> | Decision<'apart'>)[] = [];
  for (const { seq, json } of rows) {
    const decision = JSON.parse(json) as Decision;
    const now = async (ids: readonly Report['id'][]) =>
      (
        await currentIds(
          record,
          ids.map((id) => ({ id, seq })),
        )
      ).flatMap((id) => (id === null ? [] : [id as Report['id']]));
    if (is(decision, 'together')) made.push({ ...decision, data: { reports: await now(decision.data.reports) } });
    else if (is(decision, 'apart'))
      made.push({ ...decision, data: { groups: await Promise.all(decision.data.groups.map(now)) } });
  }
  return made;
}
