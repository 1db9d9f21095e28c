import type { Check, Choices, Claim, DatedTurn, Reading } from '../model/index.ts';
import type { Series } from '../record/index.ts';
import { dayNumber } from '../time/index.ts';
import { anchorsOf, aroundMonth, moved } from './anchors.ts';
import { describe } from './describe.ts';
import { judgeChange } from './judge-change.ts';
import { judgeCount } from './judge-count.ts';
import { judgeRanking } from './judge-ranking.ts';
import { countingsOf } from './measures.ts';
import { lastKnown, type Question, questionOf } from './question.ts';
import { readRank } from './rank.ts';
import { type Counted, readChange, readCount, readShare } from './reckon.ts';
import { type Form, fitting, type Matter, readSpecifications, type Specifications, wanted } from './specifications.ts';
import { addUp } from './tally.ts';
import {
  coverageWarnings,
  coveredDays,
  multipleLooks,
  periodWarnings,
  sampleWarning,
  windowWarnings,
} from './warnings.ts';
import { span, statedWindow, type Window, windowsAround, within } from './windows.ts';

export { elsewhereOf, quantitiesOf, type Statement } from './quantities.ts';
export { onlyOf } from './reckon.ts';
export { choosing, readSpecifications, type Specifications } from './specifications.ts';
export { choicesText, factorNames, valueText } from './words.ts';

/** What a claim is held against. */
export interface CheckInput {
  /** Series of the claim's countries, one a snapshot. */
  readonly series: readonly Series[];
  /** Series of the place that the claim compares with; empty: none. */
  readonly against?: readonly Series[];
  /** Dates that the claim's turning point may mean, each with its source. */
  readonly turns: readonly DatedTurn[];
  /** ISO day on which the claim was made, or null. */
  readonly published: string | null;
  /** Absent: those that ship with griot. */
  readonly specifications?: Specifications;
}

type Answerable = Exclude<Question, { kind: 'none' }>;
type Change = Extract<Question, { kind: 'change' }>;

interface Scene extends CheckInput {
  readonly specifications: Specifications;
  readonly wanted: (choices: Choices) => boolean;
}

/**
 * Holds a claim against the record by every reasonable reading of it: each data set and release, turning point, window,
 * measure, estimate, and with and without the largest event and month (Simonsohn, Simmons & Nelson 2020, Specification
 * curve analysis, doi:10.1038/s41562-020-0912-z). Gives all the answers with their intervals, never one.
 */
export function check(claim: Claim, input: CheckInput): Check {
  const question = questionOf(claim, input.turns, input.published);
  if (question.kind === 'none') return unanswered(claim, 'Nothing that event data can answer.', question.reason);
  const specifications = input.specifications ?? readSpecifications();
  const scene: Scene = { ...input, specifications, wanted: (choices) => wanted(specifications, choices) };
  const counted = countedFor(question, input.series, specifications);
  const asked = describe(question, counted);
  const { text, countries } = question.of;
  if (input.series.length === 0)
    return unanswered(claim, asked, `The record holds no event data for ${text}. Import some: griot import FILE.`);

  const readings = readingsOf(question, counted, scene).sort((a, b) => a.value - b.value);
  const sample = sampleWarning(input.series);
  const warnings = [...coverageWarnings(countries, input.series), ...limits(question, readings, scene)];
  if (readings.length === 0) {
    const left = specifications.only.length + specifications.drop.length > 0;
    const reason = left
      ? 'The choices that were kept leave no reading; griot check --all lists those that there are.'
      : 'The data do not cover the whole time that the claim is about, or count nothing in it.';
    return { ...unanswered(claim, asked, reason), sample, warnings };
  }
  const onlySamples = input.series.every(({ snapshot }) => snapshot.sample !== null);
  const shared = { claim, question: asked, readings, elsewhere: null, sample };
  if (question.kind === 'ranking')
    return { ...shared, claimed: 1, ...judgeRanking(question, readings, onlySamples), anchors: null, warnings };
  if (question.kind !== 'change')
    return {
      ...shared,
      claimed: question.claimed,
      ...judgeCount(question, readings, onlySamples),
      anchors: null,
      warnings,
    };
  const anchors = anchorsFor(question, counted, readings, scene);
  const looks = anchors === null ? [] : multipleLooks(question, anchors, readings);
  const judged = judgeChange(question, readings, onlySamples);
  return { ...shared, claimed: question.claimed, ...judged, anchors, warnings: [...looks, ...warnings] };
}

