import { countries } from '../geo/index.ts';
import type { TableFormat } from '../model/index.ts';
import { codes, constant, date, integer, real, text } from './fields.ts';

/** The 49 columns of GED 20.1 to 25.1, in their order: some candidate releases come without a header line. */
const columns =
  'id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office source_date source_headline source_original where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob'.split(
    ' ',
  );

/** `ged231-car.csv`, `GEDEvent_v25_1.csv`, `ged-candidate-23.0.10.csv`, `GEDEvent_v24_0_3.csv`. */
function release(fileName: string): string | null {
  const candidate = /(\d{2})[._]0[._](\d{1,2})(?!\d)/.exec(fileName);
  if (candidate) return `${candidate[1]}.0.${Number(candidate[2])}`;
  const annual = /v(\d{2})_(\d)(?!\d)|ged[-_]?(\d{2})\.?(\d)(?!\d)/i.exec(fileName);
  return annual ? `${annual[1] ?? annual[3]}.${annual[2] ?? annual[4]}` : null;
}

/**
 * An annual release YY.1 covers 1989 to the end of the year before it; a candidate release YY.0.M covers month M of
 * year YY (UCDP GED codebook 23.1; UCDP Candidate codebook).
 */
function coverage(name: string): { from: string; to: string } | null {
  const annual = /^(\d{2})\.[1-9]$/.exec(name);
  if (annual) return { from: '1989-01-01', to: `${2000 + Number(annual[1]) - 1}-12-31` };
  const candidate = /^(\d{2})\.0\.(\d{1,2})$/.exec(name);
  if (!candidate) return null;
  const [year, month] = [2000 + Number(candidate[1]), Number(candidate[2])];
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return { from: `${last.slice(0, 8)}01`, to: last };
}

/**
 * UCDP Georeferenced Event Dataset (Sundberg & Melander 2013, doi:10.1177/0022343313484347): lethal incidents of
 * organised violence. Side A acts on side B only in one-sided violence; elsewhere the sides have no direction.
 */
export const ucdpGed = (): TableFormat => ({
  name: 'ucdp-ged',
  title: 'UCDP GED',
  fields: {
    row: text('id'),
    from: date('date_start'),
    to: date('date_end'),
    // Spans measured on rows of the releases: 2 is 2 to 6 days, 3 a week, 4 up to a month, 5 more than a month.
    date_precision: codes('date_prec', { '1': 'day', '2': 'week', '3': 'week', '4': 'month', '5': 'year' }),
    country: codes(
      'country_id',
      Object.fromEntries(countries().all.flatMap(({ gw, iso3 }) => gw.map((number) => [String(number), iso3]))),
    ),
    admin1: text('adm_1'),
    place: text('where_coordinates'),
    latitude: real('latitude'),
    longitude: real('longitude'),
    // 5 is an estimated point on a line or in a vague area, 7 is sea or air: neither is closer than the country.
    place_precision: codes('where_prec', {
      '1': 'exact',
      '2': 'near',
      '3': 'admin2',
      '4': 'admin1',
      '5': 'country',
      '6': 'country',
      '7': 'region',
    }),
    type: constant('ASSAULT'),
    mode: constant(null),
    side_a: text('side_a'),
    side_b: text('side_b'),
    parties: codes('type_of_violence', { '1': 'sides', '2': 'sides', '3': 'directed' }),
    violence: codes('type_of_violence', { '1': 'state-based', '2': 'non-state', '3': 'one-sided' }),
    killed_low: integer('low'),
    killed_best: integer('best'),
    killed_high: integer('high'),
    civilians_best: integer('deaths_civilians'),
    injured_best: constant(null),
    disputed: constant(null),
    sources: text('source_office'),
    summary: text('source_headline'),
  },
  required: ['row', 'from', 'to', 'country', 'violence', 'killed_best'],
  headerless: columns,
  release,
  coverage,
  sample: null,
  citation:
    'Uppsala Conflict Data Program, Georeferenced Event Dataset (Sundberg & Melander 2013, Journal of Peace Research 50(4)); cite the paper of the release too.',
  licence: 'CC BY 4.0',
});
