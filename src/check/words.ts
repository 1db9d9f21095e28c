import { type Answers, type Choices, type Factor, factors } from '../model/index.ts';

/** Factors as people name them. */
export const factorNames: Readonly<Record<Factor, string>> = {
  data: 'the data set',
  turn: 'the day of the turning point',
  window: 'the window',
  period: 'the period',
  measure: 'what is counted',
  estimate: 'the estimate',
  without: 'what is left out',
};

/** Choices as one line. */
export function choicesText(choices: Choices): string {
  return factors
    .flatMap((factor) => (choices[factor] === undefined ? [] : [phrase(factor, choices[factor])]))
    .join(' · ');
}

function phrase(factor: Factor, choice: string): string {
  if (factor === 'turn') return `split at ${choice}`;
  if (factor === 'without') return choice === 'nothing' ? 'nothing left out' : `without ${choice}`;
  return factor === 'estimate' ? `${choice} estimate` : choice;
}

/** A change in percent with its sign. */
export const signed = (percent: number): string =>
  Number.isFinite(percent) ? `${percent < 0 ? '−' : '+'}${Math.abs(percent).toFixed(0)} %` : 'from nothing';

/** A count with separators. */
export const counted = (n: number): string => Math.round(n).toLocaleString('en');

/** A value of a check in the claim's terms: `+278 %`, `8,000`, `62 %`, `1st`. */
export function valueText({ answers }: { readonly answers: Answers }, value: number): string {
  switch (answers) {
    case 'count':
      return counted(value);
    case 'share':
      return `${value.toFixed(value < 10 ? 1 : 0)} %`;
    case 'ranking':
      return ordinal(value);
    case 'change':
      return signed(value);
    default:
      return answers satisfies never;
  }
}

/** 1st, 2nd, 3rd, 4th, 11th */
export function ordinal(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13;
  return `${counted(n)}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
}
