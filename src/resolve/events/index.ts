export { type Resolved, resolveEvents, tiedTo } from './resolve.ts';
export type { Judgement } from './rules.ts';
export type { Origin, Told } from './told.ts';
