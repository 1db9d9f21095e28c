import { describe, expect, it } from 'vitest';
import type { Names } from '../../src/model/index.ts';
import { coded } from './coding.ts';

const reports = (text: string, lang = 'en') => coded(text, lang).reports.map(({ type, status }) => `${type} ${status}`);

describe('what is no report, or not of whom it seems', () => {
  it('takes no accounts that target countries for attackers', () => {
    expect(reports('Facebook removed 400 accounts that targeted various countries.')).toEqual(['COERCE asserted']);
  });

  it('takes what an act aims at for not done', () => {
    expect(reports('The council passed a text aimed at holding the soldiers responsible.')).toEqual([]);
  });

  it('takes a protest, not those who face it, for the one that demands', () => {
    expect(reports('The mission faced protests demanding its withdrawal.')).toEqual(['PROTEST asserted']);
  });

  it('takes the day and the dead of what is spoken of for no day of speaking', () => {
    const [accused] = coded('Residents accused soldiers of killing nine farmers last week.').reports;
    expect(accused).toMatchObject({ type: 'ACCUSE', when: null, killed: null });
  });

  it('takes both sides of a clash for its doers', () => {
    const names: Names = {
      actorsIn: (text) =>
        [...text.matchAll(/armée|rebelles/g)].map((match) => ({
          span: { start: match.index, end: match.index + match[0].length },
          actor: null,
          sector: 'rebel',
        })),
      placesIn: () => [],
      countriesOf: () => [],
    };
    const [report] = coded("Des affrontements ont opposé l'armée aux rebelles mercredi.", 'fr', names).reports;
    expect(report?.source.map(({ text }) => text)).toEqual(["l'armée", 'rebelles']);
  });

  it('takes grounds and self-declarations for no speakers', () => {
    const by = (text: string) => coded(text).reports.map(({ by }) => by);
    expect(by("Soldiers killed nine farmers on Tuesday, citing the mission's failure to protect them.")).toEqual([
      null,
    ]);
    expect(by('In the days after the colonel declared himself president, supporters marched in the capital.')).toEqual([
      null,
    ]);
  });
});
