export { type Actor, type Participant, type Sector, sectors } from './actor.ts';
export type { Analysis, Behind, Filters, Method } from './analysis.ts';
export type { Chart, IntervalChart, IntervalRow, TimeChart, TimePanel, TimePoint } from './chart.ts';
export {
  type Anchors,
  type Answers,
  type Check,
  type Choices,
  type DatedTurn,
  type Decisive,
  type Elsewhere,
  type Factor,
  factors,
  type Reading,
  type Verdict,
  verdicts,
} from './check.ts';
export { type Claim, claimKinds, type Measure, measures, type TurningPhrase, type Versus } from './claim.ts';
export type { Snapshot } from './dataset.ts';
export {
  type ClaimValues,
  type Decided,
  type Decision,
  type DecisionKind,
  type Profile,
  profiles,
  type ReportValues,
  type Restricted,
  type SettledPlace,
  type Subject,
} from './decision.ts';
export type {
  DatedCode,
  Dictionaries,
  DictionaryActor,
  DictionaryAgent,
  DictionaryCode,
  DictionaryPattern,
  DictionaryVerbs,
} from './dictionary.ts';
export type { Document } from './document.ts';
export { type Estimate, exactly, isOrdered } from './estimate.ts';
export type { Assignment, Contradiction, Event, Term } from './event.ts';
export { type Id, isNonEmpty, type NonEmpty } from './id.ts';
export type { ActorMention, NameContext, Names, PlaceMention } from './names.ts';
export { isIsoPrefix, type Period } from './period.ts';
export type { Place, PlacePrecision } from './place.ts';
export { isPloverType, type PloverType, ploverTypes } from './plover.ts';
export type {
  DerivedProvenance,
  Figure,
  Provenance,
  RowProvenance,
  SentenceProvenance,
} from './provenance.ts';
export { type Refusal, refusalText, UnusableInput } from './refusal.ts';
export type { Attribution, Report, Status } from './report.ts';
export type { Sentence, Token } from './sentence.ts';
export type { Source } from './source.ts';
export { contains, overlaps, type Span } from './span.ts';
export { columnsOf, type Field, type RowField, rowFields, type TableFormat } from './table.ts';
export type { Origin, Told } from './told.ts';
