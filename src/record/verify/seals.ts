import { UnusableInput } from '../../model/index.ts';
import type { OpenRecord } from '../open.ts';
import { checkSeal, readResponseFile, responseBytes, type Seal } from '../seals.ts';
import { entriesOf } from './entries.ts';
import { brief, type Progress, type Say } from './say.ts';

/** What seals are held against, beside the record. */
export interface SealOptions {
  /** File with the certificates that are trusted. */
  readonly ca?: string;
  /** Responses that were kept outside the record. */
  readonly seals?: readonly string[];
}

/** Time stamps of log lines, those kept in the record and those given. */
export async function verifySeals(
  record: OpenRecord,
  { ca, seals = [] }: SealOptions,
  progress: Progress,
  say: Say,
): Promise<Seal[]> {
  progress('seals');
  const found: Seal[] = [];
  for (const { seq, data } of await entriesOf(record, ['sealed'])) {
    const hash = String(data.sha256);
    const bytes = responseBytes(record, hash);
    if (bytes === null) continue; // named with the evidence
    const where = `seal of line ${data.line} (evidence/${hash})`;
    try {
      const seal = await checkSeal(record, bytes, hash, ca ?? null);
      if (seal.line !== data.line) say(where, lineText(seal), `line ${data.line}, as log entry ${seq} says`);
      else for (const fault of seal.faults) say(where, fault, 'a seal that holds');
      found.push(seal);
    } catch (error) {
      if (!(error instanceof UnusableInput) || error.refusal.file === ca) throw error;
      say(where, error.refusal.found, error.refusal.expected);
    }
  }
  for (const file of seals) {
    const seal = await checkSeal(record, readResponseFile(file), file, ca ?? null);
    if (seal.line === null) say(`seal ${file}`, lineText(seal), 'a line of this log: it was rewritten since');
    else for (const fault of seal.faults) say(`seal ${file}`, fault, 'a seal that holds');
    found.push(seal);
  }
  return found;
}

const lineText = ({ line, digest }: Seal) =>
  line === null ? `digest ${brief(digest)}, which no line of the log has` : `line ${line}`;
