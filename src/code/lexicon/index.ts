export type { DeedEntry, Pattern } from './entry.ts';
export { carriedNoun, lengthOf, matchAt, matchesAt, type Worded } from './match.ts';
export { type DeedLexicon, indexed, patternOf, readDeeds, shippedLexicon } from './read.ts';
