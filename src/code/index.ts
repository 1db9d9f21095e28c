import type { Document, Names, Sentence } from '../model/index.ts';
import type { Coded } from './coder.ts';
import { rulesCoder } from './rules.ts';

export type { Coded, Coder } from './coder.ts';
export {
  type ActorCoder,
  type Dyad,
  type DyadOptions,
  type ManualEvent,
  manualEvents,
  plainCameo,
} from './dyads/index.ts';
export { headOf } from './head.ts';
export type { ExplainedReport } from './reports/index.ts';
export { type CodedWithDyads, type RulesCoder, type RulesOptions, rulesCoder } from './rules.ts';
export { manualType, type Vocabularies, vocabulariesOf } from './vocabularies/index.ts';

/** The usual coder: the shipped word lists, no explanations. */
export const rules = rulesCoder();

/** Who did what to whom, and what is claimed: the sentences of a document to reports and claims, by the usual coder. */
export function code(document: Document, sentences: readonly Sentence[], names: Names): Coded {
  return rules.code(document, sentences, names);
}