/** Everything that is counted, added up once; all readings are differences of these sums. */
function countedFor({ kind, of }: Answerable, all: readonly Series[], specifications: Specifications): Counted[] {
  const countings = countingsOf(of.matter, kind, specifications);
  return all.flatMap((series) => {
    const sums = addUp(series, countings);
    return countings.flatMap((counting, i) => {
      const own = sums[i];
      return own === undefined ? [] : [{ series, counting, sums: own }];
    });
  });
}

function readingsOf(question: Answerable, counted: readonly Counted[], scene: Scene): Reading[] {
  const { specifications, wanted } = scene;
  const omissions = fitting(specifications, 'without', question.kind, question.of.matter);
  if (question.kind === 'change') {
    const bases = question.against === null ? counted : countedFor(question, scene.against ?? [], specifications);
    return counted.flatMap((one) => {
      const base = baseOf(one, bases);
      if (base === null) return [];
      return windowsFor(question, one, scene).flatMap((window) => readChange(one, base, window, omissions, wanted));
    });
  }
  if (question.kind === 'ranking') {
    return counted.flatMap((one) => {
      const covered = coveredDays(one.series);
      const from = question.from === null ? covered.start : dayNumber(question.from);
      const days = { start: Math.max(from, covered.start), end: lastKnown(scene.published, covered) };
      const end = Math.min(covered.end, Math.max(days.end, question.span.days.end));
      const among = { start: days.start, end };
      if (!within(question.span.days, among)) return [];
      return readRank(one, question.unit, question.span.days, { name: span(among), days: among }, wanted);
    });
  }
  const wholes = question.kind === 'share' ? wholesFor(question, scene) : [];
  return counted.flatMap((one) => {
    const covered = coveredDays(one.series);
    const periods = question.periods.filter(({ days }) => within(days, covered));
    if (question.kind === 'count') return periods.flatMap((period) => readCount(one, period, omissions, wanted));
    const own = wholes.filter(
      ({ series, counting }) => series === one.series && counting.people === one.counting.people,
    );
    return periods.flatMap((period) => own.flatMap((whole) => readShare(one, whole, period, wanted)));
  });
}

/** What a counting can be a part of: deaths of all deaths, events of all events. */
function wholesFor(question: Answerable, { series, specifications }: Scene): Counted[] {
  const of = (matter: Matter): Answerable => ({ ...question, of: { ...question.of, matter } });
  return (['deaths', 'attacks'] as const).flatMap((matter) => countedFor(of(matter), series, specifications));
}

/** The same counting of the same data set where the baseline is counted. */
const baseOf = ({ series, counting }: Counted, bases: readonly Counted[]): Counted | null =>
  bases.find(
    (base) =>
      base.series.snapshot.id === series.snapshot.id &&
      base.counting.name === counting.name &&
      base.counting.estimate === counting.estimate,
  ) ?? null;

function windowsFor({ when, against, of }: Change, { series }: Counted, scene: Scene): readonly Window[] {
  const covered = coveredDays(series);
  if (when.kind === 'around')
    return windowsAround(when.days, windowChoices(of.matter, scene), covered, lastKnown(scene.published, covered));
  const [stated] = statedWindow(when.period, when.baseline, covered);
  if (stated === undefined) return [];
  if (against === null) return [stated];
  return [{ ...stated, window: `${span(when.period)}, ${of.text} against ${against.name ?? against.text}` }];
}

const windowChoices = (matter: Matter, { specifications }: Scene) =>
  fitting(specifications, 'window', 'change' satisfies Form, matter);

function anchorsFor(question: Change, counted: readonly Counted[], readings: readonly Reading[], scene: Scene) {
  const { when, against, of } = question;
  if (against !== null) return null;
  if (when.kind === 'around') {
    const until = (covered: { start: number; end: number }) => lastKnown(scene.published, covered);
    return anchorsOf(counted, aroundMonth(windowChoices(of.matter, scene), until), question, readings, scene.wanted);
  }
  const [stated] = counted.flatMap(({ series }) => statedWindow(when.period, when.baseline, coveredDays(series)));
  return stated === undefined ? null : anchorsOf(counted, moved(stated), question, readings, scene.wanted);
}

function limits(question: Answerable, readings: readonly Reading[], scene: Scene): string[] {
  if (question.kind === 'change')
    return windowWarnings(question, scene.series, readings, scene.published, windowChoices(question.of.matter, scene));
  return question.kind === 'ranking' ? [] : periodWarnings(question, scene.series);
}

function unanswered(claim: Claim, question: string, reason: string): Check {
  return {
    claim,
    question,
    answers: claim.kind === 'count' ? 'count' : 'change',
    verdict: 'cannot be checked',
    reason,
    rule: null,
    claimed: null,
    readings: [],
    median: null,
    agree: { direction: null, size: null },
    decides: [],
    anchors: null,
    elsewhere: null,
    sample: null,
    warnings: [],
  };
}
