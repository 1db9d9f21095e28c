import type { Check, Claim, DatedTurn, Reading } from '../model/index.ts';
import type { Series } from '../record/index.ts';
import { judgeChange } from './judge-change.ts';
import { judgeCount } from './judge-count.ts';
import { lastKnown, type Question, questionOf } from './question.ts';
import { readChange, readCount } from './reckon.ts';
import { coverageWarnings, coveredDays, periodWarnings, sampleWarning, windowWarnings } from './warnings.ts';
import { statedWindow, windowsAround, within } from './windows.ts';

export { choicesText, factorNames } from './words.ts';

/** What a claim is held against. */
export interface CheckInput {
  /** Series of the claim's countries, one a snapshot. */
  readonly series: readonly Series[];
  /** Dates that the claim's turning point may mean, each with its source. */
  readonly turns: readonly DatedTurn[];
  /** ISO day on which the claim was made, or null. */
  readonly published: string | null;
}

/**
 * Holds a claim against the record by every reasonable reading of it: each data set and release, turning point, window,
 * measure, estimate, and with and without the largest event and month (Simonsohn, Simmons & Nelson 2020, Specification
 * curve analysis, doi:10.1038/s41562-020-0912-z). Gives all the answers with their exact intervals, never one.
 */
export function check(claim: Claim, input: CheckInput): Check {
  const question = questionOf(claim, input.turns, input.published);
  if (question.kind === 'none') return unanswered(claim, 'Nothing that event data can answer.', question.reason);
  const asked = describe(question);
  const { text, countries } = question.of;
  if (input.series.length === 0)
    return unanswered(claim, asked, `The record holds no event data for ${text}. Import some: griot import FILE.`);

  const readings = input.series
    .flatMap((series) => readingsOf(question, series, input.published))
    .sort((a, b) => a.value - b.value);
  const sample = sampleWarning(input.series);
  const warnings = [
    ...coverageWarnings(countries, input.series),
    ...(question.kind === 'change'
      ? windowWarnings(question, input.series, readings, input.published)
      : periodWarnings(question, input.series)),
  ];
  if (readings.length === 0) {
    const reason = 'The data do not cover the whole time that the claim is about, or count nothing in it.';
    return { ...unanswered(claim, asked, reason), sample, warnings };
  }
  const onlySamples = input.series.every(({ snapshot }) => snapshot.sample !== null);
  const judged =
    question.kind === 'change'
      ? judgeChange(question, readings, onlySamples)
      : judgeCount(question, readings, onlySamples);
  return { claim, question: asked, claimed: question.claimed, readings, ...judged, sample, warnings };
}

type Answerable = Exclude<Question, { kind: 'none' }>;

function readingsOf(question: Answerable, series: Series, published: string | null): Reading[] {
  const covered = coveredDays(series);
  return question.of.countings.flatMap((counting) => {
    if (question.kind === 'count') {
      const periods = question.periods.filter(({ days }) => within(days, covered));
      return periods.flatMap((period) => readCount(series, counting, period));
    }
    const { when } = question;
    const windows =
      when.kind === 'stated'
        ? statedWindow(when.period, when.baseline, covered)
        : windowsAround(when.days, covered, lastKnown(published, covered));
    return windows.flatMap((window) => readChange(series, counting, window));
  });
}

function describe(question: Answerable): string {
  const measures = [...new Set(question.of.countings.map(({ name }) => name))].join(', ');
  const where = question.of.text;
  if (question.kind === 'count')
    return `How many (${measures}) in ${where}, ${question.periods.map(({ name }) => name).join(' or ')}?`;
  const when =
    question.when.kind === 'around'
      ? `after ${question.when.names.join('; or ')}`
      : 'from the baseline to the period that the claim names';
  return `By how much did violence (${measures}) in ${where} change ${when}?`;
}

function unanswered(claim: Claim, question: string, reason: string): Check {
  return {
    claim,
    question,
    verdict: 'cannot be checked',
    reason,
    rule: null,
    claimed: null,
    readings: [],
    median: null,
    agree: { direction: null, size: null },
    decides: [],
    sample: null,
    warnings: [],
  };
}
