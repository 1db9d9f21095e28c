export { areCopies, bandsOf, type Print, printOf } from './copies.ts';
export { type EventMatrix, type MatrixRow, matrixOf } from './matrix.ts';
export { type Resolved, resolveEvents, tiedTo } from './resolve.ts';
export type { Judgement } from './rules.ts';
export { resolver } from './weights.ts';
