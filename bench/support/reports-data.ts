import type { Document, Estimate, Period, PlacePrecision, Sector } from '../../src/model/index.ts';
import { jsonLines, textDocument } from './coding.ts';

/** One line of an annotated report file; columns as in its README. */
export interface ReportRow {
  readonly id: string;
  readonly published: string;
  readonly language: string;
  readonly title: string | null;
  readonly text: string;
  readonly events: readonly GoldEvent[];
  readonly claims: readonly GoldClaim[];
  readonly no_event: readonly string[];
}

export interface Named {
  readonly text: string;
  readonly name: string | null;
}

export interface GoldParty extends Named {
  readonly sector?: Sector;
  readonly country?: string | null;
}

export interface GoldEvent {
  readonly id: string;
  /** The same for all accounts of one happening, in all reports. */
  readonly cluster: string;
  readonly quote: string;
  readonly also?: readonly string[];
  readonly type: string;
  readonly mode: string | null;
  readonly source: readonly GoldParty[];
  readonly target: readonly GoldParty[];
  readonly place: {
    readonly name: string | null;
    readonly admin1: string | null;
    readonly country: string | null;
    readonly text?: string;
    readonly precision?: PlacePrecision | null;
  } | null;
  readonly when: Period | null;
  readonly killed: Estimate | null;
  readonly injured: Estimate | null;
  readonly abducted?: Estimate | null;
  readonly arrested?: Estimate | null;
  readonly status: string;
  readonly by: Named | null;
}

export interface GoldClaim {
  readonly id: string;
  readonly quote: string;
  readonly kind: string;
  readonly of: string;
  readonly value: Estimate | null;
  readonly percent: number | null;
  readonly factor: number | null;
  readonly period: Period | null;
  readonly by: Named | null;
}

export function readReportRows(file: string): ReportRow[] {
  return jsonLines<ReportRow>(file);
}

/** A row as the document that a reader of files would make of it. */
export function documentOf({ id, text, title, language, published }: ReportRow): Document {
  return textDocument(text, { id, published, lang: language, title });
}
