import { expect, test } from 'vitest';
import type { Claim, Figure, Provenance, Report, SentenceProvenance } from '../../src/model/index.ts';

// Checked by the compiler (`npm run types`): each line below must be an error.
const row: Provenance = { kind: 'row', snapshot: 'snap-1' as never, row: '7' };
// @ts-expect-error a number without provenance cannot be made
const bare: Figure = { value: 87 };
// @ts-expect-error an empty list is no provenance
const empty: Figure = { value: 87, provenance: [] };
// @ts-expect-error a claim rests on a sentence, never on a row
const claimed: Claim['provenance'] = row;
// @ts-expect-error a quote is part of where a sentence stands
const unquoted: SentenceProvenance = {
  kind: 'sentence',
  document: 'd' as never,
  span: { start: 0, end: 1 },
  coder: 'c',
  score: 1,
};
// @ts-expect-error a report says how it is known
const unsure: Pick<Report, 'status'> = { status: 'true' };

test('a figure carries at least one provenance', () => {
  const figure: Figure = { value: 87, provenance: [row] };
  expect(figure.provenance).toHaveLength(1);
  expect([bare, empty, claimed, unquoted, unsure]).toHaveLength(5);
});
