import type { Actor } from './actor.ts';
import type { Claim } from './claim.ts';
import type { Id } from './id.ts';
import type { Place } from './place.ts';
import type { Report } from './report.ts';
import type { Span } from './span.ts';

/** A report or a claim that somebody judges; `document` is null for a row of a data set. */
export interface Subject {
  readonly kind: 'report' | 'claim';
  readonly id: Report['id'] | Claim['id'];
  readonly document: Id<'Document'> | null;
}

/** What a person may set right in a report; each value whole, as it stands from then on. */
export type ReportValues = Partial<
  Pick<
    Report,
    | 'type'
    | 'mode'
    | 'status'
    | 'source'
    | 'target'
    | 'place'
    | 'when'
    | 'killed'
    | 'injured'
    | 'abducted'
    | 'arrested'
    | 'by'
  >
>;

/** What a person may set right in a claim. */
export type ClaimValues = Partial<
  Pick<
    Claim,
    | 'kind'
    | 'of'
    | 'value'
    | 'unit'
    | 'per'
    | 'percent'
    | 'factor'
    | 'size'
    | 'direction'
    | 'period'
    | 'baseline'
    | 'place'
    | 'actor'
    | 'onCivilians'
    | 'by'
  >
>;

/** A place of the gazetteer, whatever a text calls it. */
export type SettledPlace = Omit<Place, 'text'>;

/** Who looks: everybody, those whom one works with, or those of the house alone. */
export const profiles = ['public', 'partner', 'internal'] as const;
export type Profile = (typeof profiles)[number];

/**
 * What is to be protected. `names`: strings that would give it away, any spelling of them; `points`: coordinates that
 * would (latitude, longitude, WGS 84 degrees).
 */
export interface Restricted {
  readonly kind: 'document' | 'passage' | 'actor' | 'place';
  /** What it is, for those who may see it. */
  readonly label: string;
  /** For a document or a passage of it. */
  readonly document: Id<'Document'> | null;
  /** For a passage: where it stands in the document's text. */
  readonly span: Span | null;
  readonly names: readonly string[];
  readonly points: readonly (readonly [number, number])[];
}

/** What people may decide about the record, by kind: each names its subject in ids that stay when texts are coded anew. */
export interface Decided {
  /** These reports tell of one happening, whatever the resolver says. */
  readonly together: { readonly reports: readonly Id<'Report'>[] };
  /** No report of one group tells of the same happening as a report of another. */
  readonly apart: { readonly groups: readonly (readonly Id<'Report'>[])[] };
  /** Whom names stand for, wherever a source writes them so; case, accents and articles set aside. */
  readonly 'actor-is': { readonly names: readonly { readonly name: string; readonly actor: Actor }[] };
  /** Which places of the gazetteer names stand for, wherever a text writes them so. */
  readonly 'place-is': { readonly names: readonly { readonly name: string; readonly place: SettledPlace }[] };
  /** Two actors are one: `merged` is `keep` from now on. */
  readonly 'same-actor': { readonly keep: Actor; readonly merged: Actor };
  /** The coder read it right. */
  readonly accept: { readonly subject: Subject };
  /** It is not so: the subject leaves lists, checks and events, and stays in the record. */
  readonly reject: { readonly subject: Subject };
  /** Only those of `profile`, and those nearer than they, may see it. */
  readonly restrict: { readonly what: Restricted; readonly profile: Exclude<Profile, 'public'> };
  /** These values are right, whatever the coder read. */
  readonly correct: { readonly subject: Subject; readonly values: ReportValues | ClaimValues };
}

export type DecisionKind = keyof Decided;

/** A judgement of a person. It stands above what was read or reckoned until it is undone; neither is ever overwritten. */
export interface Decision<Kind extends DecisionKind = DecisionKind> {
  /** `d1`, `d2` … in the order of their making. */
  readonly id: Id<'Decision'>;
  readonly kind: Kind;
  readonly data: Decided[Kind];
  /** Why, in the person's own words. */
  readonly reason: string;
  readonly by: string;
  /** UTC. */
  readonly at: string;
}
