import {
  type Claim,
  type Decision,
  type Document,
  type Id,
  type Report,
  type Subject,
  UnusableInput,
} from '../model/index.ts';
import { documentsAsRead } from './documents.ts';
import type { LogEntry } from './log.ts';
import type { OpenRecord } from './open.ts';
import { overlayOf, readSubjects } from './overlay.ts';
import { rowReports } from './reports.ts';
import { currentIds } from './successors.ts';

/** A report or a claim that somebody looks at. */
export interface Reviewed {
  readonly subject: Subject;
  /** null for a row of a data set. */
  readonly document: Document | null;
  /** As the coder read it, or the data set has it. */
  readonly read: Report | Claim;
  /** As it stands now; null: rejected. */
  readonly standing: Report | Claim | null;
  /** What people decided about it, the oldest first. */
  readonly decisions: readonly Decision[];
}

/** One report or claim with all that is known of its making. */
export interface Shown extends Reviewed {
  /** When and by whose command its text was coded; null for a row. */
  readonly coded: Pick<LogEntry, 'at' | 'by' | 'tool'> | null;
}

/**
 * What nobody has accepted, rejected or corrected, the weightiest first: many dead before few before none, and the less
 * sure coding before the surer. Rows of data sets do not wait: they were reviewed by those who made them.
 */
export async function waiting(record: OpenRecord, kind: Subject['kind'] | null = null): Promise<Reviewed[]> {
  const decisions = await readSubjects(record);
  const judged = new Set(decisions.map(({ subject }) => subject));
  const overlay = overlayOf(decisions);
  const found: Reviewed[] = [];
  for (const { document, reports, claims } of await documentsAsRead(record)) {
    for (const read of [...(kind === 'claim' ? [] : reports), ...(kind === 'report' ? [] : claims)]) {
      if (judged.has(read.id)) continue;
      const standing = isReport(read) ? overlay.report(read) : overlay.claim(read);
      found.push({ subject: subjectOf(read), document, read, standing, decisions: [] });
    }
  }
  return found
    .map((item) => ({ item, weight: weightOf(item.read), score: scoreOf(item.read) }))
    .sort((a, b) => b.weight - a.weight || a.score - b.score || (a.item.read.id < b.item.read.id ? -1 : 1))
    .map(({ item }) => item);
}

/** People killed, as far as stated; what a claim counts only where it counts deaths. */
function weightOf(read: Report | Claim): number {
  if (isReport(read)) return read.killed?.best ?? read.killed?.low ?? read.killed?.high ?? 0;
  return read.of === 'fatalities' || read.of === 'civilianFatalities' ? (read.value?.best ?? read.value?.low ?? 0) : 0;
}

const scoreOf = ({ provenance }: Report | Claim) => (provenance.kind === 'sentence' ? provenance.score : 1);

const isReport = (read: Report | Claim): read is Report => 'type' in read;

const subjectOf = (read: Report | Claim): Subject => ({
  kind: isReport(read) ? 'report' : 'claim',
  id: read.id,
  document: read.provenance.kind === 'sentence' ? read.provenance.document : null,
});

/**
 * A report or a claim by its id, as read and as it stands; by the id of one that a newer coding took the place of, its
 * successor. Throws {@link UnusableInput} when there is none.
 */
export async function reviewed(record: OpenRecord, wanted: string): Promise<Shown> {
  const [id = null] = await currentIds(record, [{ id: wanted, seq: 0 }]);
  const all = await readSubjects(record);
  const overlay = overlayOf(all);
  const found = id === null ? null : ((await codedById(record, id)) ?? (await rowById(record, id)));
  if (found === null)
    throw new UnusableInput({
      file: record.folder,
      line: null,
      found: `no report and no claim ${wanted}`,
      expected: 'an id as `griot review`, `griot events` and `griot claims` show it',
      wayOut: 'Copy it from there.',
    });
  const { read, document } = found;
  const decisions = all.flatMap(({ decision, subject }) => (subject === id ? [decision] : []));
  const standing = isReport(read) ? overlay.report(read) : overlay.claim(read);
  return { subject: subjectOf(read), document, read, standing, decisions, coded: await codedWhen(record, document) };
}

interface Found {
  readonly read: Report | Claim;
  readonly document: Document | null;
}

async function codedById({ database }: OpenRecord, id: string): Promise<Found | null> {
  const [row] = await database.all<{ json: string; document: string }>(
    `SELECT json, document FROM reports WHERE id = ? UNION ALL SELECT json, document FROM claims WHERE id = ?`,
    [id, id],
  );
  if (row === undefined) return null;
  const [owner] = await database.all<{ json: string }>('SELECT json FROM documents WHERE id = ?', [row.document]);
  return {
    read: JSON.parse(row.json) as Report | Claim,
    document: owner === undefined ? null : (JSON.parse(owner.json) as Document),
  };
}

/** The last log entry that tells of the coding of a document. */
async function codedWhen(record: OpenRecord, document: Document | null): Promise<Shown['coded']> {
  if (document === null) return null;
  const rows = await record.database.all<{ line: string }>(
    `SELECT line FROM log WHERE json_extract_string(line, '$.kind') IN ('read', 'recoded')
       AND json_extract_string(line, '$.data.document') = ? ORDER BY seq DESC LIMIT 1`,
    [document.id],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const { at, by, tool } = JSON.parse(row.line) as LogEntry;
  return { at, by, tool };
}

async function rowById(record: OpenRecord, id: string): Promise<Found | null> {
  const [read] = await rowReports(record, [id as Id<'Report'>], () => null);
  return read === undefined ? null : { read, document: null };
}
