export type { ActorCoder, Dyad, DyadOptions } from './dyad.ts';
export { dyadsOf } from './find.ts';
export { withReports } from './from-reports.ts';
export { ownVerbs } from './own-verbs.ts';
export { plainCameo } from './plain.ts';
export { type ManualEvent, manualEvents } from './plover.ts';
export { type DyadWords, readDyadWords } from './words.ts';
