import type { Question } from './question.ts';
import type { Counted } from './reckon.ts';

/** What is looked for, as a sentence. */
export function describe(question: Exclude<Question, { kind: 'none' }>, counted: readonly Counted[]): string {
  const measures = [...new Set(counted.map(({ counting }) => counting.name))].join(', ');
  const where = question.of.text;
  switch (question.kind) {
    case 'count':
      return `How many (${measures}) in ${where}, ${question.periods.map(({ name }) => name).join(' or ')}?`;
    case 'share':
      return `What part (${measures}) of the whole in ${where}, ${question.periods.map(({ name }) => name).join(' or ')}?`;
    case 'ranking':
      return `Does no other ${question.unit} in ${where} surpass ${question.span.name} (${measures})?`;
    case 'change': {
      const { against, when } = question;
      if (against !== null)
        return `By how much does ${where} differ from ${against.name ?? against.text} (${measures}) in the same time?`;
      const since =
        when.kind === 'around'
          ? `after ${when.names.join('; or ')}`
          : 'from the baseline to the period that the claim names';
      return `By how much did violence (${measures}) in ${where} change ${since}?`;
    }
    default:
      return question satisfies never;
  }
}
