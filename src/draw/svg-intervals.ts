import * as Plot from '@observablehq/plot';
import type { IntervalChart } from '../model/index.ts';
import { look } from './look.ts';
import { shortNumber } from './numbers.ts';
import { type Plotted, plotted } from './plotted.ts';
import { intervalRange } from './range.ts';
import { intervalText } from './terminal-intervals.ts';

const rowHeight = 26;
/** Room for the labels on the left and the figures in words on the right, in CSS pixels. */
const room = { left: 200, right: 150 } as const;

/** Dots with their intervals, one a row, the groups headed; an interval that leaves the axis ends in an arrow. */
export function intervalPlot(chart: IntervalChart, width: number): Plotted {
  const [from, to] = intervalRange(chart);
  const kept = (bound: number | null, otherwise: number) =>
    bound === null || !Number.isFinite(bound) || (chart.log && bound <= 0)
      ? otherwise
      : Math.min(to, Math.max(from, bound));
  let group: string | null = null;
  let at = 0;
  const heads: { at: number; group: string }[] = [];
  const rows = chart.rows.map((row) => {
    if (row.group !== group) heads.push({ at: at++, group: row.group });
    group = row.group;
    const shown = row.value !== null && Number.isFinite(row.value) && (!chart.log || row.value > 0);
    return {
      ...row,
      at: at++,
      shown,
      x1: kept(row.low, from),
      x2: kept(row.high, to),
      text: row.value === null ? 'not estimable' : intervalText(row),
    };
  });
  const estimated = rows.filter(({ value }) => value !== null);
  const beyond = [
    ...estimated.filter(({ high }) => high === null || high > to).map(({ at }) => ({ at, x: to, arrow: '▸' })),
    ...estimated.filter(({ low }) => low === null || low < from).map(({ at }) => ({ at, x: from, arrow: '◂' })),
  ];
  return plotted({
    width,
    height: at * rowHeight + 52,
    marginLeft: room.left,
    marginRight: room.right,
    marginTop: 8,
    marginBottom: 44,
    x: {
      type: chart.log ? 'log' : 'linear',
      domain: [from, to],
      label: chart.unit,
      labelAnchor: 'center',
      labelArrow: 'none',
      tickFormat: shortNumber,
      ticks: 5,
    },
    y: { domain: Array.from({ length: at }, (_, i) => i), type: 'band', axis: null },
    marks: [
      Plot.ruleX([chart.even], { stroke: look.quiet, strokeDasharray: '3,2' }),
      Plot.link(estimated, { x1: 'x1', x2: 'x2', y1: 'at', y2: 'at', stroke: look.data, strokeWidth: 2 }),
      Plot.text(beyond, { x: 'x', y: 'at', text: 'arrow', fill: look.data }),
      Plot.dot(
        rows.filter(({ shown }) => shown),
        { x: 'value', y: 'at', r: 4.5, fill: look.data },
      ),
      Plot.text(heads, {
        y: 'at',
        text: 'group',
        frameAnchor: 'left',
        textAnchor: 'start',
        dx: -room.left,
        fontWeight: 600,
      }),
      Plot.text(rows, { y: 'at', text: 'label', frameAnchor: 'left', textAnchor: 'start', dx: 12 - room.left }),
      Plot.text(rows, { y: 'at', text: 'text', frameAnchor: 'right', textAnchor: 'start', dx: 10, fill: look.quiet }),
    ],
  });
}
