import type { Reading, Verdict } from '../model/index.ts';
import { median } from '../stats/index.ts';
import { decisive } from './decisive.ts';
import { inCommon, type Judged, onlySampleText, sameSize } from './judged.ts';
import type { Question } from './question.ts';
import { factorNames, signed } from './words.ts';

/** Shares of the readings that must agree. */
const nearlyAll = 0.9;
const most = 0.8;
const half = 0.5;

const rule =
  'supported: at least 90 % of the readings go the claimed way and, where a size is claimed, at least half are within a quarter of it; direction holds: at least 80 % go the claimed way; otherwise not supported';

/** The verdict on a change, from the readings that go its way and those that are of its size. */
export function judgeChange(
  { claimed, up, open }: Extract<Question, { kind: 'change' }>,
  readings: readonly Reading[],
  onlySamples: boolean,
): Judged {
  const sameWay = readings.filter(({ value }) => (up ? value > 0 : value < 0));
  const ofSize =
    claimed === null ? null : sameWay.filter(({ value }) => sameSize(Math.abs(value), Math.abs(claimed), open));
  const agree = {
    direction: sameWay.length / readings.length,
    size: ofSize === null ? null : ofSize.length / readings.length,
  };
  const decides = decisive(readings, (value) => Math.log1p(value / 100));
  const middle = median(readings.map(({ value }) => value));
  const verdict = onlySamples ? 'cannot be checked' : verdictOf(agree);
  const [first] = decides;
  const words = {
    supported: '',
    'direction holds': `The size depends on ${first === undefined ? 'the reading' : factorNames[first.factor]}. `,
    'not supported': '',
    'cannot be checked': `${onlySampleText} `,
  }[verdict];
  const common = ofSize === null || ofSize.length < 2 ? [] : inCommon(ofSize, readings);
  const size =
    ofSize === null || claimed === null
      ? ''
      : ` and ${ofSize.length} ${ofSize.length === 1 ? 'is' : 'are'} of the claimed size (${signed(claimed)})${common.length === 0 ? '' : `, all of these with ${common.join(', ')}`}`;
  const ends = [readings[0], readings.at(-1)].map((reading) => signed(reading?.value ?? Number.NaN));
  const spread = `Of ${readings.length} readings ${sameWay.length} show a ${up ? 'rise' : 'fall'}${size}; the median is ${signed(middle)}, from ${ends.join(' to ')}.`;
  return {
    answers: 'change',
    verdict,
    reason: `${words}${spread}`,
    rule: onlySamples ? null : rule,
    median: middle,
    agree,
    decides,
  };
}

function verdictOf({ direction, size }: { direction: number; size: number | null }): Verdict {
  if (direction >= nearlyAll && (size === null || size >= half)) return 'supported';
  return direction >= most ? 'direction holds' : 'not supported';
}
