import type { OpenRecord } from '../open.ts';
import type { Seal } from '../seals.ts';
import { verifyCustody } from './custody.ts';
import { verifyDecisions } from './decisions.ts';
import { verifyDocuments } from './documents.ts';
import { verifyEvents } from './events.ts';
import { verifyEvidence } from './evidence.ts';
import { verifyImports } from './imports.ts';
import { verifyLog } from './log.ts';
import { verifyRecoding } from './recoding.ts';
import { type Alteration, look, type Progress, type Say } from './say.ts';
import { type SealOptions, verifySeals } from './seals.ts';

export interface Verified {
  readonly evidence: number;
  readonly logLines: number;
  readonly documents: number;
  readonly quotes: number;
  readonly snapshots: number;
  readonly rows: number;
  readonly decisions: number;
  /** Events that two reports or more tell of. */
  readonly events: number;
  /** What happened to captured bytes. */
  readonly custody: number;
  /** Time stamps by somebody outside. */
  readonly seals: readonly Seal[];
  /** Empty: everything is as it was written. */
  readonly alterations: readonly Alteration[];
}

/**
 * Recomputes every hash of the record: the chain of the log, the log against the database, captured bytes against
 * their names, and every table of the database against what the log says of it; each quote is found again at its place.
 * `progress` is told what is being looked at.
 */
export async function verifyRecord(
  record: OpenRecord,
  progress: Progress = () => {},
  options: SealOptions = {},
): Promise<Verified> {
  const alterations: Alteration[] = [];
  const say: Say = (where, found, expected) => alterations.push({ where, found, expected });
  progress('log');
  const logLines = await verifyLog(record, say);
  const evidence = await look(say, 'evidence', 0, () => verifyEvidence(record, progress, say));
  const custody = await look(say, 'custody', 0, () => verifyCustody(record, say));
  const { documents, quotes } = await verifyDocuments(record, progress, say);
  await look(say, 'superseded codings', 0, () => verifyRecoding(record, say));
  const { snapshots, rows } = await look(say, 'snapshots', { snapshots: 0, rows: 0 }, () =>
    verifyImports(record, progress, say),
  );
  const decisions = await look(say, 'decisions', 0, () => verifyDecisions(record, progress, say));
  const events = await look(say, 'events', 0, () => verifyEvents(record, progress, say));
  const seals = await verifySeals(record, options, progress, say);
  return { evidence, logLines, documents, quotes, snapshots, rows, decisions, events, custody, seals, alterations };
}
