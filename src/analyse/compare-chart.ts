import type { Analysis, IntervalChart } from '../model/index.ts';
import { captions } from './captions.ts';
import type { Comparison } from './compare.ts';
import type { Ratio } from './ratios.ts';

/** The figure of a comparison: the ratios of each measure and release with their intervals, side by side. */
export function compareChart(analysis: Analysis<'compare', readonly Comparison[]>): IntervalChart {
  const several = new Set(analysis.data.map(({ contrast }) => contrast)).size > 1;
  const rows = analysis.data.flatMap((comparison) => {
    const { name, measure, contrast, before, after, control, ratios } = comparison;
    const group = `${measure}, ${name}: ${before.count} → ${after.count}${several ? ` · ${contrast}` : ''}`;
    const own = ratios.map((ratio) => rowOf(group, ratioName(ratio), ratio));
    return control === null ? own : [...own, rowOf(group, 'exact, control alone', control.ratio)];
  });
  return {
    kind: 'intervals',
    unit: 'ratio of rates (1: no difference)',
    log: true,
    even: 1,
    rows,
    ...captions(analysis, {
      subtitle: 'ratios of rates with 95 % intervals',
      description: rows
        .map(({ group, label, value, low, high, note }) =>
          value === null
            ? `${group}, ${label}: ${note}`
            : `${group}, ${label}: ${value.toFixed(2)} (${low?.toFixed(2)} to ${high?.toFixed(2)}).`,
        )
        .join(' '),
    }),
  };
}

/** A model with what it allows for. */
export const ratioName = ({ model, allowsFor }: Ratio): string =>
  [model, ...allowsFor.map((what) => `+ ${what}`)].join(' ');

const rowOf = (group: string, label: string, { ratio, low, high, refused }: Ratio) => ({
  group,
  label,
  value: ratio,
  low,
  high,
  note: refused,
});
