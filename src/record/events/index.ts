export {
  addPrint,
  eventsDigest,
  forgetEvents,
  printsNear,
  saveEvents,
  tellAgain,
  tellDocuments,
  textOf,
  type Unresolved,
  unresolved,
  withTheirEvents,
} from './assign.ts';
export type { EventFilter } from './filter.ts';
export { type FoundEvent, findEvent } from './find.ts';
export { judgementsOf } from './judgements.ts';
export { listEvents } from './list.ts';
export { rowsToResolve, tellNear, tellOf } from './tell.ts';
