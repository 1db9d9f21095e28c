import type { Analysis, TimeChart } from '../model/index.ts';
import { addDays } from '../time/index.ts';
import { captions } from './captions.ts';
import type { Changes } from './changes.ts';
import { measureNames } from './words.ts';

/** The figure of changes: monthly counts, the levels between the changes, the dates with their intervals. */
export function changesChart(analysis: Analysis<'changes', readonly Changes[]>): TimeChart {
  return {
    kind: 'time',
    unit: measureNames[analysis.data[0]?.measure ?? 'events'],
    span: 'month',
    panels: analysis.data.map(({ name, months, changes }) => ({
      title: name,
      points: months.map(({ from, to, count }) => ({ from, to: addDays(to, 1), value: count, low: null, high: null })),
      levels: levelsOf(months, changes),
      marks: changes.map(({ at, low, high }) => ({ at, low, high, label: at.slice(0, 7) })),
    })),
    ...captions(analysis, {
      subtitle: 'monthly counts, their level between changes, and the dates of the changes with 95 % intervals',
      description: analysis.data.map((of) => `${of.name}: ${changesText(of).join('; ')}.`).join(' '),
    }),
  };
}

/** Changes as people say them. */
export function changesText({ changes, refused }: Changes): string[] {
  if (refused !== null) return [refused];
  if (changes.length === 0) return ['no change of level'];
  return changes.map(
    ({ at, low, high, before, after }) =>
      `from ${at.slice(0, 7)} (${low?.slice(0, 7) ?? 'open'} to ${high?.slice(0, 7) ?? 'open'}) on ${after.toFixed(1)} a month, before ${before.toFixed(1)}`,
  );
}

function levelsOf(months: Changes['months'], changes: Changes['changes']): TimeChart['panels'][number]['levels'] {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined || changes.length === 0) return [];
  const ends = [first.from, ...changes.map(({ at }) => at), addDays(last.to, 1)];
  return [...changes.map(({ before }) => before), changes.at(-1)?.after ?? 0].map((value, i) => ({
    from: ends[i] ?? first.from,
    to: ends[i + 1] ?? last.to,
    value,
  }));
}
