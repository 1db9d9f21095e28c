export type { Anchor } from './anchors.ts';
export type { ActorCode } from './code-actor.ts';
export { dictionaryCoder } from './code-dictionary.ts';
export {
  areCopies,
  bandsOf,
  type EventMatrix,
  type Judgement,
  type MatrixRow,
  matrixOf,
  printOf,
  type Resolved,
  resolveEvents,
  resolver,
  tiedTo,
} from './events/index.ts';
export type { CodedMention } from './find-actors.ts';
export {
  type LoadedNames,
  loadNames,
  type NameTables,
  resolveTurningPoint,
  shippedTables,
  tablesWith,
} from './names.ts';
export type { ActorEntry, Registry } from './registry.ts';
export type { TurningContext, TurningPoint } from './turning-point.ts';
