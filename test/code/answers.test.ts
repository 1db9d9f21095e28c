import { describe, expect, it } from 'vitest';
import type { Names } from '../../src/model/index.ts';
import { coded } from './coding.ts';

/** Knows the African Union. */
const union: Names = {
  actorsIn: (text) =>
    [...text.matchAll(/African Union/g)].map((match) => ({
      span: { start: match.index, end: match.index + match[0].length },
      actor: { id: 'au', name: 'African Union', sector: 'igo', country: null },
      sector: 'igo',
    })) as unknown as ReturnType<Names['actorsIn']>,
  placesIn: () => [],
  countriesOf: () => [],
};
const times = (text: string, lang = 'en') => coded(text, lang, union).reports.map(({ type, when }) => [type, when]);

describe('when an answer was given', () => {
  it('is between the attack and publication, from the morning after an attack by night', () => {
    const condemned = 'The African Union condemned the attack.';
    expect(times(`Gunmen killed nine farmers on Tuesday. ${condemned}`)[1]).toEqual([
      'ACCUSE',
      { from: '2024-06-11', to: '2024-06-15' },
    ]);
    expect(times(`Gunmen killed nine farmers on Tuesday night. ${condemned}`)[1]).toEqual([
      'ACCUSE',
      { from: '2024-06-12', to: '2024-06-15' },
    ]);
  });

  it('counts from the figure that it disputes', () => {
    const text =
      'Le massacre commis dimanche a fait 35 morts, a annoncé mercredi le gouvernement. Des élus locaux contestent ce décompte.';
    expect(times(text, 'fr').at(-1)).toEqual(['ACCUSE', { from: '2024-06-12', to: '2024-06-15' }]);
  });

  it('follows the attack that the sentence names as told', () => {
    const text =
      'Le 3 juin, dix gendarmes ont été tués. À la suite de cette attaque, le président a décrété le couvre-feu.';
    expect(times(text, 'fr').at(-1)).toEqual(['COERCE', { from: '2024-06-03', to: '2024-06-15' }]);
  });

  it('takes no day of speaking for the day of the deed', () => {
    const text = "The African Union said on Thursday that gunmen had carried out Tuesday's attack on the camp.";
    expect(times(text)[0]?.[1]).toEqual({ from: '2024-06-11', to: '2024-06-11' });
  });

  it('takes the day of a death from wounds for no day of the attack, and a later mention for one', () => {
    const text =
      "Un soldat blessé lors de l'attaque du camp est mort vendredi de ses blessures. Le nombre de soldats tués dans cet assaut du 7 juin passe de 14 à 15.";
    expect(times(text, 'fr')[0]).toEqual(['ASSAULT', { from: '2024-06-07', to: '2024-06-07' }]);
  });
});
