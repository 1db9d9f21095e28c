import type { Anchors, Choices, Reading } from '../model/index.ts';
import type { Series } from '../record/index.ts';
import { dayNumber, dayOfNumber } from '../time/index.ts';
import type { Question } from './question.ts';
import { type Days, span, type WindowChoice, windowsAround, within } from './windows.ts';
import { counted, signed } from './words.ts';

/** Days that a series covers: what the release sets out to cover, else from its first row to its last. */
export function coveredDays({ snapshot, first, last }: Series): Days {
  if (snapshot.coverage !== null)
    return { start: dayNumber(snapshot.coverage.from), end: dayNumber(snapshot.coverage.to) + 1 };
  const start = first[0] ?? 0;
  const end = last.reduce((most, day) => Math.max(most, day), start) + 1;
  return { start, end };
}

const nameOf = ({ snapshot }: Series) => `${snapshot.dataset} ${snapshot.release}`;

/** The caution that a figure from a sample must carry, or null. */
export function sampleWarning(series: readonly Series[]): string | null {
  const samples = series.filter(({ snapshot }) => snapshot.sample !== null);
  return samples.length === 0 ? null : samples.map((s) => `${nameOf(s)} is ${s.snapshot.sample}`).join('; ');
}

/** Countries that a snapshot has no row of, and dates too wide to be placed surely. */
export function coverageWarnings(countries: readonly string[], series: readonly Series[]): string[] {
  const warnings: string[] = [];
  for (const s of series) {
    const missing = countries.filter((country) => !s.countries.includes(country));
    if (missing.length > 0) warnings.push(`${nameOf(s)} as imported has no row for ${missing.join(', ')}`);
    let wide = 0;
    for (let i = 0; i < s.first.length; i++) if ((s.last[i] as number) - (s.first[i] as number) > 31) wide += 1;
    if (wide > 0)
      warnings.push(
        `${wide} of ${s.first.length} events in ${nameOf(s)} are dated to more than a month and counted on their first day`,
      );
  }
  return warnings;
}

/** Data sets that cover only a part of the time that is counted over, and are left out for it. */
export function periodWarnings(
  { periods }: Extract<Question, { kind: 'count' | 'share' }>,
  series: readonly Series[],
): string[] {
  return series.flatMap((s) => {
    const covered = coveredDays(s);
    const part = periods.some(
      ({ days }) => !within(days, covered) && days.start < covered.end && days.end > covered.start,
    );
    return part ? [`${nameOf(s)} covers ${span(covered)}, only a part of the time, and is left out for it`] : [];
  });
}

/** What limits the windows of a change: the ends of the data, the publication of the claim, deaths that come in clusters. */
export function windowWarnings(
  question: Extract<Question, { kind: 'change' }>,
  series: readonly Series[],
  readings: readonly Reading[],
  published: string | null,
  choices: readonly WindowChoice[],
): string[] {
  const warnings: string[] = [];
  const { when } = question;
  if (when.kind === 'around') {
    const told = published === null ? null : dayNumber(published);
    for (const s of series) {
      const covered = coveredDays(s);
      const windows = windowsAround(when.days, choices, covered, told ?? covered.end);
      const kept = new Set(windows.map(({ window }) => window));
      const missing = choices.filter(({ choice }) => !kept.has(choice)).map(({ choice }) => choice);
      if (missing.length > 0)
        warnings.push(
          `${nameOf(s)} covers ${span(covered)}: ${missing.join(', ')} would reach beyond it and are left out`,
        );
      if (told !== null && windows.some(({ after }) => after.end > told + 1))
        warnings.push(
          `some windows end after the claim was published (${dayOfNumber(told)}); its author could not know them`,
        );
    }
  }
  if (readings.some(({ choices }) => choices.measure?.includes('killed')))
    warnings.push('intervals take each death as independent; deaths come in clusters, so the true intervals are wider');
  return warnings;
}

/** How easily a value like the claimed one is found by looking at other months: the other side of having many readings. */
export function multipleLooks(
  { claimed, up }: Extract<Question, { kind: 'change' }>,
  { tried, reach, asFar, nearest }: Anchors,
  readings: readonly Reading[],
): string[] {
  const way = up ? 'rise' : 'fall';
  const median = `${counted(asFar)} of ${counted(tried)} months taken for the turning point have a median reading at least as far ${up ? 'up' : 'down'}`;
  if (claimed === null || reach === null || nearest === null) return [`other months show such a ${way} too: ${median}`];
  const { choices } = nearest;
  const how = [choices.data, choices.measure, choices.window].filter((choice) => choice !== undefined).join(', ');
  const luck = otherWindows(claimed, choices, readings);
  return [
    `${luck}${counted(reach)} of ${counted(tried)} months taken for the turning point give ${signed(claimed)} or ${up ? 'more' : 'less'} in at least one reading; with the nearest reading (${how}) ${counted(nearest.reach)} of ${counted(nearest.tried)} do`,
    median,
  ];
}

/**
 * Says that a size is one window's luck when the count that comes nearest to it gives less than half of it, or the
 * contrary, with another window; empty when it does not.
 */
function otherWindows(claimed: number, nearest: Choices, readings: readonly Reading[]): string {
  const values = readings
    .filter(({ choices }) =>
      (['data', 'measure', 'estimate', 'without'] as const).every((factor) => choices[factor] === nearest[factor]),
    )
    .filter(({ choices, value }) => choices.window !== nearest.window && Number.isFinite(value))
    .map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const lucky = claimed > 0 ? low < claimed / 2 : high > claimed / 2;
  return values.length > 0 && lucky
    ? `${signed(claimed)} is one window's luck: counted alike, other windows give ${signed(low)} to ${signed(high)}; `
    : '';
}
