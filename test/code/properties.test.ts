import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coded } from './coding.ts';

const pieces =
  'killed|12|more than|3,000|people|since|2012|,|.|attacks|rose by|40 percent|and|which|according to|the UN|said|wounded|soldiers|from|to|doubled|;|“|”|(|)|if'.split(
    '|',
  );
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((words) => words.join(' '));

describe('the coder', () => {
  it('quotes verbatim and gives every claim and report an id of its own', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { claims, reports } = coded(text);
        for (const { provenance } of [...claims, ...reports]) {
          if (provenance.kind !== 'sentence') throw new Error('a coder reads sentences');
          expect(provenance.quote).toBe(text.slice(provenance.span.start, provenance.span.end));
          expect(provenance.quote).not.toBe('');
        }
        const ids = [...claims, ...reports].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same ids for the same text', () => {
    const text = 'The war has killed 900 people since 2020 and displaced 40,000.';
    expect(coded(text)).toEqual(coded(text));
  });

  it('codes nothing in a language that it does not know', () => {
    expect(coded('Krieg: 900 Tote.', 'de')).toEqual({ reports: [], claims: [] });
  });

  it('ends on one endless sentence, and quotes from inside it', () => {
    const text = 'the war killed 12 people and wounded 30 more , '.repeat(4000);
    const { claims } = coded(text);
    expect(claims.length).toBeGreaterThan(0);
    for (const { provenance } of claims)
      expect(text.slice(provenance.span.start, provenance.span.end)).toBe(provenance.quote);
  });
});
