export { shipped } from './data.ts';
export { makeId, sha256 } from './digest.ts';
export { readTable, type Table, type TableFault } from './tsv.ts';
