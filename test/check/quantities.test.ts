import { expect, test } from 'vitest';
import { elsewhereOf, quantitiesOf, type Statement } from '../../src/check/index.ts';
import { type Claim, exactly } from '../../src/model/index.ts';
import { claimOf, documentOf } from '../support/claim.ts';

function said(quote: string, published: string, given: Partial<Claim>): Statement {
  const document = { ...documentOf(`${published} ${quote}`), published: { from: published, to: published } };
  return { document, claim: claimOf({ document: document.id, quote, ...given }) };
}

const wagner = (n: number, quote: string, published: string, given: Partial<Claim> = {}) =>
  said(quote, published, {
    of: 'personnel',
    value: exactly(n),
    actor: 'Wagner Group',
    period: { from: '2022', to: '2022' },
    ...given,
  });

test('a claim that several documents repeat is one claim with several carriers, the earliest first', () => {
  const quantities = quantitiesOf([
    wagner(1000, 'some 1,000 Wagner fighters are in Mali', '2022-11-20'),
    wagner(1000, 'about a thousand Russian mercenaries have come', '2022-02-01'),
  ]);
  expect(quantities).toHaveLength(1);
  expect(quantities[0]?.claims).toHaveLength(1);
  expect(quantities[0]?.claims[0]?.carriers.map(({ document }) => document.published?.from)).toEqual([
    '2022-02-01',
    '2022-11-20',
  ]);
});

test('claims of one quantity that differ contradict one another', () => {
  const [first, second] = [
    wagner(1000, 'some 1,000 Wagner fighters are in Mali', '2022-02-01'),
    wagner(400, 'no more than 400 mercenaries came', '2022-03-01'),
  ];
  const quantities = quantitiesOf([first, second]);
  expect(quantities[0]?.claims).toHaveLength(2);
  expect(elsewhereOf(first.claim, quantities)).toMatchObject([{ claim: { id: second.claim.id }, agrees: false }]);
});

test('who repeats another’s words or speaker is no independent source', () => {
  const by = { text: 'France said', name: 'Government of France', span: { start: 0, end: 11 } };
  const quantities = quantitiesOf([
    wagner(1000, 'about 1,000 fighters of the Wagner Group have been deployed to bases', '2022-02-01'),
    wagner(1000, 'about 1,000 fighters of the Wagner Group have been deployed across Mali', '2022-02-03'),
  ]);
  expect(quantities[0]?.claims[0]?.carriers.map(({ why }) => why)).toEqual([null, 'nearly the same words']);
  const spoken = quantitiesOf([
    wagner(1000, 'one thousand men', '2022-02-01', { by }),
    wagner(1000, 'mercenaries numbering 1,000 in total', '2022-02-03', { by }),
  ]);
  expect(spoken[0]?.claims[0]?.carriers[1]?.why).toBe('both have it from Government of France');
});

test('forces without a name, other times and other places are other quantities', () => {
  const quantities = quantitiesOf([
    wagner(1000, 'one thousand men', '2022-02-01', { actor: null }),
    wagner(300, 'three hundred soldiers', '2022-02-02', { actor: null }),
    wagner(900, 'nine hundred of them', '2022-02-03', { period: { from: '2020', to: '2020' } }),
    wagner(800, 'eight hundred fighters', '2022-02-04', { place: null }),
  ]);
  expect(quantities).toHaveLength(4);
});
