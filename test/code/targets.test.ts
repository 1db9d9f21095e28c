import { describe, expect, it } from 'vitest';
import type { Names } from '../../src/model/index.ts';
import { coded } from './coding.ts';

/** Knows the Fulani of a village, and forces, soldiers, demonstrators by their nouns. */
const names: Names = {
  actorsIn: (text) =>
    [...text.matchAll(/Fulani village|forces|soldiers|civilians|demonstrators|demonstrations/g)].map((match) => ({
      span: { start: match.index, end: match.index + match[0].length },
      actor:
        match[0] === 'Fulani village'
          ? { id: 'fulani', name: 'Fulani civilians', sector: 'civilian', country: null }
          : null,
      sector: /forces|soldiers/.test(match[0]) ? 'military' : 'civilian',
    })) as unknown as ReturnType<Names['actorsIn']>,
  placesIn: () => [],
  countriesOf: () => [],
};
const targets = (text: string) =>
  coded(text, 'en', names).reports.map(({ target }) => target.map(({ text: words, actor }) => actor ?? words));

describe('targets', () => {
  it('are the attacked, not a number of people, where both are told', () => {
    expect(targets('Soldiers fired on demonstrators on Monday, killing 14 people.')).toEqual([['demonstrators']]);
    expect(targets('Soldiers killed 14 people on Monday.')).toEqual([['14 people']]);
  });

  it('are of the community whose village was attacked', () => {
    expect(targets('Gunmen stormed the Fulani village on Monday, killing 134 civilians.')).toEqual([
      ['Fulani civilians', 'Fulani civilians'],
    ]);
  });

  it('are those among whom a toll was counted', () => {
    const text = 'Soldiers fired on the crowd on Monday. The ministry put the number of dead demonstrators at 12.';
    expect(targets(text).at(-1)).toEqual(['dead demonstrators']);
  });

  it('are those who are to do what is asked for', () => {
    expect(targets('The minister demanded a firm response by all the forces.')).toEqual([['all the forces']]);
  });

  it('are nobody in "at random"', () => {
    expect(targets('Soldiers fired at random on Monday.').flat()).toEqual([]);
  });
});
