import type { Estimate, Id, Place, Report, Told } from '../../src/model/index.ts';
import { reportOf } from './report.ts';

/** A settlement, known exactly. */
export const town = (name: string, admin1: string | null = null, country = 'MLI'): Place => ({
  text: name,
  name,
  admin1,
  countries: [country],
  precision: 'exact',
  latitude: null,
  longitude: null,
});

export const people = (n: number): Estimate => ({ low: n, best: n, high: n });

export const reportId = (id: string) => id as Id<'Report'>;

/** A report of a document of its own, on 27 March 2022 at Moura; what is given stands above. */
export function toldBy(
  id: string,
  given: Parameters<typeof reportOf>[0] & { document?: string; copies?: string; site?: string; order?: number } = {},
): Told {
  const { document = `doc-${id}`, copies = document, site = null, order = 0, ...fields } = given;
  const when = { from: '2022-03-27', to: '2022-03-27' };
  return {
    report: reportOf({ when, place: town('Moura', 'Mopti'), ...fields, id: reportId(id) }),
    origin: {
      kind: 'document',
      id: document as Id<'Document'>,
      copies,
      published: { from: '2022-04-05', to: '2022-04-05' },
      lang: 'en',
      site,
    },
    order,
  };
}

/** A row of a data set. */
export function row(id: string, dataset: string, given: Partial<Report> = {}, repeats = false): Told {
  const { report } = toldBy(id, given);
  const provenance = { kind: 'row', snapshot: `snap-${dataset}` as Id<'Snapshot'>, row: id } as const;
  return { report: { ...report, provenance }, origin: { kind: 'dataset', name: dataset, repeats }, order: 0 };
}
