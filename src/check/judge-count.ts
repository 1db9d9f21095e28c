import type { Reading, Verdict } from '../model/index.ts';
import { median } from '../stats/index.ts';
import { decisive } from './decisive.ts';
import { type Judged, onlySampleText, sameSize } from './judged.ts';
import type { Question } from './question.ts';
import { valueText } from './words.ts';

const half = 0.5;

const rule =
  'supported: at least half of the readings with nothing left out are within a quarter of the claimed number, or beyond it where the claim says "at least" or "at most"; otherwise not supported';

/**
 * The verdict on a count or a share. Readings without the largest event or month show how much rests on them; only those with
 * nothing left out are held against the number.
 */
export function judgeCount(
  { kind, claimed, open }: Extract<Question, { kind: 'count' | 'share' }>,
  readings: readonly Reading[],
  onlySamples: boolean,
): Judged {
  const told = (value: number) => valueText({ answers: kind }, value);
  const range = (some: readonly Reading[]) => `from ${told(some[0]?.value ?? 0)} to ${told(some.at(-1)?.value ?? 0)}`;
  const plain = readings.filter(({ choices }) => choices.without === undefined || choices.without === 'nothing');
  // Where somebody keeps only readings with something left out, these are what there is to judge by.
  const whole = plain.length === 0 ? readings : plain;
  const near = whole.filter(({ value }) => sameSize(value, claimed, open));
  const size = near.length / whole.length;
  const middle = median(whole.map(({ value }) => value));
  // A sample can only miss deaths, so what it holds is a floor: enough for "at least", for nothing else.
  const floorHolds =
    kind === 'count' && onlySamples && open === 'above' && whole.every(({ value }) => value >= claimed);
  const verdict = onlySamples ? (floorHolds ? 'supported' : 'cannot be checked') : verdictOf(size);
  const words = {
    supported: floorHolds ? 'Even the sample in the record reaches it. ' : '',
    'not supported': '',
    'cannot be checked': `${onlySampleText} `,
  }[verdict];
  const beyond = open === 'above' ? ' or above' : open === 'below' ? ' or below' : '';
  const spread = `Of ${whole.length} readings ${near.length} are within a quarter of ${told(claimed)}${beyond}; the median is ${told(middle)}, ${range(whole)}.`;
  const rest = readings.filter((reading) => !whole.includes(reading));
  const without = rest.length === 0 ? '' : ` Without the largest event or month: ${range(rest)}.`;
  return {
    answers: kind,
    verdict,
    reason: `${words}${spread}${without}`,
    rule: onlySamples ? null : rule,
    median: middle,
    agree: { direction: null, size },
    decides: decisive(readings, (value) => value),
  };
}

const verdictOf = (size: number): Exclude<Verdict, 'direction holds'> => (size >= half ? 'supported' : 'not supported');
