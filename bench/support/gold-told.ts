import { isPloverType, type Participant, type Report, type Told } from '../../src/model/index.ts';
import { spansOf } from './pair-reports.ts';
import type { GoldEvent, GoldParty, ReportRow } from './reports-data.ts';

const partyOf = ({ text, name, sector = 'unknown', country = null }: GoldParty): Participant => ({
  text,
  head: text.split(' ').at(-1) ?? text,
  actor: name,
  sector,
  country,
});

/** An annotated event as the report that a faultless coder would have made of it; the gazetteer adds nothing. */
export function goldReport(row: ReportRow, event: GoldEvent): Report {
  const { place, type, status } = event;
  if (!isPloverType(type)) throw new Error(`${row.id} ${event.id}: ${type} is no PLOVER type`);
  return {
    id: `${row.id}-${event.id}` as Report['id'],
    type,
    mode: event.mode ?? null,
    source: event.source.map(partyOf),
    target: event.target.map(partyOf),
    place:
      place === null
        ? null
        : {
            text: place.text ?? place.name ?? '',
            name: place.name,
            admin1: place.admin1,
            countries: place.country === null ? [] : [place.country],
            precision: place.precision ?? null,
            latitude: null,
            longitude: null,
          },
    when: event.when,
    killed: event.killed,
    injured: event.injured,
    abducted: event.abducted ?? null,
    arrested: event.arrested ?? null,
    status: status as Report['status'],
    by: event.by,
    provenance: {
      kind: 'sentence',
      document: row.id as never,
      span: spansOf(row.text, event.quote),
      quote: event.quote,
      coder: 'gold@1',
      score: 1,
    },
  };
}

/** A report of an annotated text, with where it comes from. */
export function toldIn(row: ReportRow, report: Report, order: number): Told {
  return {
    report,
    origin: {
      kind: 'document',
      id: row.id as never,
      copies: row.id,
      published: { from: row.published, to: row.published },
      lang: row.language,
      site: null,
    },
    order,
  };
}
