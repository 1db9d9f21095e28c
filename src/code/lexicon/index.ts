export type { DeedEntry } from './entry.ts';
export { carriedNoun, matchAt, matchesAt } from './match.ts';
export { type DeedLexicon, readDeeds, shippedLexicon } from './read.ts';
