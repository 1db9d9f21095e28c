export { type Found, findFiles, loadFile } from './files.ts';
export { type ReadOptions, read } from './read.ts';
export type { Reading, RefusalReason, Refused } from './reading.ts';
