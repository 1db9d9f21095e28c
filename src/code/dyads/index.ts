export { type ActorCoder, type Dyad, type DyadOptions, dyadsOf } from './find.ts';
export { withReports } from './from-reports.ts';
export { dyadWordsOf } from './words.ts';
