import { expect, test } from 'vitest';
import { matrixLines } from '../../src/cli/print-event.ts';
import { matrixOf, resolveEvents } from '../../src/resolve/index.ts';
import { party } from '../support/report.ts';
import { people, toldBy } from '../support/told.ts';

const soldiers = [party('soldiers', 'military', 'Malian Armed Forces')];
const quote = 'Soldiers killed men of fighting age in Moura for four days while helicopters circled above the river.';
const told = [
  toldBy('a', { source: soldiers, killed: people(203), order: 1, quote }),
  toldBy('b', { source: soldiers, killed: { low: 500, best: 500, high: null }, order: 2, quote }),
  toldBy('c', { source: soldiers, killed: people(203), order: 3, copies: 'doc-a', quote }),
];
const { assignments } = resolveEvents(told);
const lines = matrixLines(matrixOf(told, assignments), 80);

test('an event shows who says what, source by source, and what they differ on', () => {
  expect(lines.join('\n')).toContain('3 reports, 2 sources');
  expect(lines).toContain('  date     27 March 2022 [1, 2]');
  expect(lines).toContain('  doer     Malian Armed Forces [1, 2]');
  expect(lines).toContain('  killed   ⚠ low 203, best 500, high 500: 203 [1] · at least 500 [2]');
  expect(lines).toContain('  ⚠ the sources differ here');
});

test('each report follows with its source, its quote and why it was joined, no line longer than asked', () => {
  expect(lines.filter((line) => /^ {2}\[\d\]/.test(line))).toEqual([
    '  [1] a · ASSAULT',
    '  [2] b · ASSAULT',
    '  [1] c · ASSAULT',
  ]);
  const text = lines.join(' ').replaceAll(/\s+/g, ' ');
  expect(text.split(`“${quote}”`)).toHaveLength(4);
  expect(text).toMatch(/joined by terms@1: [\d.]+ bits with a: when \+5 \(2022-03-27\)/);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
});
