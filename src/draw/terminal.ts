import type { Chart } from '../model/index.ts';
import { intervalLines } from './terminal-intervals.ts';
import { timeLines } from './terminal-time.ts';
import { wrapped } from './wrap.ts';

/** A chart as lines of a terminal that is `width` characters wide (40 at least): figure, cautions marked ⚠, source. */
export function drawTerminal(chart: Chart, width: number): string[] {
  const wide = Math.max(40, Math.floor(width));
  return [
    ...wrapped(`${chart.title}${chart.caution === null ? '' : `  ⚠ ${chart.caution}`}`, wide),
    ...wrapped(chart.subtitle, wide),
    '',
    ...(chart.kind === 'time' ? timeLines(chart, wide) : intervalLines(chart, wide)),
    ...chart.warnings.flatMap((warning) => wrapped(`⚠ ${warning}`, wide)),
    ...wrapped(chart.source, wide),
  ];
}
