export { decide, readLog, standing, standingDecisions, undo } from './decisions.ts';
export { addDocument, type Coded, listDocuments } from './documents.ts';
export { type EventFilter, listEvents } from './events.ts';
export { type Captured, capture } from './evidence.ts';
export { type Imported, importTable, type RejectedRow, type TableInput } from './import-table.ts';
export { closeRecord, type OpenOptions, type OpenRecord, openRecord } from './open.ts';
export { listSnapshots, readSeries, type Series } from './series.ts';
export { type Alteration, type Verified, verifyRecord } from './verify.ts';
