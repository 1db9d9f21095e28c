import type { Assignment, Event, Origin, Report, Told } from '../../model/index.ts';
import { factsReader } from './facts.ts';
import { inOrder, merge } from './merge.ts';
import { independent } from './sources.ts';

/** One report of an event beside the others. */
export interface MatrixRow {
  readonly report: Report;
  readonly origin: Origin;
  /** Number of the independent source that it rests on, from 1. */
  readonly source: number;
  /** Why it stands in the event; null: it is alone. */
  readonly assignment: Assignment | null;
}

/** An event, and what each of its reports says. */
export interface EventMatrix {
  readonly event: Event;
  readonly rows: readonly MatrixRow[];
}

/** Sets the reports of an event side by side, the first in the record first. */
export function matrixOf(told: readonly Told[], assignments: readonly Assignment[]): EventMatrix {
  const facts = inOrder(told.map(factsReader()));
  const event = merge(facts);
  const sources = independent(facts);
  const numbers = new Map([...new Set(sources.values())].map((source, i) => [source, i + 1]));
  const why = new Map(assignments.map((assignment) => [assignment.report, assignment]));
  return {
    event,
    rows: facts.map((one) => ({
      report: one.report,
      origin: one.told.origin,
      source: numbers.get(sources.get(one) ?? '') ?? 0,
      assignment: why.get(one.report.id) ?? null,
    })),
  };
}
