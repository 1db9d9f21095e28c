export { backupRecord } from './backup/backup.ts';
export { restoreRecord } from './backup/restore.ts';
export { type LookUp, placeNames, readCorrection } from './correct.ts';
export {
  type Custody,
  type CustodyEvent,
  custodyLog,
  type Evidence,
  findEvidence,
  listEvidence,
  noteCustody,
  soundPath,
} from './custody.ts';
export { decide, readLog, standing, standingDecisions, undo } from './decisions.ts';
export { diffSnapshots, type RowChange, type SnapshotDiff, type TotalChange } from './diff.ts';
export {
  addDocument,
  addDocuments,
  type CapturedDocument,
  type Coded,
  documentsAsRead,
  listDocuments,
} from './documents.ts';
export {
  addPrint,
  type EventFilter,
  eventsDigest,
  type FoundEvent,
  findEvent,
  forgetEvents,
  judgementsOf,
  listEvents,
  printsNear,
  rowsToResolve,
  saveEvents,
  tellAgain,
  tellDocuments,
  tellNear,
  tellOf,
  textOf,
  unresolved,
  withTheirEvents,
} from './events/index.ts';
export { type Captured, capture } from './evidence.ts';
export { exportEvidence } from './export-evidence.ts';
export { type Imported, importTable, type RejectedRow, type TableInput } from './import-table.ts';
export { hasRows, listRows, rowIds, rowSpan } from './list-rows.ts';
export {
  type ActorMentions,
  countActors,
  countPlaces,
  type PlaceMentions,
  type UnresolvedName,
} from './mentions.ts';
export { headOf, noteExport, rowSummaries } from './note-export.ts';
export { closeRecord, type OpenOptions, type OpenRecord, openRecord, write } from './open.ts';
export { type Current, nameAsKey, overlayOf } from './overlay.ts';
export { type Protection, protectionOf, type Withheld } from './protect.ts';
export { codedBy, lostDecisions, type RecodeSummary, recodeDocuments } from './recode.ts';
export { type KnownActor, readReports } from './reports.ts';
export { actorToRestrict, documentToRestrict, passageToRestrict, placeToRestrict } from './restrict.ts';
export { type Reviewed, reviewed, waiting } from './review.ts';
export { importSeal, type Seal, sealRequest } from './seals.ts';
export { everything, sideNames } from './selection.ts';
export { listSnapshots, readSeries, type Series } from './series.ts';
export { type Split, splits, type Totals, totalsByTime } from './totals.ts';
export { type Verified, verifyRecord } from './verify/index.ts';
export type { Alteration } from './verify/say.ts';
