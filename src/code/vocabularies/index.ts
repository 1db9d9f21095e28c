import type { PloverType, Report } from '../../model/index.ts';
import { fold, shipped } from '../../text/index.ts';
import { firstOf, type Rules, readRules } from './rules.ts';
import { sidesOf } from './sides.ts';

/** A report in the words of other vocabularies; null where they have none for it, or the report does not tell. */
export interface Vocabularies {
  /** CAMEO event code (Schrodt, codebook 1.1b3): a string, its first two digits the root. */
  readonly cameo: string | null;
  /** ACLED event type and sub-event type (codebook of 2024). */
  readonly acled: { readonly event: string; readonly subEvent: string } | null;
  /** UCDP GED type of violence: 1 state-based, 2 non-state, 3 one-sided. Its yearly thresholds are no matter here. */
  readonly ucdp: 1 | 2 | 3 | null;
}

interface Tables {
  readonly cameo: Rules<'cameo'>;
  readonly acled: Rules<'event' | 'sub_event'>;
  readonly ucdp: Rules<'ucdp'>;
}

let tables: Tables | null = null;

function shippedRules(): Tables {
  tables ??= {
    cameo: readRules(shipped('data', 'ontology', 'plover-cameo.tsv'), ['cameo']),
    acled: readRules(shipped('data', 'ontology', 'plover-acled.tsv'), ['event', 'sub_event']),
    ucdp: readRules(shipped('data', 'ontology', 'plover-ucdp.tsv'), ['ucdp']),
  };
  return tables;
}

/**
 * Names a report in CAMEO, ACLED and UCDP, by the tables in `data/ontology/`. What is denied or supposed has no name
 * there (PLOVER manual: negated and hypothetical events are dropped); what is only planned has one in CAMEO alone,
 * since ACLED and UCDP count what took place.
 */
export function vocabulariesOf(report: Report): Vocabularies {
  const nothing = { cameo: null, acled: null, ucdp: null };
  if (report.status === 'denied' || report.status === 'hypothetical') return nothing;
  const { cameo, acled, ucdp } = shippedRules();
  const sides = sidesOf(report);
  const quote = report.provenance.kind === 'sentence' ? fold(report.provenance.quote) : '';
  const code = firstOf(cameo, report, sides, quote)?.cameo ?? null;
  if (report.status === 'planned') return { ...nothing, cameo: code };
  const sub = firstOf(acled, report, sides, quote);
  const violence = Number(firstOf(ucdp, report, sides, quote)?.ucdp ?? 0);
  return {
    cameo: code,
    acled: sub === null ? null : { event: sub.event, subEvent: sub.sub_event },
    ucdp: violence === 1 || violence === 2 || violence === 3 ? violence : null,
  };
}

const plannedAs: Readonly<Partial<Record<PloverType, PloverType>>> = {
  CONSULT: 'AGREE',
  SUPPORT: 'AGREE',
  COOPERATE: 'AGREE',
  AID: 'AGREE',
  RETREAT: 'CONCEDE',
  ASSAULT: 'THREATEN',
  COERCE: 'THREATEN',
  MOBILIZE: 'THREATEN',
  PROTEST: 'THREATEN',
  SANCTION: 'THREATEN',
};

/**
 * The type that the PLOVER manual (2021, section on time and reality) gives: griot keeps a planned act under its own
 * type, the manual turns it into what announcing it means (cooperation AGREE, pull-outs CONCEDE, harm THREATEN).
 * Null for what is denied or supposed: the manual drops it.
 */
export function manualType({ type, status }: Pick<Report, 'type' | 'status'>): PloverType | null {
  if (status === 'denied' || status === 'hypothetical') return null;
  return status === 'planned' ? (plannedAs[type] ?? type) : type;
}
