import type { Analysis, Report, TimeChart } from '../model/index.ts';
import { spansBetween } from '../time/index.ts';
import { captions } from './captions.ts';
import type { SourcesCompared } from './compare-sources.ts';
import { measureNames } from './words.ts';

/** The figure of two sources: the deaths of each by day (by month over more than half a year). */
export function sourcesChart(analysis: Analysis<'compare-sources', SourcesCompared>): TimeChart {
  const { a, b, matched, onlyA, onlyB } = analysis.data;
  const sides = [
    { title: a, rows: [...matched.map((match) => match.a), ...onlyA] },
    { title: b, rows: [...matched.map((match) => match.b), ...onlyB] },
  ];
  const days = sides.flatMap(({ rows }) => rows.flatMap(dayOf)).sort();
  const first = analysis.filters.from ?? days[0] ?? null;
  const last = analysis.filters.to ?? days.at(-1) ?? null;
  const span = first !== null && last !== null && spansBetween(first, last, 'month').length <= 6 ? 'day' : 'month';
  const spans = first === null || last === null ? [] : spansBetween(first, last, span);
  return {
    kind: 'time',
    unit: measureNames.deaths,
    span,
    panels: sides.map(({ title, rows }) => ({
      title,
      points: spans.map(({ from, to }) => {
        const within = rows.filter((row) => dayOf(row).some((day) => day >= from && day < to));
        return {
          from,
          to,
          value: within.reduce((sum, { killed }) => sum + (killed?.best ?? killed?.low ?? 0), 0),
          low: null,
          high: null,
        };
      }),
      levels: [],
      marks: [],
    })),
    ...captions(analysis, {
      subtitle: `${matched.length} rows matched, ${onlyA.length} only in ${a}, ${onlyB.length} only in ${b}`,
      description: `${matched.length} rows matched, of which ${matched.filter(({ deathsDiffer }) => deathsDiffer).length} differ in deaths; ${onlyA.length} only in ${a}, ${onlyB.length} only in ${b}.`,
    }),
  };
}

const dayOf = ({ when }: Report): readonly string[] => (when?.from == null ? [] : [when.from]);
