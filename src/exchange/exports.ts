import type { Claim, Estimate, Period, Report, Snapshot } from '../model/index.ts';
import { type CsvCell, csvText } from '../text/index.ts';

export const exportFormats = ['csv', 'json', 'geojson'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Where a report or claim comes from, as far as whoever reads the export may see it. */
export interface ExportSource {
  readonly title: string | null;
  readonly url: string | null;
  readonly published: Period | null;
  /** For rows. */
  readonly snapshot: Pick<Snapshot, 'dataset' | 'release'> | null;
  /** The data set's own words about a row. */
  readonly summary: string | null;
}

export interface Exported<T extends Report | Claim> {
  readonly item: T;
  readonly source: ExportSource;
}

/**
 * Reports and claims as text of a format. CSV: a line each (RFC 4180, formulas guarded); JSON: an array of both with all
 * their fields; GeoJSON (RFC 7946): a feature a report, its geometry null where no point is known.
 */
export function exportText<T extends Report | Claim>(format: ExportFormat, items: readonly Exported<T>[]): string {
  switch (format) {
    case 'csv':
      return csvText(table(items.map(cellsOf)));
    case 'json':
      return `${JSON.stringify(
        items.map(({ item, source }) => ({ ...item, from: source })),
        null,
        1,
      )}\n`;
    case 'geojson':
      return `${JSON.stringify({ type: 'FeatureCollection', features: items.map(feature) })}\n`;
    default:
      return format satisfies never;
  }
}

type Cells = Readonly<Record<string, CsvCell>>;

function table(rows: readonly Cells[]): CsvCell[][] {
  const [first] = rows;
  if (first === undefined) return [];
  return [Object.keys(first), ...rows.map((row) => Object.values(row))];
}

function feature(exported: Exported<Report | Claim>): unknown {
  const { place } = exported.item;
  const { latitude: _, longitude: __, ...properties } = cellsOf(exported);
  const point = place === null || place.latitude === null || place.longitude === null;
  return {
    type: 'Feature',
    id: exported.item.id,
    geometry: point ? null : { type: 'Point', coordinates: [place.longitude, place.latitude] },
    properties,
  };
}

/** The columns of an export, all of one sort alike. */
function cellsOf({ item, source }: Exported<Report | Claim>): Cells {
  const own: Cells = 'type' in item ? reportCells(item) : claimCells(item);
  const { place, provenance } = item;
  const sentence = provenance.kind === 'sentence' ? provenance : null;
  return {
    id: item.id,
    ...own,
    place: place?.name ?? place?.text ?? null,
    admin1: place?.admin1 ?? null,
    countries: place?.countries.join(' ') ?? null,
    place_precision: place?.precision ?? null,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    by: item.by?.name ?? item.by?.text ?? null,
    quote: sentence?.quote ?? source.summary,
    document: sentence?.document ?? null,
    title: source.title,
    url: source.url,
    published: source.published?.from ?? null,
    dataset: source.snapshot?.dataset ?? null,
    release: source.snapshot?.release ?? null,
    row: provenance.kind === 'row' ? provenance.row : null,
    coder: sentence?.coder ?? null,
    score: sentence?.score ?? null,
  };
}

function reportCells(report: Report): Cells {
  const names = (side: Report['source']) => side.map(({ actor, text }) => actor ?? text).join('; ');
  return {
    type: report.type,
    mode: report.mode,
    status: report.status,
    from: report.when?.from ?? null,
    to: report.when?.to ?? null,
    source: names(report.source),
    target: names(report.target),
    ...estimateCells('killed', report.killed),
    ...estimateCells('injured', report.injured),
    ...estimateCells('abducted', report.abducted),
    ...estimateCells('arrested', report.arrested),
  };
}

const claimCells = (claim: Claim): Cells => ({
  kind: claim.kind,
  of: claim.of,
  ...estimateCells('value', claim.value),
  unit: claim.unit,
  per: claim.per,
  percent: claim.percent,
  factor: claim.factor,
  direction: claim.direction,
  from: claim.period?.from ?? null,
  to: claim.period?.to ?? null,
  baseline_from: claim.baseline?.from ?? null,
  baseline_to: claim.baseline?.to ?? null,
  since: claim.since?.text ?? null,
  actor: claim.actor,
});

const estimateCells = (name: string, estimate: Estimate | null): Cells => ({
  [`${name}_low`]: estimate?.low ?? null,
  [`${name}_best`]: estimate?.best ?? null,
  [`${name}_high`]: estimate?.high ?? null,
});
