import type { Participant, PloverType, Report, Told } from '../../src/model/index.ts';

/** The columns of GDELT 1.0 that repeats are told by; missing values are `NA`. */
export interface GdeltRow {
  readonly GLOBALEVENTID: string;
  readonly SQLDATE: string;
  readonly Actor1Code: string;
  readonly Actor2Code: string;
  readonly EventCode: string;
  readonly ActionGeo_FullName: string;
}

/** PLOVER types of the CAMEO roots in the slice: coerce, assault, fight, mass violence (PLOVER manual, 2021). */
const types: Readonly<Record<string, PloverType>> = {
  '17': 'COERCE',
  '18': 'ASSAULT',
  '19': 'ASSAULT',
  '20': 'ASSAULT',
};

/** A row as a report; the mode is the CAMEO code itself, so that no detail of the act is lost. */
export function gdeltTold(row: GdeltRow, order: number): Told {
  const { SQLDATE: date, EventCode: code, ActionGeo_FullName: place } = row;
  const day = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`;
  const side = (text: string): Participant[] =>
    text === 'NA' ? [] : [{ text, head: text, actor: null, sector: 'unknown', country: null }];
  const report: Report = {
    id: `gdelt-${row.GLOBALEVENTID}` as Report['id'],
    type: types[code.slice(0, 2)] ?? 'ASSAULT',
    mode: code,
    source: side(row.Actor1Code),
    target: side(row.Actor2Code),
    place: {
      text: place,
      name: null,
      admin1: null,
      countries: [],
      precision: null,
      latitude: null,
      longitude: null,
    },
    when: { from: day, to: day },
    killed: null,
    injured: null,
    abducted: null,
    arrested: null,
    status: 'asserted',
    by: null,
    provenance: { kind: 'row', snapshot: 'snap-gdelt' as never, row: row.GLOBALEVENTID },
  };
  return { report, origin: { kind: 'dataset', name: 'gdelt', repeats: true }, order };
}
