import type { Reading, Verdict } from '../model/index.ts';
import { median } from '../stats/index.ts';
import { decisive } from './decisive.ts';
import { type Judged, onlySampleText } from './judged.ts';
import type { Question } from './question.ts';
import { ordinal } from './words.ts';

const nearlyAll = 0.9;
const half = 0.5;

const rule =
  'supported: nothing surpasses it in at least 90 % of the readings; direction holds: in at least half of them; otherwise not supported';

/** The verdict on "the deadliest": in how many readings nothing comes before it. */
export function judgeRanking(
  { unit, span }: Extract<Question, { kind: 'ranking' }>,
  readings: readonly Reading[],
  onlySamples: boolean,
): Judged {
  const first = readings.filter(({ value }) => value === 1);
  const share = first.length / readings.length;
  const middle = median(readings.map(({ value }) => value));
  const worst = readings.at(-1)?.value ?? Number.NaN;
  const tied = readings.filter(({ high }) => high > 1).length;
  const spread =
    first.length === readings.length
      ? `In all ${readings.length} readings no other ${unit} surpasses ${span.name}.`
      : `In ${first.length} of ${readings.length} readings no other ${unit} surpasses ${span.name}; its rank is from ${ordinal(readings[0]?.value ?? Number.NaN)} to ${ordinal(worst)}.`;
  const near = tied === 0 ? '' : ` In ${tied} of them the numbers do not set it apart from others.`;
  const verdict = onlySamples ? 'cannot be checked' : verdictOf(share);
  return {
    answers: 'ranking',
    verdict,
    reason: `${onlySamples ? `${onlySampleText} ` : ''}${spread}${near}`,
    rule: onlySamples ? null : rule,
    median: middle,
    agree: { direction: null, size: share },
    decides: decisive(readings, (value) => value),
  };
}

function verdictOf(share: number): Verdict {
  if (share >= nearlyAll) return 'supported';
  return share >= half ? 'direction holds' : 'not supported';
}
