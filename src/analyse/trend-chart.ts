import type { Analysis, TimeChart, TimePoint } from '../model/index.ts';
import { addDays } from '../time/index.ts';
import { captions } from './captions.ts';
import type { Trend, TrendPoint, TrendSeries } from './trend.ts';
import { counted, type Measure, measureNames, plural } from './words.ts';

/** The value of a measure at a point; null outside what the release covers. */
export function measured(point: TrendPoint, measure: Measure): number | null {
  if (measure === 'events') return point.events;
  return measure === 'deaths' ? (point.killed?.best ?? null) : point.civilians;
}

/** The figure of a trend: a panel a series. A span that the release covers only in part is a gap. */
export function trendChart(analysis: Analysis<'trend', Trend>, measure: Measure): TimeChart {
  const { data } = analysis;
  return {
    kind: 'time',
    unit: measureNames[measure],
    span: data.by,
    panels: data.series.map((series) => ({
      title: seriesName(series),
      points: series.points.map((point) => pointOf(point, measure)),
      levels: [],
      marks: [],
    })),
    ...captions(analysis, {
      subtitle: `${measureNames[measure]} a ${data.by}; hatched: not covered by the release`,
      description: data.series.map((series) => summary(series, measure)).join(' '),
    }),
  };
}

export const seriesName = ({ name, group }: Pick<TrendSeries, 'name' | 'group'>): string =>
  group === null ? name : `${group} · ${name}`;

function pointOf(point: TrendPoint, measure: Measure): TimePoint {
  const whole = point.covered === 'whole';
  const interval = whole && measure === 'deaths' ? point.killed : null;
  return {
    from: point.from,
    to: addDays(point.to, 1),
    value: whole ? measured(point, measure) : null,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  };
}

/** One series in words. */
function summary(series: TrendSeries, measure: Measure): string {
  const known = series.points.flatMap((point) => {
    const value = measured(point, measure);
    return value === null ? [] : [{ ...point, value }];
  });
  if (known.length === 0) return `${seriesName(series)}: not covered.`;
  const total = known.reduce((sum, { value }) => sum + value, 0);
  const top = known.reduce((most, point) => (point.value > most.value ? point : most));
  const gaps = series.points.length - known.length;
  return `${seriesName(series)}: ${counted(total)} in all, most from ${top.from} to ${top.to} (${counted(top.value)})${gaps > 0 ? `, ${plural(gaps, 'span')} not covered` : ''}.`;
}
